// Who is ahead, and how surely: the plain ranking, and the same under many draws of the weights. Every draw disturbs each weight
// among its siblings a little, adds the whole tree up again for all rows, and ranks them; only counts of ranks are kept. Tested
// by tests/unit/analysis/ranking.cpp.
#include "analysis/ranks.hpp"
#include "analysis/totals.hpp"
#include "analysis/uncertainty/counting.hpp"
#include "analysis/uncertainty/draws.hpp"
#include "base/number.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

// The smallest rank that at least so many of a hundred draws don't exceed.
std::uint32_t percentile(const std::uint32_t* counts, std::uint64_t percent, std::uint64_t draws) noexcept {
  std::uint64_t seen = 0;
  std::uint32_t rank = 0;
  while (seen * 100 < percent * draws) seen += counts[rank++];
  return rank;
}

void describe(std::span<const std::uint32_t> counts, std::uint64_t draws, RankedRow& row) noexcept {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += (i + 1) * counts[i];
  row.mean_rank = static_cast<double>(sum) / static_cast<double>(draws);
  row.rank_low = percentile(counts.data(), 5, draws);
  row.rank_high = percentile(counts.data(), 95, draws);
  row.p_first = counts[0] / static_cast<double>(draws);
}

// How often each row took each rank, and each of `pairs` was in this order.
sensitivity::Counted simulate(const Panel& panel, const RankingOptions& options,
                              std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  const FrameworkModel& model = panel.framework().model();
  const Totals totals(panel);
  std::vector<double> own;
  for (const Node& node : model.nodes) own.push_back(node.weight);
  const auto compute = [&](std::uint64_t first, std::size_t sets, std::span<double> out) {
    Totals::Workspace work = totals.workspace();
    std::vector<double> weights(own.size());
    for (std::size_t set = 0; set < sets; ++set) {
      sensitivity::disturb(own, options.noise, options.seed, first + set, weights);
      totals.compute(weights, work, out.subspan(set * panel.rows(), panel.rows()));
    }
  };
  return sensitivity::count({panel.rows(), panel.rows(), options.draws, 1e-9 * model.full, compute},
                            {false, false, std::move(pairs)}, options.threads);
}

std::vector<RankedRow> plain_ranking(const Panel& panel) {
  std::vector<std::uint32_t> ranks(panel.rows());
  rank_rows(panel.totals(), panel.framework().full(), ranks);
  std::vector<RankedRow> rows(panel.rows());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    rows[row].row = row;
    rows[row].total = panel.totals()[row];
    rows[row].rank = rows[row].rank_low = rows[row].rank_high = ranks[row];
    rows[row].mean_rank = ranks[row];
    rows[row].p_first = ranks[row] == 1 ? 1 : 0;
  }
  std::stable_sort(rows.begin(), rows.end(), [](const RankedRow& a, const RankedRow& b) { return a.rank < b.rank; });
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) rows[i].p_ahead_of_next = rows[i].rank < rows[i + 1].rank ? 1 : 0;
  rows.back().p_ahead_of_next = no_value;
  return rows;
}

}  // namespace

Ranking ranking(const Panel& panel, const RankingOptions& options) {
  if (!(options.noise >= 0 && options.noise < 1)) {
    throw UsageError("noise must be at least 0 and less than 1, so that no weight changes its sign; it is " +
                     (std::isfinite(options.noise) ? shortest(options.noise) : std::string("not a finite number")));
  }
  Ranking result{options, plain_ranking(panel)};
  if (options.draws == 0) return result;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours;
  for (std::size_t i = 0; i + 1 < result.rows.size(); ++i) neighbours.emplace_back(result.rows[i].row, result.rows[i + 1].row);
  const sensitivity::Counted counted = simulate(panel, options, std::move(neighbours));
  const std::size_t rows = result.rows.size();
  for (RankedRow& row : result.rows) describe(std::span(counted.counts).subspan(row.row * rows, rows), options.draws, row);
  for (std::size_t i = 0; i + 1 < rows; ++i)
    result.rows[i].p_ahead_of_next = counted.pairs[i] / static_cast<double>(options.draws);
  return result;
}

}  // namespace rulescore
