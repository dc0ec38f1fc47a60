// What of a page is its article. Tested by tests/unit/format/html.cpp.
#pragma once

#include "format/page_tree.hpp"

#include <cstdint>
#include <string>

namespace rulescore {

struct Article {
  std::uint32_t begin = 0, end = 0;  // nodes, half open; what of them is `dropped` belongs to the page around it
  std::string title;                 // to stand before them; empty when they begin with it
};

// Measures the tree, marks what is dropped, and finds the article in the rest.
Article find_article(PageTree& tree);

}  // namespace rulescore
