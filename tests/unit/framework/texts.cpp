#include "texts.hpp"

namespace rulescore::testing {

const std::string_view rich = R"(# Everything once.
rulescore: 1
id: rich-1
version: "2021.1"
title: {zh: 样例, en: Sample}
full: 200
missing: exclude
bands:
  - {from: 180, name: {zh: 优秀, en: excellent}}
  - {from: 120, name: 合格}
lexicon:
  established: [建立, 健全, 完善]
  more: [印发, {lexicon: established}]
figures:
  whole: {全覆盖: 100%, 无一遗漏: 100%}
status:
  headings:
    plan: [下一步, 工作打算]
    problem: [存在的问题]
  planned:
    - {any: [力争, 拟], unless: [模拟, 虚拟], direction: forward, in: clause}
  problem:
    - {any: [薄弱, 有待], direction: both, in: sentence}
  achieved:
    - {any: [避免了], direction: backward, in: clause}
children:
  - code: E
    title: {zh: 监督, en: Oversight}
    weight: 3
    owner: 司法局
    children:
      - code: E1.3
        number: 61
        title: {zh: 负责人出庭应诉, en: Heads in court}
        asks: {zh: 负责人应当出庭, en: The head appears in court}
        weight: 2.5
        owner: 法院
        effort: 2
        evidence:
          rate:
            any: [出庭应诉率, 出庭率]
            none: [旁听]
            in: sentence
            value: {unit: "%", within: sentence, side: after, optional: false, words: whole}
          count: {any: [出庭], all: [[负责人, 首长], 应诉], value: {unit: [件, 次], each: true}}
          fall: {any: [败诉率], value: {unit: "%", change: decrease}}
          mechanism: {any: [负责人…应诉], near: {lexicon: more, within: 12, side: before}}
          notice: {any: [通报], context: {any: [行政诉讼], in: paragraph}}
        score:
          take: mean
          rate: {from: 50%, to: 100%}
          count: {each: 0.25, cap: 0.75}
          all_of: {mechanism: 0.8, notice: 1}
          otherwise: {fall: {points: {5%: 0.2, 10%: 0.6, 20%: 1}}}
          problem: {cost: 0.2}
        basis: {target: local-practice, floor: ours}
        examples:
          - text: 负责人出庭应诉率100%。
            find: {rule: rate, value: 100, unit: "%", status: achieved}
          - text: 组织旁听庭审12次。
            find: nothing
      - code: E1.4
        number: 62
        title: 审理时限
        evidence:
          days: {any: [审理期限], value: {unit: 天}}
          total: {any: [受理], value: {unit: 件}}
          level: {any: [公开率], value: {unit: "%"}}
        score: {take: min, days: {at_most: 30天}, total: {total: 50件}, level: {reach: 90%}}
        basis: national
        examples:
          - text: 平均审理期限45天，受理件数60件。
            find: [{rule: days, value: 45}, {rule: total, value: 60}]
  - code: F
    title: 队伍
    evidence:
      trained: {all: [培训], value: {unit: 学时}}
    score: {trained: {target: 40学时}}
)";

const std::string_view rich_scoring = R"(# Every key of the tree and of the scoring language once.
rulescore: 1
id: rich-2
version: "1"
title: 样例
full: 100
aggregate: {geometric: {floor: 0.02}}
missing: {prior: 0.4}
min_coverage: 0.3
not_applicable: rescale
floor: 5
cap: 110
zero_over_zero: full
peers: [level, year]
scorers: {text: 50, expert: {weight: 30, drop: 1, drop_from: 3}, survey: 20}
grade: {decimals: 1}
bands:
  - {from: 90, name: 优秀}
  - {from: 60, name: 合格}
quotas: {优秀: 20%, 合格: 50%}
veto: {below: 0.3, then: {band_at_most: 合格}}
applies: {level: [prefecture, county], year: {from: 2021, to: 2025}}
excludes: {province: 海南省}
children:
  - code: A
    title: 甲
    full: 60
    aggregate: {owa: [0.5, 0.3, 0.2]}
    missing: exclude
    not_applicable: full
    bands:
      - {from: 50, name: 好}
    children:
      - code: A1
        title: 率
        full: 10
        veto: [{found: late, then: zero}, {below: 20%, then: fail}]
        evidence:
          closed: {any: [办结], value: {unit: 件}}
          received: {any: [受理], value: {unit: 件}}
          rate: {any: [办结率], value: {unit: "%", change: signed}}
          late: {any: [逾期], value: {unit: 件, optional: true}}
          slow: {any: [超期]}
          first: {any: [首创]}
        metrics:
          closing: {share: closed, of: received, when_zero: zero}
          growth: {growth: closed, from: received}
          both: {sum: [closed, received]}
          more: {difference: received, minus: closed}
          per: {ratio: closed, to: received}
          least: {least: [closed, received]}
        score:
          take: mean
          start: 1
          closing: {target: 95%, below: {each: 1%, deduct: 0.5, steps: started}, cutoff: 60%, weight: 2}
          growth: {bands: [{from: 80%, earns: 6}, {over: 70%, earns: 4}, {earns: 1}]}
          both: {tiers: [{from: 10, each: 0.3}, {from: 20, each: 0.4}], cap: 4}
          more: {at_most: 5, earns: 3}
          per: {against: {mean: 0.8, sd: 0.1}, from: 0, to: 2}
          least: {reach: {metric: both}, of: mean, drop: 1, drop_from: 3}
          rate: {between: [40%, 60%], above: {each: 2%, deduct: 0.2, steps: linear}, below: {each: 3%, deduct: 0.1, steps: completed}, cautious: true}
          deduct: {late: {each: 0.5, cap: 2}, slow: 0.7}
          bonus: {first: 1.5}
          together:
            - {of: [late, slow], keep: highest}
          problem: {each: 0.2, cap: 0.6}
          floor: 0.5
          cap: 11
        examples:
          - {text: 办结率95%。, find: {rule: rate, value: 95}}
      - code: A2
        title: 日
        scorers: {text: 1, statistic: 2}
        missing: full
        applies: {jurisdiction: [青岛市]}
        evidence:
          day: {any: [公布], value: {unit: date}}
          rank: {any: [满意率], value: {unit: "%"}}
          panel: {any: [评议], value: {unit: 分}}
        score:
          day: {by: 3月31日, earns: 0.6}
          panel: {given: 10}
          rank: {against: percentile, limit: 20%, above: {each: 10%, deduct: 0.1, steps: completed}}
  - code: B
    title: 乙
    aggregate: {power: 0.5, floor: 0.01}
    floor: 1
    cap: 39
    children:
      - {code: B1, title: 分, score: {given: {out_of: 100, by: [expert, survey], drop: 1, drop_from: 4}}}
      - {code: B2, title: 加, role: bonus, full: 3, evidence: {won: {any: [获奖]}}, score: {won: 1}}
      - {code: B3, title: 扣, role: deduction, full: 4, evidence: {lost: {any: [通报批评]}}, score: {lost: 1}}
)";

}  // namespace rulescore::testing
