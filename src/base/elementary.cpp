// See elementary.hpp. log: x = m 2^e with m in [sqrt(1/2), sqrt(2)), log m = 2 atanh((m - 1) / (m + 1)) by its series. exp: x = n
// log 2 + r with |r| <= log(2) / 2, e^r by its series.
#include "base/elementary.hpp"

#include <cmath>

namespace rulescore {
namespace {

constexpr double log_2_high = 0x1.62e42fee00000p-1,
                 log_2_low = 0x1.a39ef35793c76p-33;  // their sum is log 2; the first has few bits

}  // namespace

double portable_log(double x) noexcept {
  int exponent = 0;
  double m = std::frexp(x, &exponent);
  if (m < 0.70710678118654752) {
    m *= 2;
    --exponent;
  }
  const double t = (m - 1) / (m + 1), square = t * t;  // |t| < 0.172, so 23 powers reach the last bit
  double series = 0;
  for (int power = 23; power >= 3; power -= 2) series = (series + 1.0 / power) * square;
  return exponent * log_2_high + (2 * t + (2 * t * series + exponent * log_2_low));
}

double portable_exp(double x) noexcept {
  if (x < -700) return 0;
  const double n = std::floor(x / (log_2_high + log_2_low) + 0.5);
  const double r = (x - n * log_2_high) - n * log_2_low;  // |r| < 0.347, so 15 powers reach the last bit
  double series = 1;
  for (int power = 15; power >= 1; --power) series = 1 + series * r / power;
  return std::ldexp(series, static_cast<int>(n));
}

}  // namespace rulescore
