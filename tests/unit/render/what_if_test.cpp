// What-ifs as text: every number beside a total adds up to it, in trees that add up and in trees that don't; vetoes, bands and
// peers are said; both languages.
#include "support/catch.hpp"
#include "unit/elsewhere/world.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

using namespace rulescore;
using namespace rulescore::testing;
using nlohmann::json;

namespace {

std::string leaf(const std::string& code, const std::string& more = "") {
  return "  - {code: " + code + ", title: {zh: " + code + "项, en: item " + code + "}, " + more + "evidence: {r: {any: [" + code +
         "率], value: {unit: \"%\"}}}, score: {r: {from: 0%, to: 100%}}}\n";
}

Framework framework(const std::string& top, const std::string& more = "") {
  return Framework::parse("rulescore: 1\nid: w\nversion: \"1\"\ntitle: t\n" + top + "children:\n" + leaf("A") + leaf("B") +
                          leaf("C", more));
}

WhatIf what_of(const Framework& framework, const std::string& text, const Strings& supposed) {
  std::vector<Fact> facts;
  for (const std::string& one : supposed) facts.push_back(intend(one, framework));
  return what_if(Engine(framework).evaluate(report(text)), facts);
}

TableStyle in(const std::string& language) {
  TableStyle style;
  style.language = language;
  return style;
}

}  // namespace

TEST_CASE("points, what aggregation adds, and the gain reconcile") {
  for (const char* way : {"mean", "minimum", "{geometric: {floor: 0.05}}", "{harmonic: {floor: 0.05}}",
                          "{power: 0.5, floor: 0.01}", "{owa: [0.6, 0.3, 0.1]}"}) {
    for (const char* missing : {"zero", "exclude", "full"}) {
      const Framework tree = framework("aggregate: " + std::string(way) + "\nmissing: " + missing + "\n");
      const WhatIf what = what_of(tree, "A率40%。B率70%。", {"A=90%", "C=55%"});
      const json card = json::parse(what_if_jsonl(what));
      const json& said = card["what_if"];
      double sum = said["beside_the_points"];
      for (const json& change : said["changes"])
        if (change["indicator"]) sum += change["points"].get<double>() - change["points_before"].get<double>();
      INFO(way << ' ' << missing);
      CHECK(std::abs(sum - said["gain"].get<double>()) <= 1e-9);
      CHECK(std::abs(card["score"].get<double>() - said["before"]["score"].get<double>() - said["gain"].get<double>()) <= 1e-9);
      if (std::string(way) == "mean" && std::string(missing) == "zero") CHECK(said["beside_the_points"] == 0.0);
    }
  }
}

TEST_CASE("for people, in both languages") {
  const WhatIf what = what_of(framework("aggregate: minimum\n"), "A率40%。B率70%。C率90%。", {"A=60%"});
  CHECK(what_ifs_table({&what, 1}) ==
        "青岛市 2020 · reports/qingdao.txt · 假设情形，不是报告所证\n"
        "  若 A=60% · A A项 r\n"
        "得分 40.00 → 60.00（+20.00） · 覆盖率 100.0% · 区间 40.0–40.0 → 60.0–60.0\n"
        "\n"
        "指标                       得分率             分数     变化  状态\n"
        "───────────────────────────────────────────────────────────────────\n"
        "A A项               0.400 → 0.600  13.333 → 20.000   +6.667  有实证\n"
        "合成方式与规则所致                                  +13.333\n"
        "总分                                                +20.000\n");
  const std::string english = what_ifs_table({&what, 1}, in("en"));
  CHECK(english.find("supposed, not what the report shows\n  if A=60% · A item A r\nscore 40.00 → 60.00 (+20.00)") !=
        std::string::npos);
  CHECK(english.find("by aggregation and policies") != std::string::npos);
  CHECK(what_ifs_table({}) == "没有文档。\n");
  CHECK(what_ifs_markdown({&what, 1}).find("- 若 A=60%\n") != std::string::npos);
}

TEST_CASE("bands and vetoes before and after") {
  const Framework tree = framework("bands: [{from: 60, name: {zh: 合格, en: fair}}, {from: 0, name: {zh: 不合格, en: poor}}]\n",
                                   "veto: {below: 50%, then: fail}, ");
  const WhatIf what = what_of(tree, "A率80%。B率70%。C率20%。", {"C=60%"});
  const std::string text = what_ifs_table({&what, 1});
  CHECK(text.find("等级 不合格 → 合格") != std::string::npos);
  CHECK(text.find("不再触发：一票否决：C C项得分率0.20，低于0.5，考核不合格\n") != std::string::npos);
  const WhatIf worse = what_of(tree, "A率80%。B率70%。C率60%。", {"C=20%"});
  CHECK(what_ifs_table({&worse, 1}).find("! 新触发：一票否决") != std::string::npos);
}

TEST_CASE("explained as what it is") {
  const WhatIf what = what_of(framework(""), "A率40%。", {"A=60%"});
  const std::string text = explain_text(what, 1);
  CHECK(text.find("假设情形，不是报告所证\n  若 A=60% · A A项 r\n") == 0);
  CHECK(text.find("假设“A=60%”：60%按0%→100%线性计，得0.60（规则 r）") != std::string::npos);
  const json object = json::parse(explain_json(what, 1));
  CHECK(object["what_if"]["supposed"].size() == 1);
  CHECK(object["working"].size() == 4);
  CHECK(object["working_en"][1] == "#1 r: (60 − 0) ÷ (100 − 0) = 0.6");
}
