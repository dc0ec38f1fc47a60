// Columns side by side, and whether they measure one thing.
#include <rulescore/views.hpp>

#include "panel/column.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
using views::Correlation;
constexpr Correlation all[] = {Correlation::pearson, Correlation::spearman, Correlation::kendall};

double pair(std::span<const double> a, std::span<const double> b, Correlation how) {
  return how == Correlation::pearson ? pearson(a, b) : how == Correlation::spearman ? spearman(a, b) : kendall(a, b);
}

}  // namespace

TEST_CASE("a square of correlations is that of each pair, gaps or not") {
  for (const bool gaps : {false, true})
    for (const Correlation how : all) {
      const std::vector<double> data = made_up(50 * 6, 3, 20, gaps);
      const Matrix matrix{data, 50, 6};
      const std::vector<double> square = views::correlations(matrix, how), other = views::correlations(matrix, matrix, how);
      for (std::size_t a = 0; a < 6; ++a)
        for (std::size_t b = 0; b < 6; ++b) {
          const double expected = a == b ? 1 : pair(column_of(matrix, a), column_of(matrix, b), how);
          CHECK(square[a * 6 + b] == About(expected));
          CHECK(square[a * 6 + b] == square[b * 6 + a]);
          CHECK(other[a * 6 + b] == About(expected));
        }
    }
}

TEST_CASE("a column without spread, or that shares no rows, has no correlation") {
  const std::vector<double> data{1, 5, gap, 2, 5, gap, gap, 5, 1, gap, 5, 2};
  for (const Correlation how : all) {
    const std::vector<double> square = views::correlations({data, 4, 3}, how);
    CHECK(same(square, {1, gap, gap, gap, gap, gap, gap, gap, 1}));
  }
}

TEST_CASE("pairs that say the same, or the opposite") {
  // The second is the first, the third its opposite, the fourth something else.
  const std::vector<double> data{1, 10, -1, 3, 2, 20, -2, 1, 3, 30, -3, 9, 4, 40, -4, 2};
  const auto pairs = views::correlated({data, 4, 4}, 0.9);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].a == 0);
  CHECK(pairs[0].b == 1);
  CHECK(pairs[0].value == About(1));
  CHECK(pairs[1].b == 2);
  CHECK(pairs[1].value == About(-1));
  const std::vector<std::uint32_t> groups{0, 1, 0, 1};
  const auto within = views::correlated({data, 4, 4}, 0.9, Correlation::pearson, groups);
  REQUIRE(within.size() == 1);
  CHECK(within[0].a == 0);
  CHECK(within[0].b == 2);
  CHECK(refusal([&] {
          views::correlated({data, 4, 4}, 0.9, Correlation::pearson, std::vector<std::uint32_t>{1});
        }) == "correlated: 1 groups for 4 columns; expected one for each column");
  CHECK(refusal([&] {
          views::correlations({data, 4, 4}, {data, 2, 8});
        }) == "correlations: 4 rows against 2; expected the same units");
}

TEST_CASE("alpha is 1 of copies, and by hand") {
  const std::vector<double> copies{1, 1, 1, 2, 2, 2, 5, 5, 5};
  CHECK(views::cronbach_alpha({copies, 3, 3}).alpha == About(1));
  // Variances 1 and 4, of the sum 7: 2 (1 - 5 / 7). The row with a gap takes no part.
  const std::vector<double> data{1, 2, 2, 0, 3, 4, gap, 77};
  const views::Alpha alpha = views::cronbach_alpha({data, 4, 2});
  CHECK(alpha.rows == 3);
  CHECK(alpha.alpha == About(2 * (1 - 5.0 / 7)));
  CHECK(std::isnan(alpha.without[0]));  // one column is left
  CHECK(alpha.rest[0] == About(0.5));
  CHECK(alpha.rest[1] == About(0.5));
}

TEST_CASE("alpha without a column is alpha of the others") {
  const std::vector<double> data = made_up(40 * 4, 6);
  std::vector<double> others;
  for (std::size_t row = 0; row < 40; ++row)
    for (const std::size_t c : {0, 1, 3}) others.push_back(data[row * 4 + c]);
  CHECK(views::cronbach_alpha({data, 40, 4}).without[2] == About(views::cronbach_alpha({others, 40, 3}).alpha));
}

TEST_CASE("no alpha of one column, one row, or sums that never move") {
  const std::vector<double> data{1, 2, 3, 4}, opposite{1, -1, 2, -2, 3, -3};
  CHECK(std::isnan(views::cronbach_alpha({data, 4, 1}).alpha));
  CHECK(std::isnan(views::cronbach_alpha({data, 1, 4}).alpha));
  CHECK(std::isnan(views::cronbach_alpha({opposite, 3, 2}).alpha));
}

}  // namespace rulescore
