// See random.hpp. Integer arithmetic up to the last step, which is exact: a 53-bit odd number times a power of two.
#include "base/random.hpp"

namespace rulescore {
namespace {

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

// 52 random bits and a half, over 2^52: never 0, never 1.
double to_unit(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t bits = (static_cast<std::uint64_t>(a) << 32 | b) >> 12;
  return (static_cast<double>(bits) + 0.5) * 0x1p-52;
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

}  // namespace rulescore
