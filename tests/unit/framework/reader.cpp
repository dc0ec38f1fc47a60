// A whole framework, entry by entry.
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using rulescore::testing::codes;
using rulescore::testing::replaced;
using rulescore::testing::rich;

TEST_CASE("the head of a framework") {
  const Framework framework = Framework::parse(rich);
  CHECK(framework.warnings().empty());
  CHECK(framework.id() == "rich-1");
  CHECK(framework.version() == "2021.1");
  CHECK(framework.title().en == "Sample");
  CHECK(framework.full() == 200);
  CHECK(framework.missing() == Missing::exclude);
  REQUIRE(framework.bands().size() == 2);
  CHECK(framework.bands()[0].from == 180);
  CHECK(framework.bands()[1].name.in("en") == "合格");
}

TEST_CASE("the tree in the order of the file") {
  const Framework framework = Framework::parse(rich);
  const auto nodes = framework.nodes();
  REQUIRE(nodes.size() == 5);
  CHECK(nodes[0].code == "rich-1");
  CHECK(nodes[0].children == std::vector<std::uint32_t>{1, 4});
  CHECK(nodes[1].code == "E");
  CHECK_FALSE(nodes[1].is_indicator());
  CHECK(nodes[2].parent == 1);
  CHECK(nodes[2].depth == 2);
  CHECK(nodes[2].owner == "法院");
  CHECK(nodes[3].owner == "司法局");  // inherited
  CHECK(nodes[2].effort == 2);
  CHECK(nodes[3].effort == 1);
  CHECK(nodes[2].number == 61);
  CHECK_FALSE(nodes[4].number);
  CHECK(nodes[2].basis == "target: local-practice, floor: ours");
  CHECK(nodes[3].basis == "national");
  REQUIRE(framework.indicators().size() == 3);
  CHECK(framework.indicators()[0] == 2);
  CHECK(framework.indicators()[2] == 4);
  CHECK(framework.model().indicators.size() == 3);
}

TEST_CASE("shares are products of normalised weights and sum to one") {
  const Framework framework = Framework::parse(rich);
  const auto nodes = framework.nodes();
  CHECK(nodes[0].share == 1);
  CHECK(nodes[1].share == 0.75);
  CHECK(nodes[2].share == 0.75 * (2.5 / 3.5));
  CHECK(nodes[4].share == 0.25);
  double sum = 0;
  for (const std::uint32_t leaf : framework.indicators()) sum += nodes[leaf].share;
  CHECK(std::abs(sum - 1) < 1e-15);
}

TEST_CASE("status rules") {
  const StatusRules status = Framework::parse(rich).model().status;
  CHECK(status.plan_headings.size() == 2);
  CHECK(status.problem_headings.size() == 1);
  REQUIRE(status.planned.size() == 1);
  CHECK(status.planned[0].slot.size() == 2);
  CHECK(status.planned[0].unless.size() == 2);
  CHECK(status.planned[0].direction == Direction::forward);
  CHECK(status.problem[0].direction == Direction::both);
  CHECK(status.problem[0].in == Scope::sentence);
  CHECK(status.achieved[0].direction == Direction::backward);
}

TEST_CASE("defaults are what the guide says") {
  const Framework framework = rulescore::testing::framework_of(
      "      r: {any: 出庭, near: {lexicon: established}, value: {words: whole}}\n", "      r: 1\n");
  CHECK(framework.full() == 100);
  CHECK(framework.missing() == Missing::zero);
  CHECK(framework.bands().empty());
  CHECK(framework.nodes()[1].weight == 1);
  CHECK(framework.nodes()[1].basis.empty());
  CHECK(framework.model().status.planned.empty());
}

TEST_CASE("a plain title is a Chinese one, and stands in for English") {
  const Framework framework = Framework::parse(rich);
  CHECK(framework.nodes()[3].title.zh == "审理时限");
  CHECK(framework.nodes()[3].title.in("en") == "审理时限");
}

TEST_CASE("one run names mistakes of every part") {
  std::string text(rich);
  text = replaced(text, "missing: exclude", "missing: skip");
  text = replaced(text, "direction: both", "direction: sideways");
  text = replaced(text, "effort: 2", "effort: 0");
  text = replaced(text, "in: sentence\n", "in: page\n");
  text = replaced(text, "take: mean", "take: average");
  text = replaced(text, "find: nothing", "find: something");
  text = replaced(text, "target: 40学时", "target: 40天");
  CHECK(codes(text) == "bad-choice bad-choice out-of-range bad-choice bad-choice wrong-type unit-mismatch");
}

TEST_CASE("a code of digits alone must not be another's number") {
  std::string text(rich);
  CHECK(codes(replaced(text, "code: F", "code: 62")) == "ambiguous-code");
  CHECK(codes(replaced(text, "code: F", "code: 63")).empty());
  CHECK(codes(replaced(text, "code: E1.3", "code: 61")).empty());
}
