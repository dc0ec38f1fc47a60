// See columns.hpp.
#include "panel/weighting/columns.hpp"

#include "base/number.hpp"
#include "base/wide.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore::weighting {

namespace {

// The least and largest figure of every column, side by side. A comparison with NaN is false.
RS_WIDE void bounds(const double* values, std::size_t rows, std::size_t columns, double* low, double* high) {
  for (std::size_t row = 0; row < rows; ++row) {
    const double* figures = values + row * columns;
    for (std::size_t j = 0; j < columns; ++j) {
      low[j] = figures[j] < low[j] ? figures[j] : low[j];
      high[j] = figures[j] > high[j] ? figures[j] : high[j];
    }
  }
}

}  // namespace

Columns::Columns(const Matrix& matrix, const char* method) : rows_(matrix.rows), all_(matrix.columns) {
  check_matrix(matrix, method);
  std::vector<double> low(all_, std::numeric_limits<double>::infinity()), high(all_, -std::numeric_limits<double>::infinity()),
      powers;
  bounds(matrix.values.data(), rows_, all_, low.data(), high.data());
  for (std::size_t j = 0; j < all_; ++j) {
    if (!(high[j] > low[j])) continue;
    int exponent = 0;
    std::frexp(std::max(std::abs(low[j]), std::abs(high[j])), &exponent);
    exponent = std::max(exponent, -1000);  // below, figures are subnormal: nothing to gain
    powers.push_back(std::ldexp(1.0, -exponent));
    kept_.push_back(j);
    exponents_.push_back(exponent);
    ranges_.push_back(high[j] * powers.back() - low[j] * powers.back());
  }
  figures_.resize(kept_.size() * rows_);
  for (std::size_t row = 0; row < rows_; ++row)
    for (std::size_t k = 0; k < kept_.size(); ++k) figures_[k * rows_ + row] = matrix.at(row, kept_[k]) * powers[k];
}

std::vector<double> Columns::weights(std::span<const double> says) const {
  std::vector<double> result(all_, 0.0);
  const double most = says.empty() ? 0 : *std::max_element(says.begin(), says.end());
  double total = 0;
  for (const double x : says) total += most > 0 ? x / most : 1;
  if (says.empty()) result.assign(all_, 1 / static_cast<double>(all_));
  for (std::size_t k = 0; k < says.size(); ++k) result[kept_[k]] = (most > 0 ? says[k] / most : 1) / total;
  return result;
}

void check_positive(const Matrix& matrix, const char* method, Zero zero) {
  for (std::size_t i = 0; i < matrix.values.size(); ++i) {
    const double x = matrix.values[i];
    if (!(zero == Zero::allowed ? x < 0 : x <= 0)) continue;
    throw UsageError(std::string(method) + ": " + place(i / matrix.columns, i % matrix.columns) + " holds " + shortest(x) +
                     "; it takes figures " + (zero == Zero::allowed ? "of 0 and above" : "above 0") +
                     ": bring the columns to such a scale first, say 1 to 100");
  }
}

std::vector<Sense> senses_of(const Matrix& matrix, std::span<const Sense> senses, const char* method) {
  if (senses.empty()) return std::vector<Sense>(matrix.columns, Sense::benefit);
  if (senses.size() != matrix.columns)
    throw UsageError(std::string(method) + ": " + std::to_string(senses.size()) + " directions for " +
                     std::to_string(matrix.columns) + " columns; give one for each, or none");
  return {senses.begin(), senses.end()};
}

std::string place(std::size_t row, std::size_t column) {
  return "row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1);
}

}  // namespace rulescore::weighting
