// One pass over the characters. Almost all are passed by after one table look-up; a digit or a Chinese numeral is read into a
// number, then the grammar asks in this order: is it an ordinal, a share or a zero in words, a look-alike, a range, a figure with
// its unit? What remains gets its bound and its change and joins the list. A text in Latin letters is read by english.cpp.
// Outside face: scan_quantities.
// Tested by tests/unit/quantity and, against what a careful reader finds, tests/golden/quantities.cpp.
#include "quantity/scan.hpp"

#include "quantity/bound.hpp"
#include "quantity/change.hpp"
#include "quantity/english.hpp"
#include "quantity/look_alike.hpp"
#include "quantity/special.hpp"
#include "quantity/unit_table.hpp"

#include <algorithm>
#include <optional>

namespace rulescore {
namespace {

// A figure and its unit, as they stand in the text.
struct Measured {
  Numeral low;
  std::optional<Numeral> high;
  const UnitEntry* unit = nullptr;
  std::uint32_t end = 0;

  const Numeral& last() const noexcept { return high ? *high : low; }
  std::string_view name() const noexcept { return unit == nullptr ? std::string_view() : unit->name; }
};

// The unit behind the last numeral, with 多 inside or behind it (1个多月, 3年多).
void read_unit(const Reader& in, Measured& m) noexcept {
  const std::uint32_t p = in.skip_spaces(m.last().end);
  m.unit = unit_at(in, p);
  m.end = m.unit == nullptr ? m.last().end : p + m.unit->length();
  if (m.unit == nullptr) return;
  const bool trails = m.unit->kind != UnitKind::count && in.at(m.end) == U'多' && !is_han(in.at(m.end + 1));
  if (trails) ++m.end;
  if (trails || m.unit->says_more()) m.low.bound = Bound::at_least;
}

// Past the sign or word that joins the two ends of a range, or 0.
std::uint32_t skip_range_sign(const Reader& in, std::uint32_t p) noexcept {
  p = in.skip_spaces(p);
  const std::uint32_t begin = p;
  while (p - begin < 2 && any_of(in.at(p), U"-~")) ++p;
  if (p == begin && any_of(in.at(p), U"至到")) ++p;
  p = in.skip_spaces(p);
  return p > begin && (is_digit(in.at(p)) || has(in.at(p), Trait::numeral)) ? p : 0;
}

// 3至5万元 is from 30 000: the lower end shares 万 when it is the smaller figure.
void share_scale(Numeral& low, const Numeral& high) noexcept {
  if (low.scale != 0 || high.scale == 0) return;
  Decimal bare = high.decimal;
  bare.exponent -= high.scale;
  if (low.decimal.value() < bare.value()) low.decimal.exponent += high.scale, low.scaled = high.scaled;
}

// 3—5个, 3至5次, 5%至10%: both ends get the unit. 由12个到5个 and 15个到3个 stay two figures.
void read_range(const Reader& in, Measured& m) noexcept {
  const std::uint32_t at = skip_range_sign(in, m.end);
  if (at == 0 || (m.unit != nullptr && any_of(in.before(m.low.digits.begin), U"由从自"))) return;
  Measured whole = m;
  whole.high = read_numeral(in, at);
  if (!whole.high->valid || whole.high->chinese != m.low.chinese) return;
  read_unit(in, whole);
  if (whole.unit == nullptr || (m.unit != nullptr && m.unit != whole.unit)) return;
  share_scale(whole.low, *whole.high);
  if (whole.low.decimal.value() < whole.high->decimal.value()) m = whole;
}

Measured measure(const Reader& in, const Numeral& n) noexcept {
  Measured m;
  m.low = n;
  read_unit(in, m);
  read_range(in, m);
  return m;
}

// 3.12件 at the head of a sentence is item 3 and 12件: things counted one by one have no fraction.
bool hides_enumerator(const Reader& in, const Measured& m) noexcept {
  if (m.low.chinese || !m.low.fractional() || m.low.scaled || m.unit == nullptr || m.unit->kind != UnitKind::count) return false;
  const char32_t before = in.before(in.skip_spaces_back(m.low.digits.begin));
  return before == 0 || any_of(before, U"\n。;:");
}

// 修改规章一部、: behind its noun and at the end of its phrase, even 一 is a count; 发现一起、查处一起 is a manner of speaking.
bool is_postnominal_one(const Reader& in, const Measured& m) noexcept {
  const char32_t next = in.at(m.end), previous = in.before(m.low.digits.begin);
  if (!any_of(m.unit->written.front(), U"件部项份名篇座家宗台支卷个") || m.unit->length() != 1) return false;
  if (!is_han(previous) || any_of(previous, U"第上下前后每任同这那某另逐唯统各之其在为成是跑办查多少再进归合专")) return false;
  if (next != 0 && !has(next, Trait::clause_end) && !any_of(next, U"、)")) return false;
  const Span around{m.low.digits.begin > 10 ? m.low.digits.begin - 10 : 0, std::min(m.end + 10, in.size())};
  const std::u32string_view one = in.slice({m.low.digits.begin, m.end}), s = in.slice(around);
  return s.find(one) == s.rfind(one);
}

// 一 is mostly an article. It counts as a multiple, as a limit, behind a change, and behind its noun.
bool counts_one(const Reader& in, const Measured& m, Bound bound) noexcept {
  if (m.unit->name == "倍" || m.unit->name == "pp") return true;
  if (bound == Bound::at_most || bound == Bound::at_least) return true;
  const std::uint32_t begin = m.low.digits.begin;
  if (any_of(in.before(begin), U"至到为") && follows_change(in, begin)) return true;
  if (m.unit->kind == UnitKind::period) return in.at(m.end) == U'内' || follows_duration_cue(in, begin);
  return is_postnominal_one(in, m);
}

bool counts_chinese(const Reader& in, const Measured& m, Bound bound, bool qualified) noexcept {
  const std::uint32_t begin = m.low.digits.begin;
  if (m.unit == nullptr) return m.low.scaled;
  if (m.unit->script == Script::arabic || is_quoted(in, begin) || m.low.decimal.mantissa == 0) return false;
  if (is_quoted_name(in, {begin, m.end})) return false;
  if (m.low.bare_power && !qualified) return false;                      // 百家争鸣; but 近百家
  if (m.low.digits.size() == 1 && in.at(begin) == U'二') return false;   // 二次: one counts with 两
  if (m.unit->name == "元" && m.low.decimal.value() < 10) return false;  // 一元, 三元
  return !m.low.is_one() || m.high || counts_one(in, m, bound);
}

bool is_look_alike(const Reader& in, const Measured& m) noexcept {
  if (is_glued(in, m.low)) return true;
  if (m.unit == nullptr) return false;
  Numeral whole = m.low;
  whole.end = m.last().end;
  return is_set_phrase(in, whole, *m.unit, m.end) || is_calendar(in, whole, *m.unit, m.end);
}

class Scanner {
 public:
  explicit Scanner(const Text& text) : in_(text) {}

