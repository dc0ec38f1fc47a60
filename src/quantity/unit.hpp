// The measure words a count may carry, with what they fold to. Tested by tests/unit/quantity.
#pragma once

#include "base/text.hpp"

#include <string_view>

namespace rulescore {

// The longest unit that starts at `position`: its canonical UTF-8 name (static storage) and how many characters it takes;
// length 0 when none does. "％" folds to "%", "个百分点" to "pp".
struct UnitMatch {
  std::string_view name;
  std::uint32_t length = 0;
};
UnitMatch match_unit(const Text& text, std::uint32_t position) noexcept;

// The canonical static name for a unit as a framework author writes it ("%", "件", "个百分点"), or empty when unknown.
std::string_view find_unit(std::string_view written) noexcept;

// The form for one of it: requests, request. Units of other languages have only one.
std::string_view singular_unit(std::string_view unit) noexcept;

// Whether a figure of `unit` is one that an author who wrote `wanted` means: the same unit, or anything that is counted by a noun
// where he wrote `number`.
bool unit_counts(std::string_view wanted, std::string_view unit) noexcept;

}  // namespace rulescore
