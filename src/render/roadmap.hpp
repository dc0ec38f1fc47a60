// What the renderings of a road map share: its steps, and the sums that stand below them.
#pragma once

#include <rulescore/roadmap.hpp>

#include <string>
#include <vector>

namespace rulescore::render {

// Steps of one kind, and what they come to. Sums of either list below add up to the whole plan.
struct PlanSum {
  std::string of;  // an owner; empty for a remedy
  Remedy remedy = Remedy::write;
  std::size_t steps = 0;
  double effort = 0, gain = 0;
};

std::vector<PlanSum> sums_by_remedy(const RoadMap& map);  // write, then work; those that there are
std::vector<PlanSum> sums_by_owner(const RoadMap& map);   // in the order in which they come in

inline const Gap& gap_of(const RoadMap& map, const rulescore::Step& step) { return map.report.gaps[step.gap]; }
inline const Node& node_of(const RoadMap& map, const rulescore::Step& step) {
  return map.report.card.framework().nodes()[gap_of(map, step).node];
}

}  // namespace rulescore::render
