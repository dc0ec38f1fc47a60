// The door of the reader: one pass over the bytes, before any parser sees them. Tested by tests/unit/framework/yaml.cpp.
#include "framework/source.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace rulescore::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::uint8_t byte_at(std::string_view s, std::size_t i) { return i < s.size() ? static_cast<std::uint8_t>(s[i]) : 0; }

// Length of the well-formed UTF-8 sequence at `i` (Unicode 15, table 3-7), 0 when there is none.
std::size_t sequence_length(std::string_view s, std::size_t i) {
  const std::uint8_t a = byte_at(s, i), b = byte_at(s, i + 1);
  auto tail = [&](std::size_t k) { return (byte_at(s, i + k) & 0xC0u) == 0x80u; };
  if (a < 0x80) return 1;
  if (a >= 0xC2 && a <= 0xDF) return tail(1) ? 2 : 0;
  if (a >= 0xE0 && a <= 0xEF) {
    const bool fits = (a != 0xE0 || b >= 0xA0) && (a != 0xED || b <= 0x9F);
    return fits && tail(1) && tail(2) ? 3 : 0;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    const bool fits = (a != 0xF0 || b >= 0x90) && (a != 0xF4 || b <= 0x8F);
    return fits && tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

char32_t decode_at(std::string_view s, std::size_t i, std::size_t length) {
  if (length == 1) return byte_at(s, i);
  char32_t c = byte_at(s, i) & (0xFFu >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) c = (c << 6) | (byte_at(s, i + k) & 0x3Fu);
  return c;
}

std::string hex(std::uint32_t value, int digits) {
  std::string out;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(value >> shift) & 15u];
  return out;
}

// Characters that show nothing and change what is read: controls, foreign line ends, bidirectional overrides, a stray BOM.
bool is_refused(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

std::string encoding_hint(std::string_view text, std::size_t at) {
  if (at == 0 && text.size() > 1 && (byte_at(text, 0) ^ byte_at(text, 1)) == 1 && byte_at(text, 0) >= 0xFE)
    return "the file looks like UTF-16; save it as UTF-8";
  if (byte_at(text, at) >= 0x81 && byte_at(text, at + 1) >= 0x40) return "if the file is GBK or GB18030, save it as UTF-8";
  return "save the file as UTF-8";
}

constexpr std::size_t max_shown_line = 1'000;  // bytes; a longer line would bury its message

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Source::Source(std::string name, std::string_view bytes, std::uint32_t file) : name_(std::move(name)), file_(file) {
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
  text_ = bytes;
  line_begin_.push_back(0);
  if (text_.size() > max_bytes) return;
  line_begin_.reserve(1 + static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')));
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') line_begin_.push_back(static_cast<std::uint32_t>(i + 1));
}

std::string_view Source::line(int number) const noexcept {
  if (number < 1 || static_cast<std::size_t>(number) > line_begin_.size()) return {};
  const std::size_t index = static_cast<std::size_t>(number) - 1;
  const std::size_t begin = line_begin_[index];
  const std::size_t end = index + 1 < line_begin_.size() ? line_begin_[index + 1] - 1 : text_.size();
  std::string_view found = std::string_view(text_).substr(begin, end - begin);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

Place Source::place(std::size_t byte) const noexcept {
  byte = std::min(byte, text_.size());
  const auto after = std::upper_bound(line_begin_.begin(), line_begin_.end(), byte);
  const std::size_t begin = *(after - 1);
  int column = 1;
  for (std::size_t i = begin; i < byte; ++i) column += (byte_at(text_, i) & 0xC0u) != 0x80u;
  return {static_cast<int>(after - line_begin_.begin()), column, file_};
}

Place Cursor::place(std::size_t byte) noexcept {
  const std::string_view text = source_.text();
  if (byte < byte_) return source_.place(byte);
  for (byte = std::min(byte, text.size()); byte_ < byte; ++byte_) {
    const bool ends_line = text[byte_] == '\n';
    at_.column = ends_line ? 1 : at_.column + ((byte_at(text, byte_) & 0xC0u) != 0x80u);
    at_.line += ends_line;
  }
  return at_;
}

Place Source::place_of(int number, std::string_view text) const noexcept {
  const std::string_view found = line(number);
  const std::size_t at = found.find(text);
  if (at == std::string_view::npos) return {number, 1, file_};
  return place(static_cast<std::size_t>(found.data() - text_.data()) + at);
}

const Source& Sources::add(std::string name, std::string_view bytes) {
  return sources_.emplace_back(std::move(name), bytes, static_cast<std::uint32_t>(sources_.size()));
}

Issue Source::issue(Place at, std::string code, std::string message, std::string hint, Severity severity) const {
  Issue issue;
  issue.file = name_;
  issue.line = at.line;
  issue.column = at.column;
  issue.code = std::move(code);
  issue.message = std::move(message);
  issue.hint = std::move(hint);
  if (line(at.line).size() <= max_shown_line) issue.source_line = line(at.line);
  issue.severity = severity;
  return issue;
}

std::optional<Issue> Source::check() const {
  if (text_.size() > max_bytes)
    return issue({}, "file-too-large", "the file has more than " + std::to_string(max_bytes) + " bytes (16 MiB)",
                 "split it into the files of the groups; the limit is `max_bytes` in src/framework/source.hpp");
  if (auto found = check_characters()) return found;
  for (int number = 1; static_cast<std::size_t>(number) <= line_begin_.size(); ++number)
    if (auto found = check_line(number)) return found;
  return check_brackets();
}

Issue Source::unprintable(Place at, std::string code, std::string message, std::string hint) const {
  Issue found = issue(at, std::move(code), std::move(message), std::move(hint));
  found.source_line.clear();
  return found;
}

std::optional<Issue> Source::check_characters() const {
  const std::string_view text = text_;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text, i);
    if (length == 0)
      return unprintable(place(i), "not-utf8", "byte 0x" + hex(byte_at(text, i), 2) + " is not UTF-8", encoding_hint(text, i));
    const char32_t c = decode_at(text, i, length);
    if (c == '\r' && byte_at(text, i + 1) != '\n')
      return unprintable(place(i), "lone-carriage-return", "a carriage return without a line feed", "end lines with LF or CR LF");
    if (is_refused(c))
      return unprintable(place(i), "control-character", "the invisible character U+" + hex(c, 4),
                         c == 0 ? "is this a text file in UTF-8?" : "delete it");
    i += length;
  }
  return std::nullopt;
}

std::optional<Issue> Source::check_line(int number) const {
  const std::string_view found = line(number);
  if (found.size() > max_line_bytes)
    return unprintable({number, 1}, "line-too-long",
                       "the line has " + std::to_string(found.size()) + " bytes; at most " + std::to_string(max_line_bytes) +
                           " (64 KiB) are read",
                       "break it into several; the limit is `max_line_bytes` in src/framework/source.hpp");
  const std::size_t indent = found.find_first_not_of(' ');
  if (indent != std::string_view::npos && found[indent] == '\t' && !is_blank(found))
    return issue({number, static_cast<int>(indent) + 1}, "tab-indent", "a tab in the indentation", "indent with blanks");
  if (!found.empty() && found[0] == '%')
    return issue({number, 1}, "directive", "a line that starts with % is a YAML directive; there are none here",
                 "put the text in quotes if it belongs to the line before");
  return std::nullopt;
}

// Roughly, for brackets in texts count too: what no framework comes near, and what would cost the parser hundreds of megabytes.
std::optional<Issue> Source::check_brackets() const {
  std::size_t open = 0, commas = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (c == ',' && open > 0) ++commas;
    if (open > max_open_brackets)
      return issue(place(i), "too-deep", "more than 1000 brackets are open here",
                   "a framework needs a handful; is one not closed? The limit is `max_open_brackets` in src/framework/source.hpp");
    if (commas > max_flow_commas)
      return issue(place(i), "too-many-nodes", "more than " + std::to_string(max_flow_commas) + " commas inside brackets",
                   "is a bracket not closed? else split the file; the limit is `max_flow_commas` in src/framework/source.hpp");
  }
  return std::nullopt;
}

}  // namespace rulescore::yaml
