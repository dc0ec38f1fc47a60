// Numerals that are part of something else.
#include "figures.hpp"
#include "support/catch.hpp"

using rulescore::figures;

TEST_CASE("dates, times and stretches looked back over") {
  CHECK(figures("2020年3月1日,2020年度,2018-2020年,2017-11-07 15:07,3月10日至20日,1-11月") == "");
  CHECK(figures("二〇二一年,近两年,过去五年,三年行动计划,每三年,90年代,21年3月") == "");
  CHECK(figures("连续12年获评,连续三年,有效期5年,聘期三年") == "[12年] 12 年; [三年] 3 年; [5年] 5 年; [三年] 3 年");
  CHECK(figures("30日内答复,缩短近10天,9点30分") == "[30日] 30 日; [近10天] 10 天 about decrease");
  CHECK(figures("建党100周年,近3个月") == "");
}

TEST_CASE("identifiers, formulas and addresses") {
  CHECK(figures("0574-12345678,12345热线,G20峰会,5G基站,4A级景区,P2P平台") == "");
  CHECK(figures("“10+N”,1+3+X,7×24小时,12·4宣传日,2.0版,1.2.3节") == "");
  CHECK(figures("国办发〔2020〕12号,第3款第2项,第三、五条") == "");
  CHECK(figures("http://a.gov.cn/2021/03/20%E5/t5_10件.shtml") == "");
}

TEST_CASE("titles") {
  CHECK(figures("《助企纾困50条》《关于印发〈十项措施〉的通知》,推出12条") == "[12条] 12 条");
  CHECK(figures("《没有书名号的后半,办结5件") == "[5件] 5 件");
}

TEST_CASE("set phrases, quoted names and articles") {
  CHECK(figures("三位一体,“三项制度”,三项制度,3项制度,一件事,两个维护,八项规定,四套班子") == "");
  CHECK(figures("最多跑一次,一站式,一批,一体化,进一步,一支队伍,二次供水,十佳案例,三级平台") == "");
  CHECK(figures("市十六届人大五次会议,九届九次全体会议,召开五次会议") == "[五次] 5 次");
  CHECK(figures("发现一起、查处一起") == "");
  CHECK(figures("落实“新十条”“金融二十三条”,推出十条举措") == "[十条] 10 条");
  CHECK(figures("“放管服”三项改革,“三张清单”") == "[三项] 3 项");
  CHECK(figures("浏览次数:1024 字体:大 中 小") == "");
  CHECK(figures("修改规章一部、废止两部") == "[一部] 1 部; [两部] 2 部");
}

TEST_CASE("names that say how long or how far") {
  CHECK(figures("24小时自助服务,24小时研发上线") == "[24小时] 24 小时");
  CHECK(figures("15分钟公共法律服务圈,15分钟办结") == "[15分钟] 15 分钟");
  CHECK(figures("前10名,前三个月,目前12个部门,提前5天") == "[12个] 12 个; [5天] 5 天");
}

TEST_CASE("enumerators") {
  CHECK(figures("一、(一)一是 1. 2、(3)①办结5件") == "[5件] 5 件");
  CHECK(figures("工作如下:\n3.12件建议办结。") == "[12件] 12 件");
}
