// A whole card by hand: points, range, coverage, states, bands, under both missing policies.
#include "score/score.hpp"

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/error.hpp>

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::evidence_of;
using testing::fact;
using testing::TreeBuilder;
using testing::with_status;

// 0 root · 1 A (3) · 2 A1 (1, rate 50 to 100) · 3 A2 (2, found 0.5) · 4 B (1) · 5 B1 (1, found) · 6 B2 (1, found, problem costs
// 0.25)
Framework tree(Missing missing) {
  TreeBuilder builder(missing);
  builder.model().bands = {{90, {"优秀", "excellent"}}, {60, {"合格", "pass"}}, {0, {"不合格", "fail"}}};
  const auto a = builder.group(0, "A", 3);
  builder.indicator(a, "A1", 1, TreeBuilder::shapes({Linear{50, 100}}));
  builder.indicator(a, "A2", 2, TreeBuilder::shapes({Presence{0.5}}));
  const auto b = builder.group(0, "B", 1);
  builder.indicator(b, "B1");
  ScoreBlock block = TreeBuilder::one_presence();
  block.problem_cost = 0.25;
  builder.indicator(b, "B2", 1, block);
  return builder.build();
}

Scorecard card_of(Missing missing, const std::vector<testing::Saying>& facts) {
  const Framework framework = tree(missing);
  return score(framework, evidence_of(framework, facts));
}

}  // namespace

TEST_CASE("a card under zero") {
  // A1 80% -> 0.6, A2 planned, B1 silent, B2 found with a problem -> 0.75
  const Scorecard card = card_of(
      Missing::zero, {fact(0, 0, 80), with_status(fact(1), Status::planned), fact(3), with_status(fact(3), Status::problem)});
  const auto nodes = card.nodes();
  CHECK(nodes[0].full == About(100));
  CHECK(nodes[1].full == About(75));
  CHECK(nodes[2].full == About(25));
  CHECK(nodes[3].full == About(50));
  CHECK(nodes[2].score == About(0.6));
  CHECK(nodes[2].points == About(15));
  CHECK(std::isnan(nodes[3].score));
  CHECK(nodes[3].points == 0);
  CHECK(nodes[3].low == 0);
  CHECK(nodes[3].high == About(50));
  CHECK(nodes[1].score == About(0.2));
  CHECK(nodes[1].points == About(15));
  CHECK(nodes[1].high == About(65));
  CHECK(nodes[1].coverage == About(1.0 / 3));
  CHECK(nodes[6].score == 0.75);
  CHECK(nodes[4].score == 0.375);
  CHECK(nodes[4].points == About(9.375));
  CHECK(card.score() == About(24.375));
  CHECK(card.low() == About(24.375));
  CHECK(card.high() == About(86.875));
  CHECK(card.coverage() == About(0.375));
  CHECK(card.full() == 100);
  REQUIRE(card.band() != nullptr);
  CHECK(card.band()->name.en == "fail");
}

TEST_CASE("the same card under exclude: other scores, the same points and range") {
  const Scorecard card = card_of(
      Missing::exclude, {fact(0, 0, 80), with_status(fact(1), Status::planned), fact(3), with_status(fact(3), Status::problem)});
  const auto nodes = card.nodes();
  CHECK(nodes[1].score == About(0.6));
  CHECK(nodes[4].score == 0.75);
  CHECK(card.score() == About(63.75));  // (3*0.6 + 0.75) / 4
  CHECK(nodes[0].points == About(24.375));
  CHECK(card.low() == About(24.375));
  CHECK(card.high() == About(86.875));
  CHECK(card.coverage() == About(0.375));
  REQUIRE(card.band() != nullptr);
  CHECK(card.band()->name.en == "pass");
}

TEST_CASE("states: an indicator's own, and of a group the one that says most") {
  const Scorecard card = card_of(Missing::zero, {with_status(fact(0), Status::planned), with_status(fact(2), Status::problem)});
  CHECK(card.nodes()[2].state == State::only_planned);
  CHECK(card.nodes()[3].state == State::no_evidence);
  CHECK(card.nodes()[1].state == State::only_planned);
  CHECK(card.nodes()[5].state == State::problem);
  CHECK(card.nodes()[5].score == 0);
  CHECK(card.nodes()[4].state == State::problem);
  CHECK(card.nodes()[0].state == State::problem);
  CHECK(card.coverage() == About(0.125));
}

