// Rules over a reading: each phrase that begins a rule is tried where it stands; what holds becomes a candidate; candidates that
// say the same thing are settled; the rest is evidence. Its one outside face is match().
#include "evidence/match.hpp"

#include "base/latin.hpp"

#include "evidence/attribution.hpp"
#include "evidence/bind.hpp"
#include "evidence/reading.hpp"
#include "evidence/status.hpp"

#include <algorithm>
#include <numeric>

namespace rulescore {
namespace {

constexpr std::uint32_t no_figure = 0xFFFFFFFFu;

struct Candidate {
  std::uint32_t rule = 0;  // into Program::rules
  std::uint32_t clause = 0;
  PhraseId phrase = 0;               // the one that began the rule
  Span about, extent;                // extent: phrases and figure together
  std::uint32_t value = no_figure;   // into Matcher::values_
  std::uint32_t figure = no_figure;  // where the value's figure begins
  std::uint32_t cost = 0;            // how far the figure is
  bool has_value() const noexcept { return value != no_figure; }
  // Candidates with the same claim say the same thing: the cheapest says it best, of those the one found first.
  std::uint64_t claim() const noexcept { return std::uint64_t{rule} << 32 | (has_value() ? figure : clause | 0x80000000u); }
};

std::uint32_t apart(Span a, Span b) noexcept {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

bool ends_clause(char32_t c) noexcept {
  return c == U',' || c == U';' || c == U':' || c == U'。' || c == U'!' || c == U'?' || c == U'\n';
}

// A full stop of a text in Latin letters counts as one, too.
bool ends_quote(const Text& text, std::uint32_t position) noexcept {
  return ends_clause(text.chars[position]) || (text.latin && text.chars[position] == U'.');
}

class Matcher {
 public:
  Matcher(const Program& program, const DocumentImpl& document)
      : program_(program),
        reading_(program, document),
        attributor_(reading_, program),
        found_in_(program.rules.size(), no_figure) {}

  std::vector<Evidence> run() {
    for (const Anchor& anchor : reading_.anchors()) {
      for (std::uint32_t i = anchor.first_rule; i < anchor.last_rule; ++i) {
        const std::uint32_t rule = program_.rule_list[i];
        if (found_in_[rule] != anchor.clause && may_hold(rule, anchor.clause)) try_rule(rule, anchor.clause, anchor.occurrence);
      }
    }
    settle();
    return collect();
  }

 private:
  const Text& text() const noexcept { return reading_.document().text; }

  // Everything the rule wants stands somewhere in its sentence, or in the wider scope it names.
  bool may_hold(std::uint32_t rule, std::uint32_t clause) const noexcept {
    for (std::uint32_t r = program_.first_requirement[rule]; r < program_.first_requirement[rule + 1]; ++r) {
      const Requirement& requirement = program_.requirements[r];
      if (!reading_.has(requirement.check, requirement.in, clause)) return false;
    }
    return true;
  }

  void try_rule(std::uint32_t index, std::uint32_t clause, std::uint32_t occurrence) {
    const CompiledRule& rule = program_.rules[index];
    const Occurrence& about = reading_.occurrences()[occurrence];
    required_.clear();
    if (rule.near && !require_near(rule, clause, occurrence)) return;
    const Scope in = rule.source->in;
    for (const Wanted& wanted : rule.all)
      if (!require(wanted.slot, reading_.clauses_in(in, clause), about.where)) return;
    if (rule.none && reading_.has(rule.none.check, in, clause) && stands(rule.none.slot, reading_.clauses_in(in, clause))) return;
    if (rule.context && rule.source->context->in <= Scope::paragraph &&
        !require(rule.context.slot, reading_.clauses_in(rule.source->context->in, clause), about.where))
      return;
    add(index, clause, about);
  }

  void add(std::uint32_t index, std::uint32_t clause, const Occurrence& about) {
    const CompiledRule& rule = program_.rules[index];
    Candidate candidate{index, clause, about.phrase, about.where, about.where};
    const Span sentence = reading_.document().structure.sentences[reading_.clauses()[clause].sentence].where;
    for (Span span : required_) extend(candidate.extent, span, sentence);
    const std::size_t before = values_.size();
    if (rule.value != nullptr) bind_values(reading_, program_, rule, clause, about.where, required_, values_);
    if (!rule.source->value) found_in_[index] = clause;
    if (rule.value == nullptr || (values_.size() == before && rule.value->optional)) candidates_.push_back(candidate);
    for (std::size_t v = before; v < values_.size(); ++v) {
      Candidate with_value = candidate;
      with_value.value = static_cast<std::uint32_t>(v);
      with_value.figure = values_[v].where.begin;
      with_value.cost = values_[v].cost;
      extend(with_value.extent, values_[v].where, sentence);
      candidates_.push_back(with_value);
    }
  }

  static void extend(Span& extent, Span span, Span sentence) noexcept {
    if (!sentence.contains(span)) return;  // words of another sentence prove the rule, but don't belong to the quote
    extent = {std::min(extent.begin, span.begin), std::max(extent.end, span.end)};
  }

  // Adds the occurrence of a slot's phrase in these clauses that stands closest to `about`; false when there is none.
  bool require(SlotId slot, Span clauses, Span about) {
    Span best;
    std::uint32_t best_distance = 0xFFFFFFFFu;
    for (const Occurrence& o : reading_.occurrences(clauses)) {
      const std::uint32_t d = apart(o.where, about);
      if (d < best_distance && program_.vocabulary.holds(slot, o.phrase)) best = o.where, best_distance = d;
    }
    if (best_distance == 0xFFFFFFFFu) return false;
    required_.push_back(best);
    return true;
  }

  bool stands(SlotId slot, Span clauses) const noexcept {
    for (const Occurrence& o : reading_.occurrences(clauses))
      if (program_.vocabulary.holds(slot, o.phrase)) return true;
    return false;
  }

  // Looks both ways from the phrase, no further than `within` allows.
  bool require_near(const CompiledRule& rule, std::uint32_t clause, std::uint32_t occurrence) {
    const Near& near = *rule.source->near;
    const std::span<const Occurrence> all = reading_.occurrences();
    const Span about = all[occurrence].where;
    const Span sentence = reading_.clauses_in(Scope::sentence, clause);
    Span best;
    const std::uint32_t within = stretched(text(), near.within);
    std::uint32_t limit = within + 1;
    const auto consider = [&](const Occurrence& o) {
      const std::uint32_t d = apart(o.where, about);
      if (d < limit && side_fits(near.side, o.where, about) && program_.vocabulary.holds(rule.near.slot, o.phrase))
        best = o.where, limit = d;
    };
    for (std::uint32_t o = occurrence; o-- > reading_.first_occurrence(sentence.begin);) {
      if (all[o].where.end + limit < about.begin) break;  // ends only fall from here on
      consider(all[o]);
    }
    const std::uint32_t reach = about.end + limit + stretched(text(), program_.vocabulary.longest_phrase());
    for (std::uint32_t o = occurrence; o < reading_.first_occurrence(sentence.end) && all[o].where.end <= reach; ++o)
      consider(all[o]);
    if (limit > within) return false;
    required_.push_back(best);
    return true;
  }

  static bool side_fits(Side side, Span where, Span about) noexcept {
    return side == Side::either || (side == Side::before ? where.end <= about.begin : where.begin >= about.end);
  }

  // One figure counts once for a rule: the phrase nearest to it keeps it. Without a figure, one finding a clause is enough.
  void settle() {
    struct Entry {  // small, because sorting moves them about
      std::uint64_t claim, merit;
    };
    std::vector<Entry> entries;
    entries.reserve(candidates_.size());
    for (std::uint32_t i = 0; i < candidates_.size(); ++i)
      entries.push_back({candidates_[i].claim(), std::uint64_t{candidates_[i].cost} << 32 | i});
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.claim != b.claim ? a.claim < b.claim : a.merit < b.merit; });
    std::vector<Candidate> best;
    best.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (i == 0 || entries[i].claim != entries[i - 1].claim) best.push_back(candidates_[entries[i].merit & 0xFFFFFFFFu]);
    candidates_ = std::move(best);
    drop_shadowed();
  }

