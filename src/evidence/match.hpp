// One document read with one program: its evidence. Tested by tests/unit/evidence/match.cpp and, on real text, by tests/golden.
#pragma once

#include "evidence/program.hpp"

#include <rulescore/document.hpp>
#include <rulescore/evidence.hpp>

#include <vector>

namespace rulescore {

// Ordered by indicator, then position, then rule.
std::vector<Evidence> match(const Program& program, const Document& document);

}  // namespace rulescore
