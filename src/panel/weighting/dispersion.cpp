// Weights from how unequal the figures of a column are: each method is one figure a column, then proportions.
// Its outside face: the first group of <rulescore/weighting.hpp>. Tested by tests/unit/panel/weighting_figures.cpp,
// tests/peers/weights.cpp.
#include "panel/column.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore::weighting {
namespace {

std::vector<double> from(const Columns& columns, double (*measure)(std::span<const double>)) {
  std::vector<double> says;
  for (std::size_t k = 0; k < columns.size(); ++k) says.push_back(measure(columns[k]));
  return columns.weights(says);
}

std::vector<double> sorted(std::span<const double> column) {
  std::vector<double> figures;
  for (const double x : column)
    if (!std::isnan(x)) figures.push_back(x);
  std::sort(figures.begin(), figures.end());
  return figures;
}

// 1 - H / ln n is the mean of u ln u - u + 1 over u = x / mean, in units of ln n: no term is negative, so that nothing is lost in
// columns that are nearly equal, where 1 - H would be rounding.
double divergence(std::span<const double> column) {
  const double mean = mean_of(column), n = static_cast<double>(count_of(column));
  double sum = 0;
  for (const double x : column) {
    if (std::isnan(x)) continue;
    const double u = x / mean, d = (x - mean) / mean;
    sum += u > 0 ? std::max(0.0, u * std::log1p(d) - d) : 1;
  }
  return sum / n / std::log(n);
}

// Of the distances to the least, whose coefficients cancel: sum((2i - n - 1) (x_i - x_1)) / (n sum x), i = 1 the least.
double gini_coefficient(std::span<const double> column) {
  const std::vector<double> figures = sorted(column);
  const auto n = static_cast<double>(figures.size());
  double sum = 0, total = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    sum += (2 * static_cast<double>(i + 1) - n - 1) * (figures[i] - figures[0]);
    total += figures[i];
  }
  return std::max(0.0, sum / (n * total));
}

// By the tangent, since an arc cosine near 1 keeps half the digits.
double angle_to_equal(std::span<const double> column) {
  const double mean = mean_of(column);
  return std::atan2(population_sd_of(column), std::abs(mean));
}

}  // namespace

std::vector<double> equal(const Matrix& matrix) {
  check_matrix(matrix, "equal");
  return std::vector<double>(matrix.columns, 1 / static_cast<double>(matrix.columns));
}

std::vector<double> entropy(const Matrix& matrix) {
  const Columns columns(matrix, "entropy");
  check_positive(matrix, "entropy", Zero::allowed);
  return from(columns, divergence);
}

std::vector<double> gini(const Matrix& matrix) {
  const Columns columns(matrix, "gini");
  check_positive(matrix, "gini", Zero::allowed);
  return from(columns, gini_coefficient);
}

std::vector<double> standard_deviation(const Matrix& matrix) {
  const Columns columns(matrix, "standard_deviation");
  int largest_exponent = -2000;
  for (std::size_t k = 0; k < columns.size(); ++k) largest_exponent = std::max(largest_exponent, columns.exponent(k));
  std::vector<double> says;
  for (std::size_t k = 0; k < columns.size(); ++k)
    says.push_back(std::ldexp(sd_of(columns[k]), columns.exponent(k) - largest_exponent));
  return columns.weights(says);
}

std::vector<double> variance(const Matrix& matrix) {
  const Columns columns(matrix, "variance");
  std::vector<double> says;
  for (std::size_t k = 0; k < columns.size(); ++k) says.push_back(variance_of(columns[k]) / columns.range(k) / columns.range(k));
  return columns.weights(says);
}

std::vector<double> angle(const Matrix& matrix) { return from(Columns(matrix, "angle"), angle_to_equal); }

}  // namespace rulescore::weighting
