// Kendall's tau-b in n log n, after Knight 1966 (Journal of the American Statistical Association 61:436): pairs in disorder are
// the swaps of a merge sort. All counts are whole numbers, so the order of rows changes no bit. Outside face: column.hpp. Tested
// by tests/unit/panel/column.cpp against the definition over all pairs.
#include "panel/column.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace rulescore {
namespace {

using Pair = std::pair<double, double>;

// Pairs of equal elements in a sorted range.
template <typename Equal>
std::uint64_t ties(const std::vector<Pair>& sorted, const Equal& equal) {
  std::uint64_t count = 0, run = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    run = equal(sorted[i - 1], sorted[i]) ? run + 1 : 0;
    count += run;
  }
  return count;
}

// Sorts by the second figure and returns how many pairs were in disorder.
std::uint64_t sort_counting(std::vector<Pair>& pairs, std::vector<Pair>& space, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return 0;
  const std::size_t middle = begin + (end - begin) / 2;
  std::uint64_t swaps = sort_counting(pairs, space, begin, middle) + sort_counting(pairs, space, middle, end);
  std::size_t left = begin, right = middle;
  for (std::size_t to = begin; to < end; ++to) {
    const bool from_right = left == middle || (right < end && pairs[right].second < pairs[left].second);
    if (from_right) swaps += middle - left;
    space[to] = from_right ? pairs[right++] : pairs[left++];
  }
  std::copy(space.begin() + static_cast<std::ptrdiff_t>(begin), space.begin() + static_cast<std::ptrdiff_t>(end),
            pairs.begin() + static_cast<std::ptrdiff_t>(begin));
  return swaps;
}

}  // namespace

double kendall(std::span<const double> a, std::span<const double> b) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!std::isnan(a[i]) && !std::isnan(b[i])) pairs.emplace_back(a[i], b[i]);
  const std::uint64_t n = pairs.size(), all = n < 2 ? 0 : n * (n - 1) / 2;
  std::sort(pairs.begin(), pairs.end());
  const std::uint64_t tied_a = ties(pairs, [](const Pair& x, const Pair& y) { return x.first == y.first; });
  const std::uint64_t tied_both = ties(pairs, [](const Pair& x, const Pair& y) { return x == y; });
  std::vector<Pair> space(pairs.size());
  const std::uint64_t disorder = sort_counting(pairs, space, 0, pairs.size());
  const std::uint64_t tied_b = ties(pairs, [](const Pair& x, const Pair& y) { return x.second == y.second; });
  if (all == tied_a || all == tied_b) return no_value;
  const double agree_less_disagree =
      static_cast<double>(all + tied_both) - static_cast<double>(tied_a + tied_b) - 2 * static_cast<double>(disorder);
  const double untied = static_cast<double>(all - tied_a) * static_cast<double>(all - tied_b);
  return std::clamp(agree_less_disagree / std::sqrt(untied), -1.0, 1.0);
}

}  // namespace rulescore
