// Where a passage stands in a document that another tool has read: blanks and line breaks may differ, width and letter case, too,
// nothing else. Tested by tests/unit/elsewhere/placing.cpp.
#pragma once

#include "document/impl.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// A text without its blanks and line breaks.
struct Squeezed {
  std::u32string chars;
  std::vector<std::uint32_t> position;  // of each in Text::chars
  explicit Squeezed(const Text& text);
  // How many of them begin before that byte.
  std::uint32_t before(const Text& text, std::size_t byte) const noexcept;
};

// A UTF-8 text folded and squeezed; empty when it isn't UTF-8.
std::u32string squeeze(std::string_view utf8);

// The byte at which so many characters have passed.
std::size_t byte_of_character(std::string_view utf8, std::size_t characters) noexcept;

// Of all places where `passage` stands the one nearest to `expected` (an index into the squeezed text), else the first.
std::optional<Span> place(const Squeezed& text, std::u32string_view passage, std::optional<std::uint32_t> expected);

}  // namespace rulescore
