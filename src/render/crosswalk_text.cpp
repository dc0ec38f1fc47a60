// Cards read as another framework's, for people: both totals, the nodes there with what answers them, the fixes that bring most
// in both, and years under either framework side by side. Outside face: render.hpp. Tested by
// tests/unit/render/crosswalk_test.cpp.
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <rulescore/crosswalk.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

std::string points_of(double points, double full) { return rounded(points, 2) + " / " + rounded(full, 2); }

std::string band_of(const Band* band, const TableStyle& style) {
  return band == nullptr ? std::string() : " · " + band->name.in(style.language);
}

std::string total(const Framework& framework, double score, const Band* band, const TableStyle& style) {
  return framework.id() + ' ' + rounded(score, 1) + " / " + rounded(framework.full(), 1) + band_of(band, style);
}

// "青岛市 2020", both totals, and how much of the second is known.
std::string standing(const Crossed& there, const TableStyle& style) {
  const Scorecard& card = there.card();
  const Crosswalk& walk = there.crosswalk();
  return label(card.document()) + ' ' + year(card.document()) + '\n' + say(style, "  原框架 ", "  scored as ") +
         total(card.framework(), card.score(), card.band(), style) + '\n' + say(style, "  读作   ", "  read as   ") +
         total(walk.to(), there.score(), there.band(), style) + say(style, " · 得分区间 ", " · range ") +
         rounded(there.low(), 1) + "–" + rounded(there.high(), 1) + '\n' + say(style, "  已评 ", "  assessed ") +
         percent(there.coverage(), 1) + say(style, " · 有对应而未评 ", " · answered but silent ") +
         percent(std::max(0.0, 1 - there.coverage() - there.unmapped()), 1) + say(style, " · 无对应 ", " · unmapped ") +
         percent(there.unmapped(), 1) + say(style, "；原框架中未用 ", "; of the first, unused ") + percent(walk.unused(), 1);
}

// "A · B1 60%"
std::string answered_by(const Crosswalk& walk, std::uint32_t node) {
  std::string text;
  for (const CrosswalkLink& link : walk.links()) {
    if (link.to != node) continue;
    text += (text.empty() ? "" : " · ") + walk.from().nodes()[link.from].code;
    if (link.part < 1) text += ' ' + percent(link.part);
  }
  return text;
}

TextTable node_table(const Crossed& there, const TableStyle& style) {
  TextTable table({{say(style, "指标", "Indicator"), Align::left, 44, true},
               {say(style, "由何对应", "Answered by"), Align::left, 40, true},
               {say(style, "得分率", "Score"), Align::right},
               {say(style, "得分 / 满分", "Points / full"), Align::right},
               {say(style, "区间", "Range"), Align::right},
               {say(style, "已评", "Assessed"), Align::right},
               {say(style, "无对应", "Unmapped"), Align::right},
               {say(style, "证据", "Evidence"), Align::right}});
  const Framework& to = there.crosswalk().to();
  for (std::uint32_t i = 1; i < to.nodes().size(); ++i) {
    const NodeScore& node = there.nodes()[i];
    const std::string indent(2 * static_cast<std::size_t>(std::max(0, to.nodes()[i].depth - 1)), ' ');
    table.add({{indent + titled(to.nodes()[i], style)},
               {answered_by(there.crosswalk(), i)},
               {node.state == State::not_applicable ? state_name(node.state, style)
                : std::isnan(node.score)            ? "–"
                                                    : percent(node.score),
                ink_of(node.score)},
               {points_of(node.points, node.full)},
               {rounded(node.low, 2) + "–" + rounded(node.high, 2)},
               {percent(node.coverage)},
               {percent(there.unmapped_shares()[i])},
               {std::to_string(there.evidence(i).size())}});
  }
  return table;
}

std::string codes_of(const Framework& framework, const std::vector<std::uint32_t>& nodes) {
  std::string text;
  for (const std::uint32_t node : nodes) text += (text.empty() ? "" : " · ") + framework.nodes()[node].code;
  return text.empty() ? "–" : text;
}

std::string signed_gain(double points) { return (points < 0 ? "−" : "+") + rounded(std::abs(points), 2); }

