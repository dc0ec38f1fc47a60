// A figure that a text states: how much, of what unit, how exactly, in which direction.
#pragma once

#include <rulescore/export.hpp>

#include <cstdint>
#include <limits>
#include <string_view>

namespace rulescore {

// How the text qualifies a figure: 20余项 at_least, 约20项 about, 不超过20项 at_most.
enum class Bound : std::uint8_t { exact, at_least, about, at_most };

// Whether the figure is said to be a rise or a fall: 同比下降23% is 23, decrease.
enum class Change : std::uint8_t { none, increase, decrease };

inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

struct Quantity {
  std::uint32_t begin = 0;     // bytes, half open, of the whole expression (约1.2万余件)
  std::uint32_t end = 0;
  double value = no_value;     // 万 and 亿 folded in, correctly rounded
  double value_high = no_value;  // upper end of a range (3至5个), else NaN
  std::string_view unit;       // "%", "pp", "rank", or the classifier (件, 人次, 元); static storage
  Bound bound = Bound::exact;
  Change change = Change::none;
};

RULESCORE_EXPORT std::string_view to_string(Bound bound) noexcept;    // "exact" "at_least" "about" "at_most"
RULESCORE_EXPORT std::string_view to_string(Change change) noexcept;  // "" "increase" "decrease"

}  // namespace rulescore
