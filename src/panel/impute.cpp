// Gaps filled from what stands beside them: from the column (or the unit's group in it), from the unit's other figures under the
// same parent, from the same unit's other years. A figure that is there is never changed, and a gap that nothing speaks for stays
// one. Outside face: prepare.hpp. Tested by tests/unit/panel/impute.cpp; against peers by tests/peers/prepare.cpp.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace rulescore {
namespace {

void check_column(std::span<const double> column) { check_matrix({column, column.size(), 1}, "impute: the column"); }

void check_length(std::size_t rows, std::size_t given, const char* what) {
  if (rows == given) return;
  throw UsageError("impute: " + std::to_string(given) + " " + what + " for " + std::to_string(rows) +
                   " rows; expected one for each row");
}

double centre(std::span<const double> figures, Fill fill) { return fill == Fill::mean ? mean_of(figures) : median_of(figures); }

// The figures of one unit, in order of time: rows into the column.
using Series = std::vector<std::size_t>;

// All units' rows, each in order of time. Throws where a unit has two rows of the same time.
std::map<std::uint32_t, Series> series_of(std::span<const std::uint32_t> units, std::span<const double> times) {
  std::map<std::uint32_t, Series> all;
  for (std::size_t row = 0; row < units.size(); ++row) {
    if (!std::isfinite(times[row])) throw UsageError("impute: row " + std::to_string(row + 1) + " has no time; expected a year");
    all[units[row]].push_back(row);
  }
  for (auto& [unit, rows] : all) {
    std::sort(rows.begin(), rows.end(),
              [&](std::size_t a, std::size_t b) { return times[a] != times[b] ? times[a] < times[b] : a < b; });
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (times[rows[i]] == times[rows[i - 1]])
        throw UsageError("impute: rows " + std::to_string(rows[i - 1] + 1) + " and " + std::to_string(rows[i] + 1) +
                         " are the same unit at the same time; expected one row a unit and time");
  }
  return all;
}

// What belongs in the gap at `row`: `before` and `after` are the nearest rows of the unit with a figure; npos: none.
constexpr auto npos = static_cast<std::size_t>(-1);
double between(std::span<const double> column, std::span<const double> times, std::size_t before, std::size_t row,
               std::size_t after, Fill fill) {
  if (fill == Fill::latest || after == npos) return before == npos ? no_value : column[before];
  if (before == npos) return column[after];
  const double share = (times[row] - times[before]) / (times[after] - times[before]);
  return column[before] + share * (column[after] - column[before]);
}

void fill_series(std::span<const double> column, const Series& rows, std::span<const double> times, Fill fill,
                 std::vector<double>& result) {
  std::size_t before = npos;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!std::isnan(column[rows[i]])) {
      before = rows[i];
      continue;
    }
    const auto next = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(),
                                   [&](std::size_t row) { return !std::isnan(column[row]); });
    result[rows[i]] = between(column, times, before, rows[i], next == rows.end() ? npos : *next, fill);
  }
}

// A column's figures from 0, the worst, to 1, the best, and back. One without spread lies in the middle.
struct Unit {
  double sign = 1, min = 0, span = 0;
  double there(double x) const noexcept { return span > 0 ? (x * sign - min) / span : 0.5; }
  double back(double z) const noexcept { return (z * span + min) * sign; }
};

Unit unit_scale(std::span<const double> column, Sense sense) noexcept {
  const double low = least(column), high = largest(column);
  return sense == Sense::benefit ? Unit{1, low, high - low} : Unit{-1, -high, high - low};
}

}  // namespace

std::vector<double> impute(std::span<const double> column, Fill fill, std::span<const std::uint32_t> groups) {
  check_column(column);
  if (fill != Fill::mean && fill != Fill::median) throw UsageError("impute: a column alone is filled by its mean or median");
  if (!groups.empty()) check_length(column.size(), groups.size(), "groups");
  std::map<std::uint32_t, std::vector<double>> figures;  // of each group, in row order
  const auto group = [&](std::size_t row) { return groups.empty() ? 0 : groups[row]; };
  for (std::size_t row = 0; row < column.size(); ++row)
    if (!std::isnan(column[row])) figures[group(row)].push_back(column[row]);
  std::map<std::uint32_t, double> centres;
  for (const auto& [of, list] : figures) centres[of] = centre(list, fill);
  std::vector<double> result(column.begin(), column.end());
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!std::isnan(column[row])) continue;
    const auto found = centres.find(group(row));
    if (found != centres.end()) result[row] = found->second;
  }
  return result;
}

std::vector<double> impute_by_row(const Matrix& siblings, std::span<const Sense> senses) {
  check_matrix(siblings, "impute_by_row: the block of siblings");
  if (senses.size() != siblings.columns)
    throw UsageError("impute_by_row: " + std::to_string(senses.size()) + " senses for " + std::to_string(siblings.columns) +
                     " columns; expected one for each column");
  std::vector<Unit> scales;
  for (std::size_t c = 0; c < siblings.columns; ++c) scales.push_back(unit_scale(column_of(siblings, c), senses[c]));
  std::vector<double> result(siblings.values.begin(), siblings.values.end());
  for (std::size_t row = 0; row < siblings.rows; ++row) {
    double sum = 0, count = 0;
    for (std::size_t c = 0; c < siblings.columns; ++c) {
      if (std::isnan(siblings.at(row, c))) continue;
      sum += scales[c].there(siblings.at(row, c));
      count += 1;
    }
    if (count == 0) continue;
    for (std::size_t c = 0; c < siblings.columns; ++c)  // of a column without a figure the way back gives NaN, a gap still
      if (std::isnan(siblings.at(row, c))) result[row * siblings.columns + c] = scales[c].back(sum / count);
  }
  return result;
}

std::vector<double> impute_over_time(std::span<const double> column, Fill fill, std::span<const std::uint32_t> units,
                                     std::span<const double> times) {
  check_column(column);
  if (fill != Fill::latest && fill != Fill::linear) throw UsageError("impute: over time a gap is filled by latest or linear");
  check_length(column.size(), units.size(), "units");
  check_length(column.size(), times.size(), "times");
  std::vector<double> result(column.begin(), column.end());
  for (const auto& [unit, rows] : series_of(units, times)) fill_series(column, rows, times, fill, result);
  return result;
}

}  // namespace rulescore
