// Finds the quantities of a text in one forward pass. Framework-independent: the `quantities` verb and the evidence rules see
// the same list. Tested by tests/unit/quantity and against tests/golden.
#pragma once

#include "base/text.hpp"

#include <rulescore/quantity.hpp>

#include <vector>

namespace rulescore {

// A quantity with its place in characters. `where` is the whole expression (约1.2万余件), `number` its digits (1.2).
struct QuantityAt {
  Span where;
  Span number;
  double value = no_value;
  double value_high = no_value;
  std::string_view unit;  // static storage
  Bound bound = Bound::exact;
  Change change = Change::none;
};

// In order of position, never overlapping.
std::vector<QuantityAt> scan_quantities(const Text& text);

// True when the ',' at `position` separates thousands (1,464) rather than clauses (第10,100%).
bool is_thousands_separator(const Text& text, std::uint32_t position) noexcept;

}  // namespace rulescore
