// From what one year shows of an indicator to what the next year shows: one step a cause. Tested by
// tests/unit/analysis/years.cpp.
#pragma once

#include "score/aggregate.hpp"

#include <rulescore/compare.hpp>

#include <span>
#include <vector>

namespace rulescore {

// All that a document's tree needs to know of an indicator.
struct LeafState {
  double score = no_value;
  Applies applies = Applies::yes;
  bool zeroes = false;  // a rule of it has found what zeroes the total
  bool operator==(const LeafState& other) const noexcept;
};

struct LeafStep {
  std::uint32_t indicator = 0;  // of the framework
  Cause cause = Cause::changed_value;
  LeafState from, to;
  std::uint32_t piece_before = Evidence::none, piece_after = Evidence::none;
};

// As a card has it.
LeafState leaf_state(const Scorecard& card, std::size_t indicator);

// In order, none where nothing moved. Both cards are of one framework.
std::vector<LeafStep> steps_of(const Scorecard& before, const Scorecard& after, std::size_t indicator);

}  // namespace rulescore
