// Reviews on the pieces they are about. Tested by tests/unit/elsewhere/apply_reviews.cpp.
#pragma once

#include "elsewhere/impl.hpp"
#include "evidence/evidence_set.hpp"

namespace rulescore {

// `parts` holds what was found, with the facts; `found` is where they belong.
void apply_reviews(FromElsewhere& parts, const EvidenceSet& found, const ElsewhereImpl& elsewhere);

}  // namespace rulescore
