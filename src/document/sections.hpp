// How headings nest. Tested by tests/unit/document/headings.cpp.
#pragma once

#include "document/headings.hpp"

namespace rulescore {

// Fills Structure::sections from headings in order of position, and tells each sentence its section.
std::vector<SectionAt> nest_sections(const Text& text, Split& split, const Body& body, const std::vector<HeadingAt>& headings);

}  // namespace rulescore
