// Weights from figures: worked by hand, then what no method may do whatever it is given (negative or NaN weights, a sum that
// isn't 1, a dependence on units, on the order of rows or columns, on a column that says nothing), then every message.
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <vector>

namespace rulescore {
namespace {

const double gap = std::nan("");

struct Figures {
  std::vector<double> values;
  std::size_t columns;
  std::size_t rows() const { return values.size() / columns; }
  Matrix matrix() const { return {values, rows(), columns}; }
};

using Senses = std::vector<Sense>;
struct Method {
  const char* name;
  std::function<std::vector<double>(const Matrix&, const Senses&)> run;
  bool any_scale;           // of a column changes nothing
  bool above_zero = false;  // is what it needs
};

const std::vector<Method> methods = {
    {"equal", [](const Matrix& m, const Senses&) { return weighting::equal(m); }, true},
    {"entropy", [](const Matrix& m, const Senses&) { return weighting::entropy(m); }, true, true},
    {"gini", [](const Matrix& m, const Senses&) { return weighting::gini(m); }, true, true},
    {"standard_deviation", [](const Matrix& m, const Senses&) { return weighting::standard_deviation(m); }, false},
    {"variance", [](const Matrix& m, const Senses&) { return weighting::variance(m); }, true},
    {"angle", [](const Matrix& m, const Senses&) { return weighting::angle(m); }, true},
    {"critic", [](const Matrix& m, const Senses& s) { return weighting::critic(m, s); }, true},
    {"critic, ranks", [](const Matrix& m, const Senses& s) { return weighting::critic(m, s, weighting::Correlation::spearman); },
     true},
    {"merec", [](const Matrix& m, const Senses& s) { return weighting::merec(m, s); }, true, true},
};

Figures random_figures(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Figures result{{}, 1 + random() % 6};
  const std::size_t rows = 1 + random() % 12;
  for (std::size_t i = 0; i < rows * result.columns; ++i)
    result.values.push_back(random() % 10 == 0 ? gap : 1 + static_cast<double>(random() % 20));  // ties, gaps, small counts
  return result;
}

Senses random_senses(std::size_t columns, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Senses senses(columns);
  for (Sense& sense : senses) sense = random() % 2 == 0 ? Sense::cost : Sense::benefit;
  return senses;
}

void close(const std::vector<double>& a, const std::vector<double>& b, double tolerance = 1e-12) {
  REQUIRE(a.size() == b.size());
  for (std::size_t j = 0; j < a.size(); ++j) {
    INFO("column " << j << ": " << a[j] << " and " << b[j]);
    CHECK(std::abs(a[j] - b[j]) <= tolerance);
  }
}

void is_weights(const std::vector<double>& weights) {
  double sum = 0;
  for (const double w : weights) {
    CHECK(w >= 0);
    sum += w;
  }
  CHECK(std::abs(sum - 1) < 1e-12);
}

std::string message(const std::function<void()>& call) {
  try {
    call();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

TEST_CASE("weights: by hand") {
  const Figures two{{1, 1, 3, 1, 2, 4}, 2};  // columns 1 3 2 and 1 1 4
  // Gini: sum |x - y| / (2 n^2 mean): (1 + 1 + 2) / 18 is 2/9 once each way counted, 8 / 36; and 12 / 36
  close(weighting::gini(two.matrix()), {0.4, 0.6});
  close(weighting::standard_deviation(two.matrix()), {1 / (1 + std::sqrt(3.0)), std::sqrt(3.0) / (1 + std::sqrt(3.0))});
  close(weighting::variance(two.matrix()), {0.25 / (0.25 + 1.0 / 3), (1.0 / 3) / (0.25 + 1.0 / 3)});
  const auto share = [](double p) { return p * std::log(p); };
  const double a = 1 + (share(1 / 6.) + share(1 / 2.) + share(1 / 3.)) / std::log(3.0);
  const double b = 1 + (2 * share(1 / 6.) + share(2 / 3.)) / std::log(3.0);
  close(weighting::entropy(two.matrix()), {a / (a + b), b / (a + b)});
  const double alpha = std::acos(6 / std::sqrt(3 * 14.0)), beta = std::acos(6 / std::sqrt(3 * 18.0));
  close(weighting::angle(two.matrix()), {alpha / (alpha + beta), beta / (alpha + beta)});
  // CRITIC: with two columns both have the same conflict, so that contrast decides: sqrt(2/3)/2 and sqrt(2)/3
  close(weighting::critic(two.matrix()), {std::sqrt(1 / 6.) / (std::sqrt(1 / 6.) + std::sqrt(2 / 9.)),
                                          std::sqrt(2 / 9.) / (std::sqrt(1 / 6.) + std::sqrt(2 / 9.))});
  // MEREC: |ln| are 0, ln 3, ln 2 and 0, 0, ln 4; each removal leaves the other
  const auto s = [](double x) { return std::log(1 + x / 2); };
  const double first = s(std::log(3.0)) + s(std::log(2.0) + std::log(4.0)) - s(std::log(4.0));
  const double second = s(std::log(2.0) + std::log(4.0)) - s(std::log(2.0));
  close(weighting::merec(two.matrix()), {first / (first + second), second / (first + second)});
}

TEST_CASE("weights: zeros are figures to entropy and Gini") {
  const Figures zeros{{0, 1, 2, 1, 2, 4}, 2};
  const double a = 1 - std::log(2.0) / std::log(3.0);
  const double b = 1 + (2 / 6. * std::log(1 / 6.) + 4 / 6. * std::log(4 / 6.)) / std::log(3.0);
  close(weighting::entropy(zeros.matrix()), {a / (a + b), b / (a + b)});
}

TEST_CASE("weights: entropy of columns that are nearly equal") {  // 1 - H as written is rounding alone here
  std::vector<double> values;
  for (const double d : {-1.0, 0.0, 1.0}) values.insert(values.end(), {1 + d * 1e-9, 1 + d * 2e-9});
  close(weighting::entropy({values, 3, 2}), {0.2, 0.8}, 1e-6);  // as the squares of the deviations
}

TEST_CASE("weights: CRITIC looks which way is better") {
  const Figures twins{{1, 2, 5, 2, 4, 1, 3, 6, 4}, 3};  // the second is twice the first
  const std::vector<double> same = weighting::critic(twins.matrix());
  const std::vector<double> turned = weighting::critic(twins.matrix(), Senses{Sense::benefit, Sense::cost, Sense::benefit});
  CHECK(turned[1] > same[1]);
  Figures negated = twins;
  for (std::size_t row = 0; row < 3; ++row) negated.values[row * 3 + 1] *= -1;
  close(turned, weighting::critic(negated.matrix()));
}

TEST_CASE("weights: columns that agree in all have no conflict: the same weight each") {
  std::vector<double> values;
  for (const double x : {0.1, 0.7, 0.3, 0.9}) values.insert(values.end(), {x, 3 * x + 1, 0.1 * x, 7.0});
  for (const Method& method : methods)
    if (std::string(method.name).starts_with("critic")) close(method.run({values, 4, 4}, {}), {1 / 3., 1 / 3., 1 / 3., 0});
}

TEST_CASE("weights: whatever the figures, they are weights") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Figures figures = random_figures(seed);
    for (const Method& method : methods) {
      INFO(method.name << ", seed " << seed);
      is_weights(method.run(figures.matrix(), random_senses(figures.columns, seed)));
    }
  }
}

TEST_CASE("weights: permuting rows and columns") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Figures figures = random_figures(seed);
    const Senses senses = random_senses(figures.columns, seed);
    std::mt19937_64 random(seed);
    std::vector<std::size_t> rows(figures.rows()), columns(figures.columns);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    for (std::size_t j = 0; j < columns.size(); ++j) columns[j] = j;
    std::shuffle(rows.begin(), rows.end(), random);
    std::shuffle(columns.begin(), columns.end(), random);
    Figures moved{{}, figures.columns};
    Senses moved_senses;
    for (const std::size_t i : rows)
      for (const std::size_t j : columns) moved.values.push_back(figures.matrix().at(i, j));
    for (const std::size_t j : columns) moved_senses.push_back(senses[j]);
    for (const Method& method : methods) {
      INFO(method.name << ", seed " << seed);
      const std::vector<double> before = method.run(figures.matrix(), senses);
      std::vector<double> expected;
      for (const std::size_t j : columns) expected.push_back(before[j]);
      close(method.run(moved.matrix(), moved_senses), expected);
    }
  }
}

