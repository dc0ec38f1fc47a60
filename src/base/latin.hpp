// Texts in Latin letters: there a word is a run of letters between blanks, where Chinese has characters side by side. A text is
// read one way or the other as a whole. Tested by tests/unit/base/latin.cpp.
#pragma once

#include "base/text.hpp"

#include <string_view>

namespace rulescore {

// Folded: a to z, and the letters with accents that the languages of Europe use.
inline bool is_latin_letter(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Ten letters at least for every Chinese character.
bool is_in_latin_letters(std::u32string_view chars) noexcept;

// Runs of blanks inside a line count as one; those at its beginning stay, because layout speaks through them.
void close_up_blanks(Text& text);

// Whether the letter at `position` is a capital in the file.
bool is_capital(const Text& text, std::uint32_t position) noexcept;

// How far distances reach that are given in Chinese characters: four letters say about as much as one.
inline std::uint32_t stretched(const Text& text, std::uint32_t characters) noexcept {
  return text.latin ? characters * 4 : characters;
}

}  // namespace rulescore
