// Ranks of totals, thousands of times over: a counting sort by value, mended by insertion, so the time is in proportion to the
// rows however they are ordered. Tested by tests/unit/analysis/ranking.cpp and uncertainty_ranks.cpp against a plain sort.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

class Ranker {
 public:
  // Rows within `tie` of the best of their group share its rank.
  Ranker(std::size_t rows, double tie);

  // ranks[row] from 1; a NaN is last, level with its like.
  void rank(std::span<const double> totals, std::span<std::uint32_t> ranks);

 private:
  bool place_by_value(std::span<const double> totals) noexcept;
  void add_up_buckets() noexcept;
  bool insert() noexcept;
  void sort(std::span<const double> totals);
  bool all_apart() const noexcept;

  double tie_;
  std::vector<double> sorted_;       // the totals, best first
  std::vector<std::uint32_t> rows_;  // whose they are

  // Buckets lie in lanes side by side, a stretch of the scale each, so that all lanes are added up at once.
  static constexpr std::uint32_t lanes = 8;  // 16 bytes, which every processor adds up at once
  std::uint32_t depth_ = 1;
  std::int32_t depth_bits_ = 0;                           // buckets in a lane, a power of 2
  std::vector<std::array<std::uint16_t, lanes>> starts_;  // how many rows there are in better buckets
  std::vector<std::int32_t> place_of_;                    // of each row's bucket in `starts_`
};

// Once: within a billionth of the scale (`full`).
void rank_rows(std::span<const double> totals, double full, std::span<std::uint32_t> ranks);

}  // namespace rulescore
