// The tree that a crosswalk stands for: the second framework's, where each indicator has become a group whose members are what
// answers it, copied out of the first framework with all below it, and a last one for what nothing answers. So one Tree
// (score/aggregate.hpp) works out totals, coverage, ranges and gains there, and there is no second way to add things up.
//
//   to            C  ── 3                          graft   C ── 3 ─┬─ C1 (weight 0.6) ── C1.1 …
//   answers 3: {C1: 60%, E2: 30%}                                  ├─ E2 (weight 0.3) ── …
//                                                                  └─ what nothing answers (weight 0.1)
//
// What is copied keeps how its children are combined, its weights, bonuses, deductions, floors and caps. What is missing below
// counts as the second framework says of the indicator. Vetoes stay behind: they are about the first framework's whole.
// Tested by tests/unit/analysis/crosswalk.cpp and tests/property/crosswalk.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/crosswalk.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

inline constexpr std::uint32_t no_node = 0xFFFFFFFFu;

struct Graft {
  FrameworkModel model;                            // what a Tree looks at: nodes, their rules, indicator_nodes, full
  std::vector<std::uint32_t> place;                // by node of `to`: where it stands here
  std::vector<std::uint32_t> source;               // by node here: the node of `from` it is a copy of, or no_node
  std::vector<std::uint32_t> indicator;            // by node here: the indicator of `to` it stands under or is, or no_node
  std::vector<std::uint32_t> rests;                // what nothing answers
  std::vector<std::vector<std::uint32_t>> stems;   // by link: where its copies stand
  std::vector<std::vector<std::uint32_t>> copies;  // by node of `from`: of indicators, where they stand
};

// What is to become of what nothing answers.
enum class Rest : std::uint8_t {
  counts,  // as missing
  leaves,  // every group weighs as much as what is answered in it
};

Graft graft(const FrameworkModel& from, const FrameworkModel& to, std::span<const CrosswalkLink> links, Rest rest);

// The indicators of a node, those that stand beside the weighted ones left out; an indicator is its own. With their sign they
// are what a link to the node reaches.
std::vector<std::uint32_t> reached(const FrameworkModel& to, std::uint32_t node);

}  // namespace rulescore
