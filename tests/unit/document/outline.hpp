// A document's structure as text, so that tests can state all of it at once.
#pragma once

#include "document/impl.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rulescore::test {

// One line a section, indented by its depth, "level heading"; below it its sentences, one a line: "- text", "= text" for a
// heading that heads no section (a title), "# text" for page furniture. A heading sentence isn't repeated.
std::string outline(std::string_view text);

// The same without sentences.
std::string tree(std::string_view text);

std::vector<std::string> sentences(std::string_view text);
std::vector<std::string> clauses(std::string_view text);
std::vector<std::string> furniture(std::string_view text);

std::string read_seed(std::string_view name);
const std::vector<std::string>& seed_names();

}  // namespace rulescore::test
