// The marks that number the parts of a report: 一、 (一) 1. (1) 一是 第一, ① and their kin.
// Tested by tests/unit/document/marks.cpp.
#pragma once

#include "base/text.hpp"

namespace rulescore {

struct Mark {
  int level = 0;  // 1 一、, 2 (一), 3 1., 4 (1) and 一是; 0 when there is none
  std::uint32_t ordinal = 0;
  std::uint32_t end = 0;  // position after the mark and the blanks that follow it
  explicit operator bool() const noexcept { return level != 0; }
};

// The mark that stands at the beginning of a stretch. Numbers that only look like one (三、四季度, 1.5万件, 第三方) are none.
Mark find_mark(const Text& text, Span s) noexcept;

}  // namespace rulescore
