// Why a total moved between two years, by hand: each cause alone, two in one indicator, trees whose parts don't add up, a veto,
// and a changed framework.
#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/engine.hpp>
#include <rulescore/error.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::fact;
using testing::Saying;
using testing::TreeBuilder;
using testing::with_status;

Saying problem(std::uint32_t indicator, std::uint16_t rule = 0) { return with_status(fact(indicator, rule), Status::problem); }
Saying plan(std::uint32_t indicator, double value) { return with_status(fact(indicator, 0, value), Status::planned); }

ScoreBlock rate(double problem_cost = 0) {
  ScoreBlock block = TreeBuilder::shapes({Proportion{100}});
  block.problem_cost = problem_cost;
  return block;
}

Scorecard card(const Framework& framework, const std::vector<Saying>& facts, int year, const std::string& name = "r") {
  const EvidenceSet set = testing::evidence_of(framework, facts);
  Metadata about;
  about.name = name;
  about.jurisdiction = "甲市";
  about.year = year;
  return score(framework, {Document::from_text(std::string(set.document().text()), about), set.rules_fingerprint(),
                           std::vector<Evidence>(set.items().begin(), set.items().end())});
}

ScoreComparison years(const Framework& framework, const std::vector<Saying>& before, const std::vector<Saying>& after) {
  return compare_years(Panel({card(framework, before, 2019)}), Panel({card(framework, after, 2020)}));
}

std::vector<Shift> shifts(const Framework& framework, const std::vector<Saying>& before, const std::vector<Saying>& after) {
  return years(framework, before, after).years->shifts[0];
}

Framework of_rates(std::size_t count, double problem_cost = 0, Aggregation how = WeightedMean{}) {
  TreeBuilder builder;
  for (std::size_t i = 0; i < count; ++i) builder.indicator(0, testing::numbered("A", i), 1, rate(problem_cost));
  builder.model().node_rules.resize(builder.model().nodes.size());
  builder.model().node_rules[0].aggregate = how;
  return builder.build();
}

}  // namespace

TEST_CASE("what came, what went and what is worth more, in points of a mean") {
  const ScoreComparison c =
      years(of_rates(4), {fact(0, 0, 80), fact(1, 0, 40), fact(2, 0, 50)}, {fact(0, 0, 100), fact(2, 0, 50), fact(3, 0, 60)});
  const std::vector<Shift>& found = c.years->shifts[0];
  REQUIRE(found.size() == 3);
  CHECK(found[0].cause == Cause::changed_value);
  CHECK(found[0].points == About(5));
  CHECK((found[0].from == 0.8 && found[0].to == 1.0));
  CHECK((found[0].piece_before == 0 && found[0].piece_after == 0));
  CHECK(found[1].cause == Cause::lost_evidence);
  CHECK(found[1].points == About(-10));
  CHECK((found[1].before == State::evidenced && found[1].after == State::no_evidence));
  CHECK((found[1].piece_before == 1 && found[1].piece_after == Evidence::none));
  CHECK(found[2].cause == Cause::new_evidence);
  CHECK(found[2].points == About(15));
  CHECK(found[2].indicator == 3);
  CHECK(c.indicators[1].points == About(-10));
  CHECK((c.years->total_before[0] == About(42.5) && c.years->total_after[0] == About(52.5)));
  const std::vector<CauseSum> sums = sums_by_cause(found);
  REQUIRE(sums.size() == 3);
  CHECK((sums[0].cause == Cause::new_evidence && sums[1].cause == Cause::lost_evidence && sums[2].cause == Cause::changed_value));
  CHECK((sums[0].points == About(15) && sums[0].shifts == 1));
}

