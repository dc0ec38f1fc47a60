// Shares of variance of a function whose shares are known, and what must not move them.
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
using Function = std::function<double(const double* x)>;

std::vector<double> run(const Function& function, std::size_t base, std::size_t factors, std::uint64_t seed = 1) {
  const std::vector<double> points = sobol_points(base, factors, seed);
  std::vector<double> outputs;
  for (std::size_t row = 0; row < base * (factors + 2); ++row) outputs.push_back(function(points.data() + row * factors));
  return outputs;
}

// Ishigami and Homma 1990 with a = 7, b = 0.1; a fourth factor does nothing.
double ishigami(const double* u) {
  constexpr double pi = 3.14159265358979323846;
  const double x = pi * (2 * u[0] - 1), y = pi * (2 * u[1] - 1), z = pi * (2 * u[2] - 1);
  return std::sin(x) + 7 * std::sin(y) * std::sin(y) + 0.1 * z * z * z * z * std::sin(x);
}

}  // namespace

TEST_CASE("Ishigami's function: the shares worked out by hand lie in the intervals") {
  constexpr double pi = 3.14159265358979323846, a = 7, b = 0.1;
  const double p4 = std::pow(pi, 4), p8 = p4 * p4;
  const double v1 = 0.5 * (1 + b * p4 / 5) * (1 + b * p4 / 5), v2 = a * a / 8, v13 = b * b * p8 * (1.0 / 18 - 1.0 / 50);
  const double v = v1 + v2 + v13;
  const double first[4] = {v1 / v, v2 / v, 0, 0}, total[4] = {(v1 + v13) / v, v2 / v, v13 / v, 0};
  SobolOptions options;
  options.confidence = 0.999;
  options.resamples = 500;
  const SobolIndices found = sobol_indices(run(ishigami, 4096, 4), 4096, 4, options);
  CHECK(std::abs(found.variance / v - 1) < 0.05);
  for (std::size_t i = 0; i < 4; ++i) {
    INFO(i);
    const SobolIndex& index = found.factors[i];
    CHECK(index.first_low <= first[i] + 1e-12);
    CHECK(index.first_high >= first[i] - 1e-12);
    CHECK(index.total_low <= total[i] + 1e-12);
    CHECK(index.total_high >= total[i] - 1e-12);
    CHECK(index.first_low <= index.first);
    CHECK(index.first <= index.first_high);
    CHECK(std::abs(index.first - first[i]) < 0.06);
    CHECK(std::abs(index.total - total[i]) < 0.06);
  }
  CHECK(found.factors[3].total == 0);
}

TEST_CASE("a weighted sum: each factor's share is its squared weight's, alone and with all") {
  const auto sum = [](const double* u) { return 3 * u[0] + 4 * u[1] + 0 * u[2]; };
  const SobolIndices found = sobol_indices(run(sum, 8192, 3), 8192, 3, {.resamples = 0});
  CHECK(std::abs(found.factors[0].first - 0.36) < 0.03);
  CHECK(std::abs(found.factors[1].first - 0.64) < 0.03);
  CHECK(std::abs(found.factors[0].total - 0.36) < 0.02);
  CHECK(std::abs(found.factors[1].total - 0.64) < 0.02);
  CHECK(found.factors[2].total == 0);
  CHECK(found.factors[2].first == 0);
  CHECK(found.factors[0].first_low == found.factors[0].first);
}

TEST_CASE("adding a constant to the output moves nothing, scaling it the variance alone; without centring the constant matters") {
  const std::vector<double> plain = run(ishigami, 256, 4);
  std::vector<double> lifted, scaled;
  for (const double y : plain) lifted.push_back(y + 1000), scaled.push_back(8 * y);
  const SobolIndices a = sobol_indices(plain, 256, 4), b = sobol_indices(lifted, 256, 4), c = sobol_indices(scaled, 256, 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(std::abs(b.factors[i].first - a.factors[i].first) < 1e-9);
    CHECK(std::abs(b.factors[i].total - a.factors[i].total) < 1e-9);
    CHECK(std::abs(b.factors[i].first_low - a.factors[i].first_low) < 1e-9);
    CHECK(c.factors[i].first == a.factors[i].first);
    CHECK(c.factors[i].total_high == a.factors[i].total_high);
  }
  CHECK(c.variance == 64 * a.variance);
  const SobolOptions uncentred{.estimator = SobolOptions::Estimator::uncentred, .resamples = 0};
  CHECK(std::abs(sobol_indices(lifted, 256, 4, uncentred).factors[0].first -
                 sobol_indices(plain, 256, 4, uncentred).factors[0].first) > 1);
}

TEST_CASE("points: blocks A, B, and A with one column of B; a larger base begins with the same") {
  const std::vector<double> points = sobol_points(3, 2), more = sobol_points(5, 2);
  const auto at = [&](std::size_t block, std::size_t row, std::size_t factor) { return points[(block * 3 + row) * 2 + factor]; };
  for (std::size_t row = 0; row < 3; ++row) {
    CHECK(at(2, row, 0) == at(1, row, 0));
    CHECK(at(2, row, 1) == at(0, row, 1));
    CHECK(at(3, row, 0) == at(0, row, 0));
    CHECK(at(3, row, 1) == at(1, row, 1));
    CHECK(at(0, row, 0) == more[row * 2]);
    CHECK(at(1, row, 1) == more[(5 + row) * 2 + 1]);
  }
  CHECK(points != sobol_points(3, 2, 2));
}

TEST_CASE("an output that doesn't vary has no shares") {
  const SobolIndices found = sobol_indices(std::vector<double>(40, 7.0), 10, 2);
  CHECK(found.variance == 0);
  CHECK(found.factors[0].first == 0);
  CHECK(found.factors[1].total_high == 0);
}

TEST_CASE("a step that was left out is named") {
  const auto message = [](const std::vector<double>& outputs, std::size_t base, std::size_t factors) -> std::string {
    try {
      (void)sobol_indices(outputs, base, factors);
    } catch (const UsageError& error) {
      return error.what();
    }
    return "nothing thrown";
  };
  CHECK(message(std::vector<double>(20), 10, 2) ==
        "Sobol indices of 2 factors with a base of 10 need 40 outputs, base x (factors + 2), one for each row of sobol_points; "
        "there are 20");
  std::vector<double> outputs(40);
  outputs[33] = NAN;
  CHECK(message(outputs, 10, 2) == "the model has no output for row 4 of block A with factor 2 of B, row 34 of sobol_points");
  CHECK(message({}, 1, 1) == "Sobol indices need at least one factor and a base of at least 2");
}

}  // namespace rulescore::sensitivity
