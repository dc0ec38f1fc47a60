// The least change of weights under which the unit behind draws level. With d the one ahead's lead in each column and w on the
// simplex, the lead is d·w. The smallest sum of changes moves weight from where the lead is largest to where it is smallest until
// none is left, a knapsack filled greedily. The smallest squares are a projection: w(λ) = the nearest point of the simplex to w -
// λ d, and d·w(λ) falls with λ, so its root is found by halving. Tested by tests/unit/analysis/uncertainty_swap.cpp against all
// vertices and by brute force.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>
#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

namespace rulescore::sensitivity {
namespace {

double product(std::span<const double> a, std::span<const double> b) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

LeastChange least_sum(std::span<const double> weights, std::span<const double> leads, double lead) {
  const auto to = static_cast<std::size_t>(std::min_element(leads.begin(), leads.end()) - leads.begin());
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return leads[a] > leads[b]; });
  LeastChange change{{weights.begin(), weights.end()}, 0};
  for (const std::size_t from : order) {
    const double gain = leads[from] - leads[to];
    if (!(lead > 0) || !(gain > 0)) break;
    const double moved = std::min(change.weights[from], lead / gain);
    change.weights[from] -= moved;
    change.weights[to] += moved;
    change.distance += 2 * moved;
    lead = moved * gain < lead ? lead - moved * gain : 0;
  }
  return change;
}

// The nearest point of the simplex: Held, Wolfe and Crowder 1974, Mathematical Programming 6:62.
void project(std::vector<double>& point) {
  std::vector<double> sorted(point);
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  double sum = 0, shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double candidate = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] > candidate) shift = candidate;
  }
  for (double& x : point) x = std::max(0.0, x - shift);
}

std::vector<double> shifted(std::span<const double> weights, std::span<const double> leads, double step) {
  std::vector<double> point(weights.size());
  for (std::size_t i = 0; i < point.size(); ++i) point[i] = weights[i] - step * leads[i];
  project(point);
  return point;
}

LeastChange least_squares(std::span<const double> weights, std::span<const double> leads) {
  const auto lead_at = [&](double step) { return product(shifted(weights, leads, step), leads); };
  double low = 0, high = 1 / std::max(leads[0], *std::max_element(leads.begin(), leads.end()));
  while (lead_at(high) > 0 && high < 1e300) high *= 2;
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    (lead_at(middle) > 0 ? low : high) = middle;
  }
  LeastChange change{shifted(weights, leads, high), 0};
  double squares = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) squares += (change.weights[i] - weights[i]) * (change.weights[i] - weights[i]);
  change.distance = std::sqrt(squares);
  return change;
}

// v d + (1 - v) rest = 0, where `rest` is the lead in all other columns together.
double alone(double weight, double lead_here, double lead) noexcept {
  const double rest = (lead - weight * lead_here) / (1 - weight), wanted = rest / (rest - lead_here);
  return wanted >= 0 && wanted <= 1 ? wanted : no_value;
}

std::vector<double> leads_of(const Matrix& figures, std::size_t ahead, std::size_t behind) {
  check_matrix(figures, "the matrix of figures");
  std::vector<double> leads;
  for (const std::size_t row : {ahead, behind}) {
    if (row >= figures.rows)
      throw UsageError("there is no row " + std::to_string(row) + "; rows are 0 to " + std::to_string(figures.rows - 1));
    for (std::size_t column = 0; column < figures.columns; ++column)
      if (std::isnan(figures.at(row, column)))
        throw UsageError("a swap needs every figure of both units; row " + std::to_string(row) + " has none in column " +
                         std::to_string(column));
  }
  for (std::size_t column = 0; column < figures.columns; ++column)
    leads.push_back(figures.at(ahead, column) - figures.at(behind, column));
  return leads;
}

}  // namespace

Swap swap(const Matrix& figures, std::span<const double> weights, std::size_t ahead, std::size_t behind) {
  const std::vector<double> leads = leads_of(figures, ahead, behind);
  if (weights.size() != leads.size())
    throw UsageError("the matrix of figures has " + std::to_string(leads.size()) + " columns; there are weights for " +
                     std::to_string(weights.size()));
  const std::vector<double> whole = effective_weights(WeightTree::flat(weights));
  Swap result{product(whole, leads), {}, {}, std::vector<double>(whole)};
  if (!(result.lead > 0)) {
    result.smallest_sum = result.smallest_squares = LeastChange{whole, 0};
    return result;
  }
  for (std::size_t i = 0; i < whole.size(); ++i) result.alone[i] = alone(whole[i], leads[i], result.lead);
  if (*std::min_element(leads.begin(), leads.end()) > 0) return result;
  result.smallest_sum = least_sum(whole, leads, result.lead);
  result.smallest_squares = least_squares(whole, leads);
  return result;
}

}  // namespace rulescore::sensitivity
