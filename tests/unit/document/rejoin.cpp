// Which lines go on in the next, and which never do.
#include "document/rejoin.hpp"

#include "outline.hpp"

#include "support/catch.hpp"

#include <rulescore/document.hpp>

using namespace rulescore;

namespace {

std::string rejoined(const std::string& s) {
  Text text = decode(s);
  rejoin_lines(text);
  REQUIRE(text.offset.size() == text.chars.size() + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    REQUIRE(text.offset[i] < text.offset[i + 1]);
    REQUIRE((fold(text.chars[i]) == text.chars[i] && !text.quote({i, i + 1}).empty()));
  }
  return to_utf8({text.chars.data(), text.chars.size()});
}

void stays(const std::string& s) {
  const Text text = decode(s);
  CHECK(rejoined(s) == to_utf8({text.chars.data(), text.chars.size()}));
}

}  // namespace

TEST_CASE("a line cut at its punctuation goes on") {
  CHECK(rejoined("办结79件\n,纠错8件。") == "办结79件,纠错8件。");
  CHECK(rejoined("组织、宣传、\n落实到位") == "组织、宣传、落实到位");
  CHECK(rejoined("完成率达到100\n%") == "完成率达到100%");
  CHECK(rejoined("共办结(含撤回\n)79件,\n纠错8件") == "共办结(含撤回)79件,纠错8件");
  CHECK(rejoined("印发《\n办法》") == "印发《办法》");
  CHECK(rejoined("“最多跑一次\n”改革") == "\"最多跑一次\"改革");
  CHECK(rejoined("一、\n总体情况") == "一、总体情况");
  CHECK(rejoined("深化改革，  \r\n　优化服务") == "深化改革,优化服务");
}

TEST_CASE("what begins anew is never joined to a line before it") {
  stays("主要做法,\n一是听取汇报,\n二是集中述法,\n(三)开展督察");
  stays("深化改革,\n\n优化服务");
  stays("深化改革,\n- 优化服务");
  stays("“放管服”改革\n“最多跑一次”改革");
}

TEST_CASE("wrapped text") {
  CHECK(rejoined("某市法治政府建设情况报告\n"
                 "2020年,全市深入推进依法行政,共办结行政\n"
                 "复议案件79件,纠错8件,行政机关负责人出庭\n"
                 "应诉率达到100%,下一步将继续推进各项改革\n"
                 "落实落细。\n"
                 "全年开展检查120次,发现问题36个,全部整改\n"
                 "到位。\n"
                 "一、主要做法和取得的成效以及存在的问题和下一步打算\n"
                 "开会4次。") ==
        "某市法治政府建设情况报告\n"
        "2020年,全市深入推进依法行政,共办结行政复议案件79件,纠错8件,行政机关负责人出庭应诉率达到100%,"
        "下一步将继续推进各项改革落实落细。\n"
        "全年开展检查120次,发现问题36个,全部整改到位。\n"
        "一、主要做法和取得的成效以及存在的问题和下一步打算\n"
        "开会4次。");
}

TEST_CASE("wrapped text in double spacing") {
  CHECK(rejoined("某市报告\n\n2020年,全市深入推进依法行政,共办结案\n\n件79件,纠错8件,行政机关负责人出庭应\n\n诉率达到100%"
                 "。\n\n全年检查120次。\n") ==
        "某市报告\n\n2020年,全市深入推进依法行政,共办结案件79件,纠错8件,行政机关负责人出庭应诉率达到100%。\n\n全年检查120次。\n");
  stays("坚持转变职能,更好发挥作用\n\n大力健全机制,更优推进决策\n\n强化制约监督,更严规范执法\n");
}

TEST_CASE("a heading wrapped with its text is whole again") {
  CHECK(test::tree("一、2020年度法治政府建设主要工作\n开展情况\n"
                   "全市深入推进依法行政,共办结案件\n79件,纠错8件,行政机关负责人出庭\n应诉率达到100%。\n"
                   "二、存在的问题\n"
                   "基层力量仍相对薄弱,个别单位重视\n不够。\n") ==
        "1 一、2020年度法治政府建设主要工作\n开展情况\n1 二、存在的问题\n");
}

TEST_CASE("paragraphs that are indented: what isn't goes on") {
  CHECK(rejoined("　　2020年，全市深入\n推进依法行政，共办结案件79件\n。\n　　纠错8件。另有\n成效。\n　　全年检查120次。\n　　一"
                 "、主要做法\n　　开会4次。") ==
        "  2020年,全市深入推进依法行政,共办结案件79件。\n  纠错8件。另有成效。\n  全年检查120次。\n  一、主要做法\n  开会4次。");
  stays("  甲办结79件。\n  乙纠错8件。\n行政效能大幅提升\n主要做法\n  丙检查120次。\n  丁开会4次。");
}

