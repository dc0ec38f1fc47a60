// What `test` says: which examples beside the rules fail, and which rules no example exercises, as text, JSON and JUnit XML.
// Outside face: render.hpp. Tested by tests/unit/render/check_test.cpp.
#include "framework/model.hpp"
#include "render/escape.hpp"
#include "render/json.hpp"

#include <rulescore/render.hpp>

#include <algorithm>

namespace rulescore {
namespace {

using render::Json;

bool names_rule(const IndicatorModel& indicator, const Rule& rule) {
  return std::any_of(indicator.examples.begin(), indicator.examples.end(), [&](const Example& example) {
    return std::any_of(example.find.begin(), example.find.end(), [&](const Expectation& expected) {
      return expected.rule ? *expected.rule == rule.name : indicator.rules.size() == 1;
    });
  });
}

// Rules that no example asks for by name ("E1.3#2 count"); an indicator's only rule needs no name.
std::vector<std::string> unexercised(const Framework& framework) {
  std::vector<std::string> rules;
  for (const IndicatorModel& indicator : framework.model().indicators) {
    for (std::size_t r = 0; r < indicator.rules.size(); ++r) {
      if (names_rule(indicator, indicator.rules[r])) continue;
      rules.push_back(framework.nodes()[indicator.node].code + '#' + std::to_string(r + 1) + ' ' + indicator.rules[r].name);
    }
  }
  return rules;
}

std::size_t failures(std::span<const ExampleResult> results) {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const ExampleResult& r) { return !r.passed; }));
}

std::string attribute(const char* name, std::string_view value) {
  return std::string(" ") + name + "=\"" + render::markup(value) + '"';
}

std::string junit_case(const Framework& framework, const ExampleResult& result) {
  const std::string& code = framework.nodes()[result.node].code;
  std::string xml = "    <testcase" + attribute("classname", framework.id() + '.' + code) +
                    attribute("name", code + " example " + std::to_string(result.example + 1)) + attribute("file", result.file) +
                    attribute("line", std::to_string(result.line));
  if (result.passed) return xml + "/>\n";
  return xml + ">\n      <failure" + attribute("message", "expected " + result.expected + ", found " + result.found) + '>' +
         render::markup(result.text) + "</failure>\n    </testcase>\n";
}

}  // namespace

std::string examples_text(const Framework& framework, std::span<const ExampleResult> results) {
  std::string out;
  for (const ExampleResult& result : results) {
    if (result.passed) continue;
    out += render::one_line(result.file) + ':' + std::to_string(result.line) + ": " + framework.nodes()[result.node].code +
           ": example " + std::to_string(result.example + 1) + " fails\n  text:     " + render::one_line(result.text) +
           "\n  expected: " + render::one_line(result.expected) + "\n  found:    " + render::one_line(result.found) + '\n';
  }
  const std::size_t failed = failures(results);
  out += std::to_string(results.size() - failed) + " of " + std::to_string(results.size()) + " examples hold";
  out += failed == 0 ? "\n" : ", " + std::to_string(failed) + " fail\n";
  const std::vector<std::string> idle = unexercised(framework);
  if (!idle.empty())
    out += std::to_string(idle.size()) + (idle.size() == 1 ? " rule has" : " rules have") + " no example of its own:\n";
  for (const std::string& rule : idle) out += "  " + render::one_line(rule) + '\n';
  return out;
}

std::string examples_json(const Framework& framework, std::span<const ExampleResult> results) {
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["passed"] = results.size() - failures(results);
  object["failed"] = failures(results);
  object["unexercised_rules"] = unexercised(framework);
  Json list = Json::array();
  for (const ExampleResult& result : results) {
    Json one;
    one["indicator"] = framework.nodes()[result.node].code;
    one["example"] = result.example + 1;
    one["passed"] = result.passed;
    one["text"] = result.text;
    one["expected"] = result.expected;
    one["found"] = result.found;
    one["file"] = result.file;
    one["line"] = result.line;
    list.push_back(std::move(one));
  }
  object["examples"] = std::move(list);
  return render::dump(object) + '\n';
}

std::string examples_junit(const Framework& framework, std::span<const ExampleResult> results) {
  const std::string counts =
      attribute("tests", std::to_string(results.size())) + attribute("failures", std::to_string(failures(results)));
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite" +
                    attribute("name", framework.id()) + counts + ">\n";
  for (const ExampleResult& result : results) xml += junit_case(framework, result);
  return xml + "  </testsuite>\n</testsuites>\n";
}

}  // namespace rulescore
