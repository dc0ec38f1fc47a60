// Weights that somebody gives: whether they are weights, and what they come to in a tree.
// Tested by tests/unit/panel/weighting_judgements.cpp, tests/peers/weights.cpp.
#include "base/number.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::weighting {
namespace {

void check_each(std::span<const double> weights) {
  for (std::size_t j = 0; j < weights.size(); ++j) {
    if (weights[j] >= 0 && !std::isinf(weights[j])) continue;
    throw UsageError("weight " + std::to_string(j + 1) +
                     (std::isnan(weights[j])   ? " is missing"
                      : std::isinf(weights[j]) ? " is infinite"
                                               : " is " + shortest(weights[j])) +
                     "; weights are figures of 0 and above");
  }
}

}  // namespace

std::vector<double> check(std::span<const double> weights, std::size_t columns) {
  if (weights.size() != columns)
    throw UsageError(std::to_string(weights.size()) + " weights for " + std::to_string(columns) + " columns; give one for each");
  check_each(weights);
  const double most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
  if (!(most > 0)) throw UsageError("all weights are 0; at least one must be above");
  std::vector<double> result;
  double total = 0;
  for (const double w : weights) total += w / most;
  for (const double w : weights) result.push_back(w / most / total);
  return result;
}

std::vector<double> effective(std::span<const double> weights, std::span<const std::size_t> parents) {
  const std::size_t n = weights.size();
  if (parents.size() != n)
    throw UsageError(std::to_string(n) + " weights for " + std::to_string(parents.size()) + " nodes; give one for each");
  check_each(weights);
  std::vector<double> siblings(n, 0.0), result;
  for (std::size_t i = 0; i < n; ++i) {
    if (parents[i] >= n)
      throw UsageError("the parent of node " + std::to_string(i + 1) + " is number " + std::to_string(parents[i] + 1) + " of " +
                       std::to_string(n));
    if (parents[i] != i) siblings[parents[i]] += weights[i];
  }
  for (std::size_t i = 0; i < n; ++i) {
    double share = 1;
    std::size_t steps = 0;
    for (std::size_t node = i; parents[node] != node; node = parents[node]) {
      if (++steps > n) throw UsageError("the parents of node " + std::to_string(i + 1) + " go in a circle");
      if (!(siblings[parents[node]] > 0))
        throw UsageError("the weights of all that stands under node " + std::to_string(parents[node] + 1) + " are 0");
      share *= weights[node] / siblings[parents[node]];
    }
    result.push_back(share);
  }
  return result;
}

}  // namespace rulescore::weighting
