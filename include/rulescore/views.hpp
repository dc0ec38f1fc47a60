// What the figures of an index say for themselves, before and after they are added up: column by column, side by side, unit by
// unit, year by year, and edition against edition.
//
// Every function is pure; the result doesn't depend on the order of the rows but for the last bits of sums. NaN: missing. Throws
// UsageError for a matrix without figures or with an infinite one. Formulas and sources: indicators/methods.md. Thread-safe.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/index.hpp>
#include <rulescore/matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace rulescore::views {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

// ---- columns --------------------------------------------------------------------------------------------------------

// Below (shares) or beyond (skewness and excess kurtosis together) these a column is flagged.
struct Limits {
  double available = 0.65;  // figures, of rows
  double non_zero = 0.5;    // of figures
  double different = 0.5;   // of figures
  double skew = 2, kurtosis = 3.5;
};

// Figures of a column. What can't be said is NaN: sd of fewer than two figures, skewness of fewer than three, kurtosis of fewer
// than four, either without spread; shares of a column without figures.
struct ColumnStats {
  double min = none, max = none, mean = none, median = none;
  double sd = none;                     // n - 1
  double skew = none, kurtosis = none;  // type 2 of Joanes and Gill 1998
  std::uint32_t rows = 0, figures = 0, non_zero = 0;
  std::uint32_t different = 0;  // figures, equal ones once
  std::uint32_t same = 0;       // times the commonest figure stands there
  bool few_figures = false, many_zeros = false, few_different = false, outliers = false;  // see Limits

  double available() const noexcept { return static_cast<double>(figures) / rows; }
  double share(std::uint32_t count) const noexcept { return count / static_cast<double>(figures); }
};

RULESCORE_EXPORT std::vector<ColumnStats> column_stats(const Matrix& data, const Limits& limits = {});

// ---- side by side ---------------------------------------------------------------------------------------------------

enum class Correlation : std::uint8_t {
  pearson,
  spearman,  // Pearson's of average ranks
  kendall,   // tau-b
};

// columns x columns, each pair over the rows where both have a figure. NaN of fewer than two such rows, or where one of the two
// has no spread there; 1 of a column with itself.
RULESCORE_EXPORT std::vector<double> correlations(const Matrix& data, Correlation how = Correlation::pearson);
// a.columns x b.columns, of the same rows.
RULESCORE_EXPORT std::vector<double> correlations(const Matrix& a, const Matrix& b, Correlation how = Correlation::pearson);

// Two columns that say much the same (or the opposite): |value| >= threshold.
struct CorrelatedPair {
  std::uint32_t a = 0, b = 0;  // a < b
  double value = 0;
};

// Largest |value| first, then by column. `groups`: a number each column, pairs of the same one only; empty: all pairs.
RULESCORE_EXPORT std::vector<CorrelatedPair> correlated(const Matrix& data, double threshold = 0.9,
                                                        Correlation how = Correlation::pearson,
                                                        std::span<const std::uint32_t> groups = {});

// Cronbach's alpha: whether the columns measure one thing. Over the rows without a gap; columns on one scale, more is better.
struct Alpha {
  double alpha = none;          // at most 1; NaN of one column, of fewer than two such rows, or where their sums have no spread
  std::uint32_t rows = 0;       // without a gap
  std::vector<double> without;  // each column: of the others
  std::vector<double> rest;     // each column: its correlation with the sum of the others
};

RULESCORE_EXPORT Alpha cronbach_alpha(const Matrix& data);

// Principal components of the correlation matrix, over the rows without a gap. Columns without spread are left out (zeros below).
struct Components {
  std::uint32_t rows = 0;               // without a gap
  std::vector<std::uint32_t> left_out;  // columns
  std::vector<double> variances;        // eigenvalues, largest first: as many as columns that take part
  std::vector<double> explained;        // shares of all, sum 1
  // columns x components. Of unit length, the largest entry positive (the first of equal ones); and times the root of the
  // variance: what a column correlates with the component. Components of equal variance are any of many.
  std::vector<double> directions, loadings;
  std::vector<double> scores;  // rows x components, of standardised figures; NaN in rows with a gap
};

// Throws UsageError with fewer than two rows without a gap, or without a column that has spread in them.
RULESCORE_EXPORT Components principal_components(const Matrix& data);

// ---- availability ---------------------------------------------------------------------------------------------------

struct UnitAvailability {
  std::uint32_t missing = 0, zeros = 0;
  double available = 0;    // figures, of columns
  double non_zero = none;  // of figures
};

RULESCORE_EXPORT std::vector<UnitAvailability> unit_availability(const Matrix& data);

