// Places, ties, and what the draws may and may not change.
#include "analysis/totals.hpp"
#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/error.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::evidence_of;
using testing::fact;
using testing::Saying;

Framework two_groups(Missing missing = Missing::zero) {
  testing::TreeBuilder builder(missing);
  const ScoreBlock rate = testing::TreeBuilder::shapes({Proportion{100}});
  const auto a = builder.group(0, "A", 2);
  builder.indicator(a, "A1", 1, rate);
  builder.indicator(a, "A2", 1, rate);
  const auto b = builder.group(0, "B", 2);
  builder.indicator(b, "B1", 1, rate);
  builder.indicator(b, "B2", 1, rate);
  return builder.build();
}

// A row of percentages a document; -1: the report is silent.
Panel panel_of(const Framework& framework, const std::vector<std::vector<double>>& rows) {
  std::vector<Scorecard> cards;
  for (const auto& row : rows) {
    std::vector<Saying> facts;
    for (std::uint32_t i = 0; i < row.size(); ++i) {
      if (row[i] >= 0) facts.push_back(fact(i, 0, row[i]));
    }
    cards.push_back(score(framework, evidence_of(framework, facts)));
  }
  return Panel(std::move(cards));
}

std::vector<std::uint32_t> column(const Ranking& ranking, std::uint32_t RankedRow::*member) {
  std::vector<std::uint32_t> values;
  for (const RankedRow& row : ranking.rows) values.push_back(row.*member);
  return values;
}

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

bool same_rows(const Ranking& a, const Ranking& b) {
  if (a.rows.size() != b.rows.size()) return false;
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    const RankedRow &x = a.rows[i], &y = b.rows[i];
    if (x.row != y.row || x.rank != y.rank || x.rank_low != y.rank_low || x.rank_high != y.rank_high) return false;
    if (!same_bits(x.total, y.total) || !same_bits(x.mean_rank, y.mean_rank) || !same_bits(x.p_first, y.p_first)) return false;
    if (!same_bits(x.p_ahead_of_next, y.p_ahead_of_next)) return false;
  }
  return true;
}

const std::vector<std::vector<double>> mixed = {{90, 80, 10, 20}, {30, 40, 70, 90}, {60, 60, 60, 60}, {55, 50, 45, 50},
                                                {10, 20, 95, 85}, {80, 75, 20, 25}, {-1, -1, 90, 80}};

}  // namespace

