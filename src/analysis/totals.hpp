// The totals of all rows of a panel under any set of weights, column by column, so that the inner loop runs over rows and the
// compiler can take several at once. The additions of each row are those of score/aggregate.hpp in the same order: with the
// framework's own weights the totals are the panel's, bit for bit. Tested by tests/unit/analysis/ranking.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/panel.hpp>

#include <span>
#include <vector>

namespace rulescore {

class Totals {
 public:
  explicit Totals(const Panel& panel);

  // What one thread needs to work; made once, used for many sets of weights.
  struct Workspace {
    std::vector<double> values, present;  // of all nodes: a column of rows each; a missing score is 0, present 0
  };
  Workspace workspace() const;

  // `weights` has one entry a node; `totals` one a row, NaN where the row has none.
  void compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const noexcept;

 private:
  void gather(const Node& node, std::span<const double> weights, Workspace& work, double* value, double* present) const noexcept;

  const FrameworkModel& model_;
  std::size_t rows_;
  Workspace leaves_;  // the indicators' columns filled in
};

}  // namespace rulescore