// rows x groups: the share of a group's columns in which the unit has a figure. `groups`: columns of each, none empty.
RULESCORE_EXPORT std::vector<double> group_availability(const Matrix& data, std::span<const std::vector<std::uint32_t>> groups);

// ---- one unit -------------------------------------------------------------------------------------------------------

// How a unit stands in one column.
struct Standing {
  std::uint32_t column = 0;
  double figure = none;
  std::uint32_t rank = 0;             // 1: the best; equal figures share the best rank; 0: no figure
  std::uint32_t tied = 0;             // units with the same figure, itself among them
  std::uint32_t of = 0;               // units with a figure
  double place = none;                // from 0, the worst figure there is, to 1, the best; 0.5 without spread
  double median = none, best = none;  // of all units
};

// In the order of the columns.
RULESCORE_EXPORT std::vector<Standing> profile(const Matrix& data, std::span<const Sense> senses, std::size_t unit);
// The `count` columns where the fewest are ahead; and where the most are. Where as many are, the column that fewer share, then
// the earlier one. Columns without a figure of the unit, or without spread, are neither.
RULESCORE_EXPORT std::vector<Standing> strengths(const Matrix& data, std::span<const Sense> senses, std::size_t unit,
                                                 std::size_t count = 5);
RULESCORE_EXPORT std::vector<Standing> weaknesses(const Matrix& data, std::span<const Sense> senses, std::size_t unit,
                                                  std::size_t count = 5);

// ---- years ----------------------------------------------------------------------------------------------------------

// One unit's figures over time, those that are missing passed over.
struct Trend {
  std::uint32_t unit = 0;
  std::uint32_t count = 0;  // figures
  double first_time = none, last_time = none, first = none, last = none;
  double slope = none;   // least squares, a year; NaN of fewer than two figures
  double fit = none;     // share of the variance the line explains; NaN without spread
  double growth = none;  // compound annual: (last / first)^(1 / years) - 1; NaN unless both are above 0
};

// By unit, in the order of their numbers. Rows may stand in any order; a unit's rows of one time are refused (UsageError).
RULESCORE_EXPORT std::vector<Trend> trends(std::span<const double> column, std::span<const std::uint32_t> units,
                                           std::span<const double> times);

// ---- two editions ---------------------------------------------------------------------------------------------------

// An additive index: each unit's total is the mean of its leaves that aren't missing, by weight. Both editions have the same
// units in the same order, and the same leaves; one that an edition doesn't have is missing in all its rows, or weighs nothing.
struct Edition {
  Matrix leaves;                    // on the common scale
  std::span<const double> weights;  // one a leaf; or one a unit and leaf, row-major
};

// What one leaf did to one unit's total. The parts of all leaves add up to the unit's change.
struct LeafShift {
  std::uint32_t leaf = 0;
  double figure = 0;  // by being another figure
  double weight = 0;  // by weighing more or less, appearing or going: counted from the unit's mean total of both editions
  double ahead = 0;   // both, less what the leaf did to the units at large: these add up to the change against their mean change

  double total() const noexcept { return figure + weight; }
};

struct UnitShift {
  double before = none, after = none;             // totals; NaN where all leaves are missing, and then there are no leaves below
  std::uint32_t rank_before = 0, rank_after = 0;  // 1: the best; equal to 1e-9 of the larger share the best rank; 0: no total
  std::vector<LeafShift> leaves;                  // that moved anything, in their order

  double change() const noexcept { return after - before; }
};

RULESCORE_EXPORT std::vector<UnitShift> compare_editions(const Edition& before, const Edition& after);

// Two indices, of two years or of two versions of a framework: what moved each unit that both have. Leaves are matched by code,
// and stand on the scale that each index has them on, in marks of the second.
struct IndexComparison {
  Framework framework;              // of the second
  std::vector<std::string> units;   // that both have, in the order of the second; with their year where names repeat
  std::vector<std::string> leaves;  // codes: of the second, then those that only the first has
  std::vector<std::string> only_before, only_after;  // units
  // Both trees are weighted means: a leaf's part says what its figure and its weight did, and `rules` is 0. Otherwise a leaf's
  // part is what exchanging its figures does, at its mean over the first tree and the second, and declared order and its reverse;
  // all else (weights, aggregation, vetoes, leaves that only one has) is in `rules`.
  bool additive = false;
  std::vector<UnitShift> shifts;
  std::vector<double> rules;  // of each unit; with its leaves' parts it adds up to its change
};

// Throws UsageError when the two have no unit in common, or one has a unit twice (in the same year).
RULESCORE_EXPORT IndexComparison compare_indices(const Index& before, const Index& after);

}  // namespace rulescore::views
