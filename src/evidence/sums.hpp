// The arithmetic a text does itself: totals and parts, shares of a whole, rates beside their counts.
// Tested by tests/unit/evidence/contradiction.cpp.
#pragma once

#include "evidence/contradiction.hpp"
#include "evidence/passage.hpp"

#include <vector>

namespace rulescore {

void add_sums(const Passage& passage, std::vector<Contradiction>& found);    // parts and totals, and a part's share of its total
void add_shares(const Passage& passage, std::vector<Contradiction>& found);  // A占40%、B占30%
void add_rates(const Passage& passage, std::vector<Contradiction>& found);   // 受理86件,办结79件,办结率100%

// One thing said twice with two figures: 出庭应诉率100% in the lead, 98% in the body.
void add_restated(const DocumentImpl& document, std::vector<Contradiction>& found);

Contradiction contradiction(const Text& text, ContradictionKind kind, Span first, Span second, double stated, double found,
                            std::string_view unit) noexcept;

}  // namespace rulescore
