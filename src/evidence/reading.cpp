// One pass of the automaton, then phrases by clause, statuses by heading, contexts by section.
#include "evidence/reading.hpp"

#include <algorithm>

namespace rulescore {
namespace {

// A later part may begin at most default_gap characters after the part before it; no word is longer than this.
constexpr std::uint32_t longest_word = 64;

// The phrase that begins with hits[i], if its other parts follow in order inside `clause`.
bool follows(const std::vector<WordId>& parts, const std::vector<Hit>& hits, std::size_t i, Span clause, Span& where) {
  where = {hits[i].begin, hits[i].end};
  std::size_t part = 1;
  for (std::size_t j = i + 1; j < hits.size() && part < parts.size(); ++j) {
    const Hit& next = hits[j];
    if (next.end > clause.end || next.end > where.end + default_gap + longest_word) return false;
    if (next.word != parts[part] || next.begin < where.end) continue;
    if (next.begin - where.end > default_gap) return false;
    where.end = next.end;
    ++part;
  }
  return part == parts.size();
}

}  // namespace

Reading::Reading(const Program& program, const DocumentImpl& document) : document_(document) {
  index_clauses();
  find_occurrences(program);
  read_headings(program);
  read_contexts(program);
}

void Reading::index_clauses() {
  const Structure& structure = document_.structure;
  first_clause_.reserve(structure.sentences.size() + 1);
  first_quantity_.reserve(clauses().size() + 1);
  std::uint32_t quantity = 0;
  const auto quantity_count = static_cast<std::uint32_t>(document_.quantities.size());
  for (std::uint32_t c = 0; c < clauses().size(); ++c) {
    while (first_clause_.size() <= clauses()[c].sentence) first_clause_.push_back(c);
    while (quantity < quantity_count && document_.quantities[quantity].where.begin < clauses()[c].where.begin) ++quantity;
    first_quantity_.push_back(quantity);
  }
  first_quantity_.push_back(quantity_count);
  while (first_clause_.size() <= structure.sentences.size()) first_clause_.push_back(static_cast<std::uint32_t>(clauses().size()));
}

void Reading::find_occurrences(const Program& program) {
  const Vocabulary& vocabulary = program.vocabulary;
  std::vector<Hit> hits;
  hits.reserve(document_.text.chars.size() / 4);
  vocabulary.automaton().find(document_.text.chars, hits);
  occurrences_.reserve(hits.size());
  first_occurrence_.reserve(clauses().size() + 1);
  std::uint32_t c = 0;
  const auto open_clause = [&] { first_occurrence_.push_back(static_cast<std::uint32_t>(occurrences_.size())); };
  if (!clauses().empty()) open_clause();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    while (c < clauses().size() && clauses()[c].where.end < hits[i].end) {
      if (++c < clauses().size()) open_clause();
    }
    if (c == clauses().size()) break;
    const Span clause = clauses()[c].where;
    if (hits[i].begin < clause.begin || sentence_of(c).boilerplate) continue;
    const WordUse& use = vocabulary.use(hits[i].word);
    if (use.alone != 0xFFFFFFFFu) occurrences_.push_back({use.alone, {hits[i].begin, hits[i].end}});
    for (PhraseId phrase : use.first_of) {
      Span where;
      if (follows(vocabulary.parts(phrase), hits, i, clause, where)) occurrences_.push_back({phrase, where});
    }
  }
  while (first_occurrence_.size() <= clauses().size()) open_clause();
}

Span Reading::clauses_in(Scope scope, std::uint32_t clause) const noexcept {
  const std::uint32_t sentence = clauses()[clause].sentence;
  const std::vector<SentenceAt>& sentences = document_.structure.sentences;
  std::uint32_t first = sentence, last = sentence;
  switch (scope) {
    case Scope::clause:
      return {clause, clause + 1};
    case Scope::sentence:
      break;
    case Scope::paragraph:
    case Scope::section:
    case Scope::document:
      while (first > 0 && sentences[first - 1].line == sentences[sentence].line) --first;
      while (last + 1 < sentences.size() && sentences[last + 1].line == sentences[sentence].line) ++last;
      break;
  }
  return {first_clause_[first], first_clause_[last + 1]};
}

std::uint32_t Reading::clause_at(std::uint32_t position) const noexcept {
  const auto after = std::upper_bound(clauses().begin(), clauses().end(), position,
                                      [](std::uint32_t at, const ClauseAt& c) { return at < c.where.begin; });
  return after == clauses().begin() ? 0 : static_cast<std::uint32_t>(after - clauses().begin() - 1);
}

// A section is planned or a problem when its heading, or one above it, says so.
void Reading::read_headings(const Program& program) {
  const Structure& structure = document_.structure;
  section_status_.assign(structure.sections.size(), {});
  const auto mentions = [&](std::span<const Occurrence> found, SlotId slot, Span heading) {
    return slot != no_slot && std::any_of(found.begin(), found.end(), [&](const Occurrence& o) {
             return heading.contains(o.where) && program.vocabulary.holds(slot, o.phrase);
           });
  };
  for (std::uint32_t s = 1; s < structure.sections.size(); ++s) {
    const SectionAt& section = structure.sections[s];
    section_status_[s] = section_status_[section.parent];
    if (section_status_[s].status != Status::achieved || section.heading.empty()) continue;
    const Span range{clause_at(section.heading.begin), clause_at(section.heading.end - 1) + 1};
    const auto found = occurrences(range);
    const bool plan = mentions(found, program.plan_headings, section.heading);
    const bool problem = mentions(found, program.problem_headings, section.heading);
    if (plan) section_status_[s] = {Status::planned, problem};
    else if (problem) section_status_[s] = {Status::problem, false};
  }
}

void Reading::read_contexts(const Program& program) {
  const Structure& structure = document_.structure;
  context_words_ = (program.contexts.size() + 63) / 64;
  std::vector<std::uint64_t> headings(structure.sections.size() * context_words_, 0);
  section_contexts_.assign(structure.sections.size() * context_words_, 0);
  document_contexts_.assign(context_words_, 0);
  for (std::uint32_t c = 0; c < clauses().size(); ++c) {
    const SentenceAt& sentence = sentence_of(c);
    for (const Occurrence& o : occurrences({c, c + 1})) {
      for (std::uint32_t context : program.contexts_with.at(o.phrase)) {
        const std::uint64_t bit = std::uint64_t{1} << (context & 63u);
        const std::size_t word = sentence.section * context_words_ + (context >> 6);
        section_contexts_[word] |= bit;
        if (sentence.heading) headings[word] |= bit;
        document_contexts_[context >> 6] |= bit;
      }
    }
  }
  // Pre-order: a parent's headings are complete when its children are reached.
  for (std::uint32_t s = 1; s < structure.sections.size(); ++s) {
    for (std::size_t w = 0; w < context_words_; ++w) {
      headings[s * context_words_ + w] |= headings[structure.sections[s].parent * context_words_ + w];
      section_contexts_[s * context_words_ + w] |= headings[s * context_words_ + w];
    }
  }
}

}  // namespace rulescore
