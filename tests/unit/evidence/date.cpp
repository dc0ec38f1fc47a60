// Days of the year: found only by rules that ask for them, and no quantities.
#include "finder.hpp"

#include "document/impl.hpp"
#include "evidence/date.hpp"
#include "support/catch.hpp"

using Found = std::vector<std::string>;
using namespace rulescore;

namespace {

std::vector<double> days(const std::string& text) {
  const Document document = Document::from_text(text);
  const Text& read = document.impl().text;
  std::vector<double> values;
  for (const DateAt& date : dates_in(read, {0, static_cast<std::uint32_t>(read.chars.size())})) values.push_back(date.value);
  return values;
}

}  // namespace

TEST_CASE("days as reports write them") {
  CHECK(days("3月28日") == std::vector<double>{328});
  CHECK(days("2020年3月28日发布，4月1日施行") == std::vector<double>{328, 401});
  CHECK(days("12 月 31 日") == std::vector<double>{1231});
  CHECK(days("三月二十八日，十二月三十一日，十月十日") == std::vector<double>{328, 1231, 1010});
  CHECK(days("5月9号") == std::vector<double>{509});
}

TEST_CASE("what is no day of the year") {
  CHECK(days("2月30日").empty());
  CHECK(days("13月1日").empty());
  CHECK(days("3月0日").empty());
  CHECK(days("3月").empty());
  CHECK(days("每月28日").empty());
  CHECK(days("3月28条").empty());
  CHECK(days("28日").empty());
  CHECK(days("月日").empty());
}

TEST_CASE("a rule with the unit date binds the nearest day of its clause, and nothing else") {
  const Finder f("r: {any: [发布], value: {unit: date}}");
  CHECK(f.find("年度报告于2021年3月28日发布，共30件。") == Found{"r0 achieved 328date 年度报告于2021年3月28日发布"});
  CHECK(f.find("年度报告发布，共30件。").empty());
  CHECK(f.find("3月28日签发，4月2日发布。") == Found{"r0 achieved 402date 4月2日发布"});
}

TEST_CASE("signed takes rises and falls, never levels") {
  const Finder f("r: {any: [发案], value: {unit: \"%\", change: signed}}");
  CHECK(f.find("发案同比下降6%。").size() == 1);
  CHECK(f.find("发案同比上升6%。").size() == 1);
  CHECK(f.find("发案率6%。").empty());
}
