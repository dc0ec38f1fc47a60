// The least change of weights that swaps two units: by hand, and against anything a search can find.
#include "base/random.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::sensitivity {
namespace {

using testing::About;

double lead(const std::vector<double>& w, const std::vector<double>& x, std::size_t columns) {
  double sum = 0;
  for (std::size_t j = 0; j < columns; ++j) sum += w[j] * (x[j] - x[columns + j]);
  return sum;
}

}  // namespace

TEST_CASE("two columns: weight moves from one to the other until they are level") {
  // Ahead by 10 in the first, behind by 30 in the second: level at 3 to 1.
  const std::vector<double> x{50, 20, 40, 50}, w{0.9, 0.1};
  const Swap found = swap({x, 2, 2}, w, 0, 1);
  CHECK(found.lead == About(6));
  REQUIRE(found.smallest_sum.has_value());
  CHECK(found.smallest_sum->weights[0] == About(0.75));
  CHECK(found.smallest_sum->distance == About(0.3));
  CHECK(found.smallest_squares->weights[1] == About(0.25));
  CHECK(found.smallest_squares->distance == About(0.15 * std::sqrt(2)));
  CHECK(found.alone[0] == About(0.75));
  CHECK(found.alone[1] == About(0.25));
}

TEST_CASE("nothing needs to change when they are level already, and nothing helps who is worse in everything") {
  const std::vector<double> x{1, 2, 3, 4, 1, 2}, w{2, 2};
  const Swap level = swap({x, 3, 2}, w, 0, 2), behind = swap({x, 3, 2}, w, 0, 1), hopeless = swap({x, 3, 2}, w, 1, 0);
  CHECK(level.lead == 0);
  CHECK(level.smallest_sum->distance == 0);
  CHECK(level.alone == std::vector<double>{0.5, 0.5});
  CHECK(behind.lead == About(-2));
  CHECK(behind.smallest_squares->distance == 0);
  CHECK_FALSE(hopeless.smallest_sum.has_value());
  CHECK_FALSE(hopeless.smallest_squares.has_value());
  CHECK(std::isnan(hopeless.alone[0]));
}

TEST_CASE("level in one column alone: all weight has to go there") {
  const std::vector<double> x{5, 9, 7, 5, 1, 2}, w{0.2, 0.5, 0.3};
  const Swap found = swap({x, 2, 3}, w, 0, 1);
  CHECK(found.smallest_sum->weights[0] == About(1));
  CHECK(found.smallest_sum->distance == About(1.6));
  CHECK(found.smallest_squares->weights[0] == About(1));
  CHECK(found.alone[0] == 1);
  CHECK(std::isnan(found.alone[1]));
}

TEST_CASE("what is found is on the simplex, level, and nothing nearer is") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Uniform uniform(seed, 3);
    const std::size_t columns = 2 + seed % 4;
    std::vector<double> x, w;
    for (std::size_t i = 0; i < 2 * columns; ++i) x.push_back(uniform.at(i));
    for (std::size_t i = 0; i < columns; ++i) w.push_back(seed % 3 == 0 && i == 0 ? 0 : uniform.at(50 + i));
    double all = 0;
    for (const double v : w) all += v;
    for (double& v : w) v /= all;
    const bool first = lead(w, x, columns) > 0;
    const Swap found = swap({x, 2, columns}, w, first ? 0 : 1, first ? 1 : 0);
    const double sign = first ? 1 : -1;
    CHECK(found.lead == About(sign * lead(w, x, columns)));
    if (!found.smallest_sum) continue;
    for (const LeastChange* change : {&*found.smallest_sum, &*found.smallest_squares}) {
      double sum = 0;
      for (const double v : change->weights) {
        CHECK(v >= 0);
        sum += v;
      }
      CHECK(std::abs(sum - 1) < 1e-12);
      CHECK(std::abs(lead(change->weights, x, columns)) < 1e-12);
    }
    // Points of the simplex drawn at random that swap them are no nearer.
    for (std::uint64_t k = 0; k < 3000; ++k) {
      WeightDraws how{.kind = WeightDraws::Kind::dirichlet};
      const std::vector<double> drawn = drawn_weights(WeightTree::flat(std::vector<double>(columns, 1)), how, seed, k);
      std::vector<double> point(drawn.begin() + 1, drawn.end());
      // Drawn near the given weights as well as far from them.
      const double far = static_cast<double>(k % 10 + 1) / 10;
      for (std::size_t i = 0; i < columns; ++i) point[i] = w[i] + far * (point[i] - w[i]);
      if (sign * lead(point, x, columns) > 0) continue;
      double absolute = 0, squares = 0;
      for (std::size_t i = 0; i < columns; ++i) {
        absolute += std::abs(point[i] - w[i]);
        squares += (point[i] - w[i]) * (point[i] - w[i]);
      }
      CHECK(absolute >= found.smallest_sum->distance - 1e-12);
      CHECK(std::sqrt(squares) >= found.smallest_squares->distance - 1e-12);
    }
    for (std::size_t i = 0; i < columns; ++i) {
      if (std::isnan(found.alone[i])) continue;
      std::vector<double> changed(w);
      for (std::size_t j = 0; j < columns; ++j) changed[j] = j == i ? found.alone[i] : w[j] * (1 - found.alone[i]) / (1 - w[i]);
      CHECK(std::abs(lead(changed, x, columns)) < 1e-12);
    }
  }
}

TEST_CASE("one column alone can't be moved, and gaps and unknown rows are refused") {
  const std::vector<double> x{2, 1}, w{1}, gap{1, NAN, 2, 3};
  const Swap found = swap({x, 2, 1}, w, 0, 1);
  CHECK_FALSE(found.smallest_sum.has_value());
  CHECK(std::isnan(found.alone[0]));
  const auto message = [&](std::size_t a, std::size_t b) -> std::string {
    try {
      (void)swap({gap, 2, 2}, std::vector<double>{1, 1}, a, b);
    } catch (const UsageError& error) {
      return error.what();
    }
    return "nothing thrown";
  };
  CHECK(message(0, 1) == "a swap needs every figure of both units; row 0 has none in column 1");
  CHECK(message(1, 2) == "there is no row 2; rows are 0 to 1");
}

}  // namespace rulescore::sensitivity
