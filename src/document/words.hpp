// Lines of a text in Latin letters: which go on in the next, which head what follows, and the numbers of headings.
// Tested by tests/unit/document/english.cpp.
#pragma once

#include "document/layout.hpp"
#include "document/marks.hpp"

#include <span>

namespace rulescore {

// The length at which lines are broken; 0 when they are as long as their paragraphs.
std::uint32_t width_of_words(const Text& text, std::span<const PlainLine> lines);

// Whether a line goes on in the one right below it.
bool words_go_on(const Text& text, const PlainLine& line, const PlainLine& next, std::uint32_t width);

// Part II, 2. and 2.1 and 2.1.3, (a), b), IV. before a heading or an item. 3.5 million and 12 officers are none.
Mark find_word_mark(const Text& text, Span s) noexcept;

// A short line without a stop that begins with a capital: Next steps.
bool reads_like_word_label(const Text& text, Span s);

}  // namespace rulescore