TEST_CASE("paragraphs with blank lines between them: a single break stands inside one") {
  CHECK(rejoined("2020年,全市深\n入推进依法行政。\n\n全年检查120次,发现\n问题36个。\n\n开会4次,"
                 "印发文件12份。\n\n整改问题8个。\n\n主要做法\n全市有序推进各项工作,开会4次。\n") ==
        "2020年,全市深入推进依法行政。\n\n全年检查120次,发现问题36个。\n\n开会4次,"
        "印发文件12份。\n\n整改问题8个。\n\n主要做法\n全市有序推进各项工作,"
        "开会4次。\n");
}

TEST_CASE("where headings have blank lines below, too, even a short line that has none goes on") {
  CHECK(rejoined(
            "主要做法\n\n全市深入\n推进依法行政。\n\n全年检查120次。\n\n整改问题8个。\n\n存在问题\n\n部分单位\n力量薄弱。\n\n全年"
            "开会4次。\n") ==
        "主要做法\n\n全市深入推进依法行政。\n\n全年检查120次。\n\n整改问题8个。\n\n存在问题\n\n部分单位力量薄弱。\n\n全年开会4次"
        "。\n");
}

TEST_CASE("elsewhere a line goes on that holds sentences but doesn't end with a stop") {
  CHECK(rejoined("全市办结案件79件。纠错8\n件,整改到位。\n全年检查120次。") ==
        "全市办结案件79件。纠错8件,整改到位。\n全年检查120次。");
  CHECK(rejoined("2020年,全市推进依法行政,共办结案件7\n9件,纠错8件。\n检查120次。") ==
        "2020年,全市推进依法行政,共办结案件79件,纠错8件。\n检查120次。");
  stays("坚持转变职能,更好发挥政府作用\n全市深入推进依法行政,办结案件79件。\n纠错8件。");
  stays("全市办结案件79件。取得显着成效\n行政效能大幅提升\n纠错8件。");
  stays("全市办结案件79件。取得成效\n(一)强化领导\n纠错8件。");
}

TEST_CASE("titles, lists, tables, menus, signatures and links stay lines") {
  stays(
      "首页\n政务公开\n法治政府\n某市法治政府建设情况报告\n发布日期:2021-03-01 来源:某市司法局 字体:大 中 "
      "小\n2020年,全市办结案件79件。\n");
  stays("全市情况如下:\n行政执法检查\n行政处罚案件\n行政复议案件\n行政诉讼案件\n合计数量统计\n以上为全年数据。\n");
  stays("单位,件数,金额,比率\n市公安局,86,120,98\n市司法局,79,130,99\n市税务局,12,140,97\n");
  stays("单位\t件数\t金额\n市公安局\t86\t120\n市司法局\t79\t130\n");
  stays("办结案件79件。\n某市人民政府\n2021年3月1日\n");
  stays("相关报道:\n黑龙江省下放一批省级行政许可事项,涉及36项2017-11-03\n河北省打好组织基础,推进法治政府建设2017-10-26\n");
  stays("坚持转变职能,更好发挥作用\n大力健全机制,更优推进决策\n强化制约监督,更严规范执法\n着眼公平正义,更细化解矛盾\n");
  stays("各区县(市)人民政府:\n2020年,全市办结案件79件。\n");
}

TEST_CASE("words of other scripts stay apart") {
  CHECK(rejoined("全市采用ISO. 办结案件79件。采用open\ngovernment标准。\n") ==
        "全市采用iso. 办结案件79件。采用open government标准。\n");
}

TEST_CASE("figures and quotes across a break") {
  const Document d = Document::from_text("全市开会4次。办结行政复议案件1,\n234件，完成率９８．\n５％。\n");
  REQUIRE(d.quantities().size() == 3);
  CHECK(d.quantities()[1].value == 1234);
  CHECK(d.text(d.quantities()[1].begin, d.quantities()[1].end) == "1,\n234件");
  CHECK(d.quantities()[2].value == 98.5);
  REQUIRE(d.sentences().size() == 2);
}

TEST_CASE("the seeds have no line break to take out") {
  for (const std::string& name : test::seed_names()) {
    Text text = decode(test::read_seed(name));
    const auto before = text.chars;
    rejoin_lines(text);
    CHECK(text.chars == before);
  }
}