TEST_CASE("a silent document: nothing under zero, no score under exclude, the whole range open") {
  const Scorecard zero = card_of(Missing::zero, {}), exclude = card_of(Missing::exclude, {});
  CHECK(zero.score() == 0);
  CHECK(std::isnan(exclude.score()));
  CHECK(exclude.nodes()[0].points == 0);
  CHECK(exclude.band() == nullptr);
  CHECK(zero.band()->name.en == "fail");
  for (const Scorecard& card : {zero, exclude}) {
    CHECK(card.low() == 0);
    CHECK(card.high() == About(100));
    CHECK(card.coverage() == 0);
  }
}

TEST_CASE("a band is closed below and takes the unrounded total") {
  const auto band_at = [](double rate) {
    TreeBuilder builder;
    builder.model().bands = {{60, {"合格", "pass"}}};
    builder.indicator(0, "A", 1, TreeBuilder::shapes({Proportion{100}}));
    const Framework framework = builder.build();
    return score(framework, evidence_of(framework, {fact(0, 0, rate)})).band() != nullptr;
  };
  CHECK(band_at(60));
  CHECK(band_at(60.001));
  CHECK_FALSE(band_at(59.999));
}

TEST_CASE("a node knows the evidence under it") {
  const Scorecard card = card_of(Missing::zero, {fact(0, 0, 80), fact(0, 0, 90), fact(2), fact(3)});
  const auto range = [&](std::uint32_t node) {
    return std::pair(card.nodes()[node].evidence_begin, card.nodes()[node].evidence_end);
  };
  CHECK(range(2) == std::pair(0u, 2u));
  CHECK(range(3) == std::pair(2u, 2u));
  CHECK(range(1) == std::pair(0u, 2u));
  CHECK(range(4) == std::pair(2u, 4u));
  CHECK(range(0) == std::pair(0u, 4u));
  CHECK(card.nodes()[2].decided_by == 0);
  CHECK(card.nodes()[3].decided_by == 0xFFFF);
}

TEST_CASE("evidence of indicators that the framework doesn't have is passed over") {
  CHECK(card_of(Missing::zero, {fact(0, 0, 100), fact(77)}).score() == About(25));
}

TEST_CASE("a group of weight 0 keeps its own score and adds nothing") {
  TreeBuilder builder;
  const auto a = builder.group(0, "A", 0);
  builder.indicator(a, "A1");
  builder.indicator(0, "B");
  const Framework framework = builder.build();
  const Scorecard card = score(framework, evidence_of(framework, {fact(0)}));
  CHECK(card.nodes()[1].score == 1);
  CHECK(card.nodes()[1].full == 0);
  CHECK(card.nodes()[1].points == 0);
  CHECK(card.score() == 0);
}

TEST_CASE("a group whose children have no weight is not assessed, and spoils nothing above it") {
  TreeBuilder builder;
  const auto a = builder.group(0, "A");
  builder.indicator(a, "A1", 0);
  builder.indicator(0, "B");
  const Framework framework = builder.build();
  const Scorecard card = score(framework, evidence_of(framework, {fact(0), fact(1)}));
  CHECK(std::isnan(card.nodes()[1].score));
  CHECK(card.nodes()[1].coverage == 0);
  CHECK(card.coverage() == 0.5);
  CHECK(card.score() == About(50));
}

TEST_CASE("a card needs a score for every node") {
  const Framework framework = tree(Missing::zero);
  CHECK_THROWS_AS(Scorecard(framework, evidence_of(framework, {}), std::vector<NodeScore>(3)), UsageError);
}

TEST_CASE("a state's name is the one that files carry") {
  CHECK(to_string(State::evidenced) == "evidenced");
  CHECK(to_string(State::only_planned) == "only_planned");
  CHECK(to_string(State::problem) == "problem");
  CHECK(to_string(State::no_evidence) == "no_evidence");
  CHECK(to_string(State::not_applicable) == "not_applicable");
}

}  // namespace rulescore
