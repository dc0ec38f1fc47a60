// `examples`: what must be found, and where an example stands.
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;

namespace {

std::vector<Example> examples_of(std::string_view written) {
  const Framework framework = rulescore::testing::framework_of(
      "      rate: {any: 出庭率, near: {lexicon: established}, value: {unit: \"%\", words: whole}}\n", "      rate: 1\n",
      "    examples:\n" + std::string(written));
  return framework.model().indicators[0].examples;
}

}  // namespace

TEST_CASE("expectations") {
  const auto examples = examples_of(
      "      - text: 出庭率100%。\n        find: {rule: rate, value: 100%}\n"
      "      - {text: 力争出庭率达到100%。, find: [{value: 100, status: planned}, {unit: \"%\"}]}\n"
      "      - text: |\n          无关。\n        find: nothing\n");
  REQUIRE(examples.size() == 3);
  REQUIRE(examples[0].find.size() == 1);
  CHECK(examples[0].find[0].rule == "rate");
  CHECK(examples[0].find[0].value == 100);
  CHECK(examples[0].find[0].unit == "%");
  CHECK(examples[0].find[0].status == "achieved");
  CHECK(examples[0].line == 18);
  CHECK(examples[0].file == "framework.yaml");
  REQUIRE(examples[1].find.size() == 2);
  CHECK_FALSE(examples[1].find[0].rule);
  CHECK(examples[1].find[0].status == "planned");
  CHECK(examples[1].find[1].unit == "%");
  CHECK(examples[2].nothing);
  CHECK(examples[2].text == "无关。\n");
  CHECK(examples[2].find.empty());
}
