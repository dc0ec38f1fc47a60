// Reviews as YAML that reads back to the same. Outside face: reviews_yaml(). Tested by tests/unit/elsewhere/review_reader.cpp.
#include "elsewhere/review_writer.hpp"

#include "base/number.hpp"

#include <rulescore/review.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

std::string figure(const Review& review) {
  if (std::isnan(*review.value)) return "none";
  return review.unit == "rank" ? "第" + shortest(*review.value) : shortest(*review.value) + review.unit.value_or("");
}

// A character of valid UTF-8 at `i`, and how many bytes it takes.
struct Character {
  char32_t value = 0;
  std::size_t bytes = 1;
};
Character character_at(std::string_view s, std::size_t i) noexcept {
  const auto byte = [&](std::size_t k) { return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0u; };
  const unsigned lead = byte(0);
  const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t value = bytes == 1 ? lead : lead & (0xFFu >> (bytes + 1));
  for (std::size_t k = 1; k < bytes; ++k) value = value << 6 | (byte(k) & 0x3Fu);
  return {value, std::min(bytes, s.size() - i)};
}

// What the reader of YAML refuses raw: it shows nothing and changes what is read.
bool hides(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::string yaml_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (hides(c.value)) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789abcdef"[(c.value >> shift) & 15u];
    } else {
      if (c.value == U'"' || c.value == U'\\') out += '\\';
      out += text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  return out + '"';
}

std::string reviews_yaml(std::span<const Review> reviews) {
  std::string out = "rulescore-review: 1\nreviews:\n";
  const auto line = [&](std::string_view key, const std::string& value) {
    out.append("    ").append(key).append(": ") += value + '\n';
  };
  for (const Review& review : reviews) {
    out += "  - evidence: " + yaml_quoted(review.evidence) + '\n';
    line("verdict", std::string(to_string(review.decision)));
    if (!review.reason.empty()) line("reason", yaml_quoted(review.reason));
    line("date", review.date);
    if (review.status) line("status", std::string(to_string(*review.status)));
    if (review.value)
      line("value", yaml_quoted(figure(review)));
    else if (review.unit)
      line("unit", yaml_quoted(*review.unit));
    if (review.scope) line("scope", std::string(to_string(*review.scope)));
    if (review.year) line("year", std::to_string(*review.year));
  }
  return out;
}

}  // namespace rulescore
