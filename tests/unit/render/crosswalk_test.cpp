// A small report read as another framework's: the whole table in both languages, the CSV, and the keys of the JSON.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/crosswalk.hpp>
#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

const Framework& other() {
  static const Framework it = Framework::parse(
      "rulescore: 1\nid: other\nversion: \"2\"\ntitle: {zh: 另一个, en: Other}\nfull: 10\nchildren:\n"
      "  - {code: X, title: {zh: 子, en: \"X, first\"}, weight: 3, score: {given: {out_of: 1}}}\n"
      "  - {code: Y, title: {zh: 丑, en: Second}, score: {given: {out_of: 1}}}\n");
  return it;
}

Crossed sample_crossed() {
  const Framework framework = sample_framework();
  const Crosswalk walk = Crosswalk::parse(
      "rulescore: 1\ncrosswalk: walk\nfrom: {id: sample, path: ./a}\nto: {id: other, path: ./b}\n"
      "answers: {X: {A1: 50%, A2: {part: 0.25, back: 1, note: {zh: 按期, en: in time}}}}\n",
      framework, other());
  return crossed(Engine(framework).score(sample_evidence(framework, sample_document())), walk);
}

}  // namespace

TEST_CASE("a crossed card as a table") {
  const Crossed there = sample_crossed();
  TableStyle english;
  english.language = "en";
  const std::string table = crossed_table(std::vector{there}, {}, 2, english);
  INFO(table);
  CHECK(table.find("  scored as sample ") != std::string::npos);
  CHECK(table.find("  read as   other ") != std::string::npos);
  CHECK(table.find("unmapped 43.8%; of the first, unused 50.0%\n") != std::string::npos);  // 3/4 x 1/4 + 1/4; the group B
  CHECK(table.find("A1 50% · A2 25%") != std::string::npos);
  CHECK(table.find("One fix") != std::string::npos);
  CHECK(crossed_table(std::vector{there}, {}, 0, english).find("One fix") == std::string::npos);
  CHECK(table.find("In common") == std::string::npos);  // one document stands beside nobody
  CHECK(crossed_table(std::vector{there, there}).find("共同部分：两个框架都问到的，折成 10.0 分\n") != std::string::npos);
  CHECK(crossed_table({}) == "没有文档。\n");
}

TEST_CASE("a crossed card in JSON and CSV") {
  const Crossed there = sample_crossed();
  const Json row = Json::parse(crossed_json(std::vector{there}))[0];
  std::vector<std::string> keys;
  for (const auto& item : row.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"document", "jurisdiction", "level", "year", "framework", "crosswalk", "score", "full",
                                         "coverage", "range", "band", "common", "crossed", "fixes", "evidence"});
  CHECK(row["crosswalk"] == "walk");
  CHECK(row["crossed"]["framework"]["id"] == "other");
  const Json& x = row["crossed"]["nodes"][1];
  CHECK(x["code"] == "X");
  CHECK(x["parent"] == "other");
  CHECK(x["answers"][1]["code"] == "A2");
  CHECK(x["answers"][1]["note"] == "按期");
  CHECK(x["answers"][1]["back"] == 1);
  CHECK(x["answers"][0]["back"].is_null());
  CHECK(x["unmapped"] == 0.25);
  double points = 0;
  for (const Json& answer : x["answers"]) points += answer["points"].get<double>();
  CHECK(points == Approx(x["points"].get<double>()).epsilon(1e-12));
  CHECK(row["common"]["left_out"] == 0.5);
  const std::string csv = crossed_csv(std::vector{there});
  CHECK(
      csv.starts_with("document,jurisdiction,year,framework,code,title,answered_by,score,points,full,low,high,state,coverage,"
                      "unmapped,evidence\r\n"));
  CHECK(csv.find(",other,X,子,A1 0.5; A2 0.25,") != std::string::npos);
  CHECK(csv.find(",other,Y,丑,,,0,2.5,0,2.5,no_evidence,0,1,0\r\n") != std::string::npos);
}

TEST_CASE("a crosswalk in one line") {
  CHECK(crosswalk_summary(sample_crossed().crosswalk()) ==
        "walk: sample read as other, 2 answers, 43.8% of the second unmapped, 50.0% of the first unused; doesn't read the other "
        "way round\n");
}