  std::vector<QuantityAt> run() && {
    std::uint32_t p = 0;
    while ((p = next_trigger(p)) < in_.size()) p = read(p);
    return std::move(found_);
  }

 private:
  std::uint32_t next_trigger(std::uint32_t p) const noexcept {
    const std::uint32_t size = in_.size();
    const char32_t* chars = in_.text().chars.data();
    while (p < size && !has(chars[p], Trait::trigger)) ++p;
    return p;
  }

  // Reads what starts at a trigger; answers where to go on.
  std::uint32_t read(std::uint32_t position) {
    if (in_.at(position) == U'《') return skip_title(in_, position);
    const Numeral n = read_numeral(in_, position);
    if (!n.valid) return n.end;
    if (in_.before(in_.skip_spaces_back(position)) == U'第') return read_ordinal(n);
    if (const auto special = read_special(n)) return push(*special, n);
    return read_measured(n);
  }

  std::optional<SpecialFigure> read_special(const Numeral& n) const noexcept {
    switch (in_.at(n.end)) {
      case U'分':
        return read_share(in_, n);
      case U'成':
        return read_tenths(in_, n);
      case U'番':
        return read_doubling(in_, n);
      case U'半':
        return read_half(in_, n);
      default:
        return n.digits.size() == 1 ? read_zero(in_, n) : std::nullopt;
    }
  }

