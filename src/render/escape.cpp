#include "render/escape.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace rulescore::render {
namespace {

struct Character {
  char32_t code = 0;
  std::string_view bytes;
};

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Length that a leading byte announces; 0 for a byte that can't lead.
std::size_t announced(unsigned char lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// The first character of a non-empty text; a byte that isn't UTF-8 reads as U+FFFD. `used` says how many bytes it took.
Character first(std::string_view text, std::size_t& used) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = announced(byte(0));
  used = 1;
  if (length == 1) return {byte(0), text.substr(0, 1)};
  if (length == 0 || length > text.size()) return {0xFFFD, replacement};
  char32_t code = byte(0) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {0xFFFD, replacement};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0xFFFD, replacement};
  used = length;
  return {code, text.substr(0, length)};
}

template <class Visit>
void each_character(std::string_view text, Visit visit) {
  for (std::size_t used = 0; !text.empty(); text.remove_prefix(used)) visit(first(text, used));
}

bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_blank(char32_t c) noexcept { return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_bidi(char32_t c) noexcept {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_number(std::string_view text) noexcept {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
}

std::string csv_cell(const std::string& text) {
  std::string clean;
  bool quoted = false;
  each_character(text, [&](const Character& c) {
    if (is_control(c.code) && !(c.code == '\t' || c.code == '\n' || c.code == '\r')) return;
    quoted = quoted || c.code == ',' || c.code == '"' || c.code == '\n' || c.code == '\r';
    if (c.code == '"') clean += '"';
    clean += c.bytes;
  });
  if (!clean.empty() && std::string_view("=+-@\t\r").find(clean.front()) != std::string_view::npos && !is_number(clean)) {
    clean.insert(clean.begin(), '\'');
  }
  return quoted ? '"' + clean + '"' : clean;
}

}  // namespace

std::string digits(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

std::string rounded(double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  std::string text = fixed(value, decimals);
  const bool minus_zero = text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos;
  return minus_zero ? text.substr(1) : text;
}

std::string percent(double share, int decimals) { return std::isfinite(share) ? rounded(share * 100, decimals) + "%" : "–"; }

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  each_character(text, [&](const Character& c) {
    if (is_blank(c.code)) {
      blank = !line.empty();
    } else if (!is_control(c.code) && !is_bidi(c.code)) {
      if (blank) line += ' ';
      blank = false;
      line += c.bytes;
    }
  });
  return line;
}

std::string elide(std::string_view text, int columns) {
  if (columns <= 0 || display_width(text) <= columns) return std::string(text);
  std::string kept;
  int width = 1;  // the ellipsis
  each_character(text, [&](const Character& c) {
    width += display_width(c.bytes);
    if (width <= columns) kept += c.bytes;
  });
  return kept + "…";
}

std::string escape_controls_in_json(std::string json) {
  const auto suspicious = [](char c) { return c == '\x7F' || c == '\xC2' || c == '\xD8' || c == '\xE2'; };
  if (std::string_view view = json; view.end() == std::find_if(view.begin(), view.end(), suspicious)) return json;
  std::string safe;
  safe.reserve(json.size() + 64);
  each_character(json, [&](const Character& c) {
    // Line ends of the layout are the only control characters below 0x20 that a dumped JSON text can hold.
    if (c.code < 0x7F || !(is_control(c.code) || is_bidi(c.code) || c.code == 0x2028 || c.code == 0x2029)) {
      safe += c.bytes;
      return;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    safe += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) safe += hex[(c.code >> shift) & 0xFu];
  });
  return safe;
}

std::string csv_row(std::span<const std::string> cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += csv_cell(cells[i]);
  }
  return row + "\r\n";
}

std::string markdown_cell(std::string_view text) {
  std::string cell;
  for (const char c : one_line(text)) {
    if (c == '<') {
      cell += "&lt;";
    } else if (c == '&') {
      cell += "&amp;";
    } else {
      if (std::string_view("\\|`*_[]~").find(c) != std::string_view::npos) cell += '\\';
      cell += c;
    }
  }
  return cell;
}

std::string markup(std::string_view text) {
  std::string safe;
  each_character(text, [&](const Character& c) {
    switch (c.code) {
      case '&':
        safe += "&amp;";
        return;
      case '<':
        safe += "&lt;";
        return;
      case '>':
        safe += "&gt;";
        return;
      case '"':
        safe += "&quot;";
        return;
      case '\'':
        safe += "&#39;";
        return;
      case '\t':
      case '\n':
      case '\r':
        safe += ' ';
        return;
      default:
        break;
    }
    if (!is_control(c.code) && !is_bidi(c.code) && c.code != 0xFFFE && c.code != 0xFFFF) safe += c.bytes;
  });
  return safe;
}

}  // namespace rulescore::render
