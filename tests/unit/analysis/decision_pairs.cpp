// PROMETHEE, outranking, Copeland, Borda, dominance, ELECTRE: cases worked by hand, and ties a peer breaks by rounding.
#include "unit/analysis/decision_support.hpp"

#include <algorithm>
#include <cmath>

using namespace decision_test;
using rd::Preference;
using Shape = Preference::Shape;
using Ranks = std::vector<std::uint32_t>;
using Doubles = std::vector<double>;

TEST_CASE("PROMETHEE by hand") {
  // Weights 1/4 3/4; the first is ahead of both in one column and behind in the other.
  const rd::Promethee flows = rd::promethee2(Figures{{3, 1}, {2, 2}, {1, 3}}, Weights{1, 3}, {});
  near(flows.plus, {0.25, 0.5, 0.75});
  near(flows.minus, {0.75, 0.5, 0.25});
  near(flows.ranked.scores, {-0.5, 0, 0.5});
}

TEST_CASE("PROMETHEE: the six shapes, at and beside their thresholds") {
  const auto over = [](Preference how, double lead) {
    return rd::promethee2(Figures{{lead}, {0}}, {}, {}, std::vector<Preference>{how}).plus[0];
  };
  CHECK(over({Shape::usual}, 0.001) == 1);
  CHECK(over({Shape::usual}, 0) == 0);
  CHECK(over({Shape::usual}, -1) == 0);
  CHECK(over({Shape::u, 0, 2}, 2) == 0);
  CHECK(over({Shape::u, 0, 2}, 2.001) == 1);
  CHECK(over({Shape::v, 4}, 1) == 0.25);
  CHECK(over({Shape::v, 4}, 5) == 1);
  CHECK(over({Shape::level, 3, 1}, 1) == 0);
  CHECK(over({Shape::level, 3, 1}, 1.001) == 0.5);
  CHECK(over({Shape::level, 3, 1}, 3) == 0.5);
  CHECK(over({Shape::level, 3, 1}, 3.001) == 1);
  CHECK(over({Shape::v_indifference, 3, 1}, 1) == 0);
  CHECK(over({Shape::v_indifference, 3, 1}, 1.5) == 0.25);
  CHECK(over({Shape::v_indifference, 3, 1}, 3) == 1);
  CHECK(over({Shape::gaussian, 0, 0, 2}, 2) == Approx(1 - std::exp(-0.5)));
}

TEST_CASE("PROMETHEE: thresholds that make no sense") {
  const auto says = [](std::vector<Preference> how) {
    return refusal([&] { rd::promethee2(Figures{{1, 2, 3}, {2, 1, 0}}, {}, {}, how); });
  };
  CHECK(says({{}, {}}) == "PROMETHEE: 2 preferences for 3 columns");
  CHECK(says({{}, {Shape::v}, {}}) == "PROMETHEE: column 2 needs p above 0");
  CHECK(says({{Shape::level, 1, 2}}) == "PROMETHEE: column 1 needs p of at least q");
  CHECK(says({{Shape::v_indifference, 1, 1}}) == "PROMETHEE: column 1 needs p above q");
  CHECK(says({{Shape::gaussian}}) == "PROMETHEE: column 1 needs s above 0");
  CHECK(says({{Shape::u, 0, -1}}) == "PROMETHEE: column 1 has thresholds that aren't finite, or q below 0");
}

TEST_CASE("outranking: weights of what is better, half of what is equal") {
  const Doubles matrix = rd::outranking(Figures{{3, 5, 1}, {3, 1, 1}, {4, 1, 2}}, Weights{2, 1, 1}, Senses{more, more, less});
  near(matrix, {0, 0.625, 0.5, 0.375, 0, 0.375, 0.5, 0.625, 0});
}

TEST_CASE("Copeland: a draw is a draw whatever the sums round to") {
  // Two units that each win half of an even number of equal columns. Comparing with one half exactly gets some of them wrong.
  int missed_exactly = 0;
  for (std::size_t half = 1; half <= 40; ++half) {
    Figures two{Doubles(2 * half), Doubles(2 * half)};
    for (std::size_t i = 0; i < half; ++i) two.values[i] = two.values[3 * half + i] = 1;
    missed_exactly += rd::outranking(two, {}, {})[1] != 0.5;
    CHECK(rd::copeland(two, {}, {}).scores == Doubles{0, 0});
  }
  CHECK(missed_exactly > 0);
}

