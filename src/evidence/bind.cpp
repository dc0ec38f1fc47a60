// Binding: the nearest fitting figure, with enumeration commas and clause ends counted as distance, and 分别 paired item by item.
// Tested by tests/unit/evidence/bind.cpp.
#include "evidence/bind.hpp"

#include "base/latin.hpp"
#include "evidence/date.hpp"
#include "quantity/unit.hpp"

#include <algorithm>
#include <optional>

namespace rulescore {
namespace {

std::uint32_t distance(const Text& text, Span a, Span b) {
  const Span between = a.begin < b.begin ? Span{a.end, b.begin} : Span{b.end, a.begin};
  if (between.empty()) return 0;
  std::uint32_t cost = between.size();
  for (std::uint32_t i = between.begin; i < between.end; ++i) {
    const char32_t c = text.chars[i];
    if (c == U'、') cost += enumeration_cost;
    else if (c == U',' || c == U';' || c == U':') cost += stretched(text, clause_cost);
  }
  return cost;
}

bool unit_fits(const ValueSpec& spec, std::string_view unit) {
  return spec.units.empty() ||
         std::any_of(spec.units.begin(), spec.units.end(), [&](std::string_view wanted) { return unit_counts(wanted, unit); });
}

// What a figure that is said to rise or fall stands for: how much (同比下降5%), where it began (由72%…), where it arrived (提升至98%).
enum class Role { level, change, former };

// rose to 98 %, up from 91 %
Role role_in_words(const Text& text, const QuantityAt& quantity) {
  const std::u32string_view before(text.chars.data(), quantity.where.begin);
  if (before.ends_with(U" to ") || before.ends_with(U" at ")) return Role::level;
  return before.ends_with(U" from ") ? Role::former : Role::change;
}

Role role_of(const Text& text, const QuantityAt& quantity) {
  if (quantity.change == Change::none) return Role::level;
  if (text.latin) return role_in_words(text, quantity);
  const char32_t before = quantity.where.begin == 0 ? U' ' : text.chars[quantity.where.begin - 1];
  if (before == U'至' || before == U'到' || before == U'为' || before == U'达') return Role::level;
  return before == U'由' || before == U'从' ? Role::former : Role::change;
}

bool change_fits(const Text& text, const ValueSpec& spec, const QuantityAt& quantity) {
  if (!spec.change && !spec.is_signed && quantity.unit != "%") return true;
  const Role role = role_of(text, quantity);
  if (spec.is_signed) return role == Role::change;
  return spec.change ? role == Role::change && quantity.change == *spec.change : role == Role::level;
}

bool side_fits(Side side, Span about, Span where) {
  return side == Side::either || (side == Side::before ? where.end <= about.begin : where.begin >= about.end);
}

bool joins_items(char32_t c) { return c == U'、' || c == U'和'; }

// Items of a list: the pieces of `range` between 、 and 和.
std::vector<Span> items_of(const Text& text, Span range) {
  std::vector<Span> items{{range.begin, range.begin}};
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (joins_items(text.chars[i])) items.push_back({i + 1, i + 1});
    else items.back().end = i + 1;
  }
  return items;
}

bool says_respectively(const Text& text, Span range) {
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i)
    if (text.chars[i] == U'分' && text.chars[i + 1] == U'别') return true;
  return false;
}

// Figures of one unit in a row, nothing but list commas between them, beginning at `first`.
Span run_from(const DocumentImpl& document, std::uint32_t first) {
  std::uint32_t last = first;
  while (last + 1 < document.quantities.size()) {
    const QuantityAt &a = document.quantities[last], &b = document.quantities[last + 1];
    const bool adjacent = b.where.begin - a.where.end == 1 && joins_items(document.text.chars[a.where.end]);
    if (!adjacent || b.unit != a.unit) break;
    ++last;
  }
  return {first, last + 1};
}

std::optional<std::uint32_t> item_with(const std::vector<Span>& items, const std::vector<Span>& phrases) {
  for (std::uint32_t i = 0; i < items.size(); ++i)
    for (Span phrase : phrases)
      if (items[i].begin <= phrase.begin && phrase.begin < items[i].end) return i;
  return std::nullopt;
}

// 建议410件、提案716件,满意率分别达到99%、99.3%: the figure whose place in its row is the place of the rule's item in the list
// before it, in this clause or the nearest before it in the sentence.
std::uint32_t respective(const Reading& reading, std::uint32_t quantity, std::uint32_t clause, Span about,
                         const std::vector<Span>& required) {
  const DocumentImpl& document = reading.document();
  const Span where = document.quantities[quantity].where;
  if (where.begin < about.begin || !says_respectively(document.text, {about.begin, where.begin})) return quantity;
  const Span run = run_from(document, quantity);
  if (run.size() < 2) return quantity;
  std::vector<Span> phrases = required;
  phrases.push_back(about);
  const Span sentence = reading.clauses_in(Scope::sentence, clause);
  for (std::uint32_t c = clause + 1; c-- > sentence.begin;) {
    Span list = reading.clauses()[c].where;
    if (c == clause) list.end = std::min(list.end, where.begin);
    const std::vector<Span> items = items_of(document.text, list);
    if (items.size() != run.size()) continue;
    if (const auto item = item_with(items, phrases)) return run.begin + *item;
  }
  return quantity;
}

