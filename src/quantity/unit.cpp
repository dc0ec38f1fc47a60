// Which measure word stands at a position. The table is small and sorted by first character at compile time; a look-up walks
// the few entries that share it, longest first, and refuses one that the next character turns into another word (12部门 has
// no 部). Outside face: match_unit, find_unit, unit_counts, unit_at. Tested by tests/unit/quantity/unit.cpp.
#include "quantity/unit.hpp"

#include "quantity/english_unit.hpp"
#include "quantity/unit_table.hpp"

#include <algorithm>
#include <array>

namespace rulescore {
namespace {

constexpr auto count = UnitKind::count;
constexpr auto measure = UnitKind::measure;
constexpr auto period = UnitKind::period;
constexpr auto any = Script::any;
constexpr auto arabic = Script::arabic;

constexpr UnitEntry written_units[] = {
    // shares and multiples
    {U"%", "%", measure, arabic, {}},
    {U"‰", "‰", measure, arabic, {}},
    {U"个百分点", "pp", measure, any, {}},
    {U"百分点", "pp", measure, arabic, {}},
    {U"倍", "倍", measure, any, {}},
    {U"分", "分", measure, arabic, U"之别局公中会院区队类行支站校"},
    // things and matters
    {U"个", "个", count, any, {}},
    {U"个位次", "个位次", count, any, {}},
    {U"位次", "位次", count, any, {}},
    {U"件", "件", count, any, U"套"},
    {U"项", "项", count, any, {}},
    {U"大项", "大项", count, any, {}},
    {U"小项", "小项", count, any, {}},
    {U"子项", "子项", count, any, {}},
    {U"类", "类", count, any, U"型"},
    {U"大类", "大类", count, any, {}},
    {U"小类", "小类", count, any, {}},
    {U"种", "种", count, any, U"植"},
    {U"条", "条", count, any, U"例款文"},
    {U"起", "起", count, any, {}},
    {U"例", "例", count, any, {}},
    {U"宗", "宗", count, any, {}},
    {U"桩", "桩", count, any, {}},
    {U"笔", "笔", count, any, {}},
    {U"批", "批", count, any, {}},
    {U"处", "处", count, any, U"室"},
    {U"次", "次", count, any, {}},
    {U"场", "场", count, any, U"所馆"},
    {U"场次", "场次", count, any, {}},
    {U"期", "期", count, arabic, {}},
    {U"轮", "轮", count, any, U"车驱胎"},
    {U"遍", "遍", count, any, {}},
    {U"套", "套", count, any, {}},
    {U"部", "部", count, any, U"门委队署分"},
    {U"份", "份", count, any, U"额"},
    {U"卷", "卷", count, any, {}},
    {U"册", "册", count, any, {}},
    {U"本", "本", count, any, U"科"},
    {U"篇", "篇", count, any, {}},
    {U"封", "封", count, any, {}},
    {U"通", "通", count, arabic, U"过知报道讯告用行"},
    {U"则", "则", count, arabic, {}},
    {U"集", "集", count, arabic, U"中体成团聚约"},
    {U"辑", "辑", count, arabic, {}},
    {U"段", "段", count, arabic, {}},
    {U"幅", "幅", count, any, {}},
    {U"张", "张", count, any, {}},
    {U"枚", "枚", count, any, {}},
    {U"块", "块", count, any, {}},
    {U"片", "片", count, arabic, U"区"},
    {U"款", "款", count, arabic, {}},
    {U"章", "章", count, arabic, U"节"},
    {U"节", "节", count, arabic, U"点"},
    {U"页", "页", count, arabic, {}},
    {U"句", "句", count, arabic, {}},
    {U"字", "字", count, arabic, U"体号样"},
    {U"门", "门", count, arabic, U"店"},
    {U"堂", "堂", count, arabic, {}},
    {U"首", "首", count, arabic, U"次批届"},
    {U"面", "面", count, arabic, U"向对"},
    {U"组", "组", count, any, U"织"},
    {U"对", "对", count, arabic, {}},
    // people and bodies
    {U"人", "人", count, any, U"才"},
    {U"名", "名", count, any, {}},
    {U"位", "位", count, any, U"于置列居"},
    {U"人次", "人次", count, any, {}},
    {U"人份", "人份", count, any, {}},
    {U"户", "户", count, any, U"籍"},
    {U"家", "家", count, any, U"庭长属"},
    {U"所", "所", count, any, {}},
    {U"支", "支", count, any, {}},
    {U"席", "席", count, arabic, U"位"},
    // places and gear
    {U"站", "站", count, arabic, U"点"},
    {U"座", "座", count, any, U"谈位"},
    {U"栋", "栋", count, any, {}},
    {U"幢", "幢", count, any, {}},
    {U"间", "间", count, arabic, {}},
    {U"层", "层", count, arabic, U"级面"},
    {U"台", "台", count, any, U"账风"},
    {U"台套", "台套", count, any, {}},
    {U"辆", "辆", count, any, {}},
    {U"辆次", "辆次", count, any, {}},
    {U"艘", "艘", count, any, {}},
    {U"艘次", "艘次", count, any, {}},
    {U"架", "架", count, any, {}},
    {U"架次", "架次", count, any, {}},
    {U"只", "只", count, arabic, U"有要需能是"},
    {U"头", "头", count, arabic, {}},
    {U"株", "株", count, any, {}},
    {U"棵", "棵", count, any, {}},
    {U"颗", "颗", count, arabic, {}},
    {U"箱", "箱", count, any, {}},
    {U"瓶", "瓶", count, any, {}},
    {U"袋", "袋", count, any, {}},
    {U"盒", "盒", count, any, {}},
    {U"剂次", "剂次", count, any, {}},
    {U"标段", "标段", count, any, {}},
    // acts counted by what they reach
    {U"件次", "件次", count, any, {}},
    {U"户次", "户次", count, any, {}},
    {U"家次", "家次", count, any, {}},
    {U"项次", "项次", count, any, {}},
    {U"条次", "条次", count, any, {}},
    {U"起次", "起次", count, any, {}},
    {U"批次", "批次", count, any, {}},
    {U"班次", "班次", count, any, {}},
    {U"车次", "车次", count, any, {}},
    {U"台次", "台次", count, any, {}},
    {U"例次", "例次", count, any, {}},
    {U"篇次", "篇次", count, any, {}},
    {U"份次", "份次", count, any, {}},
    {U"笔次", "笔次", count, any, {}},
    {U"组次", "组次", count, any, {}},
    {U"处次", "处次", count, any, {}},
    {U"个次", "个次", count, any, {}},
    {U"班", "班", count, arabic, U"子组"},
    {U"人(次)", "人(次)", count, any, {}},
    {U"件(次)", "件(次)", count, any, {}},
    {U"项(次)", "项(次)", count, any, {}},
    {U"户(次)", "户(次)", count, any, {}},
    {U"家(次)", "家(次)", count, any, {}},
    {U"个(次)", "个(次)", count, any, {}},
    {U"场(次)", "场(次)", count, any, {}},
    {U"期(次)", "期(次)", count, any, {}},
    {U"条(次)", "条(次)", count, any, {}},
    {U"份(次)", "份(次)", count, any, {}},
    {U"起(次)", "起(次)", count, any, {}},
    {U"台(次)", "台(次)", count, any, {}},
    {U"次(场)", "次(场)", count, any, {}},
    {U"场(期)", "场(期)", count, any, {}},
    {U"期(场)", "期(场)", count, any, {}},
    {U"件(起)", "件(起)", count, any, {}},
    {U"起(件)", "起(件)", count, any, {}},
    {U"件(项)", "件(项)", count, any, {}},
    {U"项(件)", "项(件)", count, any, {}},
    {U"个(项)", "个(项)", count, any, {}},
    {U"项(条)", "项(条)", count, any, {}},
    {U"条(项)", "条(项)", count, any, {}},
    {U"份(册)", "份(册)", count, any, {}},
    {U"册(份)", "册(份)", count, any, {}},
    {U"本(册)", "本(册)", count, any, {}},
    {U"人(户)", "人(户)", count, any, {}},
    {U"户(家)", "户(家)", count, any, {}},
    {U"台(套)", "台(套)", count, any, {}},
    {U"处(个)", "处(个)", count, any, {}},
    {U"家(户)", "家(户)", count, any, {}},
    // money
    {U"元", "元", measure, any, U"旦素"},
    {U"美元", "美元", measure, any, {}},
    {U"欧元", "欧元", measure, any, {}},
    {U"港元", "港元", measure, any, {}},
    // land, length, weight, energy
    {U"亩", "亩", measure, any, {}},
    {U"亩次", "亩次", measure, any, {}},
    {U"公顷", "公顷", measure, any, {}},
    {U"平方米", "平方米", measure, any, {}},
    {U"㎡", "平方米", measure, arabic, {}},
    {U"平方公里", "平方公里", measure, any, {}},
    {U"平方千米", "平方千米", measure, any, {}},
    {U"立方米", "立方米", measure, any, {}},
    {U"米", "米", measure, arabic, {}},
    {U"公里", "公里", measure, any, {}},
    {U"千米", "千米", measure, arabic, {}},
    {U"吨", "吨", measure, any, {}},
    {U"公斤", "公斤", measure, any, {}},
    {U"千克", "千克", measure, arabic, {}},
    {U"克", "克", measure, arabic, {}},
    {U"千瓦", "千瓦", measure, arabic, {}},
    {U"千瓦时", "千瓦时", measure, arabic, {}},
    // time
    {U"年", "年", period, any, U"度级底初末中前后来代间"},
    {U"个年度", "个年度", period, any, {}},
    {U"个季度", "个季度", period, any, {}},
    {U"个月", "个月", period, any, {}},
    {U"个星期", "个星期", period, any, {}},
    {U"个多月", "个月", period, any, {}},
    {U"个余月", "个月", period, any, {}},
    {U"个多小时", "个小时", period, any, {}},
    {U"个多星期", "个星期", period, any, {}},
    {U"周", "周", period, arabic, U"年岁边"},
    {U"个工作日", "个工作日", period, any, {}},
    {U"工作日", "工作日", period, any, {}},
    {U"个自然日", "个自然日", period, any, {}},
    {U"自然日", "自然日", period, any, {}},
    {U"天", "天", period, any, {}},
    {U"日", "日", period, any, {}},
    {U"小时", "小时", period, any, {}},
    {U"个小时", "个小时", period, any, {}},
    {U"分钟", "分钟", period, any, {}},
    {U"秒", "秒", period, arabic, U"批办"},
    {U"秒钟", "秒钟", period, any, {}},
    {U"学时", "学时", measure, any, {}},
    {U"个学时", "个学时", measure, any, {}},
    {U"课时", "课时", measure, any, {}},
    {U"个课时", "个课时", measure, any, {}},
    {U"学分", "学分", measure, any, {}},
};

// By first character; among those that share it, the longest first.
constexpr bool before(const UnitEntry& a, const UnitEntry& b) {
  if (a.written.front() != b.written.front()) return a.written.front() < b.written.front();
  return a.written.size() > b.written.size();
}

constexpr auto sorted_units() {
  auto table = std::to_array(written_units);
  std::sort(table.begin(), table.end(), before);
  return table;
}
constexpr auto units = sorted_units();

// Answers at once that no unit starts with a character, for most characters that none starts with.
constexpr auto make_first_filter() {
  std::array<bool, 1024> filter{};
  for (const UnitEntry& u : units) filter[u.written.front() % filter.size()] = true;
  return filter;
}
constexpr auto first_filter = make_first_filter();

}  // namespace

std::span<const UnitEntry> all_units() noexcept { return units; }

const UnitEntry* unit_at(const Reader& in, std::uint32_t position) noexcept {
  const char32_t first = in.at(position);
  if (!first_filter[first % first_filter.size()]) return nullptr;
  auto entry = std::partition_point(units.begin(), units.end(), [&](const UnitEntry& u) { return u.written.front() < first; });
  for (; entry != units.end() && entry->written.front() == first; ++entry) {
    if (!in.starts(position, entry->written)) continue;
    const char32_t next = in.at(position + entry->length());
    if (!any_of(next, entry->not_before)) return &*entry;
  }
  return nullptr;
}

UnitMatch match_unit(const Text& text, std::uint32_t position) noexcept {
  const UnitEntry* unit = unit_at(Reader(text), position);
  if (unit == nullptr) return {};
  return {unit->name, unit->length()};
}

std::string_view singular_unit(std::string_view unit) noexcept { return english::singular(unit); }

bool unit_counts(std::string_view wanted, std::string_view unit) noexcept {
  return wanted == unit || (wanted == "number" && english::is_counted(unit));
}

std::string_view find_unit(std::string_view written) noexcept {
  const auto by_name = std::find_if(units.begin(), units.end(), [&](const UnitEntry& u) { return u.name == written; });
  if (by_name != units.end()) return by_name->name;
  if (written == "rank") return "rank";
  if (const std::string_view noun = english::find_unit(written); !noun.empty()) return noun;
  try {
    const std::u32string folded = fold_phrase(written);
    const auto entry = std::find_if(units.begin(), units.end(), [&](const UnitEntry& u) { return u.written == folded; });
    return entry == units.end() ? std::string_view() : entry->name;
  } catch (...) {
    return {};
  }
}

}  // namespace rulescore
