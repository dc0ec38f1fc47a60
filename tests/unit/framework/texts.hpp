// Framework texts and small helpers that the tests of this folder share.
#pragma once

#include "framework/model.hpp"
#include "framework/reader.hpp"

#include <rulescore/framework.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rulescore::testing {

// One indicator; `evidence` and `score` are the lines under these keys, indented by six.
inline std::string framework_with(std::string_view evidence, std::string_view score, std::string_view more = {}) {
  std::string text =
      "rulescore: 1\nid: small\nversion: \"1\"\ntitle: 小框架\n"
      "lexicon:\n  established: [建立, 健全, 完善]\n"
      "figures:\n  whole: {全覆盖: 100%}\n"
      "children:\n  - code: E1.3\n    number: 61\n    title: 负责人出庭应诉\n    evidence:\n";
  text += evidence;
  text += "    score:\n";
  text += score;
  text += more;
  return text;
}

inline std::vector<Issue> errors_of(std::string_view yaml) {
  return reader::read_framework("f.yaml", std::string(yaml), {}).errors;
}

// "3:5 unknown-key | 4:1 bad-number", errors or else warnings; "" when there is nothing to say.
inline std::string said(std::string_view yaml) {
  reader::ReadResult result = reader::read_framework("f.yaml", std::string(yaml), {});
  std::string out;
  for (const Issue& issue : result.model ? result.model->warnings : result.errors) {
    if (!out.empty()) out += " | ";
    out += std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code;
  }
  return out;
}

// The codes alone.
inline std::string codes(std::string_view yaml) {
  reader::ReadResult result = reader::read_framework("f.yaml", std::string(yaml), {});
  std::string out;
  for (const Issue& issue : result.model ? result.model->warnings : result.errors) {
    if (!out.empty()) out += ' ';
    out += issue.code;
  }
  return out;
}

inline Framework framework_of(std::string_view evidence, std::string_view score, std::string_view more = {}) {
  return Framework::parse(framework_with(evidence, score, more));
}

inline const Rule& first_rule(const Framework& framework) { return framework.model().indicators.at(0).rules.at(0); }

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "the text to replace is not there: " + std::string(from);
  return text.replace(at, from.size(), to);
}

// Every kind of entry once, nothing unused, and no warning.
extern const std::string_view rich;

// Every key of the tree and of the scoring language once.
extern const std::string_view rich_scoring;

}  // namespace rulescore::testing
