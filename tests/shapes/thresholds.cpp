// S01 to S09: a figure against a line.
#include "table.hpp"

#include "support/catch.hpp"

#include <limits>

namespace rulescore::shapes {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("S01 all or nothing") {
  Example refusal{"S01", "county river-chief appraisal 2018", "cooperation is worth 5, any refusal costs all of it"};
  refusal.indicator = R"(
    full: 5
    evidence: {helps: {any: [配合检查]}, refuses: {any: [拒绝检查]}}
    score: {helps: 5, deduct: {refuses: 5}})";
  refusal.marks("各部门配合检查。", 5);
  refusal.marks("各部门配合检查。一个部门拒绝检查。", 0);
  Example sewage{"S01", "county river-chief appraisal 2018", "a treatment rate of at least 80% gets 10, else 0"};
  sewage.indicator = R"(
    full: 10
    evidence: {rate: {any: [处理率], value: {unit: "%"}}}
    score: {rate: {reach: 80%}})";
  sewage.marks("污水处理率80%。", 10);
  sewage.marks("污水处理率79.9%。", 0);
}

TEST_CASE("S02 so much off for each occurrence, down to nothing") {
  Example reports{"S02", "county river-chief appraisal 2018", "5 marks, each missing monthly report costs 0.5"};
  reports.indicator = R"(
    full: 5
    evidence: {missing: {any: [缺报], value: {unit: 次}}}
    score: {deduct: {missing: {each: 0.5, of: sum}}})";
  reports.marks("缺报月报3次。", 3.5);
  reports.marks("缺报月报12次。", 0);
  reports.marks("没有提到。", none);
  Example meetings{"S02", "county river-chief appraisal 2018", "2 marks, each absence costs 0.5"};
  meetings.indicator = R"(
    full: 2
    evidence: {absent: {any: [缺席会议]}}
    score: {deduct: {absent: {each: 0.5}}})";
  meetings.marks("一季度缺席会议。\n二季度缺席会议。", 1);
  Example filing{"S02", "county appraisal of law-based government", "each normative document not filed costs 1"};
  filing.indicator = R"(
    full: 3
    evidence: {unfiled: {any: [未备案], value: {unit: 件}}}
    score: {deduct: {unfiled: {each: 1, of: sum}}})";
  filing.marks("规范性文件未备案2件。", 1);
}

TEST_CASE("S03 a target, and so much off for each point below it") {
  Example first{"S03", "city appraisal of staffing", "80% gets 1, each point lower costs 0.1"};
  first.indicator = R"(
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 80%, below: {each: 1%, deduct: 0.1, steps: linear}}})";
  first.marks("完成率85%。", 1);
  first.marks("完成率78%。", 0.8);
  first.marks("完成率78.5%。", 0.85);
  first.marks("完成率60%。", 0);
  Example second{"S03", "city appraisal of staffing", "50% gets 2, each point lower costs 0.05"};
  second.indicator = R"(
    full: 2
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 50%, below: {each: 1%, deduct: 0.05, steps: linear}}})";
  second.marks("完成率40%。", 1.5);
  second.marks("完成率50%。", 2);
  Example third{"S03", "bank appraisal; the line (95%) is ours", "30 for being on time, each point below the line costs 3"};
  third.indicator = R"(
    full: 30
    evidence: {rate: {any: [及时率], value: {unit: "%"}}}
    score: {rate: {target: 95%, below: {each: 1 pp, deduct: 3, steps: started}}})";
  third.marks("报送及时率93%。", 24);
  third.marks("报送及时率92.5%。", 21);
}

TEST_CASE("S04 the same with a cut-off") {
  Example first{"S04", "utility appraisal", "100% gets 30, each point lower costs 1, below 90% nothing"};
  first.indicator = R"(
    full: 30
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 100%, below: {each: 1%, deduct: 1, steps: linear}, cutoff: 90%}})";
  first.marks("完成率100%。", 30);
  first.marks("完成率95%。", 25);
  first.marks("完成率90%。", 20);
  first.marks("完成率89.9%。", 0);
  Example second{"S04", "hospital appraisal", "85% is full, each 5 points lower cost 15% of the weight, below 70% nothing"};
  second.indicator = R"(
    evidence: {rate: {any: [达标率], value: {unit: "%"}}}
    score: {rate: {target: 85%, below: {each: 5%, deduct: 0.15, steps: linear}, cutoff: 70%}})";
  second.marks("达标率85%。", 1);
  second.marks("达标率80%。", 0.85);
  second.marks("达标率70%。", 0.55);
  second.marks("达标率69%。", 0);
}

TEST_CASE("S05 in proportion, up to full marks") {
  Example cases{"S05", "county river-chief appraisal 2018", "10 cases get 15, fewer in proportion"};
  cases.indicator = R"(
    full: 15
    evidence: {cases: {any: [查处], value: {unit: 件}}}
    score: {cases: {target: 10件}})";
  cases.marks("查处案件6件。", 9);
  cases.marks("查处案件10件。", 15);
  cases.marks("查处案件14件。", 15);
}

