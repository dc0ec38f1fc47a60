#include "unit/corpus/folder.hpp"

#include <rulescore/facts.hpp>

#include "support/catch.hpp"

#include <cmath>

using namespace rulescore;
using test::Folder;
using test::Strings;

namespace {

FactsResult read(const Folder& folder, std::string_view name, std::string_view text) {
  const std::vector<std::string> paths{folder.write(name, text)};
  return read_facts(paths);
}

// "2: reason", the place of each failure without its file.
Strings failures(const FactsResult& result) {
  Strings out;
  for (const ReadFailure& f : result.failures) {
    const std::size_t colon = f.name.find_last_of(':');
    out.push_back((colon == f.name.npos ? "" : f.name.substr(colon + 1) + ": ") + f.reason);
  }
  return out;
}

Strings failures_of_csv(std::string_view text) {
  const Folder folder;
  return failures(read(folder, "facts.csv", text));
}

const std::string header = "jurisdiction,year,indicator,value,unit,source\n";

// What is said about one row under that header.
std::string reason(const std::string& row) {
  const Strings found = failures_of_csv(header + row + "\n");
  REQUIRE(found.size() <= 1);
  return found.empty() ? "" : found[0];
}

Fact one(const std::string& row) {
  const Folder folder;
  const FactsResult result = read(folder, "facts.csv", header + row + "\n");
  REQUIRE(failures(result) == Strings{});
  REQUIRE(result.facts.size() == 1);
  return result.facts[0];
}

}  // namespace

TEST_CASE("a table of facts: columns in any order, names in either language") {
  const Folder folder;
  const FactsResult result = read(folder, "facts.csv",
                                  "\xEF\xBB\xBFsource,indicator,rule,value,unit,jurisdiction,year,status,kind,scope,quote\r\n"
                                  "\"市统计局, 2020年\",E1.3,rate,98.6,%,青岛市,2020,achieved,survey,own,\"“98.6%”\"\r\n"
                                  ",,,,,,,,,,\r\n"
                                  "某高校,61,,,,青岛市,2020年,problem,expert,subordinate,\r\n");
  CHECK(failures(result) == Strings{});
  REQUIRE(result.facts.size() == 2);
  const Fact& f = result.facts[0];
  CHECK(Strings{f.jurisdiction, f.indicator, f.rule, f.unit, f.source, f.quote, f.document} ==
        Strings{"青岛市", "E1.3", "rate", "%", "市统计局, 2020年", "“98.6%”", ""});
  CHECK(f.year == 2020);
  CHECK(f.value == 98.6);
  CHECK(f.kind == SourceKind::survey);
  CHECK(f.where == folder / "facts.csv:2");
  CHECK(std::isnan(result.facts[1].value));
  CHECK(result.facts[1].status == Status::problem);
  CHECK(result.facts[1].scope == Whose::subordinate);
  CHECK(result.facts[1].where == folder / "facts.csv:4");

  const FactsResult chinese = read(folder, "c.csv", "地区,年份,指标,数值,单位,来源\n青岛市,2020,E1.3,2.5,万件,统计公报\n");
  CHECK(failures(chinese) == Strings{});
  REQUIRE(chinese.facts.size() == 1);
  CHECK(chinese.facts[0].value == 25000);
  CHECK(chinese.facts[0].unit == "件");
}

TEST_CASE("a figure and its unit may share a cell") {
  CHECK(one("青岛市,2020,E1.3,98.6%,,年鉴").value == 98.6);
  CHECK(one("青岛市,2020,E1.3,98.6%,,年鉴").unit == "%");
  CHECK(one("青岛市,2020,E1.3,98.6%,%,年鉴").value == 98.6);
  CHECK(one("青岛市,2020,E1.3,3,个百分点,年鉴").unit == "pp");
  CHECK(one("青岛市,2020,E1.3,0.85,score,专家组").unit == "score");
  CHECK(one("青岛市,2020,E1.3,10,rank,年鉴").value == 10);
  CHECK(one("青岛市,2020,E1.3,10,rank,年鉴").unit == "rank");
  CHECK(one("青岛市,2020,E1.3,4.6,亿元,年鉴").value == 460000000);
}

