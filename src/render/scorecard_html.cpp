// A scorecard as a fragment of HTML, for notebooks: totals, the level-1 groups, and the indicators with their first quotation.
// No script, no outside resource; every text is escaped; at most 200 rows and about 200 kB, whatever the framework.
// Outside face: render.hpp. Tested by tests/unit/render/scorecard_test.cpp.
#include "base/number.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/overview.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t most_bytes = 190'000;  // the closing lines need a little, too
constexpr int quote_columns = 120;

std::string cell(const std::string& text, const char* style = "text-align:left") {
  return std::string("<td style=\"") + style + "\">" + markup(text) + "</td>";
}

std::string bar(double score) {
  if (!std::isfinite(score)) return "<td></td>";
  const std::string width = rounded(std::clamp(score, 0.0, 1.0) * 100, 1);
  return "<td style=\"min-width:6em\"><div style=\"background:#4a7;height:.7em;width:" + width + "%\"></div></td>";
}

std::string first_quote(const Scorecard& card, const NodeScore& score) {
  if (score.evidence_begin >= score.evidence_end) return {};
  const EvidenceSet& set = card.evidence();
  return elide(one_line(set.quote(set.items()[score.evidence_begin])), quote_columns);
}

std::string row(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const Node& node = card.framework().nodes()[index];
  const NodeScore& score = card.nodes()[index];
  const char* left = node.is_indicator() ? "text-align:left" : "text-align:left;font-weight:bold";
  return "<tr>" + cell(elide(titled(node, style), quote_columns), left) + cell(percent(score.score), "text-align:right") +
         bar(score.score) + cell(rounded(score.points, 2) + " / " + rounded(score.full, 2), "text-align:right") +
         cell(state_name(score.state, style)) + cell(node.is_indicator() ? first_quote(card, score) : std::string()) + "</tr>\n";
}

std::string table_head(const TableStyle& style) {
  const std::string headings[] = {say(style, "指标", "Indicator"), say(style, "得分", "Score"), "",
                                  say(style, "分数", "Points"),    say(style, "状态", "State"), say(style, "原文", "Quote")};
  std::string out = "<table><thead><tr>";
  for (const std::string& text : headings) out += "<th style=\"text-align:left\">" + markup(text) + "</th>";
  return out + "</tr></thead><tbody>\n";
}

// Rows for which `wanted` holds, until the limits are reached; the last line says how many were left out.
template <class Wanted>
std::string rows(const Scorecard& card, const TableStyle& style, std::size_t& budget_rows, std::size_t budget_bytes,
                 Wanted wanted) {
  std::string out = table_head(style);
  std::size_t left_out = 0;
  for (std::uint32_t i = 1; i < card.nodes().size(); ++i) {
    if (!wanted(card.framework().nodes()[i])) continue;
    std::string line = left_out > 0 || budget_rows == 0 ? std::string() : row(card, i, style);
    if (line.empty() || out.size() + line.size() > budget_bytes) {
      ++left_out;
      continue;
    }
    --budget_rows;
    out += line;
  }
  out += "</tbody></table>\n";
  if (left_out > 0)
    out += "<p>" + say(style, "另有 ", "and ") + std::to_string(left_out) + say(style, " 行未列出", " more") + "</p>\n";
  return out;
}

}  // namespace
}  // namespace render

std::string scorecard_html(const Scorecard& card, const TableStyle& style) {
  using namespace render;
  const std::string band = band_name(card, style);
  std::string out = "<div class=\"rulescore-card\">\n<p><b>" + markup(elide(label(card.document()), quote_columns)) + ' ' +
                    year(card.document()) + "</b> " + rounded(card.score(), 1) + " / " + shortest(card.full()) +
                    (band.empty() ? "" : " · " + markup(band)) + " · " + say(style, "覆盖率 ", "coverage ") +
                    percent(card.coverage()) + " · " + say(style, "区间 ", "range ") + rounded(card.low(), 1) + "–" +
                    rounded(card.high(), 1) + "</p>\n";
  for (const FiredVeto& veto : card.vetoes())
    out += "<p>" + markup(elide(card.veto_in_words(veto, style.language), 2 * quote_columns)) + "</p>\n";
  std::size_t budget = most_rows;
  out += rows(card, style, budget, most_bytes / 4, [](const Node& node) { return node.depth == 1; });
  out += "<details><summary>" + say(style, "全部指标", "All indicators") + "</summary>\n";
  out += rows(card, style, budget, most_bytes - out.size(), [](const Node& node) { return node.depth > 1; });
  return out + "</details>\n</div>\n";
}

}  // namespace rulescore
