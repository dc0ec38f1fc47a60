// Ranks of an index when everything in doubt is drawn at once. Weights alone, in a tree of weighted means, are simulate()'s work;
// anything else adds the index up anew for each draw. Outside face: uncertainty.hpp. Tested by
// tests/unit/analysis/uncertainty_index.cpp.
#include "analysis/uncertainty/counting.hpp"
#include "analysis/uncertainty/simulate.hpp"
#include "analysis/uncertainty/world.hpp"
#include "panel/index.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/error.hpp>

#include <algorithm>

namespace rulescore {
namespace {

using sensitivity::World;

constexpr double tie = 1e-9;  // of full marks

bool is_plain(const Index& index) { return index.framework().model().is_plain && index.impl().views.empty(); }

sensitivity::RankCounts by_weights(const Index& index, const UncertaintyOptions& options) {
  sensitivity::SimulationOptions simulation;
  simulation.pairs = options.pairs;
  simulation.threads = options.threads;
  simulation.draws = options.draws;
  simulation.seed = options.seed;
  simulation.weights = *options.weights;
  simulation.gaps = index.framework().missing() == Missing::zero ? sensitivity::Gaps::zero : sensitivity::Gaps::exclude;
  const std::vector<double> leaves = index.leaves();
  return sensitivity::simulate({leaves, index.rows(), index.framework().indicators().size()}, sensitivity::tree_of(index),
                               simulation, tie);
}

sensitivity::RankCounts by_adding_up(const World& world, const UncertaintyOptions& options) {
  const std::size_t rows = world.rows();
  const auto compute = [&](std::uint64_t first, std::size_t sets, std::span<double> out) {
    for (std::size_t set = 0; set < sets; ++set) world.totals(world.draw(first + set), out.subspan(set * rows, rows));
  };
  sensitivity::Counted counted =
      sensitivity::count({rows, rows, options.draws, tie, compute}, {options.pairs, false, {}}, options.threads);
  return {rows, options.draws, std::move(counted.counts), std::move(counted.ahead), {}};
}

}  // namespace

Uncertainty uncertainty(const Index& index, const UncertaintyOptions& options) {
  if (options.draws == 0) throw UsageError("a simulation needs at least one draw");
  const World world(index, options);
  const bool weights_alone = options.weights && !world.doubts_leaves() && options.combinations.size() <= 1 && is_plain(index);
  Uncertainty result{
      index.values(0), index.ranks(), weights_alone ? by_weights(index, options) : by_adding_up(world, options), {}};
  result.summaries = sensitivity::summaries(result.counts);
  return result;
}

std::vector<LeafDoubt> doubts(const Panel& panel, double chance) {
  const auto indicators = panel.framework().indicators();
  std::vector<LeafDoubt> result;
  const std::vector<GapReport> reports = gaps(panel);
  for (std::uint32_t row = 0; row < reports.size(); ++row) {
    const std::size_t first = result.size();
    for (const Gap& gap : reports[row].gaps) {
      const auto place =
          static_cast<std::uint32_t>(std::lower_bound(indicators.begin(), indicators.end(), gap.node) - indicators.begin());
      if (gap.kind == GapKind::only_planned) result.push_back({row, place, 1, 1, chance});
      if (gap.kind == GapKind::contradicted) result.push_back({row, place, 0, 0, chance});
    }
    std::sort(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
              [](const LeafDoubt& a, const LeafDoubt& b) { return a.indicator < b.indicator; });
  }
  return result;
}

}  // namespace rulescore
