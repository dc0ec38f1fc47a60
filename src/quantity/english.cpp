// One pass over the words. A digit or the first letter of a number word is read into a number; look-alikes are stepped over; then
// come range, unit, bound and change. `no complaints` is a figure of zero. A figure whose noun was named before in its sentence
// (Of 412 requests, 398 were answered) takes that noun. Outside face: scan_english. Tested by tests/unit/quantity/english.cpp.
#include "quantity/english.hpp"

#include "quantity/english_context.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rulescore {
namespace {

using namespace english;

// Characters with which a number can begin.
constexpr std::array<bool, 128> make_triggers() {
  std::array<bool, 128> table{};
  for (char32_t c = U'0'; c <= U'9'; ++c) table[c] = true;
  for (const char32_t c : std::u32string_view(U"otfsenzhaw")) table[c] = true;
  return table;
}
constexpr std::array<bool, 128> triggers = make_triggers();

struct Currency {
  Word sign;
  std::string_view unit;
};
constexpr Currency currencies[] = {{U"£", "£"},    {U"$", "$"},   {U"€", "€"},   {U"gbp ", "£"}, {U"usd ", "$"},
                                   {U"eur ", "€"}, {U"gbp", "£"}, {U"usd", "$"}, {U"eur", "€"}};

constexpr std::uint32_t longest_reach = 300;  // characters back to a noun that was named before; ours

// £1.2m, $3bn, €15k: the letters stand right behind the figure.
void read_money_scale(const Reader& in, Number& n) noexcept {
  struct Scale {
    Word letters;
    int exponent;
  };
  constexpr Scale scales[] = {{U"bn", 9}, {U"m", 6}, {U"k", 3}};
  for (const Scale& scale : scales) {
    if (!phrase_at(in, n.where.end, scale.letters)) continue;
    n.decimal.exponent += scale.exponent;
    n.where.end += static_cast<std::uint32_t>(scale.letters.size());
    return;
  }
}

class Scanner {
 public:
  explicit Scanner(const Text& text) : in_(text) {}

  std::vector<QuantityAt> run() && {
    std::uint32_t p = 0;
    while (p < in_.size()) {
      const char32_t c = in_.at(p);
      if (c >= 128 || !triggers[c] || is_latin_letter(in_.before(p))) {
        ++p;
        continue;
      }
      p = std::max(p + 1, read(p));
      // The rest of a word is no beginning.
      while (is_latin_letter(in_.at(p)) && is_latin_letter(in_.before(p))) ++p;
    }
    return std::move(found_);
  }

 private:
  // Reads what may begin at `position`; answers where to go on.
  std::uint32_t read(std::uint32_t position) {
    if (const std::uint32_t end = read_zero(position); end != position) return end;
    std::optional<Number> number = read_number(in_, position);
    if (!number) {
      while (is_digit(in_.at(position))) ++position;
      return position;
    }
    const Currency* currency = currency_before(position);
    if (currency != nullptr) return read_money(*number, *currency);
    if (const std::uint32_t end = skip_look_alike(in_, *number); end != position) return end;
    return read_counted(*number);
  }

  const Currency* currency_before(std::uint32_t position) const noexcept {
    const auto found =
        std::find_if(std::begin(currencies), std::end(currencies), [&](const Currency& c) { return in_.ends(position, c.sign); });
    return found == std::end(currencies) ? nullptr : found;
  }

  std::uint32_t read_money(Number n, const Currency& currency) {
    read_money_scale(in_, n);
    n.where.begin -= static_cast<std::uint32_t>(currency.sign.size());
    return push(n, std::nullopt, {currency.unit, Kind::measure, n.where.end});
  }

  // no complaints, none of the requests, not a single complaint, without a single complaint.
  std::uint32_t read_zero(std::uint32_t position) {
    constexpr Word single[] = {U"not a single", U"without a single", U"not one"};
    std::uint32_t end = position;
    for (const Word words : single)
      if (phrase_at(in_, position, words)) end = position + static_cast<std::uint32_t>(words.size());
    const bool none = phrase_at(in_, position, U"none"), no = phrase_at(in_, position, U"no");
    if (none) end = position + 4;
    if (no) end = position + 2;
    if (end == position || (no && is_comparison(end))) return position;
    Unit unit = noun_behind(in_, end);
    if (none && unit.kind == Kind::elided) unit = inherited(position, unit);
    if (unit.kind != Kind::count || (unit.name == "number" && !none)) return position;
    push(QuantityAt{{position, end}, {position, end}, 0, no_value, unit.name, Bound::exact, Change::none});
    return end;
  }

  // no more than, no longer, No. 5
  bool is_comparison(std::uint32_t end) const noexcept {
    constexpr Word words[] = {U"more", U"fewer", U"less", U"later", U"longer", U"further", U"one", U"doubt"};
    const std::uint32_t at = next_word(in_, end);
    return at == end || is_one_of(in_.slice(word_at(in_, at)), words);
  }

  std::uint32_t read_counted(const Number& n) {
    Unit unit = unit_behind(in_, n);
    std::optional<Number> high;
    if (const std::uint32_t at = range_joint(n, unit); at != 0) {
      high = read_number(in_, at);
      if (high && !high->fraction && read_range(n, *high, unit)) return push(n, high, unit);
      if (in_.at(n.where.end) == U'-') return high ? std::max(high->where.end, n.where.end + 1) : n.where.end + 1;
    }
    if (unit.kind == Kind::elided || (unit.kind == Kind::none && shares_unit_ahead(n, unit)))
      unit = inherited(n.where.begin, unit);
    if (unit.kind == Kind::none || (n.in_words && !counts_in_words(n, unit))) return n.where.end;
    return push(n, std::nullopt, unit);
  }

