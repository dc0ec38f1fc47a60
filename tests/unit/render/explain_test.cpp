// The chain from the quote to the points, and why each other piece earned nothing.
#include "support/catch.hpp"

#include "render/account.hpp"
#include "unit/render/sample.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

std::uint32_t node(const Scorecard& card, std::string_view code) { return card.framework().at(code); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an indicator explained, whole") {
  const Scorecard card = sample_card();
  const std::string text = explain_text(card, node(card, "A1"));
  CHECK(text ==
        "A1 负责人出庭 (第 61 项)\n"
        "海曙区 · 2020 · reports/a.txt\n"
        "要求：负责人应当出庭。\n"
        "责任单位：司法局 · 标准来源：满分: 各地做法, 起评: 本框架自定\n"
        "\n"
        "结果：有实证，得分 0.800，20.000 / 25.000 分\n"
        "  " +
            card.reason(2, "zh") +
            "\n"
            "\n"
            "证据：3 条\n"
            "  [1] “负责人出庭应诉率90%”\n"
            "      已做到 · 90% · A1#1 rate → 决定得分\n"
            "      字节 51–78 · 一、主要做法\n"
            "      原句：负责人出庭应诉率90%。\n"
            "  [2] “出庭率90%”\n"
            "      已做到 · 90% · A1#1 rate → 不重复得分：前文已说过同一件事\n"
            "      字节 96–108 · 一、主要做法\n"
            "      原句：全区负责人出庭率90%。\n"
            "  [3] “出庭应诉工作”\n"
            "      已做到 · 无数值 · A1#2 work → 不另得分：别的证据得分不低于它\n"
            "      字节 117–135 · 一、主要做法\n"
            "      原句：做好出庭应诉工作。\n"
            "\n"
            "规则（各规则取最高）\n"
            "  #1 rate：出庭应诉率/出庭率；带数值 %，同一分句\n"
            "      50% 得 0，100% 得 1，其间线性 → 90 得 0.800\n"
            "  #2 work：出庭应诉\n"
            "      找到即得 0.4 → 0.400\n"
            "\n"
            "计算\n"
            "  满分：100 × 1 ÷ 2 × 1 ÷ 2 = 25\n"
            "  #1 rate：(90 − 50) ÷ (100 − 50) = 0.8\n"
            "  取最高：max(0.8, 0.4) = 0.8\n"
            "  分数：0.8 × 25 = 20\n"
            "\n"
            "折算\n"
            "  A1 占 50.0%（在 A 中） × A 占 50.0%（在 总分 中） = 25.00%\n"
            "  0.800 × 25.000 分 = 20.000 分\n"
            "  总分 20.0 / 100，其中本项 20.000\n");
}

TEST_CASE("silence, plans and problems say why they earned nothing") {
  const Scorecard card = sample_card();
  const std::string silent = explain_text(card, node(card, "A2"));
  CHECK(has(silent, "结果：无证据，得分 –，0.000 / 25.000 分"));
  CHECK(has(silent, "证据：0 条"));
  CHECK(has(silent, "#1 replied：按期答复\n      找到即得 1 → 没有可计分的证据"));
  CHECK(has(explain_text(card, node(card, "B2")), "计划 · 无数值 · B2#1 site → 不得分：是计划，不是已做到的事"));
  CHECK(has(explain_text(card, node(card, "B1")), "问题 · 无数值 · B1#1 open → 不得分：自认的问题"));
  CHECK(has(explain_text(card, node(card, "B2"), {"en", 0, false}), "earns nothing: a plan, not something done"));
}

TEST_CASE("a group is explained by its parts") {
  const Scorecard card = sample_card();
  const std::string text = explain_text(card, node(card, "A"));
  INFO(text);
  CHECK(has(text, "\nA1 负责人出庭  50.0%  0.800  20.00 / 25.00  有实证\n"));
  CHECK(has(text, "A 占 50.0%（在 总分 中） = 50.00%"));
  CHECK(has(explain_text(card, 0), "A 应诉"));
}

TEST_CASE("the same in JSON") {
  const Scorecard card = sample_card();
  const Json object = Json::parse(explain_json(card, node(card, "A1")));
  CHECK(object["node"]["code"] == "A1");
  CHECK(object["node"]["points"] == 20.0);
  CHECK(object["weights"][0]["part"] == 0.5);
  CHECK(object["weights"][1]["of"] == "sample");
  REQUIRE(object["evidence"].size() == 3);
  CHECK(object["evidence"][0]["role"] == "decides");
  CHECK(object["evidence"][1]["role"] == "repeated");
  CHECK(object["evidence"][2]["role"] == "outscored");
  CHECK(object["rules"][0]["earned"] == 0.8);
  CHECK(object["rules"][0]["amount"] == 90.0);
  CHECK(Json::parse(explain_json(card, node(card, "A")))["children"].size() == 2);
}

TEST_CASE("an explanation shows what a metric was computed from, and what was taken off") {
  const rulescore::Framework framework = rulescore::Framework::parse(R"(rulescore: 1
id: t
version: "1"
title: t
children:
  - code: A
    title: t
    full: 5
    evidence:
      closed: {any: [办结], value: {unit: 件}}
      all: {any: [新收], value: {unit: 件}}
      bad: {any: [超期], value: {unit: 件}, status: problem}
    metrics: {rate: {share: closed, of: all}}
    score: {rate: {from: 50%, to: 100%}, deduct: {bad: {each: 0.5, of: sum}}}
)");
  const rulescore::Scorecard card =
      rulescore::Engine(framework).evaluate(rulescore::Document::from_text("新收80件，办结76件。超期2件。另外新收10件。"));
  const std::string text = rulescore::explain_text(card, 1, {"en"});
  const auto shows = [&](const std::string& line) {
    INFO(line << "\n" << text);
    CHECK(text.find(line) != std::string::npos);
  };
  shows("A#2 all → counts");
  shows("A#1 closed → counts");
  shows("A#3 bad → is taken off");
  shows("A#2 all → earns nothing more: another piece earns as much or more");
  shows("#1 closed: 办结; with a figure 件, same clause\n      computed with, see below");
  shows("taken off: the sum: each piece earns 0.5 → 2 earns 1.000");
  shows("= rate: closed ÷ all × 100\n      50% earns 0, 100% earns 5, linear between → 95 earns 4.500");
  CHECK(rulescore::explain_json(card, 1).find(R"("metrics":[{"metric":"rate","computes":"closed ÷ all × 100","use":"scored")") !=
        std::string::npos);
}
