// Which of the things in doubt moves ranks most: Sobol indices over them. A factor's number in [0,1) names the draw that it takes
// from, or the option. Outside face: uncertainty.hpp. Tested by tests/unit/analysis/uncertainty_index.cpp.
#include "analysis/ranks.hpp"
#include "analysis/uncertainty/world.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

#include <rulescore/error.hpp>

#include <cmath>

namespace rulescore {
namespace {

using sensitivity::Lot;
using sensitivity::World;

constexpr double tie = 1e-9;  // of full marks

// What each factor is, in order.
struct Factors {
  std::vector<std::size_t> depths;
  bool leaves = false;
  std::vector<std::string> names;
};

// A depth where some node that weighs something has a sibling that does, so that drawing its weights can move anything.
bool has_siblings(const Index& index, int depth) {
  std::vector<int> count(index.framework().nodes().size());
  for (std::size_t i = 1; i < count.size(); ++i) {
    const Node& node = index.framework().nodes()[i];
    if (node.depth == depth && index.weights()[i] > 0 && ++count[node.parent] > 1) return true;
  }
  return false;
}

Factors factors_of(const Index& index, const World& world, const UncertaintyOptions& options) {
  Factors factors;
  for (std::size_t depth = 1; options.weights && depth <= world.depths(); ++depth) {
    if (!has_siblings(index, static_cast<int>(depth))) continue;
    factors.depths.push_back(depth - 1);
    factors.names.push_back("weights:" + std::to_string(depth));
  }
  factors.leaves = world.doubts_leaves();
  if (factors.leaves) factors.names.emplace_back("evidence");
  for (const Choice& choice : options.choices) factors.names.push_back(choice.name);
  if (factors.names.empty()) throw UsageError("nothing is in doubt: no weights drawn, no leaf in doubt, no choice");
  return factors;
}

// Of a row of sobol_points.
Lot lot_of(std::span<const double> point, const Factors& factors, const World& world, const UncertaintyOptions& options) {
  const auto draw = [](double u) { return static_cast<std::uint64_t>(u * 0x1p32); };
  std::size_t next = 0;
  Lot lot{std::vector<std::uint64_t>(world.depths(), 0), 0, {}};
  for (const std::size_t depth : factors.depths) lot.weights[depth] = draw(point[next++]);
  if (factors.leaves) lot.leaves = draw(point[next++]);
  for (const Choice& choice : options.choices) lot.options.push_back(pick(point[next++], choice.options.size()));
  return lot;
}

}  // namespace

WhatMatters what_matters(const Index& index, const UncertaintyOptions& options, std::uint32_t base,
                         const sensitivity::SobolOptions& sobol) {
  const World world(index, options);
  const Factors factors = factors_of(index, world, options);
  const std::size_t count = factors.names.size(), rows = index.rows();
  const std::vector<double> points = sensitivity::sobol_points(base, count, options.seed);
  const std::size_t runs = points.size() / count;
  std::vector<double> before(index.fractions(0).begin(), index.fractions(0).end());
  const std::vector<std::uint32_t> plain = sensitivity::ranks(before, tie);
  std::vector<double> shifts(runs), ranks(runs * rows);
  parallel_for(runs,
               [&](std::size_t run) {
                 std::vector<double> totals(rows);
                 world.totals(lot_of(std::span(points).subspan(run * count, count), factors, world, options), totals);
                 const std::vector<std::uint32_t> found = sensitivity::ranks(totals, tie);
                 shifts[run] = sensitivity::mean_shift(plain, found);
                 for (std::size_t row = 0; row < rows; ++row) ranks[row * runs + run] = found[row];
               },
               {options.threads, 16, {}});
  WhatMatters result{base, factors.names, 0, sensitivity::sobol_indices(shifts, base, count, sobol), {}};
  for (const double shift : shifts) result.mean_shift += shift;
  result.mean_shift /= static_cast<double>(runs);
  sensitivity::SobolOptions plainly = sobol;
  plainly.resamples = 0;
  for (std::size_t row = 0; row < rows; ++row)
    result.of_ranks.push_back(sensitivity::sobol_indices(std::span(ranks).subspan(row * runs, runs), base, count, plainly));
  return result;
}

}  // namespace rulescore
