// Who is better than whom in how much of the weight: the outranking matrix, and what is counted from it (Copeland, Borda),
// dominance, ELECTRE I. Tested by tests/unit/analysis/decision_pairs.cpp and tests/peers/decision.cpp.
#include "analysis/decision/problem.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore::decision {
namespace {

constexpr double draw = 1e-9;  // how far from one half a comparison still is none

// Weight of the criteria in which `unit` is better than each other, and half of those in which they are equal.
void compare_all(const Problem& problem, std::size_t unit, std::span<double> better) {
  std::fill(better.begin(), better.end(), 0.0);
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::span<const double> figures = problem.figures(criterion);
    const double sign = problem.sign(criterion), weight = problem.weight(criterion), half = weight / 2;
    add_gains(figures, figures[unit], sign, better, [weight](double lead) { return lead > 0 ? weight : 0; });
    add_gains(figures, figures[unit], sign, better, [half](double lead) { return lead == 0 ? half : 0; });
  }
  better[unit] = 0;
}

struct Pair {
  bool ahead_once = false, behind_once = false, equal_once = false;
};

Pair compare(const Problem& problem, std::size_t a, std::size_t b) {
  Pair result;
  for (std::size_t criterion = 0; criterion < problem.criteria() && !(result.ahead_once && result.behind_once); ++criterion) {
    const double lead = problem.sign(criterion) * (problem.figures(criterion)[a] - problem.figures(criterion)[b]);
    (lead > 0 ? result.ahead_once : lead < 0 ? result.behind_once : result.equal_once) = true;
  }
  return result;
}

// How far a criterion's figures must be shifted so that leads in different criteria are in one unit: that of the largest.
std::vector<int> shifts(const Problem& problem) {
  std::vector<int> result;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) result.push_back(problem.exponent(criterion));
  const int largest = *std::max_element(result.begin(), result.end());
  for (int& shift : result) shift -= largest;
  return result;
}

double widest_range(const Problem& problem, std::span<const int> shift) {
  double widest = 0;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const auto [least, largest] = range_of(problem.figures(criterion));
    widest = std::max(widest, std::ldexp(largest - least, shift[criterion]));
  }
  return widest;
}

// The largest lead of each other unit over `unit` in one criterion, as a share of the widest range.
void object_all(const Problem& problem, std::size_t unit, std::span<const int> shift, double widest,
                std::span<double> objection) {
  std::fill(objection.begin(), objection.end(), 0.0);
  if (widest == 0) return;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::span<const double> figures = problem.figures(criterion);
    const double own = figures[unit], factor = problem.sign(criterion) * std::ldexp(1, shift[criterion]);
    for (std::size_t other = 0; other < objection.size(); ++other) {
      const double lead = factor * (figures[other] - own);
      objection[other] = objection[other] < lead ? lead : objection[other];
    }
  }
  for (double& lead : objection) lead /= widest;
}

void agree_all(const Problem& problem, std::size_t unit, std::span<double> agreement) {
  std::fill(agreement.begin(), agreement.end(), 0.0);
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::span<const double> figures = problem.figures(criterion);
    const double own = figures[unit], sign = problem.sign(criterion), weight = problem.weight(criterion);
    for (std::size_t other = 0; other < agreement.size(); ++other)
      agreement[other] += sign * (own - figures[other]) >= 0 ? weight : 0;
  }
}

void find_kernel(const Problem& problem, Electre& result) {
  const std::size_t rows = problem.rows();
  for (std::size_t unit = 0; unit < problem.units(); ++unit) {
    const std::size_t row = problem.row(unit);
    bool beaten = false;
    for (std::size_t other = 0; other < rows; ++other)
      beaten = beaten || (result.outranks[other * rows + row] != 0 && result.outranks[row * rows + other] == 0);
    if (!beaten) result.kernel.push_back(static_cast<std::uint32_t>(row));
  }
}

}  // namespace

std::vector<double> outranking(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("outranking", matrix, weights, senses);
  std::vector<double> better(problem.units() * problem.units());
  for (std::size_t unit = 0; unit < problem.units(); ++unit)
    compare_all(problem, unit, std::span(better).subspan(unit * problem.units(), problem.units()));
  return problem.to_square(better);
}

Ranked copeland(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("Copeland", matrix, weights, senses);
  std::vector<double> scores(problem.units()), better(problem.units());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    compare_all(problem, unit, better);
    for (std::size_t other = 0; other < better.size(); ++other)
      if (other != unit && std::abs(better[other] - 0.5) > draw) scores[unit] += better[other] > 0.5 ? 1 : -1;
  }
  return problem.ranked(scores);
}

Ranked borda(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  const Problem problem("Borda", matrix, weights, senses);
  std::vector<double> scores(problem.units());
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    std::vector<double> sorted(problem.figures(criterion).begin(), problem.figures(criterion).end());
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t unit = 0; unit < scores.size(); ++unit) {
      const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), problem.figures(criterion)[unit]);
      const auto below = static_cast<double>(first - sorted.begin()), above = static_cast<double>(sorted.end() - last);
      const double level = static_cast<double>(last - first) - 1;
      scores[unit] += problem.weight(criterion) * ((problem.is_cost(criterion) ? above : below) + level / 2);
    }
  }
  return problem.ranked(scores);
}

Dominance dominance(const Matrix& matrix, std::span<const Sense> senses) {
  const Problem problem("dominance", matrix, {}, senses);
  Dominance result;
  result.dominates.resize(matrix.rows);
  result.dominated_by.resize(matrix.rows);
  for (std::size_t a = 0; a < problem.units(); ++a) {
    for (std::size_t b = a + 1; b < problem.units(); ++b) {
      const Pair pair = compare(problem, a, b);
      if (pair.ahead_once == pair.behind_once) continue;
      ++result.pairs;
      if (!pair.equal_once) ++result.strict_pairs;
      ++result.dominates[problem.row(pair.ahead_once ? a : b)];
      ++result.dominated_by[problem.row(pair.ahead_once ? b : a)];
    }
  }
  const double pairs = static_cast<double>(problem.units()) * (static_cast<double>(problem.units()) - 1) / 2;
  if (pairs > 0) result.share = static_cast<double>(result.pairs) / pairs;
  if (pairs > 0) result.strict_share = static_cast<double>(result.strict_pairs) / pairs;
  return result;
}

Electre electre1(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses, double agree,
                 double object) {
  const Problem problem("ELECTRE", matrix, weights, senses);
  if (!(agree >= 0 && agree <= 1 && object >= 0 && object <= 1)) problem.refuse("both thresholds must be from 0 to 1");
  const std::size_t n = problem.units();
  const std::vector<int> shift = shifts(problem);
  const double widest = widest_range(problem, shift);
  std::vector<double> agreement(n * n), objection(n * n);
  for (std::size_t unit = 0; unit < n; ++unit) {
    agree_all(problem, unit, std::span(agreement).subspan(unit * n, n));
    object_all(problem, unit, shift, widest, std::span(objection).subspan(unit * n, n));
    agreement[unit * n + unit] = objection[unit * n + unit] = std::numeric_limits<double>::quiet_NaN();
  }
  Electre result{problem.to_square(agreement), problem.to_square(objection), {}, {}};
  result.outranks.resize(matrix.rows * matrix.rows);
  for (std::size_t i = 0; i < result.outranks.size(); ++i)  // no comparison with NaN holds
    result.outranks[i] = result.concordance[i] >= agree && result.discordance[i] <= object ? 1 : 0;
  find_kernel(problem, result);
  return result;
}

}  // namespace rulescore::decision
