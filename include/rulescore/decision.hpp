// Rankings beyond sums: who is ahead where one strong figure mustn't make up for every weak one.
//
// All take figures as they are: a row a unit, a column a criterion, NaN missing, any magnitude. Common to all of them:
//   weights   at least 0, not all 0; normalised inside. Empty: all equal. A column of weight 0 takes no part, whatever it holds.
//   senses    one a column. Empty: more is better everywhere.
//   missing   a unit without a figure in a column that counts isn't ranked (score NaN, rank 0) and doesn't influence the others.
//   ties      units whose scores differ by no more than 1e-9 of the spread of all scores, or 1e-12 of the largest figure they are
//             added up from, share the better rank (1 2 2 4). Equal rows get equal scores, to the bit.
//   order     permuting the rows permutes the results, to the bit; permuting the columns moves scores by rounding only.
//   constant  a column without spread ranks nobody ahead of anybody; what it adds to the scores is said at the method.
// UsageError names the method, the row and the column (from 1): weights or senses of another number than the columns, a negative
// or infinite weight, all weights 0, no unit with all its figures, a parameter or a figure the method can't take. Formulas and
// sources: indicators/methods.md, "Rankings beyond sums". Pure functions, thread-safe.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::decision {

struct Ranked {
  std::vector<double> scores;        // one a row; NaN: not ranked
  std::vector<std::uint32_t> ranks;  // 1: the best; 0: not ranked
  bool higher_is_better = true;      // of the scores
};

// ---- on one scale ---------------------------------------------------------------------------------------------------

// How a column comes on a common scale, where more is better.
enum class Scale : std::uint8_t {
  vector,   // x / ||x||; of a cost 1 - x / ||x||. A column of zeros: 0 / ||x|| counts as 0
  min_max,  // (x - worst) / (best - worst); 0.5 for all where there is no spread
  sum,      // x / sum(x), figures at least 0 (1/n for all where all are 0); of a cost (1/x) / sum(1/x), figures above 0
  max,      // x / max, figures at least 0 (1 for all where all are 0); of a cost 1 - x / max
  ratio,    // x / max likewise; of a cost min / x, figures above 0
};