TEST_CASE("weights: the unit of a column doesn't matter, from 1e-300 to 1e300") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Figures figures = random_figures(seed);
    Figures scaled = figures;
    for (std::size_t i = 0; i < scaled.values.size(); ++i)
      scaled.values[i] *= std::vector<double>{1e-300, 1e300, 1e-12, 1e11, 3, 0.7}[i % figures.columns];
    for (const Method& method : methods) {
      INFO(method.name << ", seed " << seed);
      const std::vector<double> weights = method.run(scaled.matrix(), {});
      is_weights(weights);
      if (method.any_scale) close(weights, method.run(figures.matrix(), {}), 1e-10);
    }
  }
}

TEST_CASE("weights: a column that says nothing weighs nothing and changes nothing") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Figures figures = random_figures(seed);
    for (const bool empty : {false, true}) {
      Figures wider{{}, figures.columns + 1};
      for (std::size_t row = 0; row < figures.rows(); ++row) {
        for (std::size_t j = 0; j < figures.columns; ++j) wider.values.push_back(figures.matrix().at(row, j));
        wider.values.push_back(empty ? gap : 0.1);
      }
      for (const Method& method : methods) {
        if (std::string(method.name) == "equal") continue;
        INFO(method.name << ", seed " << seed);
        const std::vector<double> before = method.run(figures.matrix(), {}), after = method.run(wider.matrix(), {});
        const bool nobody =
            std::count(before.begin(), before.end(), before[0]) == static_cast<std::ptrdiff_t>(before.size()) && after.back() > 0;
        if (nobody) {  // no column has spread: all weigh the same
          close(after, std::vector<double>(after.size(), 1 / static_cast<double>(after.size())));
          continue;
        }
        std::vector<double> expected = before;
        expected.push_back(0);
        close(after, expected);
      }
    }
  }
}

