// Road maps by hand: which, in which order, by when; budgets, bands, vetoes.
#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/error.hpp>
#include <rulescore/roadmap.hpp>

#include <functional>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::fact;
using testing::Saying;
using testing::TreeBuilder;

// Four indicators of 10, 20, 30 and 40 points; efforts 1, 4, 3, 10: points for effort 10, 5, 10, 4.
TreeBuilder four() {
  TreeBuilder builder;
  const ScoreBlock rate = TreeBuilder::shapes({Proportion{100}, Presence{0}});
  for (std::uint32_t i = 0; i < 4; ++i) builder.indicator(0, testing::numbered("A", i + 1), 10.0 * (i + 1), rate);
  const double efforts[] = {1, 4, 3, 10};
  for (std::uint32_t i = 0; i < 4; ++i) builder.model().nodes[i + 1].effort = efforts[i];
  builder.model().bands = {{90, {"优", "good"}}, {60, {"中", "pass"}}, {0, {"差", "poor"}}};
  builder.model().node_rules.resize(5);
  return builder;
}

Panel panel_of(const Framework& framework, const std::vector<Saying>& facts) {
  return Panel({score(framework, testing::evidence_of(framework, facts))});
}

RoadMap map_of(const TreeBuilder& builder, const std::vector<Saying>& facts, RoadMapOptions options) {
  const Framework framework = builder.build();
  return road_maps(panel_of(framework, facts), options)[0];
}

RoadMapOptions to(double number) {
  RoadMapOptions options;
  options.target = {Target::Kind::number, number};
  return options;
}

std::string order(const RoadMap& map) {
  std::string text;
  for (const Step& step : map.steps)
    text += map.report.card.framework().nodes()[map.report.gaps[step.gap].node].code + ' ' + to_string(step.quarter) + ' ';
  return text;
}

Veto below(double share, VetoEffect effect) { return {share, std::nullopt, effect, 2}; }
Veto found(std::uint16_t rule, VetoEffect effect) { return {std::nullopt, rule, effect, 2}; }

}  // namespace

TEST_CASE("the cheapest set, most points for effort first, the running score after each step") {
  const RoadMap map = map_of(four(), {}, to(50));
  // 50 points: A2+A3 for 7, A1+A4 for 11, A1+A2+A3 for 8.
  CHECK(order(map) == "A3 Q2 A2 Q4 ");
  REQUIRE(map.steps.size() == 2);
  CHECK(map.steps[0].gain == About(30));
  CHECK(map.steps[0].total == About(30));
  CHECK(map.steps[1].gain == About(20));
  CHECK(map.steps[1].total == About(50));
  CHECK(map.effort == 7);
  CHECK(map.least_effort == 7);
  CHECK(map.proven);
  CHECK(map.reaches);
  CHECK(map.affordable);
  CHECK(map.band->name.zh == "差");
}

TEST_CASE("equal effort: the higher total; then the one that does without what comes later") {
  TreeBuilder builder;
  for (std::uint32_t i = 0; i < 4; ++i) builder.indicator(0, testing::numbered("A", i + 1), i == 3 ? 2 : 1);
  // 20, 20, 20 and 40 points, an effort of 1 each: one step to 15 points
  const RoadMap map = map_of(builder, {}, to(15));
  CHECK(order(map) == "A4 Q4 ");
  const RoadMap without = map_of(builder, {fact(3)}, to(75));
  CHECK(order(without) == "A1 Q2 A2 Q4 ");
}

TEST_CASE("a target that is met needs nothing; one beyond reach says so and shows how far the work goes") {
  const RoadMap met = map_of(four(), {fact(3, 0, 100)}, to(40));
  CHECK(met.steps.empty());
  CHECK(met.reaches);
  CHECK(met.effort == 0);
  const RoadMap beyond = map_of(four(), {}, to(110));
  CHECK_FALSE(beyond.reaches);
  CHECK(beyond.affordable);  // no budget would help
  CHECK(beyond.total == About(100));
  CHECK(beyond.steps.size() == 4);
}

TEST_CASE("a budget that doesn't suffice buys the highest total it can") {
  RoadMapOptions options = to(100);
  options.budget = 8;
  const RoadMap map = map_of(four(), {}, options);
  CHECK_FALSE(map.reaches);
  CHECK_FALSE(map.affordable);
  CHECK(map.effort == 8);
  CHECK(map.total == About(60));  // A1, A2, A3
  CHECK(map.most_total == About(60));
  CHECK(map.least_effort == 18);
  CHECK(map.proven);
}

TEST_CASE("quarters: an even pace, or so much a quarter") {
  RoadMapOptions options = to(100);
  options.from = Quarter{2021, 3};
  CHECK(order(map_of(four(), {}, options)) == "A1 2021Q3 A3 2021Q3 A2 2021Q4 A4 2022Q2 ");  // 18 over 4: 4.5 each
  options.capacity = 6;
  CHECK(order(map_of(four(), {}, options)) == "A1 2021Q3 A3 2021Q3 A2 2021Q4 A4 2022Q1 ");
  options.capacity = 2;
  CHECK(order(map_of(four(), {}, options)) == "A1 2021Q3 A3 2021Q4 A2 2022Q2 A4 2023Q3 ");
}

