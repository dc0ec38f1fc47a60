// From bytes to text: what decides, and what comes out.
#include "format/format.hpp"

#include "support/catch.hpp"
#include "support/encode.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;
using namespace std::string_view_literals;

namespace {

// "format encoding[ verbatim]: text", or what is said.
std::string plain(std::string_view bytes, const Hints& hints = {}) {
  try {
    const Plain p = to_plain(std::string(bytes), hints);
    return p.format + ' ' + p.encoding + (p.verbatim ? " verbatim: " : ": ") + p.text;
  } catch (const Error& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("what bytes hold decides before what they are called, and what is asked for before both") {
  CHECK(plain("办结。") == "text UTF-8 verbatim: 办结。");
  CHECK(plain("# 办结", {"a.md", {}, {}}) == "markdown UTF-8 verbatim: # 办结");
  CHECK(plain("<html><p>办结。", {"a.txt", {}, {}}) == "html UTF-8: 办结。\n");
  CHECK(plain("<html><p>办结。", {"a.md", {}, {}}) == "html UTF-8: 办结。\n");
  CHECK(plain("<p>办结。", {"a.htm", {}, {}}) == "html UTF-8: 办结。\n");
  CHECK(plain("<p>办结。", {"a.txt", {}, {}}) == "text UTF-8 verbatim: <p>办结。");
  CHECK(plain("<html><p>办结。", {"a.txt", {}, "text"}) == "text UTF-8 verbatim: <html><p>办结。");
  CHECK(plain(test::encode("# 办结", "GBK"), {"a.md", {}, {}}) == "markdown GB18030: # 办结");
  CHECK(plain("办结。", {"a.pdf", {}, {}}) == "text UTF-8 verbatim: 办结。");
  CHECK(plain("办结。", {{}, {}, "pdf"}) == "is not a PDF file");
  CHECK(plain("办结。", {{}, {}, "docx"}) == "is not a Word file (.docx)");
}

TEST_CASE("what holds no text, or can't") {
  CHECK(plain("") == "is empty");
  CHECK(plain("\xEF\xBB\xBF \r\n") == "is empty");
  CHECK(plain("\xFF\xFE\x0A\0"sv) == "is empty");
  CHECK(plain("ab\0cd"sv) == "holds a NUL byte at offset 2: it is not plain text; save it as text in UTF-8");
  CHECK(plain("{\\rtf1 x}") == "is a rich text file (.rtf); save it as .docx or as plain text");
  CHECK(plain("\x89PNG\r\n\x1a\n\0\0"sv) == "holds a NUL byte at offset 9: it is not plain text; save it as text in UTF-8");
}

TEST_CASE("names that don't exist are refused even where they wouldn't be needed") {
  CHECK_THROWS_AS(to_plain("办结。", {{}, "utf-88", {}}), UsageError);
  CHECK_THROWS_AS(to_plain("%PDF-", {{}, "utf-88", {}}), UsageError);
  CHECK_THROWS_AS(to_plain("", {{}, {}, "doc"}), UsageError);
}
