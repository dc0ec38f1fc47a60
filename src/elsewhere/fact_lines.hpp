// Facts as JSON, one object a line: ours, or what LangExtract writes. Tested by tests/unit/elsewhere/facts.cpp and extracts.cpp.
#pragma once

#include <rulescore/facts.hpp>

#include <string>
#include <string_view>

namespace rulescore {

void read_fact_lines(std::string_view text, const std::string& name, FactsResult& result);

}  // namespace rulescore
