// What columns hold, and what units have.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("a column is counted") {
  const std::vector<double> column{0, 3, gap, 3, 0, 0, 9};
  const views::ColumnStats stats = views::column_stats({column, 7, 1})[0];
  CHECK(stats.rows == 7);
  CHECK(stats.figures == 6);
  CHECK(stats.non_zero == 3);
  CHECK(stats.different == 3);
  CHECK(stats.same == 3);
  CHECK(stats.min == 0);
  CHECK(stats.max == 9);
  CHECK(stats.mean == 2.5);
  CHECK(stats.median == 1.5);
  CHECK(stats.sd == About(std::sqrt(61.5 / 5)));  // 3 x 6.25 + 2 x 0.25 + 42.25
  CHECK(stats.available() == About(6.0 / 7));
  CHECK(stats.share(stats.same) == 0.5);
}

TEST_CASE("a column is flagged below its limits, not at them") {
  const std::vector<double> column{0, 0, 1, 2};
  views::Limits limits;
  limits.available = 1;
  const auto of = [&] { return views::column_stats({column, 4, 1}, limits)[0]; };
  CHECK_FALSE(of().many_zeros);  // half of them: the limit
  CHECK_FALSE(of().few_different);
  CHECK_FALSE(of().few_figures);
  limits.non_zero = 0.51;
  limits.different = 0.76;
  CHECK(of().many_zeros);
  CHECK(of().few_different);
  std::vector<double> wild(20, 1);
  for (std::size_t i = 0; i < wild.size(); ++i) wild[i] = static_cast<double>(i);
  CHECK_FALSE(views::column_stats({wild, 20, 1})[0].outliers);
  wild[19] = 1e9;
  CHECK(views::column_stats({wild, 20, 1})[0].outliers);
}

TEST_CASE("a column without figures, and without spread") {
  const std::vector<double> data{gap, 4, gap, 4};
  const auto stats = views::column_stats({data, 2, 2});
  CHECK(std::isnan(stats[0].mean));
  CHECK(stats[0].figures == 0);
  CHECK(stats[0].few_figures);
  CHECK_FALSE(stats[0].many_zeros);
  CHECK_FALSE(stats[0].outliers);
  CHECK(stats[1].sd == 0);
  CHECK(stats[1].same == 2);
  CHECK(std::isnan(stats[1].skew));
}

TEST_CASE("what units have") {
  const std::vector<double> data{1, 0, gap, 4, gap, gap, gap, gap};
  const auto units = views::unit_availability({data, 2, 4});
  CHECK(units[0].missing == 1);
  CHECK(units[0].zeros == 1);
  CHECK(units[0].available == 0.75);
  CHECK(units[0].non_zero == About(2.0 / 3));
  CHECK(units[1].available == 0);
  CHECK(std::isnan(units[1].non_zero));
  const std::vector<std::vector<std::uint32_t>> groups{{0, 1, 2}, {2, 3}, {0, 1, 2, 3}};
  CHECK(close(views::group_availability({data, 2, 4}, groups), {2.0 / 3, 0.5, 0.75, 0, 0, 0}));
}

TEST_CASE("groups that can't be are refused") {
  const std::vector<double> data{1, 2};
  using Groups = std::vector<std::vector<std::uint32_t>>;
  CHECK(refusal([&] {
          views::group_availability({data, 1, 2}, Groups{{0}, {}});
        }) == "group_availability: group 2 has no columns");
  CHECK(refusal([&] {
          views::group_availability({data, 1, 2}, Groups{{2}});
        }) == "group_availability: group 1 names column 3 of 2");
}

}  // namespace rulescore