BoundValue bound(const QuantityAt& q, std::uint32_t cost) {
  return {q.where, q.value, q.value_high, q.unit, q.bound, q.change, cost};
}

// Calls visit(value, index of the quantity or no_quantity) for every figure and figure word that fits.
constexpr std::uint32_t no_quantity = 0xFFFFFFFFu;
constexpr std::uint32_t longest_addend = 15;  // characters from one figure to the next; ours
template <class Visit>
void each_fitting(const Reading& reading, const Program& program, const CompiledRule& rule, Span clauses, Span about, Visit&& visit) {
  const ValueSpec& spec = *rule.value;
  const DocumentImpl& document = reading.document();
  const Span range = reading.quantities(clauses);
  for (std::uint32_t q = range.begin; q < range.end; ++q) {
    const QuantityAt& quantity = document.quantities[q];
    if (!unit_fits(spec, quantity.unit) || !change_fits(document.text, spec, quantity) || !side_fits(spec.side, about, quantity.where))
      continue;
    visit(bound(quantity, distance(document.text, about, quantity.where)), q);
  }
  if (spec.units.size() == 1 && spec.units.front() == date_unit)
    for (const DateAt& date : dates_in(document.text, {reading.clauses()[clauses.begin].where.begin, reading.clauses()[clauses.end - 1].where.end}))
      if (side_fits(spec.side, about, date.where))
        visit(BoundValue{date.where, date.value, no_value, date_unit, Bound::exact, Change::none, distance(document.text, about, date.where)},
              no_quantity);
  if (spec.words.empty()) return;
  for (const Occurrence& o : reading.occurrences(clauses)) {
    for (std::size_t w = 0; w < rule.words.size(); ++w) {
      if (!program.vocabulary.holds(rule.words[w], o.phrase) || !side_fits(spec.side, about, o.where)) continue;
      visit(BoundValue{o.where, spec.words[w].value, no_value, spec.words[w].unit, Bound::exact, Change::none,
                       distance(document.text, about, o.where)},
            no_quantity);
    }
  }
}

// 5次专项清理和1次全面清理: figures of one unit, each but the first right behind 和 or 、, no end of a clause between them.
bool is_added(const DocumentImpl& document, std::uint32_t earlier) {
  if (earlier + 1 >= document.quantities.size()) return false;
  const QuantityAt &a = document.quantities[earlier], &b = document.quantities[earlier + 1];
  if (a.unit != b.unit || a.change != Change::none || b.change != Change::none || b.where.begin <= a.where.end) return false;
  if (b.where.begin - a.where.end > longest_addend || !joins_items(document.text.chars[b.where.begin - 1])) return false;
  const auto between = std::u32string_view(document.text.chars.data() + a.where.end, b.where.begin - a.where.end);
  return between.find_first_of(U",;:。") == between.npos;
}

BoundValue added_up(const DocumentImpl& document, std::uint32_t quantity, std::uint32_t cost) {
  std::uint32_t first = quantity, last = quantity;
  while (first > 0 && is_added(document, first - 1)) --first;
  while (is_added(document, last)) ++last;
  BoundValue sum = bound(document.quantities[first], cost);
  for (std::uint32_t q = first + 1; q <= last; ++q) {
    const QuantityAt& more = document.quantities[q];
    sum.where.end = more.where.end;
    sum.value += more.value;
    if (more.bound != Bound::exact) sum.bound = more.bound;
  }
  return sum;
}

}  // namespace

void bind_values(const Reading& reading, const Program& program, const CompiledRule& rule, std::uint32_t clause, Span about,
                 const std::vector<Span>& required, std::vector<BoundValue>& out) {
  const ValueSpec& spec = *rule.value;
  const Span clauses = reading.clauses_in(spec.within, clause);
  if (spec.each) {
    each_fitting(reading, program, rule, clauses, about, [&](const BoundValue& value, std::uint32_t) { out.push_back(value); });
    return;
  }
  // The nearest; of two as near, the one after the phrase.
  BoundValue best;
  std::uint32_t best_quantity = no_quantity;
  bool found = false;
  each_fitting(reading, program, rule, clauses, about, [&](const BoundValue& value, std::uint32_t quantity) {
    if (found && (value.cost > best.cost || (value.cost == best.cost && value.where.begin < best.where.begin))) return;
    best = value;
    best_quantity = quantity;
    found = true;
  });
  if (!found) return;
  if (best_quantity != no_quantity) {
    const std::uint32_t q = respective(reading, best_quantity, clause, about, required);
    best = spec.sum ? added_up(reading.document(), q, best.cost) : bound(reading.document().quantities[q], best.cost);
  }
  out.push_back(best);
}

}  // namespace rulescore
