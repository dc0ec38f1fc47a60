// Shares, doubling, zero and ranks in words.
#include "figures.hpp"
#include "support/catch.hpp"

using rulescore::figures;

TEST_CASE("shares") {
  CHECK(figures("达到百分之九十八点六") == "[百分之九十八点六] 98.6 %");
  CHECK(figures("超过百分之95") == "[超过百分之95] 95 % at_least");
  CHECK(figures("百分之百,千分之三") == "[百分之百] 100 %; [千分之三] 3 ‰");
  CHECK(figures("四分之三以上") == "[四分之三以上] 75 % at_least");
  CHECK(figures("不足一半的乡镇,一半以上") == "[不足一半] 50 % at_most; [一半以上] 50 % at_least");
  CHECK(figures("百分之,一半时间") == "");
}

TEST_CASE("tenths") {
  CHECK(figures("九成以上,八成五的,近三成") == "[九成以上] 90 % at_least; [八成五] 85 %; [近三成] 30 % about");
  CHECK(figures("信访总量下降两成,") == "[两成] 20 % decrease");
  CHECK(figures("成功率,形成合力,一成不变,三成立") == "");
}

TEST_CASE("doubling") {
  CHECK(figures("翻一番,翻了两番") == "[翻一番] 2 倍 increase; [翻了两番] 4 倍 increase");
  CHECK(figures("三番五令") == "");
}

TEST_CASE("zero") {
  CHECK(figures("未发生一起案件,无一例,没有发现一起,无一被撤销") ==
        "[未发生一起] 0 起; [无一例] 0 例; [没有发现一起] 0 起; [无一] 0");
  CHECK(figures("零投诉,零重大安全事故,败诉0件") == "[零投诉] 0; [零重大安全事故] 0; [0件] 0 件");
  CHECK(figures("零距离,零门槛,零件,“零投诉、零上访”,无一例外,独一无二,清零投诉") == "");
}

TEST_CASE("ranks") {
  CHECK(figures("得分排名全省第10;考评全省第一,位列第3位。") == "[第10] 10 rank; [第一] 1 rank; [第3位] 3 rank");
  CHECK(figures("第一时间,第一责任人,第三方,全省第一个,全国第一批,第二期报告") == "");
}
