// What a card says of itself: each sentence holds every number that went into the score.
#include "base/number.hpp"
#include "score/score.hpp"

#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/error.hpp>

#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::evidence_of;
using testing::fact;
using testing::saying;
using testing::TreeBuilder;
using testing::with_status;

// The reason of the only indicator of a framework, in both languages.
struct Reasons {
  std::string zh, en;
};

Reasons reasons(ScoreBlock block, const std::vector<testing::Saying>& facts, Missing missing = Missing::zero) {
  TreeBuilder builder(missing);
  std::vector<Rule> rules(4);
  rules[0].name = "rate";
  const auto node = builder.indicator(0, "A", 1, std::move(block), rules);
  const Framework framework = builder.build();
  const Scorecard card = score(framework, evidence_of(framework, facts));
  return {card.reason(node), card.reason(node, "en")};
}

Reasons reasons(const Shape& shape, const std::vector<testing::Saying>& facts) {
  return reasons(TreeBuilder::shapes({shape}), facts);
}

}  // namespace

TEST_CASE("numbers print with the fewest digits, never as a power") {
  CHECK(shortest(100) == "100");
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(23.11) == "23.11");
  CHECK(shortest(1e22) == "10000000000000000000000");
  CHECK(shortest(-0.5) == "-0.5");
  CHECK(shortest(1.7976931348623157e308).size() == 309);
  CHECK(shortest(5e-324).size() == 326);
  CHECK(fixed(0.125, 2) == "0.12");
  CHECK(fixed(1, 2) == "1.00");
}

TEST_CASE("a line, from the quote to the score") {
  const Reasons said = reasons(Linear{50, 100}, {saying(fact(0, 0, 90), "出庭应诉率90%")});
  CHECK(said.zh == "“出庭应诉率90%”：90%按50%→100%线性计，得0.80（规则 rate）。得分0.80。");
  CHECK(said.en == "\"出庭应诉率90%\": 90% on the line 50%→100%, earning 0.80 (rule rate). Score 0.80.");
}

TEST_CASE("each shape says its numbers") {
  const auto zh = [](const Shape& shape, double value, std::string_view unit) {
    return reasons(shape, {saying(fact(0, 0, value, unit), "甲")}).zh;
  };
  CHECK(zh(Presence{0.4}, 1, "") == "“甲”：有此内容，得0.40（规则 rate）。得分0.40。");
  CHECK(zh(AtLeast{100}, 100, "%") == "“甲”：100%达到100%，得1.00（规则 rate）。得分1.00。");
  CHECK(zh(AtLeast{100}, 99.5, "%") == "“甲”：99.5%未达到100%，得0.00（规则 rate）。得分0.00。");
  CHECK(zh(AtMost{0}, 0, "件") == "“甲”：0件不超过0件，得1.00（规则 rate）。得分1.00。");
  CHECK(zh(AtMost{0}, 2, "件") == "“甲”：2件超过0件，得0.00（规则 rate）。得分0.00。");
  CHECK(zh(Proportion{40}, 32, "学时") == "“甲”：32学时÷目标40学时，最多计1，得0.80（规则 rate）。得分0.80。");
  CHECK(zh(Piecewise{{{60, 0}, {80, 0.5}, {100, 1}}}, 90, "%") ==
        "“甲”：90%按60%→0、80%→0.5、100%→1分段线性计，得0.75（规则 rate）。得分0.75。");
  CHECK(zh(Count{0.25, 1}, 1, "") == "“甲”：共1处，每处0.25，最多1，得0.25（规则 rate）。得分0.25。");
  CHECK(zh(Total{50}, 45, "件") == "“甲”：合计45件÷目标50件，最多计1，得0.90（规则 rate）。得分0.90。");
}

TEST_CASE("units and qualifiers are said as they were read") {
  const auto zh = [](testing::Saying one) { return reasons(Proportion{40}, {saying(std::move(one), "甲")}).zh; };
  testing::Saying about = fact(0, 0, 20, "项");
  about.bound = Bound::about;
  CHECK(zh(about).find("约20项÷目标40项") != std::string::npos);
  about.bound = Bound::at_least;
  CHECK(zh(about).find("至少20项÷") != std::string::npos);
  about.bound = Bound::at_most;
  CHECK(zh(about).find("至多20项÷") != std::string::npos);
  testing::Saying range = fact(0, 0, 3, "个");
  range.value_high = 5;
  CHECK(zh(range).find("3至5个取低值3个÷目标40个") != std::string::npos);
  CHECK(zh(fact(0, 0, 2.5, "pp")).find("2.5个百分点") != std::string::npos);
  CHECK(zh(fact(0, 0, 3, "rank")).find("第3÷目标第40") != std::string::npos);
}