TEST_CASE("without draws: places, and certainty where there is a difference") {
  const Ranking plain = ranking(panel_of(two_groups(), {{20, 20, 20, 20}, {80, 80, 80, 80}, {50, 50, 50, 50}}));
  CHECK(column(plain, &RankedRow::row) == std::vector<std::uint32_t>{1, 2, 0});
  CHECK(column(plain, &RankedRow::rank) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(column(plain, &RankedRow::rank_low) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(column(plain, &RankedRow::rank_high) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(plain.rows[0].total == About(80));
  CHECK(plain.rows[0].mean_rank == 1);
  CHECK(plain.rows[0].p_first == 1);
  CHECK(plain.rows[1].p_first == 0);
  CHECK(plain.rows[0].p_ahead_of_next == 1);
  CHECK(std::isnan(plain.rows[2].p_ahead_of_next));
}

TEST_CASE("ties share the better rank and stand in the panel's order") {
  const Ranking tied = ranking(panel_of(two_groups(), {{10, 10, 10, 10}, {80, 40, 60, 60}, {60, 60, 60, 60}, {60, 60, 80, 40}}));
  CHECK(column(tied, &RankedRow::row) == std::vector<std::uint32_t>{1, 2, 3, 0});
  CHECK(column(tied, &RankedRow::rank) == std::vector<std::uint32_t>{1, 1, 1, 4});
  CHECK(tied.rows[0].p_first == 1);
  CHECK(tied.rows[1].p_first == 1);
  CHECK(tied.rows[0].p_ahead_of_next == 0);
  CHECK(tied.rows[2].p_ahead_of_next == 1);
}

TEST_CASE("totals within 1e-9 of the scale are level, whatever their last bits") {
  const Ranking near = ranking(panel_of(two_groups(), {{50, 50, 50, 50}, {50, 50, 50, 50.0000000001}, {50, 50, 50, 50.00001}}));
  CHECK(column(near, &RankedRow::row) == std::vector<std::uint32_t>{2, 0, 1});
  CHECK(column(near, &RankedRow::rank) == std::vector<std::uint32_t>{1, 2, 2});
}

TEST_CASE("documents without a total rank last, level with each other") {
  const Ranking last =
      ranking(panel_of(two_groups(Missing::exclude), {{-1, -1, -1, -1}, {1, -1, -1, -1}, {-1, -1, -1, -1}}), {50});
  CHECK(column(last, &RankedRow::row) == std::vector<std::uint32_t>{1, 0, 2});
  CHECK(column(last, &RankedRow::rank) == std::vector<std::uint32_t>{1, 2, 2});
  CHECK(std::isnan(last.rows[1].total));
  CHECK(last.rows[0].p_ahead_of_next == 1);
  CHECK(last.rows[1].p_ahead_of_next == 0);
  CHECK(last.rows[2].mean_rank == 2);
}

TEST_CASE("one document alone is first") {
  const Ranking alone = ranking(panel_of(two_groups(), {{1, 2, 3, 4}}), {100});
  CHECK(alone.rows[0].rank == 1);
  CHECK(alone.rows[0].p_first == 1);
  CHECK(std::isnan(alone.rows[0].p_ahead_of_next));
}

TEST_CASE("the number of threads changes nothing") {
  for (const Missing missing : {Missing::zero, Missing::exclude}) {
    const Panel panel = panel_of(two_groups(missing), mixed);
    const Ranking one = ranking(panel, {3000, 5, 0.5, 1});
    for (const unsigned threads : {2u, 3u, 7u, 16u, 0u}) CHECK(same_rows(one, ranking(panel, {3000, 5, 0.5, threads})));
  }
}

TEST_CASE("the seed decides the draws, and more draws begin with the same ones") {
  const Panel panel = panel_of(two_groups(), mixed);
  CHECK(same_rows(ranking(panel, {500, 5, 0.5}), ranking(panel, {500, 5, 0.5})));
  CHECK_FALSE(same_rows(ranking(panel, {500, 5, 0.5}), ranking(panel, {500, 6, 0.5})));
  // Of 1 draw and of 2: the counts of the first are part of those of the second.
  const Ranking one = ranking(panel, {1, 5, 0.9}), two = ranking(panel, {2, 5, 0.9});
  for (std::size_t i = 0; i < one.rows.size(); ++i) CHECK(two.rows[i].p_first >= one.rows[i].p_first / 2);
}

TEST_CASE("without noise every draw is the plain ranking") {
  const Panel panel = panel_of(two_groups(), mixed);
  CHECK(same_rows(ranking(panel), ranking(panel, {200, 1, 0.0})));
}

TEST_CASE("who is at least as good everywhere and better somewhere is always ahead") {
  const Ranking sure = ranking(panel_of(two_groups(), {{50, 50, 50, 50}, {50, 50, 50, 51}, {50, 52, 50, 51}}), {2000, 1, 0.99});
  CHECK(column(sure, &RankedRow::row) == std::vector<std::uint32_t>{2, 1, 0});
  CHECK(sure.rows[0].p_ahead_of_next == 1);
  CHECK(sure.rows[1].p_ahead_of_next == 1);
  CHECK(sure.rows[0].p_first == 1);
}

TEST_CASE("mirror images are ahead of each other half of the time") {
  // One strong in A, the other in B, the groups of equal weight: which is ahead is a coin's toss.
  const Ranking even = ranking(panel_of(two_groups(), {{90, 90, 10, 10}, {10, 10, 90, 90}}), {20'000, 3, 0.25});
  CHECK(std::abs(even.rows[0].p_first - 0.5) < 5 * 0.5 / std::sqrt(20'000));
  CHECK(even.rows[0].p_first + even.rows[1].p_first == About(1));
  CHECK(even.rows[0].mean_rank + even.rows[1].mean_rank == About(3));
  CHECK(even.rows[0].rank_low == 1);
  CHECK(even.rows[0].rank_high == 2);
}

TEST_CASE("a small lead is lost in the share of draws that arithmetic says") {
  // 1-D: total A - total B is proportional to wA*0.5 - wB*0.46; with wA, wB uniform in 1±0.25 the lead is lost when wA/wB < 0.92.
  // The area of {x < 0.92 y} in the square [0.75, 1.25]^2: y from 0.75/0.92 to 1.25, x from 0.75 to 0.92 y.
  testing::TreeBuilder builder;
  const ScoreBlock rate = testing::TreeBuilder::shapes({Proportion{100}});
  builder.indicator(0, "A", 1, rate);
  builder.indicator(0, "B", 1, rate);
  const Ranking lead = ranking(panel_of(builder.build(), {{50, 0}, {0, 46}}), {50'000, 11, 0.25});
  const double from = 0.75 / 0.92, to = 1.25;
  const double lost = (0.92 * (to * to - from * from) / 2 - 0.75 * (to - from)) / 0.25;
  CHECK(std::abs(lead.rows[0].p_ahead_of_next - (1 - lost)) < 5 * std::sqrt(lost * (1 - lost) / 50'000));
}

TEST_CASE("percentiles are ranks that were taken") {
  const Ranking many = ranking(panel_of(two_groups(), mixed), {1000, 1, 0.9});
  for (const RankedRow& row : many.rows) {
    CHECK(row.rank_low >= 1);
    CHECK(row.rank_low <= row.rank_high);
    CHECK(row.rank_high <= mixed.size());
    CHECK(row.mean_rank >= 1);
    CHECK(row.mean_rank <= static_cast<double>(mixed.size()));
  }
}

TEST_CASE("with the framework's own weights the totals are the panel's, bit for bit") {
  for (const Missing missing : {Missing::zero, Missing::exclude}) {
    const Panel panel = panel_of(two_groups(missing), mixed);
    const Totals totals(panel);
    Totals::Workspace work = totals.workspace();
    std::vector<double> weights, found(panel.rows());
    for (const Node& node : panel.framework().nodes()) weights.push_back(node.weight);
    totals.compute(weights, work, found);
    for (std::size_t row = 0; row < panel.rows(); ++row) CHECK(same_bits(found[row], panel.totals()[row]));
  }
}

TEST_CASE("noise outside [0, 1) is refused") {
  const Panel panel = panel_of(two_groups(), {{1, 2, 3, 4}});
  for (const double noise : {-0.1, 1.0, 2.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(ranking(panel, {0, 1, noise}), UsageError);
  }
}

}  // namespace rulescore
