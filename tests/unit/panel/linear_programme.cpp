// Linear programmes: textbook ones with answers worked by hand, those without one, and the same bits from many threads.
#include "panel/linear_programme.hpp"

#include "base/parallel.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

namespace rulescore {
namespace {

constexpr double none = std::numeric_limits<double>::infinity();
using Status = LinearSolution::Status;

// Three constraints, two variables: the corner (2, 6) of the classic of doors and windows.
LinearProgramme doors() {
  LinearProgramme programme(2);
  programme.cost = {-3, -5};
  programme.add({1, 0}, -none, 4);
  programme.add({0, 2}, -none, 12);
  programme.add({3, 2}, -none, 18);
  return programme;
}

TEST_CASE("linear programme: a corner") {
  const LinearSolution solution = minimise(doors());
  REQUIRE(solution.status == Status::optimal);
  CHECK(std::abs(solution.x[0] - 2) < 1e-12);
  CHECK(std::abs(solution.x[1] - 6) < 1e-12);
}

TEST_CASE("linear programme: equalities, and bounds from both sides") {
  LinearProgramme programme(3);
  programme.cost = {1, 2, 3};
  programme.add({1, 1, 1}, 1, 1);
  programme.add({1, 0, 0}, 0.1, 0.3);
  programme.add({0, 1, -1}, -none, 0.2);
  const LinearSolution solution = minimise(programme);
  REQUIRE(solution.status == Status::optimal);  // x = 0.3; y - z = 0.2, y + z = 0.7
  CHECK(std::abs(solution.x[0] - 0.3) < 1e-12);
  CHECK(std::abs(solution.x[1] - 0.45) < 1e-12);
  CHECK(std::abs(solution.x[2] - 0.25) < 1e-12);
}

TEST_CASE("linear programme: none that fits, and none that is best") {
  LinearProgramme impossible(1);
  impossible.add({1}, 2, 3);
  impossible.add({1}, -none, 1);
  CHECK(minimise(impossible).status == Status::infeasible);
  LinearProgramme endless(1);
  endless.cost = {-1};
  endless.add({1}, 1, none);
  CHECK(minimise(endless).status == Status::unbounded);
}

TEST_CASE("linear programme: the same bits from many threads") {
  const LinearSolution alone = minimise(doors());
  std::vector<LinearSolution> all(200);
  parallel_for(all.size(), [&](std::size_t i) { all[i] = minimise(doors()); }, {4, 1, nullptr});
  for (const LinearSolution& solution : all) CHECK(solution.x == alone.x);
}

}  // namespace
}  // namespace rulescore
