// Benefit of the doubt: by hand, against a naive search over weights, and what must not matter: the order of rows, threads, units
// of measurement, units that are exceeded.
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using Bounds = std::vector<weighting::ShareBounds>;

std::vector<double> random_figures(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>(1 + random() % 9));
  return values;
}

std::string message(const std::vector<double>& values, std::size_t columns, const Bounds& bounds = {}) {
  try {
    weighting::benefit_of_the_doubt({values, values.size() / columns, columns}, bounds);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

TEST_CASE("doubt: two columns by hand") {  // (4, 1) and (1, 4) are the frontier; (2, 2) meets a w + b w = 1 with a = b = 1/5
  const std::vector<double> values{4, 1, 1, 4, 2, 2, 2, 0};
  const weighting::BenefitOfTheDoubt found = weighting::benefit_of_the_doubt({values, 4, 2});
  const std::vector<double> expected{1, 1, 0.8, 0.5};
  for (std::size_t i = 0; i < 4; ++i) CHECK(std::abs(found.scores[i] - expected[i]) < 1e-12);
  CHECK(std::abs(found.shares[4] - 0.5) < 1e-12);
  CHECK(found.shares[7] == 0);
}

TEST_CASE("doubt: one column is a fraction of the largest; equal shares are fixed weights") {
  const std::vector<double> one{2, 8, 4};
  const weighting::BenefitOfTheDoubt found = weighting::benefit_of_the_doubt({one, 3, 1});
  CHECK(std::abs(found.scores[0] - 0.25) < 1e-12);
  const std::vector<double> two{4, 1, 1,
                                4, 2, 2};  // half each: for (4, 1) weights 1/8, 1/2 times the score, and (1, 4) has 17/8 of it
  const weighting::BenefitOfTheDoubt fixed = weighting::benefit_of_the_doubt({two, 3, 2}, Bounds{{0.5, 0.5}});
  CHECK(std::abs(fixed.scores[0] - 8 / 17.) < 1e-9);
  CHECK(std::abs(fixed.shares[0] - 0.5) < 1e-9);
}

TEST_CASE("doubt: shares sum to 1 and keep their bounds; scores lie between 0 and 1; nobody finds better weights") {
  std::mt19937_64 random(11);
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const std::vector<double> values = random_figures(36, seed);
    const Matrix matrix{values, 12, 3};
    const Bounds bounds = seed % 2 == 0 ? Bounds{} : Bounds{{0.1, 0.6}};
    const weighting::BenefitOfTheDoubt found = weighting::benefit_of_the_doubt(matrix, bounds);
    for (std::size_t i = 0; i < 12; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < 3; ++j) {
        sum += found.shares[i * 3 + j];
        if (!bounds.empty()) CHECK((found.shares[i * 3 + j] > 0.1 - 1e-8 && found.shares[i * 3 + j] < 0.6 + 1e-8));
      }
      CHECK(std::abs(sum - 1) < 1e-12);
      CHECK((found.scores[i] > 0 && found.scores[i] <= 1));
      for (int draw = 0; draw < 50; ++draw) {  // shares at random within the bounds, and the score they give
        std::vector<double> share{1, 1, 1};
        double total = 0;
        for (double& s : share) total += s = static_cast<double>(random() % 1000 + 1);
        for (double& s : share) s = bounds.empty() ? s / total : 0.1 + 0.7 * s / total;
        if (!bounds.empty() && *std::max_element(share.begin(), share.end()) > 0.6) continue;
        double most = 0;
        for (std::size_t k = 0; k < 12; ++k) {
          double score = 0;
          for (std::size_t j = 0; j < 3; ++j) score += share[j] * matrix.at(k, j) / matrix.at(i, j);
          most = std::max(most, score);
        }
        CHECK(found.scores[i] >= 1 / most - 1e-9);
      }
    }
  }
}