TEST_CASE("Copeland: majorities going round in a circle leave nobody ahead") {
  CHECK(rd::copeland(Figures{{1, 2, 3}, {2, 3, 1}, {3, 1, 2}}, {}, {}).scores == Doubles{0, 0, 0});
  CHECK(rd::copeland(Figures{{1, 2, 3}, {2, 3, 1}, {3, 1, 2}, {0, 0, 0}}, {}, {}).scores == Doubles{1, 1, 1, -3});
}

TEST_CASE("Copeland by level: a level's scores are the figures of the next") {
  const Figures leaves{{9, 1, 5}, {5, 5, 9}, {1, 9, missing}, {2, 2, 1}};
  const std::vector<rd::Level> levels{{{0, 0, 1}, {3, 1, 1}}, {{0, 0}, {1, 2}}};
  const auto scores = rd::copeland_by_level(leaves, levels, {});
  REQUIRE(scores.size() == 2);
  const Doubles first = scores[0], second = scores[1];
  near({first[0], first[2], first[4], first[6]}, {3, 1, -3, -1});  // the first column weighs most
  near({first[1], first[3], first[7]}, {0, 2, -2});
  CHECK(std::isnan(first[5]));
  near({second[0], second[1], second[3]}, {0, 2, -2});
  CHECK(std::isnan(second[2]));
  CHECK(refusal([&] {
          rd::copeland_by_level(leaves, std::vector<rd::Level>{{{0, 0}, {1, 1}}}, {});
        }) == "Copeland by level: level 1 has 2 parents and 2 weights for 3 columns");
  CHECK(refusal([&] {
          rd::copeland_by_level(leaves, std::vector<rd::Level>{{{0, 0, 2}, {1, 1, 1}}}, {});
        }) == "Copeland by level: level 1 has no column under parent 1");
}

TEST_CASE("Borda: who is beaten, and half of who is equal") {
  near(rd::borda(Figures{{5, 1}, {5, 2}, {7, 3}, {1, 3}}, Weights{3, 1}, Senses{more, less}).scores,
       {0.75 * 1.5 + 0.25 * 3, 0.75 * 1.5 + 0.25 * 2, 0.75 * 3 + 0.25 * 0.5, 0.25 * 0.5});
}

TEST_CASE("dominance: as good everywhere and better somewhere; better everywhere") {
  const rd::Dominance found = rd::dominance(Figures{{3, 1}, {2, 1}, {2, 2}, {2, 1}, {missing, 0}}, Senses{more, less});
  CHECK(found.pairs == 5);         // of 6 among the four that have all figures; two are equal
  CHECK(found.strict_pairs == 1);  // the first over the third
  CHECK(found.share == 5.0 / 6);
  CHECK(found.dominates == Ranks{3, 1, 0, 1, 0});
  CHECK(found.dominated_by == Ranks{0, 1, 3, 1, 0});
  CHECK(rd::dominance(Figures{{1}}, {}).share == 0);
}

TEST_CASE("ELECTRE by hand") {
  // Ranges 4 and 2. The second is ahead of the first by 1 of 4 at most, and agreed on by 3/4; it is outranked by nobody.
  const rd::Electre found = rd::electre1(Figures{{4, 1}, {5, 0}, {1, 2}}, Weights{3, 1}, {});
  CHECK(std::isnan(found.concordance[0]));
  near({found.concordance[1], found.concordance[3], found.concordance[2]}, {0.25, 0.75, 0.75});
  near({found.discordance[1], found.discordance[3], found.discordance[2], found.discordance[6]}, {0.25, 0.25, 0.25, 0.75});
  CHECK(found.outranks == std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0, 0, 0, 0});
  CHECK(found.kernel == Ranks{1});
  CHECK(refusal([] { rd::electre1(Figures{{1}}, {}, {}, 2); }) == "ELECTRE: both thresholds must be from 0 to 1");
}

TEST_CASE("ELECTRE: units that outrank each other aren't both out") {
  CHECK(rd::electre1(Figures{{4, 1}, {4, 1}, {1, 0}}, {}, {}).kernel == Ranks{0, 1});
}
