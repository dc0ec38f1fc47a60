// See grouped.hpp. Children stand behind their parents, so from the last node to the first each is complete when it is passed on.
#include "analysis/uncertainty/grouped.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore::sensitivity {

GroupedTotals::GroupedTotals(const Matrix& figures, const Tree& tree) : tree_(tree), rows_(figures.rows) {
  leaves_.values.resize(tree.nodes() * rows_);
  leaves_.present.resize(tree.nodes() * rows_);
  for (std::size_t column = 0; column < figures.columns; ++column)
    for (std::size_t row = 0; row < rows_; ++row) {
      const double x = figures.at(row, column);
      if (std::isnan(x)) continue;
      leaves_.values[tree.leaves()[column] * rows_ + row] = x;
      leaves_.present[tree.leaves()[column] * rows_ + row] = 1;
    }
}

void GroupedTotals::gather(std::uint32_t node, std::span<const double> weights, Workspace& work) const noexcept {
  double* const value = work.values.data() + node * rows_;
  double* const there = work.present.data() + node * rows_;
  std::fill_n(value, rows_, 0.0);
  std::fill_n(there, rows_, 0.0);
  for (const std::uint32_t child : tree_.children(node)) {
    const double weight = weights[child];
    const double* const values = work.values.data() + child * rows_;
    const double* const present = work.present.data() + child * rows_;
    for (std::size_t row = 0; row < rows_; ++row) {
      value[row] += weight * values[row];
      there[row] += weight * present[row];
    }
  }
  for (std::size_t row = 0; row < rows_; ++row) {
    value[row] = there[row] > 0 ? value[row] / there[row] : 0;
    there[row] = there[row] > 0 ? 1 : 0;
  }
}

void GroupedTotals::compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const noexcept {
  for (auto node = static_cast<std::uint32_t>(tree_.nodes()); node-- > 0;)
    if (!tree_.is_leaf(node)) gather(node, weights, work);
  for (std::size_t row = 0; row < rows_; ++row) totals[row] = work.present[row] > 0 ? work.values[row] : no_value;
}

}  // namespace rulescore::sensitivity
