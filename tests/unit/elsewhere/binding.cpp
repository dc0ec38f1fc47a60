// Which indicator, rule and unit a fact is about, and what is said of one that is about none.
#include "support/catch.hpp"

#include "unit/elsewhere/world.hpp"

using namespace rulescore;
using namespace rulescore::testing;

namespace {

// "r1 98%" of the only piece, or why there is none.
std::string bound(Fact f) {
  const Framework framework = world();
  const Elsewhere elsewhere(framework, {std::move(f)});
  if (!elsewhere.failures().empty()) return elsewhere.failures()[0].reason;
  const Scorecard card = Engine(framework).evaluate(report("无。"), elsewhere);
  REQUIRE(card.evidence().items().size() == 1);
  const std::string line = pieces(card)[0];
  return line.substr(0, line.find(" statistic"));
}

Fact for_rule(Fact f, const std::string& rule) {
  f.rule = rule;
  return f;
}

}  // namespace

TEST_CASE("a figure goes to the first rule that earns by its unit") {
  CHECK(bound(fact("A1", 98, "%")) == "A1 r1 98%");
  CHECK(bound(fact("61", 98, "%")) == "A1 r1 98%");
  CHECK(bound(fact("A1", 3, "次")) == "A1 r2 3次");
  CHECK(bound(fact("A1", 3, "％")) == "A1 r1 3%");
  CHECK(bound(fact("A2", 30, "件")) == "A2 r1 30件");
}

TEST_CASE("a fact without a figure goes to a rule that needs none") {
  CHECK(bound(fact("A1")) == "A1 r0 -");
  CHECK(bound(fact("A3")) == "A3 r0 -");
  CHECK(bound(fact("A2")) == "it has no `value`, and every rule of A2 counts a figure: fell (%), cases (件)");
}

TEST_CASE("a rule may be named") {
  CHECK(bound(for_rule(fact("A1", 3, "件"), "count")) == "A1 r2 3件");
  CHECK(bound(for_rule(fact("A2", 23, "%"), "fell")) == "A2 r0 23%");
  CHECK(bound(for_rule(fact("A1"), "made")) == "A1 r0 -");
  CHECK(bound(for_rule(fact("A1", 3, "件"), "rate")) == "the rule `rate` of A1 counts %, not 件");
  CHECK(bound(for_rule(fact("A1", 3), "rate")) == "the rule `rate` of A1 counts %, not a figure without a unit");
  CHECK(bound(for_rule(fact("A1"), "rate")) == "it has no `value`, and the rule `rate` of A1 counts %");
  CHECK(bound(for_rule(fact("A1", 3, "件"), "cuont")) == "A1 has no rule `cuont`; did you mean `count`?");
  CHECK(bound(for_rule(fact("A1", 3, "件"), "zzzzzz")) == "A1 has no rule `zzzzzz`; it has made, rate, count");
}

TEST_CASE("an indicator there isn't, a unit nobody counts") {
  CHECK(bound(fact("A11", 98, "%")) == "there is no indicator `A11` in world; did you mean `A1`?");
  CHECK(bound(fact("62", 98, "%")) == "there is no indicator `62` in world");
  CHECK(bound(fact("A", 98, "%")) == "`A` is a group; a fact is about one of its indicators");
  CHECK(bound(fact("world", 98, "%")) == "there is no indicator `world` in world");
  CHECK(bound(fact("A1", 98, "公里")) == "no rule of A1 counts 公里; those that count: rate (%), count (件 or 次)");
  CHECK(bound(fact("A1", 98, "parsec")) == "there is no unit `parsec`");
  CHECK(bound(fact("A2", 6, "%")) == "no rule of A2 counts %; those that count: fell (%), cases (件)");
  CHECK(bound(fact("A1", 98)) == "no rule of A1 counts a figure without a unit; those that count: rate (%), count (件 or 次)");
}

TEST_CASE("what the report says is no fact, and there is no year 0") {
  Fact own = fact("A1", 98, "%");
  own.kind = SourceKind::text;
  CHECK(bound(own) == "`text` is what the report itself says; a fact comes from elsewhere");
  Fact ancient = fact("A1", 98, "%");
  ancient.year = 0;
  CHECK(bound(ancient) == "there is no year 0");
}

TEST_CASE("a score is the indicator's own") {
  CHECK(bound(fact("A1", 0.8, "score")) == "A1 score 0.8");
  CHECK(bound(for_rule(fact("A1", 0.8, "score"), "rate")) == "a score is the whole indicator's; drop the rule `rate`");
  CHECK(bound(fact("A1", 80, "score")) == "a score is from 0 to 1; found `80`");
  CHECK(bound(fact("A1", no_value, "score")) == "a score needs a `value` from 0 to 1");
}

TEST_CASE("what a panel or a survey says without a unit that a rule counts is a score") {
  const auto judged = [](Fact f, SourceKind kind) {
    f.kind = kind;
    const Framework framework = world();
    const Elsewhere elsewhere(framework, {std::move(f)});
    if (!elsewhere.failures().empty()) return elsewhere.failures()[0].reason;
    return pieces(Engine(framework).evaluate(report("无。"), elsewhere))[0];
  };
  CHECK(judged(fact("A1", 0.8), SourceKind::expert) == "A1 score 0.8 expert counts");
  CHECK(judged(fact("A2", 85, "%"), SourceKind::survey) == "A2 score 0.85 survey counts");
  CHECK(judged(fact("A1", 85, "%"), SourceKind::survey) == "A1 r1 85% survey counts");
  CHECK(judged(fact("A1", 8), SourceKind::expert) == "a score is from 0 to 1; found `8`");
  CHECK(judged(fact("A2", 120, "%"), SourceKind::survey) == "a score is from 0 to 1; found `1.2`");
}
