// Weights from correlations: components worked by hand; correlations with the composite worked out again from its figures; and
// that no other composite does better, tried at random.
#include "panel/column.hpp"
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

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

// Rows of columns that share a common part.
std::vector<double> related(std::size_t rows, std::size_t columns, std::uint64_t seed, double common = 1) {
  std::mt19937_64 random(seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  std::vector<double> values;
  for (std::size_t i = 0; i < rows; ++i) {
    const double part = common * uniform();
    for (std::size_t j = 0; j < columns; ++j) values.push_back((part + uniform()) * static_cast<double>(1 + j * j));
  }
  return values;
}

std::vector<double> correlations_with_composite(const Matrix& matrix, const std::vector<double>& weights) {
  std::vector<double> composite(matrix.rows, 0.0), result;
  for (std::size_t i = 0; i < matrix.rows; ++i)
    for (std::size_t j = 0; j < matrix.columns; ++j) composite[i] += weights[j] * matrix.at(i, j);
  for (std::size_t j = 0; j < matrix.columns; ++j) result.push_back(pearson(column_of(matrix, j), composite));
  return result;
}

std::string message(const Matrix& matrix, const weighting::CorrelationTarget& target) {
  try {
    weighting::correlation_optimum(matrix, {}, target);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

TEST_CASE("component: of two columns, the sum or the difference") {
  const std::vector<double> up{1, 2, 2, 1, 3, 5, 4, 4}, down{1, -2, 2, -1, 3, -5, 4, -4};  // r = 0.7
  for (const std::vector<double>& values : {up, down}) {
    const weighting::Component found = weighting::principal_component({values, 4, 2});
    const double r = std::abs(pearson(column_of({values, 4, 2}, 0), column_of({values, 4, 2}, 1)));
    CHECK(std::abs(found.eigenvalue - (1 + r)) < 1e-14);
    CHECK(std::abs(found.explained - (1 + r) / 2) < 1e-14);
    CHECK(std::abs(std::abs(found.loadings[0]) - std::sqrt(0.5)) < 1e-14);
    CHECK(std::abs(found.loadings[1] / found.loadings[0] - (values[1] > 0 ? 1 : -1)) < 1e-14);
    CHECK(std::max(found.loadings[0], found.loadings[1]) > 0);
    CHECK(std::abs(found.weights[0] - 0.5) < 1e-14);
  }
}

TEST_CASE("component: columns without spread have no part in it") {
  const std::vector<double> values{1, 7, 2, gap, 2, 7, 1, gap, 3, 7, 5, gap, 4, 7, 4, 9};
  const weighting::Component found = weighting::principal_component({values, 4, 4});
  CHECK(found.weights[1] == 0);
  CHECK(found.weights[3] == 0);
  CHECK(found.loadings[1] == 0);
  CHECK(std::abs(found.weights[0] - 0.5) < 1e-14);
  CHECK(weighting::pca({std::vector<double>{1, 2, 3}, 1, 3}) == std::vector<double>(3, 1 / 3.));
}

TEST_CASE("component: where it isn't unique the weights are") {  // three columns at right angles: any direction would do
  const std::vector<double> values{1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1};
  for (const double w : weighting::pca({values, 4, 3})) CHECK(std::abs(w - 1 / 3.) < 1e-14);
}

TEST_CASE("optimum: two columns always share evenly, in units of their spread") {
  const std::vector<double> values = related(30, 2, 1);
  const Matrix matrix{values, 30, 2};
  const std::vector<double> w = weighting::correlation_optimised(matrix);
  CHECK(std::abs(w[0] * sd_of(column_of(matrix, 0)) - w[1] * sd_of(column_of(matrix, 1))) < 1e-12);
}

TEST_CASE("optimum: the correlations are what the composite's figures give, equal where they are reached") {
  int reached = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const std::size_t columns = 2 + seed % 5;
    const std::vector<double> values = related(40, columns, seed);
    const Matrix matrix{values, 40, columns};
    const weighting::CorrelationOptimum found = weighting::correlation_optimum(matrix);
    const std::vector<double> again = correlations_with_composite(matrix, found.weights);
    const double least = *std::min_element(again.begin(), again.end());
    double sum = 0;
    for (std::size_t j = 0; j < columns; ++j) {
      sum += found.weights[j];
      CHECK(found.weights[j] >= 0);
      CHECK(std::abs(found.correlations[j] - again[j]) < 1e-10);
      if (found.weights[j] > 0) CHECK(std::abs(again[j] - least) < 1e-9);  // the others are correlated more
      if (found.reached) CHECK(std::abs(again[j] - least) < 1e-8);
    }
    CHECK(std::abs(sum - 1) < 1e-12);
    reached += found.reached ? 1 : 0;
  }
  CHECK(reached > 10);
}

TEST_CASE("optimum: no composite has a larger smallest correlation") {
  std::mt19937_64 random(5);
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const std::vector<double> values = related(25, 4, seed, 0.5);
    const Matrix matrix{values, 25, 4};
    const std::vector<double> best = weighting::correlation_optimum(matrix).correlations;
    const double least = *std::min_element(best.begin(), best.end());
    for (int draw = 0; draw < 500; ++draw) {
      std::vector<double> w;
      for (std::size_t j = 0; j < 4; ++j)
        w.push_back((static_cast<double>(random() >> 11) * 0x1p-53 - 0.1) / static_cast<double>(1 + j * j));
      const std::vector<double> other = correlations_with_composite(matrix, w);
      CHECK(*std::min_element(other.begin(), other.end()) <= least + 1e-12);
    }
  }
}

TEST_CASE("optimum: hardly more rows than columns; it is refused only where no composite will do") {
  std::mt19937_64 random(8);
  int refused = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::size_t columns = 4, rows = 4 + seed % 4;
    const std::vector<double> values = related(rows, columns, seed, 0.3);
    const Matrix matrix{values, rows, columns};
    const bool told = message(matrix, {}) != "nothing thrown";
    double best = told ? 1e-3 : 1;  // nobody gets all correlations above this
    if (!told) {
      const weighting::CorrelationOptimum found = weighting::correlation_optimum(matrix);
      best = *std::min_element(found.correlations.begin(), found.correlations.end());
      const std::vector<double> again = correlations_with_composite(matrix, found.weights);
      for (std::size_t j = 0; j < columns; ++j) CHECK(std::abs(again[j] - found.correlations[j]) < 1e-8);
    }
    refused += told ? 1 : 0;
    for (int draw = 0; draw < 300; ++draw) {
      std::vector<double> w;
      for (std::size_t j = 0; j < columns; ++j)
        w.push_back((static_cast<double>(random() >> 11) * 0x1p-53 - 0.3) / static_cast<double>(1 + j * j));
      const std::vector<double> other = correlations_with_composite(matrix, w);
      INFO("seed " << seed << (told ? ", refused" : ""));
      CHECK(*std::min_element(other.begin(), other.end()) <= best + 1e-9);
    }
  }
  CHECK((refused > 0 && refused < 60));
}

