// Random numbers without a state: the n-th number of a stream is a function of (seed, stream, n), so draw k is the same on any
// machine, in any order and for any number of threads.
//
// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011: ten rounds of two
// 32x32-bit multiplications over a 128-bit counter under a 64-bit key. Tested by tests/unit/base/random.cpp against its known
// answers. Other distributions are made of these numbers by arithmetic that every machine rounds alike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rulescore {

using PhiloxBlock = std::array<std::uint32_t, 4>;

PhiloxBlock philox4x32(PhiloxBlock counter, std::array<std::uint32_t, 2> key) noexcept;

// Number `index` of stream `stream` under `seed`, uniform in the open interval (0, 1): the middle of one of 2^52 equal cells.
class Uniform {
 public:
  Uniform(std::uint64_t seed, std::uint64_t stream) noexcept : seed_(seed), stream_(stream) {}

  // The numbers 2 * pair and 2 * pair + 1 of the stream; one call of the generator makes both.
  std::array<double, 2> pair(std::uint64_t index) const noexcept;
  double at(std::uint64_t index) const noexcept { return pair(index / 2)[index % 2]; }

 private:
  std::uint64_t seed_, stream_;
};

// A whole number of 0 … count - 1 from a uniform one.
std::size_t pick(double uniform, std::size_t count) noexcept;

// A gamma variate of `shape` > 0 and scale 1, number `index` of its stream: Marsaglia and Tsang 2000, ACM TOMS 26:363. It may use
// up the numbers index * 2^20 … (index + 1) * 2^20 - 1 of the stream, so index < 2^43.
double gamma_variate(const Uniform& uniform, std::uint64_t index, double shape) noexcept;

}  // namespace rulescore
