// Why a group, or the whole, has its score, in one sentence; and what the tree makes of an indicator that has none.
// Tested by tests/unit/score/reason.cpp and group_reason.cpp.
#pragma once

#include "framework/model.hpp"
#include "score/wording.hpp"

#include <rulescore/scorecard.hpp>

#include <string>

namespace rulescore {

std::string group_reason(const Scorecard& card, std::uint32_t node, Language language);

// "，未评，计0分。": what an indicator that wasn't assessed counts as.
std::string unassessed_in_words(const NodeRules& rules, Language language);

// Who it is not for, and what that does.
std::string not_applicable_in_words(const Scorecard& card, std::uint32_t node, Language language);

}  // namespace rulescore
