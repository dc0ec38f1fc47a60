#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace rulescore {
namespace {

std::vector<double> present(std::span<const double> column) {
  std::vector<double> figures;
  figures.reserve(column.size());
  for (const double x : column)
    if (!std::isnan(x)) figures.push_back(x);
  return figures;
}

// sum((x - mean)^power)
double moment(std::span<const double> column, double mean, int power) noexcept {
  double sum = 0;
  for (const double x : column) {
    if (std::isnan(x)) continue;
    const double d = x - mean;
    sum += power == 2 ? d * d : power == 3 ? d * d * d : (d * d) * (d * d);
  }
  return sum;
}

}  // namespace

void check_matrix(const Matrix& matrix, const char* what) {
  if (matrix.rows == 0 || matrix.columns == 0) throw UsageError(std::string(what) + " has no figures");
  if (matrix.values.size() != matrix.rows * matrix.columns)
    throw UsageError(std::string(what) + " holds " + std::to_string(matrix.values.size()) + " figures; " + std::to_string(matrix.rows) +
                     " rows and " + std::to_string(matrix.columns) + " columns need " +
                     std::to_string(matrix.rows * matrix.columns));
  for (std::size_t i = 0; i < matrix.values.size(); ++i) {
    if (!std::isinf(matrix.values[i])) continue;
    throw UsageError(std::string(what) + " has an infinite figure in row " + std::to_string(i / matrix.columns + 1) + ", column " +
                     std::to_string(i % matrix.columns + 1));
  }
}

std::vector<double> by_columns(const Matrix& matrix) {
  std::vector<double> result(matrix.values.size());
  for (std::size_t row = 0; row < matrix.rows; ++row)
    for (std::size_t column = 0; column < matrix.columns; ++column) result[column * matrix.rows + row] = matrix.at(row, column);
  return result;
}

std::vector<double> column_of(const Matrix& matrix, std::size_t column) {
  std::vector<double> result(matrix.rows);
  for (std::size_t row = 0; row < matrix.rows; ++row) result[row] = matrix.at(row, column);
  return result;
}

std::size_t count_of(std::span<const double> column) noexcept {
  return static_cast<std::size_t>(std::count_if(column.begin(), column.end(), [](double x) { return !std::isnan(x); }));
}

double least(std::span<const double> column) noexcept {
  double result = no_value;
  for (const double x : column)
    if (!(x >= result) && !std::isnan(x)) result = x;
  return result;
}

double largest(std::span<const double> column) noexcept {
  double result = no_value;
  for (const double x : column)
    if (!(x <= result) && !std::isnan(x)) result = x;
  return result;
}

double sum_of(std::span<const double> column) noexcept {
  double sum = 0;
  for (const double x : column)
    if (!std::isnan(x)) sum += x;
  return count_of(column) > 0 ? sum : no_value;
}

double mean_of(std::span<const double> column) noexcept { return sum_of(column) / static_cast<double>(count_of(column)); }

double median_of(std::span<const double> column) { return quantile_of(column, 0.5); }

double quantile_of(std::span<const double> column, double share) {
  std::vector<double> figures = present(column);
  if (figures.empty()) return no_value;
  std::sort(figures.begin(), figures.end());
  const double position = share * static_cast<double>(figures.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(position));
  const double beyond = position - static_cast<double>(below);
  if (beyond == 0) return figures[below];
  return figures[below] + beyond * (figures[below + 1] - figures[below]);
}

double variance_of(std::span<const double> column) noexcept {
  const std::size_t n = count_of(column);
  return n < 2 ? no_value : moment(column, mean_of(column), 2) / static_cast<double>(n - 1);
}

double sd_of(std::span<const double> column) noexcept { return std::sqrt(variance_of(column)); }

double population_sd_of(std::span<const double> column) noexcept {
  return std::sqrt(moment(column, mean_of(column), 2) / static_cast<double>(count_of(column)));
}

double skew_of(std::span<const double> column) noexcept {
  const auto n = static_cast<double>(count_of(column));
  const double mean = mean_of(column), square = moment(column, mean, 2);
  if (n < 3 || !(square > 0)) return no_value;
  return std::sqrt(n) * moment(column, mean, 3) / (square * std::sqrt(square)) * std::sqrt(n * (n - 1)) / (n - 2);
}

double kurtosis_of(std::span<const double> column) noexcept {
  const auto n = static_cast<double>(count_of(column));
  const double mean = mean_of(column), square = moment(column, mean, 2);
  if (n < 4 || !(square > 0)) return no_value;
  const double ratio = n * moment(column, mean, 4) / (square * square);
  return ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
}

std::vector<double> ranks_of(std::span<const double> column, Ties ties) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < column.size(); ++i)
    if (!std::isnan(column[i])) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return column[a] != column[b] ? column[a] < column[b] : a < b; });
  std::vector<double> ranks(column.size(), no_value);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && column[order[end]] == column[order[begin]]) ++end;
    const auto low = static_cast<double>(begin + 1), high = static_cast<double>(end);
    const double rank = ties == Ties::low ? low : ties == Ties::high ? high : (low + high) / 2;
    for (; begin < end; ++begin) ranks[order[begin]] = rank;
  }
  return ranks;
}

double pearson(std::span<const double> a, std::span<const double> b) noexcept {
  double n = 0, mean_a = 0, mean_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    n += 1;
    mean_a += a[i];
    mean_b += b[i];
  }
  if (n < 2) return no_value;
  mean_a /= n;
  mean_b /= n;
  double aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    const double da = a[i] - mean_a, db = b[i] - mean_b;
    aa += da * da;
    bb += db * db;
    ab += da * db;
  }
  if (!(aa > 0) || !(bb > 0)) return no_value;
  return std::clamp(ab / std::sqrt(aa) / std::sqrt(bb), -1.0, 1.0);
}

double spearman(std::span<const double> a, std::span<const double> b) {
  std::vector<double> both_a(a.begin(), a.end()), both_b(b.begin(), b.end());
  for (std::size_t i = 0; i < both_a.size(); ++i)
    if (std::isnan(a[i]) || std::isnan(b[i])) both_a[i] = both_b[i] = no_value;
  return pearson(ranks_of(both_a, Ties::average), ranks_of(both_b, Ties::average));
}

}  // namespace rulescore
