// Many draws, each a ranking; only how often what happened is kept. Slices of draws are taken by whichever thread is free, each
// thread counts for itself, and whole numbers add up to the same in any order. Takes 4 rows^2 bytes a thread, twice that with
// `pairs`. Tested by tests/unit/analysis/uncertainty_ranks.cpp.
#pragma once

#include "analysis/ranks.hpp"

#include <rulescore/uncertainty.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace rulescore::sensitivity {

inline constexpr std::size_t slice = 64;  // draws

struct Draws {
  std::size_t rows = 0, stride = 0;  // totals of a draw, and from one draw's to the next's
  std::uint64_t count = 0;
  double tie = 0;
  // Puts the totals of the draws [first, first + sets) where they belong, at most a slice of them; called by several threads at
  // once.
  std::function<void(std::uint64_t first, std::size_t sets, std::span<double> totals)> compute;
};

struct Wanted {
  bool all_pairs = false, winners = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // and in how many draws the first of each was ahead
};

struct Counted {
  std::vector<std::uint32_t> counts, ahead, pairs;               // see RankCounts; one of `pairs` for each wanted
  std::vector<std::pair<std::uint64_t, std::uint32_t>> winners;  // (draw, row) where no one is ahead of row, in this order
};

Counted count(const Draws& draws, const Wanted& wanted, unsigned threads);

}  // namespace rulescore::sensitivity
