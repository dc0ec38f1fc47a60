// `evidence`: what each entry of a rule becomes.
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using rulescore::testing::codes;
using rulescore::testing::framework_with;

namespace {

// The rule written as `{…}`, in a framework that has no lexicon to leave unused.
Rule rule_of(std::string_view written) {
  const Framework framework = Framework::parse(
      "rulescore: 1\nid: s\nversion: \"1\"\ntitle: t\nlexicon: {established: [建立, 健全]}\nchildren:\n"
      "  - {code: A, title: t, evidence: {r: " +
      std::string(written) + "}, score: {r: 1}}\n");
  return framework.model().indicators[0].rules[0];
}

std::string word(const Slot& slot, std::size_t i) {
  std::string out;
  for (const char32_t c : slot.at(i).parts.at(0)) out += c < 0x80 ? std::string(1, static_cast<char>(c)) : "?";
  return out;
}

}  // namespace

TEST_CASE("the defaults of a rule") {
  const Rule rule = rule_of("{any: 出庭}");
  CHECK(rule.name == "r");
  CHECK(rule.line == 7);
  CHECK(rule.any.size() == 1);
  CHECK(rule.all.empty());
  CHECK(rule.none.empty());
  CHECK(rule.in == Scope::clause);
  CHECK_FALSE(rule.near);
  CHECK_FALSE(rule.context);
  CHECK_FALSE(rule.value);
}

TEST_CASE("any, all and none") {
  const Rule rule = rule_of("{any: [aa, bb], all: [cc, [dd, ee], {lexicon: established}], none: [ff], in: paragraph}");
  CHECK(rule.any.size() == 2);
  REQUIRE(rule.all.size() == 3);
  CHECK(rule.all[0].size() == 1);
  CHECK(word(rule.all[1], 1) == "ee");
  CHECK(rule.all[2].size() == 2);
  CHECK(rule.none.size() == 1);
  CHECK(rule.in == Scope::paragraph);
}

TEST_CASE("without any, the first entry of all takes the part") {
  const Rule rule = rule_of("{all: [[aa, bb], cc]}");
  CHECK(rule.any.size() == 2);
  CHECK(word(rule.any, 0) == "aa");
  REQUIRE(rule.all.size() == 1);
  CHECK(word(rule.all[0], 0) == "cc");
}

TEST_CASE("near and context") {
  const Rule plain = rule_of("{any: aa, near: {any: [bb]}, context: {any: cc}}");
  CHECK(plain.near->within == 20);
  CHECK(plain.near->side == Side::either);
  CHECK(plain.context->in == Scope::section);
  const Rule full =
      rule_of("{any: aa, near: {lexicon: established, within: 5, side: before}, context: {lexicon: established, in: document}}");
  CHECK(full.near->slot.size() == 2);
  CHECK(full.near->within == 5);
  CHECK(full.near->side == Side::before);
  CHECK(full.context->slot.size() == 2);
  CHECK(full.context->in == Scope::document);
}

TEST_CASE("values") {
  const Rule plain = rule_of("{any: aa, value: {}}");
  REQUIRE(plain.value);
  CHECK(plain.value->units.empty());
  CHECK(plain.value->within == Scope::clause);
  CHECK(plain.value->side == Side::either);
  CHECK_FALSE(plain.value->optional);
  CHECK_FALSE(plain.value->each);
  CHECK_FALSE(plain.value->change);
  const Rule full = rule_of(
      "{any: aa, value: {unit: [件, 个百分点, rank, \"%\"], within: sentence, side: after, optional: true, each: true, change: "
      "decrease}}");
  CHECK(full.value->units == std::vector<std::string_view>{"件", "pp", "rank", "%"});
  CHECK(full.value->within == Scope::sentence);
  CHECK(full.value->side == Side::after);
  CHECK(full.value->optional);
  CHECK(full.value->each);
  CHECK(full.value->change == Change::decrease);
}

TEST_CASE("a rule that can never hold") {
  const auto with = [](std::string_view rule) {
    return codes(
        framework_with("      r: " + std::string(rule) + "\n      s: {any: {lexicon: established}, value: {words: whole}}\n",
                       "      r: 1\n      s: 1\n"));
  };
  CHECK(with("{any: [出庭率], none: [出庭]}") == "never-holds");
  CHECK(with("{any: [出庭率, 应诉率], none: [出庭]}").empty());
  CHECK(with("{any: [出庭…率], none: [出庭]}") == "never-holds");
  CHECK(with("{any: [出庭率], none: [出庭…率]}").empty());
  CHECK(with("{all: [出庭率, 出庭], none: [出庭]}") == "never-holds");
}
