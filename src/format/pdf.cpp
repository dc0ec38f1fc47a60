// poppler's program reads the file in a process of its own, so that what breaks it doesn't break us.
// Outside face: pdf_to_text(). Tested by tests/unit/format/pdf.cpp.
#include "format/pdf.hpp"

#include "format/convert.hpp"
#include "format/process.hpp"
#include "format/sniff.hpp"

#include <rulescore/error.hpp>

#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view elsewhere = "; extract its text elsewhere and save that as plain text";

[[noreturn]] void refuse(std::string_view what) { throw DocumentError(std::string(what)); }

// As pdftotext's manual has them: 1 the file can't be opened, 3 its permissions forbid it.
void check(const ProcessResult& result) {
  using End = ProcessResult::End;
  const auto says = [&](std::string_view words) { return result.messages.find(words) != std::string::npos; };
  if (result.end == End::not_found)
    refuse("is a PDF file, and the program that reads those, pdftotext, isn't there: install poppler-utils");
  if (result.end == End::too_slow) refuse("is a PDF file that takes pdftotext more than a minute" + std::string(elsewhere));
  if (result.end == End::too_much) refuse("is a PDF file with more text than any report" + std::string(elsewhere));
  if (result.end == End::killed || says("ut of memory") || says("bad_alloc"))
    refuse("is a PDF file that pdftotext breaks down on" + std::string(elsewhere));
  if (says("Incorrect password")) refuse("is an encrypted PDF file; save it without a password");
  if (result.code == 3) refuse("is a PDF file whose permissions forbid to extract its text");
  if (result.code != 0) refuse("is a broken PDF file: pdftotext can't open it; fetch it again");
}

// As on the page, so that indents and the rows of tables are seen; in the order of the file where the page has columns. (The
// program's own order isn't asked for: it takes the hyphen out of 2013-2016 when a line ends there.)
std::string extract(std::string_view bytes) {
  for (const char* order : {"-layout", "-raw"}) {
    ProcessResult result = run_process({"pdftotext", "-q", order, "-enc", "UTF-8", "-eol", "unix", "-", "-"}, bytes);
    check(result);
    if (!check_utf8(result.output).sound) refuse("is a PDF file whose text pdftotext doesn't give as UTF-8");
    if (std::string_view(order) == "-raw" || !has_columns(result.output)) return std::move(result.output);
  }
  return {};
}

}  // namespace

std::string pdf_to_text(std::string_view bytes) {
  if (!is_pdf(bytes)) refuse("is not a PDF file");
  std::string text = mend_pages(extract(bytes));
  if (text.empty()) refuse("is a PDF file without text, perhaps scanned; run a text recognition first");
  return text;
}

}  // namespace rulescore
