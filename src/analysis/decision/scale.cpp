// One column on a common scale, more is better. Every scale divides by one number, found from the column; where that is 0 nobody
// is ahead of anybody in it, and the rule is said beside Scale. Tested by tests/unit/analysis/decision_rules.cpp.
#include "analysis/decision/problem.hpp"

#include <cmath>
#include <vector>

namespace rulescore::decision {
namespace {

std::vector<double> divided(std::span<const double> figures, double by, double otherwise) {
  std::vector<double> result(figures.begin(), figures.end());
  for (double& x : result) x = by == 0 ? otherwise : x / by;
  return result;
}

std::vector<double> between_ends(std::span<const double> figures, bool cost) {
  const auto [least, largest] = range_of(figures);
  std::vector<double> result(figures.begin(), figures.end());
  for (double& x : result) x = cost ? largest - x : x - least;
  return divided(result, largest - least, 0.5);
}

// min / x: the column's figures in inverse proportion, the best at 1. Figures are above 0.
std::vector<double> inverse(std::span<const double> figures) {
  const double least = range_of(figures).least;
  std::vector<double> result(figures.begin(), figures.end());
  for (double& x : result) x = least / x;
  return result;
}

std::vector<double> complement(std::vector<double> figures) {
  for (double& x : figures) x = 1 - x;
  return figures;
}

}  // namespace

std::vector<double> by_norm(std::span<const double> figures) {
  std::vector<double> squares(figures.begin(), figures.end());
  for (double& x : squares) x *= x;
  return divided(figures, std::sqrt(settled_sum(squares)), 0);
}

std::vector<double> shares(std::span<const double> figures) {
  return divided(figures, settled_sum(std::vector<double>(figures.begin(), figures.end())),
                 1 / static_cast<double>(figures.size()));
}

std::vector<double> scaled(const Problem& problem, std::size_t criterion, Scale scale) {
  const std::span<const double> figures = problem.figures(criterion);
  const bool cost = problem.is_cost(criterion);
  if (scale == Scale::vector) return cost ? complement(by_norm(figures)) : by_norm(figures);
  if (scale == Scale::min_max) return between_ends(figures, cost);
  if (cost && scale != Scale::max) {
    problem.require_positive(criterion);
    return scale == Scale::sum ? shares(inverse(figures)) : inverse(figures);
  }
  problem.require_not_negative(criterion);
  if (scale == Scale::sum) return shares(figures);
  std::vector<double> shares = divided(figures, range_of(figures).largest, 1);
  return cost ? complement(std::move(shares)) : shares;
}

}  // namespace rulescore::decision
