// Decoding and folding: bytes to the characters the rules are written in, keeping the byte each came from.
// Strict UTF-8 (Unicode 15, table 3-7): overlong forms, surrogates and truncated sequences are refused with their place.
// Tested by tests/unit/base/text.cpp.
#include "base/text.hpp"

#include "base/fold.hpp"
#include "base/latin.hpp"

#include <rulescore/error.hpp>

#include <cstdio>
#include <utf8proc.h>

namespace rulescore {
namespace {

constexpr char32_t invisible = 0;

unsigned char byte_at(std::string_view s, std::size_t i) noexcept { return static_cast<unsigned char>(s[i]); }
bool is_continuation(unsigned char b) noexcept { return (b & 0xC0u) == 0x80u; }

[[noreturn]] void refuse(std::string_view bytes, std::size_t at) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < at; ++i) line += bytes[i] == '\n';
  char buffer[160];
  std::snprintf(buffer, sizeof buffer, "not UTF-8: byte 0x%02X at offset %zu (line %zu)",
                static_cast<unsigned>(byte_at(bytes, at)), at, line);
  throw DocumentError(buffer);
}

// The character that starts at `i`, which moves past it.
char32_t next_char(std::string_view s, std::size_t& i) {
  const unsigned b0 = byte_at(s, i);
  const std::size_t start = i;
  if (b0 < 0x80) return ++i, b0;
  const unsigned length = b0 >= 0xF0 ? 4 : b0 >= 0xE0 ? 3 : 2;
  if (b0 < 0xC2 || b0 > 0xF4 || start + length > s.size()) refuse(s, start);
  char32_t c = b0 & (0xFFu >> (length + 1));
  for (unsigned k = 1; k < length; ++k) {
    const unsigned char b = byte_at(s, start + k);
    if (!is_continuation(b)) refuse(s, start);
    c = c << 6 | (b & 0x3Fu);
  }
  const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) refuse(s, start);
  i = start + length;
  return c;
}

std::size_t count_characters(std::string_view s) noexcept {
  std::size_t n = 0;
  for (char c : s) n += !is_continuation(static_cast<unsigned char>(c));
  return n;
}

// A letter or a figure, folded.
bool is_alphanumeric(char32_t c) noexcept { return is_digit(c) || (c >= U'a' && c <= U'z'); }

// Writes characters one behind the other; drops a single blank between Chinese characters, and between them and letters or figures:
// writers set it or not as they please. The hot path is put_han.
class Writer {
 public:
  Writer(char32_t* chars, std::uint32_t* offset) : chars_(chars), offset_(offset) {}
  void put(char32_t c, std::size_t at) noexcept {
    if (blank_after_han_ && is_alphanumeric(c)) --size_;
    const char32_t before = c == U' ' && size_ > 0 ? chars_[size_ - 1] : U' ';
    blank_after_han_ = is_han(before);
    blank_after_word_ = blank_after_han_ || is_alphanumeric(before);
    write(c, at);
  }
  void put_han(char32_t c, std::size_t at) noexcept {
    if (blank_after_word_) {
      --size_;
      blank_after_word_ = blank_after_han_ = false;
    }
    write(c, at);
  }
  std::size_t size() const noexcept { return size_; }

 private:
  void write(char32_t c, std::size_t at) noexcept {
    chars_[size_] = c;
    offset_[size_++] = static_cast<std::uint32_t>(at);
  }
  char32_t* chars_;
  std::uint32_t* offset_;
  std::size_t size_ = 0;
  bool blank_after_han_ = false, blank_after_word_ = false;  // the last character is a blank
};

// Everything but the plain Chinese characters: a line break, a fold, an invisible character.
void put_other(Writer& writer, std::string_view s, std::size_t& i) {
  const std::size_t start = i;
  char32_t c = next_char(s, i);
  if (c == U'\r') c = i < s.size() && s[i] == '\n' ? invisible : U'\n';
  else c = c == 0 ? U'\uFFFD' : fold(c);
  if (c == invisible) return;
  if (is_han(c)) writer.put_han(c, start);
  else writer.put(c, start);
}

// From `i` to the end.
void decode_part(Writer& writer, std::string_view s, std::size_t i) {
  while (i + 2 < s.size()) {
    const unsigned b0 = byte_at(s, i), b1 = byte_at(s, i + 1), b2 = byte_at(s, i + 2);
    if (b0 - 0xE4u <= 5u && ((b1 ^ 0x80u) | (b2 ^ 0x80u)) < 0x40u) {  // U+4000 to U+9FFF: nearly all of such texts
      writer.put_han(fold_basic((b0 & 0x0Fu) << 12 | (b1 & 0x3Fu) << 6 | (b2 & 0x3Fu)), i);
      i += 3;
    } else if (b0 < 0x80 && b0 != '\r' && b0 != 0) {
      writer.put(fold_basic(b0), i);
      ++i;
    } else {
      put_other(writer, s, i);
    }
  }
  while (i < s.size()) put_other(writer, s, i);
}

