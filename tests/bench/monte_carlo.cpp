// Ranks under many sets of weights: a tree of 100 indicators under 34 groups under 9, 300 units. Beside it, in the same run, the
// same in the passes that an array language makes: shares, one big product, an argsort a set, ranks scattered, counts.
//
//   bench_monte_carlo [--rounds N] [--floor RATIO] [--scaling RATIO]
//
// Prints milliseconds (the best round of each) and their ratio; fails under --floor, or when two threads are less than --scaling
// times as fast as one. How it stands beside numpy itself: beside_numpy.py.
#include "clock.hpp"

#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace rs = rulescore;
namespace sensitivity = rulescore::sensitivity;

namespace {

constexpr std::size_t units = 300, indicators = 100, sets = 1000;

class Numbers {  // splitmix64
 public:
  double next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (static_cast<double>((z ^ (z >> 31)) >> 12) + 0.5) * 0x1p-52;
  }

 private:
  std::uint64_t state_ = 20250101;
};

sensitivity::WeightTree tree_of(Numbers& numbers) {
  sensitivity::WeightTree tree{{0}, {1}};
  const auto add = [&](std::size_t parent) {
    tree.parents.push_back(static_cast<std::uint32_t>(parent));
    tree.weights.push_back(0.5 + 2.5 * numbers.next());
  };
  for (std::size_t i = 0; i < 9; ++i) add(0);
  for (std::size_t i = 0; i < 34; ++i) add(1 + (i < 28 ? i / 4 : 7 + (i - 28) / 3));
  for (std::size_t i = 0; i < indicators; ++i) add(10 + (i < 96 ? i / 3 : 32 + (i - 96) / 2));
  return tree;
}

// Skewed columns with something in common, each brought to 0 … 100.
std::vector<double> figures_of(Numbers& numbers) {
  std::vector<double> figures(units * indicators), common(units), part(indicators);
  for (double& x : common) x = std::sqrt(-2 * std::log(numbers.next())) * std::cos(6.283185307179586 * numbers.next());
  for (double& x : part) x = 0.3 * (1.5 * numbers.next() - 0.5);
  for (std::size_t i = 0; i < figures.size(); ++i)
    figures[i] = -10 * std::log(numbers.next() * numbers.next()) * std::exp(part[i % indicators] * common[i / indicators]);
  for (std::size_t column = 0; column < indicators; ++column) {
    double low = 1e300, high = -1e300;
    for (std::size_t i = column; i < figures.size(); i += indicators)
      low = std::min(low, figures[i]), high = std::max(high, figures[i]);
    for (std::size_t i = column; i < figures.size(); i += indicators) figures[i] = (figures[i] - low) * (100 / (high - low));
  }
  return figures;
}

struct Counts {
  std::vector<std::uint32_t> counts;
  std::vector<double> means;
};

// One pass after the other over whole arrays.
Counts in_passes(const std::vector<double>& figures, const std::vector<double>& whole) {
  std::vector<double> scores(sets * units);
  for (std::size_t set = 0; set < sets; ++set)
    for (std::size_t j = 0; j < indicators; ++j)
      for (std::size_t i = 0; i < units; ++i) scores[set * units + i] += whole[set * indicators + j] * figures[j * units + i];
  std::vector<std::uint32_t> order(sets * units), ranks(sets * units);
  for (std::size_t set = 0; set < sets; ++set) {
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(set * units);
    std::iota(begin, begin + units, 0u);
    const double* score = scores.data() + set * units;
    std::sort(begin, begin + units, [score](std::uint32_t a, std::uint32_t b) { return score[a] > score[b]; });
  }
  for (std::size_t k = 0; k < order.size(); ++k) ranks[k / units * units + order[k]] = static_cast<std::uint32_t>(k % units + 1);
  Counts result{std::vector<std::uint32_t>(units * units), std::vector<double>(units)};
  for (std::size_t k = 0; k < ranks.size(); ++k) ++result.counts[k % units * units + ranks[k] - 1];
  for (std::size_t k = 0; k < ranks.size(); ++k) result.means[k % units] += ranks[k] / static_cast<double>(sets);
  return result;
}

double best_milliseconds(int rounds, const std::function<void()>& body) { return 1e3 * bench::best_seconds(rounds, body); }

// Of the clock on the wall, which is what threads save.
double best_wall(int rounds, const std::function<void()>& body) {
  double best = 1e300;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    body();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

int run(int rounds, double floor, double scaling) {
  Numbers numbers;
  const sensitivity::WeightTree tree = tree_of(numbers);
  const std::vector<double> figures = figures_of(numbers);
  std::vector<double> node_weights, by_column(figures.size());
  for (std::size_t set = 0; set < sets; ++set)
    for (const double w : tree.weights) node_weights.push_back(w * (0.75 + 0.5 * numbers.next()));
  for (std::size_t i = 0; i < figures.size(); ++i) by_column[i % indicators * units + i / indicators] = figures[i];
  const rs::Matrix x{figures, units, indicators}, drawn{node_weights, sets, tree.weights.size()};

  sensitivity::RankCounts ours;
  std::vector<double> whole = sensitivity::effective_weights(tree, drawn);
  const double shares = best_milliseconds(rounds, [&] { whole = sensitivity::effective_weights(tree, drawn); });
  const double sums = best_milliseconds(rounds, [&] { (void)sensitivity::totals(x, {whole, sets, indicators}); });
  const double all = best_milliseconds(rounds, [&] {
    whole = sensitivity::effective_weights(tree, drawn);
    ours = sensitivity::count_ranks(x, {whole, sets, indicators}, {false, false, 1});
    (void)sensitivity::summaries(ours);
  });
  Counts naive;
  const double passes = best_milliseconds(rounds, [&] {
    whole = sensitivity::effective_weights(tree, drawn);
    naive = in_passes(by_column, whole);
  });
  const double drawing = best_milliseconds(rounds, [&] {
    sensitivity::SimulationOptions options;
    options.threads = 1;
    (void)sensitivity::simulate(x, tree, options);
  });
  std::printf("%zu sets of weights x %zu units x %zu indicators, one thread: %.2f ms (shares %.2f, totals %.2f)\n", sets, units,
              indicators, all, shares, sums);
  std::printf("the same in whole-array passes %.2f ms, ratio %.1f; with the weights drawn by ourselves %.2f ms\n", passes,
              passes / all, drawing);
  if (ours.counts != naive.counts) return std::puts("the counts differ"), 1;

  sensitivity::SimulationOptions many;
  many.draws = 20'000;
  const auto threads = [&](unsigned count) {
    many.threads = count;
    return best_wall(rounds, [&] { ours = sensitivity::simulate(x, tree, many); });
  };
  const double one = threads(1), two = threads(2);
  std::printf("20000 draws: one thread %.1f ms, two %.1f ms, %.2f times as fast\n", one, two, one / two);
  if (floor > 0 && passes / all < floor) return std::printf("under the floor of %.1f\n", floor), 1;
  if (scaling > 0 && one / two < scaling) return std::printf("under the floor of %.1f\n", scaling), 1;
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  int rounds = 9;
  double floor = 0, scaling = 0;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string key = argv[i], value = argv[i + 1];
    if (key == "--rounds")
      rounds = std::stoi(value);
    else if (key == "--floor")
      floor = std::stod(value);
    else if (key == "--scaling")
      scaling = std::stod(value);
    else
      throw std::runtime_error("unknown option " + key);
  }
  return run(rounds, floor, scaling);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
