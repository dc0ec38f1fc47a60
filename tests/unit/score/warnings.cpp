// What a reader is told before trusting a card.
#include "score/score.hpp"

#include "support/catch.hpp"
#include "support/model.hpp"

#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::evidence_of;
using testing::fact;
using testing::saying;
using testing::with_status;

Framework two_indicators(bool each) {
  testing::TreeBuilder builder;
  std::vector<Rule> rules(2);
  rules[0].value = ValueSpec{};
  rules[0].value->each = each;
  rules[1].value = ValueSpec{};
  builder.indicator(0, "A", 1, testing::TreeBuilder::one_presence(), rules);
  builder.indicator(0, "B", 1, testing::TreeBuilder::one_presence(), rules);
  return builder.build();
}

std::vector<std::string> warnings(const std::vector<testing::Fact>& facts, bool each = false, std::string_view language = "zh") {
  const Framework framework = two_indicators(each);
  return score(framework, evidence_of(framework, facts)).warnings(language);
}

testing::Fact rate(double value, const std::string& quote, std::uint32_t indicator = 0, std::uint16_t rule = 0) {
  return saying(fact(indicator, rule, value), quote);
}

}  // namespace

TEST_CASE("nothing to warn of") { CHECK(warnings({rate(95, "办结率95%")}).empty()); }

TEST_CASE("an empty text, a text without evidence, a text without achievements") {
  const Framework framework = two_indicators(false);
  const EvidenceSet empty(Document::from_text(""), framework.rules_fingerprint(), {});
  CHECK(score(framework, empty).warnings() == std::vector<std::string>{"文本为空，或者只有网页的附属文字"});
  CHECK(warnings({}, false, "en") ==
        std::vector<std::string>{"no evidence at all: this may not be the kind of report the framework is for"});
  CHECK(warnings({with_status(fact(0), Status::planned)}) == std::vector<std::string>{"只找到计划或不足，没有找到已完成的工作"});
}

TEST_CASE("two levels for one rule are told once, both quoted") {
  const std::vector<std::string> told =
      warnings({rate(95, "办结率95%"), rate(95, "办结率为95%"), rate(88, "办结率88%"), rate(70, "办结率70%")});
  CHECK(told == std::vector<std::string>{"A r0：文中有两个不同的数值，“办结率95%”与“办结率88%”，请核对是否同一口径"});
  CHECK(warnings({rate(95, "甲"), rate(88, "乙")}, false, "en") ==
        std::vector<std::string>{
            "A r0: the text states two different figures, \"甲\" and \"乙\"; check whether they are about the same"});
}

TEST_CASE("what is no contradiction") {
  CHECK(warnings({rate(95, "甲"), rate(88, "乙", 0, 1)}).empty());                           // another rule
  CHECK(warnings({rate(95, "甲"), rate(88, "乙", 1)}).empty());                              // another indicator
  CHECK(warnings({rate(95, "甲"), with_status(rate(100, "乙"), Status::planned)}).empty());  // a goal
  CHECK(warnings({rate(95, "甲"), rate(88, "乙")}, true).empty());                           // a rule that takes every figure
  CHECK(warnings({saying(fact(0, 0, 12, "件"), "甲"), saying(fact(0, 0, 9, "件"), "乙")}).empty());  // counts add up
  testing::Fact about = rate(90, "约90%");
  about.bound = Bound::about;
  CHECK(warnings({rate(95, "甲"), about}).empty());
}

TEST_CASE("each indicator's contradiction is told") {
  CHECK(warnings({rate(95, "甲"), rate(88, "乙"), rate(60, "丙", 1, 1), rate(50, "丁", 1, 1)}).size() == 2);
}

}  // namespace rulescore
