// A comparison as JSON, in full, and as the few lines that fit beside an editor.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

Panel panel(const Framework& framework) {
  const Engine engine(framework);
  return Panel({engine.score(sample_evidence(framework, sample_document())),
                engine.score({sample_document("reports/b.txt", "慈溪市"), framework.rules_fingerprint(), {}})});
}

// `from: 50%` became `from: 70%` and A weighs twice as much: A1 falls from 0.8 to 2/3 in the first report.
ScoreComparison sample_comparison() {
  std::string edited(sample_yaml);
  const auto replace = [&](const std::string& from, const std::string& to) {
    edited.replace(edited.find(from), from.size(), to);
  };
  replace("from: 50%", "from: 70%");
  replace("    owner: 司法局\n", "    owner: 司法局\n    weight: 2\n");
  return compare(panel(sample_framework()), panel(Framework::parse(edited, "sample.yaml")));
}

}  // namespace

TEST_CASE("a comparison in JSON") {
  const Json object = Json::parse(comparison_json(sample_comparison()));
  CHECK(object["before"]["framework"]["id"] == "sample");
  CHECK(object["before"]["documents"] == 2);
  REQUIRE(object["text"].size() == 1);
  CHECK(object["text"][0].dump() == R"({"code":"A","path":"weight","before":null,"after":"2","part":false})");
  REQUIRE(object["indicators"].size() == 4);
  const Json& a1 = object["indicators"][0];
  CHECK(a1["code"] == "A1");
  CHECK(a1["is"] == "kept");
  CHECK(a1["text"][0]["path"] == "score.rate.from");
  CHECK(a1["down"] == 1);
  CHECK(a1["furthest"]["jurisdiction"] == "海曙区");
  CHECK(a1["furthest"]["before"] == 0.8);
  CHECK(object["indicators"][1]["furthest"].is_null());
  REQUIRE(object["documents"].size() == 2);
  CHECK(object["documents"][0]["before"] == 20.0);
  CHECK(object["documents"][0]["rank_after"] == 1);
  CHECK(object["documents"][1]["change"] == 0.0);
  CHECK(object["documents"][1]["band_after"] == "不及格");
  CHECK(object["only_before"].empty());
}

TEST_CASE("a comparison in full") {
  CHECK(comparison_table(sample_comparison(), {"en", 0, false}) ==
        "sample 1.0 → sample 1.0 · 2 documents\n"
        "\n"
        "  + A weight: 2\n"
        "  A1 score.rate.from: 50% → 70%\n"
        "\n"
        "mean total 10.0 → 11.1 · up 1 · down 0 · level 1\n"
        "\n"
        "Rank  Jurisdiction  Year  Before  After  Change  Band\n"
        "─────────────────────────────────────────────────────\n"
        "   1  海曙区        2020    20.0   22.2   +2.22  fail\n"
        "   2  慈溪市        2020     0.0    0.0    0.00  fail\n"
        "\n"
        "Indicator                 Up  Down   Score  Points  Furthest\n"
        "──────────────────────────────────────────────────────────────────────\n"
        "A1 Heads appear in court   0     1  −0.067  +1.111  海曙区 0.80 → 0.67\n");
}

TEST_CASE("the lines that fit beside an editor") {
  const ScoreComparison comparison = sample_comparison();
  CHECK(comparison_brief(comparison, 1) ==
        "  + A weight: 2\n"
        "  … 1 项略去\n"
        "\n"
        "总分平均 10.0 → 11.1 · 升 1 · 降 0 · 未变 1\n"
        "\n"
        "名次  地区    年度  原得分  现得分   变化  等次\n"
        "─────────────────────────────────────────────────\n"
        "   1  海曙区  2020    20.0    22.2  +2.22  不及格\n"
        "\n"
        "指标           升  降  得分率    分数  变化最大\n"
        "─────────────────────────────────────────────────────────\n"
        "A1 负责人出庭   0   1  −0.067  +1.111  海曙区 0.80 → 0.67\n");
  const ScoreComparison still = compare(panel(sample_framework()), panel(sample_framework()));
  CHECK(comparison_brief(still, 8, {"en", 0, false}) == "mean total 10.0 · up 0 · down 0 · level 2\nno indicator moved\n");
}

TEST_CASE("bands that change are counted by what they were") {
  Results before;
  before.rows = {
      {"a", "", std::nullopt, 50, {"良", "good"}}, {"b", "", std::nullopt, 40, {"良", "good"}}, {"c", "", std::nullopt, 30, {}}};
  Results after = before;
  after.rows[0].band = after.rows[1].band = {"优", "best"};
  after.rows[2].band = {"差", "poor"};
  const std::string text = comparison_brief(compare(before, after), 8, {"en", 0, false});
  INFO(text);
  CHECK(text.find("\nbands changed 3: good → best 2 · – → poor 1\n") != std::string::npos);
  CHECK(text.find("   1  a                     50.0   50.0    0.00  good → best\n") != std::string::npos);
}
