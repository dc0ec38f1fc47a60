// Rankings of figures that are on one scale already, by how a unit's own figures stand to each other: ordered weighted averages
// and the penalty for imbalance of Mazziotta and Pareto. Tested by tests/unit/analysis/decision_ordered.cpp.
#include "analysis/decision/problem.hpp"

#include "base/number.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace rulescore::decision {
namespace {

using Standard = Balance::Standard;

// The unit's figures as they are written.
std::vector<double> row_of(const Problem& problem, std::size_t unit) {
  std::vector<double> result;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion)
    result.push_back(std::ldexp(problem.figures(criterion)[unit], problem.exponent(criterion)));
  return result;
}

void check_count(std::size_t columns, std::size_t count) {
  if (count < 1 || count > columns)
    throw UsageError("OWA: " + std::to_string(count) + " of " + std::to_string(columns) +
                     " figures; it must be from 1 to all of them");
}

std::vector<double> z_scores(const Problem& problem, std::size_t criterion, bool sample) {
  std::vector<double> result(problem.figures(criterion).begin(), problem.figures(criterion).end());
  const auto n = static_cast<double>(result.size());
  const auto [least, largest] = range_of(result);
  if (least == largest) return std::vector<double>(result.size(), 100);
  const double mean = settled_sum(std::vector<double>(result)) / n;
  std::vector<double> squares(result);
  for (double& x : squares) x = (x - mean) * (x - mean);
  const double sd = std::sqrt(settled_sum(std::span<double>(squares)) / (sample ? n - 1 : n));
  for (double& x : result) x = 100 + problem.sign(criterion) * 10 * ((x - mean) / sd);
  return result;
}

// 70 to 130 over the column's range, or over a range of that width with the reference in its middle.
std::vector<double> between_goalposts(const Problem& problem, std::size_t criterion, const Balance& balance) {
  std::vector<double> result(problem.figures(criterion).begin(), problem.figures(criterion).end());
  const auto [least, largest] = range_of(result);
  const double middle = balance.reference.empty()
                            ? least + (largest - least) / 2
                            : std::ldexp(balance.reference[problem.column(criterion)], -problem.exponent(criterion));
  for (double& x : result) x = least == largest ? 100 : 100 + problem.sign(criterion) * 60 * ((x - middle) / (largest - least));
  return result;
}

std::vector<double> standardised(const Problem& problem, std::size_t criterion, const Balance& balance) {
  if (balance.standard == Standard::z) return z_scores(problem, criterion, balance.sample);
  if (balance.standard == Standard::range) return between_goalposts(problem, criterion, balance);
  if (problem.is_cost(criterion)) problem.refuse_column(criterion, "is a cost; figures taken as they are must be benefits");
  std::vector<double> result(problem.figures(criterion).begin(), problem.figures(criterion).end());
  for (double& x : result) x = std::ldexp(x, problem.exponent(criterion));
  return result;
}

void check_balance(const Problem& problem, const Balance& balance, const Matrix& matrix) {
  if (!balance.reference.empty() && balance.reference.size() != matrix.columns)
    problem.refuse(std::to_string(balance.reference.size()) + " references for " + std::to_string(matrix.columns) + " columns");
  for (std::size_t column = 0; column < balance.reference.size(); ++column)
    if (!std::isfinite(balance.reference[column]))
      problem.refuse("the reference of column " + std::to_string(column + 1) + " is no finite number");
  if (!balance.sample) return;
  if (problem.criteria() < 2) problem.refuse("a sample's standard deviation needs two columns");
  for (std::size_t criterion = 1; criterion < problem.criteria(); ++criterion)
    if (problem.weight(criterion) != problem.weight(0)) problem.refuse("a sample's standard deviation needs equal weights");
}

}  // namespace

Ranked owa(const Matrix& matrix, std::span<const double> order_weights) {
  const Problem problem("OWA", matrix, {}, {});
  const Problem order("OWA", {order_weights, 1, order_weights.size()}, order_weights, {});  // normalises and checks the weights
  if (order_weights.size() != matrix.columns)
    problem.refuse(std::to_string(order_weights.size()) + " weights for " + std::to_string(matrix.columns) + " columns");
  std::vector<double> scores(problem.units());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    std::vector<double> figures = row_of(problem, unit);
    std::sort(figures.begin(), figures.end(), std::greater<>());
    for (std::size_t place = 0; place < order.criteria(); ++place)
      scores[unit] += order.weight(place) * figures[order.column(place)];
  }
  return problem.ranked(scores);
}

std::vector<double> best_of(std::size_t columns, std::size_t count) {
  check_count(columns, count);
  std::vector<double> result(columns);
  std::fill_n(result.begin(), count, 1 / static_cast<double>(count));
  return result;
}

std::vector<double> worst_of(std::size_t columns, std::size_t count) {
  std::vector<double> result = best_of(columns, count);
  std::reverse(result.begin(), result.end());
  return result;
}

Ranked mazziotta_pareto(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                        const Balance& balance) {
  const Problem problem("Mazziotta-Pareto", matrix, weights, senses);
  check_balance(problem, balance, matrix);
  std::vector<std::vector<double>> columns;
  std::vector<double> mean(problem.units()), variance(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    columns.push_back(standardised(problem, criterion, balance));
    for (std::size_t unit = 0; unit < mean.size(); ++unit) mean[unit] += problem.weight(criterion) * columns.back()[unit];
  }
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion)
    for (std::size_t unit = 0; unit < mean.size(); ++unit) {
      const double off = columns[criterion][unit] - mean[unit];
      variance[unit] += problem.weight(criterion) * off * off;
    }
  const auto m = static_cast<double>(problem.criteria());
  const double share = balance.sample ? m / (m - 1) : 1;
  for (std::size_t unit = 0; unit < mean.size(); ++unit) {
    if (mean[unit] == 0)
      problem.refuse("row " + std::to_string(problem.row(unit) + 1) + " has mean 0, to which no penalty can be in proportion");
    mean[unit] += (balance.upward ? 1 : -1) * share * variance[unit] / mean[unit];
  }
  return problem.ranked(mean);
}

}  // namespace rulescore::decision
