// PROMETHEE II: each unit against each other, criterion by criterion; a lead becomes a preference between 0 and 1. Sums over the
// others are settled, so the order of the rows doesn't matter. Tested by tests/unit/analysis/decision_pairs.cpp.
#include "analysis/decision/problem.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::decision {
namespace {

using Shape = Preference::Shape;

bool finite(const Preference& how) { return std::isfinite(how.p) && std::isfinite(how.q) && std::isfinite(how.s) && how.q >= 0; }

const char* lacking(const Preference& how) {
  if (!finite(how)) return "has thresholds that aren't finite, or q below 0";
  switch (how.shape) {
    case Shape::usual:
    case Shape::u:
      return nullptr;
    case Shape::v:
      return how.p > 0 ? nullptr : "needs p above 0";
    case Shape::level:
      return how.p >= how.q ? nullptr : "needs p of at least q";
    case Shape::v_indifference:
      return how.p > how.q ? nullptr : "needs p above q";
    case Shape::gaussian:
      return how.s > 0 ? nullptr : "needs s above 0";
  }
  return nullptr;
}

double preference(const Preference& how, double lead) {
  if (!(lead > 0)) return 0;
  switch (how.shape) {
    case Shape::usual:
      return 1;
    case Shape::u:
      return lead > how.q ? 1 : 0;
    case Shape::v:
      return std::min(lead / how.p, 1.0);
    case Shape::level:
      return lead <= how.q ? 0 : lead <= how.p ? 0.5 : 1;
    case Shape::v_indifference:
      return lead <= how.q ? 0 : std::min((lead - how.q) / (how.p - how.q), 1.0);
    case Shape::gaussian: {
      const double deviations = lead / how.s;
      return -std::expm1(-deviations * deviations / 2);
    }
  }
  return 0;
}

// One for each criterion, on the scale of its figures.
std::vector<Preference> on_scale(const Problem& problem, const Matrix& matrix, std::span<const Preference> given) {
  if (given.size() > 1 && given.size() != matrix.columns)
    problem.refuse(std::to_string(given.size()) + " preferences for " + std::to_string(matrix.columns) + " columns");
  std::vector<Preference> result;
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    Preference how = given.empty() ? Preference{} : given.size() == 1 ? given[0] : given[problem.column(criterion)];
    if (const char* what = lacking(how)) problem.refuse_column(criterion, what);
    for (double* threshold : {&how.p, &how.q, &how.s}) *threshold = std::ldexp(*threshold, -problem.exponent(criterion));
    result.push_back(how);
  }
  return result;
}

// Weighted preferences of `unit` over each other one, and theirs over it; 0 against itself.
void prefer(const Problem& problem, std::span<const Preference> how, std::size_t unit, std::vector<double>& over,
            std::vector<double>& under) {
  std::fill(over.begin(), over.end(), 0.0);
  std::fill(under.begin(), under.end(), 0.0);
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::span<const double> figures = problem.figures(criterion);
    for (std::size_t other = 0; other < over.size(); ++other) {
      const double lead = problem.sign(criterion) * (figures[unit] - figures[other]);
      if (lead > 0)
        over[other] += problem.weight(criterion) * preference(how[criterion], lead);
      else
        under[other] += problem.weight(criterion) * preference(how[criterion], -lead);
    }
  }
}

}  // namespace

Promethee promethee2(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                     std::span<const Preference> preferences) {
  const Problem problem("PROMETHEE", matrix, weights, senses);
  const std::vector<Preference> how = on_scale(problem, matrix, preferences);
  std::vector<double> plus(problem.units()), minus(problem.units()), net(problem.units());
  std::vector<double> over(problem.units()), under(problem.units());
  const double others = std::max(1.0, static_cast<double>(problem.units()) - 1);
  for (std::size_t unit = 0; unit < net.size(); ++unit) {
    prefer(problem, how, unit, over, under);
    plus[unit] = settled_sum(std::span<double>(over)) / others;
    minus[unit] = settled_sum(std::span<double>(under)) / others;
    net[unit] = plus[unit] - minus[unit];
  }
  return {problem.ranked(net, true, 1), problem.to_rows(plus), problem.to_rows(minus)};
}

}  // namespace rulescore::decision