TEST_CASE("a plan that is kept is new evidence, its promise beside its deed; a plan alone moves nothing") {
  const std::vector<Shift> found = shifts(of_rates(2), {plan(0, 100)}, {fact(0, 0, 90), plan(1, 100)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == Cause::new_evidence);
  CHECK((found[0].before == State::only_planned && found[0].after == State::evidenced));
  CHECK((found[0].piece_before == 0 && found[0].piece_after == 0));
}

TEST_CASE("a new problem is told apart from what moved beside it") {
  // 80% becomes 100%, and a problem costs a quarter: 0.8 -> 1 -> 0.75.
  const std::vector<Shift> found = shifts(of_rates(1, 0.25), {fact(0, 0, 80)}, {fact(0, 0, 100), problem(0)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].cause == Cause::changed_value);
  CHECK(found[0].points == About(20));
  CHECK(found[1].cause == Cause::problem_appeared);
  CHECK(found[1].points == About(-25));
  CHECK((found[1].from == 1 && found[1].to == 0.75));
  CHECK((found[1].piece_before == Evidence::none && found[1].piece_after == 1));
  const std::vector<Shift> back = shifts(of_rates(1, 0.25), {fact(0, 0, 100), problem(0)}, {fact(0, 0, 80)});
  REQUIRE(back.size() == 2);
  CHECK(back[0].cause == Cause::problem_gone);
  CHECK(back[0].points == About(25));
  CHECK(back[1].points == About(-20));
}

TEST_CASE("a problem that costs nothing is told; one that stays is not") {
  const std::vector<Shift> found = shifts(of_rates(2), {fact(0, 0, 80), problem(1)}, {fact(0, 0, 80), problem(0), problem(1)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == Cause::problem_appeared);
  CHECK(found[0].points == 0);
}

TEST_CASE("where parts don't add up, the mean of both orders") {
  // Geometric mean of 0.25, 0.64 (0.4) to 1, 1 (1): first alone 0.4 -> 0.8 then +0.2; second alone 0.4 -> 0.5 then +0.5.
  const std::vector<Shift> found =
      shifts(of_rates(2, 0, Geometric{0.01}), {fact(0, 0, 25), fact(1, 0, 64)}, {fact(0, 0, 100), fact(1, 0, 100)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].points == About((40 + 50) / 2.0));
  CHECK(found[1].points == About((20 + 10) / 2.0));
}

TEST_CASE("a rule that zeroes the total is part of its indicator") {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, rate());
  builder.indicator(0, "B", 1, rate());
  builder.model().node_rules.resize(3);
  builder.model().node_rules[1].vetoes = {{{}, std::uint16_t{1}, VetoEffect::zero, 0}};
  const std::vector<Shift> found =
      shifts(builder.build(), {fact(0, 0, 80), fact(1, 0, 60)}, {fact(0, 0, 80), problem(0, 1), fact(1, 0, 60)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == Cause::problem_appeared);
  CHECK(found[0].points == About(-70));
}

TEST_CASE("an indicator that is not meant for one of the years") {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, rate());
  builder.indicator(0, "B", 1, rate());
  builder.model().node_rules.resize(3);
  builder.model().node_rules[2].applies.first_year = 2020;
  const std::vector<Shift> found = shifts(builder.build(), {fact(0, 0, 80), fact(1, 0, 60)}, {fact(0, 0, 80), fact(1, 0, 60)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == Cause::applicability);
  CHECK(found[0].points == About(-10));  // 80 alone; (80 + 60) / 2 with it
  CHECK(found[0].before == State::not_applicable);
}

TEST_CASE("who says the same and is worth less is measured by peers that moved") {
  const Framework framework = Framework::parse(R"(rulescore: 1
id: t
version: "1"
title: {zh: 试}
children:
  - code: A
    title: {zh: 甲}
    evidence:
      rate: {any: [出庭率], value: {unit: "%"}}
    score:
      rate: {against: highest, target: 1}
)");
  const auto panel = [&](int year, int other) {
    std::vector<Document> documents;
    for (const auto& [place, figure] : {std::pair(std::string("甲市"), 50), std::pair(std::string("乙市"), other)}) {
      Metadata about;
      about.name = place + std::to_string(year);
      about.jurisdiction = place;
      about.year = year;
      documents.push_back(Document::from_text("出庭率" + std::to_string(figure) + "%。", about));
    }
    return Panel(Engine(framework).evaluate(documents));
  };
  const ScoreComparison c = compare_years(panel(2019, 50), panel(2020, 100));
  REQUIRE(c.years->shifts[0].size() == 1);
  CHECK(c.years->shifts[0][0].cause == Cause::peers);
  CHECK(c.years->shifts[0][0].points == About(-50));
  CHECK(c.years->shifts[1].empty());
}

TEST_CASE("a changed framework comes first, on the old document") {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, rate());
  builder.indicator(0, "B", 1, rate());
  const Framework old_one = builder.build(), new_one = old_one.with_weight("A", 3);
  const std::vector<Saying> before{fact(0, 0, 80), fact(1, 0, 40)}, after{fact(0, 0, 100), fact(1, 0, 40)};
  const Panel then({card(old_one, before, 2019)}), between({card(new_one, before, 2019)}), now({card(new_one, after, 2020)});
  const ScoreComparison c = compare_years(then, between, now);
  const std::vector<Shift>& found = c.years->shifts[0];
  REQUIRE(found.size() == 3);
  CHECK((found[0].cause == Cause::framework && found[0].indicator == 0));
  CHECK(found[0].points == About(20));  // 80% of 75 points, and of 50
  CHECK(found[1].points == About(-10));
  CHECK(found[2].cause == Cause::changed_value);
  CHECK(found[2].points == About(15));
  REQUIRE(c.indicators[0].text.size() == 1);
  CHECK(c.indicators[0].text[0].path == "weight");
}

TEST_CASE("where points don't add up, a changed framework is one change of the whole") {
  const Framework old_one = of_rates(2), new_one = of_rates(2, 0, Minimum{});
  const std::vector<Saying> facts{fact(0, 0, 80), fact(1, 0, 40)};
  const ScoreComparison c = compare_years(Panel({card(old_one, facts, 2019)}), Panel({card(new_one, facts, 2019)}),
                                          Panel({card(new_one, facts, 2020)}));
  REQUIRE(c.years->shifts[0].size() == 1);
  CHECK(c.years->shifts[0][0].indicator == IndicatorMove::none);
  CHECK(c.years->shifts[0][0].points == About(-20));
}

TEST_CASE("years are refused that were scored by two frameworks, or don't meet") {
  const Framework one = of_rates(1), other = of_rates(1, 0.5);
  const auto refusal = [](const auto& call) {
    try {
      call();
    } catch (const UsageError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const Panel then({card(one, {}, 2019)}), now({card(other, {}, 2020)}), renamed({card(other, {}, 2019, "s")});
  CHECK(refusal([&] { compare_years(then, now); }) ==
        "the two years were scored by two frameworks, test " + one.fingerprint() + " and test " + other.fingerprint() +
            "; score the old documents by the new one, too, and pass that between the two");
  CHECK(refusal([&] { compare_years(then, renamed, now); }) ==
        "the panel between two years holds the documents of the first, in their order");
  Metadata elsewhere;
  elsewhere.name = "x";
  elsewhere.jurisdiction = "乙市";
  const Panel strange({score(one, {Document::from_text("无。\n", elsewhere), one.rules_fingerprint(), {}})});
  CHECK(refusal([&] { compare_years(then, strange); }) ==
        "no report of the one year has a partner in the other, neither by jurisdiction nor by its file's name");
}

}  // namespace rulescore