TEST_CASE("the ways to combine are said with all their parts") {
  const std::vector<testing::Saying> facts = {saying(fact(0, 0, 60), "甲"), saying(fact(0, 1, 30), "乙")};
  const auto block = [](Take take) { return TreeBuilder::shapes({Proportion{100}, Proportion{100}}, take); };
  CHECK(reasons(block(Take::best), facts).zh == "“甲”：60%÷目标100%，最多计1，得0.60（规则 rate）。得分0.60。");
  CHECK(reasons(block(Take::sum), facts).zh ==
        "“甲”：60%÷目标100%，最多计1，得0.60（规则 rate）；“乙”：30%÷目标100%，最多计1，得0.30（规则 "
        "r1）；相加，最多1。得分0.90。");
  CHECK(reasons(block(Take::mean), {facts[0]}).zh ==
        "“甲”：60%÷目标100%，最多计1，得0.60（规则 rate），权重1；未见依据，得0.00（规则 r1），权重1；加权平均。得分0.30。");
  CHECK(reasons(block(Take::min), facts).zh.find("取最低。得分0.30。") != std::string::npos);
}

TEST_CASE("all_of says what was missing") {
  ScoreBlock block;
  block.all_of = TreeBuilder::shapes({Proportion{100}, Proportion{100}}).rules;
  const std::vector<testing::Saying> facts = {saying(fact(0, 0, 60), "甲"), saying(fact(0, 1, 30), "乙")};
  CHECK(reasons(block, facts).zh ==
        "须全部具备，取最低：“甲”：60%÷目标100%，最多计1，得0.60（规则 rate）；“乙”：30%÷目标100%，最多计1，得0.30（规则 r1）。"
        "得分0.30。");
  CHECK(reasons(block, {facts[0]}).zh ==
        "须全部具备，取最低：“甲”：60%÷目标100%，最多计1，得0.60（规则 rate）；未见依据，得0.00（规则 r1）。得分0.00。");
}

TEST_CASE("otherwise is said to be a fallback, even for a rule that has another part, too") {
  ScoreBlock block = TreeBuilder::shapes({AtLeast{100}});
  block.otherwise = {{0, Presence{0.3}, 1}};
  CHECK(reasons(block, {saying(fact(0, 0, 80), "甲")}).zh ==
        "其他规则未得分，改按“甲”：有此内容，得0.30（规则 rate）。得分0.30。");
}

TEST_CASE("an admitted problem is quoted with its cost") {
  ScoreBlock block = TreeBuilder::shapes({Presence{}});
  const std::vector<testing::Saying> facts = {saying(fact(0), "甲"), saying(with_status(fact(0), Status::problem), "力度不够")};
  CHECK(reasons(block, facts).zh == "“甲”：有此内容，得1.00（规则 rate）；文中承认不足“力度不够”，不扣分。得分1.00。");
  block.problem_cost = 0.25;
  CHECK(reasons(block, facts).zh == "“甲”：有此内容，得1.00（规则 rate）；文中承认不足“力度不够”，扣0.25。得分0.75。");
  CHECK(reasons(block, facts).en ==
        "\"甲\": found, earning 1.00 (rule rate); a shortcoming is admitted: \"力度不够\", less 0.25. Score 0.75.");
}

TEST_CASE("states without a score say what they count as") {
  const ScoreBlock block = TreeBuilder::one_presence();
  CHECK(reasons(block, {}).zh == "报告未提及，未评，计0分。");
  CHECK(reasons(block, {}, Missing::exclude).zh == "报告未提及，未评，不计入总分。");
  CHECK(reasons(block, {}).en == "The report is silent; not assessed, it counts 0.");
  CHECK(reasons(block, {saying(with_status(fact(0), Status::planned), "力争")}).zh == "仅有计划或目标“力争”，未评，计0分。");
  CHECK(reasons(block, {saying(with_status(fact(0), Status::problem), "薄弱")}).zh == "只见文中承认不足“薄弱”，得0.00。");
  CHECK(reasons(block, {saying(fact(0, 3), "甲")}).zh == "有依据“甲”，但没有可计分的内容。得分0.00。");
}

TEST_CASE("a group says how much of it was assessed and what was proven") {
  TreeBuilder builder;
  const auto group = builder.group(0, "A");
  builder.indicator(group, "A1", 3);
  builder.indicator(group, "A2", 1);
  builder.indicator(0, "B");
  const Framework framework = builder.build();
  const Scorecard card = score(framework, evidence_of(framework, {fact(0)}));
  CHECK(card.reason(group) == "2项指标中1项已评（权重的75.0%），未评的计0，加权平均0.75；已证实37.50分，满分50.00分。");
  CHECK(score(framework, evidence_of(framework, {fact(0), fact(1)})).reason(group) ==
        "2项指标中2项已评（权重的100.0%），加权平均1.00；已证实50.00分，满分50.00分。");
  CHECK(card.reason(0, "en") ==
        "3 indicators, 1 assessed (37.5% of the weight): those not assessed count 0, weighted mean 0.38; proven 37.50 of 100.00 "
        "points.");
}

TEST_CASE("a group without anything that counts says so") {
  TreeBuilder builder(Missing::exclude);
  builder.indicator(0, "A");
  const Framework framework = builder.build();
  CHECK(score(framework, evidence_of(framework, {})).reason(0) == "1项指标中0项已评（权重的0.0%），没有可计的得分。");
}

TEST_CASE("a node that isn't there is refused") {
  TreeBuilder builder;
  builder.indicator(0, "A");
  const Framework framework = builder.build();
  CHECK_THROWS_AS(score(framework, evidence_of(framework, {})).reason(2), UsageError);
}

}  // namespace rulescore
