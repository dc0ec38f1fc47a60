// The curves, one function each. Degenerate parameters (a target of 0, a line of no length) can't be divided by: they become a
// step, all or nothing at that value, whoever built the shape.
#include "score/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rulescore {
namespace {

constexpr double whole_step = 1e-9;  // a number of steps this close to a whole one is that one

double share_of(double value, double target) noexcept {
  if (target <= 0) return value >= target ? 1 : 0;
  return value / target;
}

double slope_from(const std::optional<Slope>& slope, double distance, double earns) noexcept {
  return slope ? earns + slope->change * steps_in(distance, *slope) : 0;
}

bool holds(const BandOf& band, bool rising, double value) noexcept {
  if (rising) return band.closed ? value <= band.edge : value < band.edge;
  return band.closed ? value >= band.edge : value > band.edge;
}

// Comparisons that say by themselves which end is the better one.
bool is_placed(Versus with) noexcept {
  return with == Versus::highest || with == Versus::lowest || with == Versus::rank || with == Versus::rank_from_lowest ||
         with == Versus::percentile;
}

}  // namespace

double steps_in(double distance, const Slope& slope) noexcept {
  const double steps = distance / slope.each, nearest = std::round(steps);
  if (std::abs(steps - nearest) <= whole_step) return nearest;
  switch (slope.steps) {
    case Steps::linear:
      return steps;
    case Steps::started:
      return std::ceil(steps);
    case Steps::completed:
      return std::floor(steps);
  }
  return steps;
}

double worth(const Presence& shape, double, double) noexcept { return shape.score; }

double worth(const AtLeast& shape, double value, double earns) noexcept {
  return (shape.strict ? value > shape.target : value >= shape.target) ? earns : 0;
}

double worth(const AtMost& shape, double value, double earns) noexcept {
  return (shape.strict ? value < shape.limit : value <= shape.limit) ? earns : 0;
}

double worth(const Proportion& shape, double value, double earns) noexcept { return share_of(value, shape.target) * earns; }

double worth(const Total& shape, double value, double earns) noexcept { return share_of(value, shape.target) * earns; }

double worth(const Linear& shape, double value, double earns) noexcept {
  if (shape.from == shape.to) return value >= shape.to ? earns : 0;
  return std::clamp((value - shape.from) / (shape.to - shape.from), 0.0, 1.0) * earns;
}

double worth(const Piecewise& shape, double value, double) noexcept {
  const auto& points = shape.points;
  if (points.empty()) return 0;
  if (value < points.front().first) return points.front().second;
  if (value >= points.back().first) return points.back().second;
  std::size_t next = 1;
  while (value >= points[next].first) ++next;
  const auto [x0, y0] = points[next - 1];
  const auto [x1, y1] = points[next];
  return y0 + (y1 - y0) * ((value - x0) / (x1 - x0));
}

double worth(const Count& shape, double value, double) noexcept { return std::min(value * shape.each, shape.cap); }

double worth(const Sloped& shape, double value, double earns) noexcept {
  if (value < shape.low) return slope_from(shape.below, shape.low - value, earns);
  if (value > shape.high) return slope_from(shape.above, value - shape.high, earns);
  return earns;
}

double worth(const Banded& shape, double value, double) noexcept {
  for (const BandOf& band : shape.bands)
    if (holds(band, shape.rising, value)) return band.earns;
  return shape.rest;
}

double worth(const Tiered& shape, double value, double) noexcept {
  double marks = 0;
  for (std::size_t i = 0; i < shape.tiers.size(); ++i) {
    const double from = shape.tiers[i].from, to = i + 1 < shape.tiers.size() ? shape.tiers[i + 1].from : no_limit;
    if (value > from) marks += (std::min(value, to) - from) * shape.tiers[i].each;
  }
  return marks;
}

double worth(const Given&, double value, double) noexcept { return value; }

bool is_falling(const Shape& shape) noexcept {
  if (std::holds_alternative<AtMost>(shape)) return true;
  if (const auto* line = std::get_if<Linear>(&shape)) return line->from > line->to;
  if (const auto* slopes = std::get_if<Sloped>(&shape)) return std::isinf(slopes->low);
  if (const auto* bands = std::get_if<Banded>(&shape)) return bands->rising;
  return false;
}

Of input_of(const RuleScore& term) noexcept {
  if (term.input.of) return *term.input.of;
  if (std::holds_alternative<Count>(term.shape) || std::holds_alternative<Tiered>(term.shape)) return Of::count;
  if (std::holds_alternative<Total>(term.shape)) return Of::sum;
  if (std::holds_alternative<Given>(term.shape)) return Of::mean;
  return is_falling(term.shape) && !is_placed(term.against.with) && !term.is_deduction ? Of::worst : Of::best;
}

bool is_less_better(const RuleScore& term) noexcept {
  if (is_placed(term.against.with)) return term.against.with == Versus::lowest || term.against.with == Versus::rank_from_lowest;
  return is_falling(term.shape);
}

}  // namespace rulescore
