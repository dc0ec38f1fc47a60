// C1 to C10: the meanings that published rules leave open, pinned down.
#include "table.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <string>

namespace rulescore::shapes {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::string slope(const std::string& steps) {
  return R"(
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 80%, below: {each: 1%, deduct: 0.1, steps: )" +
         steps + "}}}";
}

std::string error_of(const std::string& entries) {
  try {
    Framework::parse("rulescore: 1\nid: c\nversion: \"1\"\ntitle: t\nchildren:\n  - code: A\n    title: t\n" + entries);
  } catch (const FrameworkError& error) {
    return error.issues().front().code;
  }
  return "none";
}

}  // namespace

TEST_CASE("C1 a part of a step: in part, as a whole one, or not at all; and it must be said which") {
  const Example linear{"C1", "step mode", "in proportion", slope("linear"), {}};
  linear.marks("完成率77.5%。", 0.75);
  const Example started{"C1", "step mode", "a step begun counts", slope("started"), {}};
  started.marks("完成率77.5%。", 0.7);
  started.marks("完成率77%。", 0.7);
  started.marks("完成率79.9999999%。", 0.9);
  const Example completed{"C1", "step mode", "only whole steps count", slope("completed"), {}};
  completed.marks("完成率77.5%。", 0.8);
  completed.marks("完成率77%。", 0.7);
  completed.marks("完成率79.0000001%。", 1);
  CHECK(error_of("    evidence: {rate: {any: [完成率], value: {unit: \"%\"}}}\n"
                 "    score: {rate: {target: 80%, below: {each: 1%, deduct: 0.1}}}\n") == "missing-key");
}

TEST_CASE("C1 steps of a tenth are whole in spite of binary fractions") {
  Example tenths{"C1", "step mode", "each 0.1 point above 0.5% costs 2, begun steps count"};
  tenths.indicator = R"(
    full: 20
    evidence: {rate: {any: [投诉率], value: {unit: "%"}}}
    score: {rate: {limit: 0.5%, above: {each: 0.1%, deduct: 2, steps: started}}})";
  tenths.marks("投诉率0.6%。", 18);
  tenths.marks("投诉率0.7%。", 16);
  tenths.marks("投诉率0.8%。", 14);
  tenths.marks("投诉率0.81%。", 12);
}

TEST_CASE("C2 the ends of bands are closed or open, and say so") {
  Example closed{"C2", "band ends", "from 90 is closed, over 80 is open"};
  closed.indicator = R"(
    full: 3
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {bands: [{from: 90分, earns: 3}, {over: 80分, earns: 2}, {earns: 1}]}})";
  closed.marks("得分90分。", 3);
  closed.marks("得分89.5分。", 2);
  closed.marks("得分80分。", 1);
  Example rising{"C2", "band ends", "to 5 is closed, under 10 is open"};
  rising.indicator = R"(
    full: 3
    evidence: {days: {any: [用时], value: {unit: 天}}}
    score: {days: {bands: [{to: 5天, earns: 3}, {under: 10天, earns: 2}, {earns: 1}]}})";
  rising.marks("用时5天。", 3);
  rising.marks("用时9天。", 2);
  rising.marks("用时10天。", 1);
}

TEST_CASE("C3 floors and caps in their order") {
  // Terms: 3 (capped from 5) and 0 (floored), together at most 2.5, start 1, bonus 2, deduct 1.5, problem 0.5: 3.5, cap 3.
  Example order{"C3", "order of floors and caps", "term caps, together, take, start, bonus, deduct, problem, cap"};
  order.indicator = R"(
    full: 3
    evidence:
      a: {any: [甲事], value: {unit: 件}}
      b: {any: [乙事], value: {unit: 件}}
      more: {any: [表彰]}
      less: {any: [通报]}
      lack: {any: [薄弱], status: problem}
    score:
      take: sum
      start: 1
      a: {each: 1, of: sum, cap: 3}
      b: {each: 1, of: sum, cap: 1}
      together: [{of: [a, b], cap: 2.5}]
      bonus: {more: 2}
      deduct: {less: 1.5}
      problem: {cost: 0.5})";
  order.marks("甲事5件，乙事1件。", 3);
  order.marks("甲事5件，乙事1件。受到表彰。受到通报。力量薄弱。", 3);
  order.marks("甲事1件。受到通报。力量薄弱。", 0);
  order.marks("甲事2件。受到通报。", 1.5);
}

TEST_CASE("C4 the same event in two rules") {
  const std::string rules = R"(
    full: 10
    evidence: {late: {any: [逾期]}, slow: {any: [缓慢]}}
    score:
      deduct: {late: 1, slow: 3}
)";
  const Example cumulate{"C4", "same event", "both cost", rules, {}};
  cumulate.marks("一件逾期。一件缓慢。", 6);
  const Example highest{"C4", "same event", "the dearer one", rules + "      together: [{of: [late, slow], keep: highest}]", {}};
  highest.marks("一件逾期。一件缓慢。", 7);
  const Example lowest{"C4", "same event", "the cheaper one", rules + "      together: [{of: [late, slow], keep: lowest}]", {}};
  lowest.marks("一件逾期。一件缓慢。", 9);
  const Example first{"C4", "same event", "slow cancels late", rules + "      together: [{of: [slow, late], keep: first}]", {}};
  first.marks("一件逾期。一件缓慢。", 7);
  first.marks("一件逾期。", 9);
}

