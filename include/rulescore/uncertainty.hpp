// How sure a ranking is, and what moves it: weights drawn at random and ranks counted, acceptability, shares of variance, and the
// least change of weights that swaps two units. Figures stand on one scale, more is better, totals are weighted means; an index
// with rules of its own is asked through index.hpp, see the end. Formulas and sources: indicators/methods.md. Thread-safe.
//
// Random numbers are counter-based: draw k is the same on any machine, for any number of draws and of threads.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/index.hpp>
#include <rulescore/matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::sensitivity {

// ---- weights and their draws ----------------------------------------------------------------------------------------

// Weights in a tree. Node 0 is the root, a parent stands before its children, and the nodes without children are a matrix's
// columns, in order. A weight counts among its siblings. A node all of whose children weigh nothing weighs nothing itself.
struct WeightTree {
  std::vector<std::uint32_t> parents;  // of each node; of the root 0
  std::vector<double> weights;         // of each node, >= 0; the root's is ignored

  RULESCORE_EXPORT static WeightTree flat(std::span<const double> weights);  // all columns under the root
};

// What each column weighs in the whole: the product of its own and its ancestors' shares among their siblings; sums to 1. Throws
// UsageError for a tree out of order, a weight that is negative or not finite, and when everything weighs nothing.
RULESCORE_EXPORT std::vector<double> effective_weights(const WeightTree& tree);
// Of many sets of weights for the same tree, a set each row and a node each column; sets x columns.
RULESCORE_EXPORT std::vector<double> effective_weights(const WeightTree& tree, const Matrix& sets);

struct WeightDraws {
  enum class Kind : std::uint8_t {
    noise,      // each weight times 1 + spread * u, u uniform in (-1,1)
    interval,   // each weight uniform between its low and high; without them, its share among siblings, `spread` up or down, not
                // below 0
    dirichlet,  // the siblings' shares: all that sum to 1 are equally likely; with a concentration c, Dirichlet(c * share)
  } kind = Kind::noise;
  double spread = 0.25;      // noise: [0,1); interval: > 0
  double concentration = 0;  // 0: none; the larger, the closer to the weights: variance share (1 - share) / (c + 1)
  std::vector<double> low = {},
                      high = {};  // of each node, 0 <= low <= high, or empty; siblings are brought to sum 1 after the draw
  // A weight of 0 stays 0 under noise and dirichlet.

  // "noise:0.25", "interval:0.1", "dirichlet", "dirichlet:50"; without a number the default. Throws UsageError saying what is
  // accepted.
  RULESCORE_EXPORT static WeightDraws parse(std::string_view text);
};

// The tree's weights in draw k of `seed`, one a node. Throws UsageError for spreads, concentrations and bounds out of range.
RULESCORE_EXPORT std::vector<double> drawn_weights(const WeightTree& tree, const WeightDraws& how, std::uint64_t seed,
                                                   std::uint64_t k);

// ---- ranks over draws -----------------------------------------------------------------------------------------------

// Rank 1 is the best. Totals within `tie` of the best of their group share its rank, the next one is counted on (1 2 2 4); a
// missing total ranks last, level with its like. In what follows `tie` is a billionth of the spread of all figures.
RULESCORE_EXPORT std::vector<std::uint32_t> ranks(std::span<const double> totals, double tie = 0);

// What a column that is missing does to its unit.
enum class Gaps : std::uint8_t {
  zero,     // it counts as 0
  exclude,  // it leaves the mean of its siblings, whose weights make up for it; so does a node without any figure
};

// Totals, a row of `weights` by a row of `figures`: total[k * rows + i] = sum_j weights[k][j] figures[i][j], in the order of
// columns. Rows of weights needn't sum to 1. A gap makes a total missing.
RULESCORE_EXPORT std::vector<double> totals(const Matrix& figures, const Matrix& weights);

// How often each unit had each rank.
struct RankCounts {
  std::size_t rows = 0;
  std::uint64_t draws = 0;
  std::vector<std::uint32_t> counts;  // rows x rows: draws in which unit i had rank j + 1
  std::vector<std::uint32_t> ahead;   // rows x rows: draws in which unit i was ahead of unit j; empty unless asked for
  std::vector<double> central;  // rows x columns: the mean weights of the draws in which no one was ahead of unit i, NaN where
                                // there are none; empty unless asked for
};

struct CountOptions {
  bool pairs = false;    // fill `ahead`
  bool central = false;  // fill `central`
  unsigned threads = 0;  // 0: one per core; results don't depend on it
};

