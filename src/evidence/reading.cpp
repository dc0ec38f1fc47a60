// One pass of the automaton, then phrases by clause, checks by sentence and section, statuses by heading.
#include "evidence/reading.hpp"

#include "base/latin.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::uint32_t no_hit = 0xFFFFFFFFu;

// Where the parts of longer phrases stand, each linked to the one before of the same word, so that a phrase of several parts is
// found backwards from its last part.
class Parts {
 public:
  Parts(const Vocabulary& vocabulary, const Text& text) : gap_(stretched(text, default_gap)), last_(vocabulary.word_count(), no_hit) {
    hits_.reserve(text.chars.size() / 4);
  }

  void pass(const Hit& hit) {
    hits_.push_back({{hit.begin, hit.end}, last_[hit.word]});
    last_[hit.word] = static_cast<std::uint32_t>(hits_.size() - 1);
  }
  // Whether the word has stood in the text since `begin`.
  bool passed(WordId word, std::uint32_t begin) const noexcept { return last_[word] != no_hit && hits_[last_[word]].where.begin >= begin; }

  // Where the phrase that ends with `hit` stands, if its other parts stand before it in order, each the nearest, at most
  // gap_ characters apart, none before `clause_begin`.
  bool phrase_ends(const std::vector<WordId>& parts, const Hit& hit, std::uint32_t clause_begin, Span& where) const noexcept {
    where = {hit.begin, hit.end};
    for (std::size_t part = parts.size() - 1; part-- > 0;) {
      std::uint32_t at = last_[parts[part]];
      while (at != no_hit && hits_[at].where.end > where.begin) at = hits_[at].before;
      if (at == no_hit || hits_[at].where.begin < clause_begin || where.begin - hits_[at].where.end > gap_) return false;
      where.begin = hits_[at].where.begin;
    }
    return true;
  }

 private:
  struct Link {
    Span where;
    std::uint32_t before = no_hit;  // the hit before of the same word
  };
  std::uint32_t gap_;
  std::vector<Link> hits_;
  std::vector<std::uint32_t> last_;  // by word: its latest hit so far
};

// art stands neither in party nor in artist.
bool stands_alone(const Text& text, const WordUse& use, const Hit& hit) noexcept {
  if (use.opens_word && hit.begin > 0 && is_latin_letter(text.chars[hit.begin - 1])) return false;
  return !use.closes_word || hit.end == text.size() || !is_latin_letter(text.chars[hit.end]);
}

}  // namespace

