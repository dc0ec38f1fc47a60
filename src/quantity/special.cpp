// Each reader looks at one numeral and its surroundings and answers or declines. 成 is everywhere (成立, 形成), so tenths need a
// word that can only follow a share; 第 is mostly an ordinal, so a rank needs a ranking before it and its end behind it; 零
// counts only what one hopes not to see (投诉, 败诉), for 零距离 and 零门槛 are promises. Outside face: the readers of the
// header. Tested by tests/unit/quantity/special.cpp.
#include "quantity/special.hpp"

#include "quantity/bound.hpp"
#include "quantity/change.hpp"
#include "quantity/look_alike.hpp"
#include "quantity/unit_table.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::u32string_view ranking_cues[] = {U"排名", U"位列", U"位居", U"名列", U"列",   U"居",   U"排",   U"考核", U"考评",
                                                U"评估", U"测评", U"评价", U"得分", U"指数", U"全省", U"全市", U"全国", U"全区",
                                                U"全县", U"全州", U"全盟", U"省内", U"市内", U"国内", U"区内", U"地市", U"综合",
                                                U"获",   U"夺得", U"取得", U"保持", U"名次", U"位次"};

constexpr std::u32string_view mishaps[] = {U"投诉",       U"举报", U"事故", U"上访",     U"信访",     U"败诉",     U"差错",
                                           U"纠错",       U"违纪", U"违法", U"违规",     U"复议",     U"诉讼",     U"撤销",
                                           U"发生",       U"伤亡", U"死亡", U"冤假错案", U"越级上访", U"群体上访", U"进京上访",
                                           U"群体性事件", U"命案", U"积案", U"延误",     U"超期",     U"逾期",     U"失误",
                                           U"遗漏",       U"异议", U"瑕疵", U"腐败",     U"泄密",     U"感染"};

constexpr std::u32string_view negations[] = {U"无", U"未", U"没有", U"没"};
constexpr std::u32string_view happenings[] = {U"",     U"发生", U"出现", U"发现",   U"产生",   U"引发", U"造成", U"导致", U"接到",
                                              U"收到", U"存在", U"有",   U"发生过", U"出现过", U"新增", U"引起", U"形成"};

std::uint32_t length(std::u32string_view s) noexcept { return static_cast<std::uint32_t>(s.size()); }

// Where a negated happening that ends at `position` begins (未发生一起: at 未), or `position`.
std::uint32_t negation_before(const Reader& in, std::uint32_t position) noexcept {
  for (std::u32string_view happening : happenings) {
    if (!in.ends(position, happening)) continue;
    const std::uint32_t verb = position - length(happening);
    for (std::u32string_view no : negations) {
      if (in.ends(verb, no)) return verb - length(no);
    }
  }
  return position;
}

std::optional<SpecialFigure> read_none_of(const Reader& in, const Numeral& n) noexcept {
  const std::uint32_t begin = negation_before(in, n.digits.begin);
  if (begin == n.digits.begin) return std::nullopt;
  const UnitEntry* unit = unit_at(in, n.end);
  const bool outright = in.at(begin) == U'无' && begin + 1 == n.digits.begin;
  if (outright && (in.starts(n.end, U"例外") || any_of(in.before(begin), U"独有绝"))) return std::nullopt;
  if (unit != nullptr && unit->kind == UnitKind::count) {
    return SpecialFigure{{begin, n.end + unit->length()}, n.digits, 0, unit->name};
  }
  if (!outright || !is_han(in.at(n.end)) || any_of(in.at(n.end), U"定般致不二切技样旦律直体边面处是")) return std::nullopt;
  return SpecialFigure{{begin, n.end}, n.digits, 0, ""};
}

// The end of the mishap named at or shortly behind `position` (零重大安全事故), or `position`.
std::uint32_t mishap_end(const Reader& in, std::uint32_t position) noexcept {
  for (std::uint32_t p = position; p < position + 5 && is_han(in.at(p)); ++p) {
    std::uint32_t longest = 0;
    for (std::u32string_view mishap : mishaps) {
      if (in.starts(p, mishap)) longest = std::max(longest, length(mishap));
    }
    if (longest > 0) return p + longest;
  }
  return position;
}

std::optional<SpecialFigure> read_zero_of(const Reader& in, const Numeral& n) noexcept {
  if (any_of(in.before(n.digits.begin), U"清归第") || is_in_quotes(in, n.digits.begin)) return std::nullopt;
  const std::uint32_t end = mishap_end(in, n.end);
  if (end == n.end || unit_at(in, n.end) != nullptr) return std::nullopt;
  return SpecialFigure{{n.digits.begin, end}, n.digits, 0, ""};
}

