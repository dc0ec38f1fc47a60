// Takes out the line breaks that stand inside sentences: text from PDFs, mails and hard-wrapped pages breaks lines anywhere.
// Tested by tests/unit/document/rejoin.cpp and tests/property/rewritten.cpp.
#pragma once

#include "base/text.hpp"

namespace rulescore {

// A break that is taken out becomes no character at all, or one blank between Latin letters; blanks around it go with it. All
// other characters keep their bytes.
void rejoin_lines(Text& text);

}  // namespace rulescore
