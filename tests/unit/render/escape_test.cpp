// Texts made safe for terminals, spreadsheets and markup, and numbers as text.
#include "support/catch.hpp"

#include "base/text.hpp"
#include "render/escape.hpp"
#include "render/json.hpp"

#include <array>
#include <cmath>
#include <limits>

using namespace rulescore;
using namespace rulescore::render;

namespace {

std::string row(std::string cell) {
  const std::array<std::string, 1> cells{std::move(cell)};
  std::string line = csv_row(cells);
  REQUIRE(line.ends_with("\r\n"));
  return line.substr(0, line.size() - 2);
}

}  // namespace

TEST_CASE("machines read back the same double") {
  CHECK(digits(0.1) == "0.1");
  CHECK(digits(100) == "100");
  CHECK(digits(1.0 / 3) == "0.3333333333333333");
  CHECK(digits(5e-324) == "5e-324");
  CHECK(digits(9007199254740993.0) == "9007199254740992");
  CHECK(digits(std::nan("")).empty());
  CHECK(digits(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("people get rounded numbers") {
  CHECK(rounded(61.849, 1) == "61.8");
  CHECK(rounded(0.125, 2) == "0.12");  // the tie as binary has it, to even
  CHECK(rounded(-0.001, 1) == "0.0");
  CHECK(rounded(std::nan(""), 1) == "–");
  CHECK(percent(0.43) == "43%");
  CHECK(percent(1.0 / 3, 1) == "33.3%");
  CHECK(percent(std::nan("")) == "–");
}

TEST_CASE("a line for a terminal has no controls, no bidirectional overrides, no broken bytes") {
  CHECK(one_line("\x1b[31m红\x1b[0m") == "[31m红[0m");
  CHECK(one_line("a\xC2\x9B"
                 "31mb") == "a31mb");  // CSI as one C1 character
  CHECK(one_line(std::string_view("a\0b\x7F", 4)) == "ab");
  CHECK(one_line("  a \t\r\n b  ") == "a b");
  CHECK(one_line("a\u202Eb\u2066c\u200F") == "abc");
  CHECK(one_line("a\xFF"
                 "b") == "a\uFFFDb");
  CHECK(one_line("\xE6\x96") == "\uFFFD\uFFFD");            // cut short
  CHECK(one_line("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a lone surrogate
  CHECK(one_line("\xC0\xAF") == "\uFFFD\uFFFD");            // overlong
  CHECK(one_line("\U0001F600") == "\U0001F600");
}

TEST_CASE("a cut counts columns, not bytes") {
  CHECK(elide("法治政府", 8) == "法治政府");
  CHECK(elide("法治政府", 7) == "法治政…");
  CHECK(elide("法治政府", 6) == "法治…");
  CHECK(elide("abc", 0) == "abc");
  for (int columns = 1; columns < 12; ++columns) CHECK(display_width(elide("a法b治c政d", columns)) <= columns);
}

TEST_CASE("csv: quotes, formulas, numbers") {
  CHECK(row("法治") == "法治");
  CHECK(row("a,b") == "\"a,b\"");
  CHECK(row("a\"b") == "\"a\"\"b\"");
  CHECK(row("a\nb") == "\"a\nb\"");
  CHECK(row("=1+1") == "'=1+1");
  CHECK(row("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(row("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(row("@SUM(A1)") == "'@SUM(A1)");
  CHECK(row("\tx") == "'\tx");
  CHECK(row("\r=1") == "\"'\r=1\"");
  CHECK(row("-") == "'-");
  CHECK(row("-2+3") == "'-2+3");
  CHECK(row("-2.5") == "-2.5");
  CHECK(row("+7") == "+7");
  CHECK(row("1e-7") == "1e-7");
  CHECK(row(std::string("a\0b\x1b", 4)) == "ab");
  // A formula behind a character that is dropped is still a formula.
  CHECK(row("\x01=1") == "'=1");
}

TEST_CASE("markup and markdown") {
  CHECK(markup("<img src=x onerror='a&b'>\"") == "&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;&quot;");
  CHECK(markup("]]></script>\x01\u202E\uFFFE") == "]]&gt;&lt;/script&gt;");
  CHECK(markdown_cell("a|b\n<script>*_`[x](y)") == "a\\|b &lt;script>\\*\\_\\`\\[x\\](y)");
}

TEST_CASE("json: our order, shortest doubles, null for no number, safe on a terminal") {
  Json object;
  object["z"] = 0.1;
  object["a"] = 100.0;
  object["n"] = std::nan("");
  object["i"] = 3;
  object["s"] = "引\"号\n\x1b[31m";
  object["l"] = Json::array({1.5, nullptr, true});
  CHECK(dump(object) == "{\"z\":0.1,\"a\":100.0,\"n\":null,\"i\":3,\"s\":\"引\\\"号\\n\\u001b[31m\",\"l\":[1.5,null,true]}");
  CHECK(dump(Json("\u202E\u0085\u2028\x7F")) == "\"\\u202e\\u0085\\u2028\\u007f\"");
  CHECK(Json::parse(dump(Json("\u202E\u0085\u2028\x7F"))).get<std::string>() == "\u202E\u0085\u2028\x7F");
  CHECK(Json::parse(dump(Json("a\xFF"
                              "b")))
            .get<std::string>() == "a\uFFFDb");
  CHECK(dump_lines({}) == "[\n]\n");
  CHECK(dump_lines({Json(1), Json(2)}) == "[\n1,\n2\n]\n");
}
