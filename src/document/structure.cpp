// From characters to structure: cut into sentences, set the page's furniture aside, find the headings, nest the sections.
// Outside face: find_structure(). Tested by tests/unit/document/structure.cpp.
#include "document/boilerplate.hpp"
#include "document/headings.hpp"
#include "document/sections.hpp"
#include "document/split.hpp"

namespace rulescore {

Structure find_structure(const Text& text) {
  Split parts = split(text);
  const Body body = mark_boilerplate(text, parts);
  const std::vector<HeadingAt> headings = find_headings(text, parts, body);
  Structure structure;
  structure.sections = nest_sections(text, parts, body, headings);
  structure.sentences = std::move(parts.sentences);
  structure.clauses = std::move(parts.clauses);
  return structure;
}

}  // namespace rulescore
