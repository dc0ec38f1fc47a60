// Two sets of scores, side by side: documents are paired, then indicators, and what moved is counted.
// Outside face: compare.hpp. Tested by tests/unit/analysis/compare.cpp.
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

// Pairs the rows that share a key and have no partner yet, the first with the first; an empty key pairs nothing.
template <typename KeyOf>
void pair_up(const Results& before, const Results& after, const KeyOf& key_of, std::vector<std::uint32_t>& partner_of,
             std::vector<bool>& taken) {
  std::multimap<std::string, std::uint32_t> waiting;
  for (std::uint32_t row = 0; row < after.rows.size(); ++row)
    if (!taken[row]) waiting.emplace(key_of(after.rows[row]), row);
  for (std::uint32_t row = 0; row < before.rows.size(); ++row) {
    if (partner_of[row] != none) continue;
    const std::string key = key_of(before.rows[row]);
    const auto found = key.empty() ? waiting.end() : waiting.lower_bound(key);
    if (found == waiting.end() || found->first != key) continue;
    partner_of[row] = found->second;
    taken[found->second] = true;
    waiting.erase(found);
  }
}

std::string name_of(const Results::Row& row) { return row.document; }

std::string place_and_year(const Results::Row& row) {
  return row.jurisdiction.empty() || !row.year ? std::string() : row.jurisdiction + '\n' + std::to_string(*row.year);
}

bool shares_a_place(const Results& before, const Results& after) {
  return std::any_of(before.rows.begin(), before.rows.end(), [&](const Results::Row& row) {
    return !row.jurisdiction.empty() && std::any_of(after.rows.begin(), after.rows.end(), [&](const Results::Row& other) {
      return other.jurisdiction == row.jurisdiction;
    });
  });
}

void pair_documents(ScoreComparison& comparison) {
  const Results &before = comparison.before, &after = comparison.after;
  std::vector<std::uint32_t> partner_of(before.rows.size(), none);
  std::vector<bool> taken(after.rows.size(), false);
  pair_up(before, after, name_of, partner_of, taken);
  pair_up(before, after, place_and_year, partner_of, taken);
  for (std::uint32_t row = 0; row < before.rows.size(); ++row) {
    if (partner_of[row] == none)
      comparison.only_before.push_back(row);
    else
      comparison.documents.push_back({row, partner_of[row], 0, 0});
  }
  for (std::uint32_t row = 0; row < after.rows.size(); ++row)
    if (!taken[row]) comparison.only_after.push_back(row);
  if (!comparison.documents.empty()) return;
  throw UsageError(shares_a_place(before, after)
                       ? "the two sets of results are of different years; comparing years is not in this version"
                       : "the two sets of results have no document in common, neither by name nor by jurisdiction and year");
}

void rank_documents(ScoreComparison& comparison) {
  std::vector<DocumentMove>& moves = comparison.documents;
  if (moves.size() < 2) return;
  std::vector<double> totals(moves.size());
  std::vector<PlacedTotal> order;
  std::vector<std::uint32_t> ranks(moves.size());
  for (std::size_t i = 0; i < moves.size(); ++i) totals[i] = comparison.before.rows[moves[i].before].total;
  rank_rows(totals, comparison.before.full, order, ranks);
  for (std::size_t i = 0; i < moves.size(); ++i) moves[i].rank_before = ranks[i];
  for (std::size_t i = 0; i < moves.size(); ++i) totals[i] = comparison.after.rows[moves[i].after].total;
  rank_rows(totals, comparison.after.full, order, ranks);
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

}  // namespace

ScoreComparison compare(Results before, Results after) {
  ScoreComparison comparison;
  comparison.before = std::move(before);
  comparison.after = std::move(after);
  pair_documents(comparison);
  rank_documents(comparison);
  pair_indicators(comparison);
  for (IndicatorMove& move : comparison.indicators) measure(comparison, move);
  return comparison;
}

ScoreComparison compare(const Panel& before, const Panel& after) {
  ScoreComparison comparison = compare(results_of(before), results_of(after));
  deal_out(text_changes(before.framework(), after.framework()), comparison);
  return comparison;
}

}  // namespace rulescore
