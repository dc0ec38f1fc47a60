// Evidence in, scorecard out. Tested by tests/unit/score/score.cpp and, over random trees, by
// tests/property/scores.cpp.
#pragma once

#include <rulescore/scorecard.hpp>

namespace rulescore {

// The evidence must have been found with the framework's own rules; Engine::score checks that. `peers`: whom it is compared with.
Scorecard score(const Framework& framework, const EvidenceSet& evidence, const Peers& peers = {});

}  // namespace rulescore
