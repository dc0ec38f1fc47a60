// Capacities and the Choquet integral, both ways of holding one against each other.
#include "unit/analysis/decision_support.hpp"

#include <algorithm>
#include <random>

using namespace decision_test;
using rd::Capacity;
using Doubles = std::vector<double>;

namespace {

// All worths of a capacity, in the order of their bits.
Doubles worths_of(const Capacity& capacity) {
  Doubles result;
  for (std::uint64_t subset = 0; subset < std::uint64_t{1} << capacity.columns(); ++subset)
    result.push_back(capacity.worth(subset));
  return result;
}

// The sum over all subsets of their mass times the least figure in them.
double by_masses(const Capacity& capacity, const Doubles& figures) {
  double sum = 0;
  for (std::uint64_t subset = 1; subset < std::uint64_t{1} << capacity.columns(); ++subset) {
    double least = 1e300;
    for (std::size_t i = 0; i < figures.size(); ++i)
      if ((subset >> i & 1) != 0) least = std::min(least, figures[i]);
    sum += capacity.mobius(subset) * least;
  }
  return sum;
}

// The mean of what a column adds, over all orders in which columns can come: the Shapley value by its definition.
Doubles by_orders(const Capacity& capacity) {
  std::vector<std::size_t> order(capacity.columns());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Doubles sums(order.size());
  double orders = 0;
  do {
    std::uint64_t before = 0;
    for (const std::size_t column : order) {
      sums[column] += capacity.worth(before | std::uint64_t{1} << column) - capacity.worth(before);
      before |= std::uint64_t{1} << column;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& sum : sums) sum /= orders;
  return sums;
}

// Monotone: each subset is worth its largest part, or somewhat more.
Doubles random_worths(std::mt19937& dice, std::size_t columns) {
  Doubles worths(std::size_t{1} << columns);
  for (std::size_t subset = 1; subset < worths.size(); ++subset) {
    for (std::size_t i = 0; i < columns; ++i)
      if ((subset >> i & 1) != 0) worths[subset] = std::max(worths[subset], worths[subset & ~(std::size_t{1} << i)]);
    worths[subset] += static_cast<double>(dice() % 5);
  }
  const double all = std::max(worths.back(), 1.0);
  worths.back() = all;
  for (double& worth : worths) worth /= all;
  return worths;
}

}  // namespace

TEST_CASE("Choquet: one, the best, the worst, the mean") {
  const Figures figures{{0.2, 0.9}, {0.6, 0.5}};
  near(rd::choquet(figures, Capacity::of_subsets(Doubles{0, 1, 1, 1})).scores, {0.9, 0.6});
  near(rd::choquet(figures, Capacity::of_subsets(Doubles{0, 0, 0, 1})).scores, {0.2, 0.5});
  near(rd::choquet(figures, Capacity::two_additive(Doubles{0.25, 0.75})).scores, {0.725, 0.525});
  near(rd::choquet(figures, Capacity::two_additive(Doubles{0.5, 0.5}, Doubles{0, 1, 1, 0})).scores, {0.2, 0.5});
  near(rd::choquet(figures, Capacity::two_additive(Doubles{0.5, 0.5}, Doubles{0, -1, -1, 0})).scores, {0.9, 0.6});
}

TEST_CASE("Choquet by hand: {1} 0.3, {2} 0.2, {3} 0.1, {1, 2} 0.4, {1, 3} 0.7, {2, 3} 0.4") {
  const Capacity capacity = Capacity::of_subsets(Doubles{0, 0.3, 0.2, 0.4, 0.1, 0.7, 0.4, 1});
  // 2 by all, 3 more by {1, 3}, 1 more by {1}.
  CHECK(capacity.integral(Doubles{6, 2, 5}) == Approx(2 + 3 * 0.7 + 1 * 0.3));
  CHECK(capacity.integral(Doubles{-6, -2, -5}) == Approx(-6 + 1 * 0.4 + 3 * 0.2));
  CHECK(capacity.mobius(0b101) == Approx(0.7 - 0.3 - 0.1));
  CHECK(capacity.mobius(0b111) == Approx(1 - 0.4 - 0.7 - 0.4 + 0.3 + 0.2 + 0.1));
  CHECK(capacity.interaction(0, 2) == Approx(0.35));  // 1/2 (0.7 - 0.3 - 0.1) + 1/2 (1 - 0.4 - 0.4 + 0.2)
}

TEST_CASE("random capacities: masses, Shapley values and both sums agree") {
  std::mt19937 dice(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t columns = 1 + dice() % 5;
    const Capacity capacity = Capacity::of_subsets(random_worths(dice, columns));
    Doubles figures(columns);
    for (double& x : figures) x = static_cast<double>(dice() % 7) - 3;
    CHECK(capacity.integral(figures) == Approx(by_masses(capacity, figures)).margin(1e-12));
    near(capacity.shapley(), by_orders(capacity));
    const auto [least, largest] = std::minmax_element(figures.begin(), figures.end());
    CHECK(capacity.integral(figures) >= *least - 1e-12);
    CHECK(capacity.integral(figures) <= *largest + 1e-12);
  }
}

TEST_CASE("random two-additive capacities: read back from their subsets they are the same") {
  std::mt19937 dice(8);
  for (int round = 0; round < 200; ++round) {
    const std::size_t columns = 2 + dice() % 4;
    const auto n = static_cast<double>(columns);
    Doubles pairs(columns * columns);
    for (std::size_t a = 0; a < columns; ++a)
      for (std::size_t b = a + 1; b < columns; ++b)
        pairs[a * columns + b] = pairs[b * columns + a] = (static_cast<double>(dice() % 21) - 10) / 10 * 2 / (n * (n - 1));
    const Capacity capacity = Capacity::two_additive(Doubles(columns, 1 / n), pairs);
    const Capacity written_out = Capacity::of_subsets(worths_of(capacity));
    near(written_out.shapley(), Doubles(columns, 1 / n));
    for (std::size_t a = 0; a < columns; ++a)
      for (std::size_t b = 0; b < columns; ++b)
        if (a != b) CHECK(written_out.interaction(a, b) == Approx(pairs[a * columns + b]).margin(1e-12));
    Doubles figures(columns);
    for (double& x : figures) x = static_cast<double>(dice() % 9) / 8;
    CHECK(capacity.integral(figures) == Approx(written_out.integral(figures)).margin(1e-12));
  }
}

TEST_CASE("capacities: what is refused, by name") {
  const auto subsets = [](const Doubles& worths) { return refusal([&] { Capacity::of_subsets(worths); }); };
  CHECK(subsets({0, 0.5, 1}) == "capacity: 3 worths; it must be 2 to the number of columns, of which there are 1 to 16");
  CHECK(subsets({0.1, 0.5, 0.5, 1}) == "capacity: {} is worth 0.1; it must be 0");
  CHECK(subsets({0, 0.5, 0.5, 0.9}) == "capacity: {1, 2} is worth 0.9; it must be 1");
  CHECK(subsets({0, missing, 0.5, 1}) == "capacity: {1} has no finite worth");
  CHECK(subsets({0, 0.5, 0.2, 0.4, 0.1, 0.6, 0.5, 1}) ==
        "capacity: {1, 2} is worth 0.4, less than {1}, which it holds, with 0.5");
  const auto pairs = [](const Doubles& shapley, const Doubles& interactions) {
    return refusal([&] { Capacity::two_additive(shapley, interactions); });
  };
  CHECK(pairs({}, {}) == "capacity: 0 Shapley values; it must be 1 to 64");
  CHECK(pairs({0.5, 0.25}, {}) == "capacity: Shapley values add up to 0.75; it must be 1");
  CHECK(pairs({0.5, 0.5}, {0, 1}) == "capacity: 2 interactions for 2 columns; it must be 4");
  CHECK(pairs({0.5, 0.5}, {0, 0.1, 0.2, 0}) == "capacity: columns 1 and 2 have two interactions, or none that is finite");
  CHECK(pairs({0.25, 0.25, 0.5}, {0, -0.5, -0.25, -0.5, 0, 0, -0.25, 0, 0}) ==
        "capacity: column 1 would lower the worth of {2, 3} by 0.125; its Shapley value must be at least half the sizes of its "
        "interactions");
  CHECK(refusal([] {
          rd::choquet(Figures{{1, 2, 3}}, Capacity::two_additive(Doubles{0.5, 0.5}));
        }) == "Choquet: a capacity of 2 columns for 3");
}
