// Weighted sums of all units under many sets of weights, in a declared order: each total is ((w0 x0 + w1 x1) + w2 x2) + …,
// whatever the processor. Eight units stand side by side and four sets of weights pass over them at a time, so that what was read
// once is used often; no sum is ever split. Tested by tests/unit/analysis/uncertainty_ranks.cpp against the loop written out.
#pragma once

#include <rulescore/matrix.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace rulescore::sensitivity {

class AdditiveTotals {
 public:
  static constexpr std::size_t side_by_side = 8;

  // `gap` stands for a missing figure.
  AdditiveTotals(const Matrix& figures, double gap);

  std::size_t rows() const noexcept { return rows_; }
  std::size_t columns() const noexcept { return columns_; }
  std::size_t stride() const noexcept { return stride_; }  // from the totals of one set to those of the next

  // `weights`: sets x columns; `totals`: sets x stride, of which the first rows() of each set are filled with meaning.
  void compute(std::span<const double> weights, std::size_t sets, std::span<double> totals) const noexcept;

 private:
  std::size_t rows_, columns_, stride_;
  std::vector<double> packed_;  // eight units at a time, column by column
};

}  // namespace rulescore::sensitivity
