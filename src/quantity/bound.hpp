// Words around a figure that say how exactly it is meant: 约, 近, 超过, 不低于 before it, 以上, 以内, 左右 behind it.
// Tested by tests/unit/quantity/bound.cpp.
#pragma once

#include "quantity/numeral.hpp"

namespace rulescore {

struct Qualifier {
  std::uint32_t edge = 0;  // outer end of the word; the position asked about when there is none
  Bound bound = Bound::exact;
  bool found = false;
};

Qualifier qualifier_before(const Reader& in, const Numeral& numeral) noexcept;
Qualifier qualifier_after(const Reader& in, std::uint32_t end) noexcept;

}  // namespace rulescore
