// How far a stated figure may lie from what it states, so that rounding and 余, 近, 约 are never taken for a contradiction.
//   86件            exactly 86
//   1.5万件, 12.5亩  from half a unit of the last digit less to a whole one more: people round, and cut off
//   200余场          200 or more; 最多20天: 20 or fewer; 约20件: a tenth either way; 3至5个: what it says
// Tested by tests/unit/evidence/contradiction.cpp.
#pragma once

#include "document/impl.hpp"

namespace rulescore {

struct Extent {
  double low = 0, high = 0;
  bool meets(Extent other) const noexcept;  // some number lies in both
  Extent& operator+=(Extent other) noexcept;
};

Extent extent_of(const Text& text, const QuantityAt& figure) noexcept;

// One unit of the last digit written: 0.1 for 80.6%, 1 for 81%.
double last_digit(const Text& text, const QuantityAt& figure) noexcept;

}  // namespace rulescore
