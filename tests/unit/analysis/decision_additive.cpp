// Weighted sums and products, MOORA, and COPRAS, which a peer gets wrong.
#include "unit/analysis/decision_support.hpp"

#include <cmath>

using namespace decision_test;
using Ranks = std::vector<std::uint32_t>;

TEST_CASE("weighted sum and product, and WASPAS between them") {
  const Figures figures{{2, 8}, {4, 4}, {1, 2}};
  const Senses senses{more, less};  // on the ratio scale: 0.5 0.25 · 1 0.5 · 0.25 1
  near(rd::weighted_sum(figures, Weights{3, 1}, senses, rd::Scale::ratio).scores, {0.4375, 0.875, 0.4375});
  near(rd::weighted_product(figures, Weights{1, 1}, senses).scores, {std::sqrt(0.125), std::sqrt(0.5), 0.5});
  near(rd::waspas(figures, {}, senses, 1).scores, {0.375, 0.75, 0.625});
  near(rd::waspas(figures, {}, senses, 0).scores, rd::weighted_product(figures, {}, senses).scores);
  near(rd::waspas(figures, {}, senses).scores, {(0.375 + std::sqrt(0.125)) / 2, (0.75 + std::sqrt(0.5)) / 2, 0.5625});
}

TEST_CASE("weighted product: who has nothing of something has nothing") {
  CHECK(rd::weighted_product(Figures{{0, 9}, {1, 1}, {2, 3}}, {}, {}).scores[0] == 0);
}

TEST_CASE("MOORA: benefits less costs, each over its column's norm") {
  near(rd::moora(Figures{{3, 1}, {4, 0}}, {}, Senses{more, less}).scores, {0.3 - 0.5, 0.4});
  near(rd::moora(Figures{{0, 3}, {0, 4}}, {}, {}).scores, {0.3, 0.4});
}

TEST_CASE("COPRAS by hand: costs count in inverse proportion") {
  // Shares of the benefit 0.2 0.3 0.5; of the cost 1/7 2/7 4/7, and so 4/7 2/7 1/7 of what the costs weigh.
  const rd::Copras result = rd::copras(Figures{{2, 10}, {3, 20}, {5, 40}}, {}, Senses{more, less});
  near(result.significance, {0.1 + 2.0 / 7, 0.15 + 1.0 / 7, 0.25 + 0.5 / 7});
  CHECK(result.ranked.scores[0] == 100);
  CHECK(result.ranked.ranks == Ranks{1, 3, 2});
}

TEST_CASE("COPRAS: what is shared out is all there is, and dearer is never better") {
  Figures figures{{2, 10, 7}, {3, 20, 1}, {5, 40, 2}};
  const Weights weights{2, 1, 1};
  const Senses senses{more, less, less};
  const rd::Copras before = rd::copras(figures, weights, senses);
  near({before.significance[0] + before.significance[1] + before.significance[2]}, {1});
  figures.values[1] = 15;  // the first unit's cost; adding shares of costs up, as one peer does, would reward it
  const rd::Copras after = rd::copras(figures, weights, senses);
  CHECK(after.significance[0] < before.significance[0]);
  CHECK(after.significance[1] > before.significance[1]);
}

TEST_CASE("COPRAS with costs alone ranks by what they add up to, with benefits alone by their shares") {
  const Figures figures{{4, 2}, {1, 1}, {5, 7}};
  CHECK(rd::copras(figures, {}, Senses{less, less}).ranked.ranks == Ranks{2, 1, 3});
  near(rd::copras(figures, {}, {}).significance, {0.2 + 0.1, 0.05 + 0.05, 0.25 + 0.35});
}

TEST_CASE("COPRAS: without any cost is the limit of ever less of it") {
  const Senses senses{more, less};
  const rd::Copras none = rd::copras(Figures{{1, 0}, {1, 3}, {2, 5}}, {}, senses);
  near(none.significance, {0.125 + 0.5, 0.125, 0.25});
  const rd::Copras little = rd::copras(Figures{{1, 1e-12}, {1, 3}, {2, 5}}, {}, senses);
  for (std::size_t i = 0; i < 3; ++i) CHECK(little.significance[i] == Approx(none.significance[i]).margin(1e-11));
  near(rd::copras(Figures{{1, 0}, {1, 0}, {2, 5}}, {}, senses).significance, {0.125 + 0.25, 0.125 + 0.25, 0.25});
  near(rd::copras(Figures{{1, 0}, {3, 0}}, {}, senses).significance, {0.125 + 0.25, 0.375 + 0.25});
}
