// Word files as Word and WPS write them, and files that only look like one.
#include "format/docx.hpp"

#include "support/catch.hpp"
#include "support/docx.hpp"

#include <rulescore/error.hpp>

#include <random>

using namespace rulescore;
using test::docx_of;
using test::paragraph;

namespace {

std::string text(std::string_view bytes) {
  try {
    return docx_to_text(bytes);
  } catch (const DocumentError& e) {
    return e.what();
  }
}

std::string run(const std::string& inside) { return "<w:r>" + inside + "</w:r>"; }
std::string cell(const std::string& words) {
  return "<w:tc><w:tcPr/>" + (words.empty() ? "<w:p/>" : paragraph(words)) + "</w:tc>";
}

}  // namespace

TEST_CASE("paragraphs are lines, runs are joined") {
  CHECK(text(docx_of(paragraph("一、主要工作") + "<w:p/>" + paragraph("办结79件，增长<5%。"))) ==
        "一、主要工作\n\n办结79件，增长<5%。\n");
  CHECK(text(docx_of(
            "<w:p>" +
            run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t xml:space=\"preserve\"> 丙</w:t><w:noBreakHyphen/><w:t>丁</w:t>") +
            "</w:p>")) == "甲\t乙\n 丙-丁\n");
  CHECK(text(docx_of("<w:sdt><w:sdtContent>" + paragraph("目录外") + "</w:sdtContent></w:sdt><w:p><w:hyperlink>" +
                     run("<w:t>链接</w:t>") + "</w:hyperlink><w:ins>" + run("<w:t>新增</w:t>") + "</w:ins></w:p>")) ==
        "目录外\n\n链接新增\n");
}

TEST_CASE("what a reader doesn't see isn't read") {
  CHECK(text(docx_of("<w:p><w:del>" + run("<w:delText>拟</w:delText>") + "</w:del>" + run("<w:t>完成</w:t>") +
                     run("<w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t>") +
                     run("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>79件</w:t>") + run("<w:instrText>PAGE</w:instrText>") +
                     "</w:p>")) == "完成79件\n");
  CHECK(text(docx_of("<w:p><w:moveFrom>" + run("<w:t>旧处</w:t>") +
                     "</w:moveFrom><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
                     "<w:txbxContent>" +
                     paragraph("文本框") +
                     "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                     "<w:txbxContent>" +
                     paragraph("文本框") +
                     "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
                     "<w:t>正文</w:t></w:r></w:p>")) == "正文\n\n文本框\n");
}

TEST_CASE("rows of a table are lines") {
  CHECK(text(docx_of("<w:tbl><w:tblPr/><w:tr>" + cell("指标") + cell("数值") + "</w:tr><w:tr>" + cell("应诉率") + cell("100%") +
                     cell("") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("删去") + "</w:tr></w:tbl>" +
                     paragraph("表后。"))) == "指标\t数值\n应诉率\t100%\n\n表后。\n");
  CHECK(text(docx_of("<w:tbl><w:tr><w:tc>" + paragraph("甲") + paragraph("乙") + "</w:tc>" + cell("5件") + "</w:tr></w:tbl>")) ==
        "甲  乙\t5件\n");
}

TEST_CASE("what is no Word file that can be read says what it is and what to do") {
  CHECK(text("办结") == "is not a Word file (.docx)");
  CHECK(text("PK\x03\x04zip") == "is a broken Word file; open it in Word and save it again");
  CHECK(text(test::zip_of({{"a.txt", "办结"}})) == "is a zip file; unpack it and name the files in it");
  CHECK(text(test::zip_of({{"xl/workbook.xml", "<a/>"}})) == "is an Excel file; save the report as .docx or as plain text");
  CHECK(text(test::zip_of({{"ppt/presentation.xml", "<a/>"}})) ==
        "is a PowerPoint file; save the report as .docx or as plain text");
  CHECK(text(test::zip_of({{"content.xml", "<a/>"}})) == "is an OpenDocument file; save it as .docx or as plain text");
  CHECK(text(test::zip_of({{"word/document.xml", "<a/>"}})) == "is a broken Word file; open it in Word and save it again");
  CHECK(text(docx_of("<w:p>")) == "is a broken Word file; open it in Word and save it again");
  CHECK(text(docx_of("")) == "is a Word file without text; text in pictures can't be read");
  CHECK(text(test::zip_of({{"word/document.xml", "<a/>"}}, "secret")) == "is an encrypted Word file; save it without a password");
  const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  CHECK(text(old) == "is an old Office file (.doc); save it as .docx or as plain text");
  CHECK(text(old + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)) ==
        "is an encrypted Word file; save it without a password");
  std::string cut = docx_of(paragraph("办结79件。"));
  cut.resize(cut.size() / 2);
  CHECK(text(cut) == "is a broken Word file; open it in Word and save it again");
}

TEST_CASE("a file that unpacks to far more than it is, or nests deeper than Word does, is refused") {
  const char* const bomb = "unpacks to far more than a report; it is no Word file that Word wrote";
  CHECK(text(docx_of("<!--" + std::string(20u << 20, ' ') + "-->")) == bomb);
  std::string deep, close;
  for (int i = 0; i < 5000; ++i) {
    deep += "<w:sdt>";
    close += "</w:sdt>";
  }
  CHECK(text(docx_of(deep + paragraph("办结") + close)) == "is a Word file nested deeper than any that Word writes");
  deep = close = "";
  for (int i = 0; i < 5000; ++i) {
    deep += "<w:p><w:r><w:txbxContent>";
    close += "</w:txbxContent></w:r></w:p>";
  }
  CHECK(text(docx_of(deep + close)) == "is a Word file nested deeper than any that Word writes");
}

TEST_CASE("Word files changed at random are read or refused") {
  std::mt19937 random(9);
  const std::string source =
      docx_of(paragraph("一、主要工作") + "<w:tbl><w:tr>" + cell("应诉率") + cell("100%") + "</w:tr></w:tbl>");
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = source;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    CHECK(!text(bytes).empty());
  }
  std::string xml = paragraph("一、主要工作") + "<w:tbl><w:tr>" + cell("应诉率") + cell("100%") + "</w:tr></w:tbl>";
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = xml;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = "<>/&;\"w:tp "[random() % 11];
    CHECK(!text(docx_of(bytes)).empty());
  }
}
