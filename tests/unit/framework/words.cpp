// Phrases, lexicons, figures.
#include "framework/words.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using namespace rulescore::reader;
using rulescore::testing::codes;
using rulescore::testing::first_rule;
using rulescore::testing::framework_of;
using rulescore::testing::framework_with;

namespace {

Phrase phrase(std::string_view text) {
  Phrase read;
  REQUIRE(parse_phrase(text, read).empty());
  return read;
}

struct FigureBench {
  yaml::Sources sources{"f.yaml", ""};
  Journal journal;
  Words words;
  reader::Context context{sources, journal, words};
  std::optional<Figure> read(std::string_view text) { return read_figure(context, text, {1, 1}, "`x`"); }
};

void check_figure(std::string_view text, double value, std::string_view unit) {
  INFO(text);
  FigureBench bench;
  const auto figure = bench.read(text);
  REQUIRE(figure);
  CHECK(figure->value == value);
  CHECK(figure->unit == unit);
}

}  // namespace

TEST_CASE("phrases are folded like reports") {
  CHECK(phrase("１２３４５热线") == phrase("12345热线"));
  CHECK(phrase("“双随机、一公开”") == phrase("\"双随机、一公开\""));
  CHECK(phrase("Ａpp") == phrase("app"));
  CHECK(phrase("依法 行政") == phrase("依法行政"));
  CHECK(phrase("听取…报告").parts == std::vector<std::u32string>{U"听取", U"报告"});
  CHECK(phrase("听取 … 报告") == phrase("听取…报告"));
  CHECK(phrase("主持…听取…报告").parts.size() == 3);
  Phrase bad;
  for (const char* text : {"", " ", "…", "听取…", "…报告", "听取……报告", "听取...报告", "听取\n报告"}) {
    INFO(text);
    CHECK_FALSE(parse_phrase(text, bad).empty());
  }
}

TEST_CASE("figures carry their unit, and 万 and 亿 move the point exactly") {
  check_figure("50%", 50, "%");
  check_figure("50％", 50, "%");
  check_figure("99.5 %", 99.5, "%");
  check_figure("30天", 30, "天");
  check_figure("2.5万件", 25000, "件");
  check_figure("4.6亿元", 460000000, "元");
  check_figure("5千万元", 50000000, "元");
  check_figure("40学时", 40, "学时");
  check_figure("3个百分点", 3, "pp");
  check_figure("第10", 10, "rank");
  check_figure("第10名", 10, "rank");
  check_figure("12", 12, "");
  check_figure("0", 0, "");
  check_figure("1.2万", 12000, "");
}

TEST_CASE("what is no figure") {
  FigureBench bench;
  for (const char* text : {"", "%", "件", "五十件", "050%", "-5%", "1,464件", "5 0%", "1e3件", "50 percent",
                           "5万万亿亿亿亿亿亿天天", "第十", "第", "第10件", "10余件", "０件"}) {
    INFO(text);
    CHECK_FALSE(bench.read(text));
  }
  CHECK(bench.journal.failed());
}

TEST_CASE("a lexicon is written out where it is named") {
  const Framework framework =
      framework_of("      r: {any: [设立, {lexicon: established}, 健全], value: {words: whole}}\n", "      r: 1\n");
  const Slot& any = first_rule(framework).any;
  REQUIRE(any.size() == 4);
  CHECK(any[0] == phrase("设立"));
  CHECK(any[1] == phrase("建立"));
  CHECK(any[3] == phrase("完善"));
  CHECK(framework.warnings().size() == 1);  // 健全 stands twice, once written by hand
}

TEST_CASE("a lexicon may build on one above it") {
  const std::string text =
      rulescore::testing::replaced(framework_with("      r: {any: {lexicon: more}, value: {words: whole}}\n", "      r: 1\n"),
                                   "完善]\n", "完善]\n  more: [印发, {lexicon: established}]\n");
  CHECK(first_rule(Framework::parse(text)).any.size() == 4);
  CHECK(codes(rulescore::testing::replaced(text, "  established: [建立", "  established: [{lexicon: more}, 建立")) ==
        "unknown-lexicon");
}

TEST_CASE("words stand for figures") {
  const Framework named =
      framework_of("      r: {any: 出庭, near: {lexicon: established}, value: {unit: \"%\", words: whole}}\n", "      r: 1\n");
  REQUIRE(first_rule(named).value->words.size() == 1);
  CHECK(first_rule(named).value->words[0].phrase == phrase("全覆盖"));
  CHECK(first_rule(named).value->words[0].value == 100);
  CHECK(first_rule(named).value->words[0].unit == "%");
  const Framework bare =
      framework_of("      r: {any: 出庭, near: {lexicon: established}, value: {unit: [件], words: {无: 0}}}\n", "      r: 1\n");
  CHECK(first_rule(bare).value->words[0].unit == "件");
}

namespace {
std::string rule_of(const std::string& phrases) { return "      r: {any: [" + phrases + "]}\n"; }
const char* const score = "      r: 1\n";
}  // namespace

TEST_CASE("alternatives inside a phrase are spelled out, the first part slowest") {
  const Framework framework = framework_of(rule_of("解决/破解…问题/难题, 力量24/7/热线"), score);
  std::vector<Phrase> expected;
  for (const char* text : {"解决…问题", "解决…难题", "破解…问题", "破解…难题", "力量24/7", "热线"})
    expected.push_back(phrase(text));
  CHECK(first_rule(framework).any == expected);
}

TEST_CASE("a slash with nothing on one side, or too many of them, is refused") {
  for (const char* text : {"解决/", "解决//破解", "/解决", "解决…/问题"}) {
    INFO(text);
    CHECK(codes(framework_with(rule_of(text), score)).starts_with("bad-phrase"));
  }
  const std::string ten = "甲/乙/丙/丁/戊/己/庚/辛/壬/癸";
  CHECK(codes(framework_with(rule_of(ten + "…" + ten + "…" + ten), score)).find("too-many") == std::string::npos);
  CHECK(codes(framework_with(rule_of(ten + "/子…" + ten + "…" + ten), score)) == "too-many-phrases");
}
