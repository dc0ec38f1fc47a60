// Facts beside a text: who speaks, what repeats what, and what the score is made of.
#include "support/catch.hpp"

#include "unit/elsewhere/world.hpp"

#include <rulescore/render.hpp>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

Scorecard card(const std::string& text, std::vector<Fact> facts, const std::string& earns = "",
               const std::string& a1_earns = "") {
  const Framework framework = world(earns, a1_earns);
  return Engine(framework).evaluate(report(text), Elsewhere(framework, std::move(facts)));
}

}  // namespace

TEST_CASE("a statistic speaks before the text") {
  const Scorecard both = card("出庭率90%。", {fact("A1", 98, "%")});
  CHECK(pieces(both) == Strings{"A1 r1 98% statistic counts", "A1 r1 90% text outranked"});
  CHECK(score_of(both, "A1") == 0.98);
  CHECK(both.reason(both.framework().at("A1")) == "统计“年鉴”：98%按0%→100%线性计，得0.98（规则 rate）。得分0.98。");
  CHECK(both.reason(both.framework().at("A1"), "en") ==
        "statistic\"年鉴\": 98% on the line 0%→100%, earning 0.98 (rule rate). Score 0.98.");
}

TEST_CASE("precedence is the framework's, and an indicator's own") {
  const std::string text_first = "earns: {precedence: [[text, extract], statistic]}\n";
  CHECK(score_of(card("出庭率90%。", {fact("A1", 98, "%")}, text_first), "A1") == 0.9);
  CHECK(score_of(card("无。", {fact("A1", 98, "%")}, text_first), "A1") == 0.98);
  CHECK(score_of(card("出庭率90%。", {fact("A1", 98, "%")}, "", "        earns: {precedence: [text]}\n"), "A1") == 0.9);
  CHECK(score_of(card("出庭率90%。", {fact("A1", 98, "%")}, text_first, "        earns: {precedence: [statistic]}\n"), "A1") ==
        0.98);
  // Together: the best of both.
  const std::string together = "earns: {precedence: [[text, statistic]]}\n";
  CHECK(score_of(card("出庭率90%。", {fact("A1", 80, "%")}, together), "A1") == 0.9);
  // Not named: last, and together.
  const Scorecard rest =
      card("出庭率90%。", {fact("A1", 98, "%"), fact("A1", 70, "%", SourceKind::survey)}, "earns: {precedence: [expert]}\n");
  CHECK(pieces(rest) == Strings{"A1 r1 98% statistic counts", "A1 r1 70% survey counts", "A1 r1 90% text counts"});
}

TEST_CASE("only what may earn takes its turn") {
  Fact foreign = fact("A1", 98, "%");
  foreign.scope = Whose::national;
  CHECK(pieces(card("出庭率90%。", {foreign})) == Strings{"A1 r1 98% statistic foreign", "A1 r1 90% text counts"});
  Fact planned = fact("A1", 98, "%");
  planned.status = Status::planned;
  CHECK(pieces(card("出庭率90%。", {planned})) == Strings{"A1 r1 98% statistic counts planned", "A1 r1 90% text counts"});
  CHECK(score_of(card("出庭率90%。", {planned}), "A1") == 0.9);
  Fact problem = fact("A3");
  problem.status = Status::problem;
  const Scorecard admitted = card("召开常务会议3次。", {problem});
  CHECK(pieces(admitted) == Strings{"A3 r0 - statistic counts problem", "A3 r0 3次 text outranked"});
  CHECK(score_of(admitted, "A3") == 0);
}

TEST_CASE("sources compete where they speak of the same") {
  // A count from elsewhere leaves the rate that the text states.
  const Scorecard count = card("出庭率90%。", {fact("A1", 12, "件")});
  CHECK(pieces(count) == Strings{"A1 r2 12件 statistic counts", "A1 r1 90% text counts"});
  CHECK(score_of(count, "A1") == 0.9);
  // A low rate replaces a high one, and what is said of other things still earns.
  const Scorecard low = card("制定了出庭办法。出庭率90%。", {fact("A1", 10, "%")});
  CHECK(pieces(low) == Strings{"A1 r1 10% statistic counts", "A1 r0 - text counts", "A1 r1 90% text outranked"});
  CHECK(score_of(low, "A1") == 0.4);
  // A score is about the whole indicator: before all that comes later, behind all that comes first.
  const Scorecard survey = card("出庭率90%。", {fact("A1", 0.5, "score", SourceKind::survey), fact("A1", 20, "%")});
  CHECK(pieces(survey) == Strings{"A1 r1 20% statistic outranked", "A1 score 0.5 survey counts", "A1 r1 90% text outranked"});
  const Scorecard expert =
      card("制定了出庭办法。", {fact("A1", 0.5, "score", SourceKind::survey), fact("A1", 20, "%", SourceKind::expert)});
  CHECK(pieces(expert) == Strings{"A1 r1 20% expert counts", "A1 score 0.5 survey outranked", "A1 r0 - text counts"});
  CHECK(score_of(expert, "A1") == 0.4);
}

