// A framework of three indicators, documents, facts in one line each, and what comes of them as short texts.
#pragma once

#include <rulescore/engine.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace rulescore::testing {

using Strings = std::vector<std::string>;

inline std::string world_yaml(const std::string& earns = "", const std::string& a1_earns = "") {
  return "rulescore: 1\nid: world\nversion: \"1\"\ntitle: t\n" + earns +
         "status: {headings: {plan: [下一步]}, problem: [{any: [不高, 不力], direction: both}]}\n"
         "children:\n"
         "  - code: A\n    title: t\n    children:\n"
         "      - code: A1\n        number: 61\n        title: t\n" +
         a1_earns +
         "        evidence:\n"
         "          made: {any: [出庭办法]}\n"
         "          rate: {any: [出庭率], value: {unit: \"%\"}}\n"
         "          count: {any: [出庭], value: {unit: [件, 次]}}\n"
         "        score: {rate: {from: 0%, to: 100%}, made: 0.4, count: 0.2}\n"
         "      - code: A2\n        title: t\n"
         "        evidence: {fell: {any: [败诉率], value: {unit: \"%\", change: decrease}}, cases: {any: [办结], value: {unit: "
         "件}}}\n"
         "        score: {cases: {total: 100件}, fell: 0.5}\n"
         "      - code: A3\n        title: t\n"
         "        evidence: {meetings: {any: [常务会议], value: {unit: 次, optional: true}}}\n"
         "        score: {meetings: {each: 0.25, cap: 1}}\n";
}

inline Framework world(const std::string& earns = "", const std::string& a1_earns = "") {
  return Framework::parse(world_yaml(earns, a1_earns));
}

inline Document report(const std::string& text, const std::string& jurisdiction = "青岛市", int year = 2020,
                       const std::string& name = "reports/qingdao.txt") {
  Metadata about;
  about.name = name;
  about.jurisdiction = jurisdiction;
  if (year > 0) about.year = year;
  return Document::from_text(text, about);
}

// "indicator value unit [kind]", for 青岛市 2020; the source and the place are made up from it.
inline Fact fact(const std::string& indicator, double value = no_value, const std::string& unit = "",
                 SourceKind kind = SourceKind::statistic) {
  Fact f;
  f.jurisdiction = "青岛市";
  f.year = 2020;
  f.indicator = indicator;
  f.value = value;
  f.unit = unit;
  f.kind = kind;
  f.source = "年鉴";
  static int number = 0;
  f.where = "f:" + std::to_string(++number);
  return f;
}

inline Fact extract(const std::string& indicator, const std::string& passage) {
  Fact f = fact(indicator, no_value, "", SourceKind::extract);
  f.quote = passage;
  return f;
}

inline Fact from(Fact f, const std::string& source) {
  f.source = source;
  return f;
}

inline std::string figure(double value) {
  if (std::isnan(value)) return "-";
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// "A1 rate 98% statistic counts", a piece; "=" behind repeats.
inline Strings pieces(const Scorecard& card) {
  Strings out;
  const auto& model = card.framework();
  for (std::size_t i = 0; i < card.evidence().items().size(); ++i) {
    const Evidence& e = card.evidence().items()[i];
    const Node& node = model.nodes()[model.indicators()[e.indicator]];
    std::string line = node.code + " " + (e.rule == Evidence::direct ? "score" : "r" + std::to_string(e.rule)) + " " +
                       figure(e.value) + std::string(e.unit) + " " + std::string(to_string(e.kind)) + " " +
                       std::string(to_string(card.standings()[i]));
    if (e.status != Status::achieved) line += " " + std::string(to_string(e.status));
    if (e.duplicate_of != Evidence::none) line += " =";
    out.push_back(line);
  }
  return out;
}

inline double score_of(const Scorecard& card, const std::string& code) { return card.nodes()[card.framework().at(code)].score; }

inline Strings reasons(std::span<const ReadFailure> failures) {
  Strings out;
  for (const ReadFailure& failure : failures) out.push_back(failure.reason);
  return out;
}

}  // namespace rulescore::testing
