// A target as figures: what every indicator should reach, and what that makes in total.
#pragma once

#include "score/aggregate.hpp"

#include <rulescore/analysis.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

// What every indicator of every row should reach, in [0,1]. A total wanted asks full marks of each: it is reached through the
// cheapest set. In a deduction the best is the least. Documents an indicator doesn't apply to have no say.
class Targets {
 public:
  Targets(const Panel& panel, const Target& target);
  // One an indicator; empty when there is no target: nobody to measure the row by.
  std::span<const double> of(std::uint32_t row) const noexcept { return sets_[set_of_row_[row]]; }

 private:
  void of_groups(const Panel& panel, const Target& target);
  void of_last_year(const Panel& panel);

  std::vector<std::vector<double>> sets_;
  std::vector<std::uint32_t> set_of_row_;
};

// What a card's tree is worked out with when its scores change: what applies and what vetoes have found stay as they are.
TreeView view_of(const Scorecard& card);

// The total of that document if it stood exactly at the targets; of a number the number itself; NaN without targets.
double target_total(const Scorecard& card, const Target& target, std::span<const double> targets);

}  // namespace rulescore
