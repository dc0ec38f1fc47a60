// What subsets of criteria are worth, and the Choquet integral with respect to it. Small capacities are held subset by subset,
// larger ones by the Moebius masses of single columns and pairs. Tested by tests/unit/analysis/decision_choquet.cpp.
#include "analysis/decision/problem.hpp"

#include "base/number.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace rulescore::decision {
namespace {

constexpr double rounding = 1e-9;  // that worths and sums may be off by

constexpr std::uint64_t bit(std::size_t column) { return std::uint64_t{1} << column; }

// "{1, 3}", columns from 1.
std::string named(std::uint64_t subset) {
  std::string result;
  for (std::size_t column = 0; column < 64; ++column)
    if ((subset & bit(column)) != 0) result += (result.empty() ? "" : ", ") + std::to_string(column + 1);
  return "{" + result + "}";
}

[[noreturn]] void refuse(const std::string& why) { throw UsageError("capacity: " + why); }

void check_worths(std::span<const double> worths) {
  const std::uint64_t all = worths.size() - 1;
  for (std::uint64_t subset = 0; subset <= all; ++subset)
    if (!std::isfinite(worths[subset])) refuse(named(subset) + " has no finite worth");
  if (worths[0] != 0) refuse("{} is worth " + shortest(worths[0]) + "; it must be 0");
  if (std::abs(worths[all] - 1) > rounding) refuse(named(all) + " is worth " + shortest(worths[all]) + "; it must be 1");
  for (std::uint64_t subset = 0; subset <= all; ++subset)
    for (std::uint64_t added = 1; added < all; added <<= 1)
      if ((subset & added) == 0 && worths[subset | added] < worths[subset] - rounding)
        refuse(named(subset | added) + " is worth " + shortest(worths[subset | added]) + ", less than " + named(subset) +
               ", which it holds, with " + shortest(worths[subset]));
}

// Each subset's worth less that of all its own subsets: over one column after the other.
std::vector<double> mobius_of(std::vector<double> worths) {
  for (std::size_t step = 1; step < worths.size(); step *= 2)
    for (std::size_t subset = 0; subset < worths.size(); ++subset)
      if ((subset & step) != 0) worths[subset] -= worths[subset ^ step];
  return worths;
}

void check_shapley(std::span<const double> shapley) {
  if (shapley.empty() || shapley.size() > 64) refuse(std::to_string(shapley.size()) + " Shapley values; it must be 1 to 64");
  double sum = 0;
  for (std::size_t column = 0; column < shapley.size(); ++column) {
    if (!std::isfinite(shapley[column]))
      refuse("the Shapley value of column " + std::to_string(column + 1) + " is no finite number");
    sum += shapley[column];
  }
  if (std::abs(sum - 1) > rounding) refuse("Shapley values add up to " + shortest(sum) + "; it must be 1");
}

void check_interactions(std::span<const double> interactions, std::size_t columns) {
  if (!interactions.empty() && interactions.size() != columns * columns)
    refuse(std::to_string(interactions.size()) + " interactions for " + std::to_string(columns) + " columns; it must be " +
           std::to_string(columns * columns));
  for (std::size_t a = 0; !interactions.empty() && a < columns; ++a)
    for (std::size_t b = a + 1; b < columns; ++b)
      if (!std::isfinite(interactions[a * columns + b]) || interactions[a * columns + b] != interactions[b * columns + a])
        refuse("columns " + std::to_string(a + 1) + " and " + std::to_string(b + 1) +
               " have two interactions, or none that is finite");
}

}  // namespace

Capacity Capacity::of_subsets(std::span<const double> worths) {
  if (worths.size() < 2 || worths.size() > (std::size_t{1} << 16) || !std::has_single_bit(worths.size()))
    refuse(std::to_string(worths.size()) + " worths; it must be 2 to the number of columns, of which there are 1 to 16");
  check_worths(worths);
  Capacity result;
  result.columns_ = static_cast<std::size_t>(std::countr_zero(worths.size()));
  result.worths_.assign(worths.begin(), worths.end());
  result.mobius_ = mobius_of(result.worths_);
  return result;
}

