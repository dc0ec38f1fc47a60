// See apply_reviews.hpp. A piece stays where it is; what a person corrects is changed, and how it was found is kept beside it.
#include "elsewhere/apply_reviews.hpp"

#include "elsewhere/repeats.hpp"
#include "quantity/unit.hpp"

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

void correct(Evidence& piece, const Review& review) {
  if (review.status) piece.status = *review.status;
  if (review.scope) piece.scope = *review.scope;
  if (review.year) piece.year = static_cast<std::int16_t>(*review.year);
  if (review.value) {
    piece.value = *review.value;
    piece.value_high = no_value;
    piece.bound = Bound::exact;
    if (std::isnan(piece.value)) piece.unit = {};
  }
  if (review.unit) piece.unit = find_unit(*review.unit);
}

}  // namespace

void apply_reviews(FromElsewhere& parts, const EvidenceSet& found, const ElsewhereImpl& elsewhere) {
  const EvidenceSet unreviewed = EvidenceSetAccess::with(found, parts);
  const std::vector<std::string> known = fingerprints(elsewhere.framework, unreviewed);
  std::vector<Touched> touched;
  for (std::uint32_t i = 0; i < parts.items.size(); ++i) {
    const auto entry = elsewhere.review_of.find(known[i]);
    if (entry == elsewhere.review_of.end()) continue;
    const Review& review = elsewhere.reviews[entry->second];
    Evidence& piece = parts.items[i];
    parts.reviews.push_back({review, piece});
    piece.review = static_cast<std::uint32_t>(parts.reviews.size() - 1);
    if (review.decision == Decision::correct) correct(piece, review);
    if (review.decision != Decision::accept) touched.push_back({i, review.decision == Decision::reject});
  }
  settle_repeats(parts.items, touched);
}

}  // namespace rulescore
