// Scorecards as JSON, CSV, table, Markdown and HTML: whole texts for a small card, and what a hostile text becomes in each.
#include "support/catch.hpp"

#include "base/text.hpp"
#include "unit/render/sample.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const std::vector<std::string> payloads{"<script>alert(1)</script>",
                                        "<img src=x onerror=alert(1)>",
                                        "\"><svg/onload=x>",
                                        "</td></table>",
                                        "=1+1",
                                        "@SUM(A1)",
                                        "\x1b[31mred\x1b[0m",
                                        "\u009B31m",
                                        "a\u202Eb",
                                        "\x01\x02",
                                        "'-alert(1)-'"};

}  // namespace

TEST_CASE("a scorecard in JSON: the fields, in their order") {
  const Scorecard card = sample_card();
  Json object = Json::parse(scorecard_jsonl(card));
  CHECK(keys(object) == std::vector<std::string>{"document", "jurisdiction", "level", "year", "framework", "score", "full",
                                                 "coverage", "range", "band", "nodes", "evidence", "warnings", "failed",
                                                 "vetoes"});
  CHECK(keys(object["framework"]) == std::vector<std::string>{"id", "version", "fingerprint"});
  CHECK(object["document"] == "reports/a.txt");
  CHECK(object["jurisdiction"] == "海曙区");
  CHECK(object["year"] == 2020);
  CHECK(object["framework"]["fingerprint"] == card.framework().fingerprint());
  CHECK(object["score"] == card.score());
  CHECK(object["full"] == 100);
  CHECK(object["range"] == Json{card.low(), card.high()});
  CHECK(object["band"] == "不及格");
  REQUIRE(object["nodes"].size() == 7);
  CHECK(object["nodes"][0]["code"] == "sample");
  CHECK(object["nodes"][0]["parent"].is_null());
  CHECK(object["nodes"][0]["evidence"].empty());
  const Json& a1 = object["nodes"][2];
  const std::vector<std::string> fields{"code",   "number", "title", "weight", "score",
                                        "points", "full",   "state", "reason", "evidence"};
  const std::vector<std::string> names = keys(a1);
  REQUIRE(names.size() >= fields.size());
  CHECK(std::vector<std::string>(names.begin(), names.begin() + 10) == fields);
  CHECK(a1["code"] == "A1");
  CHECK(a1["number"] == 61);
  CHECK(a1["weight"] == 0.25);
  CHECK(a1["score"] == 0.8);
  CHECK(a1["points"] == 20.0);
  CHECK(a1["state"] == "evidenced");
  CHECK(a1["evidence"] == Json{0, 1, 2});
  CHECK(object["nodes"][3]["number"].is_null());
  CHECK(object["nodes"][3]["state"] == "no_evidence");
  CHECK(object["evidence"].size() == 5);
  CHECK(object["evidence"][0]["standing"] == "counts");
  object["evidence"][0].erase("standing");
  CHECK(object["evidence"][0] == Json::parse(evidence_jsonl(card.framework(), card.evidence())
                                                 .substr(0, evidence_jsonl(card.framework(), card.evidence()).find('\n'))));
}

TEST_CASE("json is an array of what jsonl prints") {
  const std::vector<Scorecard> cards{sample_card(), sample_card("reports/b.txt", "慈溪市")};
  const Json array = Json::parse(scorecards_json(cards));
  REQUIRE(array.size() == 2);
  CHECK(array[0] == Json::parse(scorecard_jsonl(cards[0])));
  CHECK(array[1]["jurisdiction"] == "慈溪市");
  CHECK(count(scorecard_jsonl(cards[0]), "\n") == 1);
  CHECK(Json::parse(scorecards_json({})).empty());
}

TEST_CASE("csv: one row a card and node") {
  const std::string csv = scorecards_csv(std::vector<Scorecard>{sample_card()});
  CHECK(count(csv, "\r\n") == 8);
  CHECK(csv.starts_with(
      "document,jurisdiction,level,year,code,number,title,weight,score,points,full,state,coverage,low,high,evidence,reason\r\n"
      "reports/a.txt,海曙区,county,2020,sample,,样例,1,"));
  CHECK(csv.find("reports/a.txt,海曙区,county,2020,A1,61,负责人出庭,0.25,0.8,20,25,evidenced,1,20,20,3,") != std::string::npos);
  CHECK(csv.find("reports/a.txt,海曙区,county,2020,A2,,答复,0.25,,0,25,no_evidence,0,0,25,0,") != std::string::npos);
}

