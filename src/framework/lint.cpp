// Tested by tests/unit/framework/lint.cpp.
#include "framework/lint.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rulescore {
namespace {

// In the order the reader numbers them: a parent before its children.
void collect(const yaml::Value& node, std::vector<const yaml::Value*>& nodes) {
  nodes.push_back(&node);
  if (const yaml::Value* children = node.find("children"))
    for (const yaml::Value& child : children->items) collect(child, nodes);
}

}  // namespace

Lint::Lint(const FrameworkModel& framework) : model(framework) { collect(framework.written->root, nodes_); }

yaml::Place Lint::place_of(const IndicatorModel& indicator, const Rule& rule) const noexcept {
  if (const yaml::Value* evidence = entry(indicator.node, "evidence"))
    for (const yaml::Member& member : evidence->members)
      if (member.key == rule.name) return member.at;
  return place_of(indicator.node);
}

yaml::Place Lint::place_of(std::uint32_t index, std::string_view key) const noexcept {
  const yaml::Value* value = entry(index, key);
  return value == nullptr ? node(index).at : value->at;
}

std::string Lint::line_of(yaml::Place at, yaml::Place here) const {
  if (at.file == here.file) return "line " + std::to_string(at.line);
  return source(at).name() + ":" + std::to_string(at.line);
}

void Lint::warn(yaml::Place at, std::string code, std::string message, std::string hint) {
  issues_.push_back(source(at).issue(at, std::move(code), std::move(message), std::move(hint), Severity::warning));
}

std::vector<Issue> lint(const FrameworkModel& model) {
  Lint lint(model);
  lint_weights(lint);
  lint_order(lint);
  lint_left_out(lint);
  lint_examples(lint);
  lint_rules(lint);
  lint_phrases(lint);
  lint_comments(lint);
  std::vector<Issue> issues = lint.take();
  sort_issues(model, issues);
  return issues;
}

void sort_issues(const FrameworkModel& model, std::vector<Issue>& issues) {
  std::map<std::string, std::size_t> file;
  for (std::size_t i = 0; i < model.written->sources.size(); ++i) file.emplace(model.written->sources[i].name(), i);
  const auto rank = [&](const Issue& issue) { return std::make_tuple(file[issue.file], issue.line, issue.column); };
  std::stable_sort(issues.begin(), issues.end(), [&](const Issue& a, const Issue& b) { return rank(a) < rank(b); });
}

}  // namespace rulescore
