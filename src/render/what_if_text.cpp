// What-ifs for people: what is supposed, the totals before and after, the indicators that move, and the ranks.
// Outside face: render.hpp. Tested by tests/unit/render/what_if_test.cpp.
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/table.hpp"
#include "render/what_if.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rulescore {
namespace render {
namespace {

std::string signed_points(double points, int decimals) {
  if (std::isnan(points)) return rounded(points, decimals);
  return points < 0 ? "−" + rounded(-points, decimals) : "+" + rounded(points, decimals);
}

std::string moved(const std::string& from, const std::string& to) { return from == to ? from : from + " → " + to; }

std::string band_of(const Band* band, const TableStyle& style) {
  return band == nullptr ? std::string("–") : one_line(band->name.in(style.language));
}

// The rule that takes what is supposed; empty for a score.
std::string rule_of(const WhatIf& what, std::size_t fact) {
  const EvidenceSet& set = what.after.evidence();
  for (const Evidence& piece : set.items())
    if (piece.fact == fact && piece.rule != Evidence::direct) return ' ' + rule_name(what.after.framework(), piece);
  return {};
}

// "若 E1.3=100%（plan.yaml:3:3） · E1.3 负责人出庭应诉 rate": one line each.
std::string supposed_lines(const WhatIf& what, const TableStyle& style) {
  std::string out;
  const std::span<const Fact> facts = what.after.evidence().facts();
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (fact.kind != SourceKind::intended) continue;
    const Framework& framework = what.before.framework();
    out += say(style, "  若 ", "  if ") + one_line(fact.source);
    if (fact.where != fact.source) out += say(style, "（", " (") + one_line(fact.where) + say(style, "）", ")");
    out += " · " + one_line(titled(framework.nodes()[framework.at(fact.indicator)], style) + rule_of(what, i)) + '\n';
  }
  return out.empty() ? say(style, "  没有与本文档有关的假设\n", "  nothing is supposed for this document\n") : out;
}

std::string totals_line(const WhatIf& what, const Band* before, const Band* after, const TableStyle& style) {
  const Scorecard &was = what.before, &is = what.after;
  std::string line = say(style, "得分 ", "score ") + moved(rounded(was.score(), 2), rounded(is.score(), 2));
  if (was.score() != is.score())
    line += say(style, "（", " (") + signed_points(is.score() - was.score(), 2) + say(style, "）", ")");
  line += say(style, " · 覆盖率 ", " · coverage ") + moved(percent(was.coverage(), 1), percent(is.coverage(), 1)) +
          say(style, " · 区间 ", " · range ") +
          moved(rounded(was.low(), 1) + "–" + rounded(was.high(), 1), rounded(is.low(), 1) + "–" + rounded(is.high(), 1));
  if (before != nullptr || after != nullptr)
    line += say(style, " · 等级 ", " · band ") + moved(band_of(before, style), band_of(after, style));
  return line + '\n';
}

// The vetoes that fire before or after, once each.
std::string veto_lines(const WhatIf& what, const TableStyle& style) {
  const auto words = [&](const Scorecard& card) {
    std::vector<std::string> lines;
    for (const FiredVeto& veto : card.vetoes()) lines.push_back(one_line(card.veto_in_words(veto, style.language)));
    return lines;
  };
  const std::vector<std::string> was = words(what.before), is = words(what.after);
  const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  std::string out;
  for (const std::string& line : was)
    if (!has(is, line)) out += say(style, "不再触发：", "no longer: ") + line + '\n';
  for (const std::string& line : is) out += (has(was, line) ? "! " : say(style, "! 新触发：", "! new: ")) + line + '\n';
  return out;
}

TextTable changes_table(const WhatIf& what, const TableStyle& style) {
  TextTable table({{say(style, "指标", "Indicator"), Align::left, 44, true},
               {say(style, "得分率", "Score"), Align::right},
               {say(style, "分数", "Points"), Align::right},
               {say(style, "变化", "Change"), Align::right},
               {say(style, "状态", "State")}});
  const auto add = [&](const std::string& title, double points) {
    table.add({{title}, {""}, {""}, {signed_points(points, 3)}, {""}});
  };
  for (const std::uint32_t index : changed_indicators(what)) {
    const NodeScore &was = what.before.nodes()[index], &is = what.after.nodes()[index];
    table.add({{titled(what.before.framework().nodes()[index], style)},
               {moved(rounded(was.score, 3), rounded(is.score, 3)), ink_of(is.score)},
               {moved(rounded(was.points, 3), rounded(is.points, 3))},
               {signed_points(is.points - was.points, 3)},
               {moved(state_name(was.state, style), state_name(is.state, style))}});
  }
  const double rest = beside_the_points(what), gain = what.after.score() - what.before.score();
  if (rest != 0 && !std::isnan(rest)) add(say(style, "合成方式与规则所致", "by aggregation and policies"), rest);
  if (!std::isnan(gain)) add(say(style, "总分", "the total"), gain);
  return table;
}

std::string notes(const WhatIf& what, const TableStyle& style) {
  if (!what.peers_held) return {};
  return say(style, "同组各家的数按原样比较，没有随假设变动。\n", "The peers' figures are held as they were.\n");
}

std::string heading(const WhatIf& what, const TableStyle& style) {
  const Document& document = what.before.document();
  return label(document) + ' ' + year(document) + " · " + source_line(document, style) + " · " +
         say(style, "假设情形，不是报告所证", "supposed, not what the report shows");
}

// Rows by their rank after, ties in the panel's order.
std::vector<std::uint32_t> by_rank(const RankedWhatIf& what) {
  std::vector<std::uint32_t> rows(what.before.rows());
  std::iota(rows.begin(), rows.end(), 0u);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return what.ranks_after[a] < what.ranks_after[b]; });
  return rows;
}

