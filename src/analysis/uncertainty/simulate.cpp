// Ranks under many sets of weights: given ones, or drawn. Outside face: uncertainty.hpp. Tested by
// tests/unit/analysis/uncertainty_ranks.cpp and, against peers, tests/peers/uncertainty.cpp.
#include "analysis/uncertainty/simulate.hpp"

#include "analysis/uncertainty/additive.hpp"
#include "analysis/uncertainty/counting.hpp"
#include "analysis/uncertainty/draws.hpp"
#include "analysis/uncertainty/grouped.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::sensitivity {
namespace {

double tie_of(const Matrix& figures) {
  const double spread = largest(figures.values) - least(figures.values);
  return std::isnan(spread) ? 0 : 1e-9 * spread;
}

void check_figures(const Matrix& figures, std::size_t columns) {
  check_matrix(figures, "the matrix of figures");
  if (figures.columns == columns) return;
  throw UsageError("the matrix of figures has " + std::to_string(figures.columns) + " columns; there are weights for " +
                   std::to_string(columns));
}

void check_sets(const Matrix& sets) {
  check_matrix(sets, "the matrix of weights");
  for (std::size_t i = 0; i < sets.values.size(); ++i) {
    if (sets.values[i] >= 0) continue;
    throw UsageError("a weight is a number of at least 0; set " + std::to_string(i / sets.columns + 1) +
                     " has another in column " + std::to_string(i % sets.columns + 1));
  }
}

bool has_gaps(const Matrix& figures) {
  return std::any_of(figures.values.begin(), figures.values.end(), [](double x) { return std::isnan(x); });
}

// The mean weights of the draws that a unit won, added up in the order of draws.
std::vector<double> central_weights(const Counted& counted, std::size_t rows, std::size_t columns,
                                    const std::function<void(std::uint64_t draw, std::span<double> weights)>& weights_of) {
  std::vector<double> central(rows * columns), weights(columns);
  std::vector<std::uint64_t> won(rows);
  std::uint64_t at = ~std::uint64_t{0};
  for (const auto& [draw, row] : counted.winners) {
    if (draw != at) weights_of(draw, weights);
    at = draw;
    ++won[row];
    for (std::size_t column = 0; column < columns; ++column) central[row * columns + column] += weights[column];
  }
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      double& sum = central[row * columns + column];
      sum = won[row] > 0 ? sum / static_cast<double>(won[row]) : no_value;
    }
  return central;
}

RankCounts result_of(Counted&& counted, const Draws& draws) {
  return {draws.rows, draws.count, std::move(counted.counts), std::move(counted.ahead), {}};
}

Wanted wanted_of(const CountOptions& options) { return {options.pairs, options.central, {}}; }

}  // namespace

std::vector<std::uint32_t> ranks(std::span<const double> totals, double tie) {
  std::vector<std::uint32_t> result(totals.size());
  Ranker(totals.size(), tie).rank(totals, result);
  return result;
}

std::vector<double> totals(const Matrix& figures, const Matrix& weights) {
  check_figures(figures, weights.columns);
  check_sets(weights);
  const AdditiveTotals sums(figures, no_value);
  std::vector<double> padded(slice * sums.stride()), result;
  result.reserve(weights.rows * figures.rows);
  for (std::size_t first = 0; first < weights.rows; first += slice) {
    const std::size_t sets = std::min(slice, weights.rows - first);
    sums.compute(weights.values.subspan(first * weights.columns), sets, padded);
    for (std::size_t set = 0; set < sets; ++set) {
      const auto row = std::span(padded).subspan(set * sums.stride(), figures.rows);
      result.insert(result.end(), row.begin(), row.end());
    }
  }
  return result;
}

RankCounts count_ranks(const Matrix& totals, const CountOptions& options) {
  check_matrix(totals, "the matrix of totals");
  if (options.central) throw UsageError("central weights need the weights that the totals come from");
  const auto copy = [&](std::uint64_t first, std::size_t sets, std::span<double> out) {
    std::copy_n(totals.values.begin() + static_cast<std::ptrdiff_t>(first * totals.columns), sets * totals.columns, out.begin());
  };
  const Draws draws{totals.columns, totals.columns, totals.rows, tie_of(totals), copy};
  return result_of(count(draws, wanted_of(options), options.threads), draws);
}

