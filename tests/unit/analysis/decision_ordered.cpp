// Ordered weighted averages, and the penalty for imbalance.
#include "unit/analysis/decision_support.hpp"

#include <cmath>

using namespace decision_test;
using Standard = rd::Balance::Standard;

TEST_CASE("OWA: the first weight is for the largest figure") {
  const Figures figures{{1, 7, 4}, {6, 2, 3}};
  near(rd::owa(figures, Weights{3, 2, 1}).scores, {(21.0 + 8 + 1) / 6, (18.0 + 6 + 2) / 6});
  near(rd::owa(figures, Weights{1, 0, 0}).scores, {7, 6});
  near(rd::owa(figures, rd::best_of(3, 2)).scores, {5.5, 4.5});
  near(rd::owa(figures, rd::worst_of(3, 2)).scores, {2.5, 2.5});
  near(rd::owa(figures, rd::worst_of(3, 3)).scores, {4, 11.0 / 3});
  CHECK(refusal([&] { rd::owa(figures, Weights{1, 1}); }) == "OWA: 2 weights for 3 columns");
  CHECK(refusal([&] { rd::owa(figures, Weights{1, 1, -1}); }) == "OWA: the weight of column 3 is -1; weights are at least 0");
  CHECK(refusal([] { rd::best_of(3, 4); }) == "OWA: 4 of 3 figures; it must be from 1 to all of them");
  CHECK(refusal([] { rd::worst_of(3, 0); }) == "OWA: 0 of 3 figures; it must be from 1 to all of them");
}

TEST_CASE("Mazziotta-Pareto: balance counts") {
  // Column means 2 and 20, deviations 1 and 10: 90 110 · 110 90 · 90 90 · 110 110.
  const Figures figures{{1, 30}, {3, 10}, {1, 10}, {3, 30}};
  near(rd::mazziotta_pareto(figures, {}, {}).scores, {99, 99, 90, 110});
  near(rd::mazziotta_pareto(figures, {}, {}, {Standard::z, {}, true}).scores, {101, 101, 90, 110});
  near(rd::mazziotta_pareto(figures, {}, Senses{more, less}).scores, {90, 110, 99, 99});
  // Weights 3/4 and 1/4: means 95 105, variances 3/16 of 20 squared.
  near(rd::mazziotta_pareto(figures, Weights{3, 1}, {}).scores, {95 - 75.0 / 95, 105 - 75.0 / 105, 90, 110});
}

TEST_CASE("Mazziotta-Pareto, adjusted: 70 to 130, or around a reference") {
  const Figures figures{{0, 5}, {10, 5}, {5, 5}};
  near(rd::mazziotta_pareto(figures, {}, {}, {Standard::range}).scores, {85 - 225.0 / 85, 115 - 225.0 / 115, 100});
  near(rd::mazziotta_pareto(Figures{{0}, {10}}, {}, {}, {Standard::range, {4}}).scores, {76, 136});
  near(rd::mazziotta_pareto(Figures{{0}, {10}}, {}, Senses{less}, {Standard::range, {4}}).scores, {124, 64});
}

TEST_CASE("Mazziotta-Pareto: what is refused") {
  const auto says = [](const Matrix& m, const Weights& w, const Senses& s, const rd::Balance& how) {
    return refusal([&] { rd::mazziotta_pareto(m, w, s, how); });
  };
  const Figures figures{{1, -1}, {2, 3}};
  CHECK(says(figures, {}, {}, {Standard::none}) ==
        "Mazziotta-Pareto: row 1 has mean 0, to which no penalty can be in proportion");
  CHECK(says(figures, {}, {more, less}, {Standard::none}) ==
        "Mazziotta-Pareto: column 2 is a cost; figures taken as they are must be benefits");
  CHECK(says(figures, {}, {}, {Standard::range, {1}}) == "Mazziotta-Pareto: 1 references for 2 columns");
  CHECK(says(figures, {1, 2}, {}, {Standard::z, {}, false, true}) ==
        "Mazziotta-Pareto: a sample's standard deviation needs equal weights");
  CHECK(says(figures, {1, 0}, {}, {Standard::z, {}, false, true}) ==
        "Mazziotta-Pareto: a sample's standard deviation needs two columns");
}
