// What two editions and two indices share.
#pragma once

#include <rulescore/views.hpp>

#include <cstddef>
#include <vector>

namespace rulescore::views {

// Fills in what needs all units: ranks, and how far each leaf put a unit ahead of the others; leaves that moved nothing go. Until
// then a unit has all leaves, in order, or none.
void compare_units(std::vector<UnitShift>& units, std::size_t leaves);

}  // namespace rulescore::views
