// The first stage of a term: its figures, and how several become one amount. See score/shapes.hpp for the whole pipeline.
#pragma once

#include "framework/model.hpp"
#include "score/shapes.hpp"

#include <rulescore/evidence.hpp>

#include <span>

namespace rulescore {

struct Amount {
  double value = no_value;                 // NaN for presence
  double low = no_value, high = no_value;  // what the text allows it to be, for cautious terms
  std::uint32_t piece = Evidence::none;
  bool found() const noexcept { return piece != Evidence::none; }
};

// One figure of a piece, with what its bound or range allows: 约20 is 18 to 22 (a tenth; ours), 200余 at least 200.
Amount figure_of(const Evidence& piece, std::uint32_t index, bool is_signed) noexcept;

// What enters the comparison or the curve. For best and worst of a compared term that is the highest or the lowest.
Amount amount_of(const RuleScore& term, const Pieces& pieces);

// The evidence of an indicator, [begin, end) of the set, as its terms look at it. All arguments must outlive the result.
Pieces pieces_of(const IndicatorModel& indicator, const EvidenceSet& evidence, std::span<const Standing> standings,
                 std::uint32_t begin, std::uint32_t end, const PeerView* peers) noexcept;

}  // namespace rulescore
