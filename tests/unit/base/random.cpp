// The generator against the known answers that its authors publish, and what `Uniform` makes of it.
#include "base/random.hpp"

#include "base/elementary.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {

TEST_CASE("philox4x32-10 gives its authors' known answers") {
  CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("uniform numbers are a function of seed, stream and index") {
  const Uniform first(7, 3), again(7, 3), other_stream(7, 4), other_seed(8, 3);
  CHECK(first.at(5) == again.at(5));
  CHECK(first.at(4) == first.pair(2)[0]);
  CHECK(first.at(5) == first.pair(2)[1]);
  CHECK(first.at(5) != other_stream.at(5));
  CHECK(first.at(5) != other_seed.at(5));
}

TEST_CASE("seed, stream and index count with all their 64 bits") {
  const std::uint64_t high = std::uint64_t{1} << 40;
  CHECK(Uniform(1, 1).at(1) != Uniform(1 + high, 1).at(1));
  CHECK(Uniform(1, 1).at(1) != Uniform(1, 1 + high).at(1));
  CHECK(Uniform(1, 1).at(1) != Uniform(1, 1).at(1 + high));
}

TEST_CASE("uniform numbers fill the open interval evenly") {
  constexpr int draws = 100'000;
  double sum = 0, sum_of_squares = 0;
  int outside = 0, lower_tenth = 0;
  for (int i = 0; i < draws; ++i) {
    const double u = Uniform(42, 0).at(static_cast<std::uint64_t>(i));
    outside += u <= 0 || u >= 1;
    lower_tenth += u < 0.1;
    sum += u;
    sum_of_squares += u * u;
  }
  CHECK(outside == 0);
  // Five standard errors of each.
  CHECK(std::abs(sum / draws - 0.5) < 5 * 0.2887 / std::sqrt(draws));
  CHECK(std::abs(sum_of_squares / draws - 1.0 / 3) < 5 * 0.2981 / std::sqrt(draws));
  CHECK(std::abs(lower_tenth / double{draws} - 0.1) < 5 * 0.3 / std::sqrt(draws));
}

TEST_CASE("the portable logarithm and exponential are those of the C library to a few units in the last place") {
  for (int i = 1; i < 20'000; ++i) {
    const double u = Uniform(3, 1).at(static_cast<std::uint64_t>(i)), wide = std::ldexp(u, i % 200 - 100), x = 1400 * u - 700;
    CHECK(std::abs(portable_log(wide) - std::log(wide)) <= 1e-15 * std::max(1e-3, std::abs(std::log(wide))));
    CHECK(std::abs(portable_exp(x) / std::exp(x) - 1) < 2e-15);
  }
  CHECK(portable_log(1) == 0);
  CHECK(portable_exp(0) == 1);
  CHECK(portable_exp(-1e6) == 0);
}

TEST_CASE("gamma variates have the mean and the variance of their shape") {
  constexpr int draws = 50'000;
  for (const double shape : {0.05, 0.5, 1.0, 2.5, 40.0}) {
    double sum = 0, squares = 0;
    for (int i = 0; i < draws; ++i) {
      const double x = gamma_variate(Uniform(1, 2), static_cast<std::uint64_t>(i), shape);
      sum += x;
      squares += (x - shape) * (x - shape);
    }
    INFO(shape);
    CHECK(std::abs(sum / draws - shape) < 5 * std::sqrt(shape / draws));
    // The fourth central moment is 3 shape (shape + 2).
    CHECK(std::abs(squares / draws - shape) < 5 * std::sqrt((2 * shape * shape + 6 * shape) / draws));
  }
}

TEST_CASE("a whole number is picked evenly and stays below the count") {
  CHECK(pick(0.999999999999999999, 3) == 2);
  CHECK(pick(1e-20, 3) == 0);
  CHECK(pick(0.5, 2) == 1);
}

}  // namespace rulescore
