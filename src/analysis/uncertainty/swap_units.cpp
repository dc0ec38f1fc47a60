// What would put two units of an index level: its columns' weights in the whole, and each node's among its siblings. Outside
// face: uncertainty.hpp. Tested by tests/unit/analysis/uncertainty_index.cpp.
#include "analysis/uncertainty/world.hpp"
#include "panel/index.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <cmath>
#include <utility>

namespace rulescore {
namespace {

// Both units' shares of full marks, a gap as 0 where it counts so.
std::vector<double> two_rows(const Index& index, std::size_t a, std::size_t b) {
  const std::vector<double> leaves = index.leaves();
  const std::size_t columns = index.framework().indicators().size();
  std::vector<double> result;
  for (const std::size_t row : {a, b})
    for (std::size_t i = 0; i < columns; ++i) {
      const double x = leaves[row * columns + i];
      if (std::isnan(x) && index.framework().missing() != Missing::zero)
        throw UsageError("a swap needs every figure of both units, because a gap changes what the others weigh; " +
                         index.units()[row] + " has none for " +
                         index.framework().nodes()[index.framework().indicators()[i]].code);
      result.push_back(std::isnan(x) ? 0 : x);
    }
  return result;
}

// A node's share of its siblings at which the lead is gone, the others in proportion: only what is below the parent changes,
// which weighs `parent_whole` in the whole.
double wanted(double share, double lead_here, double parent_lead, double parent_whole, double lead) noexcept {
  const double rest = (parent_lead - share * lead_here) / (1 - share), needed = parent_lead - lead / parent_whole;
  const double value = (needed - rest) / (lead_here - rest);
  return value >= 0 && value <= 1 ? value : no_value;
}

std::vector<IndexSwap::Alone> by_node(const Index& index, const sensitivity::Tree& tree, const IndexSwap& swap) {
  const auto weights = index.weights();
  std::vector<double> sums(tree.nodes()), whole(tree.nodes(), 1), leads(tree.nodes());
  for (std::size_t i = 0; i < tree.nodes(); ++i) {
    for (const std::uint32_t child : tree.children(i)) sums[i] += weights[child];
    leads[i] = index.fractions(i)[swap.ahead] - index.fractions(i)[swap.behind];
    if (tree.is_leaf(i)) {  // a gap counts 0
      const auto zero = [](double x) { return std::isnan(x) ? 0 : x; };
      leads[i] = zero(index.fractions(i)[swap.ahead]) - zero(index.fractions(i)[swap.behind]);
    }
  }
  std::vector<IndexSwap::Alone> result;
  for (std::uint32_t i = 1; i < tree.nodes(); ++i) {
    const std::uint32_t parent = tree.parents()[i];
    const double share = sums[parent] > 0 ? weights[i] / sums[parent] : 0;
    whole[i] = whole[parent] * share;
    if (tree.children(parent).size() < 2) continue;
    result.push_back({i, share, wanted(share, leads[i], leads[parent], whole[parent], leads[0])});
  }
  return result;
}

}  // namespace

IndexSwap swap_units(const Index& index, std::size_t a, std::size_t b) {
  for (const std::size_t row : {a, b})
    if (row >= index.rows())
      throw UsageError("there is no row " + std::to_string(row) + " among " + std::to_string(index.rows()) + " units");
  if (!index.framework().model().is_plain || !index.impl().views.empty())
    throw UsageError("the least change of weights is known for weighted means alone; this index has other rules, too");
  const auto total = index.fractions(0);
  if (std::isnan(total[a]) || std::isnan(total[b])) throw UsageError("a swap is between two units that have a value");
  if (total[b] > total[a]) std::swap(a, b);
  IndexSwap result{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), 0, {}, {}};
  const std::vector<double> figures = two_rows(index, a, b);
  const sensitivity::WeightTree tree = sensitivity::tree_of(index);
  const std::vector<double> whole = sensitivity::effective_weights(tree);
  result.by_indicator = sensitivity::swap({figures, 2, whole.size()}, whole, 0, 1);
  result.lead = result.by_indicator.lead * index.full_marks();
  result.by_node = by_node(index, sensitivity::Tree(tree.parents), result);
  return result;
}

}  // namespace rulescore
