// Weighted means of all units up a tree, where figures are missing: a node's children that have something make up for those that
// don't. A node's column at a time, several units at once, never a sum over units, so the vector width changes no bit. Tested by
// tests/unit/analysis/uncertainty_ranks.cpp.
#pragma once

#include "analysis/uncertainty/tree.hpp"

namespace rulescore::sensitivity {

class GroupedTotals {
 public:
  GroupedTotals(const Matrix& figures, const Tree& tree);

  // What one thread needs to work; made once, used for many sets of weights.
  struct Workspace {
    std::vector<double> values, present;  // nodes x rows; a gap is 0 in both
  };
  Workspace workspace() const { return leaves_; }

  // `weights` has one a node; a total a row, NaN where a unit has no figure that weighs anything.
  void compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const noexcept;

 private:
  void gather(std::uint32_t node, std::span<const double> weights, Workspace& work) const noexcept;

  const Tree& tree_;
  std::size_t rows_;
  Workspace leaves_;  // the columns filled in
};

}  // namespace rulescore::sensitivity
