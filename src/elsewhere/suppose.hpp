// What is intended, among the evidence of one document. Tested by tests/unit/analysis/what_if.cpp.
#pragma once

#include <rulescore/evidence.hpp>
#include <rulescore/facts.hpp>
#include <rulescore/framework.hpp>

#include <optional>
#include <span>

namespace rulescore {

// The same evidence with what is intended for its document, facts and reviews as they were; of what was intended for it before,
// what isn't intended anew. Nothing when none of it is about this document. Throws UsageError where the framework can't use it, or
// where the same is intended twice.
std::optional<EvidenceSet> suppose(const Framework& framework, const EvidenceSet& evidence, std::span<const Fact> intended);

}  // namespace rulescore
