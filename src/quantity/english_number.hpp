// Numbers in English, in figures or in words. Tested by tests/unit/quantity/english.cpp.
#pragma once

#include "quantity/english_words.hpp"
#include "quantity/numeral.hpp"

#include <optional>

namespace rulescore::english {

struct Number {
  Span where;  // 1.2 million, twenty-five, a dozen
  Decimal decimal;
  bool in_words = false;
  bool fraction = false;  // two thirds, half: `share` says how many per cent
  double share = 0;
  double value() const noexcept { return fraction ? share : decimal.value(); }
  bool is_one() const noexcept { return decimal.mantissa == 1 && decimal.exponent == 0; }
};

// The number that begins at `position` (a digit, or the first letter of a word), or nothing. A run of digits too long to be one
// gives nothing, too.
std::optional<Number> read_number(const Reader& in, std::uint32_t position) noexcept;

}  // namespace rulescore::english
