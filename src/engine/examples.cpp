// The examples that stand beside the rules, run through the engine as documents of their own.
// Tested by tests/unit/engine/examples.cpp.
#include <rulescore/engine.hpp>

#include "framework/model.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rulescore {
namespace {

std::string number(double value) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string describe(const Expectation& e) {
  std::string text;
  const auto add = [&](const char* key, const std::string& value) { text += (text.empty() ? "" : ", ") + std::string(key) + " " + value; };
  if (e.rule) add("rule", *e.rule);
  if (e.value) add("value", number(*e.value));
  if (e.unit) add("unit", *e.unit);
  add("status", e.status.value_or("achieved"));
  return text;
}

std::string describe(const Evidence& e, const IndicatorModel& indicator, const EvidenceSet& set) {
  std::string text = "rule " + indicator.rules[e.rule].name;
  if (!std::isnan(e.value)) text += ", value " + number(e.value) + ", unit " + std::string(e.unit);
  return text + ", status " + std::string(to_string(e.status)) + " in “" + std::string(set.quote(e)) + "”";
}

bool meets(const Evidence& e, const Expectation& wanted, const IndicatorModel& indicator) {
  if (wanted.rule && indicator.rules[e.rule].name != *wanted.rule) return false;
  if (wanted.value && !(e.value == *wanted.value)) return false;
  if (wanted.unit && e.unit != *wanted.unit) return false;
  return to_string(e.status) == wanted.status.value_or("achieved");
}

// Evidence for one indicator alone.
std::vector<Evidence> only(const EvidenceSet& set, std::uint32_t indicator) {
  std::vector<Evidence> mine;
  for (const Evidence& e : set.items())
    if (e.indicator == indicator) mine.push_back(e);
  return mine;
}

// The score is in the indicator's marks; two that print the same are the same.
void check_score(const Engine& engine, const EvidenceSet& set, const IndicatorModel& indicator, double wanted, ExampleResult& result) {
  constexpr double tolerance = 1e-9;
  const double got = engine.score(set).nodes()[indicator.node].score * indicator.score.full;
  result.passed &= std::abs(got - wanted) <= tolerance * std::max(1.0, wanted);
  result.expected += (result.expected.empty() ? "" : "; ") + std::string("score ") + number(wanted);
  result.found = std::isnan(got) ? "no score" : "score " + number(std::round(got * 1e9) / 1e9);
}

ExampleResult run(const Engine& engine, std::uint32_t index, const IndicatorModel& indicator, std::size_t position) {
  const Example& example = indicator.examples[position];
  const EvidenceSet set = engine.match(Document::from_text(example.text));
  const std::vector<Evidence> found = only(set, index);
  ExampleResult result{indicator.node, position, example.text, true, "", "", example.file, example.line};
  if (example.nothing) {
    result.passed = found.empty();
    result.expected = "nothing";
  }
  for (const Expectation& wanted : example.find) {
    result.passed &= std::any_of(found.begin(), found.end(), [&](const Evidence& e) { return meets(e, wanted, indicator); });
    result.expected += (result.expected.empty() ? "" : "; ") + describe(wanted);
  }
  if (example.score) check_score(engine, set, indicator, *example.score, result);
  for (const Evidence& e : found) result.found += (result.found.empty() ? "" : "; ") + describe(e, indicator, set);
  if (result.found.empty()) result.found = "nothing";
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const Engine& engine) {
  std::vector<ExampleResult> results;
  const std::vector<IndicatorModel>& indicators = engine.framework().model().indicators;
  for (std::uint32_t i = 0; i < indicators.size(); ++i)
    for (std::size_t e = 0; e < indicators[i].examples.size(); ++e) results.push_back(run(engine, i, indicators[i], e));
  return results;
}

}  // namespace rulescore
