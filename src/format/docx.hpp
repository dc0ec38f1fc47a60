// The text of a Word file (.docx). Tested by tests/unit/format/docx.cpp.
#pragma once

#include <string>
#include <string_view>

namespace rulescore {

// Paragraphs are lines with an empty line between; the cells of a table's row stand on one line with tabs between. Text that was
// deleted, is hidden or computes a field isn't there. Throws DocumentError: for what is no .docx, is encrypted, broken or unpacks
// to more than any report; and where the library was built without libzip and pugixml.
std::string docx_to_text(std::string_view bytes);

}  // namespace rulescore
