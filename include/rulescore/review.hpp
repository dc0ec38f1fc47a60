// What a person says of a piece of evidence: it is right, it is none, or it is something else.
//
//   rulescore-review: 1
//   reviews:
//     - evidence: "3f09c2d1a7be5e60"
//       verdict: correct
//       value: 96%
//       reason: 原文是96%，不是69%
//       date: 2024-05-01
//
// A piece is known by its fingerprint: what it says, for which indicator and rule, of whom and when; not by where it stands, so a
// review survives edits elsewhere in the text and in the framework. Reviews carry no names.
#pragma once

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>
#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

enum class Decision : std::uint8_t {
  accept,   // it is what it is taken for
  reject,   // it is no evidence for this indicator: shown, earns nothing
  correct,  // it is, with other figures
};

RULESCORE_EXPORT std::string_view to_string(Decision decision) noexcept;

struct Review {
  std::string evidence;  // its fingerprint
  Decision decision = Decision::accept;
  std::string reason;
  std::string date;  // ISO
  // Corrections; what isn't said stays.
  std::optional<Status> status;
  std::optional<double> value;  // NaN: it has no figure
  std::optional<std::string> unit;
  std::optional<Whose> scope;
  std::optional<int> year;
  std::string where;  // review.yaml:12
};

struct ReviewsResult {
  std::vector<Review> reviews;  // in the order of the files; entries without a verdict are none
  std::vector<Issue> issues;    // each with its place; two reviews of one piece are an issue, and neither is taken
};

// Throws IoError. Reads on after an error.
RULESCORE_EXPORT ReviewsResult read_reviews(std::span<const std::string> paths);
RULESCORE_EXPORT ReviewsResult parse_reviews(std::string_view yaml, const std::string& name = "review.yaml");

// What parse_reviews reads to the same reviews.
RULESCORE_EXPORT std::string reviews_yaml(std::span<const Review> reviews);

// One review as it was applied, and the piece as it was found.
struct AppliedReview {
  Review review;
  Evidence was;
};

// 16 hex digits for each piece of the set, in its order, as they were found. Pieces that are the same in everything are told
// apart by their order.
RULESCORE_EXPORT std::vector<std::string> fingerprints(const Framework& framework, const EvidenceSet& evidence);

}  // namespace rulescore
