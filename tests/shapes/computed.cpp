// S23 to S25, S28, S29: imported, computed and averaged figures, several rates, durations and dates.
#include "table.hpp"

#include "support/catch.hpp"

namespace rulescore::shapes {

TEST_CASE("S23 an imported score") {
  Example city{"S23", "city appraisal of staffing", "the city's performance score, converted (from 100 to 10)"};
  city.indicator = R"(
    full: 10
    evidence: {points: {any: [绩效考核], value: {unit: 分}}}
    score: {points: {out_of: 100}})";
  city.marks("市绩效考核得分88.5分。", 8.85);
  city.marks_of_facts("没有提到。", fact("A", 92, R"("kind":"statistic","unit":"分")"), 9.2);
}

TEST_CASE("S24 a target that is computed") {
  Example staff{"S24", "city appraisal of staffing",
                "the share of staff in business units must reach the units' own share, each point lower costs 0.1"};
  staff.indicator = R"(
    evidence:
      people: {any: [业务人员], value: {unit: 人}}
      staff: {any: [在编人员], value: {unit: 人}}
      business: {any: [业务机构], value: {unit: 个}}
      units: {any: [内设机构], value: {unit: 个}}
    metrics: {share: {share: people, of: staff}, line: {share: business, of: units}}
    score: {share: {target: {metric: line}, below: {each: 1%, deduct: 0.1, steps: linear}}})";
  staff.marks("业务人员72人，在编人员100人；业务机构6个，内设机构8个。", 0.7);
  staff.marks("业务人员80人，在编人员100人；业务机构6个，内设机构8个。", 1);
}

TEST_CASE("S25 the mean over objects, trimmed or not") {
  Example mean{"S25", "A = sum(Ai) / n", "the mean of the rates of all units"};
  mean.indicator = R"(
    full: 100
    evidence: {rate: {any: [合格率], value: {unit: "%", each: true}}}
    score: {rate: {of: mean, from: 0%, to: 100%}})";
  mean.marks("甲单位合格率90%。乙单位合格率80%。丙单位合格率70%。", 80);
  Example experts{"S25", "expert panel", "without the highest and the lowest where there are at least three"};
  experts.indicator = R"(
    full: 100
    score: {given: {out_of: 100, by: [expert], drop: 1, drop_from: 3}})";
  const auto panel = [](std::vector<double> marks) {
    std::string facts;
    for (const double one : marks)
      facts += fact("A", one, R"("kind":"expert","rule":"","quote":")" + std::to_string(facts.size()) + "\"");
    return facts;
  };
  experts.marks_of_facts("没有提到。", panel({80, 85, 95, 90}), 87.5);
  experts.marks_of_facts("没有提到。", panel({80, 85}), 82.5);
  Example plain{"S25", "procurement, the other method", "the plain mean of the experts"};
  plain.indicator = R"(
    full: 100
    score: {given: {out_of: 100, by: [expert]}})";
  plain.marks_of_facts("没有提到。", panel({80, 85, 95, 91}), 87.75);
}

TEST_CASE("S28 several rates, all at 100%") {
  const std::string rules = R"(
    evidence:
      filed: {any: [备案率], value: {unit: "%"}}
      on_time: {any: [及时率], value: {unit: "%"}}
      sound: {any: [规范率], value: {unit: "%"}}
)";
  Example all{"S28", "national criteria, item 27", "filing, timeliness and conformity all at 100%"};
  all.indicator = rules + "    score: {all_of: {filed: {reach: 100%}, on_time: {reach: 100%}, sound: {reach: 100%}}}";
  all.marks("备案率100%，及时率100%，规范率100%。", 1);
  all.marks("备案率100%，及时率100%，规范率99%。", 0);
  all.marks("备案率100%，及时率100%。", 0);
  Example least{"S28", "national criteria, item 27; combined by the lowest", "the lowest of three rates out of 100%"};
  least.indicator = rules + "    score: {take: min, filed: {target: 100%}, on_time: {target: 100%}, sound: {target: 100%}}";
  least.marks("备案率100%，及时率90%，规范率95%。", 0.9);
  Example mean{"S28", "national criteria, item 27; combined by the mean", "the mean of three rates out of 100%"};
  mean.indicator = rules + "    score: {take: mean, filed: {target: 100%}, on_time: {target: 100%}, sound: {target: 100%}}";
  mean.marks("备案率100%，及时率90%，规范率95%。", 0.95);
  Example each{"S28", "national criteria, item 27; each for itself", "a third for each rate at 100%"};
  each.indicator =
      "    full: 3\n" + rules.substr(1) +
      "    score: {take: sum, filed: {reach: 100%, earns: 1}, on_time: {reach: 100%, earns: 1}, sound: {reach: 100%, earns: 1}}";
  each.marks("备案率100%，及时率90%，规范率100%。", 2);
}

TEST_CASE("S29 how long, and by when") {
  Example month{"S29", "national criteria, item 24", "comments invited for at least 30 days"};
  month.indicator = R"(
    evidence: {days: {any: [征求意见], value: {unit: 天}}}
    score: {days: {reach: 30}})";
  month.marks("公开征求意见30天。", 1);
  month.marks("公开征求意见29天。", 0);
  Example week{"S29", "national criteria, item 30", "at least 7 working days"};
  week.indicator = R"(
    evidence: {days: {any: [征求意见], value: {unit: 个工作日}}}
    score: {days: {reach: 7个工作日}})";
  week.marks("征求意见7个工作日。", 1);
  week.marks("征求意见5个工作日。", 0);
  Example april{"S29", "rules on annual reports, article 24", "published before 1 April"};
  april.indicator = R"(
    evidence: {day: {any: [发布], value: {unit: date}}}
    score: {day: {before: 4月1日}})";
  april.marks("年度报告于2021年3月31日发布。", 1);
  april.marks("年度报告于4月1日发布。", 0);
  Example by{"S29", "rules on annual reports, article 24, said the other way", "published by 31 March"};
  by.indicator = R"(
    evidence: {day: {any: [发布], value: {unit: date}}}
    score: {day: {by: 3月31日}})";
  by.marks("年度报告于3月31日发布。", 1);
  by.marks("年度报告于4月2日发布。", 0);
}

}  // namespace rulescore::shapes
