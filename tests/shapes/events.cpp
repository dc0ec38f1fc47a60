// S15 to S22, S26: occurrences, checklists, rubrics, bonuses and deductions.
#include "table.hpp"

#include "support/catch.hpp"

#include <limits>

namespace rulescore::shapes {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("S15 it gets dearer when it happens again") {
  Example findings{"S15", "safety appraisal", "a finding costs 0.3, one not mended 1, the same notified twice 2"};
  findings.indicator = R"(
    full: 10
    evidence: {found: {any: [发现隐患]}, open: {any: [未整改]}, again: {any: [两次通报]}}
    score: {deduct: {found: {each: 0.3}, open: {each: 1}, again: {each: 2}}})";
  findings.marks("三月发现隐患。六月发现隐患。其中一处未整改。", 8.4);
  findings.marks("三月发现隐患。同一隐患被两次通报。", 7.7);
  Example twice{"S15", "city appraisal of staffing", "once costs 0.5, twice or more the whole item"};
  twice.indicator = R"(
    full: 3
    evidence: {breach: {any: [违规], value: {unit: 次}}}
    score: {deduct: {breach: {of: sum, bands: [{from: 2次, earns: 3}, {from: 1次, earns: 0.5}]}}})";
  twice.marks("查出违规进人1次。", 2.5);
  twice.marks("查出违规进人2次。", 0);
  twice.marks("全年违规进人0次。", 3);
}

TEST_CASE("S16 a checklist") {
  Example list{"S16", "county river-chief appraisal 2018", "a team 1, a liaison 3, three meetings 3 (each fewer costs 1)"};
  list.indicator = R"(
    full: 7
    evidence: {team: {any: [领导小组]}, liaison: {any: [联络员]}, meetings: {any: [会议], value: {unit: 次}}}
    score:
      take: sum
      team: 1
      liaison: 3
      meetings: {target: 3次, earns: 3, below: {each: 1次, deduct: 1, steps: linear}})";
  list.marks("成立领导小组，明确联络员，召开会议3次。", 7);
  list.marks("成立领导小组，召开会议2次。", 3);
  list.marks("召开会议5次。", 3);
}

TEST_CASE("S17 a rubric") {
  Example systems{"S17", "county appraisal of law-based government", "two systems 6, one 3 less, none nothing"};
  systems.indicator = R"(
    full: 6
    evidence: {system: {any: [公示制度, 追责制度]}, none: {any: [尚无制度]}}
    score: {system: {of: count, bands: [{from: 2, earns: 6}, {from: 1, earns: 3}]}, none: 0})";
  systems.marks("建立公示制度。建立追责制度。", 6);
  systems.marks("建立公示制度。", 3);
  systems.marks("尚无制度。", 0);
  Example anchors{"S17", "five anchors 5-4-3-2-1", "the best that the text shows"};
  anchors.indicator = R"(
    full: 5
    evidence: {five: {any: [形成长效机制]}, three: {any: [制定办法]}, one: {any: [开展探索]}}
    score: {five: 5, three: 3, one: 1})";
  anchors.marks("制定办法，开展探索。", 3);
  Example grades{"S17", "department appraisal", "excellent 1 more, good nothing, fair 0.5 less, poor 2 less, around 3 (ours)"};
  grades.indicator = R"(
    full: 3
    evidence: {excellent: {any: [评为优秀]}, fair: {any: [评为一般]}, poor: {any: [评为较差]}}
    score: {start: 3, bonus: {excellent: 1}, deduct: {fair: 0.5, poor: 2}, cap: 4})";
  grades.marks("年度评为优秀。", 4);
  grades.marks("年度评为一般。", 2.5);
  grades.marks("年度评为较差。", 1);
}

TEST_CASE("S18 an assessor's deduction within bounds") {
  Example order{"S18", "county appraisal of law-based government", "disorder costs up to 10 of 16, as the assessor sees it"};
  order.indicator = R"(
    full: 16
    evidence: {disorder: {any: [秩序混乱]}}
    score: {deduct: {disorder: {given: 10}}})";
  order.marks_of_facts("没有提到。", fact("A", 4, R"("kind":"expert","rule":"disorder")"), 12);
  order.marks_of_facts("没有提到。", fact("A", 10, R"("kind":"expert","rule":"disorder")"), 6);
  order.marks_of_facts("没有提到。", fact("A", 11, R"("kind":"expert","rule":"disorder")"), none);
  order.marks("一处秩序混乱。", none);
}

