// Outliers drawn in until a column passes the test of skewness and kurtosis: first by winsorising, step by step, then by a
// logarithm. Outside face: prepare.hpp. Tested by tests/unit/panel/treat.cpp; against peers by tests/peers/prepare.cpp.
#include "panel/column.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace rulescore {
namespace {

struct Shape {
  double skew, kurtosis;
};

Shape shape_of(std::span<const double> column) noexcept { return {skew_of(column), kurtosis_of(column)}; }

// A column too short for either figure, or without spread, has no outliers to speak of.
bool passes(const Shape& shape, const Treatment& treatment) noexcept {
  return std::isnan(shape.skew) || std::isnan(shape.kurtosis) || std::abs(shape.skew) < treatment.skew ||
         shape.kurtosis < treatment.kurtosis;
}

std::size_t different(std::span<const double> column) {
  std::set<double> figures;
  for (const double x : column)
    if (!std::isnan(x)) figures.insert(x);
  return figures.size();
}

// All copies of the outermost figure become the next one inwards. `outer(a, b)`: a lies further out than b.
template <typename Outer>
std::vector<std::uint32_t> draw_in(std::vector<double>& column, const Outer& outer) {
  double most = no_value, next = no_value;
  for (const double x : column) {
    if (std::isnan(x)) continue;
    if (std::isnan(most) || outer(x, most)) {
      next = most;
      most = x;
    } else if (x != most && (std::isnan(next) || outer(x, next))) {
      next = x;
    }
  }
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (column[row] != most) continue;
    column[row] = next;
    rows.push_back(static_cast<std::uint32_t>(row));
  }
  return rows;
}

// A step on one side changes all rows that earlier steps on that side changed, so the last step's rows are all of them. The last
// two different figures are never made one: that would leave nothing to compare.
void winsorise(Treated& column, const Treatment& treatment) {
  std::size_t left = different(column.values);
  Shape shape = shape_of(column.values);
  while (left > 2 && !passes(shape, treatment) &&
         column.winsorised_high.size() + column.winsorised_low.size() < treatment.winsorise) {
    if (shape.skew >= 0)
      column.winsorised_high = draw_in(column.values, std::greater<>());
    else
      column.winsorised_low = draw_in(column.values, std::less<>());
    shape = shape_of(column.values);
    --left;
  }
}

std::vector<double> logarithm(std::span<const double> column, bool mirrored) {
  const double min = least(column), max = largest(column), margin = 0.01 * (max - min);
  std::vector<double> result(column.size());
  for (std::size_t row = 0; row < column.size(); ++row)
    result[row] = mirrored ? -std::log(max - column[row] + margin) : std::log(column[row] - min + margin);
  return result;
}

std::vector<double> transform(std::span<const double> column, const Treated& winsorised, Treatment::Then then) {
  if (then == Treatment::Then::log_combined) return logarithm(winsorised.values, false);
  return logarithm(column, then == Treatment::Then::log_signed && winsorised.skew_before < 0);
}

}  // namespace

Treated treat(std::span<const double> column, const Treatment& treatment) {
  check_matrix({column, column.size(), 1}, "treat: the column");
  Treated result;
  result.values.assign(column.begin(), column.end());
  const Shape before = shape_of(column);
  result.skew_before = before.skew;
  result.kurtosis_before = before.kurtosis;
  result.passed_before = passes(before, treatment);
  if (treatment.on && !result.passed_before) {
    winsorise(result, treatment);
    if (treatment.then != Treatment::Then::nothing && !passes(shape_of(result.values), treatment) && different(column) > 2) {
      result.values = transform(column, result, treatment.then);
      result.transformed = true;
    }
  }
  const Shape after = shape_of(result.values);
  result.skew = after.skew;
  result.kurtosis = after.kurtosis;
  result.passes = passes(after, treatment);
  return result;
}

}  // namespace rulescore
