// What two frameworks say differently: every kind of entry, by its key path, and nothing for layout.
#include "support/catch.hpp"

#include <rulescore/edit.hpp>

#include <string>
#include <vector>

using namespace rulescore;

namespace {

const std::string whole = R"(rulescore: 1
id: t
version: "1"
title: {zh: 甲, en: A}
full: 100
missing: zero
bands: [{from: 90, name: 优}, {from: 60, name: 合格}]
lexicon: {law: [普法, 学法]}
children:
  - code: A
    title: t
    children:
      - code: A1
        title: {zh: 出庭, en: Court}
        evidence:
          rate: {any: [出庭应诉率, 应诉率], value: {unit: "%"}, none: [{lexicon: law}]}
          other: {all: [[甲, 乙], [丙]]}
        score:
          rate: {from: 50%, to: 100%}
        examples:
          - {text: 出庭应诉率100%。, find: {rule: rate}}
      - code: A2
        title: t
        weight: 2
        evidence: {r: {any: [普法]}}
        score: {r: 1}
  - code: B
    title: t
    evidence: {r: {any: [公开]}}
    score: {r: 1}
)";

// `whole` with `from` in it replaced.
std::string with(const std::string& from, const std::string& to) {
  std::string text = whole;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string said(const std::vector<TextChange>& changes) {
  std::string text;
  for (const TextChange& change : changes)
    text += change.code + '|' + change.path + '|' + change.before + '|' + change.after + (change.part ? "|part\n" : "\n");
  return text;
}

std::string after(const std::string& from, const std::string& to) {
  return said(text_changes(Framework::parse(whole), Framework::parse(with(from, to))));
}

}  // namespace

TEST_CASE("an edit is named by its key path") {
  CHECK(after("from: 50%", "from: 60%") == "A1|score.rate.from|50%|60%\n");
  CHECK(after("{from: 50%, to: 100%}", "{reach: 80%}") ==
        "A1|score.rate.reach||80%\nA1|score.rate.from|50%|\nA1|score.rate.to|100%|\n");
  CHECK(after("{from: 50%, to: 100%}", "0.5") == "A1|score.rate|{from: 50%, to: 100%}|0.5\n");
  CHECK(after("    weight: 2\n", "    weight: 3\n") == "A2|weight|2|3\n");
  CHECK(after("        weight: 2\n", "") == "A2|weight|2|\n");
  CHECK(after("zh: 出庭", "zh: 出庭应诉") == "A1|title.zh|出庭|出庭应诉\n");
  CHECK(after("missing: zero", "missing: exclude") == "|missing|zero|exclude\n");
  CHECK(after("name: 合格", "name: 及格") == "|bands[2].name|合格|及格\n");
  CHECK(after("{from: 90, name: 优}, ", "") == "|bands[1]|{from: 90, name: 优}|\n");
}

TEST_CASE("of a list of words or examples what went and what came") {
  CHECK(after("[出庭应诉率, 应诉率]", "[应诉率, 出庭率, \"出庭, 应诉\"]") ==
        "A1|evidence.rate.any|出庭应诉率|出庭率, \"出庭, 应诉\"|part\n");
  CHECK(after("[普法, 学法]", "[普法]") == "|lexicon.law|学法||part\n");
  CHECK(after("[出庭应诉率, 应诉率]", "[应诉率, 出庭应诉率]") ==
        "A1|evidence.rate.any|[出庭应诉率, 应诉率]|[应诉率, 出庭应诉率]\n");
  CHECK(after("[{lexicon: law}]", "[{lexicon: law}, 党]") == "A1|evidence.rate.none||党|part\n");
  CHECK(after("[[甲, 乙], [丙]]", "[[甲, 乙], [丁]]") == "A1|evidence.other.all[2]|丙|丁|part\n");
  CHECK(after("          - {text: 出庭应诉率100%。, find: {rule: rate}}\n",
              "          - {text: 出庭应诉率100%。, find: {rule: rate}}\n          - {text: 应诉率1%。, find: {rule: rate}}\n") ==
        "A1|examples||{text: 应诉率1%。, find: {rule: rate}}|part\n");
}

TEST_CASE("groups and indicators that come, go, move and change places") {
  const std::string last = "  - code: B\n    title: t\n    evidence: {r: {any: [公开]}}\n    score: {r: 1}\n";
  const std::string b_inside = "      - code: B\n        title: t\n        evidence: {r: {any: [公开]}}\n        score: {r: 1}\n";
  CHECK(after(last, "") == "B||{code: B, title: t, evidence: {r: {any: [公开]}}, score: {r: 1}}|\n");
  CHECK(said(text_changes(Framework::parse(with(last, "")), Framework::parse(whole))) ==
        "B|||{code: B, title: t, evidence: {r: {any: [公开]}}, score: {r: 1}}\n");
  CHECK(after(last, b_inside) == "B|parent||A\n");
  std::string swapped = with(last, "");
  swapped.insert(swapped.find("  - code: A\n"), last);
  CHECK(said(text_changes(Framework::parse(whole), Framework::parse(swapped))) == "|children|[A, B]|[B, A]\n");
}

TEST_CASE("layout, comments and the same framework make no difference") {
  CHECK(after("score: {r: 1}\n  - code: B", "score:  # one\n          r: 1\n  - code: B").empty());
  CHECK(after("title: {zh: 甲, en: A}", "title:\n  zh: '甲'\n  en: \"A\"").empty());
  const Framework framework = Framework::parse(whole);
  CHECK(text_changes(framework, framework).empty());
}

TEST_CASE("weights that were set in a program count as the text") {
  const Framework framework = Framework::parse(whole);
  CHECK(said(text_changes(framework, framework.with_weight("A2", 5))) == "A2|weight|2|5\n");
  CHECK(said(text_changes(framework.with_weight("A2", 5), framework)) == "A2|weight|5|2\n");
  CHECK(said(text_changes(framework, framework.with_weight("A2", 2))).empty());
  CHECK(said(text_changes(framework.with_weight("B", 0.25), Framework::parse(with("    weight: 2\n", "    weight: 3\n")))) ==
        "A2|weight|2|3\nB|weight|0.25|1\n");
}
