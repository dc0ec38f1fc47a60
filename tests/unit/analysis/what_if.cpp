// What if: against texts that say what is supposed, and the ways in which a supposition speaks in the stead of what was found.
#include "support/catch.hpp"
#include "unit/elsewhere/world.hpp"

#include <rulescore/what_if.hpp>

#include <cstring>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

std::vector<Fact> intended(const Strings& texts, const Framework& framework) {
  std::vector<Fact> facts;
  for (const std::string& text : texts) facts.push_back(intend(text, framework));
  return facts;
}

Scorecard card(const std::string& text, const std::vector<Fact>& facts = {}, const Framework& framework = world()) {
  return Engine(framework).evaluate(report(text), Elsewhere(framework, facts));
}

Scorecard after(const Scorecard& card, const Strings& texts) { return what_if(card, intended(texts, card.framework())).after; }

bool same_bits(const Scorecard& a, const Scorecard& b) {
  for (std::size_t i = 0; i < a.nodes().size(); ++i) {
    const NodeScore &x = a.nodes()[i], &y = b.nodes()[i];
    for (const auto& [u, v] : {std::pair(x.score, y.score), std::pair(x.points, y.points), std::pair(x.full, y.full),
                               std::pair(x.low, y.low), std::pair(x.high, y.high), std::pair(x.coverage, y.coverage)})
      if (std::memcmp(&u, &v, sizeof u) != 0) return false;
    if (x.state != y.state) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("what if nothing: the card itself") {
  const Scorecard found = card("出庭率85%，制定了出庭办法。办结50件。");
  const WhatIf what = what_if(found, {});
  CHECK(same_bits(what.before, found));
  CHECK(same_bits(what.after, found));
  CHECK(what.changed.empty());
  CHECK(what.supposed().empty());
}

TEST_CASE("a figure speaks in the stead of the text's, up and down") {
  const Scorecard found = card("出庭率85%。");
  CHECK(score_of(after(found, {"A1=100%"}), "A1") == 1);
  CHECK(score_of(after(found, {"A1=60%"}), "A1") == 0.6);
  CHECK(pieces(after(found, {"61=60%"})) == Strings{"A1 r1 60% intended counts", "A1 r1 85% text set_aside"});
}

TEST_CASE("no plan, shortcoming or contradiction of its rule is left; other rules speak on") {
  const Scorecard found = card("出庭率85%，出庭率不高。制定了出庭办法。下一步\n出庭率90%。");
  const Scorecard supposed = after(found, {"A1#rate=20%"});
  CHECK(score_of(supposed, "A1") == 0.4);  // of the rule `made`
  for (const std::string& line : pieces(supposed))
    if (line.find(" r1 ") != std::string::npos && line.find("intended") == std::string::npos)
      CHECK(line.find("set_aside") != std::string::npos);
}

TEST_CASE("a deed adds to what was achieved") {
  const Scorecard found = card("召开常务会议。又召开常务会议3次。");
  CHECK(score_of(found, "A3") == 0.5);
  CHECK(score_of(after(found, {"A3=done"}), "A3") == 0.75);
  CHECK(score_of(after(found, {"A3=3次"}), "A3") == 0.75);  // pieces are counted: one more, though it says the same
  CHECK(score_of(after(card("无。"), {"A3=done"}), "A3") == 0.25);
}

TEST_CASE("a score is the indicator's, whatever was found") {
  const Scorecard found = card("出庭率85%，制定了出庭办法。", {fact("A1", 0.3, "score", SourceKind::expert)});
  CHECK(score_of(found, "A1") == 0.3);
  CHECK(score_of(after(found, {"A1=score:0.7"}), "A1") == 0.7);
  CHECK(score_of(after(found, {"A1=full"}), "A1") == 1);
  CHECK(score_of(after(found, {"A1=100%"}), "A1") == 1);  // nor does the panel's score hold a figure back
  CHECK(what_if(found, intended({"A1=full"}, found.framework())).supposed().size() == 1);
}

TEST_CASE("a statistic is set aside like the text") {
  const Scorecard found = card("出庭率85%。", {fact("A1", 50, "%")});
  CHECK(score_of(found, "A1") == 0.5);
  CHECK(score_of(after(found, {"A1=90%"}), "A1") == 0.9);
  CHECK(score_of(after(found, {"A2#cases=50件"}), "A1") == 0.5);  // other indicators keep their facts
}

TEST_CASE("plans and problems can be supposed, too") {
  CHECK(after(card("无。"), {"A1=planned"}).nodes()[2].state == State::only_planned);
  CHECK(after(card("无。"), {"A1=problem"}).nodes()[2].state == State::problem);
}

TEST_CASE("suppositions add up, the last about the same speaks") {
  const Scorecard found = card("无。");
  const Scorecard once = after(found, {"A1=90%"});
  const Scorecard twice = after(once, {"A3=done"});
  CHECK(score_of(twice, "A1") == 0.9);
  CHECK(score_of(twice, "A3") == 0.25);
  CHECK(same_bits(twice, after(found, {"A1=90%", "A3=done"})));
  CHECK(same_bits(after(once, {"A1=50%"}), after(found, {"A1=50%"})));
  CHECK(same_bits(after(once, {"A1=full"}), after(found, {"A1=full"})));
}

TEST_CASE("the same twice at once is refused") {
  CHECK_THROWS_WITH(after(card("无。"), {"A1=90%", "A1#rate=80%"}),
                    "the same is intended twice for reports/qingdao.txt: “A1=90%” (A1=90%) and “A1#rate=80%” (A1#rate=80%)");
}

TEST_CASE("a plan is for whom it says") {
  const PlanResult plan = parse_plan(
      "- {indicator: A1, value: 90%, jurisdiction: 青岛市}\n- {indicator: A3, status: done, year: 2019}\n"
      "- {indicator: A2, value: 10件, document: qingdao}\n",
      world());
  REQUIRE(plan.issues.empty());
  const WhatIf what = what_if(card("无。"), plan.intended);
  CHECK(what.supposed().size() == 2);  // another year's is none
  CHECK(score_of(what.after, "A1") == 0.9);
  CHECK(std::isnan(score_of(what.after, "A3")));
  const Scorecard elsewhere = Engine(world()).evaluate(report("无。", "宁波市", 2020, "ningbo.txt"));
  CHECK(what_if(elsewhere, plan.intended).supposed().empty());
}

TEST_CASE("it is the score of a text that says so") {
  const Scorecard edited = card("出庭率92%。办结80件。召开常务会议。");
  const Scorecard supposed = after(card("出庭率70%。"), {"A1=92%", "A2=80件", "A3=done"});
  CHECK(supposed.score() == edited.score());
  for (std::size_t i = 0; i < edited.nodes().size(); ++i) CHECK(supposed.nodes()[i].points == edited.nodes()[i].points);
}

TEST_CASE("scorers: a figure is heard by who reads the report, a score by all") {
  const std::string yaml = world_yaml("scorers: {text: 50, expert: 50}\n");
  const Framework framework = Framework::parse(yaml);
  const Scorecard found = card("出庭率60%。", {fact("A1", 0.8, "score", SourceKind::expert)}, framework);
  CHECK(score_of(found, "A1") == Approx(0.7));
  CHECK(score_of(after(found, {"A1=100%"}), "A1") == Approx(0.9));
  CHECK(score_of(after(found, {"A1=score:0.5"}), "A1") == 0.5);
  CHECK(after(found, {"A1=score:0.5"}).reason(2) == "假设“A1=score:0.5”：直接给分0.5。得分0.50。");
}

TEST_CASE("everybody hears that it is supposed") {
  const Scorecard supposed = after(card("出庭率85%。"), {"A1=100%"});
  CHECK(supposed.warnings()[0] == "得分含 1 条假设，不是报告所证");
  CHECK(supposed.warnings("en")[0] == "the score rests on 1 supposition, not on the report alone");
  CHECK(supposed.reason(2) == "假设“A1=100%”：100%按0%→100%线性计，得1.00（规则 rate）。得分1.00。");
}

namespace {

const std::string compared =
    "rulescore: 1\nid: c\nversion: \"1\"\ntitle: t\npeers: []\nchildren:\n  - code: A1\n    title: t\n"
    "    evidence: {rate: {any: [出庭率], value: {unit: \"%\"}}}\n    score: {rate: {against: highest, target: 1}}\n";

Panel panel_of(const Framework& framework, const Strings& texts) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(
        report(texts[i], std::string(1, static_cast<char>('a' + i)) + "市", 2020, "r" + std::to_string(i) + ".txt"));
  return Panel(Engine(framework).evaluate(documents));
}

}  // namespace

TEST_CASE("ranks: whom it passes, ties and all") {
  const Panel panel = panel_of(world(), {"出庭率90%。", "出庭率80%。", "出庭率80%。", "出庭率40%。"});
  const auto facts = intended({"A1=80%"}, panel.framework());
  const RankedWhatIf level = what_if(panel, 3, facts);
  CHECK(level.ranks_before == std::vector<std::uint32_t>{1, 2, 2, 4});
  CHECK(level.ranks_after == std::vector<std::uint32_t>{1, 2, 2, 2});
  CHECK(level.passes.empty());  // drawing level is not passing
  const RankedWhatIf first = what_if(panel, 3, intended({"A1=95%"}, panel.framework()));
  CHECK(first.passes == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(first.passed_by.empty());
  const RankedWhatIf last = what_if(panel, 0, intended({"A1=10%"}, panel.framework()));
  CHECK(last.passes.empty());
  CHECK(last.passed_by == std::vector<std::uint32_t>{1, 2, 3});
  CHECK_THROWS_WITH(what_if(panel, 4, facts), "row 4 is asked for; the panel has rows 0 to 3");
}

TEST_CASE("peers move with what is supposed of one of them; a card alone holds them") {
  const Framework framework = Framework::parse(compared);
  const Panel panel = panel_of(framework, {"出庭率80%。", "出庭率40%。"});
  const auto facts = intended({"A1=100%"}, framework);
  const RankedWhatIf what = what_if(panel, 1, facts);
  CHECK(what.after.totals()[1] == 100);
  CHECK(what.after.totals()[0] == Approx(80));  // the highest is now 100%
  CHECK_FALSE(what.own.peers_held);
  CHECK(what.passes == std::vector<std::uint32_t>{0});
  const Panel edited = panel_of(framework, {"出庭率80%。", "出庭率100%。"});
  CHECK(std::equal(edited.totals().begin(), edited.totals().end(), what.after.totals().begin()));
  const WhatIf alone = what_if(panel.cards()[1], facts);
  CHECK(alone.peers_held);
  CHECK(alone.after.score() == 100);  // 100 / 80, at most full marks
}

TEST_CASE("which document is meant") {
  const Panel panel = panel_of(world(), {"无。", "无。"});
  CHECK(row_of(panel, "b市") == 1);
  CHECK(row_of(panel, "r1") == 1);
  CHECK(row_of(panel, "r0.txt") == 0);
  CHECK(row_of(panel, "b") == 1);
  CHECK_THROWS_WITH(row_of(panel, "市"), "more than one document is “市”; there are a市 2020 (r0.txt), b市 2020 (r1.txt)");
  CHECK_THROWS_WITH(row_of(panel, "c市"), "no document is “c市”; there are a市 2020 (r0.txt), b市 2020 (r1.txt)");
}
