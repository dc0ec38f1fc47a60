// Which lines and sentences are page furniture: paths, counters, buttons, links to other pages, credits, time stamps.
// They are text like any other, but never evidence. Tested by tests/unit/document/boilerplate.cpp.
#pragma once

#include "document/split.hpp"

namespace rulescore {

// The paragraphs of the report itself: lines [first, last]. `found` is false when no line holds a whole sentence.
struct Body {
  std::uint32_t first = 0, last = 0;
  bool found = false;
};

// Sets LineAt::chrome and SentenceAt::boilerplate; tells where the body is.
Body mark_boilerplate(const Text& text, Split& split);

}  // namespace rulescore
