#include "document/marks.hpp"

#include "support/catch.hpp"

#include <string>

using namespace rulescore;

namespace {

// "rank ordinal rest", or "" when there is no mark.
std::string read(const std::string& line) {
  const Text text = decode(line);
  const Mark mark = find_mark(text, {0, text.size()});
  if (!mark) return "";
  return std::to_string(static_cast<int>(mark.rank)) + ' ' + std::to_string(mark.ordinal) + ' ' +
         std::string(text.quote({mark.end, text.size()}));
}

}  // namespace

TEST_CASE("the dresses of a number") {
  CHECK(read("一、总体情况") == "2 1 总体情况");
  CHECK(read("十二、 保障") == "2 12 保障");
  CHECK(read("二十一、其他") == "2 21 其他");
  CHECK(read("三．问题") == "2 3 问题");
  CHECK(read("第二部分 存在问题") == "1 2 存在问题");
  CHECK(read("第三章：监督") == "1 3 监督");
  CHECK(read("第一节 总则") == "2 1 总则");
  CHECK(read("（一）加强领导") == "3 1 加强领导");
  CHECK(read("(十一)、加强领导") == "3 11 加强领导");
  CHECK(read("㈢加强领导") == "3 3 加强领导");
  CHECK(read("1.完善制度") == "4 1 完善制度");
  CHECK(read("２．完善制度") == "4 2 完善制度");
  CHECK(read("12、完善制度") == "4 12 完善制度");
  CHECK(read("1.2020年完成") == "4 1 2020年完成");
  CHECK(read("3. 2020年完成") == "4 3 2020年完成");
  CHECK(read("⒈完善") == "4 1 完善");
  CHECK(read("（1）宣传") == "5 1 宣传");
  CHECK(read("1)宣传") == "5 1 宣传");
  CHECK(read("③宣传") == "5 3 宣传");
  CHECK(read("一是强化领导") == "5 1 强化领导");
  CHECK(read("十一是强化领导") == "5 11 强化领导");
  CHECK(read("第一，强化领导") == "5 1 强化领导");
  CHECK(read("第二是强化领导") == "5 2 强化领导");
  CHECK(read("首先,强化领导") == "5 1 强化领导");
  CHECK(read("最后,强化领导") == "5 4 强化领导");
}

TEST_CASE("the dresses of other provinces") {
  CHECK(read("第一部分　工作成效") == "1 1 工作成效");
  CHECK(read("第壹部分 工作成效") == "1 1 工作成效");
  CHECK(read("第 一 部 分 工作成效") == "1 1 工作成效");
  CHECK(read("壹、工作成效") == "2 1 工作成效");
  CHECK(read("貳、存在問題") == "2 2 存在問題");
  CHECK(read("拾壹、附則") == "2 11 附則");
  CHECK(read("Ⅱ、存在问题") == "2 2 存在问题");
  CHECK(read("一 、工作成效") == "2 1 工作成效");
  CHECK(read("一　、　工作成效") == "2 1 工作成效");
  CHECK(read("一. 工作成效") == "2 1 工作成效");
  CHECK(read("⼀、⼯作成效") == "2 1 ⼯作成效");  // radicals, as PDFs have them
  CHECK(read("一）加强领导") == "3 1 加强领导");
  CHECK(read("（ 二 ） 加强领导") == "3 2 加强领导");
  CHECK(read("(壹)加强领导") == "3 1 加强领导");
  CHECK(read("〔三〕加强领导") == "3 3 加强领导");
  CHECK(read("㈠加强领导") == "3 1 加强领导");
  CHECK(read("㊁、加强领导") == "3 2 加强领导");
  CHECK(read("1 、完善制度") == "4 1 完善制度");
  CHECK(read("1． 完善制度") == "4 1 完善制度");
  CHECK(read("⒉完善制度") == "4 2 完善制度");
  CHECK(read("⑴宣传") == "5 1 宣传");
  CHECK(read("⑾宣传") == "5 11 宣传");
  CHECK(read("①、宣传") == "5 1 宣传");
  CHECK(read("㉑宣传") == "5 21 宣传");
  CHECK(read("❷宣传") == "5 2 宣传");
  CHECK(read("1）、宣传") == "5 1 宣传");
  CHECK(read("( 1 ) 宣传") == "5 1 宣传");
  CHECK(read("一要强化领导") == "5 1 强化领导");
  CHECK(read("第三：强化领导") == "5 3 强化领导");
  CHECK(read("其次：强化领导") == "5 2 强化领导");
  CHECK(read("其二，强化领导") == "5 2 强化领导");
}

TEST_CASE("numbers that only look like marks") {
  for (const char* line : {"陆、海、空各类口岸通关便利化水平持续提升,全年办理通关业务若干,企业群众满意度不断提高。",
                           "其中,办结79件",
                           "其一贯做法",
                           "Ⅲ级响应",
                           "第三产业",
                           "三、四季度完成",
                           "一、二级市场",
                           "3、4月份",
                           "1.5万件办结",
                           "3.15活动",
                           "2.0版清单",
                           "2020、2021年",
                           "12345热线",
                           "三位一体推进",
                           "一件事改革",
                           "第三方评估",
                           "第一、第二产业",
                           "第一时间响应",
                           "第二章规定了程序。",
                           "首先要加强",
                           "(试行)",
                           "(2020年)",
                           "(一个)",
                           "十四五规划",
                           "一.五",
                           "100.",
                           "",
                           "一",
                           "(",
                           "第",
                           "1"}) {
    INFO(line);
    CHECK(read(line) == "");
  }
}

TEST_CASE("一、一年 is a mark: the number after it doesn't go on counting") {
  CHECK(read("一、一年来的工作") == "2 1 一年来的工作");
}
