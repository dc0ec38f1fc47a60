// See suppose.hpp. The set is made anew from its parts, by the way that facts and reviews always take.
#include "elsewhere/suppose.hpp"

#include "elsewhere/impl.hpp"

#include <rulescore/error.hpp>
#include <rulescore/review.hpp>

#include <map>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

// What a supposition speaks in the stead of: a rule, or a whole indicator.
using Stead = std::pair<std::uint32_t, std::uint16_t>;

Stead stead_of(const Binding& binding) { return {binding.indicator, binding.rule.value_or(Evidence::direct)}; }

// The facts for this document, by what they speak in the stead of.
std::map<Stead, Fact> about(const Elsewhere& intended, const Document& document) {
  std::map<Stead, Fact> found;
  for (const std::uint32_t index : intended.impl()->index->about(document)) {
    const Fact& fact = intended.facts()[index];
    const auto [other, is_new] = found.emplace(stead_of(intended.impl()->bindings[index]), fact);
    if (!is_new)
      throw UsageError("the same is intended twice for " + document.metadata().name + ": “" + other->second.source + "” (" +
                       other->second.where + ") and “" + fact.source + "” (" + fact.where + ")");
  }
  return found;
}

bool is_replaced(const FrameworkModel& model, const Fact& fact, const std::map<Stead, Fact>& anew) {
  if (fact.kind != SourceKind::intended) return false;
  const Stead stead = stead_of(Binder(model).bind(fact));
  return anew.contains(stead) || anew.contains({stead.first, Evidence::direct});
}

}  // namespace

std::optional<EvidenceSet> suppose(const Framework& framework, const EvidenceSet& evidence, std::span<const Fact> intended) {
  const Elsewhere brought(framework, {intended.begin(), intended.end()});
  if (!brought.failures().empty()) throw UsageError(brought.failures()[0].name + ": " + brought.failures()[0].reason);
  std::map<Stead, Fact> anew = about(brought, evidence.document());
  if (anew.empty()) return std::nullopt;
  std::vector<Fact> facts;
  for (const Fact& fact : evidence.facts())
    if (!is_replaced(framework.model(), fact, anew)) facts.push_back(fact);
  for (auto& [stead, fact] : anew) facts.push_back(std::move(fact));
  std::vector<Review> reviews;
  for (const AppliedReview& applied : evidence.reviews()) reviews.push_back(applied.review);
  return Elsewhere(framework, std::move(facts), std::move(reviews)).applied_to(evidence);
}

}  // namespace rulescore