  // 第10 of a ranking; any other ordinal takes along what it enumerates (第3、5项).
  std::uint32_t read_ordinal(const Numeral& n) {
    if (const auto rank = read_rank(in_, n)) return push(*rank, n);
    std::uint32_t p = n.end;
    while (any_of(in_.at(p), U"、和及至到-~") && (is_digit(in_.at(p + 1)) || has(in_.at(p + 1), Trait::numeral))) {
      p = read_numeral(in_, p + 1).end;
    }
    return unit_at(in_, p) != nullptr ? p + 1 : p;
  }

  std::uint32_t read_measured(const Numeral& n) {
    const Measured m = measure(in_, n);
    if (m.unit == nullptr && !n.scaled) return is_glued(in_, n) ? skip_identifier(in_, n.end) : n.end;
    if (hides_enumerator(in_, m)) return read_behind_dot(n);
    if (is_look_alike(in_, m)) return is_glued(in_, n) ? skip_identifier(in_, n.end) : m.end;
    const Qualifier before = qualifier_before(in_, n), after = qualifier_after(in_, m.end);
    Bound bound = before.found ? before.bound : n.bound != Bound::exact ? n.bound : m.low.bound;
    if (bound == Bound::exact) bound = m.high && m.high->bound != Bound::exact ? m.high->bound : after.bound;
    const bool qualified = before.found || n.bound != Bound::exact;
    if (n.chinese && !counts_chinese(in_, m, bound, qualified)) return m.end;
    return push(m, bound, {before.edge, after.edge});
  }

  std::uint32_t read_behind_dot(const Numeral& n) {
    std::uint32_t p = n.digits.begin;
    while (in_.at(p) != U'.') ++p;
    return read_measured(read_numeral(in_, p + 1));
  }

  std::uint32_t push(const Measured& m, Bound bound, Span where) {
    QuantityAt q;
    q.where = where;
    q.number = {m.low.digits.begin, m.last().digits.end};
    q.value = m.low.decimal.value();
    if (m.high) q.value_high = m.high->decimal.value();
    q.unit = m.name();
    q.bound = bound;
    return push(q);
  }

  std::uint32_t push(const SpecialFigure& figure, const Numeral& n) {
    QuantityAt q;
    q.where = figure.where;
    q.number = figure.number;
    q.value = figure.value;
    q.unit = figure.unit;
    q.change = figure.change;
    if (figure.takes_bounds) {
      Numeral whole = n;
      whole.bare_power = false;
      const Qualifier before = qualifier_before(in_, whole), after = qualifier_after(in_, q.where.end);
      q.where = {before.edge, after.edge};
      q.bound = before.found ? before.bound : after.bound;
    }
    return push(q);
  }

  std::uint32_t push(QuantityAt q) {
    const QuantityAt* previous = found_.empty() ? nullptr : &found_.back();
    if (previous != nullptr) q.where.begin = std::max(q.where.begin, previous->where.end);
    if (q.change == Change::none) q.change = change_of(in_, q, previous);
    found_.push_back(q);
    return q.where.end;
  }

  Reader in_;
  std::vector<QuantityAt> found_;
};

}  // namespace

std::vector<QuantityAt> scan_quantities(const Text& text) { return text.latin ? scan_english(text) : Scanner(text).run(); }

}  // namespace rulescore
