// Every kind of gap from a text of its own, what would close it, who did better, and targets among equals and over years.
#include <rulescore/analysis.hpp>
#include <rulescore/engine.hpp>
#include <rulescore/error.hpp>

#include "analysis/demand.hpp"
#include "score/block.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::About;

const char* const yaml = R"(
rulescore: 1
id: kinds
version: "1"
title: {zh: 差距, en: Gaps}
status:
  headings: {plan: [下一步]}
attribution:
  national: [{any: [全国], direction: both}]
children:
  - code: A
    title: {zh: 出庭, en: Heads in court}
    asks: {zh: 负责人要出庭。, en: Heads go to court.}
    evidence:
      rate: {any: [出庭率], value: {unit: "%"}}
      mention: {any: [出庭]}
      weak: {any: [出庭意识], status: problem}
    score:
      rate: {from: 50%, to: 100%}
      mention: 0.4
)";

Document about(const std::string& text, const std::string& place = "甲县", int year = 2020, const std::string& level = "county") {
  Metadata metadata;
  metadata.name = place + std::to_string(year);
  metadata.jurisdiction = place;
  metadata.level = level;
  metadata.province = "某省";
  metadata.year = year;
  return Document::from_text(text, metadata);
}

Panel panel(const std::vector<Document>& documents) { return Panel(Engine(Framework::parse(yaml)).evaluate(documents)); }

Gap only_gap(const std::string& text) {
  const auto reports = gaps(panel({about(text)}));
  REQUIRE(reports[0].gaps.size() == 1);
  return reports[0].gaps[0];
}

}  // namespace

TEST_CASE("silence: nothing shows it, and the sentence may be all that is missing") {
  const Gap gap = only_gap("今年工作很多。\n");
  CHECK(gap.kind == GapKind::no_evidence);
  CHECK(gap.remedy == Remedy::write);
  CHECK(gap.evidence == Evidence::none);
}

TEST_CASE("a plan has to be carried out") {
  const Gap gap = only_gap("一、下一步\n行政机关负责人出庭率达到100%。\n");
  CHECK(gap.kind == GapKind::only_planned);
  CHECK(gap.remedy == Remedy::work);
}

TEST_CASE("a figure below the target has to be raised, a mention without the figure to be completed") {
  const Gap figure = only_gap("行政机关负责人出庭率80%。\n");
  CHECK(figure.kind == GapKind::below_target);
  CHECK(figure.remedy == Remedy::work);
  CHECK(figure.score == About(0.6));
  const Gap mention = only_gap("行政机关负责人积极出庭。\n");
  CHECK(mention.kind == GapKind::below_target);
  CHECK(mention.remedy == Remedy::write);
}

TEST_CASE("an admitted shortcoming comes before all else") {
  const Gap gap = only_gap("行政机关负责人出庭率80%。负责人出庭意识还不强。\n");
  CHECK(gap.kind == GapKind::problem);
  CHECK(gap.remedy == Remedy::work);
  CHECK(gap.gain == About(40));
}

TEST_CASE("somebody else's deed") {
  const Gap gap = only_gap("全国行政机关负责人出庭率100%。\n");
  CHECK(gap.kind == GapKind::out_of_scope);
  CHECK(gap.remedy == Remedy::write);
  CHECK(gap.evidence == 0);
}

TEST_CASE("a figure of another year") {
  const Gap gap = only_gap("2017年行政机关负责人出庭率100%。\n");
  CHECK(gap.kind == GapKind::stale);
  CHECK(gap.remedy == Remedy::write);
  CHECK(gap.evidence == 0);
}

TEST_CASE("two figures for one thing: both are shown") {
  const Gap gap = only_gap("全县行政机关负责人出庭率80%。\n另一段说，全县行政机关负责人出庭率90%。\n");
  CHECK(gap.kind == GapKind::contradicted);
  CHECK(gap.remedy == Remedy::write);
  CHECK(gap.evidence == 0);
  CHECK(gap.against != Evidence::none);
}

