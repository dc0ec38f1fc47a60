// Outliers: when a column is touched, which figures, how far.
#include <rulescore/prepare.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
using Then = Treatment::Then;

constexpr Treatment usual{true, 2, 3.5, 5, Then::log};

std::vector<double> tailed(double outlier) {
  std::vector<double> column;
  for (int i = 1; i <= 20; ++i) column.push_back(i);
  column.push_back(outlier);
  return column;
}

std::vector<double> negated(std::vector<double> column) {
  for (double& x : column) x = -x;
  return column;
}

}  // namespace

TEST_CASE("a column that passes isn't touched, nor one when treatment is off") {
  const std::vector<double> fine = tailed(21), wild = tailed(1e6);
  CHECK(same(treat(fine, usual).values, fine));
  CHECK(treat(fine, usual).passed_before);
  const Treated off = treat(wild, {});
  CHECK(same(off.values, wild));
  CHECK_FALSE(off.passes);
  CHECK_FALSE(off.passed_before);
}

TEST_CASE("one outlier becomes the next figure; on the low side likewise") {
  std::vector<double> expected = tailed(20);
  const Treated high = treat(tailed(1e6), usual), low = treat(negated(tailed(1e6)), usual);
  CHECK(same(high.values, expected));
  CHECK(high.winsorised_high == std::vector<std::uint32_t>{20});
  CHECK(high.winsorised_low.empty());
  CHECK(high.passes);
  CHECK_FALSE(high.transformed);
  CHECK(same(low.values, negated(expected)));
  CHECK(low.winsorised_low == std::vector<std::uint32_t>{20});
  CHECK(low.winsorised_high.empty());
}

TEST_CASE("copies of the largest go together, and the count of them is the limit") {
  std::vector<double> column = tailed(1e6);
  for (int i = 0; i < 14; ++i) column.push_back(10);
  column.push_back(1e6);
  Treatment treatment = usual;
  treatment.winsorise = 1;  // a step is whole: it takes both
  treatment.then = Then::nothing;
  CHECK(treat(column, treatment).winsorised_high == std::vector<std::uint32_t>{20, 35});
  treatment.winsorise = 0;
  CHECK(same(treat(column, treatment).values, column));
  CHECK_FALSE(treat(column, treatment).passes);
}

TEST_CASE("what winsorising can't mend a logarithm does, of the figures as they were") {
  std::vector<double> column;
  for (int i = 0; i < 40; ++i) column.push_back(std::pow(1.5, i));
  Treatment treatment = usual;
  treatment.winsorise = 1;
  const Treated logged = treat(column, treatment);
  CHECK(logged.transformed);
  CHECK(logged.winsorised_high == std::vector<std::uint32_t>{39});
  const double range = column.back() - column.front();
  for (std::size_t i = 0; i < column.size(); ++i) CHECK(logged.values[i] == About(std::log(column[i] - 1 + 0.01 * range)));
  treatment.then = Then::log_combined;
  CHECK(treat(column, treatment).values[39] == treat(column, treatment).values[38]);
  treatment.then = Then::nothing;
  CHECK(treat(column, treatment).values[39] == column[38]);
}

TEST_CASE("the logarithm with a sign draws in whichever tail is long, and keeps the order") {
  std::vector<double> column;
  for (int i = 0; i < 40; ++i) column.push_back(-std::pow(1.5, i));
  Treatment treatment = usual;
  treatment.winsorise = 0;
  treatment.then = Then::log_signed;
  const Treated treated = treat(column, treatment);
  CHECK(treated.transformed);
  CHECK(std::abs(treated.skew) < std::abs(treated.skew_before));
  for (std::size_t i = 1; i < column.size(); ++i) CHECK(treated.values[i] < treated.values[i - 1]);
  const Treated mirrored = treat(negated(column), treatment);
  CHECK(same(negated(treated.values), mirrored.values));
}

TEST_CASE("columns with nothing to treat") {
  CHECK(treat(std::vector<double>{5, 5, 5, 5, 5}, usual).passes);
  CHECK(treat(std::vector<double>{1, 2, 1e9}, usual).passes);
  CHECK(treat(std::vector<double>{gap, gap}, usual).passes);
  std::vector<double> yes_or_no(60, 0);
  yes_or_no[7] = 1;  // fails, but the one unit that has it is no outlier
  const Treated treated = treat(yes_or_no, usual);
  CHECK(same(treated.values, yes_or_no));
  CHECK_FALSE(treated.passes);
  CHECK_FALSE(treated.transformed);
}

TEST_CASE("gaps stay, rows may stand in any order, scales don't matter") {
  std::vector<double> column = made_up(200, 9, 1000, true);
  for (double& x : column) x = x * x * x;
  for (int i = 0; i < 3; ++i) column[static_cast<std::size_t>(i * 31)] = 1e12 * (i + 1);
  const Treated all = treat(column, usual);
  CHECK_FALSE(all.passed_before);
  for (std::size_t i = 0; i < column.size(); ++i) CHECK(std::isnan(all.values[i]) == std::isnan(column[i]));
  const auto order = shuffled(column.size(), 4);
  CHECK(same(treat(taken(column, order), usual).values, taken(all.values, order)));
  std::vector<double> thousandfold = column, expected = all.values;
  for (double& x : thousandfold) x *= 1024;
  for (double& x : expected) x *= 1024;
  CHECK(same(treat(thousandfold, usual).values, expected));
}

}  // namespace rulescore
