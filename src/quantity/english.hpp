// Figures in English: 1,234 · 1.2 million · 98.5 per cent · twenty-five · no complaints. The same model as in Chinese: value,
// unit, bound, change. Tested by tests/unit/quantity/english.cpp.
#pragma once

#include "quantity/scan.hpp"

namespace rulescore {

// In order of position, never overlapping. `where` of a count leaves out the noun that is counted, which is its unit.
std::vector<QuantityAt> scan_english(const Text& text);

}  // namespace rulescore
