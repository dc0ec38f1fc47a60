// Principal components: what must hold of any, whatever solver finds them.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("two columns: the sum and the difference, 1 + r and 1 - r") {
  const std::vector<double> data{1, 2, 2, 0, 3, 4};  // correlated by 0.5
  const views::Components found = views::principal_components({data, 3, 2});
  const double half = std::sqrt(0.5);
  CHECK(close(found.variances, {1.5, 0.5}));
  CHECK(close(found.explained, {0.75, 0.25}));
  CHECK(close(found.directions, {half, half, half, -half}));
  CHECK(close(found.loadings, {half * std::sqrt(1.5), half * std::sqrt(0.5), half * std::sqrt(1.5), -half * std::sqrt(0.5)}));
}

TEST_CASE("directions are perpendicular, loadings rebuild the correlations, scores have the variances") {
  const std::size_t rows = 60, k = 5;
  std::vector<double> data = made_up(rows * k, 21);
  for (std::size_t row = 0; row < rows; ++row) data[row * k + 1] += 2 * data[row * k];
  const Matrix matrix{data, rows, k};
  const views::Components found = views::principal_components(matrix);
  const std::vector<double> correlations = views::correlations(matrix);
  for (std::size_t a = 0; a < k; ++a)
    for (std::size_t b = 0; b < k; ++b) {
      double product = 0, rebuilt = 0, covariance = 0;
      for (std::size_t i = 0; i < k; ++i) {
        product += found.directions[i * k + a] * found.directions[i * k + b];
        rebuilt += found.loadings[a * k + i] * found.loadings[b * k + i];
      }
      for (std::size_t row = 0; row < rows; ++row) covariance += found.scores[row * k + a] * found.scores[row * k + b];
      CHECK(product == About(a == b ? 1 : 0));
      CHECK(rebuilt == About(correlations[a * k + b]));
      CHECK(covariance / static_cast<double>(rows - 1) == About(a == b ? found.variances[a] : 0, 1e-10));
    }
  for (std::size_t i = 1; i < k; ++i) CHECK(found.variances[i] <= found.variances[i - 1]);
}

TEST_CASE("the unit of a column doesn't matter, its side only for its own entries") {
  const std::size_t rows = 40, k = 4;
  const std::vector<double> data = made_up(rows * k, 2);
  std::vector<double> scaled = data, turned = data;
  for (std::size_t row = 0; row < rows; ++row) {
    scaled[row * k + 2] = scaled[row * k + 2] * 1e-12 + 3e-9;
    turned[row * k + 2] = -turned[row * k + 2];
  }
  const auto one = views::principal_components({data, rows, k}), same_one = views::principal_components({scaled, rows, k}),
             other = views::principal_components({turned, rows, k});
  CHECK(close(one.directions, same_one.directions, 1e-9));
  CHECK(close(one.variances, other.variances, 1e-9));
  for (std::size_t i = 0; i < k * k; ++i) CHECK(std::abs(one.directions[i]) == About(std::abs(other.directions[i]), 1e-9));
}

TEST_CASE("the largest entry of each component is positive, whatever the order of the units") {
  const std::size_t rows = 33, k = 6;
  const std::vector<double> data = made_up(rows * k, 13);
  const views::Components found = views::principal_components({data, rows, k});
  for (std::size_t component = 0; component < k; ++component) {
    double largest = 0;
    for (std::size_t c = 0; c < k; ++c)
      if (std::abs(found.directions[c * k + component]) > std::abs(largest)) largest = found.directions[c * k + component];
    CHECK(largest > 0);
  }
  std::vector<double> moved;
  for (const std::size_t row : shuffled(rows, 5))
    for (std::size_t c = 0; c < k; ++c) moved.push_back(data[row * k + c]);
  CHECK(close(views::principal_components({moved, rows, k}).directions, found.directions, 1e-9));
}

TEST_CASE("rows with gaps have no scores, columns without spread no part") {
  const std::vector<double> data{1, 7, 2, 2, 7, 0, 3, 7, 4, gap, 7, 5, 9, 7, gap};
  const views::Components found = views::principal_components({data, 5, 3});
  CHECK(found.rows == 3);
  CHECK(found.left_out == std::vector<std::uint32_t>{1});
  CHECK(found.variances.size() == 2);
  CHECK(found.directions[2] == 0);
  CHECK(found.directions[3] == 0);
  CHECK(std::isnan(found.scores[6]));
  CHECK(std::isnan(found.scores[9]));
  CHECK_FALSE(std::isnan(found.scores[5]));
}

TEST_CASE("components that can't be are refused") {
  const std::vector<double> gaps{1, gap, gap, 2, 3, 4}, flat{1, 2, 1, 2};
  CHECK(refusal([&] {
          views::principal_components({gaps, 3, 2});
        }) == "principal_components: 1 of 3 rows are without a gap; expected two or more (fill the gaps, or leave columns out)");
  CHECK(refusal([&] {
          views::principal_components({flat, 2, 2});
        }) == "principal_components: every column is constant; expected one with spread");
}

}  // namespace rulescore
