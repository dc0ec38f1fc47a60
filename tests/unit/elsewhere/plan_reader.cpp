// Plans of what is intended, and everything that can be wrong with one.
#include "support/catch.hpp"
#include "unit/elsewhere/world.hpp"

#include <rulescore/what_if.hpp>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

Strings said(const std::string& yaml) {
  Strings out;
  for (const Issue& issue : parse_plan(yaml, world()).issues)
    out.push_back(std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code + " " + issue.message);
  return out;
}

std::string one(const std::string& yaml) {
  const Strings all = said(yaml);
  REQUIRE(all.size() == 1);
  return all[0];
}

}  // namespace

TEST_CASE("texts and maps, with what they are for") {
  const PlanResult plan = parse_plan(
      "- A1=100%\n"
      "- indicator: 61\n  rule: count\n  value: 12件\n  note: 明年全部出庭\n"
      "- {indicator: A2, value: 80, unit: 件, jurisdiction: 青岛市, year: 2021}\n"
      "- {indicator: A3, status: done, document: qingdao}\n"
      "- {indicator: A1, score: 80%}\n",
      world(), "p.yaml");
  for (const Issue& issue : plan.issues) FAIL(to_string(issue));
  REQUIRE(plan.intended.size() == 5);
  Strings lines;
  for (const Fact& f : plan.intended)
    lines.push_back(f.where + " " + f.indicator + "|" + f.rule + "|" + figure(f.value) + f.unit + "|" + f.source + "|" +
                    f.jurisdiction + "|" + std::to_string(f.year.value_or(0)) + "|" + f.document);
  CHECK(lines == Strings{"p.yaml:1:3 A1||100%|A1=100%||0|", "p.yaml:2:3 61|count|12件|明年全部出庭||0|",
                         "p.yaml:6:3 A2||80件|A2=80件|青岛市|2021|", "p.yaml:7:3 A3||-|A3=done||0|qingdao",
                         "p.yaml:8:3 A1||0.8score|A1=score:0.8||0|"});
}

TEST_CASE("every mistake at its place, the rest is read") {
  CHECK(one("indicator: A1\nvalue: 100%\n") == "1:1 wrong-type a plan is a list of what is intended; found a map");
  CHECK(one("- A11=100%\n") == "1:3 bad-intention `A11=100%`: there is no indicator `A11` in world; did you mean `A1`?");
  CHECK(one("- {indicator: A11, value: 100%}\n") ==
        "1:15 unknown-indicator there is no indicator `A11` in world; did you mean `A1`?");
  CHECK(one("- {indicator: A1, rule: rat, value: 100%}\n") == "1:25 unknown-rule A1 has no rule `rat`; did you mean `rate`?");
  CHECK(one("- {indicator: A1, value: 0.8}\n") ==
        "1:26 bad-intention `0.8` may be a score or a figure: write `score:0.8` for the score of A1, or the figure with its "
        "unit; its "
        "rules count rate (%), count (件 or 次)");
  CHECK(one("- {indicator: A1}\n") == "1:3 missing-key it doesn't say what is intended");
  CHECK(one("- {value: 100%}\n") == "1:3 missing-key what is intended lacks `indicator`");
  CHECK(one("- {indicator: A1, score: 0.8, value: 100%}\n") ==
        "1:26 conflict a score is the whole indicator's; nothing else goes with it");
  CHECK(one("- {indicator: A1, value: 100%, year: soon}\n") == "1:38 bad-number `year` is a number; found `soon`");
  CHECK(said("- {indicator: A1, valeu: 100%}\n- A1=100%\n- {indicator: A9, status: doen}\n").size() == 2);
  CHECK(parse_plan("- {indicator: A1, valeu: 100%}\n- A1=100%\n", world()).intended.size() == 1);
}

TEST_CASE("an issue shows its line") {
  const PlanResult plan = parse_plan("- {indicator: A11, value: 100%}\n", world());
  REQUIRE(plan.issues.size() == 1);
  CHECK(to_string(plan.issues[0]) ==
        "plan.yaml:1:15: error[unknown-indicator]: there is no indicator `A11` in world; did you mean `A1`?\n"
        "  - {indicator: A11, value: 100%}\n"
        "                ^");
}
