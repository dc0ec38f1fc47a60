// A target as figures: what every indicator should reach, and what that makes in total.
#pragma once

#include <rulescore/analysis.hpp>

#include <span>
#include <vector>

namespace rulescore {

// One in [0,1] an indicator. A total wanted asks full marks of each: it is reached through the largest gaps first.
std::vector<double> indicator_targets(const Panel& panel, const Target& target);

// The total of a document that stands exactly at the targets; of a number the number itself.
double target_total(const Framework& framework, const Target& target, std::span<const double> targets);

}  // namespace rulescore
