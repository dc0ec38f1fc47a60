// Whole pages as the publishing systems of Chinese portals write them (written for this test, places and figures invented), and
// what pages do to parsers.
#include "format/html.hpp"

#include "format/format.hpp"

#include "support/encode.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <fstream>
#include <iterator>
#include <random>

using namespace rulescore;

namespace {

std::string file(const std::string& name) {
  std::ifstream stream(std::string(RULESCORE_SOURCE_DIR) + "/tests/unit/format/pages/" + name, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string text(std::string_view html) {
  try {
    return html_to_text(html);
  } catch (const DocumentError& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("an article is read out of its page, whole and alone") {
  for (const char* name : {"trs", "hanweb", "ucap", "unmarked"}) {
    INFO(name);
    CHECK(html_to_text(file(name + std::string(".html"))) == file(name + std::string(".txt")));
  }
}

TEST_CASE("a page is the same page in every encoding, whatever it says about itself") {
  const std::string page = file("trs.html");
  for (const char* encoding : {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"}) {
    INFO(encoding);
    const Plain plain = to_plain(test::encode(page, encoding), {"a.html", {}, {}});
    CHECK(plain.text == file("trs.txt"));
    CHECK(plain.format == "html");
    CHECK(!plain.verbatim);
  }
}

TEST_CASE("blanks collapse as in a browser, and a source's line breaks between Chinese characters are nothing") {
  CHECK(text("<p>法治\n  政府</p>") == "法治政府\n");
  CHECK(text("<p>法治 政府\n of  \t law\n100 件</p>") == "法治 政府 of law 100 件\n");
  CHECK(text("<p>　　首行&nbsp;缩进&emsp;x</p>") == "　　首行\u00A0缩进\u2003x\n");
  CHECK(text("<p>1<b>20</b>件<p>&nbsp;<p>&#x3000;<p>乙") == "120件\n\n乙\n");
  CHECK(text("甲<br><br>乙<hr>丙") == "甲\n乙\n\n丙\n");
  CHECK(text("<p>a < b 且 c > d，&amp;lt;</p>") == "a < b 且 c > d，&lt;\n");
}

TEST_CASE("rows of figures are lines, rows that lay out a page are not") {
  CHECK(text("<table><tr><td>应诉率<td>100%<tr><td><td>5件</table>") == "应诉率\t100%\n5件\n");
  CHECK(text("<table><tr>\n<td>甲<br>乙</td>\n<td><p>1</p><p>2</p></td></tr></table>") == "甲 乙\t1 2\n");
  std::string paragraph;
  for (int i = 0; i < 20; ++i) paragraph += "办结案件，维护权益。";
  CHECK(text("<table><tr><td>侧栏</td><td><p>" + paragraph + "</p><p>尾。</p></td></tr></table>").find("侧栏\t") ==
        std::string::npos);
}

TEST_CASE("a page's title stands before an article that lacks it") {
  const std::string body = "<div id=\"zoom\"><p>去年，办结案件79件。</p></div>";
  CHECK(text("<html><title>办案情况_某市政府网</title>" + body) == "办案情况\n\n去年，办结案件79件。\n");
  CHECK(text("<html><title>办案情况-某市政府网</title><h1>办案情况报告</h1>" + body) == "办案情况报告\n\n去年，办结案件79件。\n");
  CHECK(text("<html><title>2019-2020年情况</title>" + body) == "2019-2020年情况\n\n去年，办结案件79件。\n");
  CHECK(text("<html><title>去年，办结案件</title>" + body) == "去年，办结案件79件。\n");
}

TEST_CASE("a wrapper that holds the text is no furniture, whatever it is called") {
  const std::string paragraph = "<p>去年，全市办结行政复议案件79件，纠错8件。</p>";
  for (const char* wrapper : {"<form>", "<header>", "<div class=\"nav\">", "<div class='page-footer'>", "<aside>", "<nav>"}) {
    INFO(wrapper);
    CHECK(text(wrapper + paragraph) == "去年，全市办结行政复议案件79件，纠错8件。\n");
  }
  CHECK(text("<div class=nav><a>甲</a></div>" + paragraph) == "去年，全市办结行政复议案件79件，纠错8件。\n");
}

TEST_CASE("what holds no text says so") {
  CHECK(text("") == "is a page without text");
  CHECK(text("<html><body><script>x()</script><img src=a></body></html>") == "is a page without text");
}

TEST_CASE("pages that are made to hurt") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK(text(deep + "办结。") == "is a page nested deeper than 1000 elements; save its text");
  std::string wide;
  for (int i = 0; i < 100'000; ++i) wide += "<p>办结";
  CHECK(text(wide).size() > 100'000);
  std::string unclosed;
  for (int i = 0; i < 50'000; ++i) unclosed += "</i></b>";
  CHECK(text("<b><i>办结。" + unclosed) == "办结。\n");
  CHECK(text("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><p>办结&b;。").size() < 1000);
  CHECK(text("<p " + std::string(100'000, 'a') + "=1>办结。") == "办结。\n");
  CHECK(text("<p>办结。<iframe src=http://127.0.0.1:1/></iframe><img src=file:///etc/passwd>") == "办结。\n");
}

TEST_CASE("pages changed at random are read or refused") {
  std::mt19937 random(3);
  const std::string pages[] = {file("trs.html"), file("hanweb.html"), file("ucap.html")};
  const std::string_view tags[] = {"<table>", "</table>", "<td>",     "<p>",   "</div>", "<!--",
                                   "-->",     "<a>",      "<script>", "<pre>", "&#0;",   "\xF0"};
  for (int round = 0; round < 4000; ++round) {
    std::string page = pages[random() % std::size(pages)];
    for (int i = 0; i < 8; ++i) page[random() % page.size()] = static_cast<char>(random() % 255 + 1);
    for (int i = 0; i < 4; ++i) page.insert(random() % page.size(), tags[random() % std::size(tags)]);
    try {
      const Plain plain = to_plain(page, {"a.html", {}, {}});
      REQUIRE(!plain.text.empty());
    } catch (const DocumentError&) {
    }
  }
}