TEST_CASE("doubt: to the bit, whatever the order of rows, the threads, and units that are exceeded or repeated") {
  const std::vector<double> values = random_figures(60, 7);
  const weighting::BenefitOfTheDoubt found = weighting::benefit_of_the_doubt({values, 20, 3}, Bounds{{0.05, 0.7}});
  CHECK(weighting::benefit_of_the_doubt({values, 20, 3}, Bounds{{0.05, 0.7}}, 4).scores == found.scores);
  std::vector<double> turned, longer = values;
  for (std::size_t i = 20; i-- > 0;) turned.insert(turned.end(), {values[i * 3], values[i * 3 + 1], values[i * 3 + 2]});
  std::vector<double> backwards = weighting::benefit_of_the_doubt({turned, 20, 3}, Bounds{{0.05, 0.7}}).scores;
  std::reverse(backwards.begin(), backwards.end());
  CHECK(backwards == found.scores);
  longer.insert(longer.end(), {1, 1, 1, values[0], values[1], values[2]});
  const std::vector<double> more = weighting::benefit_of_the_doubt({longer, 22, 3}, Bounds{{0.05, 0.7}}).scores;
  CHECK(std::vector<double>(more.begin(), more.begin() + 20) == found.scores);
  CHECK(more[21] == found.scores[0]);
}

TEST_CASE("doubt: units of measurement, from 1e-12 to 1e11") {
  const std::vector<double> values = random_figures(45, 2), units{1e-12, 1e11, 0.7};
  std::vector<double> scaled = values;
  for (std::size_t i = 0; i < scaled.size(); ++i) scaled[i] *= units[i % 3];
  const std::vector<double> a = weighting::benefit_of_the_doubt({values, 15, 3}).scores;
  const std::vector<double> b = weighting::benefit_of_the_doubt({scaled, 15, 3}).scores;
  for (std::size_t i = 0; i < 15; ++i) CHECK(std::abs(a[i] - b[i]) < 1e-12);
}

TEST_CASE("doubt: a unit of zeros, and a column of them") {
  const std::vector<double> values{0, 0, 3, 0};
  const weighting::BenefitOfTheDoubt found = weighting::benefit_of_the_doubt({values, 2, 2});
  CHECK(found.scores == std::vector<double>{0, 1});
  CHECK(found.shares == std::vector<double>{0, 0, 1, 0});
}

TEST_CASE("doubt: messages") {
  CHECK(message({1, -2}, 2) ==
        "benefit_of_the_doubt: row 1, column 2 holds -2; it takes figures of 0 and above: bring the columns to such a scale "
        "first, say "
        "1 to 100");
  CHECK(message({1, std::nan("")}, 2) ==
        "benefit_of_the_doubt: row 1, column 2 is missing; fill gaps first, or leave the unit out");
  CHECK(message({1, 2}, 2, Bounds{{0.1, 1}, {0.1, 1}, {0, 1}}) ==
        "benefit_of_the_doubt: 3 bounds on shares for 2 columns; give one for each, or one for all");
  CHECK(message({1, 2}, 2, Bounds{{0.6, 0.4}}) ==
        "benefit_of_the_doubt: the share of column 1 is to lie between 0.6 and 0.4; bounds go from 0 to 1, the lower one first");
  CHECK(message({1, 2}, 2, Bounds{{0, 0.25}}) ==
        "benefit_of_the_doubt: shares sum to 1, but the bounds allow for sums from 0 to 0.5");
  CHECK(message({1, 2, 1, 0}, 2, Bounds{{0.1, 1}}) ==
        "benefit_of_the_doubt: row 2, column 2 holds 0, which can't have a share of at least 0.1: bring the columns to a scale "
        "above 0 "
        "first, say 1 to 100");
  CHECK(message({1, 2, 1, 0}, 2, Bounds{{0, 0.75}}) ==
        "benefit_of_the_doubt: the columns in which row 2 has more than 0 may have shares of 0.75 together, less than 1");
}

}  // namespace
}  // namespace rulescore
