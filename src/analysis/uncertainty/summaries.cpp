// What counts of ranks say. A quantile is read off the running count, as if the ranks stood sorted. Tested by
// tests/unit/analysis/uncertainty_ranks.cpp and, against peers, tests/peers/uncertainty.cpp.
#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <cmath>

namespace rulescore::sensitivity {
namespace {

// The rank at place `at` (from 0) of all, sorted.
double rank_at(std::span<const std::uint32_t> counts, std::uint64_t at) noexcept {
  std::size_t rank = 0;
  for (std::uint64_t seen = counts[0]; seen <= at; seen += counts[rank]) ++rank;
  return static_cast<double>(rank + 1);
}

double quantile(std::span<const std::uint32_t> counts, std::uint64_t draws, double share) noexcept {
  const double position = share * static_cast<double>(draws - 1), below = std::floor(position);
  const double low = rank_at(counts, static_cast<std::uint64_t>(below)), beyond = position - below;
  return beyond == 0 ? low : low + beyond * (rank_at(counts, static_cast<std::uint64_t>(below) + 1) - low);
}

RankSummary summary(std::span<const std::uint32_t> counts, std::uint64_t draws) noexcept {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += (i + 1) * counts[i];
  const auto all = static_cast<double>(draws);
  return {static_cast<double>(sum) / all, quantile(counts, draws, 0.5), quantile(counts, draws, 0.05),
          quantile(counts, draws, 0.95), counts[0] / all};
}

std::vector<double> shares(const std::vector<std::uint32_t>& counts, std::uint64_t draws) {
  std::vector<double> result;
  result.reserve(counts.size());
  for (const std::uint32_t count : counts) result.push_back(count / static_cast<double>(draws));
  return result;
}

void check(const RankCounts& counts) {
  if (counts.draws == 0 || counts.counts.size() != counts.rows * counts.rows) throw UsageError("there are no draws to sum up");
}

}  // namespace

std::vector<RankSummary> summaries(const RankCounts& counts) {
  check(counts);
  std::vector<RankSummary> result;
  for (std::size_t row = 0; row < counts.rows; ++row)
    result.push_back(summary(std::span(counts.counts).subspan(row * counts.rows, counts.rows), counts.draws));
  return result;
}

std::vector<double> acceptability(const RankCounts& counts) {
  check(counts);
  return shares(counts.counts, counts.draws);
}

std::vector<double> winning(const RankCounts& counts) {
  check(counts);
  if (counts.ahead.empty()) throw UsageError("pairwise winning needs the pairs counted: ask for `pairs`");
  return shares(counts.ahead, counts.draws);
}

}  // namespace rulescore::sensitivity