TEST_CASE("what a row lacks or can't mean is said") {
  CHECK(reason(",2020,E1.3,1,%,年鉴") == "2: it names no `jurisdiction`, nor a `document`");
  CHECK(reason("青岛市,,E1.3,1,%,年鉴") == "2: it names no `year`, nor a `document`");
  CHECK(reason("青岛市,20,E1.3,1,%,年鉴") == "2: `year` is the year it is of, such as 2020; found `20`");
  CHECK(reason("青岛市,2020,,1,%,年鉴") == "2: it names no `indicator`");
  CHECK(reason("青岛市,2020,E1.3,1,%,") == "2: it names no `source`: a point must show where it comes from");
  CHECK(reason("青岛市,2020,E1.3,85,score,专家组") == "2: a score is from 0 to 1; found `85`; write 85 of 100 as 0.85");
  CHECK(reason("青岛市,2020,E1.3,好,score,专家组") ==
        "2: a score is a number from 0 to 1; found `好`; write a plain decimal such as 3 or 0.5");
  CHECK(reason("青岛市,2020,E1.3,\"1,234\",件,年鉴") ==
        "2: `value` is a figure such as 50%, 30天 or 2.5万件; found `1,234`; write it without thousands separators");
  CHECK(reason("青岛市,2020,E1.3,-3,%,年鉴") ==
        "2: `value` is a figure such as 50%, 30天 or 2.5万件; found `-3`; a number here is never negative");
  CHECK(reason("青岛市,2020,E1.3,3,parsecs,年鉴").starts_with("2: there is no unit `parsecs`; units are %, pp, rank"));
  CHECK(reason("青岛市,2020,E1.3,1,%,年鉴,,") == "");
  CHECK(reason("青岛市,2020,E1.3,1,%,年鉴,2020年版") ==
        "2: has 7 cells, the first row names 6 columns; a cell with a comma stands in quotation marks");
}

TEST_CASE("words of a row have their spelling") {
  const std::string head = "jurisdiction,year,indicator,source,status,kind,scope,quote\n青岛市,2020,E1.3,年鉴,";
  CHECK(failures_of_csv(head + "acheived,,\n") ==
        Strings{"2: `status` is one of achieved, planned, problem; found `acheived`; did you mean `achieved`?"});
  CHECK(failures_of_csv(head + ",text,\n") == Strings{"2: `kind` is one of statistic, survey, expert, extract; found `text`"});
  CHECK(failures_of_csv(head + ",,nation\n") ==
        Strings{"2: `scope` is one of own, subordinate, other, national; found `nation`; did you mean `national`?"});
  CHECK(failures_of_csv(head + ",extract,\n") == Strings{"2: an extract has a `quote`: the passage of the document"});
}

TEST_CASE("a header that names no table, or too much") {
  CHECK(failures_of_csv("jurisdiction,year,indikator,source\n青岛市,2020,E1.3,年鉴\n") ==
        Strings{"1: unknown column `indikator`, passed over; did you mean `indicator`?",
                "1: there is no column `indicator`; the first row names the columns"});
  CHECK(failures_of_csv(header + "青岛市,2020,E1.3,1,%,年鉴\n") == Strings{});
  CHECK(failures_of_csv("jurisdiction,year,indicator,source,备注\n青岛市,2020,E1.3,年鉴,无\n") ==
        Strings{"1: unknown column `备注`, passed over; a table has jurisdiction, year, document, indicator, rule, value, unit, "
                "status, kind, scope, source, quote"});
  CHECK(failures_of_csv("indicator,source,来源,document\nE1.3,甲,乙,report\n") == Strings{"2: `source` is said twice"});
}

TEST_CASE("one bad row loses nothing else") {
  const Folder folder;
  const FactsResult result = read(folder, "facts.csv",
                                  header +
                                      "青岛市,2020,E1.3,1,%,年鉴\n青岛市,,E1.3,1,%,年鉴\n青\"岛,2020,E1.3,1,%,年鉴\n"
                                      "无锡市,2020,E1.3,2,%,\"两行\n的来源\"\n宁波市,2020,E1.3,3,%,年鉴\n");
  REQUIRE(result.facts.size() == 3);
  CHECK(result.facts[1].where == folder / "facts.csv:5");
  CHECK(result.facts[2].where == folder / "facts.csv:7");
  CHECK(failures(result).size() == 2);
}

TEST_CASE("a table as a spreadsheet on a Chinese system saves it") {
  const Folder folder;
  const FactsResult result = read(folder, "facts.csv",
                                  "\xB5\xD8\xC7\xF8,\xC4\xEA\xB7\xDD,\xD6\xB8\xB1\xEA,\xCA\xFD\xD6\xB5,\xC0\xB4\xD4\xB4\r\n"
                                  "\xC7\xE0\xB5\xBA\xCA\xD0,2020,E1.3,98.6%,\xB9\xAB\xB1\xA8\r\n");
  CHECK(failures(result) == Strings{});
  REQUIRE(result.facts.size() == 1);
  CHECK(Strings{result.facts[0].jurisdiction, result.facts[0].source} == Strings{"青岛市", "公报"});
}

