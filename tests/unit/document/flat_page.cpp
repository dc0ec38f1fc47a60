// Pages without line breaks: sections are found where the numbering leaves no doubt, nothing is cut where it does.
#include "document/flat_page.hpp"

#include "outline.hpp"

#include "support/catch.hpp"

#include <rulescore/document.hpp>

using namespace rulescore;

namespace {

// As it is in the file, with | where lines begin anew.
std::string broken(const std::string& s) {
  Text text = decode(s);
  break_flat_page(text);
  std::string out;
  for (char32_t c : text.chars) out += c == U'\n' ? "|" : to_utf8(std::u32string(1, c));
  return out;
}

std::string filler(int sentences) {
  std::string out;
  for (int i = 0; i < sentences; ++i) out += "全市深入推进依法行政,统一、规范办理各类案件,依法依规公开透明。";
  return out;
}

std::string replaced(std::string s, const std::string& from, const std::string& to) {
  for (std::size_t at = s.find(from); at != s.npos; at = s.find(from, at + to.size())) s.replace(at, from.size(), to);
  return s;
}

}  // namespace

TEST_CASE("headings inside one long line, with blanks around them") {
  const std::string a = filler(6), b = filler(2);
  CHECK(broken("某市报告 现将情况报告如下: 一、主要工作 (一)强化领导 " + a + " (二)严格执法,规范行为 " + b + " 二、存在的问题 " +
               b) ==
        "某市报告现将情况报告如下: |一、主要工作 |(一)强化领导|" + a + " |(二)严格执法,规范行为|" + b + " |二、存在的问题|" + b);
}

TEST_CASE("headings inside one long line, with nothing around them") {
  const std::string a = filler(6), b = filler(2);
  CHECK(broken("现将情况报告如下:一、主要工作(一)强化领导。" + a + "(二)严格执法。" + b + "二、存在的问题。" + b) ==
        "现将情况报告如下:|一、主要工作|(一)强化领导。" + a + "|(二)严格执法。" + b + "|二、存在的问题。" + b);
}

TEST_CASE("what only looks like a heading stays in its line") {
  const auto stays = [](const std::string& s) { CHECK(broken(s) == replaced(s, "\n", "|")); };
  stays(filler(12) + "一、主要工作。" + filler(2));  // no second
  stays(filler(12) + "依据第三条第(一)项、第(二)项办理," + filler(2));
  stays(filler(12) + "三、四季度开展检查;二、三季度整改到位。" + filler(2));
  stays("一、主要工作\n" + filler(3) + "\n二、存在问题\n" + filler(3));  // a page with lines
  stays("一、主要工作。二、存在问题。");                                 // a short one
}

TEST_CASE("a seed without its line breaks has its sections, and every quote its bytes") {
  const std::string seed = test::read_seed(test::seed_names()[1]);
  const std::string whole = test::tree(seed);
  for (const char* gap : {" ", "　　", "  "}) {
    const std::string flat = replaced(replaced(replaced(seed, "\r", ""), "\n\n", "\n"), "\n", gap);
    REQUIRE(flat.find('\n') == flat.npos);
    CHECK(test::tree(flat) == whole);
  }
  const Document d = Document::from_text(replaced(seed, "\n", ""));
  CHECK(d.text() == replaced(seed, "\n", ""));
  int parts = 0;
  for (std::uint32_t s = 1; s < d.sections().size(); ++s) parts += d.sections()[s].level == 1 && d.heading(s).size() > 9;
  CHECK(parts == 3);
}
