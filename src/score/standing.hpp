// Which pieces of evidence take part in the score. Tested by tests/unit/score/standing.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/scorecard.hpp>

#include <vector>

namespace rulescore {

// One a piece of evidence. Depends on the framework's `earns` alone, never on its weights or shapes.
std::vector<Standing> standings_of(const FrameworkModel& model, const EvidenceSet& evidence);

}  // namespace rulescore
