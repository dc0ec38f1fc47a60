// Rules over a reading: each phrase that begins a rule is tried where it stands; what holds becomes a candidate; candidates that
// say the same thing are settled; the rest is evidence. Its one outside face is match().
#include "evidence/match.hpp"

#include "evidence/bind.hpp"
#include "evidence/reading.hpp"
#include "evidence/status.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace rulescore {
namespace {

struct Candidate {
  std::uint32_t rule = 0;     // into Program::rules
  std::uint32_t clause = 0;
  PhraseId phrase = 0;        // the one that began the rule
  Span about, extent;         // extent: phrases and figure together
  std::optional<BoundValue> value;
};

class Matcher {
 public:
  Matcher(const Program& program, const DocumentImpl& document) : program_(program), reading_(program, document) {}

  std::vector<Evidence> run() {
    const auto clause_count = static_cast<std::uint32_t>(reading_.clauses().size());
    for (std::uint32_t c = 0; c < clause_count; ++c)
      for (const Occurrence& o : reading_.occurrences({c, c + 1}))
        for (std::uint32_t rule : program_.rules_about.at(o.phrase)) try_rule(rule, c, o);
    settle();
    return collect();
  }

 private:
  const Text& text() const { return reading_.document().text; }

  void try_rule(std::uint32_t index, std::uint32_t clause, const Occurrence& about) {
    const CompiledRule& rule = program_.rules[index];
    if (!may_hold(rule, clause)) return;
    required_.clear();
    const Scope in = rule.source->in;
    for (const Wanted& wanted : rule.all) require(wanted.slot, reading_.clauses_in(in, clause), about.where);
    if (rule.near && !require_near(rule, clause, about.where)) return;
    if (rule.context && rule.source->context->in <= Scope::paragraph)
      require(rule.context.slot, reading_.clauses_in(rule.source->context->in, clause), about.where);
    add(index, clause, about);
  }

  // Everything the rule wants is there, at least somewhere in its scope, and nothing it forbids.
  bool may_hold(const CompiledRule& rule, std::uint32_t clause) const {
    const Rule& source = *rule.source;
    if (rule.near && !reading_.has(rule.near, Scope::sentence, clause)) return false;
    for (const Wanted& wanted : rule.all)
      if (!reading_.has(wanted, source.in, clause)) return false;
    if (rule.none && reading_.has(rule.none, source.in, clause)) return false;
    return !rule.context || reading_.has(rule.context, source.context->in, clause);
  }

  void add(std::uint32_t index, std::uint32_t clause, const Occurrence& about) {
    const CompiledRule& rule = program_.rules[index];
    Candidate candidate{index, clause, about.phrase, about.where, about.where, std::nullopt};
    const Span sentence = reading_.document().structure.sentences[reading_.clauses()[clause].sentence].where;
    for (Span span : required_) extend(candidate.extent, span, sentence);
    if (!rule.source->value) {
      candidates_.push_back(candidate);
      return;
    }
    const auto values = bind_values(reading_, program_, rule, clause, about.where, required_);
    if (values.empty() && rule.source->value->optional) candidates_.push_back(candidate);
    for (const BoundValue& value : values) {
      Candidate with_value = candidate;
      with_value.value = value;
      extend(with_value.extent, value.where, sentence);
      candidates_.push_back(with_value);
    }
  }

  static void extend(Span& extent, Span span, Span sentence) {
    if (!sentence.contains(span)) return;  // words of another sentence prove the rule, but don't belong to the quote
    extent = {std::min(extent.begin, span.begin), std::max(extent.end, span.end)};
  }

  // The occurrence of a slot's phrase in these clauses that stands closest to `about`.
  std::optional<Span> nearest(SlotId slot, Span clauses, Span about) const {
    std::optional<Span> best;
    std::uint32_t best_distance = 0xFFFFFFFFu;
    for (const Occurrence& o : reading_.occurrences(clauses)) {
      if (!program_.vocabulary.holds(slot, o.phrase)) continue;
      const std::uint32_t d = gap(o.where, about);
      if (d < best_distance) best = o.where, best_distance = d;
    }
    return best;
  }

  static std::uint32_t gap(Span a, Span b) {
    if (a.end <= b.begin) return b.begin - a.end;
    return b.end <= a.begin ? a.begin - b.end : 0;
  }

  void require(SlotId slot, Span clauses, Span about) {
    if (const auto found = nearest(slot, clauses, about)) required_.push_back(*found);
  }

  bool require_near(const CompiledRule& rule, std::uint32_t clause, Span about) {
    const Near& near = *rule.source->near;
    std::optional<Span> best;
    for (const Occurrence& o : reading_.occurrences(reading_.clauses_in(Scope::sentence, clause))) {
      if (!program_.vocabulary.holds(rule.near.slot, o.phrase) || gap(o.where, about) > near.within) continue;
      if (near.side == Side::before && o.where.end > about.begin) continue;
      if (near.side == Side::after && o.where.begin < about.end) continue;
      if (!best || gap(o.where, about) < gap(*best, about)) best = o.where;
    }
    if (best) required_.push_back(*best);
    return best.has_value();
  }

