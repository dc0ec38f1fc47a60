// A card put into the tree that a crosswalk stands for (framework/graft.hpp): which score each copy has, and what applies there.
#pragma once

#include "framework/crosswalk.hpp"
#include "score/aggregate.hpp"

#include <rulescore/scorecard.hpp>

#include <vector>

namespace rulescore {

// Scores of the indicators of a graft and what applies, for one card. `leaves`: what nothing answers has left.
struct Planted {
  std::vector<NodeScore> nodes;  // by node of the graft; of its indicators, score and state
  TreeView view;
};

Planted plant(const Graft& graft, const Scorecard& card, const FrameworkModel& to, Rest rest);

// Throws UsageError when the card isn't of the framework that the crosswalk reads.
void check_card(const Scorecard& card, const Crosswalk& crosswalk);

}  // namespace rulescore
