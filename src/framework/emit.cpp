#include "framework/emit.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rulescore::yaml {
namespace {

constexpr std::size_t longest_implicit_key = 1'000;  // bytes; YAML allows 1,024 before the `:`

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_beyond_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; }

// Characters that a text may hold, if not begin with, and still be plain anywhere.
bool is_harmless(char c) {
  return is_letter_or_digit(c) || is_beyond_ascii(c) || std::string_view("_./-+()%=;$ ").find(c) != std::string_view::npos;
}

// Shown as it is, or else only as an escape.
bool is_shown(std::string_view text) {
  const std::string inside = "-" + std::string(text);  // a byte order mark at the beginning of a source is dropped
  return text.find_first_of("\n\r\t") == std::string_view::npos && !Source("", inside).check();
}

bool is_plain(std::string_view text) {
  constexpr std::array words = {"null", "Null", "NULL"};
  return !text.empty() && (is_letter_or_digit(text[0]) || is_beyond_ascii(text[0])) && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), is_harmless) && text.find("：") == std::string_view::npos &&
         std::find(words.begin(), words.end(), text) == words.end() && is_shown(text);
}

std::string hex(char32_t value, int digits) {
  std::string out;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[(value >> shift) & 15u];
  return out;
}

// One character in UTF-8, as it stands in double quotes.
std::string escaped(std::string_view character) {
  if (character == "\"" || character == "\\") return "\\" + std::string(character);
  if (character == "\n") return "\\n";
  if (character == "\t") return "\\t";
  if (is_shown(character)) return std::string(character);
  char32_t c = static_cast<unsigned char>(character[0]) & (0xFFu >> (character.size() == 1 ? 0 : character.size() + 1));
  for (const char tail : character.substr(1)) c = (c << 6) | (static_cast<unsigned char>(tail) & 0x3Fu);
  return c < 0x100 ? "\\x" + hex(c, 2) : c < 0x10000 ? "\\u" + hex(c, 4) : "\\U" + hex(c, 8);
}

std::string double_quoted(std::string_view text) {
  if (is_shown(text) && text.find_first_of("\"\\") == std::string_view::npos) return '"' + std::string(text) + '"';
  std::string out = "\"";
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    for (end = begin + 1; end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u;) ++end;
    out += escaped(text.substr(begin, end - begin));
  }
  return out + '"';
}

void add(std::string& out, const Value& value);

void add_items(std::string& out, const Value& value) {
  out += '[';
  for (const Value& item : value.items) {
    if (&item != &value.items.front()) out += ", ";
    add(out, item);
  }
  out += ']';
}

void add(std::string& out, const Value& value) {
  if (value.is_null()) out += "null";
  if (value.is_scalar()) out += written_scalar(value.text, value.quoted);
  if (value.is_sequence()) add_items(out, value);
  if (!value.is_map()) return;
  out += '{';
  for (const Member& member : value.members) {
    if (&member != &value.members.front()) out += ", ";
    out += written_scalar(member.key) + ": ";
    add(out, member.value);
  }
  out += '}';
}

// Bytes of the texts, so that a large value is known to be too long before it is written.
std::size_t bytes_of(const Value& value) {
  std::size_t bytes = value.text.size();
  for (const Value& item : value.items) bytes += bytes_of(item) + 2;
  for (const Member& member : value.members) bytes += member.key.size() + bytes_of(member.value) + 4;
  return bytes;
}

bool holds_block(const Value& value) {
  return is_block_text(value) || std::any_of(value.items.begin(), value.items.end(), holds_block) ||
         std::any_of(value.members.begin(), value.members.end(),
                     [](const Member& member) { return member.key.size() > longest_implicit_key || holds_block(member.value); });
}

}  // namespace

std::string written_scalar(std::string_view text, bool quoted) {
  if (!quoted && is_plain(text)) return std::string(text);
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find_first_of("\"\\") != std::string_view::npos;
  if (has_double && !has_single && is_shown(text)) return "'" + std::string(text) + "'";
  return double_quoted(text);
}

bool is_block_text(const Value& value) {
  const std::string& text = value.text;
  if (!value.is_scalar() || text.find('\n') >= text.size() - std::min<std::size_t>(text.size(), 1)) return false;
  if (text.find_first_of("\r\t") != std::string::npos || Source("", "-" + text).check()) return false;
  if (text.front() == ' ' || text.front() == '\n' || text.find(" \n") != std::string::npos) return false;
  return text.back() != ' ' && text.substr(text.size() - 2) != "\n\n" && text.find("\n ") == std::string::npos;
}

std::string written_block(std::string_view text, std::size_t indent) {
  std::string out = text.back() == '\n' ? "|" : "|-";
  if (text.back() == '\n') text.remove_suffix(1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += '\n';
    if (end > begin) out += std::string(indent, ' ') + std::string(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::optional<std::string> written_on_line(const Value& value, int width) {
  if (width < 0 || bytes_of(value) > 4 * static_cast<std::size_t>(width) || holds_block(value)) return std::nullopt;
  std::string out;
  add(out, value);
  return display_width(out) <= width ? std::optional(std::move(out)) : std::nullopt;
}

std::string written_comment(std::string_view text) {
  std::string out(text);
  if (is_shown(text)) return out;
  for (char& c : out)
    if (c < ' ' || c > '~') c = '?';
  return out;
}

}  // namespace rulescore::yaml
