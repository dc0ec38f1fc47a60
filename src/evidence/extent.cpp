// See extent.hpp. The written digits say how finely a figure was stated; 万 and 亿 behind them make that coarser.
#include "evidence/extent.hpp"

#include "quantity/reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double relative_dust = 1e-9;  // of adding doubles, far below any figure of a report

struct Written {
  bool arabic = false;
  int decimals = 0;
};

Written written(const Text& text, Span digits) noexcept {
  Written w;
  bool point = false;
  for (std::uint32_t i = digits.begin; i < digits.end; ++i) {
    const char32_t c = text.chars[i];
    if (is_digit(c)) w.arabic = true;
    if (is_digit(c) && point) ++w.decimals;
    if (c == U'.') point = true;
  }
  return w;
}

// 1, 10'000 or 100'000'000: what stands behind the digits.
double scale(const Text& text, const QuantityAt& figure) noexcept {
  double scale = 1;
  for (std::uint32_t i = figure.number.end; i < figure.where.end; ++i) {
    if (text.chars[i] == U'万') scale *= 1e4;
    if (text.chars[i] == U'亿') scale *= 1e8;
  }
  return scale;
}

}  // namespace

bool Extent::meets(Extent other) const noexcept {
  const double dust = relative_dust * std::max(std::abs(low), std::abs(other.low));
  return low <= other.high + dust && other.low <= high + dust;
}

Extent& Extent::operator+=(Extent other) noexcept {
  low += other.low;
  high += other.high;
  return *this;
}

double last_digit(const Text& text, const QuantityAt& figure) noexcept {
  double digit = scale(text, figure);
  for (int d = written(text, figure.number).decimals; d > 0; --d) digit /= 10;
  return digit;
}

Extent extent_of(const Text& text, const QuantityAt& figure) noexcept {
  const double value = figure.value;
  if (!std::isnan(figure.value_high)) return {value, figure.value_high};
  switch (figure.bound) {
    case Bound::at_least:
      return {value, infinite};
    case Bound::at_most:
      return {0, value};
    case Bound::about:
      return {value - value / 10, value + value / 10};
    case Bound::exact:
      break;
  }
  const Written w = written(text, figure.number);
  const bool coarse = w.arabic && (w.decimals > 0 || scale(text, figure) > 1);
  const double step = coarse ? last_digit(text, figure) : 0;
  return {value - step / 2, value + step};
}

}  // namespace rulescore
