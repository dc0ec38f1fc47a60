// Gaps by hand, under both missing policies and every kind of target.
#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/error.hpp>

#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::evidence_of;
using testing::fact;
using testing::Saying;
using testing::with_status;

// 0 root · 1 A (3) · 2 A1 (1) · 3 A2 (2) · 4 B (1) · 5 B1: rates in percent
Framework tree(Missing missing = Missing::zero) {
  testing::TreeBuilder builder(missing);
  builder.model().bands = {{90, {"优秀", "Excellent"}}, {60, {"合格", "Pass"}}};
  const ScoreBlock rate = testing::TreeBuilder::shapes({Proportion{100}});
  const auto a = builder.group(0, "A", 3);
  builder.indicator(a, "A1", 1, rate);
  builder.indicator(a, "A2", 2, rate);
  const auto b = builder.group(0, "B", 1);
  builder.indicator(b, "B1", 1, rate);
  return builder.build();
}

Panel panel_of(const Framework& framework, const std::vector<std::vector<Saying>>& documents) {
  std::vector<Scorecard> cards;
  for (const auto& facts : documents) cards.push_back(score(framework, evidence_of(framework, facts)));
  return Panel(std::move(cards));
}

GapReport first_report(const Framework& framework, const std::vector<std::vector<Saying>>& documents, const Target& target = {}) {
  return gaps(panel_of(framework, documents), target).front();
}

}  // namespace

TEST_CASE("against full marks: largest first, with the running total") {
  const GapReport report = first_report(tree(), {{fact(0, 0, 60), fact(1, 0, 50), fact(2, 0, 100)}});
  REQUIRE(report.gaps.size() == 2);
  CHECK(report.gaps[0].node == 3);
  CHECK(report.gaps[0].gain == About(25));
  CHECK(report.gaps[0].score == 0.5);
  CHECK(report.gaps[0].target == 1);
  CHECK(report.gaps[0].cumulative == About(90));
  CHECK(report.gaps[1].node == 2);
  CHECK(report.gaps[1].gain == About(10));
  CHECK(report.gaps[1].cumulative == About(100));
  CHECK(report.target_total == About(100));
  CHECK(report.reachable == About(100));
  CHECK(report.within_reach);
  CHECK(report.gaps[0].needed);
  CHECK(report.gaps[1].needed);
}

TEST_CASE("kinds, and the piece that shows them") {
  const GapReport report =
      first_report(tree(), {{fact(0, 0, 20), fact(0, 0, 60), with_status(fact(1, 0, 100), Status::planned)}});
  REQUIRE(report.gaps.size() == 3);
  CHECK(report.gaps[0].kind == GapKind::only_planned);
  CHECK(report.gaps[0].evidence == 2);
  CHECK(report.gaps[1].kind == GapKind::no_evidence);
  CHECK(report.gaps[1].evidence == Evidence::none);
  CHECK(report.gaps[2].kind == GapKind::below_target);
  CHECK(report.gaps[2].evidence == 1);  // the figure that set the score
}

TEST_CASE("an admitted problem always shows") {
  const Saying problem = with_status(fact(0), Status::problem);
  SECTION("with nothing achieved") {
    const GapReport report = first_report(tree(), {{problem, fact(1, 0, 100), fact(2, 0, 100)}});
    REQUIRE(report.gaps.size() == 1);
    CHECK(report.gaps[0].kind == GapKind::problem);
    CHECK(report.gaps[0].gain == About(25));
    CHECK(report.gaps[0].evidence == 0);
  }
  SECTION("beside an achievement that falls short") {
    const GapReport report = first_report(tree(), {{fact(0, 0, 60), problem, fact(1, 0, 100), fact(2, 0, 100)}});
    REQUIRE(report.gaps.size() == 1);
    CHECK(report.gaps[0].kind == GapKind::problem);
    CHECK(report.gaps[0].gain == About(10));
    CHECK(report.gaps[0].evidence == 1);
  }
  SECTION("beside full marks: no points missing, still listed, last") {
    const GapReport report = first_report(tree(), {{fact(0, 0, 100), problem, fact(1, 0, 90), fact(2, 0, 100)}});
    REQUIRE(report.gaps.size() == 2);
    CHECK(report.gaps[1].kind == GapKind::problem);
    CHECK(report.gaps[1].gain == 0);
    CHECK(report.gaps[1].score == 1);
    CHECK(report.gaps[1].cumulative == About(100));
  }
}

