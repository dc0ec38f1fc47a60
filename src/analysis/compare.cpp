// Two sets of scores, side by side: documents are paired, then indicators, and what moved is counted; of two years also why.
// Outside face: compare.hpp. Tested by tests/unit/analysis/compare.cpp and years.cpp, and by tests/property/years.cpp.
#include "analysis/compare_causes.hpp"
#include "analysis/compare_pairs.hpp"
#include "analysis/ranks.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rulescore {
namespace {

constexpr std::uint32_t none = IndicatorMove::none;

double known(double score) { return std::isnan(score) ? 0 : score; }

void rank_documents(ScoreComparison& comparison) {
  std::vector<DocumentMove>& moves = comparison.documents;
  if (moves.size() < 2) return;
  std::vector<double> totals(moves.size());
  std::vector<std::uint32_t> ranks(moves.size());
  for (std::size_t i = 0; i < moves.size(); ++i) totals[i] = comparison.before.rows[moves[i].before].total;
  rank_rows(totals, comparison.before.full, ranks);
  for (std::size_t i = 0; i < moves.size(); ++i) moves[i].rank_before = ranks[i];
  for (std::size_t i = 0; i < moves.size(); ++i) totals[i] = comparison.after.rows[moves[i].after].total;
  rank_rows(totals, comparison.after.full, ranks);
  for (std::size_t i = 0; i < moves.size(); ++i) moves[i].rank_after = ranks[i];
}

double cell(const Results& results, const std::vector<double>& values, std::uint32_t row, std::uint32_t indicator) {
  return indicator == none ? no_value : values[std::size_t{row} * results.indicators.size() + indicator];
}

void measure(const ScoreComparison& comparison, IndicatorMove& move) {
  double scores = 0, points = 0, furthest = 0;
  for (std::uint32_t i = 0; i < comparison.documents.size(); ++i) {
    const DocumentMove& document = comparison.documents[i];
    const double from = cell(comparison.before, comparison.before.scores, document.before, move.before);
    const double to = cell(comparison.after, comparison.after.scores, document.after, move.after);
    const double change = known(to) - known(from);
    if (change > 0) ++move.up;
    if (change < 0) ++move.down;
    scores += change;
    points += known(cell(comparison.after, comparison.after.points, document.after, move.after)) -
              known(cell(comparison.before, comparison.before.points, document.before, move.before));
    if (std::abs(change) <= furthest) continue;
    furthest = std::abs(change);
    move.furthest = i;
    move.from = from;
    move.to = to;
  }
  move.mean = scores / static_cast<double>(comparison.documents.size());
  move.points = points / static_cast<double>(comparison.documents.size());
}

void pair_indicators(ScoreComparison& comparison) {
  std::map<std::string_view, std::uint32_t> old_place;
  const auto &before = comparison.before.indicators, &after = comparison.after.indicators;
  for (std::uint32_t i = 0; i < before.size(); ++i) old_place.emplace(before[i].code, i);
  std::vector<bool> kept(before.size(), false);
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    IndicatorMove move;
    move.code = after[i].code;
    move.title = after[i].title;
    move.after = i;
    if (const auto found = old_place.find(move.code); found != old_place.end()) {
      move.before = found->second;
      kept[found->second] = true;
    }
    comparison.indicators.push_back(std::move(move));
  }
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (kept[i]) continue;
    IndicatorMove move;
    move.code = before[i].code;
    move.title = before[i].title;
    move.before = i;
    comparison.indicators.push_back(std::move(move));
  }
}

// To the indicators what is said of them; the rest stays with the whole.
void deal_out(std::vector<TextChange> changes, ScoreComparison& comparison) {
  std::map<std::string_view, IndicatorMove*> by_code;
  for (IndicatorMove& move : comparison.indicators) by_code.emplace(move.code, &move);
  for (TextChange& change : changes) {
    const auto indicator = by_code.find(change.code);
    (indicator == by_code.end() ? comparison.text : indicator->second->text).push_back(std::move(change));
  }
}

ScoreComparison sides(Results before, Results after) {
  ScoreComparison comparison;
  comparison.before = std::move(before);
  comparison.after = std::move(after);
  return comparison;
}

void set_side_by_side(ScoreComparison& comparison) {
  rank_documents(comparison);
  pair_indicators(comparison);
  for (IndicatorMove& move : comparison.indicators) measure(comparison, move);
}

// What the changes of each indicator did to the totals, over all documents.
void measure_by_cause(ScoreComparison& comparison) {
  std::vector<double> points(comparison.indicators.size());
  for (const std::vector<Shift>& shifts : comparison.years->shifts)
    for (const Shift& shift : shifts)
      if (shift.indicator != none) points[shift.indicator] += shift.points;
  for (std::size_t i = 0; i < points.size(); ++i)
    comparison.indicators[i].points = points[i] / static_cast<double>(comparison.documents.size());
}

// `years` is filled in but for the causes.
ScoreComparison told(TwoYears years) {
  ScoreComparison comparison = sides(results_of(years.before), results_of(years.after));
  if (!pair_years(comparison))
    throw UsageError("no report of the one year has a partner in the other, neither by jurisdiction nor by its file's name");
  set_side_by_side(comparison);
  deal_out(text_changes(years.before.framework(), years.after.framework()), comparison);
  comparison.years = std::move(years);
  find_causes(comparison);
  measure_by_cause(comparison);
  return comparison;
}

void check_framework(const Panel& before, const Panel& after) {
  if (before.framework().fingerprint() == after.framework().fingerprint()) return;
  throw UsageError("the two years were scored by two frameworks, " + before.framework().id() + ' ' +
                   before.framework().fingerprint() + " and " + after.framework().id() + ' ' + after.framework().fingerprint() +
                   "; score the old documents by the new one, too, and pass that between the two");
}

void check_documents(const Panel& before, const Panel& between) {
  const auto names = [](const Panel& panel) {
    std::vector<std::string_view> list;
    for (const Scorecard& card : panel.cards()) list.push_back(card.document().metadata().name);
    return list;
  };
  if (names(before) != names(between))
    throw UsageError("the panel between two years holds the documents of the first, in their order");
}

}  // namespace

ScoreComparison compare(Results before, Results after) {
  ScoreComparison comparison = sides(std::move(before), std::move(after));
  if (!pair_same_documents(comparison) && !pair_years(comparison))
    throw UsageError("the two sets of results have no document in common, neither by name nor by jurisdiction");
  set_side_by_side(comparison);
  return comparison;
}

ScoreComparison compare(const Panel& before, const Panel& after) {
  ScoreComparison comparison = sides(results_of(before), results_of(after));
  if (!pair_same_documents(comparison)) return compare_years(before, after);
  set_side_by_side(comparison);
  deal_out(text_changes(before.framework(), after.framework()), comparison);
  return comparison;
}

ScoreComparison compare_years(const Panel& before, const Panel& after) {
  check_framework(before, after);
  return told({before, before, after, {}, {}, {}});
}

ScoreComparison compare_years(const Panel& before, const Panel& between, const Panel& after) {
  check_framework(between, after);
  check_documents(before, between);
  return told({before, between, after, {}, {}, {}});
}

}  // namespace rulescore
