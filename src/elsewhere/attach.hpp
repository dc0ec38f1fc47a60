// Facts as pieces of evidence of one document. Tested by tests/unit/elsewhere/attach.cpp.
#pragma once

#include "elsewhere/impl.hpp"
#include "evidence/evidence_set.hpp"

namespace rulescore {

// What was found in the text, and the facts about it, in order; independent of the order in which the facts were given.
FromElsewhere attach(const EvidenceSet& found, const ElsewhereImpl& elsewhere);

}  // namespace rulescore