// sum of w * scaled figure.
RULESCORE_EXPORT Ranked weighted_sum(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                                     Scale scale = Scale::min_max);
// Product of (scaled figure)^w: a unit without anything in one column has nothing. UsageError where a scaled figure is below 0.
RULESCORE_EXPORT Ranked weighted_product(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                                         Scale scale = Scale::ratio);
// lambda * weighted sum + (1 - lambda) * weighted product, both on Scale::ratio; lambda in [0,1].
RULESCORE_EXPORT Ranked waspas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                               double lambda = 0.5);
// Ratio system: sum of w * x / ||x|| over the benefits less that over the costs. A column of zeros adds 0.
RULESCORE_EXPORT Ranked moora(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

struct Copras {
  Ranked ranked;                     // utility degree: significance as a percentage of the best one's
  std::vector<double> significance;  // adds up to 1
};
// Figures at least 0. What the costs weigh is shared out in inverse proportion to what each unit weighs of them (S-); units whose
// S- is 0, the limit of that, share all of it. Without costs it is the sum of the benefits' shares. A column of zeros is shared
// evenly.
RULESCORE_EXPORT Copras copras(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

// ---- distances ------------------------------------------------------------------------------------------------------

// d- / (d- + d+), the distances to the worst and the best figure of each weighted column; [0,1]. 0.5 for all where no two units
// differ.
RULESCORE_EXPORT Ranked topsis(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                               Scale scale = Scale::vector);

struct Vikor {
  Ranked ranked;                          // Q, in [0,1]; lower is better
  std::vector<double> s, r;               // the sum and the largest of the weighted regrets; [0,1]
  bool advantage = false;                 // the best is ahead of the next by at least 1 / (units - 1)
  bool stable = false;                    // the best (each of those that share rank 1) is also best by S or by R
  std::vector<std::uint32_t> compromise;  // rows: the best; with the next where it isn't stable, with all within reach where it
                                          // has no advantage
};
// v in [0,1]: the weight of the majority's regret S against the largest single one R. A column without spread adds no regret;
// where S (or R) has no spread its part of Q is 0.
RULESCORE_EXPORT Vikor vikor(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                             double v = 0.5);

// Mean of what a unit gains on, and doesn't lose against, the average unit; [0,1] where all figures are positive. UsageError
// where a column with spread has mean 0 (up to rounding), to which nothing can be in proportion. Where the mean is negative its size counts. Where
// no unit is better (worse) than the average anywhere, that part is 0 (1).
RULESCORE_EXPORT Ranked edas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

// Distances from the worst figures, Euclidean first; the city-block distance counts too between units whose Euclidean distances
// differ by at least `tau`. Scores add up to 0. Scale::ratio; a column without spread adds nothing. tau: at least 0.
RULESCORE_EXPORT Ranked codas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                              double tau = 0.02);

struct Bounds {
  double low = 0, high = 1;  // low < high
};
// Weighted distance from the best bound of each column; [0,1], lower is better. `bounds`: one a column, figures lie within;
// scores then don't depend on which other units there are, and no rank is ever reversed by one that comes or goes. Empty: the
// column's least and largest figures, 0 where they are the same.
RULESCORE_EXPORT Ranked spotis(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                               std::span<const Bounds> bounds = {});

// ---- one against one ------------------------------------------------------------------------------------------------

// How much a lead d in one criterion, in the criterion's own unit, makes a unit preferred: 0 for d <= 0, rising to 1.
struct Preference {
  enum class Shape : std::uint8_t {
    usual,           // 1
    u,               // 0 up to q, then 1
    v,               // d / p, at most 1
    level,           // 0 up to q, 0.5 up to p, then 1
    v_indifference,  // 0 up to q, rising evenly to 1 at p
    gaussian,        // 1 - exp(-d^2 / (2 s^2))
  } shape = Shape::usual;
  double p = 0, q = 0,
         s = 0;  // finite; q >= 0, p > 0 (v), p >= q (level), p > q (v_indifference), s > 0, where the shape has them
};

struct Promethee {
  Ranked ranked;                    // plus - minus; [-1,1], adds up to 0
  std::vector<double> plus, minus;  // mean preference over the others, and theirs over it; [0,1]. 0 of a single unit
};
// `preferences`: one a column, or one for all. Empty: usual.
RULESCORE_EXPORT Promethee promethee2(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                                      std::span<const Preference> preferences = {});

// rows x rows, row-major: the weight of the criteria in which the row's unit is better than the column's, and half of that in
// which they are equal. m(i,k) + m(k,i) = 1 but for the diagonal, which is 0; NaN of units that aren't ranked.
RULESCORE_EXPORT std::vector<double> outranking(const Matrix& matrix, std::span<const double> weights,
                                                std::span<const Sense> senses);

// Units it outranks less units that outrank it; a comparison within 1e-9 of one half is a draw.
RULESCORE_EXPORT Ranked copeland(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

// One level of a tree: the parent of each of its columns, numbered from 0 without a gap, and their weights among siblings.
struct Level {
  std::vector<std::uint32_t> parents;
  std::vector<double> weights;
};
// Copeland scores level by level: the first level's columns are the matrix's, each further one's are the scores of the one
// before. One matrix a level: rows x number of parents, row-major. A unit that a parent doesn't rank has no score above it
// either.
RULESCORE_EXPORT std::vector<std::vector<double>> copeland_by_level(const Matrix& matrix, std::span<const Level> levels,
                                                                    std::span<const Sense> senses);

// sum of w * (units it is better than + half of those it equals): from 0 to units - 1.
RULESCORE_EXPORT Ranked borda(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

struct Dominance {
  std::size_t pairs = 0, strict_pairs = 0;  // one unit at least as good in every column and better in one; better in every one
  double share = 0, strict_share = 0;       // of all pairs of ranked units; 0 where there is none
  std::vector<std::uint32_t> dominates, dominated_by;  // units, one figure a row
};
RULESCORE_EXPORT Dominance dominance(const Matrix& matrix, std::span<const Sense> senses);

struct Electre {
  std::vector<double> concordance, discordance;  // rows x rows; NaN on the diagonal and of units that aren't ranked
  std::vector<std::uint8_t> outranks;            // rows x rows; 1: concordance >= `agree` and discordance <= `object`
  std::vector<std::uint32_t> kernel;             // rows that no unit outranks without being outranked in return
};
// Concordance: the weight of the columns in which the row's unit is at least as good. Discordance: the largest lead of the other
// in one column, over the largest range of any column: columns must be on scales that can be compared. `agree`, `object` in
// [0,1].
RULESCORE_EXPORT Electre electre1(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                                  double agree = 0.65, double object = 0.35);

// ---- figures on one scale already, more is better -------------------------------------------------------------------

// Ordered weighted average: order_weights[0] counts for a unit's largest figure, the last one for its least.
RULESCORE_EXPORT Ranked owa(const Matrix& matrix, std::span<const double> order_weights);
// Order weights that make the mean of the `count` best (worst) figures; 1 <= count <= columns.
RULESCORE_EXPORT std::vector<double> best_of(std::size_t columns, std::size_t count);
RULESCORE_EXPORT std::vector<double> worst_of(std::size_t columns, std::size_t count);

// Mean, less (or with) a penalty for figures out of balance: M - S^2 / M, M and S the unit's mean and standard deviation.
struct Balance {
  enum class Standard : std::uint8_t {
    z,      // 100 + 10 (x - mean) / sd, with their sense; 100 for all without spread
    range,  // 70 (worst) to 130 (best); 100 for all without spread
    none,   // as they are; costs are a UsageError
  } standard = Standard::z;
  std::vector<double> reference = {};  // of range: a figure a column, which becomes 100; else the range is the column's own
  bool upward = false;                 // add the penalty: where more is worse, imbalance is worse too
  bool sample = false;                 // standard deviations divided by n - 1 rather than n (needs two columns; equal weights)
};
// M and S are weighted (the sources have equal weights). Not monotone by design: one more point in one column can cost more
// balance than it earns. UsageError where a unit's mean is 0, on Standard::none.
RULESCORE_EXPORT Ranked mazziotta_pareto(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                                         const Balance& balance = {});

// What each subset of the columns is worth: 0 for none, 1 for all, never less for more. Subsets are bits: bit j is column j.
class RULESCORE_EXPORT Capacity {
 public:
  // Worths of all 2^columns subsets, in the order of their bits; at most 16 columns. UsageError names the subset that is wrong.
  static Capacity of_subsets(std::span<const double> worths);
  // Columns matter as their Shapley values say (sum 1) and pairs interact: above 0 they complement each other, below 0 they
  // overlap. `interactions`: columns x columns, symmetric, the diagonal unread; empty: none, which is the weighted mean. At most
  // 64 columns. UsageError names the column and the subset whose worth it would lower.
  static Capacity two_additive(std::span<const double> shapley, std::span<const double> interactions = {});

  std::size_t columns() const noexcept { return columns_; }
  bool is_two_additive() const noexcept { return worths_.empty(); }  // made of Shapley values and interactions
  double worth(std::uint64_t subset) const noexcept;
  double mobius(std::uint64_t subset) const noexcept;  // what the subset is worth beyond its own subsets
  std::vector<double> shapley() const;
  double interaction(std::size_t a, std::size_t b) const noexcept;
  double integral(std::span<const double> figures) const;  // Choquet; figures: one a column, no gaps

 private:
  Capacity() = default;
  std::size_t columns_ = 0;
  std::vector<double> worths_, mobius_;  // of subsets
  std::vector<double> singles_, pairs_;  // Moebius masses of a two-additive one: columns; columns x columns
};
RULESCORE_EXPORT Ranked choquet(const Matrix& matrix, const Capacity& capacity);

// ---- by name --------------------------------------------------------------------------------------------------------

// Those that need no more than weights and senses, in the order of this header: "weighted_sum", "topsis", ….
RULESCORE_EXPORT std::span<const std::string> methods() noexcept;
// With the defaults above. Throws UsageError with a did-you-mean for another name.
RULESCORE_EXPORT Ranked rank_by(std::string_view method, const Matrix& matrix, std::span<const double> weights,
                                std::span<const Sense> senses);

}  // namespace rulescore::decision