TEST_CASE("a veto by evidence is silenced first, whatever it brings") {
  TreeBuilder builder = four();
  builder.model().node_rules[1].vetoes = {found(1, VetoEffect::zero)};
  const Saying bad = testing::with_status(fact(0, 1), Status::problem);
  const RoadMap map = map_of(builder, {fact(0, 0, 100), bad, fact(1, 0, 100)}, to(60));
  CHECK(map.report.card.score() == 0);
  REQUIRE(map.steps.size() == 2);
  CHECK(order(map) == "A1 Q1 A3 Q4 ");
  CHECK(map.report.gaps[map.steps[0].gap].veto);
  CHECK(map.steps[0].gain == About(30));  // what the veto had zeroed comes back
  CHECK(map.steps[1].total == About(60));
  CHECK(map.reaches);
  CHECK(map.effort == 4);
}

TEST_CASE("a veto by score is silenced, too, and before other work") {
  TreeBuilder builder = four();
  builder.model().node_rules[4].vetoes = {below(0.5, VetoEffect::fail)};  // A4, the dear one
  const RoadMap map = map_of(builder, {fact(3, 0, 10)}, to(60));
  CHECK(order(map) ==
        "A4 Q4 A3 Q4 ");  // 10 of 13 is more than three quarters; 64 points before A3; A1 + A2 would do, and cost more
  CHECK(map.total == About(70));
  CHECK(map.reaches);
  const RoadMap silent = map_of(builder, {}, to(60));  // what wasn't assessed sets nothing off, and must not be touched in part
  CHECK(order(silent) == "A1 Q1 A3 Q2 A2 Q4 ");
}

TEST_CASE("a band is its total, with no veto in its way") {
  TreeBuilder builder = four();
  const Framework framework = builder.build();
  RoadMapOptions options;
  options.target = Target::parse("中", framework);
  const RoadMap map = road_maps(panel_of(framework, {}), options)[0];
  CHECK(map.total >= 60 - 1e-9);
  CHECK(map.band->name.zh == "中");
  CHECK(map.reaches);
}

TEST_CASE("what the same steps bring under another framework") {
  const Framework framework = four().build();
  TreeBuilder other;
  other.model().id = "other";
  other.model().nodes[0].code = "other";
  other.indicator(0, "X", 1);
  other.indicator(0, "Y", 3);
  RoadMapOptions options = to(50);
  options.crosswalks = {Crosswalk::parse(
      "rulescore: 1\ncrosswalk: c\ntitle: {zh: 对照, en: Crosswalk}\nfrom: {id: test, path: a}\nto: {id: other, path: b}\n"
      "answers:\n  X: A3\n  Y: {A1: 50%, A2: 50%}\n",
      framework, other.build())};
  const RoadMap map = road_maps(panel_of(framework, {}), options)[0];
  REQUIRE(map.steps.size() == 2);  // A3, then A2
  CHECK(map.steps[0].gains_there == std::vector<double>{25});
  REQUIRE(map.steps[1].gains_there.size() == 1);
  CHECK(map.steps[1].gains_there[0] == About(37.5));  // half of Y's 75
  CHECK(map.totals_there_before == std::vector<double>{0});
  CHECK(map.totals_there[0] == About(62.5));
  RoadMapOptions wrong = options;
  wrong.crosswalks = {Crosswalk::parse(
      "rulescore: 1\ncrosswalk: c\ntitle: {zh: 对照, en: Crosswalk}\nfrom: {id: other, path: b}\nto: {id: test, path: a}\n"
      "answers:\n  A1: X\n",
      other.build(), framework)};
  CHECK_THROWS_AS(road_maps(panel_of(framework, {}), wrong), UsageError);
}

TEST_CASE("options out of range are refused") {
  const auto message = [](const std::function<void(RoadMapOptions&)>& spoil) {
    RoadMapOptions options = to(50);
    spoil(options);
    try {
      map_of(four(), {}, options);
    } catch (const UsageError& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  CHECK(message([](RoadMapOptions& o) { o.quarters = 0; }) == "a road map has 1 to 400 quarters");
  CHECK(message([](RoadMapOptions& o) { o.budget = 0; }) == "a budget is an effort above 0");
  CHECK(message([](RoadMapOptions& o) { o.budget = -1; }) == "a budget is an effort above 0");
  CHECK(message([](RoadMapOptions& o) { o.capacity = HUGE_VAL; }) == "the capacity of a quarter is an effort above 0");
}

TEST_CASE("quarters are read, counted on, and have days") {
  CHECK(Quarter::parse("2021Q1") == Quarter{2021, 1});
  CHECK(Quarter::parse("2021-q4") == Quarter{2021, 4});
  CHECK(Quarter{2021, 3}.next(3) == Quarter{2022, 2});
  CHECK(to_string(Quarter{2021, 3}) == "2021Q3");
  CHECK(to_string(Quarter{0, 3}) == "Q3");
  CHECK(first_day({2024, 2}) == "2024-04-01");
  CHECK(last_day({2024, 1}) == "2024-03-31");
  CHECK(last_day({2024, 2}) == "2024-06-30");
  CHECK(last_day({2024, 4}) == "2024-12-31");
  for (const std::string text : {"", "2021", "2021Q5", "21Q1", "Q1", "2021Q12", "二〇二一Q1", "0000Q1"}) {
    try {
      Quarter::parse(text);
      FAIL("must throw: " + text);
    } catch (const UsageError& error) {
      CHECK(std::string(error.what()) ==
            "quarter \"" + text + "\" is not understood; write a year and a quarter, such as 2021Q1");
    }
  }
}

}  // namespace rulescore
