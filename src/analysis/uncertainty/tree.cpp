// See tree.hpp. A parent stands before its children, so one pass down the nodes is enough, and one up for what rests on nothing.
#include "analysis/uncertainty/tree.hpp"

#include "base/number.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rulescore::sensitivity {

Tree::Tree(std::span<const std::uint32_t> parents) : parents_(parents.begin(), parents.end()), first_child_(parents.size() + 1) {
  if (parents_.size() < 2) throw UsageError("a tree of weights has a root and at least one node under it");
  if (parents_.front() != 0) throw UsageError("the first node of a tree of weights is the root, its own parent");
  for (std::size_t i = 1; i < parents_.size(); ++i) {
    if (parents_[i] >= i)
      throw UsageError("in a tree of weights a parent stands before its children; node " + std::to_string(i) +
                       " has the parent " + std::to_string(parents_[i]));
    ++first_child_[parents_[i] + 1];
  }
  std::partial_sum(first_child_.begin(), first_child_.end(), first_child_.begin());
  std::vector<std::uint32_t> next(first_child_);
  children_.resize(parents_.size() - 1);
  for (std::uint32_t i = 1; i < parents_.size(); ++i) {
    children_[next[parents_[i]]++] = i;
  }
  for (std::uint32_t i = 0; i < parents_.size(); ++i) (is_leaf(i) ? leaves_ : inner_).push_back(i);
}

void Tree::check(std::span<const double> weights, const std::string& whose) const {
  if (weights.size() != nodes())
    throw UsageError(whose + "a tree of " + std::to_string(nodes()) + " nodes needs as many weights; there are " +
                     std::to_string(weights.size()));
  for (std::size_t i = 1; i < weights.size(); ++i) {
    if (std::isfinite(weights[i]) && weights[i] >= 0) continue;
    throw UsageError(whose + "a weight is a number of at least 0; that of node " + std::to_string(i) + " is " +
                     (std::isfinite(weights[i]) ? shortest(weights[i]) : "not a finite number"));
  }
  std::vector<double> work(nodes()), whole(columns());
  if (!effective(weights, work, whole)) throw UsageError(whose + "all weights are 0");
}

void Tree::drop_empty(std::span<double> weights) const {
  std::vector<std::uint8_t> rests(nodes());
  for (std::size_t i = nodes(); i-- > 1;) {
    if (!is_leaf(i) && rests[i] == 0) weights[i] = 0;
    if (weights[i] > 0) rests[parents_[i]] = 1;
  }
}

// What the children of each node weigh together; false when those of some node weigh nothing.
bool Tree::add_up(std::span<const double> weights, std::span<double> sums) const noexcept {
  bool all = true;
  for (const std::uint32_t parent : inner_) {
    double sum = 0;
    for (const std::uint32_t child : children(parent)) sum += weights[child];
    sums[parent] = sum;
    all = all && sum > 0;
  }
  return all;
}

// From the root down: sums[i] becomes what a unit of weight under node i is of the whole.
void Tree::hand_down(std::span<const double> weights, std::span<double> sums, std::span<double> columns) const noexcept {
  for (const std::uint32_t parent : inner_) {
    const double sum = sums[parent], whole = parent == 0 ? 1 : weights[parent] * sums[parents_[parent]];
    sums[parent] = sum > 0 ? whole / sum : 0;
  }
  for (std::size_t column = 0; column < leaves_.size(); ++column)
    columns[column] = weights[leaves_[column]] * sums[parents_[leaves_[column]]];
}

bool Tree::effective(std::span<const double> weights, std::span<double> work, std::span<double> columns) const {
  if (add_up(weights, work)) {
    hand_down(weights, work, columns);
    return true;
  }
  std::vector<double> mended(weights.begin(), weights.end());
  drop_empty(mended);
  add_up(mended, work);
  if (!(work[0] > 0)) return false;
  hand_down(mended, work, columns);
  return true;
}

WeightTree WeightTree::flat(std::span<const double> weights) {
  WeightTree tree{std::vector<std::uint32_t>(weights.size() + 1, 0), {1}};
  tree.weights.insert(tree.weights.end(), weights.begin(), weights.end());
  return tree;
}

std::vector<double> effective_weights(const WeightTree& tree) {
  const Tree ready(tree.parents);
  ready.check(tree.weights);
  std::vector<double> work(ready.nodes()), columns(ready.columns());
  ready.effective(tree.weights, work, columns);
  return columns;
}

std::vector<double> effective_weights(const WeightTree& tree, const Matrix& sets) {
  const Tree ready(tree.parents);
  check_matrix(sets, "the matrix of weights");
  if (sets.columns != ready.nodes())
    throw UsageError("a set of weights has one for each of the tree's " + std::to_string(ready.nodes()) + " nodes, not " +
                     std::to_string(sets.columns));
  std::vector<double> work(ready.nodes()), result(sets.rows * ready.columns());
  for (std::size_t set = 0; set < sets.rows; ++set) {
    const auto out = std::span(result).subspan(set * ready.columns(), ready.columns());
    const auto negative = [](double w) { return !(w >= 0); };
    if (std::any_of(sets.row(set).begin() + 1, sets.row(set).end(), negative) || !ready.effective(sets.row(set), work, out))
      ready.check(sets.row(set), "set " + std::to_string(set + 1) + " of weights: ");
  }
  return result;
}

}  // namespace rulescore::sensitivity
