// Outside face: to_plain(). Tested by tests/unit/format/format.cpp.
#include "format/format.hpp"

#include "format/charset.hpp"
#include "format/docx.hpp"
#include "format/html.hpp"
#include "format/pdf.hpp"
#include "format/sniff.hpp"

#include <rulescore/error.hpp>

#include <optional>
#include <utility>

namespace rulescore {
namespace {

bool is_blank(std::string_view s) noexcept {
  if (s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
  return s.find_first_not_of(" \t\r\n\f\v") == s.npos;
}

void check_plain(std::string_view text) {
  if (is_blank(text)) throw DocumentError("is empty");
  const std::size_t nul = text.find('\0');
  if (nul != text.npos)
    throw DocumentError("holds a NUL byte at offset " + std::to_string(nul) + ": it is not plain text; save it as text in UTF-8");
}

// The format that is asked for, or that the bytes have whatever they are called.
std::optional<Format> known_format(std::string_view bytes, const Hints& hints) {
  if (!hints.format.empty()) return asked_format(hints.format);
  if (is_pdf(bytes)) return Format::pdf;
  if (is_zip(bytes) || is_compound_file(bytes)) return Format::docx;
  if (is_rich_text(bytes)) throw DocumentError("is a rich text file (.rtf); save it as .docx or as plain text");
  return std::nullopt;
}

Plain extracted(std::string text, Format format) { return {std::move(text), std::string(name_of(format)), "UTF-8", false}; }

}  // namespace

void check_hints(const Hints& hints) {
  if (!hints.format.empty()) asked_format(hints.format);
  if (!hints.encoding.empty()) asked_encoding(hints.encoding);
}

Plain to_plain(std::string bytes, const Hints& hints) {
  check_hints(hints);
  if (is_blank(bytes)) throw DocumentError("is empty");
  std::optional<Format> format = known_format(bytes, hints);
  if (format == Format::pdf) return extracted(pdf_to_text(bytes), *format);
  if (format == Format::docx) return extracted(docx_to_text(bytes), *format);
  Decoded decoded = to_utf8(std::move(bytes), hints.encoding);
  check_plain(decoded.text);
  if (!format) format = is_page(decoded.text) ? Format::html : format_of_name(hints.name);
  Plain plain{std::move(decoded.text), std::string(name_of(*format)), std::string(name_of(decoded.encoding)), decoded.verbatim};
  if (format == Format::html) {
    plain.text = html_to_text(plain.text);
    plain.verbatim = false;
  }
  return plain;
}

}  // namespace rulescore