  // A rule whose figure is optional says nothing new without one in a clause where it has one. Candidates are grouped by rule.
  void drop_shadowed() {
    const auto shadowed = [&](const Candidate& c) {
      if (c.has_value() || !program_.rules[c.rule].source->value) return false;
      const auto group = std::equal_range(candidates_.begin(), candidates_.end(), c,
                                          [](const Candidate& a, const Candidate& b) { return a.rule < b.rule; });
      return std::any_of(group.first, group.second,
                         [&](const Candidate& other) { return other.has_value() && other.clause == c.clause; });
    };
    std::vector<Candidate> kept;
    kept.reserve(candidates_.size());
    for (const Candidate& c : candidates_)
      if (!shadowed(c)) kept.push_back(c);
    candidates_ = std::move(kept);
  }

  // The quote: what was found, out to the ends of its clauses or to the next 、 outside titles and brackets.
  Span quote(const Candidate& c) const noexcept {
    const auto& clauses = reading_.clauses();
    std::uint32_t first = c.clause, last = c.clause;
    while (clauses[first].where.begin > c.extent.begin) --first;
    while (clauses[last].where.end < c.extent.end) ++last;
    Span span{clauses[first].where.begin, clauses[last].where.end};
    while (span.end > c.extent.end && ends_quote(text(), span.end - 1)) --span.end;
    span = item_around(c.extent, span);
    while (span.begin < c.extent.begin && is_space(text().chars[span.begin])) ++span.begin;
    while (span.end > c.extent.end && is_space(text().chars[span.end - 1])) --span.end;
    return span;
  }

