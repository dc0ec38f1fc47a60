// Tables: what a cell says, what a file may look like, and what is said of one that can't be read.
#include "panel/table.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <cmath>
#include <functional>
#include <string>

namespace rulescore {
namespace {

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was refused";
}

std::string parse_refusal(const std::string& csv) {
  return refusal([&] { Table::parse(csv, "t.csv"); });
}

}  // namespace

TEST_CASE("a cell is a figure, says that there is none, or is a text") {
  for (const auto& [cell, value] : {std::pair("3", 3.0),
                                    {"-0.5", -0.5},
                                    {"+2", 2.0},
                                    {" 7 ", 7.0},
                                    {"1e-7", 1e-7},
                                    {"1,234,567.5", 1234567.5},
                                    {"12.5%", 12.5},
                                    {"1.064e-07", 1.064e-07}}) {
    CAPTURE(cell);
    REQUIRE(figure_of(cell));
    CHECK(*figure_of(cell) == value);
  }
  for (const char* cell : {"", " ", "NA", "NaN", "null", "-", "–", "N/A"}) {
    CAPTURE(cell);
    REQUIRE(figure_of(cell));
    CHECK(std::isnan(*figure_of(cell)));
  }
  for (const char* cell : {"a", "1.2.3", "1,23", "12,34,567", "inf", "1e999", "0x10", "1 2", "%", "12%%", "--1", "1,2345"}) {
    CAPTURE(cell);
    CHECK_FALSE(figure_of(cell));
  }
}

TEST_CASE("a table is read whatever stands between its cells, and in any encoding") {
  for (const std::string& csv :
       {std::string("市,x\n甲,1\n乙,\n"), std::string("市;x\r\n甲;1\r\n乙;NA\r\n"), std::string("市\tx\n甲\t1\n乙\t-\n"),
        std::string("\xEF\xBB\xBF\"市\",\"x\"\n\"甲\",\"1\"\n乙,\n")}) {
    CAPTURE(csv);
    const Table table = Table::parse(csv, "t.csv");
    REQUIRE(table.rows() == 2);
    CHECK(std::vector<std::string>(table.columns().begin(), table.columns().end()) == std::vector<std::string>{"市", "x"});
    CHECK(table.is_text(0));
    CHECK_FALSE(table.is_text(1));
    CHECK(table.texts(0) == std::vector<std::string>{"甲", "乙"});
    CHECK(table.figures(1)[0] == 1);
    CHECK(std::isnan(table.figures(1)[1]));
    CHECK(table.texts(1) == std::vector<std::string>{"1", ""});
  }
  const Table gb = Table::parse("\xCA\xD0,x\n\xC4\xFE\xB2\xA8,1\n", "t.csv", "gb18030");  // 市 / 宁波
  CHECK(gb.texts(0).front() == "宁波");
}

TEST_CASE("what can't be read is said with its place") {
  CHECK(parse_refusal("") == "t.csv: is empty; expected a header line with the columns' names");
  CHECK(parse_refusal("a,b\n") == "t.csv: has a header, but no rows");
  CHECK(parse_refusal("a,,c\n1,2,3\n") == "t.csv:1: column 2 has no name");
  CHECK(parse_refusal("a,b,a\n1,2,3\n") == "t.csv:1: two columns are called \"a\"");
  CHECK(parse_refusal("a,b\n1,2\n\n1,2,3\n") == "t.csv:4: the row has 3 cells, the header 2");
  CHECK(parse_refusal("a,b\n1,\"2\n3,4\n").starts_with("t.csv:2: a quotation mark opens a cell here"));
  const Table table = Table::parse("unit,rate\nA,1\nB,two\nC,3\n", "t.csv");
  CHECK(refusal([&] { table.figures(1); }) == "t.csv:3: the column \"rate\" holds \"two\", which is no number");
  CHECK(refusal([&] { table.at("rat"); }) == "t.csv has no column \"rat\"; did you mean `rate`?");
  CHECK(refusal([&] { table.at("zzz"); }) == "t.csv has no column \"zzz\"; it has unit, rate");
}

TEST_CASE("columns at hand") {
  Table::Builder builder("frame");
  builder.texts("u", {"a", "b"}).figures("x", {1, 2});
  CHECK(refusal([&] { builder.figures("x", {1, 2}); }) == "frame: two columns are called \"x\"");
  CHECK(refusal([&] { builder.figures("y", {1}); }) == "frame: the column \"y\" has 1 rows, those before it 2");
  CHECK(refusal([&] { builder.figures("y", {1, INFINITY}); }) == "frame: the column \"y\" has an infinite figure in row 2");
  CHECK(refusal([&] { builder.texts("", {"a", "b"}); }) == "frame: a column needs a name");
  CHECK(builder.build().columns().size() == 2);
  CHECK(refusal([] { Table::Builder("none").build(); }) == "none has no columns");
}

}  // namespace rulescore
