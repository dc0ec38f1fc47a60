// See draws.hpp. Noise and intervals are uniform numbers between two bounds. All shares that sum to 1 are equally likely when the
// unit length is cut at n - 1 uniform points (Devroye 1986, Non-Uniform Random Variate Generation, V.2): a sort and differences,
// so no function that machines round differently comes in.
#include "analysis/uncertainty/draws.hpp"

#include "base/number.hpp"
#include "base/random.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace rulescore::sensitivity {
namespace {

using Kind = WeightDraws::Kind;

std::string said(double value) { return std::isfinite(value) ? shortest(value) : "not a finite number"; }

std::vector<double> sibling_shares(const Tree& tree, std::span<const double> weights) {
  std::vector<double> sums(tree.nodes()), shares(tree.nodes());
  for (std::size_t i = 1; i < tree.nodes(); ++i) sums[tree.parents()[i]] += weights[i];
  for (std::size_t i = 1; i < tree.nodes(); ++i) {
    const double sum = sums[tree.parents()[i]];
    shares[i] = sum > 0 ? weights[i] / sum : 0;
  }
  return shares;
}

}  // namespace

void disturb(std::span<const double> weights, double spread, std::uint64_t seed, std::uint64_t k,
             std::span<double> drawn) noexcept {
  const Uniform uniform(seed, k);
  for (std::size_t i = 0; i < drawn.size(); i += 2) {
    const auto pair = uniform.pair(i / 2);
    for (std::size_t side = 0; side < 2 && i + side < drawn.size(); ++side)
      drawn[i + side] = weights[i + side] * (1 + spread * (2 * pair[side] - 1));
  }
}

Drawer::Drawer(const WeightTree& tree, const WeightDraws& how, std::uint64_t seed)
    : tree_(tree.parents), weights_(tree.weights), how_(how), seed_(seed) {
  tree_.check(tree.weights);
  check();
  shares_ = sibling_shares(tree_, tree.weights);
  if (how_.kind == Kind::interval && how_.low.empty()) {
    for (const double share : shares_) {
      how_.low.push_back(std::max(0.0, share - how_.spread));
      how_.high.push_back(share + how_.spread);
    }
  }
  siblings_.resize(tree_.nodes());
  for (std::uint32_t i = 1; i < tree_.nodes(); ++i)
    if (tree.weights[i] > 0) siblings_[tree_.parents()[i]].push_back(i);
}

void Drawer::check() const {
  if (how_.kind == Kind::noise && !(how_.spread >= 0 && how_.spread < 1))
    throw UsageError("noise must be at least 0 and less than 1, so that no weight changes its sign; it is " + said(how_.spread));
  if (how_.kind == Kind::dirichlet && !(how_.concentration >= 0 && std::isfinite(how_.concentration)))
    throw UsageError("a concentration is a number of at least 0; it is " + said(how_.concentration));
  if (how_.kind != Kind::interval) return;
  if (how_.low.empty() && how_.high.empty()) {
    if (!(how_.spread > 0 && std::isfinite(how_.spread)))
      throw UsageError("the half width of the weights' intervals is a number above 0; it is " + said(how_.spread));
    return;
  }
  if (how_.low.size() != tree_.nodes() || how_.high.size() != tree_.nodes())
    throw UsageError("intervals of weights have a low and a high for each of the tree's " + std::to_string(tree_.nodes()) +
                     " nodes; there are " + std::to_string(how_.low.size()) + " and " + std::to_string(how_.high.size()));
  for (std::size_t i = 1; i < tree_.nodes(); ++i) {
    if (how_.low[i] >= 0 && how_.low[i] <= how_.high[i] && std::isfinite(how_.high[i])) continue;
    throw UsageError("the interval of a weight goes from at least 0 up; that of node " + std::to_string(i) + " goes from " +
                     said(how_.low[i]) + " to " + said(how_.high[i]));
  }
  tree_.check(how_.high);
}

void Drawer::draw(std::uint64_t k, std::span<double> weights) const {
  if (how_.kind == Kind::noise) return disturb(weights_, how_.spread, seed_, k, weights);
  if (how_.kind == Kind::interval) return within(k, weights);
  if (how_.concentration > 0) return concentrate(k, weights);
  cut_in_pieces(k, weights);
}

void Drawer::within(std::uint64_t k, std::span<double> weights) const {
  const Uniform uniform(seed_, k);
  for (std::size_t i = 1; i < weights.size(); ++i) weights[i] = how_.low[i] + uniform.at(i) * (how_.high[i] - how_.low[i]);
}

void Drawer::cut_in_pieces(std::uint64_t k, std::span<double> weights) const {
  const Uniform uniform(seed_, k);
  std::fill(weights.begin() + 1, weights.end(), 0.0);
  std::vector<double> cuts;
  for (const auto& group : siblings_) {
    if (group.empty()) continue;
    cuts.clear();
    for (std::size_t i = 0; i + 1 < group.size(); ++i) cuts.push_back(uniform.at(group[i]));
    std::sort(cuts.begin(), cuts.end());
    cuts.push_back(1);
    double from = 0;
    for (std::size_t i = 0; i < group.size(); from = cuts[i++]) weights[group[i]] = cuts[i] - from;
  }
}

void Drawer::concentrate(std::uint64_t k, std::span<double> weights) const {
  const Uniform uniform(seed_, k);
  std::fill(weights.begin() + 1, weights.end(), 0.0);
  for (const auto& group : siblings_) {
    double sum = 0;
    for (const std::uint32_t node : group)
      sum += weights[node] = gamma_variate(uniform, node, how_.concentration * shares_[node]);
    // So thin a concentration that every variate is below the smallest number there is: all of it is one sibling's.
    if (!(sum > 0) && !group.empty()) weights[group[pick(uniform.at(group.front()), group.size())]] = 1;
  }
}

WeightDraws WeightDraws::parse(std::string_view text) {
  const auto refuse = [&] {
    throw UsageError(
        "weights are drawn as noise:0.25 (each up to a quarter up or down), interval:0.1 (each share up to 0.1 up or down),"
        " dirichlet (all shares equally likely) or dirichlet:50 (around the weights); not " +
        std::string(text));
  };
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  WeightDraws how;
  if (name == "interval") {
    how.kind = Kind::interval;
    how.spread = 0.1;
  } else if (name == "dirichlet") {
    how.kind = Kind::dirichlet;
  } else if (name != "noise") {
    refuse();
  }
  if (colon == std::string_view::npos) return how;
  const std::string_view number = text.substr(colon + 1);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value) || value < 0) refuse();
  if (how.kind == Kind::noise && value >= 1) refuse();
  if (how.kind != Kind::noise && value == 0) refuse();
  (how.kind == Kind::dirichlet ? how.concentration : how.spread) = value;
  return how;
}

std::vector<double> drawn_weights(const WeightTree& tree, const WeightDraws& how, std::uint64_t seed, std::uint64_t k) {
  const Drawer drawer(tree, how, seed);
  std::vector<double> weights(drawer.tree().nodes());
  drawer.draw(k, weights);
  return weights;
}

}  // namespace rulescore::sensitivity
