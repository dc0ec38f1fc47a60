// See passage.hpp. Most sentences have no two figures and are dropped before anything is read.
#include "evidence/passage.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::u32string_view marks = U" \t\n,、;:。!?(\")";

// A list that people read is shorter; a text made to be slow isn't.
constexpr std::uint32_t longest = 4000;  // characters
constexpr std::size_t most_figures = 80;

bool ends_clause(char32_t c) noexcept { return any_of(c, U",;:。!?()\n"); }

// 其中 opens a sentence that goes on with the one before.
bool continues(const Text& text, const SentenceAt& before, const SentenceAt& next) noexcept {
  if (next.line != before.line || next.boilerplate) return false;
  const Reader in(text);
  return in.before(before.where.end) == U';' || in.starts(next.where.begin, U"其中");
}

}  // namespace

bool has_any(std::u32string_view text, Words words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != text.npos; });
}
bool starts_with_any(std::u32string_view text, Words words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}
bool ends_with_any(std::u32string_view text, Words words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.ends_with(word); });
}

Passage::Passage(const DocumentImpl& document, Span where) : in_(document.text), where_(where) {
  const auto& all = document.quantities;
  auto figure = std::partition_point(all.begin(), all.end(), [&](const auto& q) { return q.where.begin < where.begin; });
  before_ = {all.data(), static_cast<std::size_t>(figure - all.begin())};
  for (; figure != all.end() && figure->where.end <= where.end; ++figure) items_.push_back({&*figure, 0});
  find_brackets();
  for (Item& item : items_) item.bracket = bracket_at(item.figure->where.begin);
}

// Brackets inside a figure, as in 45件(次), belong to its unit.
void Passage::find_brackets() {
  std::vector<std::size_t> open;
  auto item = items_.begin();
  for (std::uint32_t i = where_.begin; i < where_.end; ++i) {
    if (item != items_.end() && i == item->figure->where.begin) {
      i = item++->figure->where.end - 1;
    } else if (in_.at(i) == U'(') {
      open.push_back(brackets_.size());
      brackets_.push_back({i, where_.end});
    } else if (in_.at(i) == U')' && !open.empty()) {
      brackets_[open.back()].end = i + 1;
      open.pop_back();
    }
  }
}

std::span<const QuantityAt> Passage::figures_before(std::size_t most) const noexcept {
  return before_.last(std::min(most, before_.size()));
}

std::uint32_t Passage::bracket_at(std::uint32_t position) const noexcept {
  for (std::size_t b = brackets_.size(); b > 0; --b) {
    if (brackets_[b - 1].begin < position && position < brackets_[b - 1].end) return static_cast<std::uint32_t>(b);
  }
  return 0;
}

std::u32string Passage::outside_brackets(Span span) const {
  std::u32string words;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const auto pair = std::partition_point(brackets_.begin(), brackets_.end(), [&](Span b) { return b.begin < i; });
    if (pair == brackets_.end() || pair->begin != i) {
      words += in_.at(i++);
    } else {
      i = pair->end;
    }
  }
  return words;
}

Span Passage::trimmed(Span span) const noexcept {
  while (span.begin < span.end && any_of(in_.at(span.begin), marks)) ++span.begin;
  while (span.end > span.begin && any_of(in_.before(span.end), marks)) --span.end;
  return span;
}

Span Passage::clause_of(std::uint32_t item) const noexcept {
  Span clause = figure(item).where;
  const auto ends = [&](std::uint32_t i) { return ends_clause(in_.at(i)) && !is_thousands_separator(in_.text(), i); };
  while (clause.begin > where_.begin && !ends(clause.begin - 1)) --clause.begin;
  while (clause.end < where_.end && !ends(clause.end)) ++clause.end;
  return trimmed(clause);
}

std::vector<Passage> find_passages(const DocumentImpl& document) {
  std::vector<Passage> passages;
  const auto& sentences = document.structure.sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t next = i + 1;
    while (next < sentences.size() && continues(document.text, sentences[next - 1], sentences[next])) ++next;
    const Span where{sentences[i].where.begin, sentences[next - 1].where.end};
    if (!sentences[i].boilerplate && where.size() <= longest) {
      Passage passage(document, where);
      if (passage.items().size() > 1 && passage.items().size() <= most_figures) passages.push_back(std::move(passage));
    }
    i = next;
  }
  return passages;
}

}  // namespace rulescore
