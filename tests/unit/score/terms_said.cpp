// What each term of the scoring language says of itself, whole: every number that entered the arithmetic is there.
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <string>
#include <vector>

namespace rulescore {
namespace {

Framework framework(const std::string& entries) {
  return Framework::parse("rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\nchildren:\n  - code: A\n    title: t\n" + entries);
}

struct Reasons {
  std::string zh, en;
};

Reasons reasons(const std::string& entries, const std::string& text) {
  const Scorecard card = Engine(framework(entries)).evaluate(Document::from_text(text));
  return {card.reason(1), card.reason(1, "en")};
}

const std::string rate = "    evidence: {rate: {any: [完成率], value: {unit: \"%\"}}}\n";
const std::string marks = "    full: 10\n";

}  // namespace

TEST_CASE("slopes say the target, the step and how many steps") {
  const Reasons said = reasons(
      marks + rate + "    score: {rate: {target: 80%, below: {each: 1%, deduct: 0.5, steps: started}}}\n", "完成率77.5%。");
  CHECK(said.zh ==
        "“完成率77.5%”：77.5%低于80%（计10），每1个百分点减0.5（不足一步按一步），共3步，得8.50（规则 "
        "rate）。得8.50分，满分10，得分率0.85。");
  CHECK(said.en ==
        "\"完成率77.5%\": 77.5% is under 80% (worth 10), each 1 pp less 0.5 (a step begun counts): 3 steps, earning 8.50 (rule "
        "rate). "
        "8.50 of 10, a score of 0.85.");
}

TEST_CASE("bands say the band, marks the full marks") {
  const Reasons said = reasons(
      marks + rate + "    score: {rate: {bands: [{from: 80%, earns: 10}, {over: 60%, earns: 4}, {earns: 1}]}}\n", "完成率70%。");
  CHECK(said.zh == "“完成率70%”：70%属>60%一档，计4，得4.00（规则 rate）。得4.00分，满分10，得分率0.40。");
  CHECK(said.en == "\"完成率70%\": 70% is in the band >60%, worth 4, earning 4.00 (rule rate). 4.00 of 10, a score of 0.40.");
}

TEST_CASE("a metric says its division and both quotes") {
  const Reasons said = reasons(
      "    evidence: {closed: {any: [办结], value: {unit: 件}}, all: {any: [新收], value: {unit: 件}}}\n"
      "    metrics: {rate: {share: closed, of: all}}\n    score: {rate: {reach: 90%}}\n",
      "新收80件，办结76件。");
  CHECK(said.zh == "“办结76件”与“新收80件”：76件÷80件=95%达到90%，得1.00（算得的 rate）。得分1.00。");
  CHECK(said.en == "\"办结76件\" and \"新收80件\": 76 件÷80 件=95% reaches 90%, earning 1.00 (figure rate). Score 1.00.");
}

TEST_CASE("start, bonus and deduct are said in their order") {
  const Reasons said = reasons(marks +
                                   "    evidence: {good: {any: [表彰]}, bad: {any: [通报], value: {unit: 次}}}\n"
                                   "    score: {start: 6, bonus: {good: 2}, deduct: {bad: {each: 0.5, of: sum}}}\n",
                               "受到表彰。被通报3次。");
  CHECK(said.zh ==
        "起始6；加分：“受到表彰”：有此内容，得2.00（规则 good）；扣分：“被通报3次”：合计3次，每单位0.5，得1.50（规则 bad）。"
        "得6.50分，满分10，得分率0.65。");
  CHECK(said.en ==
        "starting from 6; added: \"受到表彰\": found, earning 2.00 (rule good); taken off: \"被通报3次\": in all 3 次, each unit "
        "0.5, "
        "earning 1.50 (rule bad). 6.50 of 10, a score of 0.65.");
}

TEST_CASE("comparisons say with whom") {
  const Framework one = framework(
      marks + "    evidence: {points: {any: [得分], value: {unit: 分}}}\n    score: {points: {against: highest, target: 1}}\n");
  const std::vector<Document> documents = {Document::from_text("考核得分90分。"), Document::from_text("考核得分45分。")};
  const std::vector<Scorecard> cards = Engine(one).evaluate(documents);
  CHECK(cards[1].reason(1) ==
        "“考核得分45分”：45分，÷同组最高90分=0.5÷目标1×10，最多计10，得5.00（规则 points）。得5.00分，满分10，得分率0.50。");
  CHECK(cards[1].reason(1, "en") ==
        "\"考核得分45分\": 45 分, / the highest of the peers 90 分=0.5 / target 1×10, at most 10, earning 5.00 (rule points). "
        "5.00 of 10, a score of 0.50.");
}

TEST_CASE("dates are said as days") {
  const std::string entries = "    evidence: {day: {any: [发布], value: {unit: date}}}\n    score: {day: {before: 4月1日}}\n";
  CHECK(reasons(entries, "报告于3月28日发布。").zh == "“报告于3月28日发布”：3月28日早于4月1日，得1.00（规则 day）。得分1.00。");
  CHECK(reasons(entries, "报告于4月1日发布。").en ==
        "\"报告于4月1日发布\": 4-1 is not before 4-1, earning 0.00 (rule day). Score 0.00.");
}

TEST_CASE("an indicator whose only deduction is an admitted problem has a score, and says so") {
  const Reasons said = reasons(marks +
                                   "    evidence: {missing: {any: [缺报], value: {unit: 次}, status: problem}}\n    score: "
                                   "{deduct: {missing: {each: 2, of: sum}}}\n",
                               "缺报月报3次。");
  CHECK(said.zh == "起始10；扣分：“缺报月报3次”：合计3次，每单位2，得6.00（规则 missing）。得4.00分，满分10，得分率0.40。");
}

TEST_CASE("several scorers are said with their weights") {
  const Framework one = framework(marks + "    scorers: {text: 60, expert: 40}\n" + rate + "    score: {rate: {target: 100%}}\n");
  Metadata metadata;
  metadata.jurisdiction = "甲市";
  metadata.year = 2020;
  const Elsewhere elsewhere(
      one,
      parse_facts(
          R"({"jurisdiction":"甲市","year":2020,"indicator":"A","value":0.5,"unit":"score","kind":"expert","source":"评审"})")
          .facts);
  const Scorecard card = Engine(one).evaluate(Document::from_text("完成率90%。", metadata), elsewhere);
  CHECK(card.nodes()[1].score == (60 * 0.9 + 40 * 0.5) / 100);
  CHECK(card.reason(1) == "文本评得9.00（权重60）；专家评得5.00（权重40）；按发言各方加权平均。得7.40分，满分10，得分率0.74。");
  CHECK(Engine(one).evaluate(Document::from_text("完成率90%。", metadata)).nodes()[1].score == 0.9);  // only those that spoke
}

TEST_CASE("an example may state the score") {
  const auto results = run_examples(Engine(framework(marks + rate +
                                                     "    score: {rate: {target: 100%}}\n    examples:\n      - {text: "
                                                     "完成率35%。, score: 3.5}\n      - {text: 完成率35%。, score: 4}\n"
                                                     "      - {text: 没有提到。, score: 0}\n")));
  REQUIRE(results.size() == 3);
  CHECK(results[0].passed);
  CHECK_FALSE(results[1].passed);
  CHECK(results[1].expected == "score 4");
  CHECK(results[1].found == "score 3.5; rule rate, value 35, unit %, status achieved in “完成率35%”");
  CHECK_FALSE(results[2].passed);
  CHECK(results[2].found == "no score");
}

}  // namespace rulescore
