// What a group says of its score: the aggregation, the policy and the numbers.
#include "score/group_reason.hpp"

#include "score/score.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <functional>
#include <string>

namespace rulescore {
namespace {

using namespace testing;

// 1 A, 2 B, and what `edit` makes of them; A has 50%, B is silent unless said.
struct Said {
  std::string zh, en;
};
Said said(const std::function<void(FrameworkModel&)>& edit, const std::vector<Saying>& facts = {fact(0, 0, 50)},
          std::uint32_t node = 0) {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, TreeBuilder::shapes({Proportion{100}}));
  builder.indicator(0, "B", 1, TreeBuilder::shapes({Proportion{100}}));
  builder.model().node_rules.resize(3);
  edit(builder.model());
  const Framework framework = builder.build();
  EvidenceSet evidence = evidence_of(framework, facts);
  Metadata about;
  about.level = "county";
  evidence = {Document::from_text(std::string(evidence.document().text()), about), evidence.rules_fingerprint(),
              std::vector<Evidence>(evidence.items().begin(), evidence.items().end())};
  const Scorecard card = score(framework, evidence);
  return {card.reason(node), card.reason(node, "en")};
}

const std::vector<Saying> both = {fact(0, 0, 50), fact(1, 0, 100)};

}  // namespace

TEST_CASE("the aggregation, with its figures") {
  const auto zh = [&](Aggregation how) {
    return said([&](FrameworkModel& m) { m.node_rules[0].aggregate = std::move(how); }, both).zh;
  };
  const std::string begin = "2项指标中2项已评（权重的100.0%），";
  CHECK(zh(Geometric{0.01}) == begin + "加权几何平均（低于0.01的按0.01计）0.71；已证实70.71分，满分100.00分。");
  CHECK(zh(Harmonic{0.05}) == begin + "加权调和平均（低于0.05的按0.05计）0.67；已证实66.67分，满分100.00分。");
  CHECK(zh(PowerMean{2, 0}) == begin + "2次幂平均0.79；已证实79.06分，满分100.00分。");
  CHECK(zh(Minimum{}) == begin + "取最低0.50；已证实50.00分，满分100.00分。");
  CHECK(zh(Owa{{0.75, 0.25}}) == begin + "从高到低按0.75、0.25有序加权0.88；已证实87.50分，满分100.00分。");
  CHECK(said([](FrameworkModel& m) { m.node_rules[0].aggregate = Geometric{0.01}; }, both).en ==
        "2 indicators, 2 assessed (100.0% of the weight): weighted geometric mean (below 0.01 counts as 0.01) 0.71; proven 70.71 "
        "of 100.00 points.");
}

TEST_CASE("the policy for what is missing") {
  const auto zh = [&](MissingPolicy policy) { return said([&](FrameworkModel& m) { m.node_rules[0].missing = policy; }).zh; };
  const std::string begin = "2项指标中1项已评（权重的50.0%），";
  CHECK(zh({Missing::full, 0}) == begin + "未评的按满分计，加权平均0.75；已证实25.00分，满分100.00分。");
  CHECK(zh({Missing::prior, 0.3}) == begin + "未评的按0.3计，加权平均0.40；已证实25.00分，满分100.00分。");
  CHECK(zh({Missing::bounds, 0}) == begin + "未评的不作推定，只有区间25.00至75.00分。");
  CHECK(said([](FrameworkModel& m) { m.node_rules[0].min_coverage = 0.6; }).zh ==
        begin + "不足规定的60%，不给分，只有区间25.00至75.00分。");
  CHECK(said(
            [](FrameworkModel& m) {
              m.node_rules[2].missing = MissingPolicy{Missing::prior, 0.5};
            },
            {}, 2)
            .zh == "报告未提及，未评，按0.5计。");
}

TEST_CASE("what doesn't apply isn't counted") {
  const auto edit = [](NotApplicable rule) {
    return [rule](FrameworkModel& m) {
      m.node_rules[0].not_applicable = rule;
      m.node_rules[2].applies.level = {"prefecture"};
    };
  };
  CHECK(said(edit(NotApplicable::drop)).zh ==
        "1项指标中1项已评（权重的100.0%），另有1项不适用，其权重由同级分担；加权平均0.50；已证实50.00分，满分100.00分。");
  CHECK(said(edit(NotApplicable::full)).zh ==
        "1项指标中1项已评（权重的100.0%），另有1项不适用，按满分计；加权平均0.75；已证实75.00分，满分100.00分。");
  CHECK(said(edit(NotApplicable::drop), {fact(0, 0, 50)}, 2).zh == "不适用（只适用于prefecture），不计入。");
  CHECK(said(edit(NotApplicable::full), {fact(0, 0, 50)}, 2).en ==
        "Not applicable (it is for prefecture); it counts as full marks.");
}

TEST_CASE("bonuses and deductions with their points, floor and cap") {
  const auto beside = [](Role role) {
    return [role](FrameworkModel& m) {
      m.nodes[2].role = role;
      m.nodes[2].weight = 0;
      m.node_rules[2].full = 5;
      m.node_rules[0].cap = 60;
    };
  };
  CHECK(said(beside(Role::bonus), both).zh ==
        "2项指标中2项已评（权重的100.0%），加权平均0.55；含加分B +5.00（至多5.00）；最高60分；已证实55.00分，满分100.00分。");
  CHECK(said(beside(Role::deduction), both).en ==
        "2 indicators, 2 assessed (100.0% of the weight): weighted mean 0.45; with deduction B -5.00 (at most 5.00); at most 60 "
        "points; proven "
        "45.00 of 100.00 points.");
}

}  // namespace rulescore
