// Whose deed, and of which year: sentences as officials write them.
#include "evidence/place.hpp"

#include "support/catch.hpp"

#include <rulescore/engine.hpp>

#include <string>

using namespace rulescore;

namespace {

const char* const yaml = R"(rulescore: 1
id: t
version: "1"
title: t
attribution:
  other:
    - {any: [法院受理, 人大常委会审议], unless: [提请市人大常委会审议], direction: forward}
children:
  - code: A1
    title: t
    evidence:
      work: {any: [普法], value: {unit: [场, "%"], optional: true}}
    score: {work: 1}
)";

const Engine& engine() {
  static const Engine engine(Framework::parse(yaml));
  return engine;
}

struct About {
  std::string jurisdiction = "宁波市", level = "prefecture", published;
  int year = 2020;
};

std::string attributed(const std::string& text, const About& about = {}) {
  Metadata metadata;
  metadata.jurisdiction = about.jurisdiction;
  metadata.level = about.level;
  metadata.published = about.published;
  if (about.year != 0) metadata.year = about.year;
  const EvidenceSet set = engine().match(Document::from_text(text, metadata));
  std::string out;
  for (const Evidence& piece : set.items())
    out += (out.empty() ? "" : "; ") + std::string(to_string(piece.scope)) + " " + std::to_string(piece.year);
  return out;
}

}  // namespace

TEST_CASE("places know their codes and how they lie in each other") {
  REQUIRE(places_named(U"海曙区").size() == 1);
  CHECK(places_named(U"海曙区")[0].code == 330203);
  CHECK(places_named(U"鼓楼区").size() > 1);
  CHECK(places_named(U"城区").empty());
  CHECK(place_at(U"余姚市率先") == U"余姚市");
  CHECK(place_at(U"市区率先").empty());
  CHECK(lies_in(330203, 330200));
  CHECK(lies_in(330203, 330000));
  CHECK(lies_in(330200, 330000));
  CHECK_FALSE(lies_in(330200, 330203));
  CHECK_FALSE(lies_in(330203, 330203));
  CHECK_FALSE(lies_in(320203, 330200));
}

TEST_CASE("the subject of a sentence owns the deed") {
  CHECK(attributed("开展普法12场。") == "own 2020");
  CHECK(attributed("宁波市开展普法12场。") == "own 2020");
  CHECK(attributed("余姚市开展普法12场。") == "subordinate 2020");
  CHECK(attributed("奉化区溪口镇、鄞州区姜山镇等开展普法12场。") == "subordinate 2020");
  CHECK(attributed("余姚市、慈溪市开展普法12场,全市普法覆盖率达到90%。") == "subordinate 2020; own 2020");
  CHECK(attributed("其中余姚市普法12场。") == "subordinate 2020");
  CHECK(attributed("杭州市开展普法12场。") == "other 2020");
  CHECK(attributed("浙江省开展普法12场。") == "national 2020");
  CHECK(attributed("全省普法场次达到12场。") == "national 2020");
  CHECK(attributed("全国共开展普法12场。") == "national 2020");
}

TEST_CASE("a name that isn't the subject changes nothing") {
  CHECK(attributed("指导余姚市开展普法12场。") == "own 2020");
  CHECK(attributed("并支持余姚市开展普法12场。") == "own 2020");
  CHECK(attributed("奉化区先行一步,并支持余姚市开展普法。") == "own 2020");
  CHECK(attributed("普法在余姚市开展12场。") == "own 2020");
  CHECK(attributed("全国首创普法积分制。") == "own 2020");
  CHECK(attributed("全省率先开展普法。") == "own 2020");
}

TEST_CASE("全市 is whoever calls itself a city") {
  const About cixi{"慈溪市", "county", "", 2020}, haishu{"宁波市海曙区", "county", "", 2020};
  CHECK(attributed("全市开展普法12场。", cixi) == "own 2020");
  CHECK(attributed("全市共有普法12场。", haishu) == "national 2020");
  CHECK(attributed("全区开展普法12场。", haishu) == "own 2020");
  CHECK(attributed("余姚市开展普法12场。", cixi) == "other 2020");
}

TEST_CASE("without a known home nobody is a stranger, and a title can make one known") {
  const About nobody{"", "", "", 0};
  CHECK(attributed("余姚市开展普法12场。", nobody) == "own 0");
  CHECK(attributed("宁波市2019年度法治政府建设情况的报告\n余姚市开展普法12场。\n", nobody) == "subordinate 2019");
}

TEST_CASE("bodies that aren't the government are named by the framework's cues") {
  CHECK(attributed("全市法院受理普法案件12场。") == "other 2020");
  CHECK(attributed("市人大常委会审议普法条例。") == "other 2020");
  CHECK(attributed("提请市人大常委会审议普法条例。") == "own 2020");
  CHECK(attributed("法院受理案件9件,开展普法12场。") == "own 2020");
}

TEST_CASE("the year is the nearest before the figure, else the report's") {
  CHECK(attributed("2019年,开展普法12场。") == "own 2019");
  CHECK(attributed("2019年9场,2020年普法12场。") == "own 2020");
  CHECK(attributed("2018年以来,开展普法12场。") == "own 2020");
  CHECK(attributed("2016—2019年,开展普法12场。") == "own 2019");
  CHECK(attributed("印发《2018年法治计划》,普法12场。") == "own 2020");
  CHECK(attributed("上年普法12场。") == "own 2019");
  CHECK(attributed("上年结转普法12场。") == "own 2020");
  CHECK(attributed("比上年多办普法12场。") == "own 2020");
  CHECK(attributed("到2025年,普法12场。") == "own 2025");
  CHECK(attributed("编号20190012的普法12场。") == "own 2020");
}

TEST_CASE("what has a term after the report's own year is planned") {
  const auto status = [](const std::string& text, int year, const std::string& published = "") {
    Metadata metadata;
    metadata.published = published;
    if (year != 0) metadata.year = year;
    return std::string(to_string(engine().match(Document::from_text(text, metadata)).items()[0].status));
  };
  CHECK(status("到2025年,普法覆盖率达到90%。", 2020) == "planned");
  CHECK(status("2022年底前,普法覆盖率达到90%。", 2020) == "planned");
  CHECK(status("到2020年,普法覆盖率达到90%。", 2020) == "achieved");
  CHECK(status("2021年,普法覆盖率达到90%。", 2020) == "achieved");
  CHECK(status("到2021年6月,普法覆盖率达到90%。", 2020, "2021-08-01") == "achieved");
  CHECK(status("到2025年,普法覆盖率达到90%。", 0) == "achieved");
}

TEST_CASE("last year is counted from the day of publication when that is the year after") {
  CHECK(attributed("去年普法12场。", {"宁波市", "prefecture", "2021-03-01", 2020}) == "own 2020");
  CHECK(attributed("去年普法12场。", {"宁波市", "prefecture", "2020-12-01", 2020}) == "own 2019");
  CHECK(attributed("去年以来普法12场。", {"宁波市", "prefecture", "2020-12-01", 2020}) == "own 2020");
}
