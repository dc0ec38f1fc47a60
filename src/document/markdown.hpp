// What of a Markdown text is markup, so that the rest can be read while every offset stays one into the file.
// Tested by tests/unit/document/markdown.cpp.
#pragma once

#include "base/text.hpp"

#include <string_view>
#include <vector>

namespace rulescore {

// In order, without line breaks. Stays visible: # of a heading, because a heading is known by it, and the numbers of a numbered
// list, because a reader sees them. The bars of a table read as a tab.
std::vector<Markup> find_markup(std::string_view markdown);

}  // namespace rulescore
