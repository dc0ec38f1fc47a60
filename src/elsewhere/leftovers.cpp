// What no document took. Outside face: Leftovers in elsewhere.hpp. Tested by tests/unit/elsewhere/leftovers.cpp.
#include "document/impl.hpp"
#include "elsewhere/impl.hpp"
#include "evidence/evidence_set.hpp"
#include "framework/suggest.hpp"

#include <map>
#include <set>
#include <utility>

namespace rulescore {

struct Leftovers::Impl {
  Elsewhere elsewhere;
  std::set<std::string> used;                  // facts, by where they are written
  std::map<std::string, std::string> failed;   // … that have no place in their document, and why
  std::set<std::string> reviewed;              // fingerprints
  std::map<std::string, std::set<int>> years;  // of the documents, by jurisdiction
  std::set<std::string> names;

  std::string why_unused(const Fact& fact) const {
    if (const auto failure = failed.find(fact.where); failure != failed.end()) return failure->second;
    if (!fact.document.empty()) return "there is no document `" + fact.document + "` here" + nearest_of(fact.document, names);
    if (fact.jurisdiction.empty()) return "there is no document with its text here";
    const std::string whom = fact.jurisdiction + " " + std::to_string(fact.year.value_or(0));
    const auto place = years.find(fact.jurisdiction);
    if (place == years.end()) {
      std::set<std::string> places;
      for (const auto& [name, year] : years) places.insert(name);
      return "no document is about " + whom + nearest_of(fact.jurisdiction, places);
    }
    std::string known;
    for (const int year : place->second)
      known += (known.empty() ? "" : ", ") + (year == 0 ? "an unknown year" : std::to_string(year));
    return "no document is about " + whom + "; those of " + fact.jurisdiction + " are about " + known;
  }

  static std::string nearest_of(const std::string& written, const std::set<std::string>& candidates) {
    const std::string hint = did_you_mean(written, std::vector<std::string>(candidates.begin(), candidates.end()));
    return hint.empty() ? hint : "; " + hint;
  }
};

Leftovers::Leftovers(Elsewhere elsewhere) : impl_(std::make_unique<Impl>()) { impl_->elsewhere = std::move(elsewhere); }
Leftovers::~Leftovers() = default;
Leftovers::Leftovers(Leftovers&&) noexcept = default;
Leftovers& Leftovers::operator=(Leftovers&&) noexcept = default;

void Leftovers::saw(const EvidenceSet& evidence) {
  if (impl_->elsewhere.empty()) return;
  for (const Fact& fact : evidence.facts()) impl_->used.insert(fact.where);
  for (const ReadFailure& failure : EvidenceSetAccess::failures(evidence)) impl_->failed.emplace(failure.name, failure.reason);
  for (const AppliedReview& applied : evidence.reviews()) impl_->reviewed.insert(applied.review.evidence);
  const Metadata& about = evidence.document().metadata();
  if (!about.jurisdiction.empty()) impl_->years[about.jurisdiction].insert(evidence.document().impl().year);
  impl_->names.insert(about.name);
}

std::vector<ReadFailure> Leftovers::facts() const {
  std::vector<ReadFailure> out;
  for (const Fact& fact : impl_->elsewhere.facts())
    if (!impl_->used.contains(fact.where)) out.push_back({fact.where, impl_->why_unused(fact)});
  return out;
}

std::vector<ReadFailure> Leftovers::reviews() const {
  std::vector<ReadFailure> out;
  for (const Review& review : impl_->elsewhere.reviews()) {
    if (!impl_->reviewed.contains(review.evidence))
      out.push_back({review.where, "no piece of evidence has the fingerprint " + review.evidence + " any more"});
  }
  return out;
}

}  // namespace rulescore
