#include "format/csv.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace rulescore;

namespace {

// "2[a|b]" a row, "3!reason" a failure, each with its line.
std::vector<std::string> rows(std::string_view text) {
  std::vector<std::string> out;
  read_csv(
      text,
      [&](const CsvRow& row) {
        std::string one = std::to_string(row.line) + "[";
        for (std::size_t i = 0; i < row.cells.size(); ++i) one += (i == 0 ? "" : "|") + row.cells[i];
        out.push_back(one + "]");
      },
      [&](int line, const std::string& reason) { out.push_back(std::to_string(line) + "!" + reason); });
  return out;
}

using Strings = std::vector<std::string>;

const std::string open = "a quotation mark opens a cell here and no later one closes it; double one that is meant as itself";
const std::string stray =
    "a quotation mark stands inside a cell; put the whole cell into quotation marks and double the one inside";

}  // namespace

TEST_CASE("rows know the line they begin on, whatever ends the lines") {
  CHECK(rows("a,b\n1,2\n") == Strings{"1[a|b]", "2[1|2]"});
  CHECK(rows("a,b\r\n1,2\r\n3,4") == Strings{"1[a|b]", "2[1|2]", "3[3|4]"});
  CHECK(rows("a,b\r1,2\r3,4") == Strings{"1[a|b]", "2[1|2]", "3[3|4]"});
  CHECK(rows("\n\na,b\n \n\n1,2") == Strings{"3[a|b]", "6[1|2]"});
  CHECK(rows("").empty());
  CHECK(rows("\r\n \r\n").empty());
  CHECK(rows("a,,\n") == Strings{"1[a||]"});
}

TEST_CASE("a quoted cell holds commas, quotes and line breaks") {
  CHECK(rows("a,b\n\"1,5\",\"他说\"\"好\"\"\"\n") == Strings{"1[a|b]", "2[1,5|他说\"好\"]"});
  CHECK(rows("a,\"x\n\ny\"\nb,c\n") == Strings{"1[a|x\n\ny]", "4[b|c]"});
  CHECK(rows("a,\"x\r\ny\"\r\nb,c\r\n") == Strings{"1[a|x\r\ny]", "3[b|c]"});
  CHECK(rows("a,\"last\"") == Strings{"1[a|last]"});
}

TEST_CASE("a row that is no CSV is told, the rest is read") {
  CHECK(rows("a,b\nx\"y,2\n3,4\n") == Strings{"1[a|b]", "2!" + stray, "3[3|4]"});
  CHECK(rows("a,b\n\"x\"y,2\n3,4\n") == Strings{"1[a|b]", "2!" + stray, "3[3|4]"});
  CHECK(rows("a,b\n1,\"open\n3,4\n5,6\n") == Strings{"1[a|b]", "2!" + open, "3[3|4]", "4[5|6]"});
  CHECK(rows("a,b\n1,\"open") == Strings{"1[a|b]", "2!" + open});
}

TEST_CASE("a quote that is never closed costs its own row, in a large file, too") {
  std::string text = "a,b\n1,\"open\n";
  for (int i = 0; i < 40'000; ++i) text += "33,44\n";
  const Strings found = rows(text);
  REQUIRE(found.size() == 40'002);
  CHECK(found[1] == "2!" + open);
  CHECK(found.back() == "40002[33|44]");
}
