// A target as figures: what every indicator should reach, and what that makes in total.
#pragma once

#include "score/aggregate.hpp"

#include <rulescore/analysis.hpp>

#include <span>
#include <vector>

namespace rulescore {

// One in [0,1] an indicator. A total wanted asks full marks of each: it is reached through the largest gaps first. In a deduction
// the best is the least. Documents an indicator doesn't apply to have no say.
std::vector<double> indicator_targets(const Panel& panel, const Target& target);

// What a card's tree is worked out with when its scores change: what applies and what vetoes have found stay as they are.
TreeView view_of(const Scorecard& card);

// The total of that document if it stood exactly at the targets; of a number the number itself.
double target_total(const Scorecard& card, const Target& target, std::span<const double> targets);

}  // namespace rulescore