  // Where the upper end of a range would begin: 3-5, 3 to 5, 5 % to 10 %, between 3 and 5; or 0.
  std::uint32_t range_joint(const Number& n, const Unit& unit) const noexcept {
    const std::uint32_t end = unit.kind >= Kind::measure ? unit.end : n.where.end;
    if (in_.at(end) == U'-' && is_digit(in_.at(end + 1))) return end + 1;
    const bool between = phrase_before(in_, n.where.begin, U"between") != n.where.begin;
    for (const Word joint : {Word(U" - "), Word(U" to "), Word(U" and ")}) {
      const std::uint32_t at = end + static_cast<std::uint32_t>(joint.size());
      if (!in_.starts(end, joint) || (joint == U" and " && !between)) continue;
      return is_digit(in_.at(at)) || (n.in_words && is_latin_letter(in_.at(at))) ? at : 0;
    }
    return 0;
  }

  // Takes the unit of the upper end. What something rose or fell from and to are two figures.
  bool read_range(const Number& low, const Number& high, Unit& unit) const noexcept {
    const Unit upper = unit_behind(in_, high);
    const bool moves = is_start(in_, low.where.begin) &&
                       change_of(in_, {low.where, low.where, 0, no_value, upper.name, {}, {}}, previous()) != Change::none;
    const bool fits = upper.kind >= Kind::count && (unit.kind < Kind::measure || unit.name == upper.name);
    if (moves || !fits || low.value() >= high.value()) return false;
    unit = upper;
    if (unit.kind == Kind::count) unit.end = high.where.end;
    return true;
  }

  // fell from 93 to 86 per cent: the unit stands behind the second figure.
  bool shares_unit_ahead(const Number& n, Unit& unit) const noexcept {
    if (!in_.starts(n.where.end, U" to ") || !is_digit(in_.at(n.where.end + 4))) return false;
    const std::optional<Number> next = read_number(in_, n.where.end + 4);
    if (!next) return false;
    unit = unit_behind(in_, *next);
    unit.end = n.where.end;
    return unit.kind != Kind::none;
  }

  const QuantityAt* previous() const noexcept { return found_.empty() ? nullptr : &found_.back(); }

  // The noun of the nearest count before it in the same sentence.
  Unit inherited(std::uint32_t position, Unit unit) const noexcept {
    if (unit.kind >= Kind::measure || (unit.kind == Kind::count && unit.name != "number")) return unit;
    if (unit.kind == Kind::elided && shares_unit_ahead_of(position, unit)) return unit;
    unit.kind = Kind::count;
    for (auto q = found_.rbegin(); q != found_.rend(); ++q) {
      if (position - q->where.end > longest_reach || !(points_back(position) || same_sentence(q->where.end, position))) break;
      if (!is_counted(q->unit) || q->unit == "number") continue;
      unit.name = q->unit;
      break;
    }
    return unit;
  }

  bool shares_unit_ahead_of(std::uint32_t position, Unit& unit) const noexcept {
    const std::optional<Number> n = read_number(in_, position);
    Unit ahead = unit;
    if (!n || !shares_unit_ahead(*n, ahead) || ahead.kind < Kind::count) return false;
    unit = ahead;
    return true;
  }

  // Of these, 1,216 were answered: the noun may stand a sentence before.
  bool points_back(std::uint32_t position) const noexcept {
    constexpr Word words[] = {U"of these", U"of those", U"of them", U"of which", U"of whom"};
    const Span before{position > 12 ? position - 12 : 0, position}, behind{position, std::min(position + 20, in_.size())};
    return std::any_of(std::begin(words), std::end(words),
                       [&](Word w) { return in_.contains(before, w) || in_.contains(behind, w); });
  }

  bool same_sentence(std::uint32_t from, std::uint32_t to) const noexcept {
    for (std::uint32_t p = from; p < to; ++p) {
      if (any_of(in_.at(p), U"!?\n")) return false;
      if (in_.at(p) == U'.' && is_space(in_.at(p + 1))) return false;
    }
    return true;
  }

  // one is mostly an article or a pronoun; two, three … without a noun mostly point back.
  bool counts_in_words(const Number& n, const Unit& unit) const noexcept {
    if (unit.kind == Kind::count && unit.name == "number" && n.value() < 20) return false;
    if (!n.is_one() || n.fraction) return true;
    constexpr Word pronouns[] = {U"no", U"this", U"that", U"which", U"every", U"any", U"each", U"the", U"another", U"some"};
    if (phrase_at(in_, n.where.end, U" of") || is_one_of(in_.slice(word_before(in_, n.where.begin)), pronouns)) return false;
    return unit.kind != Kind::period || bound_before(in_, n.where.begin).found;
  }

  std::uint32_t push(const Number& n, const std::optional<Number>& high, const Unit& unit) {
    const Qualifier before = bound_before(in_, n.where.begin);
    const std::uint32_t end = std::max({unit.end, n.where.end, high ? high->where.end : 0});
    const Qualifier behind = bound_behind(in_, end);
    QuantityAt q;
    q.where = {before.edge, behind.edge};
    q.number = {n.where.begin, high ? high->where.end : n.where.end};
    q.value = n.value();
    if (high) q.value_high = high->value();
    q.unit = unit.name;
    q.bound = before.found ? before.bound : behind.bound;
    return push(q);
  }

  std::uint32_t push(QuantityAt q) {
    const QuantityAt* last = previous();
    if (last != nullptr) q.where.begin = std::max(q.where.begin, last->where.end);
    q.change = change_of(in_, q, last);
    found_.push_back(q);
    return q.where.end;
  }

  Reader in_;
  std::vector<QuantityAt> found_;
};

}  // namespace

std::vector<QuantityAt> scan_english(const Text& text) { return Scanner(text).run(); }

}  // namespace rulescore
