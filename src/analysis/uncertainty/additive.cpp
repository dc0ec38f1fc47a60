// See additive.hpp. The kernel is compiled twice, for processors with and without 256-bit arithmetic, and picked when the program
// starts; both multiply, round, add and round alike.
#include "analysis/uncertainty/additive.hpp"

#include "base/wide.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace rulescore::sensitivity {
namespace {

constexpr std::size_t width = AdditiveTotals::side_by_side, sets_at_once = 4;

using Lanes [[gnu::vector_size(32)]] = double;

}  // namespace

// Four sets of weights over eight units.
RS_WIDE void sum_block(const double* figures, const double* weights, std::size_t columns, double* totals,
                       std::size_t stride) noexcept {
  Lanes sums[sets_at_once][2];
  for (auto& sum : sums) sum[0] = sum[1] = Lanes{};
  for (std::size_t column = 0; column < columns; ++column) {
    Lanes low, high;
    std::memcpy(&low, figures + column * width, sizeof low);
    std::memcpy(&high, figures + column * width + width / 2, sizeof high);
    for (std::size_t set = 0; set < sets_at_once; ++set) {
      const double weight = weights[set * columns + column];
      sums[set][0] += weight * low;
      sums[set][1] += weight * high;
    }
  }
  for (std::size_t set = 0; set < sets_at_once; ++set) std::memcpy(totals + set * stride, sums[set], sizeof sums[set]);
}

AdditiveTotals::AdditiveTotals(const Matrix& figures, double gap)
    : rows_(figures.rows), columns_(figures.columns), stride_((rows_ + width - 1) / width * width), packed_(stride_ * columns_) {
  for (std::size_t row = 0; row < rows_; ++row)
    for (std::size_t column = 0; column < columns_; ++column) {
      const double x = figures.at(row, column);
      packed_[(row / width * columns_ + column) * width + row % width] = std::isnan(x) ? gap : x;
    }
}

void AdditiveTotals::compute(std::span<const double> weights, std::size_t sets, std::span<double> totals) const noexcept {
  const std::size_t whole = sets / sets_at_once * sets_at_once;
  std::vector<double> last_weights, last_totals;  // of the sets that are left over, filled up to four
  for (std::size_t row = 0; row < stride_; row += width) {
    const double* figures = packed_.data() + row * columns_;
    for (std::size_t set = 0; set < whole; set += sets_at_once)
      sum_block(figures, weights.data() + set * columns_, columns_, totals.data() + set * stride_ + row, stride_);
  }
  if (whole == sets) return;
  last_weights.assign(sets_at_once * columns_, 0.0);
  last_totals.resize(sets_at_once * stride_);
  std::copy(weights.begin() + static_cast<std::ptrdiff_t>(whole * columns_),
            weights.begin() + static_cast<std::ptrdiff_t>(sets * columns_), last_weights.begin());
  compute(last_weights, sets_at_once, last_totals);
  std::copy_n(last_totals.begin(), (sets - whole) * stride_, totals.begin() + static_cast<std::ptrdiff_t>(whole * stride_));
}

}  // namespace rulescore::sensitivity
