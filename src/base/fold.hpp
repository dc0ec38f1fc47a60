// How characters are read: full-width as half-width, capitals as small letters, quotes, dashes and blanks each as one,
// Traditional Chinese as simplified, radicals and compatibility forms (⼀ ⻓) as the characters they stand for; invisible ones
// not at all. One character becomes one or none, whatever stands around it, so nothing has to be detected and a text and a phrase
// that are equal stay so. Nearly all characters stay what they are, so the table holds differences: the bits to change, zeros
// mostly. Tested by tests/unit/base/fold.cpp.
#pragma once

#include <array>

namespace rulescore {

using FoldTable = std::array<char16_t, 0x10000>;
extern const FoldTable fold_table;

// For characters below U+10000. 0 when invisible.
inline char32_t fold_basic(char32_t c) noexcept { return c ^ fold_table[c]; }

}  // namespace rulescore