// Of given totals, draws x rows.
RULESCORE_EXPORT RankCounts count_ranks(const Matrix& totals, const CountOptions& options = {});
// Of given weights, a draw each row; see totals(). Stochastic multicriteria acceptability analysis, where the rows are a sample
// of all admissible weights.
RULESCORE_EXPORT RankCounts count_ranks(const Matrix& figures, const Matrix& weights, const CountOptions& options = {});

struct SimulationOptions : CountOptions {
  std::uint32_t draws = 1000;
  std::uint64_t seed = 1;
  WeightDraws weights;
  Gaps gaps = Gaps::exclude;
};

// Of weights drawn from a tree. `central` then holds what each column weighed in the whole (effective_weights).
RULESCORE_EXPORT RankCounts simulate(const Matrix& figures, const WeightTree& tree, const SimulationOptions& options = {});

// Of one unit's ranks over the draws. Quantiles are of type 7 of Hyndman and Fan 1996, so a rank may fall between two.
struct RankSummary {
  double mean = 0, median = 0, low = 0, high = 0;  // low: 5 %, high: 95 %
  double first = 0;                                // share of draws in which no one is ahead
};
RULESCORE_EXPORT std::vector<RankSummary> summaries(const RankCounts& counts);
// Rank acceptability indices: shares of draws, rows x rows; each unit's sum to 1. Lahdelma, Hokkanen and Salminen 1998.
RULESCORE_EXPORT std::vector<double> acceptability(const RankCounts& counts);
// Pairwise winning indices: share of draws in which unit i is ahead of unit j, rows x rows. Throws UsageError without `pairs`.
RULESCORE_EXPORT std::vector<double> winning(const RankCounts& counts);

// ---- shares of variance ---------------------------------------------------------------------------------------------

// Points of [0,1)^factors at which a model is run for Sobol indices: blocks A, B, then A with column 1, 2, … of B in its place,
// `base` rows each; base x (factors + 2) rows. The points are independent and uniform (counter-based), so a larger base begins
// with the same.
RULESCORE_EXPORT std::vector<double> sobol_points(std::size_t base, std::size_t factors, std::uint64_t seed = 1);

struct SobolOptions {
  enum class Estimator : std::uint8_t {
    centred,    // outputs less their mean first: a constant added to the output moves nothing
    uncentred,  // as COINr has it
  } estimator = Estimator::centred;
  std::uint32_t resamples = 1000;  // of the bootstrap; 0: no intervals
  double confidence = 0.95;        // (0,1)
  std::uint64_t seed = 1;
};

struct SobolIndex {
  double first = 0, total = 0;           // shares of the output's variance: of the factor alone, with all it takes part in
  double first_low = 0, first_high = 0;  // percentile bootstrap; = first without resamples
  double total_low = 0, total_high = 0;
};

struct SobolIndices {
  double variance = 0;  // of the outputs of A and B, n - 1; 0: nothing moves the output, and all indices are 0
  std::vector<SobolIndex> factors;
};

// `outputs`: of the rows of sobol_points, in order. First order: Saltelli et al. 2010, total: Jansen 1999. Throws UsageError when
// there aren't base x (factors + 2) outputs, or one is missing.
RULESCORE_EXPORT SobolIndices sobol_indices(std::span<const double> outputs, std::size_t base, std::size_t factors,
                                            const SobolOptions& options = {});

// ---- the least change that swaps two units --------------------------------------------------------------------------

// Weights on the simplex (each >= 0, sum 1) under which the unit behind is level with the one ahead, as near to the given as can
// be.
struct LeastChange {
  std::vector<double> weights;
  double distance = 0;  // in the norm it was sought in
};

struct Swap {
  double lead = 0;  // of the total of the one ahead over the one behind; <= 0: nothing needs to change
  // Nothing, where no weights can do it: the one ahead is strictly better in every column.
  std::optional<LeastChange> smallest_sum;      // of absolute changes, L1
  std::optional<LeastChange> smallest_squares;  // of squares, L2 (the distance is its root)
  // What each column's weight would have to be, if it alone were changed and the others made up for it in proportion; NaN where
  // none will do.
  std::vector<double> alone;
};

// `ahead` and `behind` are rows. `weights` sum to 1 after they were divided by their sum. Throws UsageError for a row that isn't
// there and for a figure that is missing.
RULESCORE_EXPORT Swap swap(const Matrix& figures, std::span<const double> weights, std::size_t ahead, std::size_t behind);

}  // namespace rulescore::sensitivity

// ---- over an index --------------------------------------------------------------------------------------------------

