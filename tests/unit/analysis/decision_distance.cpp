// TOPSIS, VIKOR, SPOTIS, EDAS, CODAS: cases worked by hand, and columns or units that say nothing.
#include "unit/analysis/decision_support.hpp"

#include <cmath>

using namespace decision_test;
using Ranks = std::vector<std::uint32_t>;
using Rows32 = std::vector<std::uint32_t>;

TEST_CASE("TOPSIS by hand") {
  // Norms 5 and 10: figures 0.6 0.6 · 0.8 0.8, of the cost 0.4 · 0.2; weighted distances 0.1 each.
  near(rd::topsis(Figures{{3, 6}, {4, 8}}, {}, Senses{more, less}).scores, {0.5, 0.5});
  near(rd::topsis(Figures{{3, 6}, {4, 8}}, {}, {}).scores, {0, 1});
  near(rd::topsis(Figures{{0, 0}, {1, 0}, {1, 1}}, {}, {}, rd::Scale::min_max).scores, {0, 0.5, 1});
}

TEST_CASE("VIKOR by hand, with its compromise") {
  // Regrets (weights 1/2): 0 0.5 · 0.5 0 · 0.25 0.25; S 0.5 for all, R 0.5 0.5 0.25.
  const rd::Vikor level = rd::vikor(Figures{{4, 0}, {0, 4}, {2, 2}}, {}, {});
  near(level.s, {0.5, 0.5, 0.5});
  near(level.r, {0.5, 0.5, 0.25});
  near(level.ranked.scores, {0.5, 0.5, 0});
  CHECK(level.ranked.ranks == Ranks{2, 2, 1});
  CHECK_FALSE(level.ranked.higher_is_better);
  CHECK(level.advantage);  // 0.5 is 1 / (3 - 1)
  CHECK(level.stable);
  CHECK(level.compromise == Rows32{2});
}

TEST_CASE("VIKOR: those within reach of the best join it") {
  // Five units on a line: Q 0 0.1 0.3 0.6 1, reach 1 / 4.
  const rd::Vikor line = rd::vikor(Figures{{0}, {10}, {9}, {4}, {7}}, {}, {});
  near(line.ranked.scores, {1, 0, 0.1, 0.6, 0.3});
  CHECK_FALSE(line.advantage);
  CHECK(line.compromise == Rows32{1, 2});
}

TEST_CASE("VIKOR: a best that is first neither by S nor by R takes the next beside it") {
  // S in 36ths 24 21 13 22 12, R 12 12 9 8 12: the third is second by each, first in their middle, and ahead by the reach of 1
  // / 4.
  const rd::Vikor vikor = rd::vikor(Figures{{1, 3, 0}, {3, 1, 1}, {3, 3, 1}, {1, 2, 2}, {0, 4, 4}}, {}, {});
  near(vikor.s, {24.0 / 36, 21.0 / 36, 13.0 / 36, 22.0 / 36, 12.0 / 36});
  near(vikor.r, {12.0 / 36, 12.0 / 36, 9.0 / 36, 8.0 / 36, 12.0 / 36});
  near(vikor.ranked.scores, {1, 0.875, 1.0 / 6, 5.0 / 12, 0.5});
  CHECK(vikor.advantage);
  CHECK_FALSE(vikor.stable);
  CHECK(vikor.compromise == Rows32{2, 3});
}

TEST_CASE("SPOTIS: with bounds scores don't depend on who else is there") {
  const std::vector<rd::Bounds> bounds{{0, 10}, {0, 100}};
  const Senses senses{more, less};
  const rd::Ranked three = rd::spotis(Figures{{2, 50}, {10, 0}, {5, 25}}, Weights{3, 1}, senses, bounds);
  near(three.scores, {0.75 * 0.8 + 0.25 * 0.5, 0, 0.75 * 0.5 + 0.25 * 0.25});
  CHECK(rd::spotis(Figures{{5, 25}}, Weights{3, 1}, senses, bounds).scores[0] == three.scores[2]);
  CHECK(refusal([&] {
          rd::spotis(Figures{{5, 25}, {11, 2}}, {}, senses, bounds);
        }) == "SPOTIS: row 2, column 1 is 11, outside its bounds 0 to 10");
  CHECK(refusal([&] {
          rd::spotis(Figures{{5, 25}}, {}, senses, std::vector<rd::Bounds>{{0, 10}});
        }) == "SPOTIS: 1 bounds for 2 columns");
  CHECK(refusal([&] {
          rd::spotis(Figures{{5, 25}}, {}, senses, std::vector<rd::Bounds>{{0, 10}, {9, 9}});
        }) == "SPOTIS: column 2 has no bounds, two finite figures of which the first is less");
}

TEST_CASE("EDAS by hand") {
  // Means 2 and 4. Leads: -0.5 · 0 · 0.5 and, of the cost, 0.25 · 0 · -0.25.
  const rd::Ranked ranked = rd::edas(Figures{{1, 3}, {2, 4}, {3, 5}}, {}, Senses{more, less});
  near(ranked.scores, {(0.5 + 0) / 2, (0 + 1.0) / 2, (1 + 0.5) / 2});
  CHECK(ranked.ranks == Ranks{3, 2, 1});
}

TEST_CASE("EDAS: a column around 0 has no proportions") {
  CHECK(refusal([] {
          rd::edas(Figures{{1, -3}, {2, 3}}, {}, {});
        }) == "EDAS: column 2 has mean 0, to which no distance can be in proportion");
  near(rd::edas(Figures{{1, 0}, {3, 0}}, {}, {}).scores, {0, 1});         // no spread, no matter
  near(rd::edas(Figures{{-3}, {-1}, {-2}}, {}, {}).scores, {0, 1, 0.5});  // below 0 more is still better
}

TEST_CASE("CODAS by hand") {
  // Over the largest: 1 0.5 · 0.5 1 · 0.25 0.25; ahead of the worst by half of 0.75 0.25 · 0.25 0.75 · 0 0.
  const double far = std::sqrt(0.625) / 2, near_by = 0.5;
  near(rd::codas(Figures{{8, 4}, {4, 8}, {2, 2}}, {}, {}).scores, {far + near_by, far + near_by, -2 * (far + near_by)});
  near(rd::codas(Figures{{8, 4}, {4, 8}, {2, 2}}, {}, {}, 10).scores, {far, far, -2 * far});
  CHECK(refusal([] { rd::codas(Figures{{1}}, {}, {}, -1); }) == "CODAS: tau must be a finite number, at least 0");
}

TEST_CASE("units that don't differ, and a single one, have figures and not NaN") {
  const Figures same{{3, 7}, {3, 7}, {3, 7}}, one{{3, 7}};
  for (const std::string& method : rd::methods()) {
    INFO(method);
    for (const double score : rd::rank_by(method, same, {}, Senses{more, less}).scores) CHECK(std::isfinite(score));
    CHECK(rd::rank_by(method, same, {}, Senses{more, less}).ranks == Ranks{1, 1, 1});
    CHECK(std::isfinite(rd::rank_by(method, one, {}, Senses{more, less}).scores[0]));
    CHECK(rd::rank_by(method, one, {}, Senses{more, less}).ranks == Ranks{1});
  }
  CHECK(rd::topsis(same, {}, {}).scores[0] == 0.5);
  CHECK(rd::vikor(same, {}, {}).compromise == Rows32{0, 1, 2});
  CHECK(rd::vikor(one, {}, {}).advantage);
}
