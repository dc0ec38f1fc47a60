#include "analysis/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore {

void rank_rows(std::span<const double> totals, double full, std::vector<PlacedTotal>& order, std::span<std::uint32_t> ranks) {
  constexpr double tie = 1e-9;  // of the scale
  order.resize(totals.size());
  for (std::uint32_t row = 0; row < totals.size(); ++row) {
    order[row] = {std::isnan(totals[row]) ? -std::numeric_limits<double>::infinity() : totals[row], row};
  }
  std::sort(order.begin(), order.end(),
            [](const PlacedTotal& a, const PlacedTotal& b) { return a.total != b.total ? a.total > b.total : a.row < b.row; });
  double best_of_group = 0;
  std::uint32_t rank = 0;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const double total = order[place].total;
    const bool shares = place > 0 && (total == best_of_group || best_of_group - total <= tie * full);
    if (!shares) {
      best_of_group = total;
      rank = place + 1;
    }
    ranks[order[place].row] = rank;
  }
}

}  // namespace rulescore
