#include "analysis/decision/problem.hpp"

#include "analysis/ranks.hpp"
#include "base/number.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace rulescore::decision {

Problem::Problem(std::string method, const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses)
    : method_(std::move(method)), all_rows_(matrix.rows) {
  check_matrix(matrix, "the matrix");
  if (!senses.empty() && senses.size() != matrix.columns)
    refuse(std::to_string(senses.size()) + " senses for " + std::to_string(matrix.columns) + " columns");
  read_weights(matrix, weights);
  for (const std::size_t column : columns_) signs_.push_back(!senses.empty() && senses[column] == Sense::cost ? -1 : 1);
  read_rows(matrix);
  read_figures(matrix);
}

void Problem::read_weights(const Matrix& matrix, std::span<const double> weights) {
  if (!weights.empty() && weights.size() != matrix.columns)
    refuse(std::to_string(weights.size()) + " weights for " + std::to_string(matrix.columns) + " columns");
  double most = 0, sum = 0;
  for (std::size_t column = 0; column < matrix.columns; ++column) {
    const double weight = weights.empty() ? 1 : weights[column];
    if (!std::isfinite(weight) || weight < 0)
      refuse("the weight of column " + std::to_string(column + 1) + " is " +
             (std::isfinite(weight) ? shortest(weight) : std::string("no finite number")) + "; weights are at least 0");
    if (weight == 0) continue;
    most = std::max(most, weight);
    columns_.push_back(column);
    weights_.push_back(weight);
  }
  if (columns_.empty()) refuse("all weights are 0");
  for (double& weight : weights_) sum += weight /= most;
  for (double& weight : weights_) weight /= sum;
}

void Problem::read_rows(const Matrix& matrix) {
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    const auto missing = [&](std::size_t column) { return std::isnan(matrix.at(row, column)); };
    if (std::none_of(columns_.begin(), columns_.end(), missing)) rows_.push_back(row);
  }
  if (rows_.empty()) refuse("no row has a figure in every column that counts");
}

void Problem::read_figures(const Matrix& matrix) {
  figures_.reserve(units() * criteria());
  for (const std::size_t column : columns_) {
    double most = 0;
    for (const std::size_t row : rows_) most = std::max(most, std::abs(matrix.at(row, column)));
    int exponent = 0;
    std::frexp(most, &exponent);
    exponents_.push_back(exponent);
    // + 0.0: no negative zero, whose reciprocal would be another one's.
    for (const std::size_t row : rows_) figures_.push_back(std::ldexp(matrix.at(row, column), -exponent) + 0.0);
  }
}

void Problem::refuse(const std::string& why) const { throw UsageError(method_ + ": " + why); }

void Problem::refuse_column(std::size_t criterion, const std::string& why) const {
  refuse("column " + std::to_string(columns_[criterion] + 1) + " " + why);
}

void Problem::refuse_figure(std::size_t criterion, std::size_t unit, const char* expected) const {
  const double written = std::ldexp(figures(criterion)[unit], exponents_[criterion]);
  refuse("row " + std::to_string(rows_[unit] + 1) + ", column " + std::to_string(columns_[criterion] + 1) + " is " +
         shortest(written) + "; " + expected);
}

void Problem::require_not_negative(std::size_t criterion) const {
  for (std::size_t unit = 0; unit < units(); ++unit)
    if (figures(criterion)[unit] < 0) refuse_figure(criterion, unit, "figures must be at least 0");
}

void Problem::require_positive(std::size_t criterion) const {
  for (std::size_t unit = 0; unit < units(); ++unit)
    if (figures(criterion)[unit] <= 0)
      refuse_figure(criterion, unit, is_cost(criterion) ? "costs must be above 0" : "figures must be above 0");
}

std::vector<double> Problem::to_rows(std::span<const double> of_units) const {
  std::vector<double> result(all_rows_, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t unit = 0; unit < units(); ++unit) result[rows_[unit]] = of_units[unit];
  return result;
}

std::vector<double> Problem::to_square(std::span<const double> of_pairs) const {
  std::vector<double> result(all_rows_ * all_rows_, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t a = 0; a < units(); ++a)
    for (std::size_t b = 0; b < units(); ++b) result[rows_[a] * all_rows_ + rows_[b]] = of_pairs[a * units() + b];
  return result;
}

Ranked Problem::ranked(std::span<const double> scores, bool higher_is_better, double magnitude) const {
  std::vector<double> ascending(scores.begin(), scores.end());
  if (!higher_is_better)
    for (double& score : ascending) score = -score;
  const Range range = range_of(ascending);
  magnitude = std::max({magnitude, std::abs(range.least), std::abs(range.largest)});
  std::vector<std::uint32_t> of_units(units());
  // rank_rows takes a billionth of this.
  rank_rows(ascending, std::max(range.largest - range.least, 1e-3 * magnitude), of_units);
  Ranked result{to_rows(scores), std::vector<std::uint32_t>(all_rows_, 0), higher_is_better};
  for (std::size_t unit = 0; unit < units(); ++unit) result.ranks[rows_[unit]] = of_units[unit];
  return result;
}

double settled_sum(std::span<double> figures) {
  std::sort(figures.begin(), figures.end());
  double sum = 0;
  for (const double x : figures) sum += x;
  return sum;
}

double settled_sum(std::vector<double>&& figures) { return settled_sum(std::span<double>(figures)); }

Range range_of(std::span<const double> figures) noexcept {
  const auto [least, largest] = std::minmax_element(figures.begin(), figures.end());
  return {*least, *largest};
}

}  // namespace rulescore::decision
