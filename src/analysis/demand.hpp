// What full marks of an indicator depend on: the terms of its score block that are short of what is wanted. Tested by
// tests/unit/analysis/gap_kind.cpp.
#pragma once

#include "score/block.hpp"

#include <vector>

namespace rulescore {

struct Demand {
  const RuleScore* term = nullptr;
  bool found = false;  // the report says something that it can use, though not enough
};

// Demands that together earn what is wanted.
using Way = std::vector<Demand>;

// Each of the ways is enough by itself. `wanted`: a score, [0,1]. What is met isn't listed.
std::vector<Way> ways_to(double wanted, const Leaf& leaf);

// The most a term can earn, in marks; infinite when nothing limits it.
double most_of(const RuleScore& term) noexcept;

}  // namespace rulescore
