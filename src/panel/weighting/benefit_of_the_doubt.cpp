// Each unit under the weights that show it best: a linear programme a unit, over the weights, in which no unit may score above 1.
//
// A unit that another one equals or exceeds in every column says nothing that the other doesn't: the programmes hold those alone
// that are left, once each and in an order of their own, so that neither the order of the rows nor who else is there to no effect
// is seen. Columns are brought to a largest figure of 1; shares don't know about units of measurement. Tested by
// tests/unit/panel/weighting_doubt.cpp, tests/peers/weights.cpp.
#include "base/number.hpp"
#include "base/parallel.hpp"
#include "panel/column.hpp"
#include "panel/linear_programme.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore::weighting {
namespace {

constexpr const char* name = "benefit_of_the_doubt";
constexpr double none = std::numeric_limits<double>::infinity();
using Row = std::vector<double>;

void check_figures(const Matrix& matrix) {
  check_matrix(matrix, name);
  check_positive(matrix, name, Zero::allowed);
  for (std::size_t i = 0; i < matrix.values.size(); ++i)
    if (std::isnan(matrix.values[i]))
      throw UsageError(std::string(name) + ": " + place(i / matrix.columns, i % matrix.columns) +
                       " is missing; fill gaps first, or leave the unit out");
}

std::vector<ShareBounds> bounds_of(const Matrix& matrix, std::span<const ShareBounds> given) {
  if (given.empty()) return {};
  if (given.size() != 1 && given.size() != matrix.columns)
    throw UsageError(std::string(name) + ": " + std::to_string(given.size()) + " bounds on shares for " +
                     std::to_string(matrix.columns) + " columns; give one for each, or one for all");
  std::vector<ShareBounds> bounds(given.begin(), given.end());
  if (bounds.size() == 1) bounds.resize(matrix.columns, given[0]);
  double low = 0, high = 0;
  for (std::size_t j = 0; j < bounds.size(); ++j) {
    if (!(bounds[j].low >= 0 && bounds[j].low <= bounds[j].high && bounds[j].high <= 1))
      throw UsageError(std::string(name) + ": the share of column " + std::to_string(j + 1) + " is to lie between " +
                       shortest(bounds[j].low) + " and " + shortest(bounds[j].high) +
                       "; bounds go from 0 to 1, the lower one first");
    low += bounds[j].low;
    high += bounds[j].high;
  }
  if (low > 1 + 1e-12 || high < 1 - 1e-12)
    throw UsageError(std::string(name) + ": shares sum to 1, but the bounds allow for sums from " + shortest(low) + " to " +
                     shortest(high));
  return bounds;
}

// A unit's zeros have a share of 0, and the others must be able to make up the whole.
void check_zeros(const Row& unit, std::size_t row, const std::vector<ShareBounds>& bounds) {
  double most = 0;
  for (std::size_t j = 0; j < bounds.size(); ++j) {
    if (unit[j] > 0) most += bounds[j].high;
    if (unit[j] == 0 && bounds[j].low > 0)
      throw UsageError(std::string(name) + ": " + place(row, j) + " holds 0, which can't have a share of at least " +
                       shortest(bounds[j].low) + ": bring the columns to a scale above 0 first, say 1 to 100");
  }
  if (!bounds.empty() && most < 1 - 1e-12)
    throw UsageError(std::string(name) + ": the columns in which row " + std::to_string(row + 1) +
                     " has more than 0 may have shares of " + shortest(most) + " together, less than 1");
}

std::vector<Row> scaled(const Matrix& matrix) {
  std::vector<Row> units(matrix.rows, Row(matrix.columns));
  for (std::size_t j = 0; j < matrix.columns; ++j) {
    const double most = largest(column_of(matrix, j));
    for (std::size_t i = 0; i < matrix.rows; ++i) units[i][j] = most > 0 ? matrix.at(i, j) / most : 0;
  }
  return units;
}

// The units that no other one equals or exceeds throughout, in descending lexicographic order: whoever exceeds comes first.
std::vector<Row> frontier(std::vector<Row> units) {
  std::sort(units.begin(), units.end(), std::greater<>());
  std::vector<Row> kept;
  for (const Row& unit : units) {
    const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Row& other) {
      return std::equal(unit.begin(), unit.end(), other.begin(), [](double a, double b) { return a <= b; });
    });
    if (!covered) kept.push_back(unit);
  }
  return kept;
}

// w_j x_j - bound * score, over the weights.
Row beyond(const Row& unit, std::size_t column, double bound) {
  Row row(unit.size());
  for (std::size_t k = 0; k < unit.size(); ++k) row[k] = ((k == column ? 1 : 0) - bound) * unit[k];
  return row;
}

// Variables: the weights of the columns.
LinearProgramme programme_of(const Row& unit, const std::vector<Row>& others, const std::vector<ShareBounds>& bounds) {
  LinearProgramme programme(unit.size());
  for (std::size_t j = 0; j < unit.size(); ++j) programme.cost[j] = -unit[j];
  for (const Row& other : others) programme.add(other, -none, 1);
  for (std::size_t j = 0; j < bounds.size(); ++j) {
    if (bounds[j].low > 0) programme.add(beyond(unit, j, bounds[j].low), 0, none);
    if (bounds[j].high < 1) programme.add(beyond(unit, j, bounds[j].high), -none, 0);
  }
  return programme;
}

}  // namespace

BenefitOfTheDoubt benefit_of_the_doubt(const Matrix& matrix, std::span<const ShareBounds> given, unsigned threads) {
  check_figures(matrix);
  const std::vector<ShareBounds> bounds = bounds_of(matrix, given);
  const std::vector<Row> units = scaled(matrix), others = frontier(units);
  BenefitOfTheDoubt result{Row(matrix.rows, 0.0), Row(matrix.values.size(), 0.0)};
  const auto assess = [&](std::size_t row) {
    const Row& unit = units[row];
    if (std::all_of(unit.begin(), unit.end(), [](double x) { return x == 0; })) return;
    check_zeros(unit, row, bounds);
    const LinearSolution solution = minimise(programme_of(unit, others, bounds));
    if (solution.status != LinearSolution::Status::optimal)
      throw UsageError(std::string(name) + ": no weights were found for row " + std::to_string(row + 1));
    double score = 0;
    for (std::size_t j = 0; j < unit.size(); ++j) score += solution.x[j] * unit[j];
    for (std::size_t j = 0; j < unit.size(); ++j) result.shares[row * unit.size() + j] = solution.x[j] * unit[j] / score;
    result.scores[row] = std::min(1.0, score);
  };
  parallel_for(matrix.rows, assess, {threads, 1, nullptr});
  return result;
}

}  // namespace rulescore::weighting
