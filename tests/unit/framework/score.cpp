// `score`: each shape, told by its entries.
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;

namespace {

ScoreBlock block_of(std::string_view score) {
  const Framework framework = Framework::parse(
      "rulescore: 1\nid: s\nversion: \"1\"\ntitle: t\nchildren:\n  - code: A\n    title: t\n    evidence:\n"
      "      rate: {any: aa, value: {unit: \"%\"}}\n      days: {any: bb, value: {unit: 天}}\n      work: {any: cc}\n"
      "    score: " +
      std::string(score) + "\n");
  return framework.model().indicators[0].score;
}

template <typename Kind>
Kind shape_of(std::string_view written) {
  const ScoreBlock block = block_of("{rate: " + std::string(written) + "}");
  REQUIRE(block.rules.size() == 1);
  REQUIRE(std::holds_alternative<Kind>(block.rules[0].shape));
  return std::get<Kind>(block.rules[0].shape);
}

}  // namespace

TEST_CASE("every shape") {
  CHECK(shape_of<Presence>("0.4").score == 0.4);
  CHECK(shape_of<AtLeast>("{reach: 100%}").target == 100);
  CHECK(shape_of<AtMost>("{at_most: 0}").limit == 0);
  CHECK(shape_of<Proportion>("{target: 40}").target == 40);
  CHECK(shape_of<Linear>("{from: 50%, to: 100%}").to == 100);
  CHECK(shape_of<Linear>("{from: 30, to: 10}").from == 30);
  CHECK(shape_of<Count>("{each: 0.25}").cap == 1);
  CHECK(shape_of<Count>("{each: 0.25, cap: 0.5}").cap == 0.5);
  CHECK(shape_of<Total>("{total: 50}").target == 50);
  const Piecewise piecewise = shape_of<Piecewise>("{points: {60%: 0, 80%: 0.5, 100%: 1}}");
  CHECK(piecewise.points == std::vector<std::pair<double, double>>{{60, 0}, {80, 0.5}, {100, 1}});
}

TEST_CASE("the keys beside the rules") {
  const ScoreBlock block = block_of(
      "{take: sum, work: 0.5, all_of: {rate: {reach: 100%}, days: {at_most: 30天}}, otherwise: {work: 0.25}, problem: {cost: "
      "0.2}}");
  CHECK(block.take == Take::sum);
  REQUIRE(block.rules.size() == 1);
  CHECK(block.rules[0].rule == 2);
  CHECK(block.rules[0].weight == 1);
  REQUIRE(block.all_of.size() == 2);
  CHECK(block.all_of[1].rule == 1);
  CHECK(block.otherwise.size() == 1);
  CHECK(block.problem_cost == 0.2);
  CHECK(block_of("{rate: 1, days: 1, work: 1}").take == Take::best);
}
