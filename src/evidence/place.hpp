// Places with a code of their own, from provinces down to counties, and how two of them stand to each other.
// Tested by tests/unit/evidence/place.cpp.
#pragma once

#include <rulescore/evidence.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace rulescore {

// A code has six digits, two a level: 33|00|00 a province, 33|02|00 a prefecture, 33|02|03 a county.
struct Place {
  std::u32string_view name;
  std::uint32_t code = 0;
};

// All places of that name; several counties may share one.
std::span<const Place> places_named(std::u32string_view name) noexcept;

// The longest place name that `text` begins with; empty when none does.
std::u32string_view place_at(std::u32string_view text) noexcept;

// 0 a province, 1 a prefecture, 2 a county.
constexpr int level_of(std::uint32_t code) noexcept { return code % 10000 == 0 ? 0 : code % 100 == 0 ? 1 : 2; }

// Whether `inner` lies in `outer`; a place doesn't lie in itself.
constexpr bool lies_in(std::uint32_t inner, std::uint32_t outer) noexcept {
  if (level_of(inner) <= level_of(outer)) return false;
  return level_of(outer) == 0 ? inner / 10000 == outer / 10000 : inner / 100 == outer / 100;
}

}  // namespace rulescore
