// What may earn: by whose it is and how old its figure is, as the framework says; what may not is left out of state and score.
#include "support/catch.hpp"

#include <rulescore/engine.hpp>

#include <string>

using namespace rulescore;

namespace {

std::string yaml(const std::string& earns, const std::string& own_earns) {
  return "rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\n" + earns +
         "children:\n  - code: A1\n    title: t\n" + own_earns +
         "    evidence:\n      rate: {any: [出庭率], value: {unit: \"%\", optional: true}}\n    score: {rate: {from: 0%, to: 100%}}\n";
}

Scorecard card(const std::string& text, const std::string& earns = "", const std::string& own_earns = "") {
  Metadata metadata;
  metadata.jurisdiction = "宁波市";
  metadata.year = 2020;
  return Engine(Framework::parse(yaml(earns, own_earns))).evaluate(Document::from_text(text, metadata));
}

}  // namespace

TEST_CASE("one county's rate proves nothing for its city, and says so") {
  const Scorecard one = card("余姚市出庭率90%。");
  REQUIRE(one.standings().size() == 1);
  CHECK(one.standings()[0] == Standing::foreign);
  CHECK(one.nodes()[1].state == State::no_evidence);
  CHECK(one.score() == 0);
  CHECK(one.reason(1) == "没有可采用的依据：“余姚市出庭率90%”，是下辖某地的，不代表本地区，未评，计0分。");
  CHECK(one.reason(1, "en") ==
        "Nothing that may earn: \"余姚市出庭率90%\", it is about one place below, not the whole jurisdiction; not assessed, it counts 0.");
}

TEST_CASE("the city's own rate is taken though a county's is better") {
  const Scorecard both = card("全市出庭率80%,其中余姚市出庭率90%。");
  CHECK(both.score() == 80);
  CHECK(both.nodes()[1].state == State::evidenced);
}

TEST_CASE("a figure of an earlier year earns as long as the framework lets it") {
  CHECK(card("2018年出庭率90%。").standings()[0] == Standing::stale);
  CHECK(card("2018年出庭率90%。").reason(1) == "没有可采用的依据：“2018年出庭率90%”，是2018年的数，报告期是2020年，未评，计0分。");
  CHECK(card("2018年出庭率90%。", "earns: {max_age: 1}\n").score() == 0);
  CHECK(card("2018年出庭率90%。", "earns: {max_age: 2}\n").score() == 90);
  CHECK(card("2018年出庭率90%。", "earns: {max_age: 0}\n", "    earns: {max_age: 5}\n").score() == 90);
  CHECK(card("2021年出庭率90%。").score() == 90);
}

TEST_CASE("a deed without a figure doesn't age") {
  const Scorecard one = card("2016年建立出庭率通报制度。");
  CHECK(one.standings()[0] == Standing::counts);
  CHECK(one.nodes()[1].state == State::evidenced);
}

TEST_CASE("an indicator may let others' deeds earn, and inherits what it doesn't say") {
  CHECK(card("余姚市出庭率90%。", "", "    earns: {scope: [own, subordinate]}\n").score() == 90);
  CHECK(card("余姚市出庭率90%。", "earns: {scope: [own, subordinate]}\n", "    earns: {max_age: 1}\n").score() == 90);
  CHECK(card("全市出庭率90%。", "", "    earns: {scope: national}\n").standings()[0] == Standing::foreign);
}

TEST_CASE("a repetition earns when what it repeats may not") {
  const Scorecard one = card("2019年出庭率90%。\n2020年出庭率90%。\n");
  CHECK(one.score() == 90);
}
