// An index without one of its nodes. Outside face: uncertainty.hpp. Tested by tests/unit/analysis/uncertainty_index.cpp and,
// against COINr on the pillars of its ASEM data, by tests/peers/uncertainty.cpp.
#include "analysis/uncertainty/world.hpp"

#include <algorithm>

namespace rulescore {
namespace {

// Weights without the node: 0 for it, and for what then rests on nothing. Empty when that is everything.
std::vector<double> weights_without(const Index& index, const sensitivity::Tree& tree, std::uint32_t node) {
  std::vector<double> weights(index.weights().begin(), index.weights().end());
  weights[node] = 0;
  tree.drop_empty(weights);
  const auto top = tree.children(0);
  if (std::none_of(top.begin(), top.end(), [&](std::uint32_t child) { return weights[child] > 0; })) return {};
  // What hangs below a dropped node keeps its weights, which count for nothing.
  for (std::size_t i = 1; i < weights.size(); ++i)
    if (weights[tree.parents()[i]] == 0 && tree.parents()[i] != 0) weights[i] = std::max(weights[i], index.weights()[i]);
  return weights;
}

LeftOut left_out(const Index& index, std::uint32_t node, std::vector<double> weights, const std::vector<std::uint32_t>& before) {
  const Index without = index.with_weights(std::move(weights));
  LeftOut result{node, without.values(0), without.ranks(), 0, 0, 0};
  result.mean_shift = sensitivity::mean_shift(before, result.ranks);
  for (std::uint32_t row = 0; row < before.size(); ++row) {
    if (before[row] == 0 || result.ranks[row] == 0) continue;
    const std::uint32_t shift =
        before[row] > result.ranks[row] ? before[row] - result.ranks[row] : result.ranks[row] - before[row];
    if (shift <= result.largest_shift) continue;
    result.largest_shift = shift;
    result.whose = row;
  }
  return result;
}

}  // namespace

std::vector<LeftOut> leave_out(const Index& index) {
  const sensitivity::WeightTree weighted = sensitivity::tree_of(index);
  const sensitivity::Tree tree(weighted.parents);
  const std::vector<std::uint32_t> before = index.ranks();
  std::vector<LeftOut> result;
  for (std::uint32_t node = 1; node < tree.nodes(); ++node) {
    if (index.framework().nodes()[node].role != Role::weighted) continue;
    std::vector<double> weights = weights_without(index, tree, node);
    if (!weights.empty()) result.push_back(left_out(index, node, std::move(weights), before));
  }
  return result;
}

}  // namespace rulescore