Reading::Reading(const Program& program, const DocumentImpl& document)
    : document_(document),
      sentence_checks_(document.structure.sentences.size(), program.near_by.words()),
      section_checks_(document.structure.sections.size(), program.far.words()),
      heading_checks_(document.structure.sections.size(), program.far.words()),
      document_checks_(1, program.far.words()) {
  index_clauses();
  find_occurrences(program);
  drop_unmeant(program, cues_);
  drop_unmeant(program, attributions_);
  gather_checks();
  read_headings(program);
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

inline void Reading::add(const Program& program, PhraseId phrase, const PhraseUse& use, Span where, std::uint32_t clause) {
  if (use.first_rule != use.last_rule)
    anchors_.push_back({static_cast<std::uint32_t>(occurrences_.size()), clause, use.first_rule, use.last_rule});
  occurrences_.push_back({phrase, where});
  sentence_checks_.add(clauses()[clause].sentence, program.near_by_checks(use));
  for (std::uint32_t cue : program.cues_with(use)) (program.cues[cue].whose ? attributions_ : cues_).push_back({where, clause, cue});
  if (use.first_far == use.last_far) return;
  const SentenceAt& sentence = sentence_of(clause);
  section_checks_.add(sentence.section, program.far_checks(use));
  if (sentence.heading) heading_checks_.add(sentence.section, program.far_checks(use));
}

// 拟 inside 模拟 is no cue.
void Reading::drop_unmeant(const Program& program, std::vector<CueOccurrence>& cues) const {
  std::erase_if(cues, [&](const CueOccurrence& cue) {
    const SlotId unless = program.cues[cue.cue].unless;
    if (unless == no_slot) return false;
    const auto around = occurrences({cue.clause, cue.clause + 1});
    return std::any_of(around.begin(), around.end(), [&](const Occurrence& o) {
      return o.where.contains(cue.where) && program.vocabulary.holds(unless, o.phrase);
    });
  });
}

void Reading::find_occurrences(const Program& program) {
  const Vocabulary& vocabulary = program.vocabulary;
  const auto clause_count = static_cast<std::uint32_t>(clauses().size());
  occurrences_.reserve(document_.text.chars.size() / 2);
  anchors_.reserve(document_.text.chars.size() / 4);
  first_occurrence_.assign(clause_count + 1, 0);
  Parts parts(vocabulary, document_.text);
  std::uint32_t c = 0;
  Span clause = clause_count == 0 ? Span{} : clauses()[0].where;
  bool skip = clause_count == 0 || sentence_of(0).boilerplate;
  vocabulary.automaton().find(document_.text.chars, [&](const Hit& hit) {
    while (hit.end > clause.end && c + 1 < clause_count) {
      first_occurrence_[++c] = static_cast<std::uint32_t>(occurrences_.size());
      clause = clauses()[c].where;
      skip = sentence_of(c).boilerplate;
    }
    if (skip || hit.begin < clause.begin || hit.end > clause.end) return;
    const PhraseUse& use = program.uses[hit.word];
    if (!stands_alone(document_.text, use.word, hit)) return;
    if (use.word.alone) add(program, hit.word, use, {hit.begin, hit.end}, c);
    for (const Ending& ending : vocabulary.endings(use.word)) {
      Span where;
      if (parts.passed(ending.before, clause.begin) && parts.phrase_ends(vocabulary.parts(ending.phrase), hit, clause.begin, where))
        add(program, ending.phrase, program.uses[ending.phrase], where, c);
    }
    if (use.word.begins) parts.pass(hit);
  });
  while (++c <= clause_count) first_occurrence_[c] = static_cast<std::uint32_t>(occurrences_.size());
}

Span Reading::clauses_in(Scope scope, std::uint32_t clause) const noexcept {
  if (scope == Scope::clause) return {clause, clause + 1};
  const std::uint32_t sentence = clauses()[clause].sentence;
  std::uint32_t first = sentence, last = sentence;
  if (scope != Scope::sentence) {
    const std::vector<SentenceAt>& sentences = document_.structure.sentences;
    while (first > 0 && sentences[first - 1].line == sentences[sentence].line) --first;
    while (last + 1 < sentences.size() && sentences[last + 1].line == sentences[sentence].line) ++last;
  }
  return {first_clause_[first], first_clause_[last + 1]};
}

std::uint32_t Reading::clause_at(std::uint32_t position) const noexcept {
  const auto after = std::upper_bound(clauses().begin(), clauses().end(), position,
                                      [](std::uint32_t at, const ClauseAt& c) { return at < c.where.begin; });
  return after == clauses().begin() ? 0 : static_cast<std::uint32_t>(after - clauses().begin() - 1);
}

bool Reading::has_further(std::uint32_t check, Scope scope, std::uint32_t clause) const noexcept {
  if (scope == Scope::section) return section_checks_.has(sentence_of(clause).section, check);
  if (scope == Scope::document) return document_checks_.has(0, check);
  const Span range = clauses_in(scope, clause);
  for (std::uint32_t s = clauses()[range.begin].sentence; s <= clauses()[range.end - 1].sentence; ++s)
    if (sentence_checks_.has(s, check)) return true;
  return false;
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

void Reading::gather_checks() {
  const std::vector<SectionAt>& sections = document_.structure.sections;
  // Pre-order: a parent's headings are complete when its children are reached.
  for (std::uint32_t s = 0; s < sections.size(); ++s) {
    document_checks_.add(0, section_checks_, s);
    if (s > 0) heading_checks_.add(s, heading_checks_, sections[s].parent);
    section_checks_.add(s, heading_checks_, s);
  }
}

}  // namespace rulescore
