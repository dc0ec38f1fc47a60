// How a text is laid out in lines, read off all of it. Tested by tests/unit/document/rejoin.cpp.
#pragma once

#include "base/text.hpp"

#include <span>
#include <vector>

namespace rulescore {

// A line that isn't blank.
struct PlainLine {
  Span where;  // blanks around it left out
  std::uint32_t indent = 0;
  bool after_blank = false;  // a blank line (or the start of the text) stands before it
  bool open = false;         // doesn't end with a stop or a colon

  std::uint32_t characters() const noexcept { return indent + where.size(); }
  std::uint32_t columns(const Text& text) const noexcept;  // in a fixed font, where Chinese characters take two
};

std::vector<PlainLine> read_lines(const Text& text);

struct Layout {
  bool indented = false;        // paragraphs begin with blanks
  bool spaced = false;          // blank lines stand between paragraphs
  bool headings_apart = false;  // and around headings without a number
  std::uint32_t margin = 0;     // blanks before every line
  std::uint32_t width = 0;      // lines are broken there; 0 when they are as long as their paragraphs
  bool in_columns = false;      // width counts columns, not characters
  bool strict = false;          // lines are broken at exactly that width

  bool is_indented(const PlainLine& line) const noexcept { return indented && line.indent >= margin + 2; }
  // Whether the line could not have taken what the next one begins with.
  bool is_full(const Text& text, const PlainLine& line, const PlainLine& next) const noexcept;
};

Layout find_layout(const Text& text, std::span<const PlainLine> lines);

}  // namespace rulescore
