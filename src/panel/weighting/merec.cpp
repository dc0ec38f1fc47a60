// MEREC: a column weighs what the performance of the units changes when it is left out. Logarithms are taken before dividing, so
// that neither tiny nor huge figures leave the range of a double. Tested by tests/unit/panel/weighting_figures.cpp,
// tests/peers/weights.cpp.
#include "panel/weighting/columns.hpp"

#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore::weighting {
namespace {

// |ln| of the figures brought to (0, 1]: least / x where more is better, x / largest where less is. Row-major, of the columns
// kept.
std::vector<double> logarithms(const Matrix& matrix, const Columns& columns, std::span<const Sense> senses) {
  const std::size_t m = columns.size();
  std::vector<double> logs(matrix.rows * m);
  for (std::size_t k = 0; k < m; ++k) {
    const std::size_t j = columns.column(k);
    double low = 0, high = 0;
    bool first = true;
    for (std::size_t row = 0; row < matrix.rows; ++row) {
      const double log = logs[row * m + k] = std::log(matrix.at(row, j));
      if (std::isnan(log)) continue;
      low = first ? log : std::min(low, log);
      high = first ? log : std::max(high, log);
      first = false;
    }
    for (std::size_t row = 0; row < matrix.rows; ++row) {
      double& log = logs[row * m + k];
      log = senses[j] == Sense::benefit ? log - low : high - log;
    }
  }
  return logs;
}

}  // namespace

std::vector<double> merec(const Matrix& matrix, std::span<const Sense> senses) {
  const Columns columns(matrix, "merec");
  check_positive(matrix, "merec", Zero::refused);
  const std::size_t m = columns.size();
  const std::vector<double> logs = logarithms(matrix, columns, senses_of(matrix, senses, "merec"));
  std::vector<double> effects(m, 0.0), units(m, 0.0);
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    const std::span<const double> unit = std::span<const double>(logs).subspan(row * m, m);
    double total = 0, count = 0;
    for (const double x : unit) {
      total += std::isnan(x) ? 0 : x;
      count += std::isnan(x) ? 0 : 1;
    }
    for (std::size_t k = 0; k < m; ++k) {
      if (std::isnan(unit[k])) continue;
      units[k] += 1;  // ln(1 + total / count) without the column is ln(1 + (total - x) / count)
      effects[k] += std::log1p(unit[k] / (count + std::max(0.0, total - unit[k])));
    }
  }
  for (std::size_t k = 0; k < m; ++k) effects[k] /= units[k];
  return columns.weights(effects);
}

}  // namespace rulescore::weighting
