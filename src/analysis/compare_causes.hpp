// Why the totals of two years differ. How points are shared out among changes: compare.hpp. Tested by
// tests/unit/analysis/years.cpp and, over random trees of every aggregation, by tests/property/years.cpp.
#pragma once

#include <rulescore/compare.hpp>

namespace rulescore {

// Documents and indicators must be paired, and the panels be there.
void find_causes(ScoreComparison& comparison);

}  // namespace rulescore
