// What each node of a card's tree can attain for every effort, from a list of fixes: the frontier of the whole says what the
// cheapest set for any total is. Tested by tests/property/roadmap.cpp against brute
// force over random trees.
//
// Every aggregation that adds something up (a weighted mean, its logarithms, reciprocals or powers, points) and the minimum take
// their children's frontiers apart exactly, whatever stands beside them: bonuses, deductions, floors, caps, vetoes by score.
// Where a fix changes who counts (an unassessed child under `exclude`, a minimum coverage not yet met), and for an ordered mean,
// the frontier is a bound: no set does better than it says, and `exact` is false.
#pragma once

#include "analysis/frontier.hpp"
#include "score/aggregate.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

// An indicator that could be worked on.
struct Fix {
  std::uint32_t node = 0;
  double target = 1;  // the score it would have
  Effort effort = 0;
};

struct Attainable {
  Frontier points;  // of the whole: its score, a share of full marks; may be empty when vetoes get in each other's way
  bool exact = true;
  Picks picks;  // of fixes, by their place in the list
};

// `now` is the tree as it stands. Sets that leave or set off a veto by score don't count, unless even all fixes together do.
Attainable attainable(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes);

}  // namespace rulescore
