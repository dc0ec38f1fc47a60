// The marks that number the parts of a report: 一、 (一) 1. (1) 一是 第一, ① and their kin.
// Tested by tests/unit/document/marks.cpp.
#pragma once

#include "base/text.hpp"

namespace rulescore {

// Which mark stands above which.
enum class Rank : std::uint8_t {
  none,
  chapter,     // 第一部分
  part,        // 一、
  subsection,  // (一)
  paragraph,   // 1.
  item,        // (1) 一是 第一,
  label        // a heading without a mark
};

// Section::level: chapters and parts share 1, labels are 5.
constexpr int level_of(Rank rank) noexcept { return rank == Rank::chapter ? 1 : static_cast<int>(rank) - 1; }

struct Mark {
  Rank rank = Rank::none;
  std::uint32_t ordinal = 0;
  std::uint32_t end = 0;  // position after the mark and the blanks that follow it
  explicit operator bool() const noexcept { return rank != Rank::none; }
};

// The mark that stands at the beginning of a stretch. Numbers that only look like one (三、四季度, 1.5万件, 第三方) are none.
Mark find_mark(const Text& text, Span s) noexcept;

}  // namespace rulescore
