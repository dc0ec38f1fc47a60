// Texts as YAML writes them: in double quotes, on one line, whatever is in them.
#pragma once

#include <string>
#include <string_view>

namespace rulescore {

std::string yaml_quoted(std::string_view text);

}  // namespace rulescore
