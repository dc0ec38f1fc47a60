// S10 to S14, S27: rescaled, and held against others.
#include "table.hpp"

#include "support/catch.hpp"

#include <cmath>

namespace rulescore::shapes {

TEST_CASE("S10 between the worst and the best") {
  Example frontier{"S10", "Doing Business 2020, distance to the frontier", "(worst - y) / (worst - best), here 100 and 0.5 days"};
  frontier.indicator = R"(
    evidence: {days: {any: [开办企业], value: {unit: 天}}}
    score: {days: {from: 100天, to: 0.5天}})";
  frontier.marks("开办企业用时20天。", 80 / 99.5);
  frontier.marks("开办企业用时0.5天。", 1);
  frontier.marks("开办企业用时120天。", 0);
  Example efficacy{"S10", "efficacy form c * (x - m) / (M - m) + d; c 40, d 60", "60 at the least allowed, 100 at the most"};
  efficacy.indicator = R"(
    full: 100
    evidence: {rate: {any: [覆盖率], value: {unit: "%"}}}
    score: {start: 60, rate: {from: 50%, to: 100%, earns: 40}})";
  efficacy.marks("覆盖率75%。", 80);
  efficacy.marks("覆盖率100%。", 100);
  efficacy.marks("覆盖率40%。", 60);
  Example goalpost{"S10", "SSPI, rule of law: goalposts 0 and 1", "a figure from 0 to 1 as it is"};
  goalpost.indicator = R"(
    evidence: {index: {any: [指数], value: {unit: 分}}}
    score: {index: {from: 0, to: 1}})";
  goalpost.marks("法治指数0.73分。", 0.73);
}

TEST_CASE("S11 ratio to the best") {
  Example first{"S11", "city appraisal of staffing", "the first gets 6, the others in proportion to the first"};
  first.indicator = R"(
    full: 6
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {against: highest, target: 1}})";
  first.marks_of_panel({"考核得分90分。", "考核得分45分。", "考核得分60分。"}, {6, 3, 4});
  Example price{"S11", "price scores in procurement, here of 30", "lowest price / price x weight"};
  price.indicator = R"(
    full: 30
    evidence: {price: {any: [报价], value: {unit: 元}}}
    score: {price: {against: lowest, target: 100%}})";
  price.marks_of_panel({"报价80万元。", "报价100万元。", "报价120万元。"}, {30, 24, 20});
}

TEST_CASE("S12 ranks") {
  Example table{"S12", "city appraisal of staffing", "places 1 to 5 get 60, 57, 54, 51, 48, the others nothing"};
  table.indicator = R"(
    full: 60
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score:
      points:
        against: rank
        bands: [{to: 1, earns: 60}, {to: 2, earns: 57}, {to: 3, earns: 54}, {to: 4, earns: 51}, {to: 5, earns: 48}])";
  table.marks_of_panel({"得分70分。", "得分99分。", "得分80分。", "得分95分。", "得分80分。", "得分60分。"},
                       {48, 60, 54, 57, 54, 0});
  Example reverse{"S12", "city appraisal of staffing", "from the last place up 2, 1.9, 1.8, and so on"};
  reverse.indicator = R"(
    full: 2
    evidence: {people: {any: [超编], value: {unit: 人}}}
    score: {people: {against: rank_from_lowest, limit: 1, above: {each: 1, deduct: 0.1, steps: linear}}})";
  reverse.marks_of_panel({"超编3人。", "超编0人。", "超编8人。", "超编5人。"}, {1.9, 2, 1.7, 1.8});
  Example share{"S12", "hospital appraisal", "the first 20% get 2, 40% 1.5, 60% 1, 80% 0.5, the rest nothing"};
  share.indicator = R"(
    full: 2
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score:
      points:
        against: percentile
        bands: [{to: 20%, earns: 2}, {to: 40%, earns: 1.5}, {to: 60%, earns: 1}, {to: 80%, earns: 0.5}, {earns: 0}])";
  share.marks_of_panel({"得分60分。", "得分90分。", "得分70分。", "得分80分。", "得分50分。"}, {0.5, 2, 1, 1.5, 0});
}

