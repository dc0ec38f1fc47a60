// Copeland scores up a tree: a node's children are compared by its own siblings' weights, and their scores are the figures of the
// level above. Tested by tests/unit/analysis/decision_pairs.cpp.
#include <rulescore/decision.hpp>
#include <rulescore/error.hpp>

#include "panel/column.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore::decision {
namespace {

struct Children {
  std::vector<double> figures, weights;  // row-major
  std::vector<Sense> senses;
};

Children children_of(std::uint32_t parent, const Matrix& matrix, const Level& level, std::span<const Sense> senses) {
  Children result;
  for (std::size_t column = 0; column < matrix.columns; ++column) {
    if (level.parents[column] != parent) continue;
    result.weights.push_back(level.weights[column]);
    result.senses.push_back(senses.empty() ? Sense::benefit : senses[column]);
  }
  for (std::size_t row = 0; row < matrix.rows; ++row)
    for (std::size_t column = 0; column < matrix.columns; ++column)
      if (level.parents[column] == parent) result.figures.push_back(matrix.at(row, column));
  return result;
}

std::uint32_t check_level(const Level& level, std::size_t number, std::size_t columns) {
  const std::string where = "Copeland by level: level " + std::to_string(number);
  if (level.parents.size() != columns || level.weights.size() != columns)
    throw UsageError(where + " has " + std::to_string(level.parents.size()) + " parents and " +
                     std::to_string(level.weights.size()) + " weights for " + std::to_string(columns) + " columns");
  const std::uint32_t parents = *std::max_element(level.parents.begin(), level.parents.end()) + 1;
  for (std::uint32_t parent = 0; parent < parents; ++parent)
    if (std::find(level.parents.begin(), level.parents.end(), parent) == level.parents.end())
      throw UsageError(where + " has no column under parent " + std::to_string(parent));
  return parents;
}

bool any_row_is_complete(const Children& children, std::size_t rows) {
  const std::size_t columns = children.weights.size();
  for (std::size_t row = 0; row < rows; ++row) {
    bool complete = true;
    for (std::size_t i = 0; i < columns; ++i)
      complete = complete && (children.weights[i] == 0 || !std::isnan(children.figures[row * columns + i]));
    if (complete) return true;
  }
  return false;
}

}  // namespace

std::vector<std::vector<double>> copeland_by_level(const Matrix& matrix, std::span<const Level> levels,
                                                   std::span<const Sense> senses) {
  check_matrix(matrix, "the matrix");
  if (!senses.empty() && senses.size() != matrix.columns)
    throw UsageError("Copeland by level: " + std::to_string(senses.size()) + " senses for " + std::to_string(matrix.columns) +
                     " columns");
  std::vector<std::vector<double>> result;
  Matrix below = matrix;
  for (const Level& level : levels) {
    const std::uint32_t parents = check_level(level, result.size() + 1, below.columns);
    std::vector<double> scores(matrix.rows * parents, std::numeric_limits<double>::quiet_NaN());
    for (std::uint32_t parent = 0; parent < parents; ++parent) {
      const Children children = children_of(parent, below, level, result.empty() ? senses : std::span<const Sense>());
      if (!any_row_is_complete(children, matrix.rows)) continue;
      const Ranked ranked = copeland({children.figures, matrix.rows, children.weights.size()}, children.weights, children.senses);
      for (std::size_t row = 0; row < matrix.rows; ++row) scores[row * parents + parent] = ranked.scores[row];
    }
    result.push_back(std::move(scores));
    below = {result.back(), matrix.rows, parents};
  }
  return result;
}

}  // namespace rulescore::decision
