// See world.hpp. Stream k of the seed serves draw k: its first numbers are the weights' (draws.hpp), those of leaves and choices
// begin far behind them. So a draw is the same whatever else is in doubt.
#include "analysis/uncertainty/world.hpp"

#include "base/number.hpp"
#include "base/random.hpp"
#include "panel/add_up.hpp"
#include "panel/index.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::sensitivity {
namespace {

constexpr std::uint64_t first_doubt = std::uint64_t{1} << 62, first_noise = std::uint64_t{2} << 62,
                        first_choice = std::uint64_t{3} << 62;

}  // namespace

WeightTree tree_of(const Index& index) {
  WeightTree tree;
  for (const Node& node : index.framework().nodes()) tree.parents.push_back(node.parent);
  tree.weights.assign(index.weights().begin(), index.weights().end());
  return tree;
}

World::World(const Index& index, const UncertaintyOptions& options) : index_(index), options_(options) {
  check();
  const std::size_t combinations = std::max<std::size_t>(1, options.combinations.size());
  for (std::size_t i = 0; i < combinations; ++i) {
    if (options.weights) drawers_.emplace_back(tree_of(made(i)), *options.weights, options.seed);
    for (const Node& node : made(i).framework().nodes()) depths_ = std::max(depths_, static_cast<std::size_t>(node.depth));
  }
}

void World::check() const {
  if (!(options_.leaf_noise >= 0 && options_.leaf_noise <= 1))
    throw UsageError("the noise of leaves is a share of full marks, 0 to 1; it is " +
                     (std::isfinite(options_.leaf_noise) ? shortest(options_.leaf_noise) : "not a finite number"));
  for (const LeafDoubt& doubt : options_.doubts) check_doubt(doubt);
  std::size_t wanted = 1;
  for (const Choice& choice : options_.choices) {
    if (choice.options.empty()) throw UsageError("the choice \"" + choice.name + "\" has no options");
    wanted *= choice.options.size();
  }
  if (options_.choices.empty() ? options_.combinations.size() > 1 : options_.combinations.size() != wanted)
    throw UsageError("the choices have " + std::to_string(wanted) + " combinations; there are indices for " +
                     std::to_string(options_.combinations.size()));
  for (const Index& other : options_.combinations) {
    if (!std::equal(other.units().begin(), other.units().end(), index_.units().begin(), index_.units().end()) ||
        !std::equal(other.times().begin(), other.times().end(), index_.times().begin(), index_.times().end()))
      throw UsageError("the indices of all combinations have the same units in the same order");
    if (doubts_leaves() && other.framework().indicators().size() != index_.framework().indicators().size())
      throw UsageError("leaves in doubt need indices of the same indicators");
  }
}

void World::check_doubt(const LeafDoubt& doubt) const {
  const std::size_t indicators = index_.framework().indicators().size();
  if (doubt.row >= rows() || doubt.indicator >= indicators)
    throw UsageError("a leaf in doubt is one of " + std::to_string(rows()) + " rows and " + std::to_string(indicators) +
                     " indicators; there is none at row " + std::to_string(doubt.row) + ", indicator " +
                     std::to_string(doubt.indicator));
  if (!(doubt.chance >= 0 && doubt.chance <= 1)) throw UsageError("the chance of a doubt lies between 0 and 1");
  if (doubt.low > doubt.high || std::isinf(doubt.low) || std::isinf(doubt.high) ||
      std::isnan(doubt.low) != std::isnan(doubt.high))
    throw UsageError("a leaf in doubt lies between a low and a high share of full marks");
}

Lot World::draw(std::uint64_t k) const {
  const Uniform uniform(options_.seed, k);
  Lot lot{std::vector<std::uint64_t>(depths_, k), k, {}};
  for (std::size_t i = 0; i < options_.choices.size(); ++i)
    lot.options.push_back(pick(uniform.at(first_choice + i), options_.choices[i].options.size()));
  return lot;
}

std::vector<double> World::weights_of(std::size_t combination, const Lot& lot) const {
  const Index& index = made(combination);
  std::vector<double> weights(index.weights().begin(), index.weights().end());
  if (drawers_.empty()) return weights;
  std::vector<double> drawn(weights.size());
  for (std::size_t depth = 1; depth <= depths_; ++depth) {
    if (depth == 1 || lot.weights[depth - 1] != lot.weights[depth - 2]) drawers_[combination].draw(lot.weights[depth - 1], drawn);
    for (std::size_t node = 1; node < weights.size(); ++node)
      if (static_cast<std::size_t>(index.framework().nodes()[node].depth) == depth) weights[node] = drawn[node];
  }
  return weights;
}

// `leaves`: indicators x rows.
void World::disturb_leaves(std::uint64_t k, std::vector<double>& leaves) const {
  const Uniform uniform(options_.seed, k);
  for (std::size_t i = 0; i < options_.doubts.size(); ++i) {
    const LeafDoubt& doubt = options_.doubts[i];
    const auto [whether, where] = uniform.pair(first_doubt / 2 + i);
    if (whether >= doubt.chance) continue;
    leaves[doubt.indicator * rows() + doubt.row] = doubt.low + where * (doubt.high - doubt.low);
  }
  if (options_.leaf_noise == 0) return;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const bool closed = leaves[i] >= 0 && leaves[i] <= 1;
    const double moved = leaves[i] + options_.leaf_noise * (2 * uniform.at(first_noise + i) - 1);
    leaves[i] = closed ? std::clamp(moved, 0.0, 1.0) : moved;
  }
}

void World::totals(const Lot& lot, std::span<double> totals) const {
  std::size_t combination = 0;
  for (std::size_t i = 0; i < lot.options.size(); ++i)
    combination = combination * options_.choices[i].options.size() + lot.options[i];
  const Index::Impl& impl = made(combination).impl();
  const std::vector<double> weights = weights_of(combination, lot);
  std::vector<double> moved;
  if (doubts_leaves()) {
    moved = impl.columns.leaves;
    disturb_leaves(lot.leaves, moved);
  }
  const AddedUp added =
      add_up(impl.framework.model(), doubts_leaves() ? moved : impl.columns.leaves, rows(), {weights, impl.views, 1, false});
  std::copy_n(added.values.begin(), rows(), totals.begin());
}

double mean_shift(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to) noexcept {
  std::uint64_t sum = 0, units = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] == 0 || to[i] == 0) continue;
    sum += from[i] > to[i] ? from[i] - to[i] : to[i] - from[i];
    ++units;
  }
  return units == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(units);
}

}  // namespace rulescore::sensitivity