TEST_CASE("scores given directly are averaged, and no rule is asked") {
  const Scorecard panel = card("出庭率90%。", {from(fact("A1", 0.75, "score", SourceKind::expert), "甲"),
                                               from(fact("A1", 0.25, "score", SourceKind::expert), "乙"), fact("A1", 98, "%")});
  CHECK(score_of(panel, "A1") == 0.5);
  CHECK(panel.nodes()[panel.framework().at("A1")].decided_by == Evidence::direct);
  CHECK(panel.reason(panel.framework().at("A1")) == "专家“乙”：直接给分0.25；专家“甲”：直接给分0.75；平均。得分0.50。");
  const Scorecard alike = card(
      "无。", {from(fact("A1", 0.5, "score", SourceKind::expert), "甲"), from(fact("A1", 0.5, "score", SourceKind::expert), "乙"),
               from(fact("A1", 0.8, "score", SourceKind::expert), "丙")});
  CHECK(score_of(alike, "A1") == Approx(0.6));
  CHECK(card("无。", {fact("A1", 1, "score", SourceKind::expert)}).reason(2) == "专家“年鉴”：直接给分1。得分1.00。");
}

TEST_CASE("a fact that says what the text says leaves the score") {
  const Engine engine(world());
  const std::string text = "办结30件。出庭率90%。召开常务会议3次。";
  const double alone = engine.evaluate(report(text)).score();
  CHECK(card(text, {fact("A2", 30, "件")}).score() == alone);
  CHECK(card(text, {fact("A1", 90, "%"), fact("A2", 30, "件"), fact("A3", 3, "次")}).score() == alone);
  const std::string together = "earns: {precedence: [[text, statistic, survey]]}\n";
  const Scorecard same =
      card(text, {fact("A2", 30, "件"), fact("A2", 30, "件"), fact("A2", 30, "件", SourceKind::survey), fact("A3", 3, "次")},
           together);
  CHECK(pieces(same) == Strings{"A1 r1 90% text counts", "A2 r1 30件 statistic counts =", "A2 r1 30件 statistic counts =",
                                "A2 r1 30件 survey counts =", "A2 r1 30件 text counts",
                                "A3 r0 3次 statistic counts =", "A3 r0 3次 text counts"});
  CHECK(same.score() == alone);
}

TEST_CASE("one source that says a thing twice, two that say different things") {
  CHECK(score_of(card("无。", {fact("A2", 30, "件"), fact("A2", 30, "件")}), "A2") == 0.3);
  CHECK(score_of(card("无。", {fact("A2", 30, "件"), fact("A2", 20, "件")}), "A2") == 0.5);
  Fact same = fact("A2", 30, "件");
  CHECK(pieces(card("无。", {same, same})) == Strings{"A2 r1 30件 statistic counts"});
}

TEST_CASE("facts are about one jurisdiction and year, or one document") {
  const Framework framework = world();
  const Engine engine(framework);
  Fact named = fact("A1", 98, "%");
  named.jurisdiction.clear();
  named.year.reset();
  for (const char* name : {"reports/qingdao.txt", "qingdao.txt", "qingdao"}) {
    named.document = name;
    CHECK(score_of(engine.evaluate(report("无。"), Elsewhere(framework, {named})), "A1") == 0.98);
  }
  named.document = "wuxi";
  CHECK(engine.evaluate(report("无。"), Elsewhere(framework, {named})).evidence().items().empty());
  const Elsewhere elsewhere(framework, {fact("A1", 98, "%")});
  CHECK(engine.evaluate(report("无。", "无锡市"), elsewhere).evidence().items().empty());
  CHECK(engine.evaluate(report("无。", "青岛市", 2021), elsewhere).evidence().items().empty());
  CHECK(engine.evaluate(report("无。", "", 2020), elsewhere).evidence().items().empty());
  CHECK_FALSE(engine.evaluate(report("青岛市2020年法治政府建设情况\n无。", " 青岛市", 0), elsewhere).evidence().items().empty());
}

