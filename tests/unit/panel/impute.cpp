// Gaps: what fills them, and what nothing does.
#include <rulescore/prepare.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
constexpr Sense more = Sense::benefit, less = Sense::cost;

}  // namespace

TEST_CASE("the mean or the median of a column, or of the unit's group") {
  const std::vector<double> column{1, gap, 3, 11, gap};
  CHECK(same(impute(column, Fill::mean), {1, 5, 3, 11, 5}));
  CHECK(same(impute(column, Fill::median), {1, 3, 3, 11, 3}));
  const std::vector<std::uint32_t> groups{7, 7, 7, 4000000000, 4000000000};
  CHECK(same(impute(column, Fill::mean, groups), {1, 2, 3, 11, 11}));
}

TEST_CASE("a group, or a column, without a figure keeps its gaps") {
  const std::vector<double> column{1, gap, gap};
  CHECK(same(impute(column, Fill::median, std::vector<std::uint32_t>{1, 1, 2}), {1, 1, gap}));
  CHECK(same(impute(std::vector<double>{gap, gap}, Fill::mean), {gap, gap}));
}

TEST_CASE("by row: a unit stands in what it lacks where it stands in the others") {
  // Half way in the first, whose scale ends at 10; the second is a cost from 8 (worst) to 4 (best).
  const std::vector<double> block{0, 8, 10, 4, 5, gap};
  CHECK(same(impute_by_row({block, 3, 2}, std::vector{more, less}), {0, 8, 10, 4, 5, 6}));
  // At the top of the first it is at the best, 4, of the second.
  const std::vector<double> top{0, 8, 10, 4, 10, gap};
  CHECK(same(impute_by_row({top, 3, 2}, std::vector{more, less}), {0, 8, 10, 4, 10, 4}));
}

TEST_CASE("by row: columns without figures or spread, units without anything") {
  const std::vector<double> block{1, gap, 7, gap, gap, gap, 3, gap, gap};  // the second has none, the third one figure
  CHECK(same(impute_by_row({block, 3, 3}, std::vector{more, more, more}), {1, gap, 7, gap, gap, gap, 3, gap, 7}));
}

TEST_CASE("by row: the order of units doesn't matter to the bit") {
  const std::vector<double> block = made_up(30 * 4, 5, 1000, true);
  const std::vector<Sense> senses{more, less, less, more};
  const std::vector<double> all = impute_by_row({block, 30, 4}, senses);
  std::vector<double> reversed, expected;
  for (std::size_t row = 30; row-- > 0;)
    for (std::size_t c = 0; c < 4; ++c) {
      reversed.push_back(block[row * 4 + c]);
      expected.push_back(all[row * 4 + c]);
    }
  CHECK(same(impute_by_row({reversed, 30, 4}, senses), expected));
}

TEST_CASE("over time: the latest earlier figure of the same unit, or the line between two") {
  const std::vector<double> column{gap, 10, gap, gap, 40, gap, 5};
  const std::vector<std::uint32_t> units{1, 1, 1, 1, 1, 1, 2};
  const std::vector<double> years{2015, 2016, 2017, 2018, 2022, 2023, 2017};
  CHECK(same(impute_over_time(column, Fill::latest, units, years), {gap, 10, 10, 10, 40, 40, 5}));
  CHECK(same(impute_over_time(column, Fill::linear, units, years), {10, 10, 15, 20, 40, 40, 5}));
  const auto order = shuffled(7, 3);
  CHECK(same(impute_over_time(taken(column, order), Fill::linear, taken(units, order), taken(years, order)),
             taken(impute_over_time(column, Fill::linear, units, years), order)));
}

TEST_CASE("imputation refuses what can't be") {
  const std::vector<double> column{1, gap};
  CHECK(refusal([&] { impute(column, Fill::latest); }) == "impute: a column alone is filled by its mean or median");
  CHECK(refusal([&] { impute(column, Fill::mean, std::vector<std::uint32_t>{1}); }) ==
        "impute: 1 groups for 2 rows; expected one for each row");
  CHECK(refusal([&] { impute(std::vector<double>{}, Fill::mean); }) == "impute: the column has no figures");
  CHECK(refusal([&] {
          impute_by_row({column, 1, 2}, std::vector{more});
        }) == "impute_by_row: 1 senses for 2 columns; expected one for each column");
  const std::vector<std::uint32_t> units{4, 4};
  CHECK(refusal([&] {
          impute_over_time(column, Fill::linear, units, std::vector<double>{2020, 2020});
        }) == "impute: rows 1 and 2 are the same unit at the same time; expected one row a unit and time");
  CHECK(refusal([&] {
          impute_over_time(column, Fill::latest, units, std::vector<double>{2020, gap});
        }) == "impute: row 2 has no time; expected a year");
}

}  // namespace rulescore
