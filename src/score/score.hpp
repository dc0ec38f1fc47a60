// Evidence in, scorecard out. Tested by tests/unit/score/score.cpp and, over random trees, by
// tests/property/scores.cpp.
#pragma once

#include "score/aggregate.hpp"

#include <rulescore/scorecard.hpp>

#include <vector>

namespace rulescore {

// The evidence must have been found with the framework's own rules; Engine::score checks that. `peers`: whom it is compared with.
Scorecard score(const Framework& framework, const EvidenceSet& evidence, const Peers& peers = {});

// Every node's score, points, range and coverage, from the scores that the indicators have in `nodes`.
void fill_in(const FrameworkModel& model, const Tree& tree, std::vector<NodeScore>& nodes);

// Which of two states goes further to say that something is known: a group shows the furthest of its members.
State furthest(State a, State b) noexcept;

}  // namespace rulescore