RankCounts count_ranks(const Matrix& figures, const Matrix& weights, const CountOptions& options) {
  check_figures(figures, weights.columns);
  check_sets(weights);
  const AdditiveTotals sums(figures, no_value);
  const auto add_up = [&](std::uint64_t first, std::size_t sets, std::span<double> out) {
    sums.compute(weights.values.subspan(first * weights.columns, sets * weights.columns), sets, out);
  };
  const Draws draws{figures.rows, sums.stride(), weights.rows, tie_of(figures), add_up};
  Counted counted = count(draws, wanted_of(options), options.threads);
  std::vector<double> central;
  if (options.central)
    central = central_weights(counted, figures.rows, figures.columns, [&](std::uint64_t draw, std::span<double> out) {
      std::copy_n(weights.row(draw).begin(), out.size(), out.begin());
    });
  RankCounts result = result_of(std::move(counted), draws);
  result.central = std::move(central);
  return result;
}

namespace {

// The whole weights of a draw.
class Wholes {
 public:
  explicit Wholes(const Drawer& drawer) : drawer_(drawer), weights_(drawer.tree().nodes()), work_(weights_.size()) {}
  std::span<const double> draw(std::uint64_t k, std::span<double> columns) {
    drawer_.draw(k, weights_);
    drawer_.tree().effective(weights_, work_, columns);
    return weights_;
  }

 private:
  const Drawer& drawer_;
  std::vector<double> weights_, work_;
};

using Compute = std::function<void(std::uint64_t, std::size_t, std::span<double>)>;

Compute additive(const Drawer& drawer, const AdditiveTotals& sums) {
  return [&](std::uint64_t first, std::size_t sets, std::span<double> out) {
    Wholes wholes(drawer);
    std::vector<double> weights(sets * sums.columns());
    for (std::size_t set = 0; set < sets; ++set)
      wholes.draw(first + set, std::span(weights).subspan(set * sums.columns(), sums.columns()));
    sums.compute(weights, sets, out);
  };
}

Compute grouped(const Drawer& drawer, const GroupedTotals& means, std::size_t stride, std::size_t rows) {
  return [&drawer, &means, stride, rows](std::uint64_t first, std::size_t sets, std::span<double> out) {
    GroupedTotals::Workspace work = means.workspace();
    std::vector<double> weights(drawer.tree().nodes());
    for (std::size_t set = 0; set < sets; ++set) {
      drawer.draw(first + set, weights);
      means.compute(weights, work, out.subspan(set * stride, rows));
    }
  };
}

}  // namespace

RankCounts simulate(const Matrix& figures, const WeightTree& tree, const SimulationOptions& options) {
  check_matrix(figures, "the matrix of figures");
  return simulate(figures, tree, options, tie_of(figures));
}

RankCounts simulate(const Matrix& figures, const WeightTree& tree, const SimulationOptions& options, double tie) {
  const Drawer drawer(tree, options.weights, options.seed);
  check_figures(figures, drawer.tree().columns());
  if (options.draws == 0) throw UsageError("a simulation needs at least one draw");
  const bool by_groups = options.gaps == Gaps::exclude && has_gaps(figures);
  const AdditiveTotals sums(figures, 0);
  const GroupedTotals means(figures, drawer.tree());
  const std::size_t stride = sums.stride();
  const Draws draws{figures.rows, stride, options.draws, tie,
                    by_groups ? grouped(drawer, means, stride, figures.rows) : additive(drawer, sums)};
  Counted counted = count(draws, wanted_of(options), options.threads);
  std::vector<double> central;
  if (options.central) {
    Wholes wholes(drawer);
    central = central_weights(counted, figures.rows, figures.columns,
                              [&](std::uint64_t draw, std::span<double> out) { wholes.draw(draw, out); });
  }
  RankCounts result = result_of(std::move(counted), draws);
  result.central = std::move(central);
  return result;
}

}  // namespace rulescore::sensitivity