  // One figure counts once for a rule: the phrase nearest to it keeps it. Without a figure, one finding a clause is enough.
  void settle() {
    const auto figure = [](const Candidate& c) { return c.value ? c.value->where.begin : 0xFFFFFFFFu; };
    std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
      const auto key = [&](const Candidate& c) {
        return std::tuple(c.rule, c.value ? 0u : c.clause, figure(c), c.value ? c.value->cost : 0u, c.about.begin, c.about.end);
      };
      return key(a) < key(b);
    });
    const auto same = [&](const Candidate& a, const Candidate& b) {
      if (a.rule != b.rule || a.value.has_value() != b.value.has_value()) return false;
      return a.value ? figure(a) == figure(b) : a.clause == b.clause;
    };
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end(), same), candidates_.end());
    drop_shadowed();
  }

  // A rule whose figure is optional says nothing new without one in a clause where it has one.
  void drop_shadowed() {
    std::erase_if(candidates_, [&](const Candidate& c) {
      return !c.value && program_.rules[c.rule].source->value &&
             std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
               return other.rule == c.rule && other.clause == c.clause && other.value;
             });
    });
  }

  // The quote: what was found, out to the ends of its clauses or to the next 、.
  Span quote(const Candidate& c) const {
    const auto& clauses = reading_.clauses();
    std::uint32_t first = c.clause, last = c.clause;
    while (clauses[first].where.begin > c.extent.begin) --first;
    while (clauses[last].where.end < c.extent.end) ++last;
    Span span = c.extent;
    while (span.begin > clauses[first].where.begin && text().chars[span.begin - 1] != U'、') --span.begin;
    while (span.end < clauses[last].where.end && text().chars[span.end] != U'、' && !ends_clause(text().chars[span.end])) ++span.end;
    while (span.begin < c.extent.begin && is_space(text().chars[span.begin])) ++span.begin;
    while (span.end > c.extent.end && is_space(text().chars[span.end - 1])) --span.end;
    return span;
  }

  static bool ends_clause(char32_t c) {
    return c == U',' || c == U';' || c == U':' || c == U'。' || c == U'!' || c == U'?' || c == U'\n';
  }

  std::vector<Evidence> collect() const {
    struct Item {
      Evidence evidence;
      PhraseId phrase;
    };
    std::vector<Item> items;
    items.reserve(candidates_.size());
    for (const Candidate& c : candidates_) items.push_back({evidence(c), c.phrase});
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
      const auto key = [](const Item& i) { return std::tuple(i.evidence.indicator, i.evidence.begin, i.evidence.end, i.evidence.rule); };
      return key(a) < key(b);
    });
    std::vector<Evidence> out;
    out.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      Evidence& e = items[i].evidence;
      for (std::size_t j = i; j-- > 0 && items[j].evidence.indicator == e.indicator;)
        if (out[j].duplicate_of == Evidence::none && items[j].phrase == items[i].phrase && repeats(out[j], e))
          e.duplicate_of = static_cast<std::uint32_t>(j);
      out.push_back(e);
    }
    return out;
  }

  // The same rule with the same figure, or without one in the same words, says the same thing again.
  bool repeats(const Evidence& earlier, const Evidence& later) const {
    if (earlier.rule != later.rule || earlier.status != later.status) return false;
    const bool figure = later.value == later.value;
    if (figure) return earlier.value == later.value && earlier.unit == later.unit && earlier.change == later.change;
    const std::string_view bytes = text().bytes;
    return earlier.value != earlier.value &&
           bytes.substr(earlier.begin, earlier.end - earlier.begin) == bytes.substr(later.begin, later.end - later.begin);
  }

  Evidence evidence(const Candidate& c) const {
    const CompiledRule& rule = program_.rules[c.rule];
    const SentenceAt& sentence = reading_.sentence_of(c.clause);
    const Span span = quote(c);
    Evidence e;
    e.indicator = rule.indicator;
    e.rule = rule.rule;
    e.status = status_of(reading_, program_, c.clause, c.about, c.extent);
    e.begin = text().byte_begin(span.begin);
    e.end = text().byte_after(span.end);
    e.sentence_begin = text().byte_begin(sentence.where.begin);
    e.sentence_end = text().byte_after(sentence.where.end);
    e.section = sentence.section;
    if (c.value) {
      e.value = c.value->value;
      e.value_high = c.value->value_high;
      e.unit = c.value->unit;
      e.bound = c.value->bound;
      e.change = c.value->change;
    }
    return e;
  }

  const Program& program_;
  Reading reading_;
  std::vector<Candidate> candidates_;
  std::vector<Span> required_;  // of the rule being tried
};

}  // namespace

std::vector<Evidence> match(const Program& program, const Document& document) { return Matcher(program, document.impl()).run(); }

}  // namespace rulescore
