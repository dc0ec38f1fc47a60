// Gaps for people: per document where it stands, where it could be, and the list from the largest gain down, as a table for
// the terminal and its twin in Markdown. Outside face: render.hpp. Tested by tests/unit/render/analysis_test.cpp.
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/sentence.hpp"
#include "render/table.hpp"

#include <algorithm>
#include <map>

namespace rulescore {
namespace render {
namespace {

Ink ink_of_kind(GapKind kind) {
  return kind == GapKind::problem ? Ink::poor : kind == GapKind::below_target ? Ink::fair : Ink::plain;
}

std::string signed_gain(double points, int decimals) { return std::string("+").append(rounded(points, decimals)); }

std::string standing(const GapReport& report, const TableStyle& style) {
  const Scorecard& card = report.card;
  std::string line = label(card.document()) + ' ' + year(card.document()) + " · " + say(style, "现得 ", "now ") +
                     rounded(card.score(), 1) + say(style, " · 目标 ", " · target ") + rounded(report.target_total, 1) +
                     say(style, " · 补齐可达 ", " · within reach ") + rounded(report.reachable, 1);
  if (!report.within_reach) line += say(style, "（目标够不到）", " (the target is not)");
  return line;
}

// "无证据 41 (38.0 分) · 只有计划 6 (5.1 分)": what kind of gaps there are and what each kind holds.
std::string kinds(const GapReport& report, const TableStyle& style) {
  std::map<GapKind, std::pair<int, double>> sums;
  for (const Gap& gap : report.gaps) {
    ++sums[gap.kind].first;
    sums[gap.kind].second += gap.gain;
  }
  std::string line;
  for (const auto& [kind, sum] : sums) {
    line += (line.empty() ? "" : " · ") + gap_name(kind, style) + ' ' + std::to_string(sum.first) + " (" +
            signed_gain(sum.second, 1) + ")";
  }
  return line.empty() ? say(style, "没有差距", "no gaps") : line;
}

Table gap_table(const GapReport& report, const TableStyle& style) {
  const bool partly = std::any_of(report.gaps.begin(), report.gaps.end(), [](const Gap& gap) { return !gap.needed; });
  Table table({{"#", Align::right},
               {say(style, "指标", "Indicator"), Align::left, 44, true},
               {say(style, "差在", "Kind")},
               {say(style, "现", "Now"), Align::right},
               {say(style, "可增", "Gain"), Align::right},
               {say(style, "累计", "Total"), Align::right},
               {say(style, "责任单位", "Owner"), Align::left, 24},
               {say(style, "原文", "Sentence"), Align::left, 80, true}});
  const Scorecard& card = report.card;
  for (std::size_t i = 0; i < report.gaps.size(); ++i) {
    const Gap& gap = report.gaps[i];
    const Node& node = card.framework().nodes()[gap.node];
    const Ink ink = gap.needed ? Ink::plain : Ink::faint;
    table.add({{std::to_string(i + 1) + (partly && gap.needed ? "*" : ""), ink},
               {titled(node, style), ink},
               {gap_name(gap.kind, style), gap.needed ? ink_of_kind(gap.kind) : ink},
               {percent(gap.score), ink},
               {signed_gain(gap.gain, 2), ink},
               {rounded(gap.cumulative, 1), ink},
               {node.owner, ink},
               {std::string(sentence_of(card, shown_by(card, gap))), Ink::faint}});
  }
  return table;
}

std::string note(const GapReport& report, const TableStyle& style) {
  const auto needed = std::count_if(report.gaps.begin(), report.gaps.end(), [](const Gap& gap) { return gap.needed; });
  if (needed == static_cast<std::ptrdiff_t>(report.gaps.size())) return {};
  return say(style, "* 达到目标最少需补的 ", "* the shortest list that reaches the target: ") + std::to_string(needed) +
         say(style, " 项", "");
}

}  // namespace
}  // namespace render

std::string gaps_table(std::span<const GapReport> reports, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const GapReport& report : reports) {
    if (!out.empty()) out += '\n';
    out += standing(report, style) + '\n' + kinds(report, style) + '\n';
    if (!report.gaps.empty()) out += '\n' + gap_table(report, style).text(style);
    if (const std::string line = note(report, style); !line.empty()) out += line + '\n';
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

std::string gaps_markdown(std::span<const GapReport> reports, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const GapReport& report : reports) {
    out += out.empty() ? "## " : "\n## ";
    out += markdown_cell(standing(report, style)) + "\n\n" + kinds(report, style) + '\n';
    if (!report.gaps.empty()) out += '\n' + gap_table(report, style).markdown();
    if (const std::string line = note(report, style); !line.empty()) out += '\n' + markdown_cell(line) + '\n';
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

}  // namespace rulescore
