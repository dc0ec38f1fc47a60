// A text as the engine reads it: the bytes of the file, and beside them the characters one would read, each with the byte
// it came from. Folding (full-width to half-width, quotes, case, invisible characters) is one character to one character or to
// none, so the offsets are the whole map back: every position in `chars` points into the original. Tested by tests/unit/base.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// Half open, in positions of Text::chars.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool empty() const noexcept { return begin >= end; }
  std::uint32_t size() const noexcept { return end - begin; }
  bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  bool operator==(const Span&) const = default;
};

struct Text {
  std::string bytes;                   // valid UTF-8, as it is on disk
  std::vector<char32_t> chars;         // folded; never contains invisible characters
  std::vector<std::uint32_t> offset;   // chars.size() + 1 entries: first byte of each character; the last is bytes.size()

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(chars.size()); }
  std::uint32_t byte_begin(std::uint32_t position) const noexcept { return offset[position]; }
  // End byte of a span: the end of its last character, so that trailing invisible characters stay outside.
  std::uint32_t byte_after(std::uint32_t end) const noexcept;
  std::string_view quote(Span span) const noexcept;
};

// The folded form of one character; 0 when it is invisible (zero-width, soft hyphen, byte order mark).
char32_t fold(char32_t c) noexcept;

// Folds a phrase of a framework exactly as a text is folded, blanks between Chinese characters removed.
std::u32string fold_phrase(std::string_view utf8);

// Throws DocumentError naming the first offending byte when `bytes` is not UTF-8.
Text decode(std::string bytes);

bool is_han(char32_t c) noexcept;      // a Chinese character (CJK unified ideographs, extensions, 〇)
bool is_digit(char32_t c) noexcept;    // '0'..'9' (folded)
bool is_space(char32_t c) noexcept;    // ' ' and '\t' (folded: NBSP and U+3000 included), not newline

// UTF-8 helpers used by messages and renderings.
std::string to_utf8(std::u32string_view s);
int display_width(std::string_view utf8);  // columns on a terminal: East Asian wide characters take two

}  // namespace rulescore
