// The totals of all rows of a panel under any set of weights. Where the framework is plain (weighted means under `zero` or
// `exclude`, nothing else) a node's column at a time: elementwise array arithmetic, several rows at once, never a sum over rows,
// so the vector width changes no bit, and the additions of each row are those of score/aggregate.hpp in the same order. Any other
// framework asks the Tree itself, row by row. With the framework's own weights the totals are the panel's, bit for bit. Tested by
// tests/unit/analysis/ranking.cpp and tests/property/tree.cpp.
#pragma once

#include "framework/model.hpp"
#include "score/aggregate.hpp"

#include <rulescore/panel.hpp>

#include <Eigen/Core>

#include <span>
#include <vector>

namespace rulescore {

class Totals {
 public:
  // `by_tree`: ask the Tree even where the framework is plain.
  explicit Totals(const Panel& panel, bool by_tree = false);

  // What one thread needs to work; made once, used for many sets of weights.
  struct Workspace {
    Eigen::ArrayXXd values, present;  // rows x nodes; a missing score is 0, present 0; no `present` when nothing can be missing
  };
  Workspace workspace() const;

  // `weights` has one entry a node; `totals` one a row, NaN where the row has none.
  void compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const;

 private:
  void gather(Eigen::Index index, std::span<const double> weights, Workspace& work) const noexcept;

  void ask_trees(std::span<const double> weights, std::span<double> totals) const;

  const Panel& panel_;
  const FrameworkModel& model_;
  std::vector<TreeView> views_;  // a row each; empty where the framework is plain
  Workspace leaves_;             // the indicators' columns filled in
};

}  // namespace rulescore