TEST_CASE("S19 on time") {
  Example plan{"S19", "county appraisal of law-based government", "a plan filed within 30 days gets 2"};
  plan.indicator = R"(
    full: 2
    evidence: {days: {any: [报备], value: {unit: 天}}}
    score: {days: {at_most: 30天}})";
  plan.marks("印发后30天内报备方案。", 2);
  plan.marks("印发后31天报备方案。", 0);
  Example overdue{"S19", "department appraisal", "each overdue costs 0.5; slow (2 here, ours) cancels what overdue cost"};
  overdue.indicator = R"(
    full: 10
    evidence: {overdue: {any: [逾期], value: {unit: 次}}, slow: {any: [办理缓慢]}}
    score:
      deduct: {overdue: {each: 0.5, of: sum}, slow: 2}
      together: [{of: [slow, overdue], keep: first}])";
  overdue.marks("逾期3次。", 8.5);
  overdue.marks("逾期6次，被认定办理缓慢。", 8);
  Example daily{"S19", "administrative contract", "each day late costs 2, from the eleventh on 10"};
  daily.indicator = R"(
    full: 100
    evidence: {late: {any: [迟交], value: {unit: 天}}}
    score: {deduct: {late: {of: sum, tiers: [{from: 0天, each: 2}, {from: 10天, each: 10}]}}})";
  daily.marks("材料迟交4天。", 92);
  daily.marks("材料迟交12天。", 60);
}

TEST_CASE("S20 a bonus in tiers") {
  Example items{"S20", "department appraisal", "beyond 10 items 0.3 each, beyond 20 0.4, beyond 30 0.5, at most 25 a year"};
  items.indicator = R"(
    full: 25
    evidence: {items: {any: [承办], value: {unit: 项}}}
    score:
      bonus:
        items: {of: sum, tiers: [{from: 10项, each: 0.3}, {from: 20项, each: 0.4}, {from: 30项, each: 0.5}], cap: 25})";
  items.marks("承办工作8项。", 0);
  items.marks("承办工作25项。", 5);
  items.marks("承办工作35项。", 9.5);
  items.marks("承办工作90项。", 25);
}

TEST_CASE("S21 recognition by level") {
  Example instructions{"S21", "district appraisal of information work",
                       "6 to begin with; noted by the district 10, the city 20, the province 40 each"};
  instructions.indicator = R"(
    full: 6
    evidence: {district: {any: [区领导批示]}, city: {any: [市领导批示]}, province: {any: [省领导批示]}}
    score: {start: 6, bonus: {district: {each: 10}, city: {each: 20}, province: {each: 40}}, cap: none})";
  instructions.marks("获区领导批示。获市领导批示。又获市领导批示。", 56);
  instructions.marks("获省领导批示。", 46);
  Example media{"S21", "county river-chief appraisal 2018", "provincial media 3, city 2, county 1"};
  media.indicator = R"(
    full: 6
    evidence: {province: {any: [省级媒体]}, city: {any: [市级媒体]}, county: {any: [县级媒体]}}
    score: {take: sum, province: {each: 3}, city: {each: 2}, county: {each: 1}})";
  media.marks("省级媒体报道。县级媒体报道。", 4);
  Example honours{"S21", "university appraisal", "university honours without limit, lower levels together at most 20"};
  honours.indicator = R"(
    full: 100
    evidence: {university: {any: [校级]}, school: {any: [院级]}, office: {any: [处级]}}
    score:
      bonus: {university: {each: 10}, school: {each: 8}, office: {each: 6}}
      together: [{of: [school, office], cap: 20}]
      cap: none)";
  honours.marks("校级表彰。院级表彰一。院级表彰二。处级表彰。", 30);
  honours.marks("院级表彰。处级表彰。", 14);
}

TEST_CASE("S22 a list of what must not happen") {
  Example list{"S22", "county target appraisal 2016",
               "no review of a decision 0.5, unlawful licence or penalty 0.5, reversed on reconsideration 1, judgment not obeyed "
               "1, no benchmark or recording 0.5, no counsel 0.5"};
  list.indicator = R"(
    full: 5
    evidence:
      review: {any: [未经合法性审查]}
      power: {any: [违法设定]}
      reversed: {any: [复议撤销]}
      judgment: {any: [未履行判决]}
      benchmark: {any: [未建立裁量基准]}
      counsel: {any: [未配备法律顾问]}
    score:
      deduct: {review: 0.5, power: 0.5, reversed: {each: 1}, judgment: {each: 1}, benchmark: 0.5, counsel: 0.5})";
  list.marks("一项决策未经合法性审查。一案被复议撤销。另一案被复议撤销。未配备法律顾问。", 2);
  list.marks("一案未履行判决。", 4);
}

TEST_CASE("S26 a base, more and less") {
  Example base{"S26", "university appraisal", "60 to begin with, entries add and take off"};
  base.indicator = R"(
    full: 100
    evidence: {honours: {any: [表彰], value: {unit: 项}}, faults: {any: [通报批评], value: {unit: 次}}}
    score: {start: 60, bonus: {honours: {each: 5, of: sum}}, deduct: {faults: {each: 10, of: sum}}})";
  base.marks("获得表彰3项，被通报批评1次。", 65);
  base.marks("获得表彰12项。", 100);
  Example fraud{"S26", "appraisal of returns", "30 to begin with, each fault costs 5, fraud 30 at once"};
  fraud.indicator = R"(
    full: 30
    evidence: {faults: {any: [差错], value: {unit: 处}}, fraud: {any: [弄虚作假]}}
    score: {deduct: {faults: {each: 5, of: sum}, fraud: 30}})";
  fraud.marks("报表差错2处。", 20);
  fraud.marks("报表差错2处，并有弄虚作假。", 0);
}

}  // namespace rulescore::shapes
