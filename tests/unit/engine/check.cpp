// A second look with an engine: rules that find something nearly everywhere, in examples or in documents.
#include "shipped.hpp"

#include <rulescore/check.hpp>

#include <string>

using namespace rulescore;

namespace {

// Indicators of five examples each; the first one's rule finds `word`.
std::string framework(const std::string& word, int indicators) {
  std::string text = "rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\nchildren:\n";
  for (int i = 1; i <= indicators; ++i) {
    const std::string own = i == 1 ? word : "词" + std::to_string(i);
    text += "  - code: A" + std::to_string(i) + "\n    title: t\n    evidence: {r: {any: [" + own +
            "]}}\n    score: {r: 1}\n    examples:\n";
    for (int e = 0; e < 5; ++e) text += "      - {text: 工作" + std::to_string(e) + "有" + own + "。, find: {rule: r}}\n";
  }
  return text;
}

std::string said(const std::vector<Issue>& issues) {
  std::string out;
  for (const Issue& issue : issues) out += to_string(issue) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a rule that finds something in most of the others' examples") {
  CHECK(said(check(Framework::parse(framework("工作", 20), "t.yaml"))) ==
        "t.yaml:8:16: warning[finds-everywhere]: the rule `r` finds something in 100% of the examples of other indicators\n"
        "      evidence: {r: {any: [工作]}}\n"
        "                 ^\n"
        "  ask for more: `all`, `near`, or longer words\n");
  CHECK(said(check(Framework::parse(framework("工作", 5), "t.yaml"))) == "");  // twenty examples say little
  CHECK(said(check(Framework::parse(framework("词", 1), "t.yaml"))) == "");
  CHECK(said(check(Framework::parse(framework("工作0", 20), "t.yaml"))).find("20%") != std::string::npos);
  CHECK(said(check(Framework::parse(framework("词17", 20), "t.yaml"))).find("finds-everywhere") == std::string::npos);
}

TEST_CASE("documents take the place of the examples") {
  const Framework wide = Framework::parse(framework("工作", 20), "t.yaml");
  std::string some, most;
  for (int i = 0; i < 300; ++i) {
    some += i % 10 == 0 ? "工作完成。\n" : "会议召开。\n";
    most += i % 3 == 0 ? "工作完成。\n" : "会议召开。\n";
  }
  const std::vector<Document> rare{Document::from_text(some)}, often{Document::from_text(most)},
      little{Document::from_text("工作。")};
  CHECK(said(check(wide, rare)) == "");
  CHECK(said(check(wide, little)) == "");
  CHECK(said(check(wide, often)).find("the rule `r` finds something in 33% of the sentences") != std::string::npos);
}

TEST_CASE("nothing is said of the framework that ships, and warnings of reading are said first") {
  CHECK(said(check(shipped_engine().framework())) == "");
  const Framework framework = Framework::parse(
      "rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\nlexicon: {idle: [建立]}\nchildren:\n"
      "  - {code: A, title: t, evidence: {r: {any: [出庭, 未出庭]}}, score: {r: 1}}\n");
  const std::vector<Issue> issues = check(framework);
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].code == "unused");
  CHECK(issues[1].code == "denied-phrase");
}
