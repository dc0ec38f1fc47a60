// Weights in a tree, and what may be drawn in their place.
#include "support/about.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <cmath>
#include <functional>
#include <string>

namespace rulescore::sensitivity {
namespace {

using testing::About;

// Two groups: three columns that weigh 1, 2 and 3, and two that weigh 1 each; the groups weigh 1 and 3.
const WeightTree groups{{0, 0, 0, 1, 1, 1, 2, 2}, {1, 1, 3, 1, 2, 3, 1, 1}};

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double x : values) total += x;
  return total;
}

std::string message(const std::function<void()>& body) {
  try {
    body();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

std::vector<double> wholes(const WeightDraws& how, std::uint64_t k) {
  return effective_weights({groups.parents, drawn_weights(groups, how, 1, k)});
}

}  // namespace

TEST_CASE("what a column weighs is the product of its ancestors' shares") {
  const std::vector<double> whole = effective_weights(groups);
  const std::vector<double> expected{0.25 / 6, 0.25 / 3, 0.125, 0.375, 0.375};
  REQUIRE(whole.size() == expected.size());
  for (std::size_t i = 0; i < whole.size(); ++i) CHECK(whole[i] == About(expected[i]));
  // The same from many sets at once, and scaling the weights of siblings changes nothing.
  std::vector<double> sets(groups.weights);
  for (const double w : groups.weights) sets.push_back(4 * w);
  const std::vector<double> both = effective_weights(groups, {sets, 2, 8});
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(both[i] == whole[i]);
    CHECK(both[5 + i] == whole[i]);
  }
}

TEST_CASE("a group all of whose columns weigh nothing weighs nothing, and the others make up for it") {
  WeightTree tree = groups;
  tree.weights[6] = tree.weights[7] = 0;
  const std::vector<double> whole = effective_weights(tree);
  CHECK(whole[0] == About(1.0 / 6));
  CHECK(whole[3] == 0);
  CHECK(sum(whole) == About(1));
  tree.weights[1] = 0;
  CHECK(message([&] { effective_weights(tree); }) == "all weights are 0");
}

TEST_CASE("trees and weights that aren't") {
  CHECK(message([] { effective_weights({{0}, {1}}); }) == "a tree of weights has a root and at least one node under it");
  CHECK(message([] {
          effective_weights({{1, 0}, {1, 1}});
        }) == "the first node of a tree of weights is the root, its own parent");
  CHECK(message([] {
          effective_weights({{0, 2, 0}, {1, 1, 1}});
        }) == "in a tree of weights a parent stands before its children; node 1 has the parent 2");
  CHECK(message([] { effective_weights({{0, 0, 0}, {1, 1}}); }) == "a tree of 3 nodes needs as many weights; there are 2");
  CHECK(message([] {
          effective_weights({{0, 0, 0}, {1, 1, -2}});
        }) == "a weight is a number of at least 0; that of node 2 is -2");
  CHECK(message([] {
          effective_weights({{0, 0, 0}, {1, 1, NAN}});
        }) == "a weight is a number of at least 0; that of node 2 is not a finite number");
  const std::vector<double> sets{1, 1, 1, 1, -1, 1};
  CHECK(message([&] {
          effective_weights({{0, 0, 0}, {1, 1, 1}}, {sets, 2, 3});
        }) == "set 2 of weights: a weight is a number of at least 0; that of node 1 is -1");
}

TEST_CASE("noise moves each weight by its share at most, evenly") {
  const WeightDraws how{.kind = WeightDraws::Kind::noise, .spread = 0.25};
  double low = 0, mean = 0;
  for (std::uint64_t k = 0; k < 4000; ++k) {
    const std::vector<double> drawn = drawn_weights(groups, how, 1, k);
    for (std::size_t i = 1; i < drawn.size(); ++i) {
      CHECK(drawn[i] >= 0.75 * groups.weights[i]);
      CHECK(drawn[i] <= 1.25 * groups.weights[i]);
    }
    low += drawn[2] < 3 * 0.875 ? 1 : 0;
    mean += drawn[2] / 4000;
  }
  CHECK(std::abs(low / 4000 - 0.25) < 5 * std::sqrt(0.25 * 0.75 / 4000));
  CHECK(std::abs(mean - 3) < 5 * 0.75 / std::sqrt(3 * 4000.0));
}

TEST_CASE("all shares of siblings are equally likely: the mean is 1/n, one of three is above 1/2 in a quarter of the draws") {
  const WeightDraws how{.kind = WeightDraws::Kind::dirichlet};
  double mean = 0, above = 0, first = 0;
  constexpr int draws = 20'000;
  for (int k = 0; k < draws; ++k) {
    const std::vector<double> drawn = drawn_weights(groups, how, 7, static_cast<std::uint64_t>(k));
    CHECK(std::abs(drawn[3] + drawn[4] + drawn[5] - 1) < 1e-12);
    CHECK(std::abs(drawn[1] + drawn[2] - 1) < 1e-12);
    mean += drawn[4] / draws;
    above += drawn[5] > 0.5 ? 1.0 / draws : 0;
    first += drawn[1] < 0.3 ? 1.0 / draws : 0;
  }
  CHECK(std::abs(mean - 1.0 / 3) < 5 * std::sqrt(1.0 / 18 / draws));
  CHECK(std::abs(above - 0.25) < 5 * std::sqrt(0.25 * 0.75 / draws));
  CHECK(std::abs(first - 0.3) < 5 * std::sqrt(0.3 * 0.7 / draws));
}

