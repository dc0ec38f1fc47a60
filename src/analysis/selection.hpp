// Which fixes to choose: the cheapest set that reaches a goal, or the best that a budget pays for. Tested by
// tests/unit/analysis/roadmap.cpp and, against brute force over random trees, by tests/property/roadmap.cpp.
//
// Where the frontier of attainable.hpp is exact the choice is the best there is. Else every set is tried when there are few
// fixes; and beyond that the choice is mended from the frontier's (fixes added by what they bring for their effort, those that
// turn out superfluous dropped, dear ones exchanged for cheaper ones), and how far it can be from the best is said.
//
// Of several best sets: the least effort, then the highest total, then the one that does without what comes later in the list.
#pragma once

#include "analysis/attainable.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rulescore {

struct Wish {
  double goal = 1;               // score of the whole, a share of full marks
  std::optional<Effort> budget;  // at most
};

struct Selection {
  std::vector<std::uint32_t> fixes;  // by their place in the list, ascending
  Effort effort = 0;
  double score = 0;        // of the whole, with these
  bool reaches = false;    // the goal, and no veto by score fires that could be kept from it
  bool affordable = true;  // a set that reaches the goal is within the budget, as far as is known
  // No set that reaches the goal has less effort; under a budget that doesn't suffice, no set it pays for scores more.
  Effort least_effort = 0;
  double most_score = 0;
  bool proven = true;  // there is nothing between the choice and the bound
};

inline constexpr std::size_t all_tried = 14;  // up to so many fixes every set is tried where the frontier is but a bound

Selection select(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes, const Wish& wish);

}  // namespace rulescore
