// Guessing is done once, at the door, and said aloud (Origin::encoding); after it there is UTF-8 only.
// Outside face: charset.hpp. Tested by tests/unit/format/charset.cpp.
#include "format/charset.hpp"

#include "format/convert.hpp"
#include "format/plausible.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

namespace rulescore {
namespace {

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark marks[] = {{"\xEF\xBB\xBF", Encoding::utf8}, {"\xFF\xFE", Encoding::utf16le}, {"\xFE\xFF", Encoding::utf16be}};

const Mark* find_mark(std::string_view bytes) noexcept {
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

std::string named(Encoding encoding) { return std::string(name_of(encoding)); }

std::string place(std::string_view bytes, std::size_t at) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "byte 0x%02X at offset %zu", static_cast<unsigned>(static_cast<unsigned char>(bytes[at])),
                at);
  return buffer;
}

[[noreturn]] void refuse(std::string_view bytes, Encoding encoding, const Converted& tried, std::string_view what_to_do) {
  if (tried.cut_off && tried.bad_at > 0) throw DocumentError("ends in the middle of a character: it was cut off; fetch it again");
  throw DocumentError("is not " + named(encoding) + " (" + place(bytes, tried.bad_at) + "); " + std::string(what_to_do));
}

// The bytes in an encoding that is certain; `mark` bytes at their beginning say so and are no text, except in UTF-8.
Decoded in(Encoding encoding, std::string bytes, std::size_t mark, std::string_view what_to_do) {
  if (encoding == Encoding::utf8) {
    const Converted tried = check_utf8(bytes);
    if (!tried.sound) refuse(bytes, encoding, tried, what_to_do);
    return {std::move(bytes), encoding, true};
  }
  Converted tried = convert(std::string_view(bytes).substr(mark), encoding);
  tried.bad_at += mark;
  if (!tried.sound) refuse(bytes, encoding, tried, what_to_do);
  return {std::move(tried.text), encoding, false};
}

// Bytes that text has in UTF-16 only.
bool holds_binary(std::string_view bytes) noexcept {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b == 0xFF || (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f');
  });
}

std::optional<Encoding> utf16_order(std::string_view bytes) noexcept {
  const double little = share_of_text_utf16(bytes, false), big = share_of_text_utf16(bytes, true);
  if (std::max(little, big) < 0.95) return std::nullopt;
  return little >= big ? Encoding::utf16le : Encoding::utf16be;
}

Decoded asked_for(std::string bytes, std::string_view asked) {
  Encoding encoding = asked_encoding(asked);
  const Mark* mark = find_mark(bytes);
  if (leaves_order_open(asked)) {
    if (mark != nullptr && mark->encoding == Encoding::utf16be)
      encoding = Encoding::utf16be;
    else if (mark == nullptr)
      encoding = utf16_order(bytes).value_or(Encoding::utf16le);
  }
  if (mark != nullptr && mark->encoding != encoding) {
    throw DocumentError("begins with the byte order mark of " + named(mark->encoding) + ", so it is not " + named(encoding) +
                        "; leave the encoding to be found out");
  }
  return in(encoding, std::move(bytes), mark == nullptr ? 0 : mark->bytes.size(),
            "name another encoding, or leave it to be found out");
}

// What no encoding fits. Text that reads as GB18030 up to some place is GB18030 that was damaged there.
[[noreturn]] void refuse(std::string_view bytes, const Converted& as_utf8, const Converted& as_gb18030) {
  if (as_utf8.cut_off && as_utf8.bad_at > 0) refuse(bytes, Encoding::utf8, as_utf8, {});
  if (share_of_common_gb18030(bytes.substr(0, as_gb18030.bad_at)) >= 0.75) {
    refuse(bytes, Encoding::gb18030, as_gb18030, "it looks like it, but is damaged there: fetch it again, or mend that place");
  }
  throw DocumentError("is not UTF-8 (" + place(bytes, as_utf8.bad_at) +
                      ") nor any other encoding known here; name its encoding, or save it as UTF-8");
}

// Declared by the page, then GB18030 or Big5.
Decoded guessed(std::string bytes, const Converted& as_utf8) {
  const auto declared = find_encoding(declared_encoding(bytes));
  if (declared == Encoding::gb18030 || declared == Encoding::big5) {
    if (Converted tried = convert(bytes, *declared); tried.sound) return {std::move(tried.text), *declared, false};
  }
  if (reads_as_big5(bytes)) {
    if (Converted tried = convert(bytes, Encoding::big5); tried.sound) return {std::move(tried.text), Encoding::big5, false};
  }
  Converted tried = convert(bytes, Encoding::gb18030);
  if (!tried.sound) refuse(bytes, as_utf8, tried);
  return {std::move(tried.text), Encoding::gb18030, false};
}

}  // namespace

Decoded to_utf8(std::string bytes, std::string_view asked) {
  if (!asked.empty()) return asked_for(std::move(bytes), asked);
  if (const Mark* mark = find_mark(bytes))
    return in(mark->encoding, std::move(bytes), mark->bytes.size(), "it is damaged; fetch it again");
  const Converted as_utf8 = check_utf8(bytes);
  if (as_utf8.sound && bytes.find('\0') == bytes.npos) return {std::move(bytes), Encoding::utf8, true};
  if (holds_binary(bytes)) {
    if (const auto order = utf16_order(bytes)) return in(*order, std::move(bytes), 0, "it is damaged; fetch it again");
  }
  if (as_utf8.sound) return {std::move(bytes), Encoding::utf8, true};
  return guessed(std::move(bytes), as_utf8);
}

std::string_view declared_encoding(std::string_view bytes) noexcept {
  constexpr std::size_t searched = 4096;
  constexpr std::string_view blanks = " \t\r\n", quotes = " \t\r\n\"'";
  const std::string_view head = bytes.substr(0, searched);
  for (const std::string_view key : {"charset", "encoding", "CHARSET", "Charset"}) {
    for (std::size_t at = head.find(key); at != head.npos; at = head.find(key, at + 1)) {
      const std::size_t tag = head.find_last_of("<>", at);
      if (tag == head.npos || head[tag] != '<') continue;  // not inside a tag
      const std::size_t sign = head.find_first_not_of(blanks, at + key.size());
      if (sign == head.npos || head[sign] != '=') continue;
      const std::size_t begin = head.find_first_not_of(quotes, sign + 1);
      if (begin == head.npos) continue;
      return head.substr(begin, head.find_first_of("\"'; \t\r\n/>?", begin) - begin);
    }
  }
  return {};
}

}  // namespace rulescore
