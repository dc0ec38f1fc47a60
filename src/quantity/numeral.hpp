// Numerals, Arabic (1,464 · 4.6万 · 6000多万) and Chinese (一千四百六十四 · 三十多 · 近亿), read into an exact decimal.
// Tested by tests/unit/quantity/numeral.cpp.
#pragma once

#include "quantity/reader.hpp"

#include <rulescore/quantity.hpp>

namespace rulescore {

// mantissa × 10^exponent, exact. At most 15 digits, so that value() is one correctly rounded operation.
struct Decimal {
  std::uint64_t mantissa = 0;
  int exponent = 0;
  double value() const noexcept;
};

struct Numeral {
  Span digits;            // the figure as written: 4.6, 二十
  std::uint32_t end = 0;  // behind 万, 亿, 余, 多
  Decimal decimal;
  Bound bound = Bound::exact;  // 余, 多, 几 and + say at_least, 来 says about
  bool valid = false;          // false: skip to `end`, this isn't a number one can count with
  bool chinese = false;
  int scale = 0;            // power of a closing 万 or 亿, which a range shares: 3至5万元
  bool scaled = false;      // 万 or 亿 stand behind the figure: it counts even without a unit
  bool bare_power = false;  // 百, 千, 万, 亿 without a digit: counts only when qualified (近千, 数百, 上万)

  bool is_one() const noexcept { return decimal.mantissa == 1 && decimal.exponent == 0; }
  bool fractional() const noexcept { return decimal.exponent < 0; }
};

// `position` is the first digit of a run; the run is always consumed whole.
Numeral read_numeral(const Reader& in, std::uint32_t position) noexcept;

}  // namespace rulescore