TextTable ranks_table(const RankedWhatIf& what, const TableStyle& style) {
  TextTable table({{say(style, "名次", "Rank"), Align::right},
               {say(style, "原", "Was"), Align::right},
               {say(style, "地区", "Jurisdiction"), Align::left, 40, true},
               {say(style, "年度", "Year"), Align::right},
               {say(style, "得分", "Score"), Align::right},
               {say(style, "变化", "Change"), Align::right}});
  const std::vector<std::string> names = labels(what.before.cards());
  for (const std::uint32_t row : by_rank(what)) {
    const double was = what.before.totals()[row], is = what.after.totals()[row];
    const bool own = row == what.row, kept = was == is || (std::isnan(was) && std::isnan(is));
    table.add({{std::to_string(what.ranks_after[row])},
               {std::to_string(what.ranks_before[row])},
               {(own ? "* " : "") + names[row], own ? Ink::good : Ink::plain},
               {year(what.before.cards()[row].document())},
               {rounded(is, 2), ink_of(is / what.after.cards()[row].full())},
               {kept ? "" : signed_points(is - was, 2)}});
  }
  return table;
}

std::string rank_line(const RankedWhatIf& what, const TableStyle& style) {
  const std::vector<std::string> names = labels(what.before.cards());
  const auto listed = [&](std::span<const std::uint32_t> rows) {
    std::string text;
    for (const std::uint32_t row : rows) text += (text.empty() ? "" : say(style, "、", ", ")) + names[row];
    return text;
  };
  std::string line = say(style, "名次 ", "rank ") +
                     moved(std::to_string(what.ranks_before[what.row]), std::to_string(what.ranks_after[what.row])) +
                     say(style, "，共 ", " of ") + std::to_string(what.before.rows()) + say(style, " 家", "");
  if (!what.passes.empty()) line += say(style, " · 超过 ", " · passes ") + listed(what.passes);
  if (!what.passed_by.empty()) line += say(style, " · 落后于 ", " · falls behind ") + listed(what.passed_by);
  return line + '\n';
}

}  // namespace
}  // namespace render

std::string what_ifs_table(std::span<const WhatIf> whats, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const WhatIf& what : whats) {
    if (!out.empty()) out += '\n';
    out += heading(what, style) + '\n' + supposed_lines(what, style) +
           totals_line(what, what.before.band(), what.after.band(), style) + veto_lines(what, style) + notes(what, style);
    if (!what.changed.empty()) out += '\n' + changes_table(what, style).text(style);
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

std::string what_ifs_markdown(std::span<const WhatIf> whats, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const WhatIf& what : whats) {
    out += (out.empty() ? "## " : "\n## ") + markdown_cell(heading(what, style)) + "\n\n";
    for (const Fact& fact : what.supposed()) out += "- " + markdown_cell(say(style, "若 ", "if ") + one_line(fact.source)) + '\n';
    out += '\n' + markdown_cell(totals_line(what, what.before.band(), what.after.band(), style)) + '\n';
    if (!what.changed.empty()) out += '\n' + changes_table(what, style).markdown();
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

std::string ranked_what_if_table(const RankedWhatIf& what, const TableStyle& style) {
  using namespace render;
  std::string out = heading(what.own, style) + '\n' + supposed_lines(what.own, style) +
                    totals_line(what.own, what.before.bands()[what.row], what.after.bands()[what.row], style) +
                    rank_line(what, style) + veto_lines(what.own, style) + notes(what.own, style) + '\n' +
                    ranks_table(what, style).text(style);
  if (!what.own.changed.empty()) out += '\n' + changes_table(what.own, style).text(style);
  return out;
}

std::string explain_text(const WhatIf& what, std::uint32_t node, const TableStyle& style) {
  using namespace render;
  return say(style, "假设情形，不是报告所证\n", "Supposed, not what the report shows\n") + supposed_lines(what, style) +
         totals_line(what, what.before.band(), what.after.band(), style) + notes(what, style) + '\n' +
         explain_text(what.after, node, style);
}

}  // namespace rulescore
