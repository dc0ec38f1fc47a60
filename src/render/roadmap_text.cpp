// Road maps for people: where it stands and where the plan leads, the steps by quarter, what has to be written and what to be
// done, and by whom; as a table for the terminal, and in Markdown with what each step takes. Outside face: render.hpp. Tested by
// tests/cli/test_roadmap.py.
#include "render/escape.hpp"
#include "render/gap_account.hpp"
#include "render/names.hpp"
#include "render/roadmap.hpp"

#include <rulescore/render.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

// "宁波市海曙区 2020 · 现得 41.0（…） · 目标 80.0 · 照此可达 80.3，合格"
std::string standing(const RoadMap& map, const TableStyle& style) {
  const Scorecard& card = map.report.card;
  std::string line = label(card.document()) + ' ' + year(card.document()) + say(style, " · 现得 ", " · now ") +
                     rounded(card.score(), 1) + beside_total(card, style);
  if (std::isnan(map.report.target_total)) return line + say(style, " · 没有上年可比", " · no year before to compare with");
  line += say(style, " · 目标 ", " · target ") + rounded(map.report.target_total, 1) +
          say(style, " · 照此可达 ", " · after the plan ") + rounded(map.total, 1);
  if (map.band != nullptr) line += say(style, "，", ", ") + map.band->name.in(style.language);
  return line;
}

// What the plan costs, and how sure it is that nothing cheaper does.
std::string cost(const RoadMap& map, const TableStyle& style) {
  if (std::isnan(map.report.target_total)) return {};
  if (map.steps.empty())
    return map.reaches ? say(style, "已达目标", "the target is met") : say(style, "没有可补的", "nothing to be closed");
  std::string line = say(style, "共 ", "") + std::to_string(map.steps.size()) + say(style, " 项，工作量 ", " steps, effort ") +
                     digits(map.effort) + say(style, "；", "; ");
  if (!map.affordable)
    line += say(style, "预算不够达标：达标至少要 ", "the budget doesn't reach the target, which takes at least ") +
            digits(map.least_effort) + say(style, "，预算内最多到 ", "; what it pays for makes at most ") +
            rounded(map.most_total, 1);
  else if (!map.reaches)
    line += say(style, "目标够不到，这是能到的最高处", "the target is out of reach, this is as far as the work goes");
  else if (map.proven)
    line += say(style, "已证明没有更省的", "proven: nothing cheaper reaches it");
  else
    line += say(style, "任何方案至少要 ", "any set that reaches it takes at least ") + digits(map.least_effort);
  return line;
}

std::string elsewhere(const RoadMap& map, const TableStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < map.totals_there.size(); ++i)
    line += say(style, "同样的步骤读作 ", "the same steps, read as ") + map.options.crosswalks[i].to().id() +
            say(style, "：", ": ") + rounded(map.totals_there_before[i], 1) + " → " + rounded(map.totals_there[i], 1) + " / " +
            rounded(map.options.crosswalks[i].to().full(), 1) + '\n';
  return line;
}

TextTable steps_table(const RoadMap& map, const TableStyle& style) {
  std::vector<Column> columns{{"#", Align::right},
                              {say(style, "季度", "Quarter")},
                              {say(style, "指标", "Indicator"), Align::left, 44, true},
                              {say(style, "差在", "Kind")},
                              {say(style, "办法", "Remedy")},
                              {say(style, "工作量", "Effort"), Align::right},
                              {say(style, "增", "Gain"), Align::right},
                              {say(style, "总分", "Total"), Align::right},
                              {say(style, "责任单位", "Owner"), Align::left, 24}};
  for (const Crosswalk& crosswalk : map.options.crosswalks) columns.push_back({crosswalk.to().id(), Align::right});
  TextTable table(std::move(columns));
  Quarter last{-1, 1};
  for (const rulescore::Step& step : map.steps) {
    const Gap& gap = gap_of(map, step);
    std::vector<Cell> row{
        {std::to_string(step.order)},        {step.quarter == last ? "" : to_string(step.quarter)},
        {titled(node_of(map, step), style)}, {gap_name(gap.kind, style) + (gap.veto ? say(style, "（否决）", " (veto)") : "")},
        {remedy_name(gap.remedy, style)},    {digits(step.effort)},
        {signed_points(step.gain, 2)},       {rounded(step.total, 1)},
        {node_of(map, step).owner}};
    for (const double gain : step.gains_there) row.push_back({signed_points(gain, 2)});
    table.add(std::move(row));
    last = step.quarter;
  }
  return table;
}

std::string counted(const PlanSum& sum, const TableStyle& style) {
  return std::to_string(sum.steps) + say(style, " 项，工作量 ", " steps, effort ") + digits(sum.effort) + say(style, "，", ", ") +
         signed_points(sum.gain, 2) + say(style, " 分", " points");
}

// Write it down, or do it; and by whom. Lines.
std::vector<std::string> sums(const RoadMap& map, const TableStyle& style) {
  std::vector<std::string> lines;
  for (const PlanSum& sum : sums_by_remedy(map)) {
    const std::string why = sum.remedy == Remedy::write
                                ? say(style, "（报告里缺这句话，未必没做；先核实，做了就写上）",
                                      " (the report lacks the sentence, which doesn't mean that nothing was done: look first)")
                                : say(style, "（报告自己说还要做）", " (the report says itself that more is to be done)");
    lines.push_back(remedy_name(sum.remedy, style) + say(style, "：", ": ") + counted(sum, style) + why);
  }
  for (const PlanSum& sum : sums_by_owner(map))
    lines.push_back((sum.of.empty() ? say(style, "未定责任单位", "no owner") : sum.of) + say(style, "：", ": ") +
                    counted(sum, style));
  return lines;
}

std::string details(std::span<const RoadMap> maps, const RoadMap& map, const TableStyle& style) {
  std::string out;
  for (const rulescore::Step& step : map.steps) {
    const Gap& gap = gap_of(map, step);
    out += "\n" + std::to_string(step.order) + ". **" + markdown_cell(titled(node_of(map, step), style)) + "** " +
           to_string(step.quarter) + " · " + gap_name(gap.kind, style) + " · " + remedy_name(gap.remedy, style) + " · " +
           signed_points(step.gain, 2) + '\n';
    out += account_of_gap(
        map.report.card, gap, [&](std::uint32_t row) -> const Scorecard& { return maps[row].report.card; }, style);
  }
  return out;
}

}  // namespace
}  // namespace render

std::string road_maps_table(std::span<const RoadMap> maps, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const RoadMap& map : maps) {
    if (!out.empty()) out += '\n';
    out += one_line(standing(map, style)) + '\n';
    if (const std::string line = cost(map, style); !line.empty()) out += line + '\n';
    out += elsewhere(map, style);
    if (map.steps.empty()) continue;
    out += '\n' + steps_table(map, style).text(style) + '\n';
    for (const std::string& line : sums(map, style)) out += one_line(line) + '\n';
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

std::string road_maps_markdown(std::span<const RoadMap> maps, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const RoadMap& map : maps) {
    out += out.empty() ? "## " : "\n## ";
    out += markdown_cell(standing(map, style)) + '\n';
    if (const std::string line = cost(map, style); !line.empty()) out += '\n' + line + '\n';
    if (const std::string line = elsewhere(map, style); !line.empty()) out += '\n' + line;
    if (map.steps.empty()) continue;
    out += '\n' + steps_table(map, style).markdown() + '\n';
    for (const std::string& line : sums(map, style)) out += "- " + markdown_cell(line) + '\n';
    out += details(maps, map, style);
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

}  // namespace rulescore
