// Weights: what the figures themselves say (entropy, CRITIC, MEREC, Gini, spread, principal component, correlations), what people
// say when they compare in pairs (AHP, best-worst), and what shows each unit at its best (benefit of the doubt).
//
// A function that takes a Matrix returns a weight a column, w >= 0 with sum 1 and never NaN. NaN is a missing figure: each
// statistic is over the figures there are. A column without spread (a constant, a single figure, none) says nothing: its weight
// is 0 and the others are weighed as if it weren't there; where no column says anything, those with spread (or else all) weigh
// the same. One row: equal weights. `senses`: one a column; empty: more is better everywhere. Permuting columns permutes the
// weights; permuting rows changes them by rounding alone (1e-12). Scale and unit of a column don't matter, but to
// standard_deviation. Formulas and sources: indicators/methods.md. All throw UsageError for what can't be, naming row and column.
// Thread-safe.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::weighting {

// ---- from the figures -----------------------------------------------------------------------------------------------

// 1 / m, whatever the figures.
RULESCORE_EXPORT std::vector<double> equal(const Matrix& matrix);

// One minus Shannon's entropy of a column's shares, in units of ln n (Hwang and Yoon 1981, section 3.3.2). 0 ln 0 = 0. Figures >=
// 0.
RULESCORE_EXPORT std::vector<double> entropy(const Matrix& matrix);

// The Gini coefficient of a column (Li and Chi 2009). Figures >= 0.
RULESCORE_EXPORT std::vector<double> gini(const Matrix& matrix);

// The standard deviation (n - 1) of the figures as they are: columns should share one scale.
RULESCORE_EXPORT std::vector<double> standard_deviation(const Matrix& matrix);

// The variance of a column brought to 0 (least) to 1 (largest) (Rao and Patel 2010).
RULESCORE_EXPORT std::vector<double> variance(const Matrix& matrix);

// The angle between a column and one of equal figures (Shuai and others 2012).
RULESCORE_EXPORT std::vector<double> angle(const Matrix& matrix);

enum class Correlation : std::uint8_t { pearson, spearman };  // spearman: of average ranks

// Contrast times conflict (Diakoulaki, Mavrotas and Papayannakis 1995): the standard deviation of a column brought to 0 (worst)
// to 1 (best), times the sum of 1 - r with the others. Correlations are over the rows where both have a figure; an unknown one
// counts as 0.
RULESCORE_EXPORT std::vector<double> critic(const Matrix& matrix, std::span<const Sense> senses = {},
                                            Correlation correlation = Correlation::pearson);

// How much the performance of the units changes without a column (Keshavarz-Ghorabaee and others 2021). Figures > 0. With gaps a
// unit's performance is over its own figures, and a column's effect is the mean over its units.
RULESCORE_EXPORT std::vector<double> merec(const Matrix& matrix, std::span<const Sense> senses = {});

}  // namespace rulescore::weighting
