// Why two texts of a framework say the same, argued from their YAML alone: nothing of the reader under test is asked but the
// parser and the folding of phrases.
#pragma once

#include <string_view>

namespace rulescore::testing {

enum class Same {
  no,
  values,    // every key and value is equal: the change lies in a comment, in blanks, or in the quotes around a text
  spelling,  // a phrase, a name of a rule or a figure is written in another way that folding or arithmetic undoes
};

Same how_same(std::string_view a, std::string_view b);

}  // namespace rulescore::testing
