// The totals of all rows of a panel under any set of weights, a node's column at a time: elementwise array arithmetic, several rows
// at once, never a sum over rows, so the vector width changes no bit. The additions of each row are those of score/aggregate.hpp in the same order: with the
// framework's own weights the totals are the panel's, bit for bit. Tested by tests/unit/analysis/ranking.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/panel.hpp>

#include <Eigen/Core>

#include <span>

namespace rulescore {

class Totals {
 public:
  explicit Totals(const Panel& panel);

  // What one thread needs to work; made once, used for many sets of weights.
  struct Workspace {
    Eigen::ArrayXXd values, present;  // rows x nodes; a missing score is 0, present 0; no `present` when nothing can be missing
  };
  Workspace workspace() const;

  // `weights` has one entry a node; `totals` one a row, NaN where the row has none.
  void compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const noexcept;

 private:
  void gather(Eigen::Index index, std::span<const double> weights, Workspace& work) const noexcept;

  const FrameworkModel& model_;
  Workspace leaves_;  // the indicators' columns filled in
};

}  // namespace rulescore
