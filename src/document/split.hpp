// Cuts a text into lines, sentences and clauses in one pass. Tested by tests/unit/document/split.cpp.
#pragma once

#include "document/impl.hpp"

#include <vector>

namespace rulescore {

// A line that isn't blank, blanks around it left out. Its sentences are [first, first + count).
struct LineAt {
  Span where;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool after_blank = false;  // a blank line (or the start of the text) stands before it
  bool chrome = false;       // page furniture as a whole
};

struct Split {
  std::vector<LineAt> lines;
  std::vector<SentenceAt> sentences;  // SentenceAt::line indexes `lines`
  std::vector<ClauseAt> clauses;
};

Split split(const Text& text);

bool is_terminator(char32_t c) noexcept;  // 。 ! ? ;

}  // namespace rulescore
