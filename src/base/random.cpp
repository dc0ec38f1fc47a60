// See random.hpp. Integer arithmetic up to the last step, which is exact: a 53-bit odd number times a power of two.
#include "base/random.hpp"

#include "base/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

// 52 random bits and a half, over 2^52: never 0, never 1.
double to_unit(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t bits = (static_cast<std::uint64_t>(a) << 32 | b) >> 12;
  return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

// The numbers of one variate, pair by pair.
class Pairs {
 public:
  Pairs(const Uniform& uniform, std::uint64_t index) : uniform_(uniform), next_(index << 19) {}
  std::array<double, 2> next() noexcept { return uniform_.pair(next_++); }

 private:
  const Uniform& uniform_;
  std::uint64_t next_;
};

// One of the two that Marsaglia's polar method makes of a point in the unit disc.
double normal(Pairs& pairs) noexcept {
  for (;;) {
    const auto [a, b] = pairs.next();
    const double x = 2 * a - 1, y = 2 * b - 1, square = x * x + y * y;
    if (square < 1 && square > 0) return x * std::sqrt(-2 * portable_log(square) / square);
  }
}

// Shapes of at least 1; a cubed normal, rejected about once in twenty times.
double gamma_above_one(Pairs& pairs, double shape) noexcept {
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal(pairs), root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (portable_log(pairs.next()[0]) < 0.5 * x * x + d - d * v + d * portable_log(v)) return d * v;
  }
}

}  // namespace

PhiloxBlock philox4x32(PhiloxBlock x, std::array<std::uint32_t, 2> key) noexcept {
  constexpr std::uint64_t multiplier_0 = 0xD2511F53u, multiplier_1 = 0xCD9E8D57u;
  constexpr std::uint32_t weyl_0 = 0x9E3779B9u, weyl_1 = 0xBB67AE85u;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product_0 = multiplier_0 * x[0], product_1 = multiplier_1 * x[2];
    x = {high(product_1) ^ x[1] ^ key[0], low(product_1), high(product_0) ^ x[3] ^ key[1], low(product_0)};
    key[0] += weyl_0;
    key[1] += weyl_1;
  }
  return x;
}

std::array<double, 2> Uniform::pair(std::uint64_t index) const noexcept {
  const PhiloxBlock x = philox4x32({low(index), high(index), low(stream_), high(stream_)}, {low(seed_), high(seed_)});
  return {to_unit(x[0], x[1]), to_unit(x[2], x[3])};
}

std::size_t pick(double uniform, std::size_t count) noexcept {
  return std::min(count - 1, static_cast<std::size_t>(uniform * static_cast<double>(count)));
}

double gamma_variate(const Uniform& uniform, std::uint64_t index, double shape) noexcept {
  Pairs pairs(uniform, index);
  if (shape >= 1) return gamma_above_one(pairs, shape);
  const double boost = portable_exp(portable_log(pairs.next()[0]) / shape);  // one more, times a power of a uniform
  return gamma_above_one(pairs, shape + 1) * boost;
}

}  // namespace rulescore
