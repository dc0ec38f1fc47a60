// Ranks of totals. Tested by tests/unit/analysis/ranking.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

struct PlacedTotal {
  double total = 0;  // -infinity instead of NaN: last, and level with its like
  std::uint32_t row = 0;
};

// ranks[row] from 1. Rows within a billionth of the scale (`full`) of the best of their group share its rank. `order` is room to
// work in.
void rank_rows(std::span<const double> totals, double full, std::vector<PlacedTotal>& order, std::span<std::uint32_t> ranks);

}  // namespace rulescore
