// See ranks.hpp. Several buckets a row, evenly spaced between the best total and the worst, bring nearly every row where it
// belongs; insertion does the rest, and where outliers squeeze many others into one bucket, a sort does. All end in the one order
// of totals and rows, so which was taken can't be told from the ranks.
#include "analysis/ranks.hpp"

#include "base/wide.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace rulescore {
namespace {

constexpr std::size_t crowd = 24;  // moves for each row beyond which a sort is faster than insertion
constexpr std::int32_t lane_bits = 3;
constexpr std::uint32_t deepest = 1u << 13;  // buckets in a lane, so that one's place fits 16 bits
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Range {
  double low = infinity, high = -infinity;
  bool complete = true;  // no NaN
};

// Eight running extremes, so that the processor needn't wait for one before it takes the next.
Range range_of(std::span<const double> totals) noexcept {
  constexpr std::size_t lanes = 8;
  std::array<double, lanes> low, high, sum{};
  low.fill(infinity);
  high.fill(-infinity);
  std::size_t i = 0;
  for (; i + lanes <= totals.size(); i += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) {
      const double x = totals[i + k];
      low[k] = x < low[k] ? x : low[k];
      high[k] = x > high[k] ? x : high[k];
      sum[k] += x;
    }
  }
  Range range;
  for (; i < totals.size(); ++i) {
    low[0] = std::min(low[0], totals[i]);
    high[0] = std::max(high[0], totals[i]);
    sum[0] += totals[i];
  }
  for (std::size_t k = 0; k < lanes; ++k) {
    range.low = std::min(range.low, low[k]);
    range.high = std::max(range.high, high[k]);
    range.complete = range.complete && !std::isnan(sum[k]);
  }
  return range;
}

}  // namespace

// Each total's bucket counted from the best, and where that lies: side by side with those of the other lanes.
RS_WIDE void find_buckets(const double* totals, std::size_t rows, double high, double scale, std::int32_t depth_bits,
                          std::int32_t* places) noexcept {
  const std::int32_t within_lane = (1 << depth_bits) - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto bucket = static_cast<std::int32_t>((high - totals[row]) * scale);
    places[row] = (bucket & within_lane) << lane_bits | bucket >> depth_bits;
  }
}

Ranker::Ranker(std::size_t rows, double tie) : tie_(tie), sorted_(rows), rows_(rows), place_of_(rows) {
  while (depth_ < deepest && depth_ * lanes < 4 * rows) depth_ = 1u << ++depth_bits_;
  starts_.resize(depth_);
}

// From how many there are in each bucket to how many there are before it: down each lane, then the lanes one after the other.
void Ranker::add_up_buckets() noexcept {
  using Level [[gnu::vector_size(2 * lanes)]] = std::uint16_t;
  static_assert(sizeof(Level) == sizeof starts_.front());
  Level before{}, level;
  for (auto& starts : starts_) {
    std::memcpy(&level, &starts, sizeof level);
    std::memcpy(&starts, &before, sizeof level);
    before += level;
  }
  std::uint16_t sum = 0;
  for (std::uint32_t lane = 0; lane < lanes; ++lane) {
    const std::uint16_t all = before[lane];
    before[lane] = sum;
    sum = static_cast<std::uint16_t>(sum + all);
  }
  for (auto& starts : starts_) {
    std::memcpy(&level, &starts, sizeof level);
    level += before;
    std::memcpy(&starts, &level, sizeof level);
  }
}

bool Ranker::place_by_value(std::span<const double> totals) noexcept {
  const Range range = range_of(totals);
  const double spread = range.high - range.low, scale = (depth_ * lanes - 1) / spread;
  if (!range.complete || !std::isfinite(spread) || !std::isfinite(scale) || totals.size() > 0xffff) return false;
  find_buckets(totals.data(), totals.size(), range.high, scale, depth_bits_, place_of_.data());
  std::fill(starts_.begin(), starts_.end(), std::array<std::uint16_t, lanes>{});
  std::uint16_t* const starts = starts_.front().data();
  for (const std::int32_t place : place_of_) ++starts[place];
  add_up_buckets();
  for (std::uint32_t row = 0; row < totals.size(); ++row) {
    const std::uint16_t place = starts[place_of_[row]]++;
    sorted_[place] = totals[row];
    rows_[place] = row;
  }
  return true;
}

// Rows of equal totals stand in their own order already, and stay in it. False when it gave up.
bool Ranker::insert() noexcept {
  std::size_t moves = 0;
  for (std::size_t i = 1; i < sorted_.size(); ++i) {
    if (!(sorted_[i] > sorted_[i - 1])) continue;
    const double total = sorted_[i];
    const std::uint32_t row = rows_[i];
    std::size_t at = i;
    for (; at > 0 && total > sorted_[at - 1]; --at) {
      sorted_[at] = sorted_[at - 1];
      rows_[at] = rows_[at - 1];
    }
    sorted_[at] = total;
    rows_[at] = row;
    moves += i - at;
    if (moves > crowd * sorted_.size()) return false;
  }
  return true;
}

void Ranker::sort(std::span<const double> totals) {
  const auto comparable = [&](std::uint32_t row) { return std::isnan(totals[row]) ? -infinity : totals[row]; };
  std::iota(rows_.begin(), rows_.end(), 0u);
  std::stable_sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) { return comparable(a) > comparable(b); });
  for (std::size_t place = 0; place < rows_.size(); ++place) sorted_[place] = comparable(rows_[place]);
}

bool Ranker::all_apart() const noexcept {
  std::size_t close = 0;
  for (std::size_t i = 1; i < sorted_.size(); ++i) close += sorted_[i - 1] - sorted_[i] > tie_ ? 0 : 1;
  return close == 0;
}

void Ranker::rank(std::span<const double> totals, std::span<std::uint32_t> ranks) {
  if (!place_by_value(totals) || !insert()) sort(totals);
  if (all_apart()) {
    for (std::uint32_t place = 0; place < rows_.size(); ++place) ranks[rows_[place]] = place + 1;
    return;
  }
  double best_of_group = infinity;
  std::uint32_t rank = 0;
  for (std::uint32_t place = 0; place < rows_.size(); ++place) {
    const double total = sorted_[place];
    const bool shares = place > 0 && (total == best_of_group || best_of_group - total <= tie_);
    best_of_group = shares ? best_of_group : total;
    rank = shares ? rank : place + 1;
    ranks[rows_[place]] = rank;
  }
}

void rank_rows(std::span<const double> totals, double full, std::span<std::uint32_t> ranks) {
  constexpr double tie = 1e-9;  // of the scale
  Ranker(totals.size(), tie * full).rank(totals, ranks);
}

}  // namespace rulescore
