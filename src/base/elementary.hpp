// Logarithm and exponential that give the same bits on any machine: the C library's may differ in the last place from one
// processor to the next, and a random draw that goes through them with it. Made of additions, multiplications and divisions
// alone, which are rounded alike everywhere. Within 4 units in the last place; random draws need no more. Tested by
// tests/unit/base/random.cpp.
#pragma once

namespace rulescore {

double portable_log(double x) noexcept;  // x > 0, finite, normal
double portable_exp(double x) noexcept;  // |x| < 700; 0 below

}  // namespace rulescore
