// See shapes.hpp. Degenerate parameters (a target of 0, a line of no length) can't be divided by: they become a step, all or
// nothing at that value, whoever built the shape.
#include "score/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rulescore {
namespace {

double share_of(double value, double target) noexcept {
  if (target <= 0) return value >= target ? 1 : 0;
  return std::clamp(value / target, 0.0, 1.0);
}

// Of the pieces with a figure the one worth most, or the one worth least when the worst figure counts. The first of equals.
template <typename OneValue>
Earned decisive(const OneValue& shape, const Pieces& pieces, bool worst_counts) noexcept {
  Earned earned;
  pieces.each([&](std::uint32_t index, const Evidence& piece) {
    if (std::isnan(piece.value)) return;
    const double score = worth(shape, piece.value);
    if (!earned.found() || (worst_counts ? score < earned.score : score > earned.score)) earned = {score, piece.value, index};
  });
  return earned;
}

struct Earning {
  const Pieces& pieces;

  Earned operator()(const Presence& shape) const noexcept {
    Earned earned;
    pieces.each([&](std::uint32_t index, const Evidence&) {
      if (!earned.found()) earned = {shape.score, no_value, index};
    });
    return earned;
  }
  Earned operator()(const AtLeast& shape) const noexcept { return decisive(shape, pieces, false); }
  Earned operator()(const AtMost& shape) const noexcept { return decisive(shape, pieces, true); }
  Earned operator()(const Proportion& shape) const noexcept { return decisive(shape, pieces, false); }
  Earned operator()(const Linear& shape) const noexcept { return decisive(shape, pieces, shape.from > shape.to); }
  Earned operator()(const Piecewise& shape) const noexcept { return decisive(shape, pieces, false); }

  Earned operator()(const Count& shape) const noexcept {
    Earned earned;
    double count = 0;
    pieces.each([&](std::uint32_t index, const Evidence&) {
      count += 1;
      earned = {std::min(count * shape.each, shape.cap), count, std::min(index, earned.piece)};
    });
    return earned;
  }
  Earned operator()(const Total& shape) const noexcept {
    Earned earned;
    double sum = 0;
    pieces.each([&](std::uint32_t index, const Evidence& piece) {
      if (std::isnan(piece.value)) return;
      sum += piece.value;
      earned = {share_of(sum, shape.target), sum, std::min(index, earned.piece)};
    });
    return earned;
  }
};

}  // namespace

double worth(const AtLeast& shape, double value) noexcept { return value >= shape.target ? 1 : 0; }

double worth(const AtMost& shape, double value) noexcept { return value <= shape.limit ? 1 : 0; }

double worth(const Proportion& shape, double value) noexcept { return share_of(value, shape.target); }

double worth(const Linear& shape, double value) noexcept {
  if (shape.from == shape.to) return value >= shape.to ? 1 : 0;
  return std::clamp((value - shape.from) / (shape.to - shape.from), 0.0, 1.0);
}

double worth(const Piecewise& shape, double value) noexcept {
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

Earned earn(const Shape& shape, const Pieces& pieces) noexcept {
  Earned earned = std::visit(Earning{pieces}, shape);
  if (earned.found()) earned.score = std::clamp(earned.score, 0.0, 1.0);
  return earned;
}

Earned earn_directly(Pieces pieces) noexcept {
  pieces.rule = Evidence::direct;
  Earned earned;
  double sum = 0, count = 0;
  pieces.each([&](std::uint32_t index, const Evidence& piece) {
    if (std::isnan(piece.value)) return;
    sum += piece.value;
    count += 1;
    earned = {std::clamp(sum / count, 0.0, 1.0), count, std::min(index, earned.piece)};
  });
  return earned;
}

}  // namespace rulescore
