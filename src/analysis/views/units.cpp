// Where one unit stands in every column, and where it is strong and weak. Outside face: views.hpp. Tested by
// tests/unit/views/units.cpp; against peers by tests/peers/views.cpp.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::views {
namespace {

void check(const Matrix& data, std::span<const Sense> senses, std::size_t unit) {
  check_matrix(data, "profile: the matrix");
  if (senses.size() != data.columns)
    throw UsageError("profile: " + std::to_string(senses.size()) + " senses for " + std::to_string(data.columns) +
                     " columns; expected one for each column");
  if (unit >= data.rows)
    throw UsageError("profile: there is no row " + std::to_string(unit + 1) + " among " + std::to_string(data.rows));
}

Standing standing(std::span<const double> column, Sense sense, std::size_t unit) {
  Standing result;
  const double x = column[unit], low = least(column), high = largest(column);
  const bool cost = sense == Sense::cost;
  result.figure = x;
  result.of = static_cast<std::uint32_t>(count_of(column));
  result.median = median_of(column);
  result.best = cost ? low : high;
  if (std::isnan(x)) return result;
  result.rank = 1;
  for (const double other : column) {
    result.rank += (cost ? other < x : other > x) ? 1 : 0;
    result.tied += other == x ? 1 : 0;
  }
  result.place = high > low ? (cost ? (high - x) / (high - low) : (x - low) / (high - low)) : 0.5;
  return result;
}

// Those that can be a strength or a weakness, by how many are ahead.
template <typename Ahead>
std::vector<Standing> first(std::vector<Standing> all, std::size_t count, const Ahead& ahead) {
  std::erase_if(all, [](const Standing& one) { return one.rank == 0 || one.tied == one.of; });
  std::stable_sort(all.begin(), all.end(), [&](const Standing& a, const Standing& b) {
    if (a.rank != b.rank) return ahead(a.rank, b.rank);
    return a.tied < b.tied;
  });
  if (all.size() > count) all.resize(count);
  return all;
}

}  // namespace

std::vector<Standing> profile(const Matrix& data, std::span<const Sense> senses, std::size_t unit) {
  check(data, senses, unit);
  std::vector<Standing> all;
  for (std::uint32_t c = 0; c < data.columns; ++c) {
    all.push_back(standing(column_of(data, c), senses[c], unit));
    all.back().column = c;
  }
  return all;
}

std::vector<Standing> strengths(const Matrix& data, std::span<const Sense> senses, std::size_t unit, std::size_t count) {
  return first(profile(data, senses, unit), count, [](std::uint32_t a, std::uint32_t b) { return a < b; });
}

std::vector<Standing> weaknesses(const Matrix& data, std::span<const Sense> senses, std::size_t unit, std::size_t count) {
  return first(profile(data, senses, unit), count, [](std::uint32_t a, std::uint32_t b) { return a > b; });
}

}  // namespace rulescore::views
