// A framework of four indicators and a report of five sentences, its evidence placed by hand, so that the expected texts of these
// tests can be checked by eye.
#pragma once

#include <rulescore/engine.hpp>
#include <rulescore/framework.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rulescore::testing {

inline constexpr std::string_view sample_yaml = R"(rulescore: 1
id: sample
version: "1.0"
title: {zh: 样例, en: Sample}
full: 100
missing: zero
bands:
  - {from: 60, name: {zh: 及格, en: pass}}
  - {from: 0, name: {zh: 不及格, en: fail}}
children:
  - code: A
    title: {zh: 应诉, en: In court}
    owner: 司法局
    children:
      - code: A1
        number: 61
        title: {zh: 负责人出庭, en: Heads appear in court}
        asks: {zh: 负责人应当出庭。, en: The head appears in court.}
        evidence:
          rate: {any: [出庭应诉率, 出庭率], value: {unit: "%"}}
          work: {any: [出庭应诉]}
        score:
          rate: {from: 50%, to: 100%}
          work: 0.4
        basis: {target: local-practice, floor: ours}
        examples:
          - text: 负责人出庭应诉率100%。
            find: {rule: rate, value: 100}
          - text: 组织旁听庭审12次。
            find: nothing
      - code: A2
        title: {zh: 答复, en: Replies}
        evidence:
          replied: {any: [按期答复]}
        score: {replied: 1}
        examples:
          - text: 均按期答复。
            find: {rule: replied}
          - text: 尚未收到。
            find: nothing
  - code: B
    title: {zh: 公开, en: Openness}
    owner: 政务办
    children:
      - code: B1
        title: {zh: 投诉, en: Complaints}
        evidence:
          open: {any: [投诉]}
        score: {open: 1}
        examples:
          - text: 处理投诉。
            find: {rule: open}
          - text: 开会。
            find: nothing
      - code: B2
        title: {zh: 网站, en: Website}
        evidence:
          site: {any: [网站]}
        score: {site: 1}
        examples:
          - text: 建成网站。
            find: {rule: site}
          - text: 开会。
            find: nothing
)";

inline constexpr std::string_view sample_text =
    "关于2020年度工作的报告\n"
    "一、主要做法\n"
    "负责人出庭应诉率90%。全区负责人出庭率90%。做好出庭应诉工作。\n"
    "二、存在的问题\n"
    "投诉较多。\n"
    "三、下一步打算\n"
    "力争建成网站。\n";

inline Framework sample_framework() { return Framework::parse(sample_yaml, "sample.yaml"); }

inline Document sample_document(std::string name = "reports/a.txt", std::string jurisdiction = "海曙区") {
  Metadata metadata;
  metadata.name = std::move(name);
  metadata.jurisdiction = std::move(jurisdiction);
  metadata.level = "county";
  metadata.year = 2020;
  return Document::from_text(std::string(sample_text), metadata);
}

// A piece whose quote stands once in the document; the sentence is the one around it.
inline Evidence piece_at(const Document& document, std::uint32_t indicator, std::uint16_t rule, std::string_view quote,
                         Status status) {
  Evidence piece;
  piece.indicator = indicator;
  piece.rule = rule;
  piece.status = status;
  piece.begin = static_cast<std::uint32_t>(document.text().find(quote));
  piece.end = piece.begin + static_cast<std::uint32_t>(quote.size());
  for (const Sentence& sentence : document.sentences()) {
    if (sentence.begin > piece.begin || sentence.end < piece.end) continue;
    piece.sentence_begin = sentence.begin;
    piece.sentence_end = sentence.end;
    piece.section = sentence.section;
  }
  return piece;
}

inline Evidence with_value(Evidence piece, double value, std::string_view unit) {
  piece.value = value;
  piece.unit = unit;
  return piece;
}

// A1: a rate, the same said again, and a lesser rule; B1: a problem; B2: a plan; A2: silence.
inline EvidenceSet sample_evidence(const Framework& framework, const Document& document) {
  const auto at = [&](std::uint32_t indicator, std::uint16_t rule, std::string_view quote, Status status = Status::achieved) {
    return piece_at(document, indicator, rule, quote, status);
  };
  Evidence again = with_value(at(0, 0, "出庭率90%"), 90, "%");
  again.duplicate_of = 0;
  return {document,
          framework.rules_fingerprint(),
          {with_value(at(0, 0, "负责人出庭应诉率90%"), 90, "%"), again, at(0, 1, "出庭应诉工作"),
           at(2, 0, "投诉较多", Status::problem), at(3, 0, "建成网站", Status::planned)}};
}

inline Scorecard sample_card(std::string name = "reports/a.txt", std::string jurisdiction = "海曙区") {
  const Framework framework = sample_framework();
  return Engine(framework).score(sample_evidence(framework, sample_document(std::move(name), std::move(jurisdiction))));
}

// The same report with its texts replaced by a stranger's: what it says reaches every rendering.
inline Scorecard hostile_card(const std::string& payload) {
  const Framework framework = sample_framework();
  Metadata metadata;
  metadata.name = payload;
  metadata.jurisdiction = payload;
  const Document document = Document::from_text("x" + payload + "x\n", metadata);
  Evidence piece;
  piece.begin = 1;
  piece.end = static_cast<std::uint32_t>(1 + payload.size());
  piece.sentence_end = static_cast<std::uint32_t>(document.text().size() - 1);
  return Engine(framework).score({document, framework.rules_fingerprint(), {piece}});
}

}  // namespace rulescore::testing
