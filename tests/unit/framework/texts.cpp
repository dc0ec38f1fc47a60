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

}  // namespace rulescore::testing
