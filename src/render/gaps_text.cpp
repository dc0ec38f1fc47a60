// Gaps for people: per document where it stands, where it could be, and the list from the largest gain down, as a table for
// the terminal and its twin in Markdown. Outside face: render.hpp. Tested by tests/unit/render/analysis_test.cpp.
#include "render/escape.hpp"
#include "render/gap_account.hpp"
#include "render/names.hpp"
#include "render/sentence.hpp"
#include "render/table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rulescore {
namespace render {
namespace {

Ink ink_of_kind(GapKind kind) {
  return kind == GapKind::problem ? Ink::poor : kind == GapKind::below_target ? Ink::fair : Ink::plain;
}

std::string standing(const GapReport& report, const TableStyle& style) {
  const Scorecard& card = report.card;
  std::string line = label(card.document()) + ' ' + year(card.document()) + " · " + say(style, "现得 ", "now ") +
                     rounded(card.score(), 1) + beside_total(card, style);
  if (std::isnan(report.target_total)) return line + say(style, " · 没有上年可比", " · no year before to compare with");
  line += say(style, " · 目标 ", " · target ") + rounded(report.target_total, 1) +
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
            signed_points(sum.second, 1) + ")";
  }
  return line.empty() ? say(style, "没有差距", "no gaps") : line;
}

// "写明 30 项 (+28.1) · 去做 25 项 (+20.9)": where the gap is likely in the report, and where in the work.
std::string remedies(const GapReport& report, const TableStyle& style) {
  std::string line;
  for (const Remedy remedy : {Remedy::write, Remedy::work}) {
    int count = 0;
    double gain = 0;
    for (const Gap& gap : report.gaps) {
      if (gap.remedy != remedy) continue;
      ++count;
      gain += gap.gain;
    }
    if (count > 0)
      line += (line.empty() ? "" : " · ") + remedy_name(remedy, style) + ' ' + std::to_string(count) + " (" +
              signed_points(gain, 1) + ")";
  }
  return line;
}

// What a person needs to close each gap, for formats with room.
std::string details(std::span<const GapReport> reports, const GapReport& report, const TableStyle& style) {
  std::string out;
  for (const Gap& gap : report.gaps) {
    const Node& node = report.card.framework().nodes()[gap.node];
    out += "\n- **" + markdown_cell(titled(node, style)) + "** " + gap_name(gap.kind, style) + " · " +
           remedy_name(gap.remedy, style) + " · " + signed_points(gap.gain, 2) + '\n';
    out += account_of_gap(
        report.card, gap, [&](std::uint32_t row) -> const Scorecard& { return reports[row].card; }, style);
  }
  return out;
}

TextTable gap_table(const GapReport& report, const TableStyle& style) {
  const bool partly = std::any_of(report.gaps.begin(), report.gaps.end(), [](const Gap& gap) { return !gap.needed; });
  TextTable table({{"#", Align::right},
               {say(style, "指标", "Indicator"), Align::left, 44, true},
               {say(style, "差在", "Kind")},
               {say(style, "办法", "Remedy")},
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
               {remedy_name(gap.remedy, style), ink},
               {percent(gap.score), ink},
               {signed_points(gap.gain, 2), ink},
               {rounded(gap.cumulative, 1), ink},
               {node.owner, ink},
               {std::string(sentence_of(card, shown_by(card, gap))), Ink::faint}});
  }
  return table;
}

std::string note(const GapReport& report, const TableStyle& style) {
  const auto needed = std::count_if(report.gaps.begin(), report.gaps.end(), [](const Gap& gap) { return gap.needed; });
  if (needed == static_cast<std::ptrdiff_t>(report.gaps.size())) return {};
  return say(style, "* 达到目标最省力的 ", "* the cheapest set that reaches the target: ") + std::to_string(needed) +
         say(style, " 项（rulescore roadmap 排出先后）", " indicators (rulescore roadmap puts them in order)");
}

}  // namespace
}  // namespace render

std::string gaps_table(std::span<const GapReport> reports, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const GapReport& report : reports) {
    if (!out.empty()) out += '\n';
    out += standing(report, style) + '\n' + kinds(report, style) + '\n' + remedies(report, style) + '\n';
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
    out += markdown_cell(standing(report, style)) + "\n\n" + kinds(report, style) + "\n\n" + remedies(report, style) + '\n';
    if (!report.gaps.empty()) out += '\n' + gap_table(report, style).markdown() + details(reports, report, style);
    if (const std::string line = note(report, style); !line.empty()) out += '\n' + markdown_cell(line) + '\n';
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

}  // namespace rulescore
