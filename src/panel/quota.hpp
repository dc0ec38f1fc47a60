// A forced distribution of bands: of n documents at most floor(share n), the best ranked, get a band that has a quota.
// Tested by tests/unit/panel/quota.cpp.
//
// Bands are dealt out from the best down. One with a quota takes its share of all, by rank, whatever their totals; ties that
// don't fit all fall to the next band. One without takes whose total reaches it. A veto still holds: who may not have a band is
// passed over. A document without a total gets none, unless a veto names one.
#pragma once

#include <rulescore/scorecard.hpp>

#include <span>
#include <vector>

namespace rulescore {

// A card each, in their order; the pointers are those of the cards' framework.
std::vector<const Band*> distributed_bands(std::span<const Scorecard> cards);

}  // namespace rulescore
