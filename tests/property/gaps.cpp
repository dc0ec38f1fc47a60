// Gaps and rankings over random frameworks, against the naive reference: every gain is what a full re-score would say.
#include "property/random_world.hpp"
#include "property/reference.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/analysis.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 1000;

Panel random_panel(Dice& dice, Missing missing, std::uint32_t rows) {
  const Framework framework = random_framework(dice, {missing, false});
  std::vector<Scorecard> cards;
  for (std::uint32_t i = 0; i < rows; ++i)
    cards.push_back(score(framework, evidence_of(framework, random_facts(dice, framework))));
  return Panel(std::move(cards));
}

LeafScores leaf_scores(const Scorecard& card) {
  LeafScores leaves;
  for (const std::uint32_t node : card.framework().indicators()) {
    if (!std::isnan(card.nodes()[node].score)) leaves[node] = card.nodes()[node].score;
  }
  return leaves;
}

Missing policy(std::uint64_t world) { return world % 2 == 0 ? Missing::zero : Missing::exclude; }

Target target_of(std::uint64_t world, Dice& dice, double full) {
  switch (world / 2 % 4) {
    case 0:
      return {Target::Kind::full};
    case 1:
      return {Target::Kind::best};
    case 2:
      return {Target::Kind::median};
    default:
      return {Target::Kind::number, full * 1.1 * dice.unit()};
  }
}

bool has_problem(const Scorecard& card, std::uint32_t node) {
  const NodeScore& score = card.nodes()[node];
  const auto items = card.evidence().items().subspan(score.evidence_begin, score.evidence_end - score.evidence_begin);
  return std::any_of(items.begin(), items.end(), [](const Evidence& piece) { return piece.status == Status::problem; });
}

void check_report(const GapReport& report, const Target& target) {
  const Framework& framework = report.card.framework();
  const double eps = 1e-9 * framework.full();
  const LeafScores now = leaf_scores(report.card);
  LeafScores closed = now;
  bool reached = target.kind == Target::Kind::number && reference_total(framework, now) >= target.number - eps;
  double last_gain = HUGE_VAL;
  LeafScores cheapest = now;
  int in_order = 0, needed = 0;  // efforts are all one
  for (const Gap& gap : report.gaps) {
    const double current = now.count(gap.node) != 0 ? now.at(gap.node) : 0;
    CHECK(gap.score == current);
    CHECK((gap.target > gap.score || gap.kind == GapKind::problem));
    CHECK(gap.gain <= last_gain + 2 * eps);  // equal to within rounding: the framework's order
    last_gain = gap.gain;
    if (gap.target > gap.score) {
      LeafScores alone = now;
      alone[gap.node] = gap.target;
      CHECK(std::abs(gap.gain - (reference_total(framework, alone) - reference_total(framework, now))) <= eps);
      closed[gap.node] = gap.target;
    } else {
      CHECK(gap.gain == 0);
    }
    if (!reached) ++in_order;
    needed += gap.needed ? 1 : 0;
    if (gap.needed && gap.target > gap.score) cheapest[gap.node] = gap.target;
    CHECK(std::abs(gap.cumulative - reference_total(framework, closed)) <= eps);
    if (target.kind == Target::Kind::number) reached = gap.cumulative >= target.number - eps;
  }
  CHECK(std::abs(report.reachable - reference_total(framework, closed)) <= eps);
  if (target.kind != Target::Kind::number) CHECK(needed == static_cast<int>(report.gaps.size()));
  if (target.kind == Target::Kind::number && report.within_reach) {
    CHECK(reference_total(framework, cheapest) >= target.number - 2 * eps);
    CHECK(needed <= in_order);
  }
  CHECK(report.within_reach == (report.reachable >= report.target_total - eps));
}

}  // namespace

TEST_CASE("a gain is what a full re-score with the indicator at its target says") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(11, world);
    const Panel panel = random_panel(dice, policy(world), 1 + dice.below(4));
    const Target target = target_of(world, dice, panel.framework().full());
    const auto reports = gaps(panel, target);
    REQUIRE(reports.size() == panel.rows());
    for (const GapReport& report : reports) check_report(report, target);
  }
}

