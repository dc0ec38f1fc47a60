// Places by items in every form: signs, shared gaps, clusters, leaders with their quotes.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/places.hpp>
#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

Document report(const std::string& place, const std::string& level, const std::string& text, int year = 2020) {
  Metadata about;
  about.name = place + ".txt";
  about.jurisdiction = place;
  about.level = level;
  about.year = year;
  return Document::from_text(text, about);
}

// With headings that make what stands under them a plan or a problem.
Framework with_headings() {
  std::string yaml(sample_yaml);
  yaml.insert(yaml.find("children:"), "status: {headings: {plan: [下一步], problem: [存在的问题]}}\n");
  return Framework::parse(yaml, "sample.yaml");
}

Places sample_places(std::size_t more = 0) {
  std::vector<Document> documents{report("甲市", "prefecture", "负责人出庭率80%。均按期答复。\n"),
                                  report("乙县", "county", "负责人出庭率100%。\n一、存在的问题\n投诉较多。\n"),
                                  report("丙县", "county", "均按期答复。\n一、下一步打算\n力争建成网站。\n"),
                                  report("丙县", "county", "均按期答复。\n", 2019)};
  for (std::size_t i = 0; i < more; ++i) documents.push_back(report(std::to_string(i) + "县", "county", "开会。\n"));
  return places(Panel(Engine(with_headings()).evaluate(documents)));
}

}  // namespace

TEST_CASE("places for people") {
  CHECK(
      places_table(sample_places(), {"en", 0, false}) ==
      "sample 1.0 · 3 places · 4 indicators · other documents of the same places left out: 1\n"
      "a sign an item: # nothing lacking, 0–9 tenths of the full score, ! problem admitted, p only planned, . no evidence, ? not "
      "judged, - not applicable\n"
      "\n"
      "Jurisdiction  Year  Score  A   B\n"
      "─────────────────────────────────\n"
      "甲市          2020   40.0  6#  ..\n"
      "乙县          2020   25.0  #.  !.\n"
      "丙县          2020   25.0  .#  .p\n"
      "\n"
      "shared gaps: how many lack an item, of those it applies to\n"
      "Indicator                 all  prefecture  county  no evidence  only planned  problem admitted  below\n"
      "─────────────────────────────────────────────────────────────────────────────────────────────────────\n"
      "B1 Complaints             3/3         1/1     2/2            2             0                 1      0\n"
      "B2 Website                3/3         1/1     2/2            2             1                 0      0\n"
      "A1 Heads appear in court  2/3         1/1     1/2            1             0                 0      1\n"
      "A2 Replies                1/3         0/1     1/2            1             0                 0      0\n"
      "\n"
      "items lacked together\n"
      "  A1, B1, B2: lacked together by 2 (甲市, 丙县)\n"
      "\n"
      "places that lack the same\n"
      "  甲市, 乙县, 丙县: all lack 2 items (B1, B2)\n"
      "\n"
      "who leads\n"
      "Indicator                 Score  Tied  Jurisdiction  Quote             Source\n"
      "───────────────────────────────────────────────────────────────────────────────────────\n"
      "A1 Heads appear in court   1.00     1  乙县          负责人出庭率100%  乙县.txt [0–22]\n"
      "A2 Replies                 1.00     2  甲市, 丙县    均按期答复        甲市.txt [24–39]\n");
}

TEST_CASE("many places are folded into their levels") {
  const std::string text = places_table(sample_places(38), {"zh", 0, false});
  INFO(text);
  CHECK(text.find("全部            41   4%  0%\n") != std::string::npos);  // 3 of 82
  CHECK(text.find("prefecture       1  50%  0%\n") != std::string::npos);
  CHECK(text.find("county          40   2%  0%\n") != std::string::npos);  // 2 of 80 is 2.5
  CHECK(text.find("B1 投诉        41/41") != std::string::npos);
}

TEST_CASE("leaders that nobody wants named are still counted") {
  const Places all = places(sample_places().panel, {1, 0.5, 0});
  CHECK(places_table(all, {"en", 0, false}).find("A2 Replies                 1.00     2  …\n") != std::string::npos);
  CHECK(Json::parse(places_json(all))["leaders"][1]["leaders"].empty());
}

TEST_CASE("places in JSON") {
  const Json object = Json::parse(places_json(sample_places()));
  CHECK(object["indicators"][0].dump() == R"({"indicator":"A1","number":61,"title":"负责人出庭"})");
  REQUIRE(object["places"].size() == 3);
  const Json& second = object["places"][1];
  CHECK(second["jurisdiction"] == "乙县");
  CHECK(second["total"] == 25.0);
  CHECK(second["scores"].dump() == "[1.0,null,0.0,null]");
  CHECK(second["states"].dump() == R"(["evidenced","no_evidence","problem","no_evidence"])");
  CHECK(second["lacking"].dump() == R"(["nothing","no_evidence","problem","no_evidence"])");
  CHECK(object["passed_over"].size() == 1);
  CHECK(object["passed_over"][0]["year"] == 2019);
  CHECK(object["shared"][2]["level"] == "county");
  CHECK(object["shared"][0]["gaps"][1].dump() ==
        R"({"indicator":"B2","number":null,"title":"网站","lack":3,"of":3,)"
        R"("kinds":{"no_evidence":2,"only_planned":1,"problem":0,"below":0,"unjudged":0}})");
  for (const Json& gap : object["shared"][0]["gaps"]) {
    int kinds = 0;
    for (const auto& [kind, count] : gap["kinds"].items()) kinds += count.get<int>();
    CHECK(kinds == gap["lack"]);
  }
  CHECK(object["item_clusters"][0]["places"].dump() == "[0,2]");
  CHECK(object["leaders"][1]["tied"] == 2);
  CHECK(object["leaders"][1]["leaders"][1]["place"] == 2);
  CHECK(object["leaders"][1]["leaders"][1]["evidence"]["quote"] == "均按期答复");
}

TEST_CASE("places as rows: a score, or in words why there is none") {
  CHECK(places_csv(sample_places()) ==
        "document,jurisdiction,level,year,total,A1,A2,B1,B2\r\n"
        "甲市.txt,甲市,prefecture,2020,40,0.6,1,no_evidence,no_evidence\r\n"
        "乙县.txt,乙县,county,2020,25,1,no_evidence,0,no_evidence\r\n"
        "丙县.txt,丙县,county,2020,25,no_evidence,1,no_evidence,only_planned\r\n");
}

TEST_CASE("places in Markdown") {
  const std::string text = places_markdown(sample_places());
  INFO(text);
  CHECK(text.starts_with("# sample 1.0 · 3 个地区 · 4 项指标"));
  CHECK(text.find("\n## 共同短板：缺此项的地区数 / 适用的地区数\n\n| 指标 | 全部 | prefecture | county |") != std::string::npos);
}
