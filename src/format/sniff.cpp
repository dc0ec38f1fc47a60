// What a file holds is believed more than what it is called: pages are saved as .txt, Word files as .pdf.
// Outside face: sniff.hpp. Tested by tests/unit/format/sniff.cpp.
#include "format/sniff.hpp"

#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace rulescore {
namespace {

constexpr std::array<std::string_view, 5> names{"text", "markdown", "html", "docx", "pdf"};

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

void skip_blanks(std::string_view& text) noexcept {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

// Past comments, <?xml …?> and blanks.
std::string_view without_prologue(std::string_view text) noexcept {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  skip_blanks(text);
  while (text.starts_with("<!--") || text.starts_with("<?")) {
    const std::string_view close = text.starts_with("<?") ? "?>" : "-->";
    const auto end = text.find(close);
    if (end == text.npos) return {};
    text.remove_prefix(end + close.size());
    skip_blanks(text);
  }
  return text;
}

}  // namespace

std::string_view name_of(Format format) noexcept { return names[static_cast<std::size_t>(format)]; }

Format asked_format(std::string_view name) {
  constexpr std::pair<std::string_view, Format> others[] = {
      {"txt", Format::text}, {"md", Format::markdown}, {"htm", Format::html}, {"word", Format::docx}};
  std::string wanted(name.substr(name.starts_with('.') ? 1 : 0));
  std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (wanted == names[i]) return static_cast<Format>(i);
  }
  for (const auto& [other, format] : others) {
    if (wanted == other) return format;
  }
  const std::vector<std::string> there(names.begin(), names.end());
  const std::string hint = did_you_mean(name, there);
  throw UsageError("documents have no format " + std::string(name) + "; " + (hint.empty() ? "there are " + join(there) : hint));
}

Format format_of_name(std::string_view name) noexcept {
  constexpr std::pair<std::string_view, Format> suffixes[] = {{".md", Format::markdown}, {".markdown", Format::markdown},
                                                              {".htm", Format::html},    {".html", Format::html},
                                                              {".shtml", Format::html},  {".xhtml", Format::html}};
  const auto dot = name.find_last_of("./");
  if (dot == name.npos) return Format::text;
  const std::string_view suffix = name.substr(dot);
  for (const auto& [known, format] : suffixes) {
    if (suffix.size() == known.size() && starts_with_ignoring_case(suffix, known)) return format;
  }
  return Format::text;
}

bool is_pdf(std::string_view bytes) noexcept { return without_prologue(bytes).starts_with("%PDF-"); }
bool is_zip(std::string_view bytes) noexcept { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }
bool is_compound_file(std::string_view bytes) noexcept { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }
bool is_rich_text(std::string_view bytes) noexcept { return bytes.starts_with("{\\rtf"); }

bool is_page(std::string_view text) noexcept {
  text = without_prologue(text);
  for (const std::string_view start : {"<!doctype html", "<html", "<head>", "<head ", "<meta ", "<body>", "<body ", "<title>"}) {
    if (starts_with_ignoring_case(text, start)) return true;
  }
  return false;
}

}  // namespace rulescore
