// What pdftotext gives, mended; and PDF files printed for the test, when the program is there.
#include "format/pdf.hpp"

#include "format/process.hpp"

#include "support/catch.hpp"
#include "support/pdf.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;

namespace {

std::string text(std::string_view bytes) {
  try {
    return pdf_to_text(bytes);
  } catch (const DocumentError& e) {
    return e.what();
  }
}

bool has_pdftotext() { return run_process({"pdftotext", "-v"}, "").end == ProcessResult::End::exited; }

}  // namespace

TEST_CASE("lines that break off at the page's width go on, others don't") {
  CHECK(mend_pages("全年办理行政复议案件一百二十件，同比增长百分\n之五。\n一、主要工作\n完善制度。\n") ==
        "全年办理行政复议案件一百二十件，同比增长百分之五。\n一、主要工作\n完善制度。\n");
  CHECK(mend_pages("行政机关负责人出庭应诉率达到98.\n7%，比上年提高一点五个百分点，全年\n共1\n986件。\n") ==
        "行政机关负责人出庭应诉率达到98.\n7%，比上年提高一点五个百分点，全年共1\n986件。\n");
  CHECK(mend_pages("负责人应诉的行政诉讼案件全年总共有12\n34件，比上一年的案件数量有了不少的增\n加。\n") ==
        "负责人应诉的行政诉讼案件全年总共有1234件，比上一年的案件数量有了不少的增加。\n");
  CHECK(mend_pages("二、存在的问题和下一步的主要工作安排以及其\n三、四中全会精神\n") ==
        "二、存在的问题和下一步的主要工作安排以及其\n三、四中全会精神\n");
  CHECK(mend_pages("深入贯彻落实党的十九大和十九届二中、\n三、四中全会精神\n") ==
        "深入贯彻落实党的十九大和十九届二中、三、四中全会精神\n");
  CHECK(mend_pages("the mayor of the city spoke about law\nand government on the last day of it\n") ==
        "the mayor of the city spoke about law and government on the last day of it\n");
}

TEST_CASE("an indented line begins a paragraph, a wide gap parts cells") {
  CHECK(mend_pages("    全年办理行政复议案件一百二十件，同比增长\n百分之五，审结一百一十五件，纠正十二件，并\n    "
                   "全年审查规范性文件四十三件，提出意见一百\n二十六条。\n") ==
        "全年办理行政复议案件一百二十件，同比增长百分之五，审结一百一十五件，纠正十二件，并\n全年审查规范性文件四十三件，提出意见"
        "一百二十六条。\n");
  CHECK(mend_pages("    项目          2020年       同比\n    复议案件      86件         下降12%\n") ==
        "项目\t2020年\t同比\n复议案件\t86件\t下降12%\n");
  CHECK(mend_pages("　　甲\n\u00A0乙 \n") == "甲\n乙\n");
}

TEST_CASE("columns side by side are told from a table") {
  std::string columns, table;
  for (int i = 0; i < 20; ++i) columns += "全年办理行政复议案件一百      件，其中受理的一百一十件\n";
  for (int i = 0; i < 20; ++i) table += "全年办理行政复议案件一百件，其中受理的一百一十件      86件\n";
  CHECK(has_columns(columns));
  CHECK(!has_columns(table));
  CHECK(!has_columns("全年办理行政复议案件一百      件，其中受理的一百一十件\n"));
  CHECK(!has_columns(""));
}

TEST_CASE("page numbers and running heads are left out, and text goes on over the page's edge") {
  const std::string head = "某市法治政府建设年度报告\n\n";
  CHECK(mend_pages(head + "全年办理行政复议案件一百二十件，同比增长百分之五，其中\n\n- 1 -\n\f" + head +
                   "受理的一百一十件，审结的一百零五件，直接纠正的十件。\n- 2 -\n\f" + head +
                   "二、存在的问题\n力量薄弱。\n- 3 -\n\f") ==
        "全年办理行政复议案件一百二十件，同比增长百分之五，其中受理的一百一十件，审结的一百零五件，直接纠正的十件。\n"
        "二、存在的问题\n力量薄弱。\n");
  CHECK(mend_pages("甲。\n第 1 页 共 2 页\n\f乙。\n第2页 共2页\n\f") == "甲。\n乙。\n");
  CHECK(mend_pages("甲。\n\n— 3 —\f\f乙。\n3/12\n\f") == "甲。\n乙。\n");
  CHECK(mend_pages("共3件\n\f") == "共3件\n");
  CHECK(mend_pages("同一行\n\f同一行\n\f") == "同一行\n同一行\n");  // two pages say little
  CHECK(mend_pages("1\n\f2\n\f") == "");
  CHECK(mend_pages("") == "");
}

TEST_CASE("a printed report comes back as it was written") {
  if (!has_pdftotext()) return;
  const std::string report =
      "某市2021年度法治政府建设情况报告\n"
      "一、主要工作\n"
      "（一）加强行政复议工作。全年办理行政复议案件120件，审结112件，直接纠错率10.5%，较上年下降2."
      "3个百分点，在全省各设区市中保持较低水平。\n"
      "（二）规范行政应诉。行政机关负责人出庭应诉率达98.6%。\n"
      "二、存在的问题\n"
      "基层执法力量还比较薄弱，个别部门依法行政意识有待加强，行政执法的规范化、信息化水平与人民群众的期待相比还有一定的差距。\n";
  CHECK(text(test::pdf_of(test::printed(report))) == report);
  std::string indented = report;
  for (auto at = indented.find('\n'); at + 1 < indented.size(); at = indented.find('\n', at + 1))
    indented.insert(at + 1, "\u3000\u3000");
  CHECK(text(test::pdf_of(test::printed(indented))) == report);
  const std::string years =
      "目前,该市二〇一三年到二〇一六年期间依法行政情况报告2013-2016年度均已在市政府门户网站专栏向社会公开。\n";
  CHECK(text(test::pdf_of(test::printed(years))) == years);
  CHECK(text(test::pdf_of(test::printed(report, 26, 3, "某市人民政府文件"))) == report);
}

TEST_CASE("what is no PDF that can be read says what it is and what to do") {
  CHECK(text("办结") == "is not a PDF file");
  if (!has_pdftotext()) return;
  CHECK(text("%PDF-1.7\nnonsense") == "is a broken PDF file: pdftotext can't open it; fetch it again");
  CHECK(text(test::pdf_of({{}})) == "is a PDF file without text, perhaps scanned; run a text recognition first");
}
