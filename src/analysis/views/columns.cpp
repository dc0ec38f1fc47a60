// What each column holds: its figures, how many there are, how many differ; and what each unit, or each unit under each group,
// has. Outside face: views.hpp. Tested by tests/unit/views/columns.cpp; against peers by tests/peers/views.cpp.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::views {
namespace {

std::vector<double> sorted_figures(std::span<const double> column) {
  std::vector<double> figures;
  for (const double x : column)
    if (!std::isnan(x)) figures.push_back(x);
  std::sort(figures.begin(), figures.end());
  return figures;
}

void count(std::span<const double> column, ColumnStats& stats) {
  const std::vector<double> figures = sorted_figures(column);
  stats.rows = static_cast<std::uint32_t>(column.size());
  stats.figures = static_cast<std::uint32_t>(figures.size());
  std::uint32_t run = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool again = i > 0 && figures[i] == figures[i - 1];
    run = again ? run + 1 : 1;
    stats.same = std::max(stats.same, run);
    if (!again) ++stats.different;
    if (figures[i] != 0) ++stats.non_zero;
  }
}

ColumnStats stats_of(std::span<const double> column, const Limits& limits) {
  ColumnStats stats;
  count(column, stats);
  stats.min = least(column);
  stats.max = largest(column);
  stats.mean = mean_of(column);
  stats.median = median_of(column);
  stats.sd = sd_of(column);
  stats.skew = skew_of(column);
  stats.kurtosis = kurtosis_of(column);
  stats.few_figures = stats.available() < limits.available;
  stats.many_zeros = stats.figures > 0 && stats.share(stats.non_zero) < limits.non_zero;
  stats.few_different = stats.figures > 0 && stats.share(stats.different) < limits.different;
  stats.outliers = std::abs(stats.skew) > limits.skew && stats.kurtosis > limits.kurtosis;
  return stats;
}

}  // namespace

std::vector<ColumnStats> column_stats(const Matrix& data, const Limits& limits) {
  check_matrix(data, "column_stats: the matrix");
  std::vector<ColumnStats> all;
  for (std::size_t c = 0; c < data.columns; ++c) all.push_back(stats_of(column_of(data, c), limits));
  return all;
}

std::vector<UnitAvailability> unit_availability(const Matrix& data) {
  check_matrix(data, "unit_availability: the matrix");
  std::vector<UnitAvailability> all(data.rows);
  for (std::size_t row = 0; row < data.rows; ++row) {
    UnitAvailability& unit = all[row];
    for (const double x : data.row(row)) {
      unit.missing += std::isnan(x) ? 1 : 0;
      unit.zeros += x == 0 ? 1 : 0;
    }
    const double figures = static_cast<double>(data.columns - unit.missing);
    unit.available = figures / static_cast<double>(data.columns);
    if (figures > 0) unit.non_zero = 1 - unit.zeros / figures;
  }
  return all;
}

std::vector<double> group_availability(const Matrix& data, std::span<const std::vector<std::uint32_t>> groups) {
  check_matrix(data, "group_availability: the matrix");
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].empty()) throw UsageError("group_availability: group " + std::to_string(g + 1) + " has no columns");
    for (const std::uint32_t column : groups[g])
      if (column >= data.columns)
        throw UsageError("group_availability: group " + std::to_string(g + 1) + " names column " + std::to_string(column + 1) +
                         " of " + std::to_string(data.columns));
  }
  std::vector<double> shares;
  for (std::size_t row = 0; row < data.rows; ++row)
    for (const auto& group : groups) {
      const auto there = std::count_if(group.begin(), group.end(), [&](std::uint32_t c) { return !std::isnan(data.at(row, c)); });
      shares.push_back(static_cast<double>(there) / static_cast<double>(group.size()));
    }
  return shares;
}

}  // namespace rulescore::views
