// The lines of word/document.xml. Tested by tests/unit/format/docx.cpp.
#pragma once

#include <string>

namespace rulescore {

// Parses in place. Throws DocumentError.
std::string docx_body_to_text(std::string xml);

}  // namespace rulescore