TEST_CASE("weights: one row, and nothing but gaps") {
  for (const Method& method : methods) {
    close(method.run(Figures{{1, 2, 3, 4}, 4}.matrix(), {}), std::vector<double>(4, 0.25));
    close(method.run(Figures{{gap, gap, gap, gap}, 2}.matrix(), {}), {0.5, 0.5});
  }
}

TEST_CASE("weights: figures that differ in their last digit, vanish, or fill the range") {
  const double ulp = 0x1p-52, least = 5e-324, most = 1.7e308;
  for (const std::vector<double>& values : {std::vector<double>{1, 1, 1 + ulp, 1, 1, 1 + ulp},
                                            {least, most, 2 * least, 1, least, 2},
                                            {most, 1, least, 1 + ulp, most, 1},
                                            {most, most, most / 2, most, most, most}})
    for (const Method& method : methods) is_weights(method.run({values, 3, 2}, {}));
  for (const std::vector<double>& values : {std::vector<double>{-1.7e308, 1, 1.7e308, 2, 0, 2}, {-1, 5, 1, 6, 0, 7}})
    for (const Method& method : methods)
      if (!method.above_zero) is_weights(method.run({values, 3, 2}, {}));
}

TEST_CASE("weights: gaps leave the figures there are: a unit with nothing but gaps isn't there") {
  const Figures full{{1, 5, 2, 3, 9, 1}, 2}, wider{{1, 5, gap, gap, 2, 3, 9, 1}, 2};
  for (const Method& method : methods) close(method.run(full.matrix(), {}), method.run(wider.matrix(), {}));
}

TEST_CASE("weights: messages") {
  const std::vector<double> negative{1, 2, 3, -1.5}, zero{1, 2, 3, 0}, infinite{1, std::numeric_limits<double>::infinity()};
  CHECK(message([&] {
          weighting::entropy({negative, 2, 2});
        }) ==
        "entropy: row 2, column 2 holds -1.5; it takes figures of 0 and above: bring the columns to such a scale first, say 1 to "
        "100");
  CHECK(
      message([&] {
        weighting::gini({negative, 2, 2});
      }) ==
      "gini: row 2, column 2 holds -1.5; it takes figures of 0 and above: bring the columns to such a scale first, say 1 to 100");
  CHECK(message([&] {
          weighting::merec({zero, 2, 2});
        }) == "merec: row 2, column 2 holds 0; it takes figures above 0: bring the columns to such a scale first, say 1 to 100");
  CHECK(message([&] { weighting::critic({infinite, 1, 2}); }) == "critic has an infinite figure in row 1, column 2");
  CHECK(message([&] {
          weighting::critic({zero, 2, 2}, Senses{Sense::cost});
        }) == "critic: 1 directions for 2 columns; give one for each, or none");
  CHECK(message([&] { weighting::gini({zero, 3, 2}); }) == "gini holds 4 figures; 3 rows and 2 columns need 6");
  CHECK(message([&] { weighting::angle({}); }) == "angle has no figures");
}

}  // namespace
}  // namespace rulescore
