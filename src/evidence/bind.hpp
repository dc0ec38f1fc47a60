// Which figure a phrase speaks of. Tested by tests/unit/evidence/bind.cpp.
#pragma once

#include "evidence/reading.hpp"

#include <cstdint>
#include <vector>

namespace rulescore {

struct BoundValue {
  Span where;
  double value = no_value;
  double value_high = no_value;
  std::string_view unit;
  Bound bound = Bound::exact;
  Change change = Change::none;
  std::uint32_t cost = 0;  // how far from the phrase, in characters; commas on the way cost extra
};

// What stands between a phrase and a figure makes them strangers. Ours, in characters.
inline constexpr std::uint32_t enumeration_cost = 12;  // 、
inline constexpr std::uint32_t clause_cost = 30;       // , ; :

// Appends to `out` the nearest figure that fits the rule's `value`, or every one when the rule wants each; nothing when none fits.
// `about` is the phrase, `required` the other phrases the rule found with it (they tell the items of a list apart when figures are
// given 分别, respectively).
void bind_values(const Reading& reading, const Program& program, const CompiledRule& rule, std::uint32_t clause, Span about,
                 const std::vector<Span>& required, std::vector<BoundValue>& out);

}  // namespace rulescore
