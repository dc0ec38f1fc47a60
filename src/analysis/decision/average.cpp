// Rankings against the average unit (EDAS) and pair by pair from the worst figures (CODAS). Sums over units are settled (see
// problem.hpp), so the order of the rows doesn't matter. Tested by tests/unit/analysis/decision_distance.cpp.
#include "analysis/decision/problem.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::decision {
namespace {

constexpr double no_distance = 1e-12;  // of figures within 1, and of sums of proportions: nothing but rounding

// (x - mean) / |mean| with the column's sense: above 0 better than the average unit; 0 without spread.
std::vector<double> leads(const Problem& problem, std::size_t criterion) {
  const std::span<const double> figures = problem.figures(criterion);
  const auto [least, largest] = range_of(figures);
  std::vector<double> result(problem.units());
  if (least == largest) return result;
  const double mean = settled_sum(std::vector<double>(figures.begin(), figures.end())) / static_cast<double>(figures.size());
  if (std::abs(mean) <= no_distance) problem.refuse_column(criterion, "has mean 0, to which no distance can be in proportion");
  for (std::size_t unit = 0; unit < result.size(); ++unit)
    result[unit] = problem.sign(criterion) * (figures[unit] - mean) / std::abs(mean);
  return result;
}

void divide_by_largest(std::vector<double>& figures) {
  const double largest = range_of(figures).largest;
  for (double& x : figures) x = largest <= no_distance ? 0 : x / largest;
}

// Sum over the others of e(i) - e(k), with t(i) - t(k) where the former is at least tau either way.
double assessment(std::span<const double> euclidean, std::span<const double> city_block, std::size_t unit, double tau,
                  std::vector<double>& room) {
  for (std::size_t other = 0; other < euclidean.size(); ++other) {
    const double lead = euclidean[unit] - euclidean[other];
    room[other] = lead + (std::abs(lead) >= tau ? city_block[unit] - city_block[other] : 0);
  }
  return settled_sum(std::span<double>(room));
}

}  // namespace

Ranked edas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("EDAS", matrix, weights, senses);
  std::vector<double> above(problem.units()), below(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> lead = leads(problem, criterion);
    for (std::size_t unit = 0; unit < lead.size(); ++unit) {
      above[unit] += problem.weight(criterion) * std::max(lead[unit], 0.0);
      below[unit] += problem.weight(criterion) * std::max(-lead[unit], 0.0);
    }
  }
  divide_by_largest(above);
  divide_by_largest(below);
  for (std::size_t unit = 0; unit < above.size(); ++unit) above[unit] = (above[unit] + (1 - below[unit])) / 2;
  return problem.ranked(above);
}

Ranked codas(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, double tau) {
  const Problem problem("CODAS", matrix, weights, senses);
  if (!(tau >= 0 && std::isfinite(tau))) problem.refuse("tau must be a finite number, at least 0");
  std::vector<double> euclidean(problem.units()), city_block(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = scaled(problem, criterion, Scale::ratio);
    const double worst = range_of(column).least;
    for (std::size_t unit = 0; unit < column.size(); ++unit) {
      const double ahead = problem.weight(criterion) * (column[unit] - worst);
      euclidean[unit] += ahead * ahead;
      city_block[unit] += ahead;
    }
  }
  for (double& x : euclidean) x = std::sqrt(x);
  std::vector<double> scores(problem.units()), room(problem.units());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) scores[unit] = assessment(euclidean, city_block, unit, tau, room);
  return problem.ranked(scores, true, range_of(city_block).largest * static_cast<double>(scores.size()));
}

}  // namespace rulescore::decision
