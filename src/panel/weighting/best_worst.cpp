// Best-worst: the weights whose largest distance from the judgements, taken as differences, is least: a linear programme.
// Tested by tests/unit/panel/weighting_judgements.cpp.
#include "base/number.hpp"
#include "panel/linear_programme.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore::weighting {
namespace {

struct Judgements {
  std::span<const double> best_to, to_worst;
  std::size_t best, worst;
};

void check_list(std::span<const double> list, const char* what, std::size_t same, const char* with) {
  for (std::size_t j = 0; j < list.size(); ++j) {
    if (!(list[j] >= 1 && list[j] <= 9))
      throw UsageError(std::string("best_worst: ") + what + " holds " + (std::isnan(list[j]) ? "nothing" : shortest(list[j])) +
                       " in place " + std::to_string(j + 1) + "; it takes figures from 1 (equal) to 9");
  }
  if (list[same] != 1)
    throw UsageError(std::string("best_worst: ") + what + " holds " + shortest(list[same]) + " in place " +
                     std::to_string(same + 1) + "; " + with + " compared with itself is 1");
}

void check_judgements(const Judgements& given) {
  const std::size_t n = given.best_to.size();
  if (n == 0 || given.to_worst.size() != n)
    throw UsageError("best_worst: " + std::to_string(n) + " figures of the best against the others, " +
                     std::to_string(given.to_worst.size()) + " of the others against the worst; both take one for each");
  if (given.best >= n || given.worst >= n)
    throw UsageError("best_worst: the best is number " + std::to_string(given.best + 1) + ", the worst number " +
                     std::to_string(given.worst + 1) + " of " + std::to_string(n));
  check_list(given.best_to, "the best against the others", given.best, "the best");
  check_list(given.to_worst, "the others against the worst", given.worst, "the worst");
  if (given.best_to[given.worst] != given.to_worst[given.best])
    throw UsageError("best_worst: the best against the worst is " + shortest(given.best_to[given.worst]) + " in one list and " +
                     shortest(given.to_worst[given.best]) + " in the other");
}

// |more - times less| <= ksi, the last variable.
void within(LinearProgramme& programme, std::size_t more, double times, std::size_t less) {
  if (more == less) return;
  constexpr double none = std::numeric_limits<double>::infinity();
  for (const double sign : {1.0, -1.0}) {
    std::vector<double> row(programme.cost.size(), 0.0);
    row[more] = sign;
    row[less] = -sign * times;
    row.back() = -1;
    programme.add(row, -none, 0);
  }
}

double input_ratio(const Judgements& given) {
  const double whole = given.best_to[given.worst];
  if (whole == 1)
    return *std::max_element(given.best_to.begin(), given.best_to.end()) > 1 ||
                   *std::max_element(given.to_worst.begin(), given.to_worst.end()) > 1
               ? 1
               : 0;
  double ratio = 0;
  for (std::size_t j = 0; j < given.best_to.size(); ++j)
    if (j != given.best && j != given.worst)
      ratio = std::max(ratio, std::abs(given.best_to[j] * given.to_worst[j] - whole) / (whole * whole - whole));
  return ratio;
}

}  // namespace

BestWorst best_worst(std::span<const double> best_to_others, std::span<const double> others_to_worst, std::size_t best,
                     std::size_t worst) {
  const Judgements given{best_to_others, others_to_worst, best, worst};
  check_judgements(given);
  const std::size_t n = best_to_others.size();
  LinearProgramme programme(n + 1);
  programme.cost.back() = 1;
  std::vector<double> sum(n + 1, 1.0);
  sum.back() = 0;
  programme.add(sum, 1, 1);
  for (std::size_t j = 0; j < n; ++j) within(programme, best, best_to_others[j], j);
  for (std::size_t j = 0; j < n; ++j)
    if (j != best) within(programme, j, others_to_worst[j], worst);
  LinearSolution solution = minimise(programme);
  if (solution.status != LinearSolution::Status::optimal)
    throw UsageError("best_worst: no weights were found for these judgements");
  const double consistency = solution.x.back();
  solution.x.pop_back();
  return {check(solution.x, n), consistency, input_ratio(given)};
}

}  // namespace rulescore::weighting
