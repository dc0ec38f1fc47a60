// Columns line up under Chinese text, shrink to a terminal, and become Markdown.
#include "support/catch.hpp"

#include "render/table.hpp"

using namespace rulescore;
using namespace rulescore::render;

namespace {

TextTable sample() {
  TextTable table({{"地区", Align::left, 0, true}, {"得分", Align::right}, {"说明"}});
  table.add({{"宁波市海曙区"}, {"9.5"}, {"a|b"}});
  table.add({{"Qingdao"}, {"61.8", Ink::fair}, {""}});
  return table;
}

}  // namespace

TEST_CASE("a table lines up and no line ends in a blank") {
  CHECK(sample().text({}) ==
        "地区          得分  说明\n"
        "────────────────────────\n"
        "宁波市海曙区   9.5  a|b\n"
        "Qingdao       61.8\n");
}

TEST_CASE("a flexible column gives way to the terminal") {
  CHECK(sample().text({"zh", 22, false}) ==
        "地区        得分  说明\n"
        "──────────────────────\n"
        "宁波市海…    9.5  a|b\n"
        "Qingdao     61.8\n");
}

TEST_CASE("colours only when asked, and outside the padding") {
  CHECK(sample().text({"zh", 0, true}).find("Qingdao       \x1b[33m61.8\x1b[0m") != std::string::npos);
  CHECK(sample().text({}).find('\x1b') == std::string::npos);
}

TEST_CASE("the same table as Markdown") {
  CHECK(sample().markdown() ==
        "| 地区 | 得分 | 说明 |\n"
        "|---|---:|---|\n"
        "| 宁波市海曙区 | 9.5 | a\\|b |\n"
        "| Qingdao | 61.8 |  |\n");
}