TEST_CASE("an extract stands in the text like any other evidence") {
  const std::string text = "一、做法\n全市出庭率 90%。制定了出庭办法。\n";
  Fact rate = extract("A1", "出庭率90%");
  rate.rule = "rate";
  const Scorecard found = card(text, {rate, extract("A3", "制定了出庭办法")});
  REQUIRE(pieces(found).back() == "A3 r0 - extract counts");
  const Evidence& last = found.evidence().items().back();
  CHECK(found.evidence().quote(last) == "制定了出庭办法");
  CHECK(found.document().text(last.sentence_begin, last.sentence_end) == "制定了出庭办法。");
  CHECK(found.document().heading(last.section) == "一、做法");
}

TEST_CASE("an extract's figure is the one its passage states") {
  const Scorecard found = card("共办理12件。", {extract("A2", "共办理12件")});
  CHECK(pieces(found) == Strings{"A2 r1 12件 extract counts"});
  CHECK(score_of(found, "A2") == 0.12);
  // What the matcher found there already is not counted again.
  CHECK(pieces(card("办结12件。", {extract("A2", "办结12件")})) ==
        Strings{"A2 r1 12件 text counts", "A2 r1 12件 extract counts ="});
}

TEST_CASE("of several places the one the other tool saw") {
  const std::string text = "出庭办法好。其他。出庭办法好。";
  Fact second = extract("A3", "出庭办法好");
  second.begin = 9;
  CHECK(card(text, {second}).evidence().items().back().begin == 27);
  second.begin = 0;
  CHECK(card(text, {second}).evidence().items().front().begin == 0);
  // Positions of the other tool's own copy, with other blanks and without the heading.
  Fact copied = extract("A3", "出庭办法好");
  copied.jurisdiction.clear();
  copied.year.reset();
  copied.text = std::make_shared<const std::string>("出庭办法好。 其他。 出庭办法好。这是一份够长的文本，能认出是哪一份文档。");
  copied.begin = 11;
  const std::string document =
      "一、做法\n" + std::string("出庭办法好。其他。\n出庭办法好。这是一份够长的文本,能认出是哪一份文档。");
  const Scorecard found = card(document, {copied});
  REQUIRE(found.evidence().items().size() >= 3);
  bool seen = false;
  for (const Evidence& e : found.evidence().items())
    seen |= e.kind == SourceKind::extract && e.begin == document.rfind("出庭办法好");
  CHECK(seen);
}

TEST_CASE("the order of the facts, and facts about others, change nothing") {
  std::vector<Fact> facts{from(fact("A1", 0.7, "score", SourceKind::expert), "甲"),
                          from(fact("A1", 0.1, "score", SourceKind::expert), "乙"),
                          from(fact("A1", 0.3, "score", SourceKind::expert), "丙"),
                          fact("A2", 30, "件"),
                          fact("A2", 0.1, "件"),
                          extract("A3", "召开常务会议"),
                          fact("A2", 20, "件")};
  const std::string text = "办结30件。召开常务会议3次。";
  const std::string once = scorecard_jsonl(card(text, facts));
  std::vector<Fact> more = facts;
  more.push_back(fact("A1", 0.9, "score", SourceKind::expert));
  more.back().jurisdiction = "无锡市";
  CHECK(scorecard_jsonl(card(text, more)) == once);
  std::reverse(facts.begin(), facts.end());
  CHECK(scorecard_jsonl(card(text, facts)) == once);
  std::rotate(facts.begin(), facts.begin() + 3, facts.end());
  CHECK(scorecard_jsonl(card(text, facts)) == once);
}

TEST_CASE("evidence with facts is scored again without its document or its facts being asked") {
  const Engine engine(world());
  const Scorecard first = card("出庭率90%。", {fact("A1", 98, "%")});
  CHECK(scorecard_jsonl(engine.score(first.evidence())) == scorecard_jsonl(first));
  const Engine heavier(world().with_weight("A1", 5));
  CHECK(score_of(heavier.score(first.evidence()), "A1") == 0.98);
  const Framework other = Framework::parse(world_yaml().replace(world_yaml().find("出庭率"), 9, "应诉率"));
  CHECK_THROWS_AS(Engine(other).score(first.evidence()), UsageError);
  CHECK_THROWS_AS(Elsewhere(other, {fact("A1", 1, "%")}).applied_to(first.evidence()), UsageError);
}

TEST_CASE("applying twice is applying once; nothing gives back what was found") {
  const Framework framework = world();
  const Engine engine(framework);
  const EvidenceSet found = engine.match(report("出庭率90%。"));
  const Elsewhere elsewhere(framework, {fact("A1", 98, "%")});
  const EvidenceSet once = elsewhere.applied_to(found), twice = elsewhere.applied_to(once);
  CHECK(evidence_jsonl(framework, twice) == evidence_jsonl(framework, once));
  CHECK(twice.facts().size() == 1);
  CHECK(evidence_jsonl(framework, Elsewhere().applied_to(once)) == evidence_jsonl(framework, found));
}
