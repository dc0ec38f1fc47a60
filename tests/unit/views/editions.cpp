// Two editions of an index: whose total moved, and which leaves moved it. The parts add up.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
using views::Edition;

const std::vector<double> equal{1, 1};

}  // namespace

TEST_CASE("a figure that moved, at its weight") {
  const std::vector<double> before{10, 20, 30, 40}, after{14, 20, 30, 40};
  const auto units = views::compare_editions({{before, 2, 2}, equal}, {{after, 2, 2}, equal});
  CHECK(units[0].before == 15);
  CHECK(units[0].after == 17);
  CHECK(units[0].rank_before == 2);
  REQUIRE(units[0].leaves.size() == 1);
  CHECK(units[0].leaves[0].leaf == 0);
  CHECK(units[0].leaves[0].figure == 2);
  CHECK(units[0].leaves[0].weight == 0);
  CHECK(units[0].leaves[0].ahead == 1);  // two points, where the units at large moved one
  REQUIRE(units[1].leaves.size() == 1);  // nothing of its own moved, but the others left it behind
  CHECK(units[1].leaves[0].total() == 0);
  CHECK(units[1].leaves[0].ahead == -1);
}

TEST_CASE("weights that moved help where a unit is better than on the whole") {
  const std::vector<double> figures{10, 30}, heavy{1, 3};
  const auto units = views::compare_editions({{figures, 1, 2}, equal}, {{figures, 1, 2}, heavy});
  CHECK(units[0].change() == About(5));
  REQUIRE(units[0].leaves.size() == 2);
  // The mean total is 22.5; the first loses a quarter of the weight at 10, the second gains it at 30.
  CHECK(units[0].leaves[0].weight == About(0.25 * 12.5));
  CHECK(units[0].leaves[1].weight == About(0.25 * 7.5));
}

TEST_CASE("a leaf that is new, or gone, is a change of weights") {
  const std::vector<double> before{10, gap}, after{10, 30};
  const auto units = views::compare_editions({{before, 1, 2}, equal}, {{after, 1, 2}, equal});
  CHECK(units[0].change() == 10);
  for (const views::LeafShift& leaf : units[0].leaves) CHECK(leaf.figure == 0);
  const auto back = views::compare_editions({{after, 1, 2}, equal}, {{before, 1, 2}, equal});
  CHECK(back[0].leaves[1].weight == -units[0].leaves[1].weight);
}

TEST_CASE("the parts add up, to the change and to what was gained on the others, whatever moved") {
  const std::size_t rows = 37, leaves = 9;
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    const std::vector<double> before = made_up(rows * leaves, seed, 100, true),
                              after = made_up(rows * leaves, seed + 50, 100, true);
    const std::vector<double> one_each = made_up(leaves, seed + 7, 9), by_unit = made_up(rows * leaves, seed + 9, 9);
    const auto units = views::compare_editions({{before, rows, leaves}, one_each}, {{after, rows, leaves}, by_unit});
    double mean_change = 0, count = 0;
    for (const auto& unit : units) {
      if (std::isnan(unit.change())) continue;
      mean_change += unit.change();
      count += 1;
    }
    for (const auto& unit : units) {
      if (std::isnan(unit.change())) {
        CHECK(unit.leaves.empty());
        continue;
      }
      double parts = 0, ahead = 0;
      for (const views::LeafShift& leaf : unit.leaves) {
        parts += leaf.total();
        ahead += leaf.ahead;
      }
      CHECK(parts == About(unit.change(), 1e-9));
      CHECK(ahead == About(unit.change() - mean_change / count, 1e-9));
    }
  }
}

TEST_CASE("scaling all weights changes nothing; ranks share the best of their ties") {
  const std::vector<double> before{1, 2, 2, 1, 0, 0, gap, gap}, heavy{3, 3};
  const auto units = views::compare_editions({{before, 4, 2}, equal}, {{before, 4, 2}, heavy});
  CHECK(units[0].rank_before == 1);
  CHECK(units[1].rank_before == 1);
  CHECK(units[2].rank_after == 3);
  CHECK(units[3].rank_after == 0);
  CHECK(std::isnan(units[3].before));
  for (const auto& unit : units) CHECK(unit.leaves.empty());
}

TEST_CASE("editions that can't be compared are refused") {
  const std::vector<double> figures{1, 2, 3, 4}, wrong{1, 2, 3}, negative{1, -1};
  const Edition fine{{figures, 2, 2}, equal};
  CHECK(refusal([&] {
          views::compare_editions(fine, {{figures, 1, 4}, figures});
        }) == "compare_editions: 2 x 2 figures before, 1 x 4 after; expected the same units and leaves");
  CHECK(refusal([&] {
          views::compare_editions({{figures, 2, 2}, wrong}, fine);
        }) == "compare_editions: the edition before: 3 weights; expected 2 or 4");
  CHECK(refusal([&] {
          views::compare_editions(fine, {{figures, 2, 2}, negative});
        }) == "compare_editions: the edition after: weight 2 isn't a figure of 0 or more");
}

}  // namespace rulescore
