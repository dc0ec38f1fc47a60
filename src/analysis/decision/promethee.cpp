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

// One criterion as it is added to what a unit has over each other one, or, with the sign turned, to what they have over it.
struct Criterion {
  std::span<const double> figures;
  double own, sign, weight;
};

// Rises evenly from a lead of `from` to one of `to`. Loops with one condition each: see add_gains.
void add_ramp(const Criterion& c, double from, double to, std::span<double> sums, std::vector<double>& room) {
  const std::size_t n = c.figures.size();
  const double weight = c.weight, own = c.own, sign = c.sign, width = to - from;
  room.resize(n);
  for (std::size_t i = 0; i < n; ++i) room[i] = weight * ((sign * (own - c.figures[i]) - from) / width);
  for (std::size_t i = 0; i < n; ++i) room[i] = room[i] < weight ? room[i] : weight;
  for (std::size_t i = 0; i < n; ++i) sums[i] += room[i] > 0 ? room[i] : 0;
}

// From nothing to `weight` where the lead is more than `beyond`.
void add_step(const Criterion& c, double beyond, double weight, std::span<double> sums) {
  add_gains(c.figures, c.own, c.sign, sums, [weight, beyond](double lead) { return lead > beyond ? weight : 0; });
}

void add_bell(const Criterion& c, double deviation, std::span<double> sums) {
  add_gains(c.figures, c.own, c.sign, sums, [weight = c.weight, deviation](double lead) {
    const double deviations = lead / deviation;
    return lead > 0 ? -weight * std::expm1(-deviations * deviations / 2) : 0;
  });
}

void add(const Criterion& c, const Preference& how, std::span<double> sums, std::vector<double>& room) {
  switch (how.shape) {
    case Shape::usual:
      return add_step(c, 0, c.weight, sums);
    case Shape::u:
      return add_step(c, how.q, c.weight, sums);
    case Shape::v:
      return add_ramp(c, 0, how.p, sums, room);
    case Shape::level:
      add_step(c, how.q, c.weight / 2, sums);
      return add_step(c, how.p, c.weight / 2, sums);
    case Shape::v_indifference:
      return add_ramp(c, how.q, how.p, sums, room);
    case Shape::gaussian:
      return add_bell(c, how.s, sums);
  }
}

struct Flows {
  std::vector<double> over, under, room;
};

// Of `unit` over each other one, and theirs over it; 0 against itself.
void compare(const Problem& problem, std::span<const Preference> how, std::size_t unit, Flows& flows) {
  flows.over.assign(problem.units(), 0);
  flows.under.assign(problem.units(), 0);
  for (std::size_t criterion = 0; criterion < problem.criteria(); ++criterion) {
    const std::span<const double> figures = problem.figures(criterion);
    const double sign = problem.sign(criterion), weight = problem.weight(criterion);
    add({figures, figures[unit], sign, weight}, how[criterion], flows.over, flows.room);
    add({figures, figures[unit], -sign, weight}, how[criterion], flows.under, flows.room);
  }
}

}  // namespace

Promethee promethee2(const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses,
                     std::span<const Preference> preferences) {
  const Problem problem("PROMETHEE", matrix, weights, senses);
  const std::vector<Preference> how = on_scale(problem, matrix, preferences);
  std::vector<double> plus(problem.units()), minus(problem.units()), net(problem.units());
  Flows flows;
  const double others = std::max(1.0, static_cast<double>(problem.units()) - 1);
  for (std::size_t unit = 0; unit < net.size(); ++unit) {
    compare(problem, how, unit, flows);
    plus[unit] = settled_sum(std::span<double>(flows.over)) / others;
    minus[unit] = settled_sum(std::span<double>(flows.under)) / others;
    net[unit] = plus[unit] - minus[unit];
  }
  return {problem.ranked(net, true, 1), problem.to_rows(plus), problem.to_rows(minus)};
}

}  // namespace rulescore::decision
