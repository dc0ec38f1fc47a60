// Rankings that add up or multiply scaled figures: weighted sum, weighted product, WASPAS, MOORA, COPRAS. A unit's figures are
// added in the order of the columns. Tested by tests/unit/analysis/decision_additive.cpp and tests/peers/decision.cpp.
#include "analysis/decision/problem.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::decision {
namespace {

std::vector<double> sums(const Problem& problem, Scale scale) {
  std::vector<double> result(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = scaled(problem, criterion, scale);
    for (std::size_t unit = 0; unit < column.size(); ++unit) result[unit] += problem.weight(criterion) * column[unit];
  }
  return result;
}

// exp of the sum of logarithms: a zero makes the product 0.
std::vector<double> products(const Problem& problem, Scale scale) {
  std::vector<double> result(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = scaled(problem, criterion, scale);
    if (*std::min_element(column.begin(), column.end()) < 0)
      problem.refuse_column(criterion, "has negative figures on this scale, which have no such power");
    for (std::size_t unit = 0; unit < column.size(); ++unit) result[unit] += problem.weight(criterion) * std::log(column[unit]);
  }
  for (double& x : result) x = std::exp(x);
  return result;
}

// What each unit gets of a whole that is shared out in inverse proportion to `burdens`, which are at least 0.
std::vector<double> inverse_shares(std::span<const double> burdens) {
  const double least = range_of(burdens).least;
  std::vector<double> result(burdens.begin(), burdens.end());
  for (double& x : result) x = least == 0 ? (x == 0 ? 1 : 0) : least / x;
  const double sum = settled_sum(std::vector<double>(result));
  for (double& x : result) x /= sum;
  return result;
}

}  // namespace

Ranked weighted_sum(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, Scale scale) {
  const Problem problem("weighted sum", matrix, weights, senses);
  return problem.ranked(sums(problem, scale));
}

Ranked weighted_product(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, Scale scale) {
  const Problem problem("weighted product", matrix, weights, senses);
  return problem.ranked(products(problem, scale));
}

Ranked waspas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, double lambda) {
  const Problem problem("WASPAS", matrix, weights, senses);
  if (!(lambda >= 0 && lambda <= 1)) problem.refuse("lambda must be from 0 to 1");
  std::vector<double> scores = sums(problem, Scale::ratio);
  const std::vector<double> product = products(problem, Scale::ratio);
  for (std::size_t unit = 0; unit < scores.size(); ++unit) scores[unit] = lambda * scores[unit] + (1 - lambda) * product[unit];
  return problem.ranked(scores);
}

Ranked moora(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("MOORA", matrix, weights, senses);
  std::vector<double> scores(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = by_norm(problem.figures(criterion));
    const double factor = problem.sign(criterion) * problem.weight(criterion);
    for (std::size_t unit = 0; unit < column.size(); ++unit) scores[unit] += factor * column[unit];
  }
  return problem.ranked(scores);
}

Copras copras(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("COPRAS", matrix, weights, senses);
  std::vector<double> benefits(problem.units()), costs(problem.units());
  double weight_of_costs = 0;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    problem.require_not_negative(criterion);
    const std::vector<double> share = shares(problem.figures(criterion));
    std::vector<double>& sum = problem.is_cost(criterion) ? costs : benefits;
    if (problem.is_cost(criterion)) weight_of_costs += problem.weight(criterion);
    for (std::size_t unit = 0; unit < share.size(); ++unit) sum[unit] += problem.weight(criterion) * share[unit];
  }
  const std::vector<double> relief = inverse_shares(costs);
  for (std::size_t unit = 0; unit < benefits.size(); ++unit) benefits[unit] += weight_of_costs * relief[unit];
  const double best = range_of(benefits).largest;
  std::vector<double> degrees(benefits);
  for (double& x : degrees) x = 100 * x / best;
  return {problem.ranked(degrees), problem.to_rows(benefits)};
}

}  // namespace rulescore::decision
