// The yardstick of the timing programs: what one core does with bytes when nothing is clever.
#pragma once

#include <cstdint>
#include <string_view>

namespace bench {

// Sums the bytes in a plain loop, compiled with -O2 whatever the build's level (tests.cmake), so that ratios to it compare between
// builds: GCC 12 makes it 2.7 times faster with -O3.
std::uint64_t byte_sum(std::string_view bytes);

}  // namespace bench
