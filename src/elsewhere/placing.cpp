// See placing.hpp.
#include "elsewhere/placing.hpp"

#include <rulescore/error.hpp>

#include <algorithm>

namespace rulescore {
namespace {

bool is_gap(char32_t c) noexcept { return is_space(c) || c == U'\n' || c == U'\r'; }

std::uint32_t apart(std::size_t a, std::uint32_t b) noexcept {
  const auto here = static_cast<std::uint32_t>(a);
  return here > b ? here - b : b - here;
}

}  // namespace

Squeezed::Squeezed(const Text& text) {
  chars.reserve(text.size());
  position.reserve(text.size());
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_gap(text.chars[i])) continue;
    chars.push_back(text.chars[i]);
    position.push_back(i);
  }
}

std::uint32_t Squeezed::before(const Text& text, std::size_t byte) const noexcept {
  const auto later =
      std::partition_point(position.begin(), position.end(), [&](std::uint32_t p) { return text.offset[p] < byte; });
  return static_cast<std::uint32_t>(later - position.begin());
}

std::u32string squeeze(std::string_view utf8) {
  try {
    return Squeezed(decode(std::string(utf8))).chars;
  } catch (const DocumentError&) {
    return {};
  }
}

std::size_t byte_of_character(std::string_view utf8, std::size_t characters) noexcept {
  std::size_t byte = 0;
  for (; byte < utf8.size(); ++byte) {
    if ((static_cast<unsigned char>(utf8[byte]) & 0xC0u) == 0x80u) continue;
    if (characters-- == 0) break;
  }
  return byte;
}

std::optional<Span> place(const Squeezed& text, std::u32string_view passage, std::optional<std::uint32_t> expected) {
  if (passage.empty()) return std::nullopt;
  const std::u32string_view chars = text.chars;
  std::size_t best = chars.npos;
  for (std::size_t at = chars.find(passage); at != chars.npos; at = chars.find(passage, at + 1)) {
    if (best == chars.npos || apart(at, *expected) < apart(best, *expected)) best = at;
    if (!expected || at >= *expected) break;
  }
  if (best == chars.npos) return std::nullopt;
  return Span{text.position[best], text.position[best + passage.size() - 1] + 1};
}

}  // namespace rulescore
