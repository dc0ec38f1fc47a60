// See compare_years.hpp.
#include "render/compare_years.hpp"

#include "render/escape.hpp"
#include "render/names.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

std::string quoted(const Scorecard& card, std::uint32_t index) {
  if (index == Evidence::none) return {};
  const Evidence& piece = card.evidence().items()[index];
  std::string text(card.evidence().quote(piece));
  if (piece.in_text()) text += " [" + std::to_string(piece.begin) + "–" + std::to_string(piece.end) + ']';
  return text;
}

double sum_of(const std::vector<CauseSum>& sums) {
  double sum = 0;
  for (const CauseSum& one : sums) sum += one.points;
  return sum;
}

// "甲市 2019 → 2020：26.6 → 31.2（+4.60）"
std::string heading(const ScoreComparison& comparison, std::size_t index, const TableStyle& style) {
  const DocumentMove& move = comparison.documents[index];
  const TwoYears& years = *comparison.years;
  const Results::Row &before = comparison.before.rows[move.before], &after = comparison.after.rows[move.after];
  const double was = years.total_before[index], is = years.total_after[index];
  return label_of(after.jurisdiction.empty() ? before : after) + ' ' + arrow(year_of(before), year_of(after)) +
         say(style, "：", ": ") + arrow(rounded(was, 2), rounded(is, 2)) + say(style, "（", " (") + signed_number(is - was, 2) +
         say(style, "）", ")");
}

// "新有实证 3 (+2.10) · 未再提及 1 (−0.50)"
std::string in_short(const std::vector<CauseSum>& sums, const TableStyle& style) {
  std::string line;
  for (const CauseSum& sum : sums)
    line += (line.empty() ? "" : " · ") + cause_name(sum.cause, style) + ' ' + std::to_string(sum.shifts) + " (" +
            signed_number(sum.points, 2) + ')';
  return line.empty() ? say(style, "没有变化", "nothing moved") : line;
}

std::string states(const Shift& shift, const TableStyle& style) {
  if (shift.indicator == IndicatorMove::none) return {};
  return arrow(state_name(shift.before, style), state_name(shift.after, style));
}

std::vector<Cell> cells_of(const ScoreComparison& comparison, const DocumentMove& move, const Shift& shift,
                           const TableStyle& style) {
  std::string indicator = say(style, "（总体）", "(the whole)");
  if (shift.indicator != IndicatorMove::none) {
    const IndicatorMove& one = comparison.indicators[shift.indicator];
    indicator = one.code + ' ' + one.title.in(style.language);
  }
  const TwoYears& years = *comparison.years;
  return {{indicator},
          {cause_name(shift.cause, style)},
          {signed_number(shift.points, 2), ink_of_change(shift.points)},
          {arrow(rounded(shift.from, 2), rounded(shift.to, 2))},
          {states(shift, style)},
          {quoted(years.between.cards()[move.before], shift.piece_before), Ink::faint},
          {quoted(years.after.cards()[move.after], shift.piece_after), Ink::faint}};
}

std::string shifts_table(const ScoreComparison& comparison, std::size_t index, const TableStyle& style) {
  TextTable table({{say(style, "指标", "Indicator"), Align::left, 40, true},
               {say(style, "原因", "Cause")},
               {say(style, "分数", "Points"), Align::right},
               {say(style, "得分率", "Score"), Align::right},
               {say(style, "状态", "State")},
               {say(style, "原来的话", "Said then"), Align::left, 60, true},
               {say(style, "现在的话", "Says now"), Align::left, 60, true}});
  std::vector<Shift> shifts = comparison.years->shifts[index];
  std::stable_sort(shifts.begin(), shifts.end(),
                   [](const Shift& a, const Shift& b) { return std::abs(a.points) > std::abs(b.points); });
  for (const Shift& shift : shifts) table.add(cells_of(comparison, comparison.documents[index], shift, style));
  return table.text(style);
}

}  // namespace

std::string arrow(const std::string& before, const std::string& after) {
  return before == after ? after : before + " → " + after;
}

std::string signed_number(double value, int decimals) {
  const std::string text = rounded(std::abs(value), decimals);
  const bool is_nothing = text.find_first_not_of("0.") == std::string::npos;
  return is_nothing || std::isnan(value) ? text : (value > 0 ? "+" : "−") + text;
}

Ink ink_of_change(double value) { return value > 0 ? Ink::good : value < 0 ? Ink::poor : Ink::plain; }

std::string label_of(const Results::Row& row) {
  const std::size_t slash = row.document.find_last_of('/');
  const std::string file =
      slash == std::string::npos || slash + 1 == row.document.size() ? row.document : row.document.substr(slash + 1);
  return one_line(row.jurisdiction.empty() ? file : row.jurisdiction);
}

std::string year_of(const Results::Row& row) { return row.year ? std::to_string(*row.year) : std::string(); }

std::string causes_table(const ScoreComparison& comparison, const TableStyle& style) {
  std::vector<Shift> all;
  for (const std::vector<Shift>& shifts : comparison.years->shifts) all.insert(all.end(), shifts.begin(), shifts.end());
  const std::vector<CauseSum> sums = sums_by_cause(all);
  const auto documents = static_cast<double>(comparison.documents.size());
  TextTable table(
      {{say(style, "原因", "Cause")},
       {say(style, "项数", "Shifts"), Align::right},
       {comparison.documents.size() == 1 ? say(style, "分数", "Points") : say(style, "平均分数", "Mean points"), Align::right}});
  for (const CauseSum& sum : sums)
    table.add({{cause_name(sum.cause, style)},
               {std::to_string(sum.shifts)},
               {signed_number(sum.points / documents, 3), ink_of_change(sum.points)}});
  const double points = sum_of(sums) / documents;
  table.add({{say(style, "合计", "in all")}, {std::to_string(all.size())}, {signed_number(points, 3), ink_of_change(points)}});
  std::string out = table.text(style);
  const auto is_silence = [](const CauseSum& sum) { return sum.cause == Cause::lost_evidence; };
  if (std::any_of(sums.begin(), sums.end(), is_silence))
    out += say(style, "未再提及：上年写了，本年报告未见；不等于没有做到。\n",
               "no longer mentioned: reported then, not found in this year's report; that doesn't mean that it wasn't done\n");
  return out;
}

std::string shifts_tables(const ScoreComparison& comparison, const TableStyle& style) {
  std::string out;
  for (std::size_t i = 0; i < comparison.documents.size(); ++i) {
    out += '\n' + heading(comparison, i, style) + '\n' + in_short(sums_by_cause(comparison.years->shifts[i]), style) + '\n';
    if (!comparison.years->shifts[i].empty()) out += '\n' + shifts_table(comparison, i, style);
  }
  return out;
}

}  // namespace rulescore::render