TEST_CASE("optimum: what is desired, and weights below 0 to get there") {
  const std::vector<double> values = related(40, 4, 3);
  const Matrix matrix{values, 40, 4};
  const std::vector<double> desired{2, 1, 1, 1.5};
  const weighting::CorrelationOptimum found = weighting::correlation_optimum(matrix, {}, {desired, true});
  CHECK(found.reached);
  const std::vector<double> again = correlations_with_composite(matrix, found.weights);
  for (std::size_t j = 0; j < 4; ++j) CHECK(std::abs(again[j] / again[1] - desired[j]) < 1e-9);
  CHECK(*std::min_element(found.weights.begin(), found.weights.end()) < 0);
}

TEST_CASE("optimum: a cost is turned first") {
  std::vector<double> values = related(20, 3, 9);
  const std::vector<double> before = weighting::correlation_optimised({values, 20, 3});
  for (std::size_t i = 0; i < 20; ++i) values[i * 3 + 1] *= -1;
  const std::vector<Sense> senses{Sense::benefit, Sense::cost, Sense::benefit};
  const std::vector<double> after = weighting::correlation_optimised({values, 20, 3}, senses);
  for (std::size_t j = 0; j < 3; ++j) CHECK(std::abs(before[j] - after[j]) < 1e-12);
}

TEST_CASE("optimum: columns that agree share, wherever they stand") {
  std::vector<double> values;
  const std::vector<double> base = related(30, 2, 4);
  for (std::size_t i = 0; i < 30; ++i) values.insert(values.end(), {base[2 * i], base[2 * i + 1], base[2 * i], 5});
  const std::vector<double> w = weighting::correlation_optimised({values, 30, 4}),
                            two = weighting::correlation_optimised({base, 30, 2});
  CHECK(std::abs(w[0] - w[2]) < 1e-12);
  CHECK(std::abs(w[0] + w[2] - two[0]) < 1e-9);
  CHECK(w[3] == 0);
}

TEST_CASE("optimum: what can't be") {
  const std::vector<double> apart{1, 4, 2, 3, 3, 2, 4, 1};
  const std::string impossible =
      "correlation_optimised: no composite is positively correlated with every column; turn the columns whose direction is "
      "wrong, leave "
      "out those that contradict the others, or see that there are more rows than columns";
  CHECK(message({apart, 4, 2}, {}) == impossible);
  CHECK(message({apart, 4, 2}, {{}, true}) == impossible);
  CHECK(message({apart, 4, 2}, {{1, 0}}) ==
        "correlation_optimised: the correlation desired for column 2 is 0; it should be above 0");
  CHECK(message({apart, 4, 2}, {{1}}) == "correlation_optimised: 1 correlations are desired for 2 columns");
}

}  // namespace
}  // namespace rulescore