TEST_CASE("S13 the mean of the peers") {
  Example age{"S13", "city appraisal of staffing", "a mean age not above the departments' mean gets 2"};
  age.indicator = R"(
    full: 2
    evidence: {age: {any: [平均年龄], value: {unit: 年}}}
    score: {age: {against: mean, at_most: 0年}})";
  age.marks_of_panel({"平均年龄40年。", "平均年龄42年。", "平均年龄44年。"}, {2, 2, 0});
  Example satisfaction{"S13", "county target appraisal 2016", "satisfaction below the provincial mean costs 1"};
  satisfaction.indicator = R"(
    full: 5
    evidence: {share: {any: [满意率], value: {unit: "%"}}}
    score: {deduct: {share: {against: mean, under: 0%, earns: 1}}})";
  satisfaction.marks_of_panel({"群众安全感满意率95%。", "群众安全感满意率91%。"}, {5, 4});
}

TEST_CASE("S14 the year before") {
  Example offences{"S14", "county target appraisal 2016", "more offences than the year before cost 1"};
  offences.indicator = R"(
    full: 4
    evidence: {cases: {any: [刑事案件], value: {unit: 起}}}
    score: {deduct: {cases: {against: previous, over: 0起, earns: 1}}})";
  const Framework one = one_indicator(offences.indicator);
  const auto two_years = cards(one, {report("刑事案件100起。", "甲市", 2019), report("刑事案件110起。", "甲市", 2020),
                                     report("刑事案件90起。", "乙市", 2019), report("刑事案件90起。", "乙市", 2020)});
  add({"S14", offences.source, offences.rule, offences.indicator, "100起 then 110起", {}, {}}, 3, marks(two_years[1]));
  add({"S14", offences.source, offences.rule, offences.indicator, "90起 then 90起", {}, {}}, 4, marks(two_years[3]));
  CHECK(std::isnan(marks(two_years[0])));

  Example theft{"S14", "county public security appraisal", "each point that thefts rise costs 0.5"};
  theft.indicator = R"(
    full: 10
    evidence: {thefts: {any: [盗窃案件], value: {unit: "%", change: signed}}}
    score: {deduct: {thefts: {limit: 0%, earns: 0, above: {each: 1%, add: 0.5, steps: linear}}}})";
  theft.marks("盗窃案件同比上升4%。", 8);
  theft.marks("盗窃案件同比下降4%。", 10);

  Example assets{"S14", "enterprise appraisal", "net assets up two years 15, kept 9, down one year 6, down both 0"};
  assets.indicator = R"(
    full: 15
    evidence:
      first: {any: [首年净资产], value: {unit: "%", change: signed}}
      second: {any: [次年净资产], value: {unit: "%", change: signed}}
    metrics: {worse: {least: [first, second]}, better: {greatest: [first, second]}}
    score:
      take: min
      worse: {bands: [{over: 0%, earns: 15}, {from: 0%, earns: 9}, {earns: 6}]}
      better: {reach: 0%})";
  assets.marks("首年净资产增长3%，次年净资产增长2%。", 15);
  assets.marks("首年净资产增长0%，次年净资产增长2%。", 9);
  assets.marks("首年净资产下降1%，次年净资产增长2%。", 6);
  assets.marks("首年净资产下降1%，次年净资产下降2%。", 0);
}

TEST_CASE("S27 standardised") {
  Example given{"S27", "Doing Business teaching case; mean 80 and sd 10 are given",
                "z = (x - mean) / sd, on a line from -2 to 2"};
  given.indicator = R"(
    full: 100
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {against: {mean: 80, sd: 10}, from: -2, to: 2}})";
  given.marks("综合得分95分。", 87.5);
  given.marks("综合得分80分。", 50);
  given.marks("综合得分55分。", 0);
  Example panel{"S27", "z-scores over the panel", "z among the peers, on a line from -2 to 2"};
  panel.indicator = R"(
    full: 100
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {against: z, from: -2, to: 2}})";
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sd 2.
  panel.marks_of_panel({"得分2分。", "得分4分。", "得分4分。", "得分4分。", "得分5分。", "得分5分。", "得分7分。", "得分9分。"},
                       {12.5, 37.5, 37.5, 37.5, 50, 50, 75, 100});
}

}  // namespace rulescore::shapes
