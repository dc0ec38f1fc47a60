// A text as the engine reads it: the bytes of the file, and beside them the characters one would read, each with the byte
// it came from. Folding (fold.hpp: full-width to half-width, Traditional to simplified, quotes, case) is one character to one or to
// none, so the offsets are the whole map back: every position in `chars` points into the original. Tested by tests/unit/base.
#pragma once

#include <cstdint>
#include <span>
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
  bool latin = false;                  // in Latin letters, see latin.hpp

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(chars.size()); }
  std::uint32_t byte_begin(std::uint32_t position) const noexcept { return offset[position]; }
  // End byte of a span: the end of its last character, so that trailing invisible characters stay outside.
  std::uint32_t byte_after(std::uint32_t end) const noexcept;
  std::string_view quote(Span span) const noexcept;
};

// The folded form of one character; 0 when it is invisible (zero-width, soft hyphen, byte order mark).
char32_t fold(char32_t c) noexcept;

// Folds a phrase of a framework exactly as a text is folded, blanks between Chinese characters removed and runs of them closed up.
std::u32string fold_phrase(std::string_view utf8);

// Bytes that are markup, half open: a reader sees nothing there, or one character that keeps apart what stands on both sides.
struct Markup {
  std::uint32_t begin = 0, end = 0;
  char32_t reads_as = 0;
  bool operator==(const Markup&) const = default;
};

// Throws DocumentError naming the first offending byte when `bytes` is not UTF-8. `markup` is in order, on character boundaries.
Text decode(std::string bytes);
Text decode(std::string bytes, std::span<const Markup> markup);

// A Chinese character (CJK unified ideographs, extensions, 〇).
inline bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0x20000 && c <= 0x323AF);
}
inline bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }  // folded
inline bool is_space(char32_t c) noexcept { return c == U' ' || c == U'\t'; }  // folded: NBSP and U+3000 included; not newline

// UTF-8 helpers used by messages and renderings.
std::string to_utf8(std::u32string_view s);
void append_utf8(std::string& out, std::u32string_view s);
std::size_t utf8_size(std::u32string_view s) noexcept;  // bytes
int display_width(std::string_view utf8);  // columns on a terminal: East Asian wide characters take two

}  // namespace rulescore
