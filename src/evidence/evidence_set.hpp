// What an EvidenceSet holds, and the one way to add what comes from elsewhere (src/elsewhere).
#pragma once

#include <rulescore/evidence.hpp>
#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

struct EvidenceSet::Impl {
  Document document;
  std::string rules_fingerprint;
  std::vector<Evidence> items;
  std::vector<Fact> facts;
  std::vector<AppliedReview> reviews;
  std::vector<ReadFailure> failures;  // facts about this document that have no place in it
  std::shared_ptr<const Impl> found;  // what the text alone gave; null when this is it
};

struct FromElsewhere {
  std::vector<Evidence> items;  // the text's and the facts', in order
  std::vector<Fact> facts;
  std::vector<AppliedReview> reviews;
  std::vector<ReadFailure> failures;
};

struct EvidenceSetAccess {
  static EvidenceSet found(const EvidenceSet& set);
  static std::vector<Evidence> ordered(std::vector<Evidence> items);
  static EvidenceSet with(const EvidenceSet& found, FromElsewhere elsewhere);
  static std::span<const ReadFailure> failures(const EvidenceSet& set);
};

}  // namespace rulescore
