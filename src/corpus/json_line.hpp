// One line of a .jsonl. Tested by tests/unit/corpus/jsonl.cpp and tests/unit/elsewhere.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace rulescore {

// A key that stands twice is refused, because nobody can say which value is meant. Throws DocumentError, the reason alone.
nlohmann::json parse_json_line(const std::string& line);

}  // namespace rulescore
