// A second look at a framework that can be read: what is allowed and hardly meant. Each finding is a warning with its place and a
// code that indicators/README.md explains. Only what needs no document is found here; src/engine/check.cpp tries the rules out.
// Tested by tests/unit/framework/lint.cpp.
#pragma once

#include "framework/model.hpp"
#include "framework/written.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rulescore {

// A framework beside the text it was read from, and what was found so far.
class Lint {
 public:
  explicit Lint(const FrameworkModel& framework);

  static constexpr double usual = 0.8;   // share of the indicators, or of the rules, that makes a habit: ours
  static constexpr std::size_t few = 5;  // that don't show one

  const FrameworkModel& model;

  const yaml::Value& node(std::uint32_t index) const noexcept { return *nodes_[index]; }  // as written
  // The value under a key of the node, or nullptr.
  const yaml::Value* entry(std::uint32_t index, std::string_view key) const noexcept { return node(index).find(key); }
  // Of the rule's name in `evidence`, of the entry's value, of the node's code.
  yaml::Place place_of(const IndicatorModel& indicator, const Rule& rule) const noexcept;
  yaml::Place place_of(std::uint32_t index, std::string_view key) const noexcept;
  yaml::Place place_of(std::uint32_t index) const noexcept { return place_of(index, "code"); }

  const yaml::Source& source(yaml::Place at) const noexcept { return model.written->sources.of(at); }
  // "line 12", or "other.yaml:12" when that isn't the file of `here`.
  std::string line_of(yaml::Place at, yaml::Place here) const;
  void warn(yaml::Place at, std::string code, std::string message, std::string hint);
  std::vector<Issue> take() { return std::move(issues_); }

 private:
  std::vector<const yaml::Value*> nodes_;  // by index
  std::vector<Issue> issues_;
};

void lint_weights(Lint& lint);   // lint_tree.cpp: weights that don't add up
void lint_order(Lint& lint);     // codes out of order
void lint_left_out(Lint& lint);  // entries that nearly every other indicator has
void lint_examples(Lint& lint);  // lint_rules.cpp: the same twice, rules without one
void lint_rules(Lint& lint);     // the same twice, those that can never decide, scores of 0
void lint_phrases(Lint& lint);   // lint_words.cpp: the opposite of another phrase
void lint_comments(Lint& lint);  // a # that cuts a text short

// All of them, in the order of the files and lines.
std::vector<Issue> lint(const FrameworkModel& model);

// By file as it was read, then by line and column.
void sort_issues(const FrameworkModel& model, std::vector<Issue>& issues);

}  // namespace rulescore
