// Linear programmes, solved by COIN-OR's Clp (the one file that knows it is linear_programme.cpp). Tested by
// tests/unit/panel/linear_programme.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rulescore {

// Find x >= 0 such that low <= rows . x <= high, with cost . x as small as can be.
struct LinearProgramme {
  explicit LinearProgramme(std::size_t variables) : cost(variables, 0.0) {}
  // Adds a row; a bound may be infinite. Coefficients should lie within a few powers of ten of each other.
  void add(const std::vector<double>& coefficients, double low_bound, double high_bound);

  std::vector<double> cost;  // one a variable
  std::vector<double> rows;  // row-major
  std::vector<double> low, high;
};

struct LinearSolution {
  enum class Status : std::uint8_t { optimal, infeasible, unbounded, unsolved } status = Status::unsolved;
  std::vector<double> x;  // >= 0; empty unless optimal
};

// Silent. The same programme gives the same solution, whatever was solved before and by however many threads at once.
LinearSolution minimise(const LinearProgramme& programme);

}  // namespace rulescore
