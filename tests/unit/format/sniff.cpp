// What bytes are, whatever they are called.
#include "format/sniff.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;

namespace {
std::string refusal(std::string_view name) {
  try {
    asked_format(name);
  } catch (const UsageError& e) {
    return e.what();
  }
  return "accepted";
}
}  // namespace

TEST_CASE("a page begins as one") {
  CHECK(is_page("<!DOCTYPE html><html>"));
  CHECK(is_page("\xEF\xBB\xBF\r\n <HTML lang=zh>"));
  CHECK(is_page("<?xml version=\"1.0\"?>\n<!DOCTYPE HTML PUBLIC \"x\">"));
  CHECK(is_page("<!-- 保存于 --><html>"));
  CHECK(is_page("<head>\n<title>"));
  CHECK(is_page("<meta charset=gbk>"));
  CHECK(!is_page("办结<html>79件"));
  CHECK(!is_page("<报告>一、主要工作"));
  CHECK(!is_page("<p>办结79件。</p>"));
  CHECK(!is_page("<header> 开头的报告"));
  CHECK(!is_page("<!-- 没有结尾"));
  CHECK(!is_page(""));
}

TEST_CASE("suffixes, in any case") {
  CHECK(format_of_name("a.MD") == Format::markdown);
  CHECK(format_of_name("dir.html/a.txt") == Format::text);
  CHECK(format_of_name("dir.html/a") == Format::text);
  CHECK(format_of_name("t20210118_123.htm") == Format::html);
  CHECK(format_of_name("a.markdown") == Format::markdown);
  CHECK(format_of_name("-") == Format::text);
  CHECK(format_of_name("") == Format::text);
}

TEST_CASE("files that are no text") {
  CHECK(is_pdf("%PDF-1.4\n"));
  CHECK(is_pdf("\r\n%PDF-1.4\n"));
  CHECK(!is_pdf("the mark %PDF- begins a file"));
  CHECK(is_zip("PK\x03\x04"));
  CHECK(!is_zip("PK"));
  CHECK(is_rich_text("{\\rtf1"));
}

TEST_CASE("formats by name") {
  CHECK(asked_format("HTML") == Format::html);
  CHECK(asked_format(".md") == Format::markdown);
  CHECK(asked_format("txt") == Format::text);
  CHECK(refusal("htlm") == "documents have no format htlm; did you mean `html`?");
  CHECK(refusal("excel") == "documents have no format excel; there are text, markdown, html, docx, pdf");
}
