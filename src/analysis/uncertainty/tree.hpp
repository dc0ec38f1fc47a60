// A tree of weights made ready for many sets of them: what each column weighs in the whole. Tested by
// tests/unit/analysis/uncertainty_weights.cpp.
#pragma once

#include <rulescore/uncertainty.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rulescore::sensitivity {

class Tree {
 public:
  // Throws UsageError for a tree that isn't one.
  explicit Tree(std::span<const std::uint32_t> parents);

  std::size_t nodes() const noexcept { return parents_.size(); }
  std::size_t columns() const noexcept { return leaves_.size(); }
  std::span<const std::uint32_t> parents() const noexcept { return parents_; }
  std::span<const std::uint32_t> leaves() const noexcept { return leaves_; }  // the node of each column
  std::span<const std::uint32_t> children(std::size_t node) const noexcept {
    return std::span(children_).subspan(first_child_[node], first_child_[node + 1] - first_child_[node]);
  }
  bool is_leaf(std::size_t node) const noexcept { return first_child_[node] == first_child_[node + 1]; }

  // Throws UsageError unless there is a weight a node, none negative, and something weighs.
  void check(std::span<const double> weights, const std::string& whose = {}) const;

  // What each column weighs in the whole. `work` has room for a number each node; `weights` as check() has them. False, and no
  // figures, when everything weighs nothing.
  bool effective(std::span<const double> weights, std::span<double> work, std::span<double> columns) const;

  // A node that rests on nothing: its weight becomes 0.
  void drop_empty(std::span<double> weights) const;

 private:
  bool add_up(std::span<const double> weights, std::span<double> sums) const noexcept;
  void hand_down(std::span<const double> weights, std::span<double> sums, std::span<double> columns) const noexcept;

  std::vector<std::uint32_t> parents_, leaves_, inner_;
  std::vector<std::uint32_t> children_, first_child_;  // all nodes', one node's after the other's
};

}  // namespace rulescore::sensitivity
