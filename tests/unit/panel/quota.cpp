// Bands by rank: who gets how many, ties, vetoes, documents without a total.
#include "panel/quota.hpp"

#include "score/score.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/panel.hpp>

#include <string>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

// One indicator; NaN: silent. A veto at scores below 0.1: no band above the second.
std::string bands(const std::vector<Quota>& quotas, const std::vector<double>& totals, double veto_below = 0) {
  TreeBuilder builder(Missing::exclude);
  builder.indicator(0, "A", 1, TreeBuilder::shapes({Proportion{100}}));
  FrameworkModel& model = builder.model();
  model.bands = {{90, {"优", ""}}, {80, {"良", ""}}, {60, {"中", ""}}};
  model.quotas = quotas;
  model.node_rules.resize(2);
  if (veto_below > 0) model.node_rules[1].vetoes = {{veto_below, std::nullopt, VetoEffect::band_at_most, 1}};
  const Framework framework = builder.build();
  std::vector<Scorecard> cards;
  for (const double total : totals)
    cards.push_back(score(
        framework, evidence_of(framework, std::isnan(total) ? std::vector<Saying>{} : std::vector<Saying>{fact(0, 0, total)})));
  std::string text;
  const Panel panel(cards);
  for (const Band* band : panel.bands()) text += band == nullptr ? "-" : band->name.zh;
  return text;
}

}  // namespace

TEST_CASE("without quotas every card keeps its own band") { CHECK(bands({}, {95, 85, 70, 10, no_value}) == "优良中--"); }

TEST_CASE("the best ranked, whatever their totals") {
  CHECK(bands({{0, 0.4}, {1, 0.4}}, {50, 40, 30, 20, 10}) == "优优良良-");
  CHECK(bands({{0, 0.2}}, {99, 98, 97, 85, 70}) == "优良良良中");
}

TEST_CASE("a share of the documents, rounded down") {
  CHECK(bands({{0, 0.2}}, {99, 98, 97, 96}) == "良良良良");  // 0.8 of one
  CHECK(bands({{0, 0.3}}, {99, 98, 97, 96, 95, 94, 93, 92, 91, 90}) == "优优优良良良良良良良");
}

TEST_CASE("ties that don't fit all fall") {
  CHECK(bands({{0, 0.4}}, {99, 98, 98, 70, 50}) == "优良良中-");
  CHECK(bands({{0, 0.6}}, {99, 98, 98, 70, 50}) == "优优优中-");
}

TEST_CASE("who may not have a band is passed over, and leaves the place to the next") {
  CHECK(bands({{0, 0.4}}, {99, 98, 97, 96, 95}, 0) == "优优良良良");
  CHECK(bands({{0, 0.4}}, {9, 8, 7, 6, 5}, 0.085) == "优----");  // only the first is free of the veto
}

TEST_CASE("a document without a total has no rank, and counts among all") {
  CHECK(bands({{0, 0.4}}, {99, no_value, 97, no_value, 95}) == "优-优-良");
}

}  // namespace rulescore
