// Where a unit stands.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
constexpr Sense more = Sense::benefit, less = Sense::cost;

std::vector<std::uint32_t> columns_of(const std::vector<views::Standing>& standings) {
  std::vector<std::uint32_t> columns;
  for (const views::Standing& one : standings) columns.push_back(one.column);
  return columns;
}

}  // namespace

TEST_CASE("a unit's rank, who shares it, and its place between the worst and the best") {
  const std::vector<double> data{4, 4, 1, 8, 2, gap, 4, 0, 7, gap, 9, gap};
  const std::vector<Sense> senses{more, less, more};
  const auto first = views::profile({data, 4, 3}, senses, 0);
  CHECK(first[0].rank == 2);  // 4 8 4 and a gap: behind 8
  CHECK(first[0].tied == 2);
  CHECK(first[0].of == 3);
  CHECK(first[0].place == 0);
  CHECK(first[0].median == 4);
  CHECK(first[0].best == 8);
  CHECK(first[1].rank == 3);  // 4 of 0 2 4 9, less is better
  CHECK(first[1].place == About(5.0 / 9));
  CHECK(first[1].best == 0);
  const auto last = views::profile({data, 4, 3}, senses, 3);
  CHECK(last[0].rank == 0);
  CHECK(last[0].of == 3);
  CHECK(std::isnan(last[0].place));
}

TEST_CASE("strengths and weaknesses, ties by how few share them") {
  // Ranks of the first unit: 1 (with two more), 1 alone, 3 alone, none, 2; the last column is the same for all.
  const std::vector<double> data{5, 9, 1, gap, 5, 1,  //
                                 5, 8, 2, 1,   6, 1,  //
                                 5, 7, 3, 2,   4, 1,  //
                                 1, 6, 0, 3,   3, 1};
  const std::vector<Sense> senses(6, more);
  CHECK(columns_of(views::strengths({data, 4, 6}, senses, 0)) == std::vector<std::uint32_t>{1, 0, 4, 2});
  CHECK(columns_of(views::weaknesses({data, 4, 6}, senses, 0)) == std::vector<std::uint32_t>{2, 4, 1, 0});
  CHECK(columns_of(views::strengths({data, 4, 6}, senses, 0, 1)) == std::vector<std::uint32_t>{1});
}

TEST_CASE("a profile that can't be is refused") {
  const std::vector<double> data{1, 2};
  CHECK(refusal([&] {
          views::profile({data, 1, 2}, std::vector{more}, 0);
        }) == "profile: 1 senses for 2 columns; expected one for each column");
  CHECK(refusal([&] { views::profile({data, 2, 1}, std::vector{more}, 2); }) == "profile: there is no row 3 among 2");
}

}  // namespace rulescore