bool ends_tenths(const Reader& in, std::uint32_t p) noexcept {
  return any_of(in.at(p), U",。;、)多的") || in.at(p) == 0 || in.at(p) == U'\n' || qualifier_after(in, p).found;
}

}  // namespace

std::optional<SpecialFigure> read_share(const Reader& in, const Numeral& n) noexcept {
  if (!in.starts(n.end, U"分之") || n.decimal.mantissa == 0 || n.fractional()) return std::nullopt;
  const std::uint32_t at = in.skip_spaces(n.end + 2);
  if (!is_digit(in.at(at)) && !has(in.at(at), Trait::numeral)) return std::nullopt;
  const Numeral part = read_numeral(in, at);
  if (!part.valid || part.scaled) return std::nullopt;
  const double of = n.decimal.value(), value = part.decimal.value();
  const bool thousandth = of == 1000;
  const double share = thousandth || of == 100 ? value : 100 * value / of;
  return SpecialFigure{{n.digits.begin, part.end}, part.digits, share, thousandth ? "‰" : "%", Change::none, true};
}

std::optional<SpecialFigure> read_tenths(const Reader& in, const Numeral& n) noexcept {
  if (in.at(n.end) != U'成' || n.digits.size() != 1 || n.decimal.mantissa == 0) return std::nullopt;
  std::uint32_t end = n.end + 1;
  double value = n.decimal.value() * 10;
  const bool half_step = has(in.at(end), Trait::numeral) && ends_tenths(in, end + 1);
  if (half_step) value += read_numeral(in, end).decimal.value(), ++end;
  const bool qualified = qualifier_before(in, n).found || follows_change(in, n.digits.begin);
  if (!half_step && !ends_tenths(in, end) && !qualified) return std::nullopt;
  return SpecialFigure{{n.digits.begin, end}, n.digits, value, "%", Change::none, true};
}

std::optional<SpecialFigure> read_half(const Reader& in, const Numeral& n) noexcept {
  const std::uint32_t end = n.end + 1;
  const bool qualified = qualifier_before(in, n).found || qualifier_after(in, end).found;
  if (in.at(n.end) != U'半' || !n.chinese || !n.is_one() || !qualified) return std::nullopt;
  return SpecialFigure{{n.digits.begin, end}, {n.digits.begin, end}, 50, "%", Change::none, true};
}

std::optional<SpecialFigure> read_doubling(const Reader& in, const Numeral& n) noexcept {
  if (in.at(n.end) != U'番' || n.decimal.exponent != 0 || n.decimal.mantissa > 10) return std::nullopt;
  std::uint32_t begin = in.skip_spaces_back(n.digits.begin);
  if (in.before(begin) == U'了') --begin;
  if (in.before(begin) != U'翻') return std::nullopt;
  const auto times = static_cast<double>(std::uint64_t{1} << n.decimal.mantissa);
  return SpecialFigure{{begin - 1, n.end + 1}, n.digits, times, "倍", Change::increase};
}

std::optional<SpecialFigure> read_rank(const Reader& in, const Numeral& n) noexcept {
  const std::uint32_t begin = in.skip_spaces_back(n.digits.begin) - 1;  // at 第
  std::uint32_t end = in.skip_spaces(n.end);
  const bool placed = any_of(in.at(end), U"位名") && !in.starts(end, U"位数");
  end = placed ? end + 1 : n.end;
  if (in.starts(end, U"次")) ++end;
  const char32_t next = in.at(in.skip_spaces(end));
  const bool closes =
      next == 0 || has(next, Trait::clause_end) || any_of(next, U"、)的和\"") || (placed && has(next, Trait::change));
  if (!closes || n.fractional() || n.scaled) return std::nullopt;
  const Span before{in.clause_begin(begin, 12), begin};
  const bool ranked = std::any_of(std::begin(ranking_cues), std::end(ranking_cues),
                                  [&](std::u32string_view cue) { return in.contains(before, cue); });
  if (!ranked) return std::nullopt;
  return SpecialFigure{{begin, end}, n.digits, n.decimal.value(), "rank"};
}

std::optional<SpecialFigure> read_zero(const Reader& in, const Numeral& n) noexcept {
  if (n.digits.size() != 1 || n.end != n.digits.end) return std::nullopt;
  if (n.decimal.mantissa == 0) return read_zero_of(in, n);
  return n.chinese && n.is_one() ? read_none_of(in, n) : std::nullopt;
}

}  // namespace rulescore