namespace rulescore {

// A leaf that might have been another: with probability `chance` its share of full marks is uniform from low to high (the same:
// that figure; NaN: missing), otherwise it is what the index has.
struct LeafDoubt {
  std::uint32_t row = 0, indicator = 0;
  double low = 0, high = 1;
  double chance = 1;  // [0,1]
};

// What texts leave in doubt, after the kinds of gaps: an indicator that is only planned may count in full, one that is
// contradicted may count nothing, each with this chance.
RULESCORE_EXPORT std::vector<LeafDoubt> doubts(const Panel& panel, double chance = 0.5);

// A choice that might have been made otherwise: of a normalisation, of how gaps are filled, of a framework.
struct Choice {
  std::string name;
  std::vector<std::string> options;  // the first is the one that was made
};

struct UncertaintyOptions {
  std::uint32_t draws = 1000;
  std::uint64_t seed = 1;
  std::optional<sensitivity::WeightDraws> weights = sensitivity::WeightDraws{};  // among siblings; nothing: as they are
  std::vector<LeafDoubt> doubts;
  double leaf_noise = 0;  // every leaf moves up to so many shares of full marks up or down, and stays in [0,1] if it was there
  // Choices, all options equally likely, and the index of every combination of them: the last choice's options side by side, like
  // the digits of a counter; the first is the index itself. The same units in the same order.
  std::vector<Choice> choices;
  std::vector<Index> combinations;
  bool pairs = false;    // count who is ahead of whom
  unsigned threads = 0;  // 0: one per core; results don't depend on it
};

struct Uncertainty {
  std::vector<double> values;        // of the whole as it is, on the scale shown
  std::vector<std::uint32_t> ranks;  // as it is; 0: no value
  sensitivity::RankCounts counts;    // a draw without a value ranks last
  std::vector<sensitivity::RankSummary> summaries;
};

// Ranks when everything that is in doubt is drawn at once. Any framework; one of weighted means alone takes the fast way. Throws
// UsageError for options out of range, a leaf that isn't there, combinations that don't fit the choices or have other units.
RULESCORE_EXPORT Uncertainty uncertainty(const Index& index, const UncertaintyOptions& options = {});

// The index without one node, whose siblings make up for it (a group all of whose children are left out goes, too).
struct LeftOut {
  std::uint32_t node = 0;
  std::vector<double> values;        // on the scale shown
  std::vector<std::uint32_t> ranks;  // 0: no value
  double mean_shift = 0;             // mean absolute change of rank, of the units that have one both ways
  std::uint32_t largest_shift = 0;   // ranks
  std::uint32_t whose = 0;           // row; the first of several
};

// Every weighted group and indicator below the root, one at a time, in the framework's order; one that carries all the weight
// can't be left out and isn't there.
RULESCORE_EXPORT std::vector<LeftOut> leave_out(const Index& index);

// What moves the ranks most: shares of variance of the mean absolute shift in rank, and of each unit's rank. Factors are the
// weights of each depth of the tree ("weights:1" right below the root), "evidence" (doubts and noise of leaves), and each choice,
// by its name.
struct WhatMatters {
  std::uint32_t base = 0;
  std::vector<std::string> factors;
  double mean_shift = 0;                            // of all runs
  sensitivity::SobolIndices shift;                  // of the mean absolute shift in rank against the index as it is
  std::vector<sensitivity::SobolIndices> of_ranks;  // a unit each, without intervals
};

// Runs base x (factors + 2) indices. Throws UsageError like uncertainty(), and when nothing is in doubt.
RULESCORE_EXPORT WhatMatters what_matters(const Index& index, const UncertaintyOptions& options = {}, std::uint32_t base = 256,
                                          const sensitivity::SobolOptions& sobol = {});

// What would put one unit level with another that is ahead. Of weighted means alone, where both have every figure (or a gap
// counts 0); throws UsageError otherwise.
struct IndexSwap {
  std::uint32_t ahead = 0, behind = 0;  // rows
  double lead = 0;                      // on the scale shown
  sensitivity::Swap by_indicator;       // lead and weights in shares of the whole
  struct Alone {
    std::uint32_t node = 0;
    double share = 0, wanted = 0;  // of what its siblings weigh together; NaN: no weight of this one alone will do
  };
  std::vector<Alone> by_node;  // every node below the root that has siblings, in the framework's order
};

// Rows in any order; the one ahead comes first in the result.
RULESCORE_EXPORT IndexSwap swap_units(const Index& index, std::size_t a, std::size_t b);

}  // namespace rulescore
