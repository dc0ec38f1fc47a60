// The grammar as a whole: ranges, spans, and sentences of reports.
#include "figures.hpp"
#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("ranges give both ends the unit") {
  CHECK(figures("3—5个工作日,3至5次,5%~10%,三至五个") ==
        "[3—5个工作日] 3..5 个工作日; [3至5次] 3..5 次; [5%~10%] 5..10 %; [三至五个] 3..5 个");
  CHECK(figures("3-5万元,3万至5万元") == "[3-5万元] 30000..50000 元; [3万至5万元] 30000..50000 元");
  CHECK(figures("从5个到3个") == "[5个] 5 个; [3个] 3 个");
  CHECK(figures("三五个人") == "");
}

TEST_CASE("spaces, full width and brackets") {
  CHECK(figures("受理 1464 件,达到９８．７９％") == "[1464 件] 1464 件; [９８．７９％] 98.79 %");
  CHECK(figures("727项(次),1500多场（次）") == "[727项(次)] 727 项(次); [1500多场（次）] 1500 场(次) at_least");
  CHECK(figures("1个多月,3年多,") == "[1个多月] 1 个月 at_least; [3年多] 3 年 at_least");
}

TEST_CASE("the number is inside the expression") {
  const Text text = decode("共约12.6万余人次参加");
  const auto found = scan_quantities(text);
  REQUIRE(found.size() == 1);
  CHECK(text.quote(found[0].where) == "约12.6万余人次");
  CHECK(text.quote(found[0].number) == "12.6");
}

TEST_CASE("a sentence of a report") {
  CHECK(figures("全区67个单位的2356名干部参加考试,参考率、合格率均为100%,其中优秀率超过九成,同比提高3.5个百分点。") ==
        "[67个] 67 个; [2356名] 2356 名; [100%] 100 %; [超过九成] 90 % at_least; [3.5个百分点] 3.5 pp increase");
  CHECK(figures("满意率分别达到99%、99.3%") == "[99%] 99 %; [99.3%] 99.3 %");
}

TEST_CASE("nothing in nothing") {
  CHECK(figures("") == "");
  CHECK(figures("一") == "");
  CHECK(figures("《") == "");
  CHECK(figures("9") == "");
}

TEST_CASE("names of bounds and changes") {
  CHECK(to_string(Bound::exact) == "exact");
  CHECK(to_string(Bound::at_least) == "at_least");
  CHECK(to_string(Bound::about) == "about");
  CHECK(to_string(Bound::at_most) == "at_most");
  CHECK(to_string(Change::none).empty());
  CHECK(to_string(Change::increase) == "increase");
  CHECK(to_string(Change::decrease) == "decrease");
}
