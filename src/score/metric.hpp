// Figures computed from found ones: 办结79件 of 新收86件 is 91.9%. Tested by tests/unit/score/metric.cpp.
//
// The operands are paired within one sentence; where no sentence has them all, within one paragraph; else the first of each. A
// figure that can't be computed says why: 0/0 is what the author says it is (ZeroOverZero), and x/0 is no figure.
#pragma once

#include "score/pieces.hpp"

#include <optional>
#include <vector>

namespace rulescore {

struct MetricFigure {
  double value = no_value;
  std::vector<std::uint32_t> pieces;  // it was computed from, in the order of the operands
  std::optional<ZeroOverZero> zero;   // 0/0
  bool over_zero = false;             // x/0
};

// Every figure of a metric, in the order of the text. `pieces.rule` is not looked at.
std::vector<MetricFigure> figures_of(const Metric& metric, const Pieces& pieces);

// A fall of a rule that finds rises and falls is below 0.
inline double signed_value(const Evidence& piece, bool is_signed) noexcept {
  return is_signed && piece.change == Change::decrease ? -piece.value : piece.value;
}

}  // namespace rulescore
