// How exactly a figure is meant.
#include "figures.hpp"
#include "support/catch.hpp"

using rulescore::figures;

TEST_CASE("words before a figure") {
  CHECK(figures("约20件") == "[约20件] 20 件 about");
  CHECK(figures("近 80%") == "[近 80%] 80 % about");
  CHECK(figures("超过99.29%") == "[超过99.29%] 99.29 % at_least");
  CHECK(figures("逾10万人次") == "[逾10万人次] 100000 人次 at_least");
  CHECK(figures("至少有3名") == "[至少有3名] 3 名 at_least");
  CHECK(figures("最多2个工作日") == "[最多2个工作日] 2 个工作日 at_most");
  CHECK(figures("不到5%") == "[不到5%] 5 % at_most");
  CHECK(figures("突破500万") == "[突破500万] 5000000 at_least");
}

TEST_CASE("a negation flips the bound") {
  CHECK(figures("不超过3个工作日") == "[不超过3个工作日] 3 个工作日 at_most");
  CHECK(figures("不低于95%") == "[不低于95%] 95 % at_least");
  CHECK(figures("不得少于40学时") == "[不得少于40学时] 40 学时 at_least");
}

TEST_CASE("words behind a figure") {
  CHECK(figures("70%以上") == "[70%以上] 70 % at_least");
  CHECK(figures("15日以内") == "[15日以内] 15 日 at_most");
  CHECK(figures("50人以下企业") == "[50人以下] 50 人 at_most");
  CHECK(figures("100件左右") == "[100件左右] 100 件 about");
  CHECK(figures("5个工作日内办结") == "[5个工作日] 5 个工作日");
  CHECK(figures("20个(以下简称试点)") == "[20个] 20 个");
  CHECK(figures("12个上下联动") == "[12个] 12 个");
}

TEST_CASE("halves of other words bind nothing") {
  CHECK(figures("节约50万元,预约20次,履约30件") == "[50万元] 500000 元; [20次] 20 次; [30件] 30 件");
  CHECK(figures("附近12个网点,最近3次") == "[12个] 12 个; [3次] 3 次");
  CHECK(figures("赶超3家") == "[3家] 3 家");
}

TEST_CASE("a bare hundred or thousand counts only when qualified") {
  CHECK(figures("近千人次、上万名、数百家、几十项、过亿元、逾百场") ==
        "[近千人次] 1000 人次 about; [上万名] 10000 名 at_least; [数百家] 100 家 at_least; [几十项] 10 项 at_least; "
        "[过亿元] 100000000 元 at_least; [逾百场] 100 场 at_least");
  CHECK(figures("百家争鸣,千家万户,网上百件,成千上万名") == "");
}