TEST_CASE("what the best of its level wrote, else the best of all") {
  const std::vector<Document> documents = {about("行政机关负责人出庭率60%。\n"), about("行政机关负责人出庭率90%。\n", "乙县"),
                                           about("行政机关负责人出庭率70%。\n", "丙县"),
                                           about("行政机关负责人出庭率80%。\n", "丁县"),
                                           about("行政机关负责人出庭率100%。\n", "戊市", 2020, "prefecture")};
  const auto reports = gaps(panel(documents));
  const auto& exemplars = reports[0].gaps[0].exemplars;
  REQUIRE(exemplars.size() == 2);
  CHECK(exemplars[0].row == 1);
  CHECK(exemplars[0].score == About(0.8));
  CHECK(exemplars[1].row == 3);
  const auto& of_best = reports[1].gaps[0].exemplars;  // the best county looks to the city
  REQUIRE(of_best.size() == 1);
  CHECK(of_best[0].row == 4);
  CHECK(reports[4].gaps.empty());
}

TEST_CASE("the best and the median among equals") {
  const Panel five = panel({about("行政机关负责人出庭率60%。\n"), about("行政机关负责人出庭率90%。\n", "乙县"),
                            about("行政机关负责人出庭率100%。\n", "戊市", 2020, "prefecture")});
  const auto target = [&](const char* text) {
    const auto reports = gaps(five, Target::parse(text, five.framework()));
    return reports[0].target_total;
  };
  CHECK(target("best") == About(100));
  CHECK(target("best:level") == About(80));
  CHECK(target("median:level") == About(60));  // 60% earns 0.2, and the mention 0.4: between 0.4 and 0.8
  CHECK(target("best:province") == About(100));
  CHECK(target("median") == About(80));
}

TEST_CASE("a year before: what was reported then; no year before, no target") {
  const Panel two = panel({about("行政机关负责人出庭率90%。\n", "甲县", 2019), about("行政机关负责人出庭率60%。\n", "甲县", 2020),
                           about("没有说。\n", "乙县", 2020)});
  const auto reports = gaps(two, Target::parse("last-year", two.framework()));
  CHECK(std::isnan(reports[0].target_total));
  CHECK(reports[0].gaps.empty());
  CHECK(reports[0].within_reach);
  CHECK(reports[1].target_total == About(80));
  REQUIRE(reports[1].gaps.size() == 1);
  CHECK(reports[1].gaps[0].gain == About(40));  // from the mention's 0.4
  CHECK(std::isnan(reports[2].target_total));
}

TEST_CASE("ways to full marks: each of the best, or all of a mean together") {
  const Panel one = panel({about("行政机关负责人积极出庭。\n")});
  const auto ways = ways_to(1, Leaf(one.cards()[0], 0));
  REQUIRE(ways.size() == 1);  // the mention is worth 0.4 at most
  REQUIRE(ways[0].size() == 1);
  CHECK_FALSE(ways[0][0].found);
  const auto low = ways_to(0.3, Leaf(one.cards()[0], 0));
  CHECK(low.size() == 1);  // the mention is enough for that already; the rate would be another way
  CHECK(most_of({0, Linear{50, 100}, 1, {}, {}, {}, no_source, false}) == 1);
  CHECK(most_of({0, Banded{{{1, true, 0.3}, {2, true, 0.7}}, false, 0}}) == About(0.7));
  CHECK(most_of({0, Count{0.2, 0.6}}) == About(0.6));
}

TEST_CASE("names of kinds and remedies are those that files carry") {
  CHECK(to_string(GapKind::out_of_scope) == "out_of_scope");
  CHECK(to_string(GapKind::stale) == "stale");
  CHECK(to_string(GapKind::contradicted) == "contradicted");
  CHECK(to_string(GapKind::unjudged) == "unjudged");
  CHECK(to_string(Remedy::work) == "work");
  CHECK(to_string(Remedy::write) == "write");
}

}  // namespace rulescore