  // From 、 to 、, as far as those stand outside 《》, () and quotation marks that open and close within the clause.
  Span item_around(Span extent, Span clause) const noexcept {
    Span item = clause;
    int depth = 0;
    bool quoted = false;
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      const char32_t ch = text().chars[i];
      if (ch >= 0x3100) continue;  // a Chinese character
      if (ch == U'《' || ch == U'(') ++depth;
      if ((ch == U'》' || ch == U')') && depth > 0) --depth;
      if (ch == U'"') quoted = !quoted;
      if (ch != U'、' || depth > 0 || quoted) continue;
      if (i < extent.begin) item.begin = i + 1;
      if (i >= extent.end) {
        item.end = i;
        break;
      }
    }
    return item;
  }

  std::vector<Evidence> collect() {
    std::vector<Evidence> found;
    found.reserve(candidates_.size());
    for (const Candidate& c : candidates_) found.push_back(evidence(c));
    std::vector<std::uint32_t> order(found.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Evidence &x = found[a], &y = found[b];
      if (x.indicator != y.indicator) return x.indicator < y.indicator;
      if (x.begin != y.begin) return x.begin < y.begin;
      if (x.end != y.end) return x.end < y.end;
      return x.rule != y.rule ? x.rule < y.rule : a < b;
    });
    std::vector<Evidence> out;
    out.reserve(found.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      out.push_back(found[order[i]]);
      Evidence& e = out.back();
      for (std::uint32_t j = i; j-- > 0 && out[j].indicator == e.indicator;)
        if (out[j].duplicate_of == Evidence::none && candidates_[order[j]].phrase == candidates_[order[i]].phrase &&
            repeats(out[j], e))
          e.duplicate_of = j;
    }
    fold_headings(order, out);
    return out;
  }

  // A heading announces what its section tells: without a figure of its own it says nothing that the text below doesn't.
  void fold_headings(const std::vector<std::uint32_t>& order, std::vector<Evidence>& found) const {
    const auto sentence = [&](std::uint32_t i) -> const SentenceAt& {
      return reading_.sentence_of(candidates_[order[i]].clause);
    };
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      Evidence& heading = found[i];
      if (heading.duplicate_of != Evidence::none || heading.value == heading.value || !sentence(i).heading) continue;
      for (std::uint32_t j = i + 1; j < found.size() && found[j].indicator == heading.indicator; ++j) {
        const Evidence& below = found[j];
        if (below.section != heading.section || sentence(j).heading || below.duplicate_of != Evidence::none) continue;
        if (below.status == heading.status && below.scope == heading.scope) {
          heading.duplicate_of = j;
          break;
        }
      }
    }
  }

  // The same rule with the same figure, or without one in the same words, says the same thing again.
  bool repeats(const Evidence& earlier, const Evidence& later) const {
    if (earlier.rule != later.rule || earlier.status != later.status || earlier.scope != later.scope) return false;
    const bool figure = later.value == later.value;
    if (figure) return earlier.value == later.value && earlier.unit == later.unit && earlier.change == later.change;
    const std::string_view bytes = text().bytes;
    return earlier.value != earlier.value &&
           bytes.substr(earlier.begin, earlier.end - earlier.begin) == bytes.substr(later.begin, later.end - later.begin);
  }

  Evidence evidence(const Candidate& c) {
    const CompiledRule& rule = program_.rules[c.rule];
    const SentenceAt& sentence = reading_.sentence_of(c.clause);
    const Span span = quote(c);
    Evidence e;
    e.indicator = rule.indicator;
    e.rule = rule.rule;
    e.status = status_of(reading_, program_, rule, c.clause, c.about, c.extent);
    e.begin = text().byte_begin(span.begin);
    e.end = text().byte_after(span.end);
    e.sentence_begin = text().byte_begin(sentence.where.begin);
    e.sentence_end = text().byte_after(sentence.where.end);
    e.section = sentence.section;
    if (c.has_value()) {
      const BoundValue& value = values_[c.value];
      e.value = value.value;
      e.value_high = value.value_high;
      e.unit = value.unit;
      e.bound = value.bound;
      e.change = value.change;
    }
    const Attribution attribution = attributor_.of(c.clause, c.about, c.has_value() ? values_[c.value].where : Span{});
    e.scope = attribution.scope;
    e.year = attribution.year;
    if (attribution.to_come && e.status == Status::achieved) e.status = Status::planned;
    return e;
  }

  const Program& program_;
  Reading reading_;
  Attributor attributor_;
  std::vector<Candidate> candidates_;
  std::vector<BoundValue> values_;
  std::vector<Span> required_;           // of the rule being tried
  std::vector<std::uint32_t> found_in_;  // by rule without a figure: the latest clause it holds in; once a clause is enough
};

}  // namespace

std::vector<Evidence> match(const Program& program, const Document& document) { return Matcher(program, document.impl()).run(); }

}  // namespace rulescore