TEST_CASE("a concentration keeps shares around the weights, with variance share (1 - share) / (c + 1)") {
  for (const double c : {0.5, 20.0}) {
    const WeightDraws how{.kind = WeightDraws::Kind::dirichlet, .concentration = c};
    double mean = 0, variance = 0;
    constexpr int draws = 20'000;
    for (int k = 0; k < draws; ++k) {
      const std::vector<double> drawn = drawn_weights(groups, how, 7, static_cast<std::uint64_t>(k));
      const double share = drawn[5] / (drawn[3] + drawn[4] + drawn[5]);
      mean += share / draws;
      variance += (share - 0.5) * (share - 0.5) / draws;
    }
    CHECK(std::abs(mean - 0.5) < 5 * std::sqrt(0.25 / (c + 1) / draws));
    CHECK(std::abs(variance * (c + 1) / 0.25 - 1) < 0.05);
  }
}

TEST_CASE("intervals: around the shares, or given") {
  WeightDraws how{.kind = WeightDraws::Kind::interval, .spread = 0.1};
  for (std::uint64_t k = 0; k < 500; ++k) {
    const std::vector<double> drawn = drawn_weights(groups, how, 1, k);
    CHECK(std::abs(drawn[1] - 0.25) <= 0.1);
    CHECK(std::abs(drawn[3] - 1.0 / 6) <= 0.1 + 1e-15);
  }
  how.low = {0, 1, 1, 0, 0, 2, 1, 1};
  how.high = {0, 1, 1, 0, 1, 3, 2, 2};
  for (std::uint64_t k = 0; k < 100; ++k) {
    const std::vector<double> drawn = drawn_weights(groups, how, 1, k);
    CHECK(drawn[1] == 1);
    CHECK(drawn[3] == 0);
    CHECK(drawn[5] >= 2);
    CHECK(drawn[5] <= 3);
  }
  how.low[5] = 4;
  CHECK(message([&] { drawn_weights(groups, how, 1, 0); }) ==
        "the interval of a weight goes from at least 0 up; that of node 5 goes from 4 to 3");
  how.low.pop_back();
  CHECK(message([&] { drawn_weights(groups, how, 1, 0); }) ==
        "intervals of weights have a low and a high for each of the tree's 8 nodes; there are 7 and 8");
}

TEST_CASE("a draw is known by its seed and its number alone, and weights of 0 stay 0") {
  WeightTree tree = groups;
  tree.weights[4] = 0;
  for (const WeightDraws& how : {WeightDraws{}, WeightDraws{.kind = WeightDraws::Kind::dirichlet},
                                 WeightDraws{.kind = WeightDraws::Kind::dirichlet, .concentration = 3}}) {
    const std::vector<double> drawn = drawn_weights(tree, how, 3, 12);
    CHECK(drawn[4] == 0);
    CHECK(drawn == drawn_weights(tree, how, 3, 12));
    CHECK(drawn != drawn_weights(tree, how, 3, 13));
    CHECK(drawn != drawn_weights(tree, how, 4, 12));
    CHECK(sum(wholes(how, 5)) == About(1));
  }
}

TEST_CASE("draws out of range are refused") {
  CHECK(message([] { drawn_weights(groups, {.spread = 1}, 1, 0); }) ==
        "noise must be at least 0 and less than 1, so that no weight changes its sign; it is 1");
  CHECK(message([] { drawn_weights(groups, {.kind = WeightDraws::Kind::dirichlet, .concentration = -1}, 1, 0); }) ==
        "a concentration is a number of at least 0; it is -1");
  CHECK(message([] { drawn_weights(groups, {.kind = WeightDraws::Kind::interval, .spread = 0}, 1, 0); }) ==
        "the half width of the weights' intervals is a number above 0; it is 0");
}

TEST_CASE("draws by name") {
  CHECK(WeightDraws::parse("noise").spread == 0.25);
  CHECK(WeightDraws::parse("noise:0.5").spread == 0.5);
  CHECK(WeightDraws::parse("interval:0.2").spread == 0.2);
  CHECK(WeightDraws::parse("interval").kind == WeightDraws::Kind::interval);
  CHECK(WeightDraws::parse("dirichlet").concentration == 0);
  CHECK(WeightDraws::parse("dirichlet:50").concentration == 50);
  for (const char* text :
       {"", "gauss", "noise:", "noise:1", "noise:x", "noise:0.2:3", "noise:-0.1", "dirichlet:0", "interval:0", "noise:nan"}) {
    CHECK(message([&] { (void)WeightDraws::parse(text); }) ==
          "weights are drawn as noise:0.25 (each up to a quarter up or down), interval:0.1 (each share up to 0.1 up or down), "
          "dirichlet "
          "(all shares equally likely) or dirichlet:50 (around the weights); not " +
              std::string(text));
  }
}

}  // namespace rulescore::sensitivity
