// Every measure word, and the words that only begin like one.
#include "quantity/unit.hpp"

#include "quantity/unit_table.hpp"

#include "figures.hpp"
#include "support/catch.hpp"

#include <set>

using namespace rulescore;

TEST_CASE("every unit is found behind a figure, under its canonical name") {
  for (const UnitEntry& unit : all_units()) {
    const std::string written = to_utf8(unit.written);
    const bool day = unit.written == U"日";  // a day is a date unless a limit follows
    const Text text = decode("收到12" + written + (day ? "内。" : "。"));
    const std::vector<QuantityAt> found = scan_quantities(text);
    INFO(written);
    REQUIRE(found.size() == 1);
    CHECK(found[0].unit == unit.name);
    CHECK(found[0].value == 12);
    const UnitMatch match = match_unit(text, 4);
    CHECK(match.name == unit.name);
    CHECK(match.length == unit.written.size());
  }
}

TEST_CASE("entries are unique and the longest wins") {
  std::set<std::u32string_view> seen;
  for (const UnitEntry& unit : all_units()) CHECK(seen.insert(unit.written).second);
  CHECK(match_unit(decode("个百分点"), 0).name == "pp");
  CHECK(match_unit(decode("人次"), 0).length == 2);
  CHECK(match_unit(decode("个工作日"), 0).name == "个工作日");
  CHECK(match_unit(decode("项(次)"), 0).name == "项(次)");
  CHECK(match_unit(decode("项(含子项)"), 0).name == "项");
  CHECK(match_unit(decode("好"), 0).length == 0);
  CHECK(match_unit(decode(""), 0).length == 0);
}

TEST_CASE("a word that only begins like a unit is none") {
  CHECK(figures("12部门联合,50家庭,30场所,8处室,3条例") == "");
  CHECK(figures("12万家企业、3千件、5千米、3千瓦") == "[12万家] 120000 家; [3千件] 3000 件; [5千米] 5 千米; [3千瓦] 3 千瓦");
}

TEST_CASE("what an author writes finds the canonical name") {
  CHECK(find_unit("%") == "%");
  CHECK(find_unit("％") == "%");
  CHECK(find_unit("个百分点") == "pp");
  CHECK(find_unit("pp") == "pp");
  CHECK(find_unit("rank") == "rank");
  CHECK(find_unit("项（次）") == "项(次)");
  CHECK(find_unit("件") == "件");
  CHECK(find_unit("匹").empty());
  CHECK(find_unit("").empty());
  CHECK(find_unit("\xff").empty());
}
