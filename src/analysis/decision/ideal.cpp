// Rankings by how far a unit is from the best (and the worst) figures: TOPSIS, VIKOR, SPOTIS. Tested by
// tests/unit/analysis/decision_distance.cpp and tests/peers/decision.cpp.
#include "analysis/decision/problem.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::decision {
namespace {

// S and R spread less than this between the best and the worst only by rounding.
constexpr double no_spread = 1e-12;

// w * (best - x) / (best - worst): 0 for the best unit, w for the worst; 0 for all without spread.
std::vector<double> regrets(const Problem& problem, std::size_t criterion) {
  const std::span<const double> figures = problem.figures(criterion);
  const auto [least, largest] = range_of(figures);
  std::vector<double> result(problem.units());
  if (least == largest) return result;
  for (std::size_t unit = 0; unit < result.size(); ++unit) {
    const double behind = problem.is_cost(criterion) ? figures[unit] - least : largest - figures[unit];
    result[unit] = problem.weight(criterion) * (behind / (largest - least));
  }
  return result;
}

// From 0 (the least) to 1 (the largest); 0 for all without spread.
std::vector<double> relative(std::span<const double> figures) {
  const auto [least, largest] = range_of(figures);
  std::vector<double> result(figures.size());
  if (largest - least <= no_spread) return result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = (figures[i] - least) / (largest - least);
  return result;
}

// The compromise set of Opricovic and Tzeng: units in the order of Q, ties of the best together.
void find_compromise(const Problem& problem, std::span<const double> q, Vikor& result) {
  const std::vector<double> s = relative(result.s), r = relative(result.r);
  const double best = range_of(q).least, others = static_cast<double>(problem.units()) - 1;
  const auto rank = [&](std::size_t unit) { return result.ranked.ranks[problem.row(unit)]; };
  const auto in_reach = [&](std::size_t unit) { return (q[unit] - best) * others < 1 - no_spread; };
  std::uint32_t next = 0;  // rank of the second best
  result.stable = result.advantage = true;
  for (std::size_t unit = 0; unit < q.size(); ++unit) {
    if (rank(unit) == 1) {
      result.stable = result.stable && (s[unit] <= no_spread || r[unit] <= no_spread);
    } else {
      next = next == 0 ? rank(unit) : std::min(next, rank(unit));
      result.advantage = result.advantage && !in_reach(unit);
    }
  }
  for (std::size_t unit = 0; unit < q.size(); ++unit) {
    const bool joins = result.advantage ? !result.stable && rank(unit) == next : in_reach(unit);
    if (rank(unit) == 1 || joins) result.compromise.push_back(static_cast<std::uint32_t>(problem.row(unit)));
  }
}

void check_bounds(const Problem& problem, const Matrix& matrix, std::span<const Bounds> bounds) {
  if (bounds.size() != matrix.columns)
    problem.refuse(std::to_string(bounds.size()) + " bounds for " + std::to_string(matrix.columns) + " columns");
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const auto [low, high] = bounds[problem.column(criterion)];
    if (!(std::isfinite(low) && std::isfinite(high) && low < high))
      problem.refuse_column(criterion, "has no bounds, two finite figures of which the first is less");
    for (std::size_t unit = 0; unit < problem.units(); ++unit) {
      const double figure = matrix.at(problem.row(unit), problem.column(criterion));
      if (figure < low || figure > high)
        problem.refuse("row " + std::to_string(problem.row(unit) + 1) + ", column " +
                       std::to_string(problem.column(criterion) + 1) + " is " + shortest(figure) + ", outside its bounds " +
                       shortest(low) + " to " + shortest(high));
    }
  }
}

// As regrets, with the given bounds for the best and the worst.
std::vector<double> regrets(const Problem& problem, std::size_t criterion, Bounds bounds) {
  const double low = std::ldexp(bounds.low, -problem.exponent(criterion)),
               high = std::ldexp(bounds.high, -problem.exponent(criterion));
  std::vector<double> result(problem.units());
  for (std::size_t unit = 0; unit < result.size(); ++unit) {
    const double figure = problem.figures(criterion)[unit];
    result[unit] = problem.weight(criterion) * ((problem.is_cost(criterion) ? figure - low : high - figure) / (high - low));
  }
  return result;
}

}  // namespace

Ranked topsis(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, Scale scale) {
  const Problem problem("TOPSIS", matrix, weights, senses);
  std::vector<double> from_best(problem.units()), from_worst(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = scaled(problem, criterion, scale);
    const auto [worst, best] = range_of(column);
    for (std::size_t unit = 0; unit < column.size(); ++unit) {
      const double behind = problem.weight(criterion) * (best - column[unit]),
                   ahead = problem.weight(criterion) * (column[unit] - worst);
      from_best[unit] += behind * behind;
      from_worst[unit] += ahead * ahead;
    }
  }
  std::vector<double> scores(problem.units());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    const double worst = std::sqrt(from_worst[unit]), best = std::sqrt(from_best[unit]);
    scores[unit] = worst + best == 0 ? 0.5 : worst / (worst + best);
  }
  return problem.ranked(scores);
}

Vikor vikor(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, double v) {
  const Problem problem("VIKOR", matrix, weights, senses);
  if (!(v >= 0 && v <= 1)) problem.refuse("v must be from 0 to 1");
  std::vector<double> s(problem.units()), r(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column = regrets(problem, criterion);
    for (std::size_t unit = 0; unit < column.size(); ++unit) {
      s[unit] += column[unit];
      r[unit] = std::max(r[unit], column[unit]);
    }
  }
  std::vector<double> q = relative(s);
  const std::vector<double> largest = relative(r);
  for (std::size_t unit = 0; unit < q.size(); ++unit) q[unit] = v * q[unit] + (1 - v) * largest[unit];
  Vikor result;
  result.ranked = problem.ranked(q, false, 1);
  result.s = s;
  result.r = r;
  find_compromise(problem, q, result);
  result.s = problem.to_rows(s);
  result.r = problem.to_rows(r);
  return result;
}

Ranked spotis(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
              std::span<const Bounds> bounds) {
  const Problem problem("SPOTIS", matrix, weights, senses);
  if (!bounds.empty()) check_bounds(problem, matrix, bounds);
  std::vector<double> scores(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::vector<double> column =
        bounds.empty() ? regrets(problem, criterion) : regrets(problem, criterion, bounds[problem.column(criterion)]);
    for (std::size_t unit = 0; unit < column.size(); ++unit) scores[unit] += column[unit];
  }
  return problem.ranked(scores, false, 1);
}

}  // namespace rulescore::decision
