// WHERE=WHAT, and everything that is refused because it could mean two things.
#include "support/catch.hpp"
#include "unit/elsewhere/world.hpp"

#include <rulescore/what_if.hpp>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

std::string read(const std::string& text) {
  const Fact f = intend(text, world());
  CHECK(f.kind == SourceKind::intended);
  CHECK(f.source == text);
  CHECK(f.where == text);
  return f.indicator + '|' + f.rule + '|' + figure(f.value) + '|' + f.unit + '|' + std::string(to_string(f.status));
}

std::string refused(const std::string& text) {
  try {
    return "took " + read(text);
  } catch (const UsageError& error) {
    return error.what();
  }
}

const std::string accepted = "write WHERE=WHAT, such as E1.3=100%, E1.3#rate=98%, B2.1=done, C3=score:0.8 or C3=full";

}  // namespace

TEST_CASE("figures, deeds and scores, by code or number, of a rule by name or place") {
  CHECK(read("A1=100%") == "A1||100|%|achieved");
  CHECK(read("61=100%") == "61||100|%|achieved");
  CHECK(read("A1#rate=98.5%") == "A1|rate|98.5|%|achieved");
  CHECK(read("A1#2=98.5%") == "A1|rate|98.5|%|achieved");
  CHECK(read("A2#cases=2.5万件") == "A2|cases|25000|件|achieved");
  CHECK(read("A1=done") == "A1||-||achieved");
  CHECK(read("A1=已做到") == "A1||-||achieved");
  CHECK(read("A1=planned") == "A1||-||planned");
  CHECK(read("A1=问题") == "A1||-||problem");
  CHECK(read("A1=score:0.8") == "A1||0.8|score|achieved");
  CHECK(read("A1=score: 80%") == "A1||0.8|score|achieved");
  CHECK(read("A1=得分：0.8") == "A1||0.8|score|achieved");
  CHECK(read("A1=full") == "A1||1|score|achieved");
}

TEST_CASE("what is unclear is refused, with what would be accepted") {
  CHECK(
      refused("A1=0.8") ==
      "`A1=0.8`: `0.8` may be a score or a figure: write `score:0.8` for the score of A1, or the figure with its unit; its rules "
      "count rate (%), count (件 or 次)");
  CHECK(refused("A1") == "`A1`: " + accepted);
  CHECK(refused("=100%") == "`=100%`: " + accepted);
  CHECK(refused("A1=") == "`A1=`: it doesn't say what; " + accepted);
  CHECK(refused("A11=100%") == "`A11=100%`: there is no indicator `A11` in world; did you mean `A1`?");
  CHECK(refused("62=100%") == "`62=100%`: there is no indicator `62` in world");
  CHECK(refused("A=100%") == "`A=100%`: `A` is a group; a fact is about one of its indicators");
  CHECK(refused("A1#rat=100%") == "`A1#rat=100%`: A1 has no rule `rat`; did you mean `rate`?");
  CHECK(refused("A1#rate=12件") == "`A1#rate=12件`: the rule `rate` of A1 counts %, not 件");
  CHECK(refused("A1#rate=12") == "`A1#rate=12`: the rule `rate` of A1 counts %, not a figure without a unit");
  CHECK(refused("A1#rate=done") == "`A1#rate=done`: it has no `value`, and the rule `rate` of A1 counts %");
  CHECK(refused("A1#rate=score:1") == "`A1#rate=score:1`: a score is the whole indicator's; drop the rule `rate`");
  CHECK(refused("A3=100%") == "`A3=100%`: no rule of A3 counts %; those that count: meetings (次)");
  CHECK(refused("A1=score:1.2") == "`A1=score:1.2`: a score is from 0 to 1; found `1.2`; write 85 of 100 as 0.85");
  CHECK(refused("A1=score:120%") == "`A1=score:120%`: a score is from 0 to 1, or from 0% to 100%; found `120%`");
}

TEST_CASE("a figure that is computed is intended by its operands") {
  const Framework framework = Framework::parse(
      "rulescore: 1\nid: f\nversion: \"1\"\ntitle: t\nchildren:\n  - code: A1\n    title: t\n    evidence:\n"
      "      closed: {any: [办结], value: {unit: 件}}\n      all: {any: [新收], value: {unit: 件}}\n"
      "    metrics: {rate: {share: closed, of: all}}\n    score: {rate: {from: 0%, to: 100%}}\n");
  CHECK_THROWS_WITH(intend("A1#rate=90%", framework),
                    "`A1#rate=90%`: `rate` is computed from closed and all: say what those are");
  CHECK(intend("A1#closed=9件", framework).value == 9);
}

TEST_CASE("a deed goes to the rule that is worth most") {
  const Framework framework = Framework::parse(
      "rulescore: 1\nid: f\nversion: \"1\"\ntitle: t\nchildren:\n  - code: A1\n    title: t\n    evidence:\n"
      "      named: {any: [办法]}\n      issued: {any: [印发]}\n      best: {any: [评为], value: {unit: 项}}\n"
      "    score: {named: 0.3, issued: 0.6, best: 1}\n");
  const Scorecard card = Engine(framework).evaluate(report("无。"));
  const Fact done = intend("A1=done", framework);
  CHECK(what_if(card, {&done, 1}).after.score() == Approx(60));
}
