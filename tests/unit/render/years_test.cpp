// Two years as JSON, CSV and text: what was said then and now stands beside every cause, with its bytes, and the parts add up.
#include "support/about.hpp"
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

Document report(const std::string& place, int year, const std::string& text) {
  Metadata about;
  about.name = place + std::to_string(year) + ".txt";
  about.jurisdiction = place;
  about.year = year;
  return Document::from_text(text, about);
}

// A1 rises from 0.6 to 1, A2 is not mentioned any more, B1 is new; A and B are half of the whole each, and so are their parts.
ScoreComparison sample_years() {
  const Engine engine(sample_framework());
  const std::vector<Document> before{report("海曙区", 2019, "负责人出庭率80%。均按期答复。\n"),
                                     report("慈溪市", 2019, "开会。\n"), report("慈溪市", 2018, "开会。\n")};
  const std::vector<Document> after{report("海曙区", 2020, "负责人出庭率100%。处理投诉。\n"), report("慈溪市", 2020, "开会。\n")};
  return compare_years(Panel(engine.evaluate(before)), Panel(engine.evaluate(after)));
}

}  // namespace

TEST_CASE("two years in JSON: every shift with both quotes, and sums that make the change") {
  const Json object = Json::parse(comparison_json(sample_years()));
  const Json& haishu = object["documents"][0];
  CHECK(haishu["before"] == 40.0);
  CHECK(haishu["after"] == 50.0);
  CHECK(haishu["partner"].dump() == R"({"document":"海曙区2020.txt","jurisdiction":"海曙区","year":2020})");
  REQUIRE(haishu["shifts"].size() == 3);
  const Json& rise = haishu["shifts"][0];
  CHECK(rise["indicator"] == "A1");
  CHECK(rise["cause"] == "changed_value");
  CHECK(rise["points"].get<double>() == About(10));
  CHECK(rise["evidence_before"]["quote"] == "负责人出庭率80%");
  CHECK(rise["evidence_after"]["quote"] == "负责人出庭率100%");
  CHECK(rise["evidence_after"]["begin"] == 0);
  CHECK(rise["evidence_after"]["end"] == 22);
  const Json& lost = haishu["shifts"][1];
  CHECK(lost["cause"] == "lost_evidence");
  CHECK(lost["state_before"] == "evidenced");
  CHECK(lost["state_after"] == "no_evidence");
  CHECK(lost["score_after"].is_null());
  CHECK(lost["evidence_after"].is_null());
  double by_cause = 0;
  for (const Json& cause : haishu["causes"]) by_cause += cause["points"].get<double>();
  CHECK(by_cause == About(haishu["moved"].get<double>()));
  REQUIRE(object["causes"].size() == 3);
  CHECK(object["causes"][0].dump() == R"({"cause":"new_evidence","shifts":1,"points":12.5})");
  CHECK(object["documents"][1]["shifts"].empty());
  CHECK(object["passed_over"].dump() ==
        R"([{"document":"慈溪市2018.txt","jurisdiction":"慈溪市","year":2018,"side":"before","taken":)"
        R"({"document":"慈溪市2019.txt","jurisdiction":"慈溪市","year":2019}}])");
}

TEST_CASE("two years as rows") {
  const std::string csv = comparison_csv(sample_years());
  CHECK(csv.substr(0, csv.find('\r')) ==
        "jurisdiction,year_before,year_after,indicator,title,cause,points,score_before,score_after,state_before,state_after,"
        "document_before,quote_before,begin_before,end_before,document_after,quote_after,begin_after,end_after");
  INFO(csv);
  CHECK(csv.find("海曙区,2019,2020,A2,答复,lost_evidence,-25,1,,evidenced,no_evidence,海曙区2019.txt,均按期答复,24,39,") !=
        std::string::npos);
  CHECK(csv.find(",海曙区2020.txt,,,\r\n") != std::string::npos);
}

TEST_CASE("two years for people") {
  CHECK(
      comparison_table(sample_years(), {"en", 0, false}) ==
      "sample 1.0 · 2 documents\n"
      "not taken: 慈溪市 2018 慈溪市2018.txt (taken: 2019 慈溪市2019.txt)\n"
      "\n"
      "mean total 20.0 → 25.0 · up 1 · down 0 · level 1\n"
      "\n"
      "Rank  Jurisdiction         Year  Before  After  Change  Band\n"
      "────────────────────────────────────────────────────────────\n"
      "   1  海曙区        2019 → 2020    40.0   50.0  +10.00  fail\n"
      "   2  慈溪市        2019 → 2020     0.0    0.0    0.00  fail\n"
      "\n"
      "Cause                Shifts  Mean points\n"
      "────────────────────────────────────────\n"
      "new evidence              1      +12.500\n"
      "no longer mentioned       1      −12.500\n"
      "value changed             1       +5.000\n"
      "in all                    3       +5.000\n"
      "no longer mentioned: reported then, not found in this year's report; that doesn't mean that it wasn't done\n"
      "\n"
      "Indicator                 Up  Down   Score   Points  Furthest\n"
      "───────────────────────────────────────────────────────────────────────\n"
      "A2 Replies                 0     1  −0.500  −12.500  海曙区 1.00 → –\n"
      "B1 Complaints              1     0  +0.500  +12.500  海曙区 – → 1.00\n"
      "A1 Heads appear in court   1     0  +0.200   +5.000  海曙区 0.60 → 1.00\n"
      "\n"
      "海曙区 2019 → 2020: 40.00 → 50.00 (+10.00)\n"
      "new evidence 1 (+25.00) · no longer mentioned 1 (−25.00) · value changed 1 (+10.00)\n"
      "\n"
      "Indicator                 Cause                Points        Score  State                    Said then               Says "
      "now\n"
      "──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────"
      "──────────────────\n"
      "A2 Replies                no longer mentioned  −25.00     1.00 → –  evidenced → no evidence  均按期答复 [24–39]\n"
      "B1 Complaints             new evidence         +25.00     – → 1.00  no evidence → evidenced                          "
      "处理投诉 [25–37]\n"
      "A1 Heads appear in court  value changed        +10.00  0.60 → 1.00  evidenced                负责人出庭率80% [0–21]  "
      "负责人出庭率100% [0–22]\n"
      "\n"
      "慈溪市 2019 → 2020: 0.00 (0.00)\n"
      "nothing moved\n");
}

TEST_CASE("only two years are rows") {
  const Panel panel({sample_card()});
  CHECK_THROWS_AS(comparison_csv(compare(panel, panel)), UsageError);
  CHECK(Json::parse(comparison_json(compare(panel, panel)))["causes"].is_null());
}
