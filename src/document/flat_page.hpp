// A page whose line breaks were lost: its numbered headings stand inside one long line. Tested by
// tests/unit/document/flat_page.cpp.
#pragma once

#include "base/text.hpp"

namespace rulescore {

// Puts a line break before the headings of a line that holds most of the text, and behind those that a blank ends. A break has
// the byte of the blank it stands for, or of the character it stands before; all other characters keep their bytes.
void break_flat_page(Text& text);

}  // namespace rulescore
