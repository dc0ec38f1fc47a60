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

// One minus Shannon's entropy of a column's shares, in units of ln n (Hwang and Yoon 1981). 0 ln 0 = 0. Figures >=
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

// ---- from the correlations ------------------------------------------------------------------------------------------

// The first principal component of the columns, each brought to mean 0 and variance 1 (of pairwise correlations, where there are
// gaps).
struct Component {
  std::vector<double> weights;   // squared loadings (Nicoletti, Scarpetta and Boylaud 2000; OECD and JRC 2008, section 6.1)
  std::vector<double> loadings;  // a unit vector, one figure a column, 0 without spread; its largest figure in size is positive
  double eigenvalue = 0;
  double explained = 0;  // share of the variance, 0 to 1
};

// Where the largest eigenvalue is there several times the component isn't unique: the weights are the mean of the squares over
// all of them, which is.
RULESCORE_EXPORT Component principal_component(const Matrix& matrix);
RULESCORE_EXPORT std::vector<double> pca(const Matrix& matrix);  // its weights

struct CorrelationTarget {
  std::vector<double> desired;  // in proportion, > 0, one a column; empty: the same for all
  bool negative = false;        // whether weights below 0 are allowed, too
};

struct CorrelationOptimum {
  std::vector<double> weights;       // of the figures as they are, with their sense: the composite is their weighted sum
  std::vector<double> correlations;  // of each column with the composite; 0 without spread
  bool reached = false;              // whether they are as desired, in proportion
};

// The composite whose correlations with its columns come as desired (Becker, Saisana, Paruolo and Vandecasteele 2017). With
// weights >= 0 that can't always be: then columns of weight 0 are correlated more than desired, the others as desired, and no
// composite whatever, not even with negative weights, has a larger smallest ratio of correlation and desire. That makes the
// weights unique; columns that agree in all share theirs. Throws UsageError where no composite is positively correlated with
// every column, as where there are no more rows than columns.
RULESCORE_EXPORT CorrelationOptimum correlation_optimum(const Matrix& matrix, std::span<const Sense> senses = {},
                                                        const CorrelationTarget& target = {});
// Its weights, of equal correlations and >= 0.
RULESCORE_EXPORT std::vector<double> correlation_optimised(const Matrix& matrix, std::span<const Sense> senses = {});

// ---- from people's judgements ---------------------------------------------------------------------------------------

enum class Priority : std::uint8_t {
  eigenvector,     // the principal one (Saaty 1980)
  geometric_mean,  // of each row (Crawford and Williams 1985)
  column_mean,     // mean of the columns, each divided by its sum
};

// The mean consistency index of random matrices, which consistency is measured against.
enum class RandomIndex : std::uint8_t {
  alonso_lamata_2006,  // of 500,000 matrices for 3 to 15 rows; beyond, their line: mean lambda = 2.7699 n - 4.3513
  saaty_1980,          // for 3 to 15 rows; beyond, the line above
};

struct Pairwise {
  std::vector<double> weights;
  double lambda_max = 0;         // mean of (A w)_i / w_i, for the eigenvector its eigenvalue; n when consistent
  double consistency_index = 0;  // (lambda_max - n) / (n - 1)
  double consistency_ratio = 0;  // consistency_index / random index; Saaty calls up to 0.1 tolerable; 0 of one or two rows
};

// AHP: row i, column j says how many times as important i is as j. Throws UsageError for a matrix that isn't square, a figure
// that is missing or not above 0, a diagonal that isn't 1, and a cell that isn't the reciprocal of its twin (to 5 %, so that 0.33
// is a third).
RULESCORE_EXPORT Pairwise ahp(const Matrix& judgements, Priority priority = Priority::eigenvector,
                              RandomIndex random_index = RandomIndex::alonso_lamata_2006);

struct BestWorst {
  std::vector<double> weights;
  double consistency = 0;  // ksi, the largest distance left: 0 when the judgements agree (Rezaei 2016)
  double input_ratio =
      0;  // max |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW): 0 when they agree, up to 1 (Liang, Brunelli and Rezaei 2020)
};

// How many times as important the best one is as each, and each as the worst one, 1 to 9. The linear model of Rezaei 2016. Throws
// UsageError where the two lists differ in length, in what they say of best and worst, or hold figures out of range.
RULESCORE_EXPORT BestWorst best_worst(std::span<const double> best_to_others, std::span<const double> others_to_worst,
                                      std::size_t best, std::size_t worst);

// ---- each unit at its best ------------------------------------------------------------------------------------------

struct ShareBounds {
  double low = 0, high = 1;  // of a column's part in a unit's score
};

struct BenefitOfTheDoubt {
  std::vector<double> scores;  // one a row, 0 to 1: 1 where no unit does better under the unit's own weights
  std::vector<double>
      shares;  // rows x columns: the column's part in the unit's score, sum 1 in each row (all 0 where the score is 0)
};

// Each unit's score under the weights that show it best, if no unit may score above 1 under them (Cherchye, Moesen, Rogge and Van
// Puyenbroeck 2007). Figures >= 0, more is better, no gaps. `bounds`: none, one for all columns, or one a column. Scores don't
// depend on units of measurement, and to the bit neither on the order of rows nor on `threads` (0: one a core); shares are those
// of one of the best solutions where there are several. A linear programme a unit. Throws UsageError, also where a unit's zeros
// and the bounds contradict each other.
RULESCORE_EXPORT BenefitOfTheDoubt benefit_of_the_doubt(const Matrix& matrix, std::span<const ShareBounds> bounds = {},
                                                        unsigned threads = 1);

// ---- given weights --------------------------------------------------------------------------------------------------

// The same in proportion, with sum 1. Throws UsageError where there aren't as many as columns, for a weight that is missing,
// infinite or below 0, and where all are 0.
RULESCORE_EXPORT std::vector<double> check(std::span<const double> weights, std::size_t columns);

// What each node of a tree weighs in the whole: the product of the shares among siblings on the way up. `parents`: the place of
// each node's parent; a root's is its own. Throws UsageError for weights below 0, siblings that are all 0, and parents that go in
// circles.
RULESCORE_EXPORT std::vector<double> effective(std::span<const double> weights, std::span<const std::size_t> parents);

// ---- by name --------------------------------------------------------------------------------------------------------

// equal entropy gini standard_deviation variance angle critic critic_spearman merec pca correlation_optimised
RULESCORE_EXPORT std::span<const std::string> methods() noexcept;

// The function of that name. Throws UsageError for any other name, with the nearest.
RULESCORE_EXPORT std::vector<double> by_name(std::string_view method, const Matrix& matrix, std::span<const Sense> senses = {});

}  // namespace rulescore::weighting
