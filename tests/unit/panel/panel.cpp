// Cards side by side.
#include <rulescore/panel.hpp>

#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/error.hpp>

#include <cmath>
#include <string>

namespace rulescore {
namespace {

using testing::evidence_of;
using testing::fact;

Framework two_rates() {
  testing::TreeBuilder builder;
  builder.indicator(0, "A", 1, testing::TreeBuilder::shapes({Proportion{100}}));
  builder.indicator(0, "B", 3, testing::TreeBuilder::shapes({Proportion{100}}));
  return builder.build();
}

}  // namespace

TEST_CASE("rows are cards in their order, columns indicators in the framework's") {
  const Framework framework = two_rates();
  const Panel panel({score(framework, evidence_of(framework, {fact(0, 0, 40), fact(1, 0, 80)})),
                     score(framework, evidence_of(framework, {fact(1, 0, 20)}))});
  REQUIRE(panel.rows() == 2);
  REQUIRE(panel.columns() == 2);
  CHECK(panel.scores()[0] == 0.4);
  CHECK(panel.scores()[1] == 0.8);
  CHECK(std::isnan(panel.scores()[2]));
  CHECK(panel.scores()[3] == 0.2);
  CHECK(panel.totals()[0] == testing::About(70));
  CHECK(panel.totals()[1] == testing::About(15));
  CHECK(panel.cards().size() == 2);
  CHECK(panel.framework().fingerprint() == framework.fingerprint());
}

TEST_CASE("a copy is the same panel") {
  const Framework framework = two_rates();
  const Panel panel({score(framework, evidence_of(framework, {fact(0, 0, 40)}))});
  const Panel copy = panel;
  CHECK(copy.scores().data() == panel.scores().data());
}

TEST_CASE("no cards, and cards of two frameworks, are refused") {
  CHECK_THROWS_AS(Panel({}), UsageError);
  const Framework one = two_rates(), other = one.with_weight("B", 2);
  try {
    Panel({score(one, evidence_of(one, {}, "甲.txt")), score(other, evidence_of(other, {}, "乙.txt"))});
    FAIL("must throw");
  } catch (const UsageError& error) {
    CHECK(std::string(error.what()).find("乙.txt") != std::string::npos);
    CHECK(std::string(error.what()).find(other.fingerprint()) != std::string::npos);
  }
}

}  // namespace rulescore