TEST_CASE("every indicator below its target is listed, and every admitted problem") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(12, world);
    const Panel panel = random_panel(dice, policy(world), 1);
    const GapReport report = gaps(panel)[0];
    for (const std::uint32_t node : panel.framework().indicators()) {
      const double score = report.card.nodes()[node].score;
      const bool expected = std::isnan(score) || score < 1 || has_problem(report.card, node);
      const auto listed = std::count_if(report.gaps.begin(), report.gaps.end(), [&](const Gap& gap) { return gap.node == node; });
      CHECK(listed == (expected ? 1 : 0));
    }
  }
}

TEST_CASE("under zero the gains add up to what is missing") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(13, world);
    const Panel panel = random_panel(dice, Missing::zero, 1);
    const GapReport report = gaps(panel)[0];
    double sum = report.card.score();
    for (const Gap& gap : report.gaps) sum += gap.gain;
    CHECK(std::abs(sum - panel.framework().full()) <= 1e-9 * panel.framework().full());
  }
}

TEST_CASE("under zero no shorter list than the needed one reaches a number") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(14, world);
    const Panel panel = random_panel(dice, Missing::zero, 1);
    const double full = panel.framework().full(), number = full * dice.unit();
    const GapReport report = gaps(panel, {Target::Kind::number, number})[0];
    if (!report.within_reach) continue;
    const auto needed = std::count_if(report.gaps.begin(), report.gaps.end(), [](const Gap& gap) { return gap.needed; });
    if (needed == 0) {
      CHECK(report.card.score() >= number - 1e-9 * full);
      continue;
    }
    // Any list one shorter brings at most the largest gains that many; those are the first ones.
    double most = report.card.score();
    for (std::ptrdiff_t i = 0; i + 1 < needed; ++i) most += report.gaps[static_cast<std::size_t>(i)].gain;
    CHECK(most < number);
  }
}

TEST_CASE("rankings of random panels: places are in order, draws keep their counts, threads change nothing") {
  for (std::uint64_t world = 0; world < 100; ++world) {
    CAPTURE(world);
    Dice dice(15, world);
    const Panel panel = random_panel(dice, policy(world), 1 + dice.below(12));
    const Ranking one = ranking(panel, {200, world, 0.4, 1}), three = ranking(panel, {200, world, 0.4, 3});
    double ranks = 0;
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
      const RankedRow& row = one.rows[i];
      CHECK(row.mean_rank == three.rows[i].mean_rank);
      CHECK(row.p_first == three.rows[i].p_first);
      CHECK(row.rank <= i + 1);
      CHECK((i == 0 || one.rows[i - 1].rank <= row.rank));
      ranks += row.mean_rank;
    }
    // Without ties the ranks of a draw add up to n(n+1)/2; ties share the better one.
    const auto n = static_cast<double>(one.rows.size());
    CHECK(ranks <= n * (n + 1) / 2 + 1e-9);
  }
}

TEST_CASE("who is nowhere worse and somewhere better is ahead in every draw") {
  for (std::uint64_t world = 0; world < 200; ++world) {
    CAPTURE(world);
    Dice dice(16, world);
    TreeBuilder builder;
    const ScoreBlock rate = TreeBuilder::shapes({Proportion{100}});
    for (unsigned g = 0; g < 3; ++g) {
      const auto group = builder.group(0, numbered("G", g), 0.5 + dice.unit());
      for (unsigned i = 0; i < 4; ++i) builder.indicator(group, numbered("I", 4 * g + i), 0.5 + dice.unit(), rate);
    }
    const Framework framework = builder.build();
    std::vector<Saying> lesser, greater;
    const std::uint32_t better = dice.below(12);
    for (std::uint32_t i = 0; i < 12; ++i) {
      const double value = 90 * dice.unit();
      lesser.push_back(fact(i, 0, value));
      greater.push_back(fact(i, 0, value + (i == better ? 1 : dice.chance(0.3) ? 5 : 0)));
    }
    const Panel panel({score(framework, evidence_of(framework, lesser)), score(framework, evidence_of(framework, greater))});
    const Ranking sure = ranking(panel, {100, world, 0.9});
    CHECK(sure.rows[0].row == 1);
    CHECK(sure.rows[0].p_ahead_of_next == 1);
  }
}

}  // namespace rulescore