TEST_CASE("the table a person reads") {
  const std::vector<Scorecard> cards{sample_card(), sample_card("reports/b.txt", "慈溪市")};
  const std::string table = scorecards_table(cards);
  INFO(table);
  CHECK(
      table.starts_with("样例 · sample 1.0 · 满分 100 · 2 份文档\n"
                        "\n"
                        "地区    年度  得分  覆盖率       区间  等级    最强   最弱\n"));
  CHECK(table.find("\n海曙区  2020  20.0     50%  20.0–70.0  不及格  A 40%  B 0%\n") != std::string::npos);
  CHECK(table.find("\n地区      A   B\n───────────────\n海曙区  40%  0%\n慈溪市  40%  0%\n") != std::string::npos);
  CHECK(table.find("\n  A 应诉（权重 50.0%）\n  B 公开（权重 50.0%）\n") != std::string::npos);
  CHECK(table.find('\x1b') == std::string::npos);
  CHECK(scorecards_table(cards, {"en", 0, false}).find("Jurisdiction") != std::string::npos);
  CHECK(scorecards_table(cards, {"zh", 0, true}).find("\x1b[31m20.0\x1b[0m") != std::string::npos);
  CHECK(scorecards_table({}) == "没有文档。\n");
}

TEST_CASE("two cards of one jurisdiction and year say which document they are") {
  const std::string table = scorecards_table(std::vector<Scorecard>{sample_card("x/a.txt"), sample_card("x/b.txt")});
  CHECK(table.find("海曙区 (a.txt)") != std::string::npos);
  CHECK(table.find("海曙区 (b.txt)") != std::string::npos);
}

TEST_CASE("Markdown holds the same tables") {
  const std::string markdown = scorecards_markdown(std::vector<Scorecard>{sample_card()});
  INFO(markdown);
  CHECK(markdown.starts_with("# 样例 · sample 1.0 · 满分 100 · 1 份文档\n\n| 地区 | 年度 | 得分 |"));
  CHECK(markdown.find("| 海曙区 | 2020 | 20.0 | 50% | 20.0–70.0 | 不及格 | A 40% | B 0% |\n") != std::string::npos);
}

TEST_CASE("HTML is a fragment with a bounded number of rows") {
  const std::string html = scorecard_html(sample_card());
  CHECK(html.starts_with("<div class=\"rulescore-card\">"));
  CHECK(html.ends_with("</div>\n"));
  CHECK(count(html, "<tr>") == 2 + 6);  // two headings, two groups, four indicators
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.size() < 200'000);
}

TEST_CASE("HTML stays under 200 rows and 200 kB, and says what it left out") {
  std::string yaml = "rulescore: 1\nid: big\nversion: \"1\"\ntitle: {zh: 大, en: Big}\nfull: 100\nmissing: zero\nchildren:\n";
  const std::string long_title(3000, 'x');
  for (int i = 0; i < 30; ++i) {
    yaml += "  - code: G" + std::to_string(i) + "\n    title: {zh: 组, en: Group}\n    children:\n";
    for (int j = 0; j < 10; ++j) {
      yaml += "      - code: G" + std::to_string(i) + "." + std::to_string(j) + "\n        title: {zh: " + long_title +
              ", en: x}\n        evidence:\n          r: {any: [词]}\n        score: {r: 1}\n        examples:\n"
              "          - {text: 词。, find: {rule: r}}\n          - {text: 无。, find: nothing}\n";
    }
  }
  const Framework framework = Framework::parse(yaml);
  const std::string html = scorecard_html(Engine(framework).evaluate(Document::from_text("没有什么。\n")));
  CHECK(html.size() < 200'000);
  CHECK(count(html, "<tr>") <= 202);
  CHECK(html.find("行未列出") != std::string::npos);
}

TEST_CASE("what a stranger wrote stays text in every rendering") {
  for (const std::string& payload : payloads) {
    CAPTURE(payload);
    const Scorecard card = hostile_card(payload);
    const std::vector<Scorecard> cards{card};
    const std::vector<EvidenceSet> sets{card.evidence()};
    for (const std::string& text : {scorecards_table(cards), evidence_table(card.framework(), sets), explain_text(card, 2),
                                    scorecards_markdown(cards), scorecard_html(card), scorecard_jsonl(card)}) {
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find("\u009B") == std::string::npos);
      CHECK(text.find("\u202E") == std::string::npos);
      CHECK(text.find('\x01') == std::string::npos);
      CHECK_NOTHROW(decode(text));
    }
    CHECK(scorecard_html(card).find("<script") == std::string::npos);
    CHECK(scorecard_html(card).find("<img") == std::string::npos);
    CHECK(scorecard_html(card).find("<svg") == std::string::npos);
    CHECK(count(scorecard_html(card), "</table>") == 2);
    CHECK(scorecards_markdown(cards).find("<script") == std::string::npos);
    CHECK(Json::parse(scorecard_jsonl(card))["evidence"][0]["quote"] == payload);
    const std::string csv = scorecards_csv(cards) + evidence_csv(card.framework(), sets);
    CHECK(csv.find("\r\n=") == std::string::npos);
    CHECK(csv.find("\r\n@") == std::string::npos);
    CHECK(csv.find(",=") == std::string::npos);
  }
}