TEST_CASE("equal gains stand in the framework's order") {
  testing::TreeBuilder builder;
  for (unsigned i = 0; i < 5; ++i) builder.indicator(0, testing::numbered("A", i));
  const GapReport report = first_report(builder.build(), {{}});
  REQUIRE(report.gaps.size() == 5);
  for (std::uint32_t i = 0; i < 5; ++i) CHECK(report.gaps[i].node == i + 1);
}

TEST_CASE("gains that differ by rounding alone are equal") {
  // 25 groups that weigh as much as they have members: every indicator is worth the same, on paths of different arithmetic.
  testing::TreeBuilder builder;
  const ScoreBlock rate = testing::TreeBuilder::shapes({Proportion{100}});
  std::vector<Saying> facts;
  for (std::uint32_t g = 0, leaf = 0; g < 25; ++g) {
    const std::uint32_t members = 1 + g % 7;
    const auto group = builder.group(0, testing::numbered("G", g), members);
    for (std::uint32_t i = 0; i < members; ++i, ++leaf) {
      builder.indicator(group, testing::numbered("I", leaf), 1, rate);
      facts.push_back(fact(leaf, 0, 70));
    }
  }
  const GapReport report = first_report(builder.build(), {facts});
  REQUIRE(report.gaps.size() == facts.size());
  for (std::size_t i = 1; i < report.gaps.size(); ++i) CHECK(report.gaps[i - 1].node < report.gaps[i].node);
}

TEST_CASE("against the best and the median of the panel") {
  // A1: 60 20 –   A2: 50 90 70   B1: – – 40
  const std::vector<std::vector<Saying>> documents = {
      {fact(0, 0, 60), fact(1, 0, 50)}, {fact(0, 0, 20), fact(1, 0, 90)}, {fact(1, 0, 70), fact(2, 0, 40)}};
  const GapReport best = first_report(tree(), documents, {Target::Kind::best});
  REQUIRE(best.gaps.size() == 2);
  CHECK(best.gaps[0].node == 3);
  CHECK(best.gaps[0].target == 0.9);
  CHECK(best.gaps[0].gain == About(20));
  CHECK(best.gaps[1].node == 5);
  CHECK(best.gaps[1].target == 0.4);
  CHECK(best.target_total == About(70));  // 75 * (0.6 + 2*0.9)/3 + 25*0.4
  CHECK(best.reachable == About(70));

  const GapReport median = first_report(tree(), documents, {Target::Kind::median});
  REQUIRE(median.gaps.size() == 1);  // medians 20 70 0
  CHECK(median.gaps[0].node == 3);
  CHECK(median.gaps[0].target == 0.7);
  CHECK(median.target_total == About(40));
  CHECK(median.reachable == About(50));  // A1 stays above its median
  CHECK(median.within_reach);
}

TEST_CASE("the median of an even number is between the two middle ones, and a missing score counts 0") {
  const GapReport report =
      first_report(tree(), {{}, {fact(0, 0, 100)}, {fact(0, 0, 40)}, {fact(0, 0, 20)}}, {Target::Kind::median});
  REQUIRE(report.gaps.size() == 1);
  CHECK(report.gaps[0].target == About(0.3));
}

TEST_CASE("a number needs the shortest list from the largest gap, not more") {
  const std::vector<std::vector<Saying>> documents = {
      {fact(0, 0, 60), fact(1, 0, 50), fact(2, 0, 40)}};  // 50 points: gaps 25, 15, 10
  const auto needed = [&](double number) {
    const GapReport report = first_report(tree(), documents, {Target::Kind::number, number});
    std::string flags;
    for (const Gap& gap : report.gaps) flags += gap.needed ? '1' : '0';
    return flags + (report.within_reach ? "" : " out of reach");
  };
  CHECK(needed(40) == "000");
  CHECK(needed(50) == "000");
  CHECK(needed(50.1) == "100");
  CHECK(needed(75) == "100");
  CHECK(needed(75.1) == "110");
  CHECK(needed(90) == "110");
  CHECK(needed(100) == "111");
  CHECK(needed(120) == "111 out of reach");
}

