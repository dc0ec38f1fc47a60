// What one character can mean to the scan, in one table look-up. The pass over a text touches nothing else until a character
// is a trigger. Tested through tests/unit/quantity/scan.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rulescore {

enum class Trait : std::uint8_t {
  trigger = 1,     // a figure, or a title to be skipped, may start here
  numeral = 2,     // part of a Chinese numeral
  clause_end = 4,  // a comma or stronger
  change = 8,      // first character of a word of rise or fall
};

// Defined in trait.cpp, constant-initialised; characters beyond the table have no trait.
extern const std::array<std::uint8_t, 0x10000> traits;

inline bool has(char32_t c, Trait trait) noexcept {
  return c < traits.size() && (traits[c] & static_cast<std::uint8_t>(trait)) != 0;
}

inline constexpr std::u32string_view chinese_numerals = U"零〇一二两三四五六七八九十百千万亿";
inline constexpr std::u32string_view clause_ends = U",。;:!?\n";

}  // namespace rulescore
