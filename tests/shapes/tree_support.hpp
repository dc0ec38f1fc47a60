// Trees written in one line each: leaves that take their score from "A1得分85%" in the text, and groups around them.
#pragma once

#include "table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace rulescore::shapes {

// An indicator whose score is the percentage that the text gives it; `more` such as "weight: 15" or "role: bonus, full: 5".
inline std::string leaf(const std::string& code, const std::string& more = {}) {
  return "{code: " + code + ", title: " + code + (more.empty() ? "" : ", " + more) + ", evidence: {s: {any: [" + code +
         "得分], value: {unit: \"%\"}}}, score: {s: {from: 0%, to: 100%}}}";
}

// One whose score is so many points of `full`.
inline std::string points(const std::string& code, int full, const std::string& more = {}) {
  const std::string marks = std::to_string(full);
  return "{code: " + code + ", title: " + code + ", full: " + marks + (more.empty() ? "" : ", " + more) +
         ", evidence: {s: {any: [" + code + "得], value: {unit: 分}}}, score: {s: {from: 0分, to: " + marks + "分}}}";
}

inline std::string list(const std::vector<std::string>& nodes) {
  std::string text = "[";
  for (const std::string& node : nodes) text += (text.size() > 1 ? ", " : "") + node;
  return text + "]";
}

inline std::string group(const std::string& code, const std::string& more, const std::vector<std::string>& children) {
  return "{code: " + code + ", title: " + code + (more.empty() ? "" : ", " + more) + ", children: " + list(children) + "}";
}

// What a framework says at its top, then its tree.
inline Framework tree(const std::string& root, const std::vector<std::string>& children) {
  return framework(root + (root.empty() ? "" : "\n") + "children: " + list(children) + "\n");
}

inline std::string number_text(double value) {
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

// "A1得分85%。"
inline std::string scores(const std::vector<std::pair<std::string, double>>& given) {
  std::string text;
  for (const auto& [code, value] : given) text += code + "得分" + number_text(value) + "%。\n";
  return text.empty() ? "没有提到。" : text;
}

// "A1得12分。"
inline std::string earned(const std::vector<std::pair<std::string, double>>& given) {
  std::string text;
  for (const auto& [code, value] : given) text += code + "得" + number_text(value) + "分。\n";
  return text.empty() ? "没有提到。" : text;
}

inline std::string band_of(const Scorecard& card) { return card.band() == nullptr ? "none" : card.band()->name.zh; }

// A published tree rule; each call is a row of the table.
struct TreeExample {
  std::string shape, source, rule;
  std::string yaml;  // the part that says it, for the table

  void total(const Framework& framework, const std::string& text, double expected) const {
    add({shape, source, rule, yaml, text, {}, {}}, expected, card(framework, report(text)).score());
  }
  void band(const Framework& framework, const std::string& text, const std::string& expected) const {
    Row row{shape, source, rule, yaml, text, {}, {}};
    row.expected = expected;
    row.computed = band_of(card(framework, report(text)));
    add(std::move(row));
  }
  void figure(const std::string& what, double expected, double computed) const {
    add({shape, source, rule, yaml, what, {}, {}}, expected, computed);
  }
  void word(const std::string& what, const std::string& expected, const std::string& computed) const {
    Row row{shape, source, rule, yaml, what, {}, {}};
    row.expected = expected;
    row.computed = computed;
    add(std::move(row));
  }
};

inline const char* const four_bands =
    "bands: [{from: 90, name: 优秀}, {from: 80, name: 良好}, {from: 60, name: 合格}, {from: 0, name: 不合格}]";

}  // namespace rulescore::shapes