Capacity Capacity::two_additive(std::span<const double> shapley, std::span<const double> interactions) {
  const std::size_t columns = shapley.size();
  check_shapley(shapley);
  check_interactions(interactions, columns);
  Capacity result;
  result.columns_ = columns;
  result.singles_.assign(shapley.begin(), shapley.end());
  result.pairs_.assign(columns * columns, 0);
  for (std::size_t a = 0; a < columns; ++a) {
    double least = 0;  // what column a adds where it is worth least: to all it overlaps with
    std::uint64_t overlaps = 0;
    for (std::size_t b = 0; !interactions.empty() && b < columns; ++b) {
      if (a == b) continue;
      const double pair = result.pairs_[a * columns + b] = interactions[a * columns + b];
      result.singles_[a] -= pair / 2;
      if (pair >= 0) continue;
      least += pair;
      overlaps |= bit(b);
    }
    if (result.singles_[a] + least < -rounding)
      refuse("column " + std::to_string(a + 1) + " would lower the worth of " + named(overlaps) + " by " +
             shortest(-(result.singles_[a] + least)) + "; its Shapley value must be at least half the sizes of its interactions");
  }
  return result;
}

double Capacity::mobius(std::uint64_t subset) const noexcept {
  if (!mobius_.empty()) return subset < mobius_.size() ? mobius_[subset] : 0;
  if (subset == 0 || static_cast<std::size_t>(std::bit_width(subset)) > columns_ || std::popcount(subset) > 2) return 0;
  const auto first = static_cast<std::size_t>(std::countr_zero(subset)),
             last = static_cast<std::size_t>(std::bit_width(subset)) - 1;
  return first == last ? singles_[first] : pairs_[first * columns_ + last];
}

double Capacity::worth(std::uint64_t subset) const noexcept {
  if (!worths_.empty()) return worths_[subset & (worths_.size() - 1)];
  double sum = 0;
  for (std::size_t a = 0; a < columns_; ++a) {
    if ((subset & bit(a)) == 0) continue;
    sum += singles_[a];
    for (std::size_t b = a + 1; b < columns_; ++b)
      if ((subset & bit(b)) != 0) sum += pairs_[a * columns_ + b];
  }
  return sum;
}

std::vector<double> Capacity::shapley() const {
  std::vector<double> result(columns_);
  for (std::size_t a = 0; a < columns_; ++a) {
    for (std::size_t subset = 0; subset < mobius_.size(); ++subset)
      if ((subset & bit(a)) != 0) result[a] += mobius_[subset] / std::popcount(subset);
    if (!mobius_.empty()) continue;
    result[a] = singles_[a];
    for (std::size_t b = 0; b < columns_; ++b) result[a] += pairs_[a * columns_ + b] / 2;
  }
  return result;
}

double Capacity::interaction(std::size_t a, std::size_t b) const noexcept {
  if (a == b || a >= columns_ || b >= columns_) return 0;
  if (mobius_.empty()) return pairs_[a * columns_ + b];
  double sum = 0;
  const std::uint64_t both = bit(a) | bit(b);
  for (std::size_t subset = 0; subset < mobius_.size(); ++subset)
    if ((subset & both) == both) sum += mobius_[subset] / (std::popcount(subset) - 1);
  return sum;
}

double Capacity::integral(std::span<const double> figures) const {
  if (figures.size() != columns_)
    refuse(std::to_string(figures.size()) + " figures for a capacity of " + std::to_string(columns_) + " columns");
  double sum = 0;
  if (worths_.empty()) {
    for (std::size_t a = 0; a < columns_; ++a) {
      sum += singles_[a] * figures[a];
      for (std::size_t b = a + 1; b < columns_; ++b) sum += pairs_[a * columns_ + b] * std::min(figures[a], figures[b]);
    }
    return sum;
  }
  // From the least figure up: each step is worth what those who take it are worth together.
  std::vector<std::size_t> order(columns_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return figures[a] < figures[b]; });
  std::uint64_t left = worths_.size() - 1;
  double below = 0;
  for (const std::size_t column : order) {
    sum += (figures[column] - below) * worths_[left];
    below = figures[column];
    left &= ~bit(column);
  }
  return sum;
}

Ranked choquet(const Matrix& matrix, const Capacity& capacity) {
  const Problem problem("Choquet", matrix, {}, {});
  if (capacity.columns() != matrix.columns)
    problem.refuse("a capacity of " + std::to_string(capacity.columns()) + " columns for " + std::to_string(matrix.columns));
  std::vector<double> scores(problem.units());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) scores[unit] = capacity.integral(matrix.row(problem.row(unit)));
  return problem.ranked(scores);
}

}  // namespace rulescore::decision
