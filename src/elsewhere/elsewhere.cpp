// Facts and reviews made ready for one framework. Outside face: elsewhere.hpp. Tested by tests/unit/elsewhere/attach.cpp and
// apply_reviews.cpp.
#include <rulescore/elsewhere.hpp>

#include "elsewhere/apply_reviews.hpp"
#include "elsewhere/attach.hpp"

#include <set>
#include <utility>

namespace rulescore {
namespace {

class Preparation {
 public:
  explicit Preparation(const Framework& framework)
      : impl_(std::make_shared<ElsewhereImpl>(ElsewhereImpl{framework, {}, {}, {}, {}, {}, {}})) {}

  void add(std::vector<Fact> facts) {
    const Binder binder(impl_->framework.model());
    std::set<std::string> places;
    for (Fact& fact : facts) {
      if (!fact.where.empty() && !places.insert(fact.where).second) continue;  // a file that was named twice
      try {
        impl_->bindings.push_back(binder.bind(fact));
        impl_->facts.push_back(std::move(fact));
      } catch (const DocumentError& error) {
        impl_->failures.push_back({fact.where, error.what()});
      }
    }
  }

  // One review a piece: of two at different places neither is taken.
  void add(std::vector<Review> reviews) {
    std::map<std::string, const Review*, std::less<>> first;
    std::set<std::string> refused;
    for (const Review& review : reviews) {
      const auto [entry, is_new] = first.emplace(review.evidence, &review);
      if (is_new || entry->second->where == review.where) continue;
      refused.insert(review.evidence);
      impl_->failures.push_back({review.where, "this piece is reviewed at " + entry->second->where + ", too; neither is taken"});
    }
    for (Review& review : reviews) {
      if (refused.contains(review.evidence) || impl_->review_of.contains(review.evidence)) continue;
      impl_->review_of.emplace(review.evidence, static_cast<std::uint32_t>(impl_->reviews.size()));
      impl_->reviews.push_back(std::move(review));
    }
  }

  std::shared_ptr<const ElsewhereImpl> finish() {
    impl_->index.emplace(impl_->facts);
    return std::move(impl_);
  }

 private:
  std::shared_ptr<ElsewhereImpl> impl_;
};

}  // namespace

Elsewhere::Elsewhere(const Framework& framework, std::vector<Fact> facts, std::vector<Review> reviews) {
  Preparation preparation(framework);
  preparation.add(std::move(facts));
  preparation.add(std::move(reviews));
  impl_ = preparation.finish();
}

bool Elsewhere::empty() const noexcept { return impl_ == nullptr || (impl_->facts.empty() && impl_->reviews.empty()); }
std::span<const Fact> Elsewhere::facts() const noexcept {
  return impl_ ? std::span<const Fact>(impl_->facts) : std::span<const Fact>();
}
std::span<const Review> Elsewhere::reviews() const noexcept {
  return impl_ ? std::span<const Review>(impl_->reviews) : std::span<const Review>();
}
std::span<const ReadFailure> Elsewhere::failures() const noexcept {
  return impl_ ? std::span<const ReadFailure>(impl_->failures) : std::span<const ReadFailure>();
}

EvidenceSet Elsewhere::applied_to(const EvidenceSet& evidence) const {
  EvidenceSet found = EvidenceSetAccess::found(evidence);
  if (empty()) return found;
  if (found.rules_fingerprint() != impl_->framework.rules_fingerprint())
    throw UsageError("facts and reviews were made ready for framework “" + impl_->framework.id() + "” (" +
                     impl_->framework.rules_fingerprint() + "), this evidence was found with other rules (" +
                     found.rules_fingerprint() + ")");
  FromElsewhere parts = attach(found, *impl_);
  if (!impl_->reviews.empty()) apply_reviews(parts, found, *impl_);
  if (parts.facts.empty() && parts.reviews.empty() && parts.failures.empty()) return found;
  return EvidenceSetAccess::with(found, std::move(parts));
}

}  // namespace rulescore