TEST_CASE("C5 a figure that is missing is neither zero nor full") {
  const Framework framework = one_indicator(slope("linear"));
  const Scorecard silent = card(framework, report("没有提到。")), planned = card(framework, report("完成率力争达到90%。"));
  CHECK(std::isnan(marks(silent)));
  CHECK(silent.nodes()[1].state == State::no_evidence);
  CHECK(silent.coverage() == 0);
  CHECK(silent.high() == 100);
  CHECK(planned.nodes()[1].state == State::evidenced);  // without `status` nothing is a plan
  add({"C5", "missing figures", "silence", slope("linear"), "没有提到。", {}, {}}, none, marks(silent));
  Example deduct{"C5", "missing figures", "nothing to take off is no proof of full marks"};
  deduct.indicator = R"(
    full: 5
    evidence: {missing: {any: [缺报], value: {unit: 次}}}
    score: {deduct: {missing: {each: 0.5, of: sum}}})";
  deduct.marks("没有提到。", none);
  deduct.marks("全年缺报0次。", 5);
}

TEST_CASE("C6 0/0 is what the framework says") {
  const auto rate = [](const std::string& zero) {
    return Example{"C6",
                   "no cases, no rate",
                   "0/0 counts as " + zero,
                   R"(
    evidence: {seen: {any: [出庭], value: {unit: 件}}, cases: {any: [应诉], value: {unit: 件}}}
    metrics: {rate: {share: seen, of: cases, when_zero: )" +
                       zero + R"(}}
    score: {rate: {reach: 100%}})",
                   {}};
  };
  rate("full").marks("负责人出庭0件，行政应诉0件。", 1);
  rate("zero").marks("负责人出庭0件，行政应诉0件。", 0);
  rate("not_applicable").marks("负责人出庭0件，行政应诉0件。", none);
  rate("missing").marks("负责人出庭0件，行政应诉0件。", none);
  rate("full").marks("负责人出庭7件，行政应诉8件。", 0);
  rate("full").marks("负责人出庭8件，行政应诉8件。", 1);
  const Framework framework = one_indicator(rate("not_applicable").indicator);
  CHECK(card(framework, report("负责人出庭0件，行政应诉0件。")).nodes()[1].state == State::not_applicable);
  const Scorecard odd = card(framework, report("负责人出庭3件，行政应诉0件。"));
  CHECK(std::isnan(marks(odd)));
  REQUIRE_FALSE(odd.warnings("en").empty());
  CHECK(odd.warnings("en").back().find("divided by 0") != std::string::npos);
  Example inherited = rate("missing");
  inherited.rule = "0/0 counts as the whole framework says (full)";
  inherited.indicator.replace(inherited.indicator.find(", when_zero: missing"), 20, "");
  inherited.root = "zero_over_zero: full";
  inherited.marks("负责人出庭0件，行政应诉0件。", 1);
}

TEST_CASE("C7 more than, about and ranges reach the rule that asks for them") {
  const auto reach = [](const std::string& more, const std::string& rule) {
    return Example{"C7",
                   "qualified figures",
                   rule,
                   R"(
    evidence: {cases: {any: [办结], value: {unit: 件}}}
    score: {cases: {reach: 200件)" +
                       more + "}}",
                   {}};
  };
  const Example stated = reach("", "as stated"), cautious = reach(", cautious: true", "cautiously");
  stated.marks("办结200余件。", 1);
  cautious.marks("办结200余件。", 1);
  stated.marks("办结约200件。", 1);
  cautious.marks("办结约200件。", 0);
  cautious.marks("办结约223件。", 1);  // 223 less a tenth is 200.7
  Example range{"C7", "qualified figures", "cautiously, the lower end of a range"};
  range.indicator = R"(
    evidence: {days: {any: [办结], value: {unit: 天}}}
    score: {days: {from: 10天, to: 0天, cautious: true}})";
  range.marks("3至5天办结。", 0.5);
}

TEST_CASE("C8 less is better, and a fall is below zero") {
  Example rate{"C8", "direction", "a fall of at least 5% is full"};
  rate.indicator = R"(
    evidence: {cases: {any: [发案], value: {unit: "%", change: signed}}}
    score: {cases: {at_most: -5%}})";
  rate.marks("发案同比下降6%。", 1);
  rate.marks("发案同比下降4%。", 0);
  rate.marks("发案同比上升6%。", 0);
}

TEST_CASE("C9 above full marks only where the cap is above them") {
  const Example capped{"C9",
                       "above full marks",
                       "the default cap is the full marks",
                       R"(
    full: 10
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 100%, cap: 12}})",
                       {}};
  capped.marks("完成率115%。", 10);
  const Example open{"C9",
                     "above full marks",
                     "a cap of 12",
                     R"(
    full: 10
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 100%, cap: 12}, cap: 12})",
                     {}};
  open.marks("完成率115%。", 11.5);
  open.marks("完成率150%。", 12);
}

TEST_CASE("C10 words without a figure never meet a numeric rule") {
  Example words{"C10", "no figure", "in the front ranks, kept low"};
  words.indicator = R"(
    evidence: {place: {any: [排名, 居全省], value: {unit: rank}}, loss: {any: [败诉率], value: {unit: "%"}}}
    score: {place: {at_most: 第3}, loss: {at_most: 5%}})";
  words.marks("满意度居全省前列。", none);
  words.marks("败诉率保持低位。", none);
  words.marks("满意度居全省第2。", 1);
}

}  // namespace rulescore::shapes
