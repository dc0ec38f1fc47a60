// What a column says of itself, against definitions written out.
#include "panel/column.hpp"

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;

double naive_kendall(const std::vector<double>& a, const std::vector<double>& b) {
  double agree = 0, pairs_a = 0, pairs_b = 0;
  const auto sign = [](double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; };
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      if (std::isnan(a[i] + a[j] + b[i] + b[j])) continue;
      agree += sign(a[i] - a[j]) * sign(b[i] - b[j]);
      pairs_a += a[i] != a[j];
      pairs_b += b[i] != b[j];
    }
  return agree / std::sqrt(pairs_a * pairs_b);
}

}  // namespace

TEST_CASE("a gap takes no part") {
  const std::vector<double> column{gap, 4, 1, gap, 1, 10};
  CHECK(count_of(column) == 4);
  CHECK(least(column) == 1);
  CHECK(largest(column) == 10);
  CHECK(sum_of(column) == 16);
  CHECK(mean_of(column) == 4);
  CHECK(median_of(column) == 2.5);
  CHECK(variance_of(column) == About(18));  // (0 + 9 + 9 + 36) / 3
  CHECK(population_sd_of(column) == About(std::sqrt(13.5)));
  CHECK(same(ranks_of(column, Ties::low), {gap, 3, 1, gap, 1, 4}));
  CHECK(same(ranks_of(column, Ties::average), {gap, 3, 1.5, gap, 1.5, 4}));
  CHECK(same(ranks_of(column, Ties::high), {gap, 3, 2, gap, 2, 4}));
}

TEST_CASE("no figures, one, and no spread") {
  const std::vector<double> nothing{gap, gap}, one{gap, 7}, flat{3, 3, 3, 3, 3};
  for (const double x : {least(nothing), largest(nothing), sum_of(nothing), mean_of(nothing), median_of(nothing), sd_of(nothing)})
    CHECK(std::isnan(x));
  CHECK(median_of(one) == 7);
  CHECK(std::isnan(sd_of(one)));
  CHECK(sd_of(flat) == 0);
  CHECK(std::isnan(skew_of(flat)));
  CHECK(std::isnan(kurtosis_of(flat)));
  CHECK(std::isnan(pearson(flat, std::vector<double>{1, 2, 3, 4, 5})));
  CHECK(std::isnan(kendall(flat, std::vector<double>{1, 2, 3, 4, 5})));
}

TEST_CASE("quantiles of type 7 lie between neighbours") {
  const std::vector<double> column{40, 10, 30, 20};
  CHECK(quantile_of(column, 0) == 10);
  CHECK(quantile_of(column, 1) == 40);
  CHECK(quantile_of(column, 0.05) == About(11.5));  // 0.15 of the way from 10 to 20
  CHECK(quantile_of(column, 0.5) == 25);
}

TEST_CASE("skewness and kurtosis don't change with the unit or where zero lies, but with the side") {
  const std::vector<double> column{1, 2, 2, 3, 9};
  CHECK(skew_of(column) == About(skew_of(std::vector<double>{101e6, 102e6, 102e6, 103e6, 109e6}), 1e-9));
  CHECK(skew_of(column) == About(-skew_of(std::vector<double>{-1, -2, -2, -3, -9})));
  CHECK(kurtosis_of(column) == About(kurtosis_of(std::vector<double>{-1, -2, -2, -3, -9})));
  CHECK(std::abs(skew_of(std::vector<double>{1, 2, 3, 4, 5})) < 1e-15);
  CHECK(kurtosis_of(std::vector<double>{1, 2, 3, 4, 5}) == About(-1.2));  // of a uniform, less 3
}

TEST_CASE("Kendall's tau is what all pairs say, ties, gaps and all") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const std::vector<double> a = made_up(40, seed, seed % 2 ? 6 : 1000, true),
                              b = made_up(40, seed + 100, seed % 3 ? 4 : 500, true);
    CHECK(kendall(a, b) == About(naive_kendall(a, b)));
    CHECK(kendall(a, b) == kendall(b, a));
    const auto order = shuffled(40, seed);
    CHECK(kendall(taken(a, order), taken(b, order)) == kendall(a, b));
  }
}

TEST_CASE("correlations see only rows that both have") {
  const std::vector<double> a{1, 2, 3, gap, 100}, b{2, 4, 6, -50, gap};
  CHECK(pearson(a, b) == About(1));
  CHECK(spearman(a, b) == About(1));
  CHECK(kendall(a, b) == 1);
}

TEST_CASE("Spearman's looks at the order alone") {
  const std::vector<double> a{1e-12, 1, 2, 3e11}, b{1, 10, 100, 1000};
  CHECK(spearman(a, b) == 1);
  CHECK(pearson(a, b) < 1);
}

TEST_CASE("a matrix that isn't one is refused") {
  const std::vector<double> figures{1, 2, 3, 4, 5, std::numeric_limits<double>::infinity()};
  CHECK(refusal([&] {
          check_matrix({figures, 2, 2}, "the matrix");
        }) == "the matrix holds 6 figures; 2 rows and 2 columns need 4");
  CHECK(refusal([&] { check_matrix({figures, 3, 2}, "the matrix"); }) == "the matrix has an infinite figure in row 3, column 2");
  CHECK(refusal([&] { check_matrix({figures, 0, 2}, "the matrix"); }) == "the matrix has no figures");
}

}  // namespace rulescore
