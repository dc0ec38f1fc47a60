// Days of the year that a text names: 3月28日, 2020年3月28日, 三月二十八日. Dates are no quantities; only a rule whose value has
// the unit `date` looks for them. Tested by tests/unit/evidence/date.cpp.
#pragma once

#include "base/text.hpp"

#include <vector>

namespace rulescore {

struct DateAt {
  Span where;
  double value = 0;  // month * 100 + day
};

// In order of position.
std::vector<DateAt> dates_in(const Text& text, Span range);

}  // namespace rulescore
