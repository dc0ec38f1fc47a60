#include <rulescore/document.hpp>

#include "outline.hpp"

#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("a document shows its structure in bytes of the file") {
  const std::string text = "\xEF\xBB\xBF一、工作情况\r\n 办结７９件。\r\n";
  Metadata metadata;
  metadata.name = "a.txt";
  metadata.year = 2020;
  const Document d = Document::from_text(text, metadata);
  CHECK(d.text() == text);
  CHECK(d.metadata().name == "a.txt");
  CHECK(d.metadata().year == 2020);
  REQUIRE(d.sections().size() == 2);
  CHECK(d.heading(0) == "");
  CHECK(d.heading(1) == "一、工作情况");
  CHECK(d.heading(9) == "");
  CHECK(d.sections()[0].end == text.size());
  CHECK(d.sections()[1].level == 1);
  CHECK(d.sections()[1].begin == 3);
  REQUIRE(d.sentences().size() == 2);
  CHECK(d.text(d.sentences()[1].begin, d.sentences()[1].end) == "办结７９件。");
  CHECK(d.sentences()[1].section == 1);
}

TEST_CASE("figures of page furniture are no figures of the document") {
  const Document d =
      Document::from_text("2020年,全市办结行政复议案件79件,纠错8件。\n浏览次数: 500次\n上一篇:我市办结案件300件\n");
  REQUIRE(d.quantities().size() == 2);
  CHECK(d.quantities()[0].value == 79);
  CHECK(d.quantities()[1].value == 8);
  CHECK(d.text(d.quantities()[0].begin, d.quantities()[0].end) == "79件");
}

TEST_CASE("stale offsets get less, never something else") {
  const Document d = Document::from_text("办结。");
  CHECK(d.text(0, 6) == "办结");
  CHECK(d.text(3, 99) == "结。");
  CHECK(d.text(99, 100) == "");
  CHECK(d.text(6, 3) == "");
}

TEST_CASE("copies are the same document") {
  const Document d = Document::from_text("办结。");
  const Document copy = d;
  CHECK(&copy.impl() == &d.impl());
}

TEST_CASE("what is not UTF-8 is refused with its place") { CHECK_THROWS_AS(Document::from_text("\xD6\xD0"), DocumentError); }

TEST_CASE("an empty document has one section and no sentence") {
  const Document d = Document::from_text("");
  CHECK(d.sections().size() == 1);
  CHECK(d.sentences().empty());
  CHECK(d.quantities().empty());
}
