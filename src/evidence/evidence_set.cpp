// All evidence of one document, in one order whoever made it: by indicator, then position, then rule. The order is settled here,
// once, so that scoring can walk an indicator's evidence as one range. Tested by tests/unit/score/evidence_set_test.cpp.
#include "evidence/evidence_set.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace rulescore {
namespace {

bool comes_before(const Evidence& a, const Evidence& b) noexcept {
  return std::tie(a.indicator, a.begin, a.end, a.rule) < std::tie(b.indicator, b.begin, b.end, b.rule);
}

// Stable, and `duplicate_of` moves along with the piece it names.
std::vector<Evidence> in_order(std::vector<Evidence> items) {
  if (std::is_sorted(items.begin(), items.end(), comes_before)) return items;
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return comes_before(items[a], items[b]); });
  std::vector<std::uint32_t> place(items.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Evidence> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t from : order) {
    sorted.push_back(items[from]);
    std::uint32_t& original = sorted.back().duplicate_of;
    if (original < place.size()) original = place[original];
  }
  return sorted;
}

}  // namespace

EvidenceSet::EvidenceSet(Document document, std::string rules_fingerprint, std::vector<Evidence> items)
    : impl_(std::make_shared<const Impl>(
          Impl{std::move(document), std::move(rules_fingerprint), in_order(std::move(items)), {}, {}, {}, {}})) {}

EvidenceSet EvidenceSetAccess::found(const EvidenceSet& set) { return set.impl_->found ? EvidenceSet(set.impl_->found) : set; }

std::vector<Evidence> EvidenceSetAccess::ordered(std::vector<Evidence> items) { return in_order(std::move(items)); }

EvidenceSet EvidenceSetAccess::with(const EvidenceSet& found, FromElsewhere elsewhere) {
  return EvidenceSet(std::make_shared<const EvidenceSet::Impl>(
      EvidenceSet::Impl{found.document(), found.rules_fingerprint(), std::move(elsewhere.items), std::move(elsewhere.facts),
                        std::move(elsewhere.reviews), std::move(elsewhere.failures), found.impl_}));
}

std::span<const ReadFailure> EvidenceSetAccess::failures(const EvidenceSet& set) { return set.impl_->failures; }

const Document& EvidenceSet::document() const noexcept { return impl_->document; }
const std::string& EvidenceSet::rules_fingerprint() const noexcept { return impl_->rules_fingerprint; }
std::span<const Evidence> EvidenceSet::items() const noexcept { return impl_->items; }
std::string_view EvidenceSet::quote(const Evidence& evidence) const noexcept {
  const Fact* fact = evidence.in_text() ? nullptr : fact_of(evidence);
  return fact != nullptr ? std::string_view(fact->quote) : impl_->document.text(evidence.begin, evidence.end);
}
std::span<const Fact> EvidenceSet::facts() const noexcept { return impl_->facts; }
std::span<const AppliedReview> EvidenceSet::reviews() const noexcept { return impl_->reviews; }
const Fact* EvidenceSet::fact_of(const Evidence& evidence) const noexcept {
  return evidence.fact < impl_->facts.size() ? &impl_->facts[evidence.fact] : nullptr;
}
const AppliedReview* EvidenceSet::review_of(const Evidence& evidence) const noexcept {
  return evidence.review < impl_->reviews.size() ? &impl_->reviews[evidence.review] : nullptr;
}

std::string_view to_string(Status status) noexcept {
  switch (status) {
    case Status::achieved:
      return "achieved";
    case Status::planned:
      return "planned";
    case Status::problem:
      return "problem";
  }
  return "";
}

std::string_view to_string(Whose whose) noexcept {
  switch (whose) {
    case Whose::own:
      return "own";
    case Whose::subordinate:
      return "subordinate";
    case Whose::other:
      return "other";
    case Whose::national:
      return "national";
  }
  return "";
}

std::string_view to_string(SourceKind kind) noexcept {
  switch (kind) {
    case SourceKind::text:
      return "text";
    case SourceKind::statistic:
      return "statistic";
    case SourceKind::survey:
      return "survey";
    case SourceKind::expert:
      return "expert";
    case SourceKind::extract:
      return "extract";
    case SourceKind::intended:
      return "intended";
  }
  return "";
}

}  // namespace rulescore