// Markup must be UTF-8, too, because text is quoted across it.
void skip_markup(Writer& writer, std::string_view s, const Markup& markup) {
  for (std::size_t i = markup.begin; i < s.size();) next_char(s, i);
  if (markup.reads_as != invisible) writer.put(markup.reads_as, markup.begin);
}

std::size_t decode_into(std::string_view s, std::span<const Markup> markup, char32_t* chars, std::uint32_t* offset) {
  Writer writer(chars, offset);
  std::size_t i = 0;
  for (const Markup& m : markup) {
    decode_part(writer, s.substr(0, m.begin), i);
    skip_markup(writer, s.substr(0, m.end), m);
    i = m.end;
  }
  decode_part(writer, s, i);
  return writer.size();
}

}  // namespace

Text decode(std::string bytes) { return decode(std::move(bytes), {}); }

Text decode(std::string bytes, std::span<const Markup> markup) {
  if (bytes.size() > 0xFFFFFF00u) throw DocumentError("larger than 4 GiB");
  Text text;
  text.bytes = std::move(bytes);
  const std::size_t most = count_characters(text.bytes);
  text.chars.resize(most);
  text.offset.resize(most + 1);
  const std::size_t size = decode_into(text.bytes, markup, text.chars.data(), text.offset.data());
  text.chars.resize(size);
  text.offset[size] = static_cast<std::uint32_t>(text.bytes.size());
  text.offset.resize(size + 1);
  text.latin = is_in_latin_letters({text.chars.data(), text.chars.size()});
  if (text.latin) close_up_blanks(text);
  return text;
}

std::u32string fold_phrase(std::string_view utf8) {
  constexpr std::size_t usual = 192;  // bytes: phrases come by the ten thousand, and nearly all are shorter
  char32_t near_chars[usual];
  std::uint32_t near_offset[usual];
  std::vector<char32_t> far_chars(utf8.size() > usual ? utf8.size() : 0);
  std::vector<std::uint32_t> far_offset(far_chars.size());
  char32_t* chars = far_chars.empty() ? near_chars : far_chars.data();
  const std::size_t size = decode_into(utf8, {}, chars, far_offset.empty() ? near_offset : far_offset.data());
  const std::u32string_view phrase(chars, size);
  const auto first = phrase.find_first_not_of(U" \t\n");
  if (first == std::u32string_view::npos) return {};
  return std::u32string(phrase.substr(first, phrase.find_last_not_of(U" \t\n") - first + 1));
}

std::uint32_t Text::byte_after(std::uint32_t end) const noexcept {
  if (end == 0) return 0;
  const std::uint32_t at = offset[end - 1];
  const auto b0 = static_cast<unsigned char>(bytes[at]);
  return at + (b0 < 0x80 ? 1u : b0 < 0xE0 ? 2u : b0 < 0xF0 ? 3u : 4u);
}

std::string_view Text::quote(Span span) const noexcept {
  if (span.empty()) return {};
  const std::uint32_t begin = byte_begin(span.begin);
  return std::string_view(bytes).substr(begin, byte_after(span.end) - begin);
}

std::string to_utf8(std::u32string_view s) {
  std::string out;
  out.reserve(s.size() * 3);
  append_utf8(out, s);
  return out;
}

void append_utf8(std::string& out, std::u32string_view s) {
  std::size_t at = out.size();
  out.resize(at + utf8_size(s));
  for (const char32_t c : s) {
    if (c >= 0x800 && c < 0x10000) {  // nearly all
      out[at++] = static_cast<char>(0xE0u | c >> 12);
      out[at++] = static_cast<char>(0x80u | (c >> 6 & 0x3Fu));
      out[at++] = static_cast<char>(0x80u | (c & 0x3Fu));
    } else {
      auto* to = reinterpret_cast<utf8proc_uint8_t*>(out.data() + at);
      at += static_cast<std::size_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), to));
    }
  }
}

std::size_t utf8_size(std::u32string_view s) noexcept {
  std::size_t size = 0;
  for (const char32_t c : s) size += c < 0x80 ? 1u : c < 0x800 ? 2u : c < 0x10000 ? 3u : 4u;
  return size;
}

int display_width(std::string_view utf8) {
  int width = 0;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
  auto left = static_cast<utf8proc_ssize_t>(utf8.size());
  while (left > 0) {
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t n = utf8proc_iterate(at, left, &c);
    if (n <= 0) n = 1, c = '?';
    width += utf8proc_charwidth(c);
    at += n;
    left -= n;
  }
  return width;
}

}  // namespace rulescore
