// Issues and example results as text, JSON and JUnit XML.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

std::vector<ExampleResult> results() {
  return {{2, 0, "负责人<出庭>", true, "rate 100", "rate 100", "sample.yaml", 30},
          {4, 1, "网站\x1b[31m", false, "nothing", "open, achieved", "sample.yaml", 52}};
}

}  // namespace

TEST_CASE("issues in JSON") {
  const std::vector<Issue> issues{
      {"a.yaml", 3, 5, "unknown-key", "wieght is not known", "did you mean weight?", "  wieght: 2", Severity::error},
      {"a.yaml", 9, 1, "unused", "x", "", "y", Severity::warning}};
  CHECK(
      issues_json(issues) ==
      "[\n"
      R"({"file":"a.yaml","line":3,"column":5,"severity":"error","code":"unknown-key","message":"wieght is not known",)"
      R"("hint":"did you mean weight?","source_line":"  wieght: 2"},)"
      "\n"
      R"({"file":"a.yaml","line":9,"column":1,"severity":"warning","code":"unused","message":"x","hint":null,"source_line":"y"})"
      "\n]\n");
}

TEST_CASE("issues as annotations of a build server") {
  const std::vector<Issue> issues{{"a,b:c.yaml", 3, 5, "unknown-key", "`wieght` is not known: 100%",
                                   "did you mean `weight`?\nor not", "  wieght: 2", Severity::error},
                                  {"a.yaml", 9, 1, "unused", "x, y", "", "y", Severity::warning},
                                  {"a.yaml", 0, 0, "empty-file", "the file is empty", "", "", Severity::error}};
  CHECK(issues_github(issues) ==
        "::error file=a%2Cb%3Ac.yaml,line=3,col=5,title=unknown-key::`wieght` is not known: 100%25%0Adid you mean `weight`?%0Aor "
        "not\n"
        "::warning file=a.yaml,line=9,col=1,title=unused::x, y\n"
        "::error file=a.yaml,title=empty-file::the file is empty\n");
  CHECK(issues_github({}).empty());
}

TEST_CASE("what a sound framework holds") {
  const Framework framework = sample_framework();
  CHECK(framework_summary(framework) ==
        "sample 1.0: 4 indicators, 3 groups (the root included), 5 rules, 8 examples, fingerprint " + framework.fingerprint() +
            "\n");
}

TEST_CASE("failed examples with their place, and rules without an example") {
  CHECK(examples_text(sample_framework(), results()) ==
        "sample.yaml:52: B: example 2 fails\n"
        "  text:     网站[31m\n"
        "  expected: nothing\n"
        "  found:    open, achieved\n"
        "1 of 2 examples hold, 1 fail\n"
        "1 rule has no example of its own:\n"
        "  A1#2 work\n");
}

TEST_CASE("examples in JSON") {
  const Json object = Json::parse(examples_json(sample_framework(), results()));
  CHECK(object["passed"] == 1);
  CHECK(object["failed"] == 1);
  CHECK(object["unexercised_rules"] == Json{"A1#2 work"});
  CHECK(object["examples"][1]["line"] == 52);
}

TEST_CASE("examples as JUnit XML") {
  CHECK(examples_junit(sample_framework(), results()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites tests=\"2\" failures=\"1\">\n"
        "  <testsuite name=\"sample\" tests=\"2\" failures=\"1\">\n"
        "    <testcase classname=\"sample.A1\" name=\"A1 example 1\" file=\"sample.yaml\" line=\"30\"/>\n"
        "    <testcase classname=\"sample.B\" name=\"B example 2\" file=\"sample.yaml\" line=\"52\">\n"
        "      <failure message=\"expected nothing, found open, achieved\">网站[31m</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
}

TEST_CASE("the sample's own examples hold") {
  for (const ExampleResult& result : run_examples(Engine(sample_framework()))) {
    CAPTURE(result.text, result.expected, result.found);
    CHECK(result.passed);
  }
}