TEST_CASE("files that aren't tables") {
  const Folder folder;
  const std::vector<std::string> paths{folder / "none.csv", folder.write("facts.xlsx", "x"), folder.path(),
                                       folder.write("nul.csv", std::string_view("a,b\0c", 5)), folder.write("empty.csv", "\n")};
  const FactsResult result = read_facts(paths);
  REQUIRE(result.failures.size() == 5);
  CHECK(result.failures[0].reason == "no such file");
  CHECK(result.failures[1].reason == "facts are read from files ending in .csv or .jsonl");
  CHECK(result.failures[2].reason == "facts are read from files ending in .csv or .jsonl");
  CHECK(result.failures[3].reason.starts_with("holds a NUL byte at offset 3"));
  CHECK(result.failures[4].reason == "is empty");
}

TEST_CASE("facts as JSON lines, and there and back") {
  const std::string text =
      "{\"jurisdiction\":\"青岛市\",\"year\":2020,\"indicator\":61,\"value\":98.6,\"unit\":\"%\",\"source\":\"年鉴\"}\n"
      "\n"
      "{\"document\":\"qingdao\",\"indicator\":\"E1.3\",\"value\":\"0.8\",\"unit\":\"score\",\"kind\":\"expert\",\"source\":"
      "\"专家组\","
      "\"rule\":null,\"where\":\"sheet 2\"}\r\n"
      "{\"document\":\"qingdao\",\"indicator\":\"E1.3\",\"kind\":\"extract\",\"quote\":\"应诉率98%\",\"begin\":12,\"source\":"
      "\"工具\"}";
  const FactsResult result = parse_facts(text, "facts.jsonl");
  CHECK(failures(result) == Strings{});
  REQUIRE(result.facts.size() == 3);
  CHECK(result.facts[0].indicator == "61");
  CHECK(result.facts[0].where == "facts.jsonl:1");
  CHECK(result.facts[1].where == "sheet 2");
  CHECK(result.facts[2].begin == 12u);
  const std::string again = facts_jsonl(result.facts);
  CHECK(
      again ==
      "{\"jurisdiction\":\"青岛市\",\"year\":2020,\"indicator\":\"61\",\"value\":\"98.6\",\"unit\":\"%\",\"status\":\"achieved\","
      "\"kind\":\"statistic\",\"scope\":\"own\",\"source\":\"年鉴\",\"where\":\"facts.jsonl:1\"}\n"
      "{\"document\":\"qingdao\",\"indicator\":\"E1.3\",\"value\":\"0.8\",\"unit\":\"score\",\"status\":\"achieved\",\"kind\":"
      "\"expert\",\"scope\":\"own\",\"source\":\"专家组\",\"where\":\"sheet 2\"}\n"
      "{\"document\":\"qingdao\",\"indicator\":\"E1.3\",\"status\":\"achieved\",\"kind\":\"extract\",\"scope\":\"own\","
      "\"source\":"
      "\"工具\",\"quote\":\"应诉率98%\",\"begin\":12,\"where\":\"facts.jsonl:4\"}\n");
  CHECK(facts_jsonl(parse_facts(again).facts) == again);
}

TEST_CASE("what is wrong with a line") {
  const auto reason_of = [](const std::string& line) {
    const FactsResult result = parse_facts(line);
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0].name == "facts:1");
    return result.failures[0].reason;
  };
  CHECK(reason_of("[1]") == "is no JSON object; expected {\"jurisdiction\": \"…\", \"year\": 2020, …}");
  CHECK(reason_of("{\"year\":}") == "is not JSON: it goes wrong at byte 9 of the line");
  CHECK(reason_of("{\"year\":1,\"year\":2}") == "the key \"year\" stands twice");
  CHECK(reason_of("{\"yaer\":1}") == "unknown key \"yaer\"; did you mean `year`?");
  CHECK(reason_of("{\"indicator\":[\"E1.3\"]}") == "\"indicator\" is a text or a number; found [\"E1.3\"]");
  CHECK(reason_of("{\"indicator\":\"\xC7\xE0\"}").starts_with("is not UTF-8"));
}
