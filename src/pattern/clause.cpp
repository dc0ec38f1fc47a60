// How a phrase is written: words, and '…' for what may stand between them. The folding is the one every report goes through, so
// that a phrase matches however its author typed it. Tested by tests/unit/framework/rule.cpp.
#include "pattern/clause.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view gap = "…";

bool has_content(std::u32string_view part) {
  for (const char32_t c : part)
    if (!is_space(c)) return true;
  return false;
}

// A hyphen inside is as good as a blank (automaton.hpp), so both ways of writing are one phrase.
void open_hyphens(std::u32string& part) {
  for (std::size_t i = 1; i + 1 < part.size(); ++i)
    if (part[i] == U'-') part[i] = U' ';
}

}  // namespace

std::string parse_phrase(std::string_view utf8, Phrase& phrase) {
  phrase.parts.clear();
  if (utf8.find_first_of("\r\n") != std::string_view::npos) return "a phrase runs over a line break";
  if (utf8.find("...") != std::string_view::npos)
    return "three full stops in a phrase; for what may stand between its words write …";
  for (std::size_t begin = 0; begin <= utf8.size();) {
    const std::size_t end = std::min(utf8.find(gap, begin), utf8.size());
    std::u32string part = fold_phrase(utf8.substr(begin, end - begin));
    if (!has_content(part)) {
      const bool whole = begin == 0 && end == utf8.size();
      return whole ? "an empty phrase" : "a phrase with nothing before or after its '…'";
    }
    open_hyphens(part);
    phrase.parts.push_back(std::move(part));
    begin = end + gap.size();
  }
  return {};
}

}  // namespace rulescore
