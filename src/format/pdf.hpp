// The text of a PDF file. Tested by tests/unit/format/pdf.cpp.
#pragma once

#include <string>
#include <string_view>

namespace rulescore {

// What `pdftotext` (poppler-utils) finds, mended: page numbers and running heads are left out, lines broken at the page's width
// are joined. Throws DocumentError: where the program isn't found (the message names the package), for what is no PDF, is
// encrypted, holds only pictures, or takes too long or too much memory.
std::string pdf_to_text(std::string_view bytes);

// The mending alone, of text laid out as on the page, where pages end with \f.
std::string mend_pages(std::string_view text);

// Whether text laid out as on the page has several columns side by side, so that its lines make no sense.
bool has_columns(std::string_view text);

}  // namespace rulescore