std::string fixes(const Crossed& there, std::size_t most, const TableStyle& style) {
  const std::vector<SharedFix> all = shared_fixes(there.card(), there.crosswalk());
  if (all.empty() || most == 0) return {};
  const Framework &from = there.crosswalk().from(), &to = there.crosswalk().to();
  TextTable table({{"#", Align::right},
               {say(style, "补一项", "One fix"), Align::left, 44, true},
               {say(style, "差在", "Kind")},
               {from.id(), Align::right},
               {to.id(), Align::right},
               {say(style, "对应", "Answers"), Align::left, 24}});
  for (std::size_t i = 0; i < all.size() && i < most; ++i)
    table.add({{std::to_string(i + 1)},
               {titled(from.nodes()[all[i].gap.node], style)},
               {gap_name(all[i].gap.kind, style)},
               {signed_gain(all[i].gap.gain)},
               {signed_gain(all[i].gain_there), all[i].gain_there > 0 ? Ink::good : Ink::faint},
               {codes_of(to, all[i].serves)}});
  std::string out = '\n' + table.text(style);
  if (all.size() > most) out += "  … " + std::to_string(all.size() - most) + say(style, " 项略去\n", " more\n");
  return out;
}

void add_common(TextTable& table, const Scorecard& card, const Crosswalk& walk) {
  const CommonTotal common = common_total(card, walk);
  table.add({{label(card.document())},
             {year(card.document())},
             {card.framework().id()},
             {rounded(card.score(), 1)},
             {rounded(common.score, 1), ink_of(common.score / common.full)},
             {rounded(common.low, 1) + "–" + rounded(common.high, 1)},
             {percent(common.coverage)},
             {percent(common.left_out, 1)}});
}

std::string side_by_side(std::span<const Crossed> crossed, std::span<const Scorecard> second, const Crosswalk& walk,
                         const TableStyle& style) {
  TextTable table({{say(style, "地区", "Jurisdiction"), Align::left, 40, true},
               {say(style, "年度", "Year"), Align::right},
               {say(style, "所依框架", "Assessed under")},
               {say(style, "原得分", "Own total"), Align::right},
               {say(style, "共同部分", "In common"), Align::right},
               {say(style, "区间", "Range"), Align::right},
               {say(style, "已评", "Assessed"), Align::right},
               {say(style, "不在共同部分", "Left out"), Align::right}});
  for (const Crossed& there : crossed) add_common(table, there.card(), walk);
  for (const Scorecard& card : second) add_common(table, card, walk);
  return say(style, "共同部分：两个框架都问到的，折成 ", "In common: what both frameworks ask for, out of ") +
         rounded(walk.to().full(), 1) + say(style, " 分\n", "\n") + table.text(style);
}

}  // namespace
}  // namespace render

std::string crossed_table(std::span<const Crossed> crossed, std::span<const Scorecard> second, std::size_t most_fixes,
                          const TableStyle& style) {
  using namespace render;
  if (crossed.empty()) return say(style, "没有文档。\n", "No documents.\n");
  std::string out;
  for (const Crossed& there : crossed) {
    if (!out.empty()) out += '\n';
    out += standing(there, style) + "\n\n" + node_table(there, style).text(style) + fixes(there, most_fixes, style);
  }
  if (crossed.size() + second.size() > 1) out += '\n' + side_by_side(crossed, second, crossed.front().crosswalk(), style);
  return out;
}

std::string crosswalk_summary(const Crosswalk& crosswalk) {
  using namespace render;
  const std::size_t links = crosswalk.links().size();
  const auto silent =
      std::count_if(crosswalk.links().begin(), crosswalk.links().end(), [](const CrosswalkLink& l) { return !l.back; });
  return crosswalk.id() + ": " + crosswalk.from().id() + " read as " + crosswalk.to().id() + ", " + std::to_string(links) +
         (links == 1 ? " answer, " : " answers, ") + percent(crosswalk.unmapped(), 1) + " of the second unmapped, " +
         percent(crosswalk.unused(), 1) + " of the first unused; " + (silent == 0 ? "reads" : "doesn't read") +
         " the other way round\n";
}

}  // namespace rulescore
