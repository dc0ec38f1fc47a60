// Gaps and rankings as JSON, CSV, table and Markdown.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Panel panel() { return Panel({sample_card(), sample_card("reports/b.txt", "慈溪市")}); }

}  // namespace

TEST_CASE("gaps in JSON") {
  const std::vector<GapReport> reports = gaps(panel());
  const Json array = Json::parse(gaps_json(reports));
  REQUIRE(array.size() == 2);
  CHECK(array[0]["document"] == "reports/a.txt");
  CHECK(array[0]["score"] == 20.0);
  CHECK(array[0]["target"] == 100.0);
  REQUIRE(array[0]["gaps"].size() == 4);
  const Json& silent = array[0]["gaps"][0];
  CHECK(silent["indicator"] == "A2");
  CHECK(silent["kind"] == "no_evidence");
  CHECK(silent["gain"] == 25.0);
  CHECK(silent["cumulative"] == 45.0);
  CHECK(silent["owner"] == "司法局");
  CHECK(silent["sentence"].is_null());
  CHECK(silent["remedy"] == "write");
  CHECK(silent["exemplars"].empty());
  CHECK(silent["against"].is_null());
  CHECK(array[0]["coverage"] == 0.5);
  CHECK(array[0]["range"][0] == 20.0);
  CHECK(array[0]["range"][1] == 70.0);
  CHECK(array[0]["gaps"][1]["kind"] == "problem");
  CHECK(array[0]["gaps"][1]["remedy"] == "work");
  CHECK(array[0]["gaps"][1]["sentence"] == "投诉较多。");
  CHECK(array[0]["gaps"][1]["evidence"]["quote"] == "投诉较多");
  CHECK(array[0]["gaps"][2]["kind"] == "only_planned");
  CHECK(array[0]["gaps"][3]["kind"] == "below_target");
  CHECK(Json::parse(gaps_json({})).empty());
}

TEST_CASE("gaps for people") {
  const std::vector<GapReport> reports = gaps(panel());
  const std::string table = gaps_table(reports);
  INFO(table);
  CHECK(
      table.starts_with("海曙区 2020 · 现得 20.0（已评权重 50%，可能在 20.0–70.0） · 目标 100.0 · 补齐可达 100.0\n"
                        "无证据 1 (+25.0) · 只有计划 1 (+25.0) · 自认问题 1 (+25.0) · 未达目标 1 (+5.0)\n"
                        "写明 1 (+25.0) · 去做 3 (+55.0)\n"));
  CHECK(has(table, "\n2  B1 投诉        自认问题  去做   0%  +25.00   70.0  政务办    投诉较多。\n"));
  CHECK(has(gaps_csv(reports), "reports/a.txt,海曙区,2020,2,B1,投诉,problem,work,0,1,25,70,true,政务办,1,"));
  CHECK(has(gaps_markdown(reports), "| 2 | B1 投诉 | 自认问题 | 去做 | 0% | +25.00 | 70.0 | 政务办 | 投诉较多。 |\n"));
}

TEST_CASE("a target below full marks marks the shortest list that reaches it") {
  const Panel both = panel();
  const std::string table = gaps_table(gaps(both, Target::parse("60", both.framework())));
  INFO(table);
  CHECK(has(table, "\n1*"));
  CHECK(has(table, "* 达到目标最省力的 2 项（rulescore roadmap 排出先后）\n"));
}

TEST_CASE("a ranking, plain and drawn") {
  const Panel both = panel();
  const Json plain = Json::parse(ranking_json(both, ranking(both)));
  CHECK(plain["draws"] == 0);
  REQUIRE(plain["rows"].size() == 2);
  CHECK(plain["rows"][1]["rank"] == 1);
  CHECK(plain["rows"][1]["jurisdiction"] == "慈溪市");
  CHECK(plain["rows"][1]["p_ahead_of_next"].is_null());
  const std::string table = ranking_table(both, ranking(both));
  INFO(table);
  CHECK(table ==
        "名次  地区    年度  得分  覆盖率\n"
        "────────────────────────────────\n"
        "   1  海曙区  2020  20.0     50%\n"
        "   1  慈溪市  2020  20.0     50%\n");
  const std::string drawn = ranking_table(both, ranking(both, {100, 1, 0.25}));
  INFO(drawn);
  CHECK(has(drawn, "平均名次  90%区间"));
  CHECK(has(drawn, "100 次抽样，同级权重各上下浮动至多 25%，种子 1\n"));
  CHECK(ranking_csv(both, ranking(both))
            .starts_with("rank,document,jurisdiction,year,score,mean_rank,rank_low,rank_high,p_first,p_ahead_of_next\r\n"
                         "1,reports/a.txt,海曙区,2020,20,"));
}