TEST_CASE("S06 bands") {
  Example first{"S06", "school appraisal", "from 80% 6, from 70% 4, from 60% 2, else 0"};
  first.indicator = R"(
    full: 6
    evidence: {rate: {any: [合格率], value: {unit: "%"}}}
    score: {rate: {bands: [{from: 80%, earns: 6}, {from: 70%, earns: 4}, {from: 60%, earns: 2}]}})";
  first.marks("合格率80%。", 6);
  first.marks("合格率79.99%。", 4);
  first.marks("合格率60%。", 2);
  first.marks("合格率59.9%。", 0);
  Example second{"S06", "hospital appraisal", "100% 8, from 95% 3 less, from 90% 5 less, else 0"};
  second.indicator = R"(
    full: 8
    evidence: {rate: {any: [合格率], value: {unit: "%"}}}
    score: {rate: {bands: [{from: 100%, earns: 8}, {from: 95%, earns: 5}, {from: 90%, earns: 3}, {earns: 0}]}})";
  second.marks("合格率100%。", 8);
  second.marks("合格率97%。", 5);
  second.marks("合格率90%。", 3);
  second.marks("合格率89%。", 0);
  Example third{"S06", "target appraisal", "the plan met 40, 90% 35, 80% 30 and so on, under 50% nothing"};
  third.indicator = R"(
    full: 40
    evidence: {rate: {any: [计划完成率], value: {unit: "%"}}}
    score:
      rate:
        bands:
          - {from: 100%, earns: 40}
          - {from: 90%, earns: 35}
          - {from: 80%, earns: 30}
          - {from: 70%, earns: 25}
          - {from: 60%, earns: 20}
          - {from: 50%, earns: 15}
          - {earns: 0})";
  third.marks("计划完成率101%。", 40);
  third.marks("计划完成率85%。", 30);
  third.marks("计划完成率49%。", 0);
  Example fourth{"S06", "university appraisal", "8 papers and more 10, 3 to 7 5, up to 2 nothing"};
  fourth.indicator = R"(
    full: 10
    evidence: {papers: {any: [论文], value: {unit: 篇}}}
    score: {papers: {bands: [{from: 8篇, earns: 10}, {from: 3篇, earns: 5}, {earns: 0}]}})";
  fourth.marks("发表论文9篇。", 10);
  fourth.marks("发表论文7篇。", 5);
  fourth.marks("发表论文2篇。", 0);
}

TEST_CASE("S07 above the target") {
  Example first{"S07", "target appraisal", "each further 10% add 2, at most 6, to the 40 of the plan"};
  first.indicator = R"(
    full: 40
    evidence: {rate: {any: [计划完成率], value: {unit: "%"}}}
    score:
      rate: {reach: 100%}
      bonus: {rate: {limit: 100%, earns: 0, above: {each: 10%, add: 2, steps: completed}, cap: 6}}
      cap: 46)";
  first.marks("计划完成率100%。", 40);
  first.marks("计划完成率125%。", 44);
  first.marks("计划完成率170%。", 46);
  Example second{"S07", "utility appraisal", "67% gets 35, each point more or less 1 more or less, at most 43"};
  second.indicator = R"(
    full: 35
    evidence: {rate: {any: [回收率], value: {unit: "%"}}}
    score:
      rate:
        target: 67%
        above: {each: 1%, add: 1, steps: linear}
        below: {each: 1%, deduct: 1, steps: linear}
        cap: 43
      cap: 43)";
  second.marks("回收率67%。", 35);
  second.marks("回收率70%。", 38);
  second.marks("回收率80%。", 43);
  second.marks("回收率60%。", 28);
  Example third{"S07", "target appraisal", "under 60% nothing, 100% full, more in proportion up to 120%"};
  third.indicator = R"(
    evidence: {rate: {any: [完成率], value: {unit: "%"}}}
    score: {rate: {target: 100%, cutoff: 60%, cap: 1.2}, cap: 1.2})";
  third.marks("完成率59%。", 0);
  third.marks("完成率80%。", 0.8);
  third.marks("完成率130%。", 1.2);
}

TEST_CASE("S08 less is better") {
  Example bargaining{"S08", "bank appraisal; the line (10%) is ours", "each point above the line costs 1"};
  bargaining.indicator = R"(
    full: 20
    evidence: {rate: {any: [议价率], value: {unit: "%"}}}
    score: {rate: {limit: 10%, above: {each: 1%, deduct: 1, steps: linear}}})";
  bargaining.marks("议价率13%。", 17);
  bargaining.marks("议价率9%。", 20);
  Example complaints{"S08", "bank appraisal; the line (0.5%) is ours", "each 0.1 point above the line cost 2"};
  complaints.indicator = R"(
    full: 20
    evidence: {rate: {any: [投诉率], value: {unit: "%"}}}
    score: {rate: {limit: 0.5%, above: {each: 0.1%, deduct: 2, steps: completed}}})";
  complaints.marks("投诉率0.8%。", 14);
  complaints.marks("投诉率0.89%。", 14);
  Example age{"S08", "city appraisal of staffing; the line (40) is ours", "each year of mean age above the line costs 0.5"};
  age.indicator = R"(
    full: 5
    evidence: {age: {any: [平均年龄], value: {unit: 年}}}
    score: {age: {limit: 40年, above: {each: 1年, deduct: 0.5, steps: started}}})";
  age.marks("平均年龄42.3年。", 3.5);
}

TEST_CASE("S09 off to either side, with a floor") {
  Example bid{"S09", "bidding rules", "0 to 2% off gets 35, each point above costs 0.4, below 0.2, never under 25"};
  bid.indicator = R"(
    full: 35
    evidence: {bid: {any: [报价], value: {unit: 元}}, base: {any: [基准价], value: {unit: 元}}}
    metrics: {off: {growth: bid, from: base}}
    score:
      off:
        between: [0%, 2%]
        above: {each: 1%, deduct: 0.4, steps: linear}
        below: {each: 1%, deduct: 0.2, steps: linear}
        floor: 25)";
  bid.marks("报价101元，基准价100元。", 35);
  bid.marks("报价105元，基准价100元。", 33.8);
  bid.marks("报价97元，基准价100元。", 34.4);
  bid.marks("报价160元，基准价100元。", 25);
}

}  // namespace rulescore::shapes
