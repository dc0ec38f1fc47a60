// Which indicators are meant for a document: what `applies` and `excludes` of a node and of those above it say of its level,
// place and year. What isn't known of a document never keeps a node from it. Tested by tests/unit/score/applicability.cpp.
#pragma once

#include "score/aggregate.hpp"

#include <rulescore/document.hpp>
#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <vector>

namespace rulescore {

// By node, of indicators. Empty when all apply.
std::vector<Applies> applicability(const FrameworkModel& model, const Metadata& about);

// The same, as a card shows it.
std::vector<Applies> applicability(const Scorecard& card);

}  // namespace rulescore
