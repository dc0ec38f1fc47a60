// What all rankings beyond sums have in common: weights, gaps, ties, scales, names, and what they refuse.
#include "unit/analysis/decision_support.hpp"

#include <cmath>

using namespace decision_test;
using rd::Scale;
using Ranks = std::vector<std::uint32_t>;

namespace {
const Figures plain{{3, 10}, {1, 30}, {2, 20}};
}

TEST_CASE("decision: a unit with a gap isn't ranked and changes nothing for the others") {
  const Figures whole{{3, 10, 1}, {1, 30, 5}, {2, 25, 3}, {4, 12, 2}};
  const Figures gaps{{900, missing, 7}, {3, 10, 1}, {1, 30, 5}, {missing, -1e9, 1}, {2, 25, 3}, {4, 12, 2}};
  for (const std::string& method : rd::methods()) {
    INFO(method);
    const rd::Ranked with = rd::rank_by(method, gaps, Weights{1, 2, 3}, Senses{more, less, more});
    const rd::Ranked without = rd::rank_by(method, whole, Weights{1, 2, 3}, Senses{more, less, more});
    CHECK(std::isnan(with.scores[0]));
    CHECK(std::isnan(with.scores[3]));
    CHECK(std::vector<double>{with.scores[1], with.scores[2], with.scores[4], with.scores[5]} == without.scores);
    CHECK(with.ranks == Ranks{0, without.ranks[0], without.ranks[1], 0, without.ranks[2], without.ranks[3]});
  }
}

TEST_CASE("decision: a column of weight 0 takes no part, whatever it holds") {
  const Figures more_columns{{3, missing, 10, -5}, {1, missing, 30, 0}, {2, missing, 20, 7}};
  for (const std::string& method : rd::methods()) {
    INFO(method);
    CHECK(rd::rank_by(method, more_columns, Weights{1, 0, 4, 0}, {}).scores ==
          rd::rank_by(method, plain, Weights{1, 4}, {}).scores);
  }
}

TEST_CASE("decision: without weights and senses all count alike and more is better") {
  for (const std::string& method : rd::methods()) {
    INFO(method);
    CHECK(rd::rank_by(method, plain, {}, {}).scores == rd::rank_by(method, plain, Weights{1, 1}, Senses{more, more}).scores);
  }
}

TEST_CASE("decision: ties share the better rank") {
  const Figures equal{{1, 4}, {4, 1}, {4, 4}, {0, 0}, {1, 4}};
  const rd::Ranked ranked = rd::weighted_sum(equal, {}, {});
  CHECK(ranked.ranks == Ranks{2, 2, 1, 5, 2});
  CHECK(ranked.higher_is_better);
  CHECK(rd::spotis(equal, {}, {}).ranks == ranked.ranks);
  CHECK_FALSE(rd::spotis(equal, {}, {}).higher_is_better);
}

TEST_CASE("decision: scores apart by rounding alone are tied, those a little further aren't") {
  // 0.1 + 0.2 and 0.3 differ in the last bit.
  CHECK(rd::owa(Figures{{0.1 + 0.2}, {0.3}, {0.2}}, Weights{1}).ranks == Ranks{1, 1, 3});
  CHECK(rd::owa(Figures{{0.3 + 1e-8}, {0.3}, {0.2}}, Weights{1}).ranks == Ranks{1, 2, 3});
  // A circle: each is ahead of the next in two of three columns, and the flows cancel out but for rounding.
  const Figures circle{{1, 2, 3}, {2, 3, 1}, {3, 1, 2}};
  CHECK(rd::promethee2(circle, Weights{0.1, 0.1, 0.1}, {}).ranked.ranks == Ranks{1, 1, 1});
}

TEST_CASE("decision: scales of one column") {
  const Figures column{{1}, {2}, {4}}, zeros{{0}, {0}};
  const auto of = [](const Matrix& matrix, Sense sense, Scale scale) {
    return rd::weighted_sum(matrix, {}, Senses{sense}, scale).scores;
  };
  const double norm = std::sqrt(21.0);
  near(of(column, more, Scale::vector), {1 / norm, 2 / norm, 4 / norm});
  near(of(column, less, Scale::vector), {1 - 1 / norm, 1 - 2 / norm, 1 - 4 / norm});
  near(of(column, more, Scale::min_max), {0, 1.0 / 3, 1});
  near(of(column, less, Scale::min_max), {1, 2.0 / 3, 0});
  near(of(column, more, Scale::sum), {1.0 / 7, 2.0 / 7, 4.0 / 7});
  near(of(column, less, Scale::sum), {4.0 / 7, 2.0 / 7, 1.0 / 7});
  near(of(column, more, Scale::max), {0.25, 0.5, 1});
  near(of(column, less, Scale::max), {0.75, 0.5, 0});
  near(of(column, more, Scale::ratio), {0.25, 0.5, 1});
  near(of(column, less, Scale::ratio), {1, 0.5, 0.25});
  near(of(zeros, more, Scale::vector), {0, 0});
  near(of(zeros, more, Scale::min_max), {0.5, 0.5});
  near(of(zeros, more, Scale::sum), {0.5, 0.5});
  near(of(zeros, more, Scale::max), {1, 1});
  near(of(zeros, more, Scale::ratio), {1, 1});
}

TEST_CASE("decision: what is refused, in words") {
  const auto says = [](const Matrix& m, const Weights& w, const Senses& s) { return refusal([&] { rd::waspas(m, w, s); }); };
  CHECK(says(plain, {1}, {}) == "WASPAS: 1 weights for 2 columns");
  CHECK(says(plain, {}, {more}) == "WASPAS: 1 senses for 2 columns");
  CHECK(says(plain, {1, -0.5}, {}) == "WASPAS: the weight of column 2 is -0.5; weights are at least 0");
  CHECK(says(plain, {missing, 1}, {}) == "WASPAS: the weight of column 1 is no finite number; weights are at least 0");
  CHECK(says(plain, {0, 0}, {}) == "WASPAS: all weights are 0");
  CHECK(says(Figures{{1, missing}, {missing, 2}}, {}, {}) == "WASPAS: no row has a figure in every column that counts");
  CHECK(says(Figures{{1, 2}, {3, -4}}, {}, {}) == "WASPAS: row 2, column 2 is -4; figures must be at least 0");
  CHECK(says(Figures{{missing, 1}, {1, 2}, {3, 0}}, {}, {more, less}) == "WASPAS: row 3, column 2 is 0; costs must be above 0");
  CHECK(says(Figures{{1, INFINITY}}, {}, {}) == "the matrix has an infinite figure in row 1, column 2");
  CHECK(refusal([] { rd::waspas(plain, {}, {}, 1.5); }) == "WASPAS: lambda must be from 0 to 1");
  CHECK(refusal([] {
          rd::weighted_product(Figures{{1, 2}, {3, -4}}, {}, {}, Scale::vector);
        }) == "weighted product: column 2 has negative figures on this scale, which have no such power");
}

TEST_CASE("decision: methods by name") {
  CHECK(rd::rank_by("topsis", plain, {}, {}).scores == rd::topsis(plain, {}, {}).scores);
  CHECK(refusal([] { rd::rank_by("topsi", plain, {}, {}); }) == "no ranking method `topsi`; did you mean `topsis`?");
  CHECK(refusal([] { rd::rank_by("x", plain, {}, {}); }) ==
        "no ranking method `x`; there are weighted_sum, weighted_product, waspas, moora, copras, topsis, vikor, edas, codas, "
        "spotis, "
        "promethee2, copeland, borda, mazziotta_pareto");
}
