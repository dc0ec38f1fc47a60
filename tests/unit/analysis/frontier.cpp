// Frontiers: every pair is tried, ties are settled, and a thinned one never promises too little.
#include "analysis/frontier.hpp"

#include "base/random.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rulescore {
namespace {

// One fix of an effort and a worth: it is done or not.
Frontier fix(std::uint32_t index, Effort effort, double worth, Picks& picks) {
  return {{0, 0, Picks::nothing}, {effort, worth, picks.one(index)}};
}

// The best figure of all subsets that cost no more.
double naive(const std::vector<Effort>& efforts, const std::vector<double>& worths, Effort budget) {
  double best = 0;
  for (std::uint32_t set = 0; set < 1u << efforts.size(); ++set) {
    Effort effort = 0;
    double worth = 0;
    for (std::size_t i = 0; i < efforts.size(); ++i)
      if (set >> i & 1u) {
        effort += efforts[i];
        worth += worths[i];
      }
    if (effort <= budget) best = std::max(best, worth);
  }
  return best;
}

}  // namespace

TEST_CASE("a merged frontier is the best of all subsets for every budget") {
  for (std::uint64_t world = 0; world < 200; ++world) {
    CAPTURE(world);
    const Uniform dice(61, world);
    Picks picks;
    bool exact = true;
    std::vector<Effort> efforts;
    std::vector<double> worths;
    Frontier points{{0, 0, Picks::nothing}};
    for (std::uint32_t i = 0; i < 9; ++i) {
      efforts.push_back(static_cast<Effort>(1 + 5 * dice.at(2 * i)));
      worths.push_back(std::floor(8 * dice.at(2 * i + 1)) / 8);
      points = merged(points, fix(i, efforts.back(), worths.back(), picks), Join::sum, picks, exact);
    }
    CHECK(exact);
    for (Effort budget = 0; budget < 60; ++budget) {
      const auto past = std::find_if(points.begin(), points.end(), [&](const Point& point) { return point.effort > budget; });
      REQUIRE(past != points.begin());
      const Point& best = *(past - 1);
      CHECK(std::abs(best.figure - naive(efforts, worths, budget)) < 1e-12);
      Effort effort = 0;
      double worth = 0;
      for (const std::uint32_t one : picks.fixes(best.pick)) {
        effort += efforts[one];
        worth += worths[one];
      }
      CHECK(effort == best.effort);
      CHECK(std::abs(worth - best.figure) < 1e-12);
    }
  }
}

TEST_CASE("of level sets the one stays that does without what comes later") {
  Picks picks;
  bool exact = true;
  Frontier points{{0, 0, Picks::nothing}};
  for (std::uint32_t i = 0; i < 4; ++i) points = merged(points, fix(i, 2, 1, picks), Join::sum, picks, exact);
  REQUIRE(points.size() == 5);
  CHECK(picks.fixes(points[1].pick) == std::vector<std::uint32_t>{0});
  CHECK(picks.fixes(points[2].pick) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("the least of two waits for both") {
  Picks picks;
  bool exact = true;
  const Frontier a{{0, 0.2, Picks::nothing}, {3, 1, picks.one(0)}}, b{{0, 0.5, Picks::nothing}, {4, 1, picks.one(1)}};
  const Frontier points = merged(a, b, Join::least, picks, exact);
  REQUIRE(points.size() == 3);
  CHECK(points[0].figure == 0.2);
  CHECK(points[1].effort == 3);
  CHECK(points[1].figure == 0.5);
  CHECK(points[2].effort == 7);
  CHECK(points[2].figure == 1);
}

TEST_CASE("a thinned frontier promises no less than the whole one holds") {
  Picks picks;
  const Uniform dice(62, 0);
  Frontier whole{{0, 0, Picks::nothing}}, thin = whole;
  bool exact = true, still = true;
  for (std::uint32_t i = 0; i < 12; ++i) {
    const Frontier one = fix(i, 1000 + static_cast<Effort>(1e6 * dice.at(2 * i)), dice.at(2 * i + 1), picks);
    whole = merged(whole, one, Join::sum, picks, exact);
    thin = merged(thin, one, Join::sum, picks, still, 15);
  }
  CHECK(exact);
  CHECK_FALSE(still);
  CHECK(thin.size() <= 15);
  for (const Point& point : whole) {
    double promised = 0;
    for (const Point& other : thin)
      if (other.effort <= point.effort) promised = std::max(promised, other.figure);
    CHECK(promised >= point.figure - 1e-12);
  }
}

TEST_CASE("efforts are whole millionths") {
  CHECK(effort_in_millionths(0.1) + effort_in_millionths(0.2) == effort_in_millionths(0.3));
  CHECK(effort_from_millionths(effort_in_millionths(2.5)) == 2.5);
}

}  // namespace rulescore
