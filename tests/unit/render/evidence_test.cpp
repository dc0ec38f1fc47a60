// Evidence and quantities, line by line.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/render.hpp>
#include <rulescore/review.hpp>

#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace rulescore;
using namespace rulescore::testing;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> result;
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

}  // namespace

TEST_CASE("a line of evidence, whole") {
  const Framework framework = sample_framework();
  const Document document = sample_document();
  const std::vector<std::string> all = lines(evidence_jsonl(framework, sample_evidence(framework, document)));
  REQUIRE(all.size() == 5);
  const std::vector<std::string> known = fingerprints(framework, sample_evidence(framework, document));
  CHECK(
      all[0] ==
      R"({"document":"reports/a.txt","indicator":"A1","number":61,"status":"achieved","begin":51,"end":78,"quote":"负责人出庭应诉率90%",)"
      R"("value":90.0,"unit":"%","bound":"exact","change":null,"section":"一、主要做法","rule":"A1#1","rule_name":"rate",)"
      R"("sentence":"负责人出庭应诉率90%。","duplicate_of":null,"value_high":null,"scope":"own","year":null,)"
      R"("kind":"text","source":null,"fact":null,"fingerprint":")" +
          known[0] + R"(","review":null})");
  CHECK(all[4].find(R"("indicator":"B2","number":null,"status":"planned",)") != std::string::npos);
  CHECK(all[4].find(R"("value":null,"unit":null,"bound":"exact","change":null,"section":"三、下一步打算","rule":"B2#1")") !=
        std::string::npos);
  CHECK(Json::parse(all[1])["duplicate_of"] == 0);
  for (const std::string& line : all) {
    const Json piece = Json::parse(line);
    const std::uint32_t begin = piece["begin"], end = piece["end"];
    CHECK(document.text(begin, end) == piece["quote"].get<std::string>());
  }
}

TEST_CASE("what isn't plain UTF-8 text says how it was read, wherever bytes are named") {
  const Framework framework = sample_framework();
  const std::string text(sample_document().text());
  const auto read_as = [&](Origin origin) { return Document::from_text(text, sample_document().metadata(), std::move(origin)); };
  const auto told = [&](const Document& document) {
    const Json piece = Json::parse(lines(evidence_jsonl(framework, sample_evidence(framework, document))).at(0));
    const Json figure = Json::parse(lines(quantities_jsonl(document)).at(0));
    CHECK(piece.value("encoding", "") == figure.value("encoding", ""));
    CHECK(piece.value("format", "") == figure.value("format", ""));
    return piece.value("encoding", "-") + ' ' + piece.value("format", "-");
  };
  CHECK(told(read_as({})) == "- -");
  CHECK(told(read_as({"text", "GB18030", false})) == "GB18030 -");
  CHECK(told(read_as({"html", "UTF-8", false})) == "UTF-8 html");
  CHECK(told(read_as({"markdown", "UTF-8", true})) == "- markdown");
  const std::vector<EvidenceSet> sets{sample_evidence(framework, read_as({"html", "Big5", false}))};
  CHECK(evidence_table(framework, sets).starts_with("海曙区 2020 · reports/a.txt（网页，Big5） · 5 条证据\n"));
  CHECK(evidence_table(framework, sets, {"en"}).find("reports/a.txt (HTML, Big5)") != std::string::npos);
  CHECK(quantities_table(std::vector<Document>{read_as({"docx", "UTF-8", false})}).starts_with("reports/a.txt（Word 文件） · "));
}

TEST_CASE("evidence as CSV and as a table") {
  const Framework framework = sample_framework();
  const std::vector<EvidenceSet> sets{sample_evidence(framework, sample_document())};
  const std::vector<std::string> csv = lines(evidence_csv(framework, sets));
  REQUIRE(csv.size() == 6);
  CHECK(csv[1] ==
        "reports/"
        "a.txt,A1,61,achieved,51,78,负责人出庭应诉率90%,90,%,exact,,一、主要做法,A1#1,rate,负责人出庭应诉率90%。,,,海曙区,own,,"
        "text,,," +
            fingerprints(framework, sets[0])[0] + ",,,,,,UTF-8,text\r");
  const std::string table = evidence_table(framework, sets);
  INFO(table);
  CHECK(table.starts_with("海曙区 2020 · reports/a.txt · 5 条证据\n"));
  CHECK(table.find("\nA1 负责人出庭  已做到           90%  A1#1 rate") != std::string::npos);
  CHECK(table.find("已做到（重复）") != std::string::npos);
  CHECK(evidence_table(framework, {}) == "没有文档。\n");
}

TEST_CASE("quantities, line by line") {
  Metadata metadata;
  metadata.name = "q.txt";
  const Document document = Document::from_text("办理案件3至5件，同比下降23.11%。\n", metadata);
  const std::vector<std::string> all = lines(quantities_jsonl(document));
  REQUIRE(all.size() == 2);
  CHECK(
      all[0] ==
      R"({"document":"q.txt","begin":12,"end":20,"text":"3至5件","value":3.0,"unit":"件","bound":"exact","change":null,"value_high":5.0})");
  const Json fall = Json::parse(all[1]);
  CHECK(fall["value"] == 23.11);
  CHECK(fall["change"] == "decrease");
  CHECK(fall.find("value_high") == fall.end());
  const std::string table = quantities_table(std::vector<Document>{document});
  INFO(table);
  CHECK(table.starts_with("q.txt · 2 个数量\n"));
  CHECK(table.find("3–5 件") != std::string::npos);
  CHECK(table.find("↓23.11%") != std::string::npos);
}
