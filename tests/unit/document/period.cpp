// The year a report is about, from what is known or from its first lines.
#include "document/impl.hpp"

#include "support/catch.hpp"

using rulescore::Document;
using rulescore::Metadata;

namespace {
int year_of(const std::string& text) { return Document::from_text(text).impl().year; }
}  // namespace

TEST_CASE("the title names the year") {
  CHECK(year_of("海曙区2020年度法治政府建设情况的报告\n一、概况\n2021年3月。\n") == 2020);
  CHECK(year_of("某县人民政府\n关于２０１９年法治政府建设工作情况的报告\n正文。\n") == 2019);
  CHECK(year_of("“十三五”(2016—2020年)法治政府建设总结\n正文。\n") == 2020);
}

TEST_CASE("years that aren't the report's") {
  CHECK(year_of("扎实贯彻《法治政府建设实施纲要(2015-2020年)》\n正文。\n") == 0);
  CHECK(year_of("电话12020年费\n正文。\n") == 0);
  CHECK(year_of("2020件大事\n正文。\n") == 0);
  CHECK(year_of("一。二。三。四。2020年。") == 0);
  CHECK(year_of("") == 0);
}

TEST_CASE("what is known goes before what the title says") {
  Metadata metadata;
  metadata.year = 2018;
  CHECK(Document::from_text("2020年度报告\n", metadata).impl().year == 2018);
}
