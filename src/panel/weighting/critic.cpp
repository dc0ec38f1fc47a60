// CRITIC: a column weighs its contrast (standard deviation on a 0 to 1 scale) times its conflict with the others (1 - r, summed).
// A turned column (cost) changes the sign of its correlations and nothing else, so the figures are correlated as they are.
// Tested by tests/unit/panel/weighting_figures.cpp, tests/peers/weights.cpp; timed by tests/bench/critic.cpp.
#include "panel/column.hpp"
#include "panel/correlations.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/weighting.hpp>

#include <cmath>

namespace rulescore::weighting {
namespace {

// Every pair's ranks are among the rows that both have.
std::vector<double> spearman_square(const Columns& columns) {
  const std::size_t m = columns.size();
  std::vector<double> ranks;
  for (std::size_t k = 0; k < m; ++k) {
    const std::vector<double> own = ranks_of(columns[k], Ties::average);
    ranks.insert(ranks.end(), own.begin(), own.end());
  }
  if (count_of(ranks) == ranks.size()) return correlations(ranks, columns.rows()).square;
  std::vector<double> square(m * m);
  for (std::size_t a = 0; a < m; ++a)
    for (std::size_t b = a; b < m; ++b) square[a * m + b] = square[b * m + a] = spearman(columns[a], columns[b]);
  return square;
}

// 1 - r, with the columns' directions; nothing where it is within rounding of nothing, lest noise decide among copies of a
// column.
double conflict(double r, bool same_direction) noexcept {
  const double distance = std::isnan(r) ? 1 : same_direction ? 1 - r : 1 + r;
  return distance > 1e-12 ? distance : 0;
}

}  // namespace

std::vector<double> critic(const Matrix& matrix, std::span<const Sense> senses, Correlation correlation) {
  const Columns columns(matrix, "critic");
  const std::vector<Sense> turned = senses_of(matrix, senses, "critic");
  const std::size_t m = columns.size();
  Correlations found = correlations(columns.figures(), columns.rows());
  if (correlation == Correlation::spearman) found.square = spearman_square(columns);
  std::vector<double> says(m);
  for (std::size_t a = 0; a < m; ++a) {
    double conflicts = 0;
    for (std::size_t b = 0; b < m; ++b)
      if (a != b) conflicts += conflict(found.square[a * m + b], turned[columns.column(a)] == turned[columns.column(b)]);
    says[a] = conflicts * found.spreads[a] / std::sqrt(static_cast<double>(count_of(columns[a]))) / columns.range(a);
  }
  return columns.weights(says);
}

}  // namespace rulescore::weighting
