// Read as the other encoding, a text falls among rare characters: half of Big5's second bytes are 0x40 to 0x7E, where GB18030
// keeps rarities and private characters, and GB18030's punctuation falls among Big5's symbols. A sentence is enough to tell.
// Outside face: plausible.hpp. Tested by tests/unit/format/charset.cpp.
#include "format/plausible.hpp"

#include <cstdint>

namespace rulescore {
namespace {

constexpr std::size_t sample = 256u << 10;  // bytes that are looked at; a whole book says no more

unsigned byte_at(std::string_view s, std::size_t i) noexcept { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; }

bool between(unsigned value, unsigned low, unsigned high) noexcept { return value >= low && value <= high; }

struct Character {
  std::size_t bytes = 0;  // 0: none
  bool common = false;
};

Character gb18030_at(std::string_view s, std::size_t i) noexcept {
  const unsigned a = byte_at(s, i), b = byte_at(s, i + 1);
  if (!between(a, 0x81, 0xFE)) return {};
  if (between(b, 0x30, 0x39)) {
    const bool sound = between(byte_at(s, i + 2), 0x81, 0xFE) && between(byte_at(s, i + 3), 0x30, 0x39);
    return {sound ? std::size_t{4} : 0, false};
  }
  if (!between(b, 0x40, 0xFE) || b == 0x7F) return {};
  return {2, b >= 0xA1 && (between(a, 0xB0, 0xD7) || a == 0xA3 || (a == 0xA1 && b <= 0xBF))};
}

Character big5_at(std::string_view s, std::size_t i) noexcept {
  const unsigned a = byte_at(s, i), b = byte_at(s, i + 1);
  if (!between(a, 0x87, 0xFE) || !(between(b, 0x40, 0x7E) || between(b, 0xA1, 0xFE))) return {};
  const bool mark = a == 0xA1 && (b <= 0x7E || between(b, 0xA4, 0xAB));
  const bool figure = a == 0xA2 && (b == 0x48 || between(b, 0xAF, 0xB8));
  return {2, between(a, 0xA4, 0xC6) || mark || figure};
}

// The longest character of both has four bytes: shorter remains may be a character that was cut off.
double share(std::string_view s, Character (*at)(std::string_view, std::size_t) noexcept) noexcept {
  std::size_t characters = 0, common = 0;
  s = s.substr(0, sample);
  for (std::size_t i = 0; i < s.size();) {
    if (byte_at(s, i) < 0x80) {
      ++i;
      continue;
    }
    const Character c = at(s, i);
    if (c.bytes == 0 && s.size() - i < 4) break;
    if (c.bytes == 0) return 0;
    i += c.bytes;
    ++characters;
    common += c.common;
  }
  return characters == 0 ? 0 : static_cast<double>(common) / static_cast<double>(characters);
}

bool is_text_unit(unsigned c) noexcept {
  return between(c, 0x20, 0x7E) || c == '\t' || c == '\n' || c == '\r' || between(c, 0xA0, 0xFF) || between(c, 0x2000, 0x206F) ||
         between(c, 0x3000, 0x303F) || between(c, 0x4E00, 0x9FFF) || between(c, 0xFF00, 0xFFEF) || c == 0xFEFF;
}

}  // namespace

double share_of_common_gb18030(std::string_view bytes) noexcept { return share(bytes, gb18030_at); }
double share_of_common_big5(std::string_view bytes) noexcept { return share(bytes, big5_at); }

double share_of_text_utf16(std::string_view s, bool big_endian) noexcept {
  if (s.empty() || s.size() % 2 != 0) return 0;
  s = s.substr(0, sample);
  std::size_t text = 0;
  bool low_expected = false;
  for (std::size_t i = 0; i < s.size(); i += 2) {
    const unsigned c = big_endian ? byte_at(s, i) << 8 | byte_at(s, i + 1) : byte_at(s, i + 1) << 8 | byte_at(s, i);
    const bool low = between(c, 0xDC00, 0xDFFF);
    if (low != low_expected || (c < 0x20 && !is_text_unit(c) && c != '\f') || c >= 0xFFFE) return 0;
    low_expected = between(c, 0xD800, 0xDBFF);
    text += is_text_unit(c);
  }
  return static_cast<double>(text) / static_cast<double>(s.size() / 2);
}

bool reads_as_big5(std::string_view bytes) noexcept {
  const double big5 = share_of_common_big5(bytes);
  return big5 >= 0.75 && big5 > share_of_common_gb18030(bytes);
}

}  // namespace rulescore
