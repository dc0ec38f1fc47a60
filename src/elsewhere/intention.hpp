// What is intended, as a fact: WHERE=WHAT in one text, or the parts of it. Tested by tests/unit/elsewhere/intention.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/facts.hpp>

#include <string>
#include <string_view>

namespace rulescore {

// The functions here throw DocumentError, the reason alone.

// "E1.3#rate=100%". `where` and `source` are the text.
Fact read_intention(std::string_view text, const FrameworkModel& model);

// WHAT alone, for a fact that has its indicator and its rule.
void read_intended(std::string_view what, const FrameworkModel& model, Fact& fact);

// A score from 0 to 1, or in %.
double read_intended_score(std::string_view text);

// The indicator that a code or a number names.
const IndicatorModel& intended_indicator(const FrameworkModel& model, const std::string& written);

}  // namespace rulescore
