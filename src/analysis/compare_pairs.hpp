// Which row of the one side stands beside which of the other. The rules are those of compare.hpp. Tested by
// tests/unit/analysis/compare.cpp.
#pragma once

#include <rulescore/compare.hpp>

namespace rulescore {

// Fills in documents (without ranks), only_before, only_after and passed_over; false when there is no pair.
bool pair_same_documents(ScoreComparison& comparison);
bool pair_years(ScoreComparison& comparison);

}  // namespace rulescore
