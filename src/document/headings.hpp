// Finds the lines and sentences that head a part of the report. How the parts nest is decided in sections.cpp.
// Tested by tests/unit/document/headings.cpp.
#pragma once

#include "document/boilerplate.hpp"
#include "document/marks.hpp"
#include "document/split.hpp"

#include <vector>

namespace rulescore {

struct HeadingAt {
  std::uint32_t sentence = 0;
  Span text;  // mark included, final 。 not
  Rank rank = Rank::none;
  std::uint32_t ordinal = 0;
  bool starts_line = false;
  bool below_heading = false;  // the line above is a heading, too: nothing stands between them
  bool bracketed = false;      // a label in 【】
};

// In order of position. Titles of the whole document are marked as headings (SentenceAt::heading) but head no section.
std::vector<HeadingAt> find_headings(const Text& text, Split& split, const Body& body);

}  // namespace rulescore
