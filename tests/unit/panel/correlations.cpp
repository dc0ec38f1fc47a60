// Correlations of many columns at once: each is the one that pearson() finds for the pair, whatever the sizes of blocks and
// panels.
#include "panel/correlations.hpp"

#include "panel/column.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <random>
#include <vector>

namespace rulescore {
namespace {

std::vector<double> some(std::size_t columns, std::size_t rows, double gaps) {
  std::mt19937_64 random(columns * 1000 + rows);
  std::vector<double> figures(columns * rows);
  for (double& x : figures) x = static_cast<double>(random() >> 11) * 0x1p-53;
  for (double& x : figures)
    if (static_cast<double>(random() >> 11) * 0x1p-53 < gaps) x = std::nan("");
  return figures;
}

void same_as_pairs(const std::vector<double>& figures, std::size_t rows) {
  const std::size_t columns = figures.size() / rows;
  const Correlations found = correlations(figures, rows);
  REQUIRE(found.square.size() == columns * columns);
  for (std::size_t i = 0; i < columns; ++i) {
    const std::span<const double> a(figures.data() + i * rows, rows);
    const double spread = sd_of(a) * std::sqrt(static_cast<double>(count_of(a) - 1));
    if (count_of(a) > 1) CHECK(std::abs(found.spreads[i] - spread) < 1e-12);
    for (std::size_t j = 0; j < columns; ++j) {
      const double pair = pearson(a, {figures.data() + j * rows, rows}), ours = found.square[i * columns + j];
      INFO(columns << " columns, " << rows << " rows, " << i << " with " << j << ": " << ours << " for " << pair);
      CHECK((std::isnan(pair) ? std::isnan(ours) : std::abs(ours - pair) < 1e-13));
    }
  }
}

TEST_CASE("correlations: panels and blocks that are full, and those that aren't") {
  for (const std::size_t columns : {1u, 2u, 7u, 8u, 9u, 17u})
    for (const std::size_t rows : {2u, 3u, 127u, 128u, 129u, 300u}) same_as_pairs(some(columns, rows, 0), rows);
}

TEST_CASE("correlations: gaps are left out pair by pair") {
  same_as_pairs(some(9, 40, 0.2), 40);
  same_as_pairs(some(5, 4, 0.5), 4);
}

TEST_CASE("correlations: a column without spread has none, with anybody") {
  std::vector<double> figures = some(3, 10, 0);
  std::fill(figures.begin() + 10, figures.begin() + 20, 0.25);
  const Correlations found = correlations(figures, 10);
  for (const std::size_t at : {1u, 3u, 4u, 5u, 7u}) CHECK(std::isnan(found.square[at]));
  CHECK(found.square[0] == 1);
  CHECK(found.square[2] == found.square[6]);
}

TEST_CASE("correlations: of no columns") { CHECK(correlations({}, 3).square.empty()); }

}  // namespace
}  // namespace rulescore
