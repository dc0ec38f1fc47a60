// The sentence that shows a gap best.
#pragma once

#include <rulescore/analysis.hpp>
#include <rulescore/facts.hpp>

#include <string_view>

namespace rulescore::render {

// The piece of evidence a gap points to, or null.
inline const Evidence* shown_by(const Scorecard& card, const Gap& gap) {
  const auto items = card.evidence().items();
  return gap.evidence < items.size() ? &items[gap.evidence] : nullptr;
}

inline std::string_view sentence_of(const Scorecard& card, const Evidence* piece) {
  if (piece == nullptr) return {};
  const Fact* fact = piece->in_text() ? nullptr : card.evidence().fact_of(*piece);
  if (fact != nullptr) return fact->quote.empty() ? fact->source : fact->quote;
  return card.document().text(piece->sentence_begin, piece->sentence_end);
}

}  // namespace rulescore::render
