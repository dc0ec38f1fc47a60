// What the renderings of a what-if share. Tested by tests/unit/render/what_if_test.cpp.
#pragma once

#include "render/json.hpp"

#include <rulescore/what_if.hpp>

#include <vector>

namespace rulescore::render {

// One object: what is supposed, the totals before and after, what changed.
Json what_if_object(const WhatIf& what);

// The indicators among what changed, in the framework's order.
std::vector<std::uint32_t> changed_indicators(const WhatIf& what);

// What the total gained beyond what the changed indicators' points add up to: what aggregation, missing policies, floors, caps
// and vetoes make of them. 0 within rounding where points are added up. NaN without a total on either side.
double beside_the_points(const WhatIf& what) noexcept;

}  // namespace rulescore::render
