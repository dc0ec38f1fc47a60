// Look-alikes, by principle rather than by list: an identifier is glued to letters or signs; a name stands in quotation marks
// with a Chinese numeral; a date has a year, a month or a look-back word. Only phrases that no principle tells apart are a
// list, and it is data. Outside face: the predicates of the header. Tested by tests/unit/quantity/look_alike.cpp.
#include "quantity/look_alike.hpp"

#include "quantity/change.hpp"

#include <algorithm>

namespace rulescore {
namespace {

struct SetPhrase {
  std::uint64_t figure;
  std::u32string_view tail;  // from the unit on, so that 三项制度 and 3项制度 are the same phrase
};

constexpr SetPhrase set_phrases[] = {
    {1, U"件事"},    {3, U"项制度"},       {3, U"位一体"},     {4, U"位一体"},     {5, U"位一体"},   {2, U"位数"},
    {2, U"个维护"},  {2, U"个确立"},       {2, U"个一百年"},   {2, U"个毫不动摇"}, {4, U"个意识"},   {4, U"个自信"},
    {4, U"个全面"},  {4, U"个伟大"},       {4, U"个最严"},     {4, U"个不摘"},     {3, U"个代表"},   {3, U"个务必"},
    {3, U"个一批"},  {5, U"个统筹"},       {8, U"个明确"},     {10, U"个明确"},    {11, U"个坚持"},  {14, U"个坚持"},
    {8, U"项规定"},  {4, U"套班子"},       {5, U"套班子"},     {2, U"张皮"},       {2, U"个结合"},   {4, U"种形态"},
    {3, U"次产业"},  {3, U"天两头"},       {3, U"个文明"},     {2, U"个文明"},     {7, U"天无理由"}, {6, U"个严禁"},
    {12, U"条禁令"}, {5, U"个不直接分管"}, {3, U"个区分开来"}, {10, U"项严禁"},
};

// Behind 24小时: an opening time, not a time that something took.
constexpr std::u32string_view open_all_day[] = {U"自助", U"服务", U"在线", U"值班",   U"值守", U"打烊", U"热线",
                                                U"接听", U"开放", U"营业", U"无休",   U"备勤", U"巡逻", U"监控",
                                                U"监测", U"受理", U"政务", U"不间断", U"法律"};
constexpr std::u32string_view session_words[] = {U"会议", U"全会", U"全体", U"党代会", U"代表大会"};
constexpr std::u32string_view programme_words[] = {U"行动", U"计划", U"规划", U"任务", U"攻坚", U"目标",
                                                   U"工程", U"方案", U"滚动", U"一遇", U"以来", U"普法"};
// A Chinese numeral before 年 measures only behind one of these; else 三年 is a name or a look back.
constexpr std::u32string_view duration_cues[] = {U"连续",   U"为期", U"效期", U"任期", U"聘期", U"历时", U"长达",   U"期限",
                                                 U"期限为", U"期为", U"满",   U"最长", U"保存", U"至少", U"不少于", U"不超过"};
constexpr std::u32string_view window_cues[] = {U"近", U"最近", U"过去", U"未来", U"今后", U"往后", U"这", U"头", U"每"};

template <std::size_t size>
bool starts_any(const Reader& in, std::uint32_t p, const std::u32string_view (&words)[size]) noexcept {
  return std::any_of(std::begin(words), std::end(words), [&](std::u32string_view w) { return in.starts(p, w); });
}
template <std::size_t size>
bool ends_any(const Reader& in, std::uint32_t p, const std::u32string_view (&words)[size]) noexcept {
  return std::any_of(std::begin(words), std::end(words), [&](std::u32string_view w) { return in.ends(p, w); });
}
template <std::size_t size>
bool contains_any(const Reader& in, Span span, const std::u32string_view (&words)[size]) noexcept {
  return std::any_of(std::begin(words), std::end(words), [&](std::u32string_view w) { return in.contains(span, w); });
}

constexpr std::u32string_view identifier_signs = U"+×*·_/\\#@&=^|.:-%~?";

bool is_letter(char32_t c) noexcept { return c >= U'a' && c <= U'z'; }
bool is_word(char32_t c) noexcept { return is_letter(c) || is_digit(c); }

bool glued_before(const Reader& in, std::uint32_t begin) noexcept {
  const char32_t c = in.before(begin);
  if (is_han(c)) return false;
  if (is_letter(c) || any_of(c, U"+×*·_/\\#@&=^|%[【")) return true;
  if (begin < 2) return false;
  return (any_of(c, U"-:") && is_word(in.at(begin - 2))) || (c == U'.' && is_letter(in.at(begin - 2)));
}

bool glued_after(const Reader& in, std::uint32_t end) noexcept {
  const char32_t c = in.at(end), next = in.at(end + 1);
  if (is_han(c)) return false;
  if (is_letter(c) || any_of(c, U"+×*·_/\\#@&=^|]】")) return true;
  return (any_of(c, U".:") && is_word(next)) || (c == U'-' && is_letter(next));
}

bool is_session(const Reader& in, const Numeral& n, std::uint32_t unit_end) noexcept {
  if (!starts_any(in, unit_end, session_words)) return false;
  return in.contains({in.clause_begin(n.digits.begin, 12), n.digits.begin}, U"届");
}

bool is_opening_time(const Reader& in, const Numeral& n, std::uint32_t unit_end) noexcept {
  if (n.decimal.value() != 24) return false;
  return in.ends(n.digits.begin, U"全天") || contains_any(in, {unit_end, in.clause_end(unit_end, 6)}, open_all_day);
}

bool is_radius_name(const Reader& in, const UnitEntry& unit, std::uint32_t unit_end) noexcept {
  if (!any_of(unit.written.front(), U"分小公")) return false;
  return in.contains({unit_end, in.clause_end(unit_end, 10)}, U"圈");
}

// 前10名, 前三个月: the first so many; not 目前12个, 提前5天.
bool is_leading_part(const Reader& in, const Numeral& n, const UnitEntry& unit) noexcept {
  const std::uint32_t p = in.skip_spaces_back(n.digits.begin);
  if (in.before(p) != U'前' || any_of(in.before(p - 1), U"目提此之以日当年月会事")) return false;
  return any_of(unit.written.front(), U"名位个天年日周");
}

bool is_year(const Numeral& n) noexcept {
  const double value = n.decimal.value();
  return n.fractional() ? n.decimal.exponent <= -2 : value >= 1900 && value <= 2100 && n.digits.size() == 4;
}

// N日 measures only where a limit is meant: 30日内, 不超过30日, 压缩至7日.
bool is_day_of_month(const Reader& in, const Numeral& n, std::uint32_t unit_end) noexcept {
  const std::uint32_t begin = in.skip_spaces_back(n.digits.begin);
  if (any_of(in.before(begin), U"月-/")) return true;
  const std::uint32_t next = in.skip_spaces(unit_end);
  if (in.starts(next, U"内") || in.starts(next, U"以内") || in.starts(next, U"之内")) return false;
  return !any_of(in.before(begin), U"过足到于少多期为满至") || in.ends(begin, U"日至");
}

}  // namespace

bool is_glued(const Reader& in, const Numeral& n) noexcept {
  if (n.chinese) {
    const char32_t c = in.before(n.digits.begin);
    if (c == U'周') return in.before(n.digits.begin - 1) != U'每';
    return is_digit(c) || is_letter(c) || any_of(c, U"初") || in.ends(n.digits.begin, U"星期");
  }
  const bool leading_zero = in.at(n.digits.begin) == U'0' && is_digit(in.at(n.digits.begin + 1));
  return leading_zero || glued_before(in, n.digits.begin) || glued_after(in, n.end);
}

std::uint32_t skip_identifier(const Reader& in, std::uint32_t position) noexcept {
  while (is_word(in.at(position)) || any_of(in.at(position), identifier_signs)) ++position;
  return position;
}

bool is_quoted(const Reader& in, std::uint32_t position) noexcept {
  if (position == 0 || !any_of(in.at(position - 1), U"\"'")) return false;
  const std::string_view mark = in.text().quote({position - 1, position});
  return mark != "”" && mark != "’" && mark != "」" && mark != "』" && mark != "〞";
}

bool is_in_quotes(const Reader& in, std::uint32_t position) noexcept {
  constexpr std::uint32_t longest_slogan = 24;
  std::uint32_t p = position;
  while (p > 0 && position - p < longest_slogan && !any_of(in.before(p), U"\"\n。")) --p;
  return in.before(p) == U'"' && is_quoted(in, p);
}

bool is_quoted_name(const Reader& in, Span span) noexcept {
  constexpr std::uint32_t longest_tail = 6;
  std::uint32_t p = span.end;
  while (p - span.end < longest_tail && p < in.size() && is_han(in.at(p))) ++p;
  return in.at(p) == U'"' && !is_quoted(in, p + 1) && is_in_quotes(in, span.begin);
}

bool follows_duration_cue(const Reader& in, std::uint32_t position) noexcept {
  return ends_any(in, in.skip_spaces_back(position), duration_cues);
}

bool is_set_phrase(const Reader& in, const Numeral& n, const UnitEntry& unit, std::uint32_t unit_end) noexcept {
  const auto matches = [&](const SetPhrase& s) { return s.figure == n.decimal.mantissa && in.starts(n.end, s.tail); };
  if (n.decimal.exponent == 0 && std::any_of(std::begin(set_phrases), std::end(set_phrases), matches)) return true;
  if (is_leading_part(in, n, unit) || is_radius_name(in, unit, unit_end)) return true;
  return unit.kind == UnitKind::period ? is_opening_time(in, n, unit_end) : is_session(in, n, unit_end);
}

bool is_calendar(const Reader& in, const Numeral& n, const UnitEntry& unit, std::uint32_t unit_end) noexcept {
  if (unit.kind != UnitKind::period) return unit.name == "分" && any_of(in.before(n.digits.begin), U"时点:");
  const std::uint32_t begin = in.skip_spaces_back(n.digits.begin);
  if (unit.name == "日") return is_day_of_month(in, n, unit_end);
  const bool year = unit.name == "年";
  if (ends_any(in, begin, window_cues) && !follows_change(in, begin)) return true;  // but 缩短近10天
  if (starts_any(in, in.skip_spaces(unit_end), programme_words)) return true;
  if (!year) return false;
  const std::uint32_t next = in.skip_spaces(unit_end);
  if (is_year(n) || (is_digit(in.at(next)) && in.contains({next, in.clause_end(next, 4)}, U"月"))) return true;
  if (!n.chinese || in.starts(next, U"内") || in.starts(next, U"以")) return false;
  return !follows_duration_cue(in, begin);
}

std::uint32_t skip_title(const Reader& in, std::uint32_t position) noexcept {
  constexpr std::uint32_t longest_title = 120;
  const std::uint32_t limit = std::min(position + longest_title, in.size());
  int depth = 0;
  for (std::uint32_t p = position; p < limit && in.at(p) != U'\n'; ++p) {
    if (in.at(p) == U'《') ++depth;
    if (in.at(p) == U'》' && --depth == 0) return p + 1;
  }
  return position + 1;
}

}  // namespace rulescore
