// What a reader of the rendered page doesn't see is no character, and every offset is still one into the file.
#include "document/markdown.hpp"

#include "document/impl.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <random>

using namespace rulescore;

namespace {

// The characters that are read, blanks made visible.
std::string seen(const std::string& markdown) {
  const Text text = decode(markdown, find_markup(markdown));
  std::string out = to_utf8({text.chars.data(), text.chars.size()});
  for (auto at = out.find('\t'); at != out.npos; at = out.find('\t')) out.replace(at, 1, "→");
  return out;
}

Document document(std::string markdown) { return Document::from_text(std::move(markdown), {}, {"markdown", "UTF-8", true}); }

}  // namespace

TEST_CASE("emphasis, links, code and escapes leave their words") {
  CHECK(seen("办结**79**件，*同比*增长`5%`。") == "办结79件,同比增长5%。");
  CHECK(seen("见[实施纲要](https://example.org/a_b \"标题\")第3条。") == "见实施纲要第3条。");
  CHECK(seen("![图为服务大厅](hall.png)办结79件。") == "办结79件。");
  CHECK(seen("共3\\*5项\\_。") == "共3*5项_。");
  CHECK(seen("3~5件、6~8件") == "3~5件、6~8件");
  CHECK(seen("占90&#37;&nbsp;以上&hellip;") == "占90% 以上…");
  CHECK(seen("全面<b>完成</b><!-- 待改 -->。") == "全面完成。");
  CHECK(seen("<div class=\"a\">\n\n办结79件。\n\n</div>") == "\n\n办结79件。\n\n");
}

TEST_CASE("lines stay as they are written; marks of headings and numbers of lists stay visible") {
  CHECK(seen("# 报告\n\n## **一、总体情况** ##\n正文。\n") == "# 报告\n\n## **一、总体情况\n正文。\n");
  CHECK(seen("报告\n====\n\n正文。") == "报告\n\n\n正文。");
  CHECK(seen("1. 加强领导。\n2) **完善**制度。\n") == "1. 加强领导。\n2) 完善制度。\n");
  CHECK(seen("- 第一条\n  - 第二条\n* [x] 第三条\n> 引文\n") == "第一条\n第二条\n[x] 第三条\n引文\n");
  CHECK(seen("一、工作\n    缩进的段落。\n　　首行缩进。") == "一、工作\n缩进的段落。\n  首行缩进。");
  CHECK(seen("甲  \n乙\\\n丙") == "甲\n乙\n丙");
  CHECK(seen("```\n代码\n```\n---\n") == "\n代码\n\n\n");
  CHECK(seen("\xEF\xBB\xBF# 报告\n正文。") == "# 报告\n正文。");
  CHECK(seen("甲。\r\n\r\n**乙**。\r\n") == "甲。\n\n乙。\n");
}

TEST_CASE("cells of a table are kept apart, rows are lines") {
  CHECK(seen("| 指标 | 数值 |\n|---|---:|\n| 应诉率 | 100% |\n| **办结** | 79件 |\n\n文。") ==
        "指标→数值\n\n应诉率→100%\n办结→79件\n\n文。");
  CHECK(seen("甲 | 乙\n---|---\n | 5\n") == "甲→乙\n\n5\n");
}

TEST_CASE("a Markdown document quotes its file") {
  const std::string bytes = "# 报告\n\n## 一、主要做法\n\n负责人出庭应诉率**达到**100%，办结**79**件。\n";
  const Document d = document(bytes);
  CHECK(d.text() == bytes);
  CHECK(d.origin().verbatim);
  REQUIRE(d.quantities().size() == 2);
  CHECK(d.text(d.quantities()[0].begin, d.quantities()[0].end) == "100%");
  CHECK(d.text(d.quantities()[1].begin, d.quantities()[1].end) == "79**件");
  REQUIRE(d.sections().size() == 3);
  CHECK(d.heading(1) == "报告");
  CHECK(d.heading(2) == "一、主要做法");
  CHECK(Document::from_text(bytes).quantities().size() < 2);  // as plain text, ** stands between 79 and its unit
}

TEST_CASE("markup is in order, on character boundaries, and holds no line break, whatever the text") {
  std::mt19937 random(7);
  const std::string pieces[] = {"#",     "*",  "**",   "_",       "`",  "```",  "[",    "](",   ")",    "!",   "<b>",
                                "&#65;", "&",  "|",    "---|---", "\n", "\r\n", "\n\n", " ",    "    ", "1. ", "- ",
                                "> ",    "\\", "办结", "79件",    "。", "~",    "\t",   "<!--", "-->",  "a"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % std::size(pieces)];
    std::uint32_t end = 0;
    for (const Markup& m : find_markup(text)) {
      REQUIRE(m.begin >= end);
      REQUIRE(m.begin < m.end);
      REQUIRE(m.end <= text.size());
      REQUIRE((static_cast<unsigned char>(text[m.begin]) & 0xC0u) != 0x80u);
      REQUIRE(text.substr(m.begin, m.end - m.begin).find('\n') == std::string::npos);
      end = m.end;
    }
    REQUIRE_NOTHROW(document(text));
  }
}

TEST_CASE("what makes parsers slow doesn't stop this one") {
  for (const char* piece : {"[", "![", "*a ", "`a``", "> ", "- ", "<", "|a", "[a](", "&#", "1. ", "**_"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    CHECK_NOTHROW(document(text));
  }
}
