// Numbers as text, whatever the locale. Tested by tests/unit/score/reason.cpp.
#pragma once

#include <string>

namespace rulescore {

// The fewest digits that read back to the same double, never in exponent form: 100, 0.3, 12000.
std::string shortest(double value);

// Rounded to so many decimals: fixed(0.5, 2) is "0.50".
std::string fixed(double value, int decimals);

}  // namespace rulescore
