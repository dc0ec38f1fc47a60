// A web page as a flat tree: its nodes in the order of the page, each with its end. No recursion however deep a page is, and no
// library's types. Tested by tests/unit/format/html.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct PageNode {
  std::string name;     // of an element, lower case; "#text", "#comment"
  std::string text;     // of a text or a comment; of a <meta>, its content
  std::string words;    // id and class of an element, in lower case, one blank between words: "article content left"
  std::string role;     // role, and itemprop or a <meta>'s name
  bool hidden = false;  // by attribute or style
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // index of the first node that isn't inside
  // Letters inside, blanks not counted.
  std::uint32_t letters = 0;  // that can be seen
  std::uint32_t linked = 0;   // of those, in links
  std::uint32_t prose = 0;    // of those, outside links, in running text
  std::uint32_t links = 0;    // how many
  bool dropped = false;       // with all that is inside

  bool is_text() const noexcept { return name == "#text"; }
  bool is_element() const noexcept { return name.front() != '#'; }
};

using PageTree = std::vector<PageNode>;  // [0] is the whole page

// `html` in UTF-8, whatever the page says about itself. Tolerant as browsers are; fetches nothing. Throws DocumentError for a
// page nested absurdly deep.
PageTree parse_page(std::string_view html);

}  // namespace rulescore
