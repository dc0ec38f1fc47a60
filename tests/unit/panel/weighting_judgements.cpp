// Weights that people give: AHP and best-worst against judgements made from known weights and against a naive search; trees;
// names.
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using weighting::Priority;
using weighting::RandomIndex;

std::string message(const std::function<void()>& call) {
  try {
    call();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

std::vector<double> judgements_from(const std::vector<double>& weights) {
  std::vector<double> result;
  for (const double a : weights)
    for (const double b : weights) result.push_back(a / b);
  return result;
}

TEST_CASE("ahp: judgements that agree give back what they were made from") {
  for (const std::vector<double>& weights :
       {std::vector<double>{1}, {0.25, 0.75}, {0.5, 0.3, 0.2}, {0.4, 0.1, 0.1, 0.15, 0.25}}) {
    const std::vector<double> judgements = judgements_from(weights);
    for (const Priority priority : {Priority::eigenvector, Priority::geometric_mean, Priority::column_mean}) {
      const weighting::Pairwise found = weighting::ahp({judgements, weights.size(), weights.size()}, priority);
      for (std::size_t i = 0; i < weights.size(); ++i) CHECK(std::abs(found.weights[i] - weights[i]) < 1e-14);
      CHECK(std::abs(found.lambda_max - static_cast<double>(weights.size())) < 1e-13);
      CHECK(std::abs(found.consistency_ratio) < 1e-13);
    }
  }
}

TEST_CASE(
    "ahp: three rows by hand") {  // the eigenvalue of three rows is 1 + q + 1/q, q^3 = a13 / (a12 a23); the vector is geometric
  const std::vector<double> judgements{1, 2, 9, 0.5, 1, 3, 1 / 9., 1 / 3., 1};
  const double q = std::cbrt(9. / 6);
  const weighting::Pairwise found = weighting::ahp({judgements, 3, 3});
  CHECK(std::abs(found.lambda_max - (1 + q + 1 / q)) < 1e-13);
  CHECK(std::abs(found.consistency_index - (q + 1 / q - 2) / 2) < 1e-13);
  CHECK(std::abs(found.consistency_ratio - found.consistency_index / 0.5247) < 1e-15);
  const std::vector<double> geometric = weighting::ahp({judgements, 3, 3}, Priority::geometric_mean).weights;
  for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(found.weights[i] - geometric[i]) < 1e-14);
  CHECK(std::abs(weighting::ahp({judgements, 3, 3}, Priority::eigenvector, RandomIndex::saaty_1980).consistency_ratio -
                 found.consistency_index / 0.58) < 1e-15);
}

TEST_CASE("ahp: sixteen rows are beyond both tables") {
  std::vector<double> judgements = judgements_from(std::vector<double>(16, 1.0));
  judgements[1] = 4;
  judgements[16] = 0.25;
  for (const RandomIndex index : {RandomIndex::alonso_lamata_2006, RandomIndex::saaty_1980}) {
    const weighting::Pairwise found = weighting::ahp({judgements, 16, 16}, Priority::eigenvector, index);
    CHECK(std::abs(found.consistency_ratio - found.consistency_index / ((1.7699 * 16 - 4.3513) / 15)) < 1e-12);
  }
}

TEST_CASE("ahp: messages") {
  const auto told = [](std::vector<double> judgements, std::size_t rows, std::size_t columns) {
    return message([&] { weighting::ahp({judgements, rows, columns}); });
  };
  CHECK(told({1, 2, 3, 1, 2, 3}, 2, 3) == "ahp: 2 rows and 3 columns; judgements in pairs are a square");
  CHECK(told({1, 3, 0.5, 1}, 2, 2) ==
        "ahp: row 2, column 1 holds 0.5, but row 1, column 2 holds 3; one should be the other's reciprocal, here 0.3333");
  CHECK(told({1, 3, 0, 1}, 2, 2) == "ahp: row 2, column 1 holds 0; a judgement is a figure above 0, 1 for equal importance");
  CHECK(told({1, std::nan(""), 2, 1}, 2, 2) ==
        "ahp: row 1, column 2 is missing; a judgement is a figure above 0, 1 for equal importance");
  CHECK(told({2, 1, 1, 1}, 2, 2) == "ahp: row 1, column 1 holds 2; it should be 1, each compared with itself");
  CHECK(told({1, 3, 0.33, 1}, 2, 2) == "nothing thrown");
}

TEST_CASE("best-worst: judgements that agree give back what they were made from") {
  const weighting::BestWorst found =
      weighting::best_worst(std::vector<double>{1, 2, 4, 8}, std::vector<double>{8, 4, 2, 1}, 0, 3);
  const std::vector<double> expected{8 / 15., 4 / 15., 2 / 15., 1 / 15.};
  for (std::size_t i = 0; i < 4; ++i) CHECK(std::abs(found.weights[i] - expected[i]) < 1e-9);
  CHECK(found.consistency < 1e-9);
  CHECK(found.input_ratio == 0);
  CHECK(weighting::best_worst(std::vector<double>{1}, std::vector<double>{1}, 0, 0).weights == std::vector<double>{1});
}

// ksi of given weights.
double distance(const std::vector<double>& w, const std::vector<double>& to, const std::vector<double>& from, std::size_t best,
                std::size_t worst) {
  double most = 0;
  for (std::size_t j = 0; j < w.size(); ++j)
    most = std::max({most, std::abs(w[best] - to[j] * w[j]), std::abs(w[j] - from[j] * w[worst])});
  return most;
}

TEST_CASE("best-worst: nobody comes closer") {
  const std::vector<double> to{2, 1, 4, 3, 8}, from{4, 8, 2, 3, 1};
  const weighting::BestWorst found = weighting::best_worst(to, from, 1, 4);
  CHECK(std::abs(distance(found.weights, to, from, 1, 4) - found.consistency) < 1e-9);
  CHECK(std::abs(found.input_ratio - 1 / 56.) < 1e-15);  // 3 x 3 is 9, not 8; 8^2 - 8
  std::mt19937_64 random(3);
  std::vector<double> best = found.weights;
  for (int draw = 0; draw < 20000; ++draw) {  // a naive search from the solution itself, in steps of all sizes
    std::vector<double> w = best;
    double sum = 0;
    for (double& x : w) {
      x = std::max(0.0, x + std::ldexp(static_cast<double>(random() >> 11) * 0x1p-53 - 0.5, -(draw % 20)));
      sum += x;
    }
    if (sum == 0) continue;
    for (double& x : w) x /= sum;
    CHECK(distance(w, to, from, 1, 4) >= found.consistency - 1e-9);
  }
}

TEST_CASE("best-worst: messages") {
  const auto told = [](std::vector<double> to, std::vector<double> from, std::size_t best, std::size_t worst) {
    return message([&] { weighting::best_worst(to, from, best, worst); });
  };
  CHECK(told({1, 2}, {2}, 0, 1) ==
        "best_worst: 2 figures of the best against the others, 1 of the others against the worst; both take one for each");
  CHECK(told({1, 2}, {2, 1}, 0, 2) == "best_worst: the best is number 1, the worst number 3 of 2");
  CHECK(told({1, 10}, {2, 1}, 0, 1) ==
        "best_worst: the best against the others holds 10 in place 2; it takes figures from 1 (equal) to 9");
  CHECK(told({2, 2}, {2, 1}, 0, 1) ==
        "best_worst: the best against the others holds 2 in place 1; the best compared with itself is 1");
  CHECK(told({1, 2}, {3, 1}, 0, 1) == "best_worst: the best against the worst is 2 in one list and 3 in the other");
}

TEST_CASE("given weights: in proportion") {
  CHECK(weighting::check(std::vector<double>{1, 3}, 2) == std::vector<double>{0.25, 0.75});
  CHECK(weighting::check(std::vector<double>{1e308, 1e308}, 2) == std::vector<double>{0.5, 0.5});
  const auto told = [](std::vector<double> weights) { return message([&] { weighting::check(weights, 2); }); };
  CHECK(told({1}) == "1 weights for 2 columns; give one for each");
  CHECK(told({0, 0}) == "all weights are 0; at least one must be above");
  CHECK(told({1, -2}) == "weight 2 is -2; weights are figures of 0 and above");
  CHECK(told({1, std::nan("")}) == "weight 2 is missing; weights are figures of 0 and above");
  CHECK(told({INFINITY, 1}) == "weight 1 is infinite; weights are figures of 0 and above");
}

TEST_CASE("given weights: up a tree") {  // 0: root; 1, 2 under it; 3, 4 under 1; 5 under 2
  const std::vector<std::size_t> parents{0, 0, 0, 1, 1, 2};
  CHECK(weighting::effective(std::vector<double>{5, 1, 3, 1, 1, 7}, parents) ==
        std::vector<double>{1, 0.25, 0.75, 0.125, 0.125, 0.75});
  const auto told = [](std::vector<double> weights, std::vector<std::size_t> up) {
    return message([&] { weighting::effective(weights, up); });
  };
  CHECK(told({1, 0, 0}, {0, 0, 0}) == "the weights of all that stands under node 1 are 0");
  CHECK(told({1, 1, 1}, {0, 2, 1}) == "the parents of node 2 go in a circle");
  CHECK(told({1, 1}, {0, 2}) == "the parent of node 2 is number 3 of 2");
  CHECK(told({1, 1}, {0}) == "2 weights for 1 nodes; give one for each");
}

TEST_CASE("by name: every method that is listed, and none that isn't") {
  const std::vector<double> figures{1, 5, 3, 2, 4, 9, 7, 2, 1, 3, 8, 4};
  for (const std::string& name : weighting::methods()) {
    INFO(name);
    CHECK(weighting::by_name(name, {figures, 6, 2}).size() == 2);
  }
  CHECK(weighting::by_name("critic", {figures, 4, 3}) == weighting::critic({figures, 4, 3}));
  CHECK(message([&] {
          weighting::by_name("critc", {figures, 4, 3});
        }) == "no weights go by the name of critc; did you mean `critic`?");
  CHECK(message([&] {
          weighting::by_name("fair", {figures, 4, 3});
        }) ==
        "no weights go by the name of fair; there are equal, entropy, gini, standard_deviation, variance, angle, critic, "
        "critic_spearman, "
        "merec, pca, correlation_optimised");
}

}  // namespace
}  // namespace rulescore
