// The article of a web page as lines of text. Tested by tests/unit/format/html.cpp.
#pragma once

#include <string>
#include <string_view>

namespace rulescore {

// `html` in UTF-8. Paragraphs and headings are lines with an empty line between, <br> ends a line, the cells of a table's row
// stand on one line with tabs between. Throws DocumentError when there is no text.
std::string html_to_text(std::string_view html);

}  // namespace rulescore
