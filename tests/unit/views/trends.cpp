// Figures over the years.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("a slope, how well it fits, and the growth a year") {
  const std::vector<double> column{100, 110, 121, gap, 146.41};
  const std::vector<std::uint32_t> units(5, 3);
  const std::vector<double> years{2018, 2019, 2020, 2021, 2022};
  const auto all = views::trends(column, units, years);
  REQUIRE(all.size() == 1);
  CHECK(all[0].unit == 3);
  CHECK(all[0].count == 4);
  CHECK(all[0].first == 100);
  CHECK(all[0].last_time == 2022);
  CHECK(all[0].growth == About(0.1));
  // Times about their mean 2019.75: -1.75 -0.75 0.25 2.25, squares 8.75; with the figures 101.67 25.
  CHECK(all[0].slope == About((-1.75 * 100 - 0.75 * 110 + 0.25 * 121 + 2.25 * 146.41) / 8.75));
  CHECK(all[0].fit > 0.99);
}

TEST_CASE("a straight line is found whatever the order of rows, with its fit 1") {
  std::vector<double> column, years;
  std::vector<std::uint32_t> units;
  for (const std::uint32_t unit : {9u, 2u})
    for (int year = 2010; year < 2020; ++year) {
      units.push_back(unit);
      years.push_back(year);
      column.push_back(unit == 9 ? 50 - 2.5 * (year - 2010) : 7);
    }
  const auto order = shuffled(20, 2);
  const auto all = views::trends(taken(column, order), taken(units, order), taken(years, order));
  REQUIRE(all.size() == 2);
  CHECK(all[0].unit == 2);
  CHECK(all[0].slope == 0);
  CHECK(std::isnan(all[0].fit));
  CHECK(all[0].growth == 0);
  CHECK(all[1].slope == About(-2.5));
  CHECK(all[1].fit == About(1));
  CHECK(all[1].growth == About(std::pow(27.5 / 50, 1.0 / 9) - 1));
}

TEST_CASE("one figure, none, and growth from or to nothing") {
  const std::vector<double> column{5, gap, gap, -1, 4, 0, 3};
  const std::vector<std::uint32_t> units{0, 0, 1, 2, 2, 3, 3};
  const std::vector<double> years{2020, 2021, 2020, 2020, 2021, 2020, 2021};
  const auto all = views::trends(column, units, years);
  REQUIRE(all.size() == 4);
  CHECK(all[0].count == 1);
  CHECK(all[0].first == 5);
  CHECK(std::isnan(all[0].slope));
  CHECK(all[1].count == 0);
  CHECK(std::isnan(all[1].first));
  CHECK(all[2].slope == 5);
  CHECK(std::isnan(all[2].growth));
  CHECK(std::isnan(all[3].growth));
}

TEST_CASE("trends that can't be are refused") {
  const std::vector<double> column{1, 2}, years{2020, 2020};
  const std::vector<std::uint32_t> units{0, 0};
  CHECK(refusal([&] { views::trends(column, units, years); }) ==
        "trends: rows 1 and 2 are the same unit at the same time; expected one row a unit and time");
  CHECK(refusal([&] { views::trends(column, units, std::vector<double>{2020}); }) ==
        "trends: 2 units and 1 times for 2 rows; expected one of each for each row");
  CHECK(refusal([&] {
          views::trends(column, units, std::vector<double>{2020, gap});
        }) == "trends: row 2 has no time; expected a year");
}

}  // namespace rulescore
