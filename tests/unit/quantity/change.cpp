// Rise and fall, and which figures they govern.
#include "figures.hpp"
#include "support/catch.hpp"

using rulescore::figures;

TEST_CASE("a word of change right before the figure") {
  CHECK(figures("同比下降了5.6%") == "[5.6%] 5.6 % decrease");
  CHECK(figures("较上年提高2.4个百分点") == "[2.4个百分点] 2.4 pp increase");
  CHECK(figures("排名提升18个位次") == "[18个位次] 18 个位次 increase");
  CHECK(figures("联系点增加至114个") == "[114个] 114 个 increase");
  CHECK(figures("降幅达12%,增速8%") == "[12%] 12 % decrease; [8%] 8 % increase");
  CHECK(figures("比上年多32件") == "[32件] 32 件 increase");
}

TEST_CASE("a level beside a change keeps none") {
  CHECK(figures("败诉率6.67%,同比下降49.50%") == "[6.67%] 6.67 %; [49.50%] 49.5 % decrease");
  CHECK(figures("增长率为5%,工业增加值3亿元") == "[5%] 5 %; [3亿元] 300000000 元");
  CHECK(figures("提高出庭应诉率达98%") == "[98%] 98 %");
}

TEST_CASE("over the name of what changes") {
  CHECK(figures("取消地方设定证明110项") == "[110项] 110 项 decrease");
  CHECK(figures("压缩审批时限50%以上") == "[50%以上] 50 % at_least decrease");
  CHECK(figures("提升执法水平组织培训12期") == "[12期] 12 期");
  CHECK(figures("减少环节,办理证照12件") == "[12件] 12 件");
  CHECK(figures("新增试点并办结案件12件") == "[12件] 12 件");
}

TEST_CASE("acts of law are no change of stock") {
  CHECK(figures("废止3件,撤销2件,减轻处罚41件,下放47项") == "[3件] 3 件; [2件] 2 件; [41件] 41 件; [47项] 47 项");
  CHECK(figures("清理规范性文件213件") == "[213件] 213 件");
  CHECK(figures("清理不具备资格的人员36名") == "[36名] 36 名 decrease");
}

TEST_CASE("from and to") {
  CHECK(figures("由12个减至5个") == "[12个] 12 个 decrease; [5个] 5 个 decrease");
  CHECK(figures("从原来的1个月缩短至全流程最多2个工作日") ==
        "[1个月] 1 个月 decrease; [最多2个工作日] 2 个工作日 at_most decrease");
  CHECK(figures("由2019年的61%提高到100%") == "[61%] 61 % increase; [100%] 100 % increase");
  CHECK(figures("压缩至一个工作日") == "[一个工作日] 1 个工作日 decrease");
}

TEST_CASE("figures joined to a governed one share its change") {
  CHECK(figures("同比分别增长31.4%和28.7%") == "[31.4%] 31.4 % increase; [28.7%] 28.7 % increase");
  CHECK(figures("新增公共法律服务站20个,司法行政工作室100个;") == "[20个] 20 个 increase; [100个] 100 个 increase");
  CHECK(figures("新增案件20件,办结案件18件") == "[20件] 20 件 increase; [18件] 18 件");
  CHECK(figures("新增站点20个,其中城区站点5个") == "[20个] 20 个 increase; [5个] 5 个");
}
