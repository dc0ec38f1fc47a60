// See latin.hpp.
#include "base/latin.hpp"

namespace rulescore {

bool is_in_latin_letters(std::u32string_view chars) noexcept {
  const std::size_t most = chars.size() / 10;  // with more Chinese characters than this there can't be letters enough
  std::size_t han = 0, letters = 0;
  for (const char32_t c : chars) {
    if (is_han(c) && ++han > most) return false;
    letters += is_latin_letter(c);
  }
  return letters > 0 && han * 10 <= letters;
}

void close_up_blanks(Text& text) {
  std::uint32_t kept = 0;
  bool inside = false;  // something stands before on this line
  const std::uint32_t all = text.size();
  for (std::uint32_t i = 0; i < all; ++i) {
    const char32_t c = text.chars[i];
    if (c == U' ' && inside && text.chars[kept - 1] == U' ') continue;
    inside = c != U'\n' && c != U'\f' && (inside || !is_space(c));
    text.chars[kept] = c;
    text.offset[kept++] = text.offset[i];
  }
  text.offset[kept] = text.offset[all];
  text.chars.resize(kept);
  text.offset.resize(kept + 1);
}

bool is_capital(const Text& text, std::uint32_t position) noexcept {
  const char32_t c = text.chars[position];
  const auto first = static_cast<unsigned char>(text.bytes[text.byte_begin(position)]);
  if (c < 0x80) return first != static_cast<unsigned char>(c) && first >= 'A' && first <= 'Z';
  const std::uint32_t second = text.byte_begin(position) + 1;
  return first == 0xC3 && second < text.bytes.size() && static_cast<unsigned char>(text.bytes[second]) <= 0x9E;
}

}  // namespace rulescore
