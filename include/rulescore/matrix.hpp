// Figures side by side: what composite indices, weights and rankings are worked out from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rulescore {

// A view of figures that someone else keeps: row-major, a row for each unit, a column for each indicator. NaN: missing. The
// functions that take one throw UsageError when `values` doesn't hold rows x columns figures, or one of them is infinite.
struct Matrix {
  std::span<const double> values;
  std::size_t rows = 0, columns = 0;

  double at(std::size_t row, std::size_t column) const noexcept { return values[row * columns + column]; }
  std::span<const double> row(std::size_t index) const noexcept { return values.subspan(index * columns, columns); }
};

// Whether more is better: a benefit, or a cost. As a number it is what a figure is multiplied by so that more is better.
enum class Sense : std::int8_t { cost = -1, benefit = 1 };

}  // namespace rulescore