TEST_CASE("under exclude a gain is what the total would really become") {
  // A1 60%, A2 silent, B1 20%: A = 0.6, total = (3*0.6 + 0.2)/4 = 50 points
  const GapReport report = first_report(tree(Missing::exclude), {{fact(0, 0, 60), fact(2, 0, 20)}});
  REQUIRE(report.gaps.size() == 3);
  CHECK(report.card.score() == About(50));
  CHECK(report.gaps[0].node == 2);
  CHECK(report.gaps[0].gain == About(30));  // A = 1: (3 + 0.2)/4 = 80
  CHECK(report.gaps[1].node == 3);
  CHECK(report.gaps[1].gain == About(20));  // A = (0.6 + 2)/3: 70
  CHECK(report.gaps[2].gain == About(20));  // B = 1: (1.8 + 1)/4 = 70
  CHECK(report.gaps[0].cumulative == About(80));
  CHECK(report.gaps[1].cumulative == About(80));  // A was at 1 already
  CHECK(report.gaps[2].cumulative == About(100));
}

TEST_CASE("under exclude reaching a low target can cost points") {
  const std::vector<std::vector<Saying>> documents = {{fact(0, 0, 80)}, {fact(1, 0, 20)}};
  const GapReport report = first_report(tree(Missing::exclude), documents, {Target::Kind::best});
  REQUIRE(report.gaps.size() == 1);
  CHECK(report.gaps[0].node == 3);
  CHECK(report.gaps[0].gain == About(-40));  // 80 -> (0.8 + 2*0.2)/3 = 40
  CHECK(report.reachable == About(40));
}

TEST_CASE("under exclude a document without any score starts from 0") {
  const GapReport report = first_report(tree(Missing::exclude), {{}});
  REQUIRE(report.gaps.size() == 3);
  CHECK(report.gaps[0].gain == About(100));
  CHECK(report.reachable == About(100));
}

TEST_CASE("each card has its report, in the panel's order") {
  const auto reports = gaps(panel_of(tree(), {{}, {fact(0, 0, 100), fact(1, 0, 100), fact(2, 0, 100)}}));
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].gaps.size() == 3);
  CHECK(reports[1].gaps.empty());
  CHECK(reports[1].reachable == About(100));
}

TEST_CASE("targets are words, numbers and bands") {
  const Framework framework = tree();
  CHECK(Target::parse("full", framework).kind == Target::Kind::full);
  CHECK(Target::parse("best", framework).kind == Target::Kind::best);
  CHECK(Target::parse("median", framework).kind == Target::Kind::median);
  CHECK(Target::parse("72.5", framework).number == 72.5);
  CHECK(Target::parse("120", framework).number == 120);
  CHECK(Target::parse("优秀", framework).number == 90);
  CHECK(Target::parse("pass", framework).number == 60);
  CHECK(Target::parse("Pass", framework).kind == Target::Kind::number);
}

TEST_CASE("what is no target is answered with what is") {
  for (const std::string text : {"", "fulll", "80%", "-5", "nan", "inf", "1e999", "80 ", "良好"}) {
    try {
      Target::parse(text, tree());
      FAIL("must throw: " + text);
    } catch (const UsageError& error) {
      CHECK(std::string(error.what()) == "target \"" + text +
                                             "\" is not understood; accepted are full, best, median, best:level, median:province "
                                             "and the like, last-year, a total "
                                             "such as 80, or a "
                                             "band: 优秀/Excellent, 合格/Pass");
    }
  }
}

TEST_CASE("a kind's name is the one that files carry") {
  CHECK(to_string(GapKind::no_evidence) == "no_evidence");
  CHECK(to_string(GapKind::only_planned) == "only_planned");
  CHECK(to_string(GapKind::problem) == "problem");
  CHECK(to_string(GapKind::below_target) == "below_target");
}

}  // namespace rulescore
