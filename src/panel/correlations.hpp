// Correlations of many columns at once. Sums run in row order, as for one pair; columns lie side by side in registers.
// Tested by tests/unit/panel/correlations.cpp against pearson() of each pair.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rulescore {

struct Correlations {
  // Pearson's, a square, 1 on the diagonal; NaN where one of the two has no spread among the rows where both have a figure.
  std::vector<double> square;
  std::vector<double> spreads;  // of each column over its own figures: the root of the sum of squared deviations
};

// `figures`: one column after the other, of `rows` figures each, NaN where one is missing. They should lie near 1 in size (see
// weighting::Columns): their squares are added.
Correlations correlations(std::span<const double> figures, std::size_t rows);

}  // namespace rulescore
