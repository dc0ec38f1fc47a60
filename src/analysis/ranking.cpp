// Who is ahead, and how surely: the plain ranking, and the same under many draws of the weights. Every draw disturbs each weight
// among its siblings a little, adds the whole tree up again for all rows, and ranks them; only counts of ranks are kept
// (4 * rows^2 bytes), so results don't depend on who counted what when. Tested by tests/unit/analysis/ranking.cpp.
#include "analysis/ranks.hpp"
#include "analysis/totals.hpp"
#include "base/number.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

// The framework's weights, each multiplied by 1 + noise * u. Number k of the draw belongs to node k.
void draw_weights(const FrameworkModel& model, const RankingOptions& options, std::uint64_t draw, std::span<double> weights) {
  const Uniform uniform(options.seed, draw);
  for (std::size_t i = 0; i < weights.size(); i += 2) {
    const auto pair = uniform.pair(i / 2);
    for (std::size_t k = 0; k < 2 && i + k < weights.size(); ++k) {
      weights[i + k] = model.nodes[i + k].weight * (1 + options.noise * (2 * pair[k] - 1));
    }
  }
}

// How often each row took each rank, and was ahead of the one behind it in the plain ranking.
class Counts {
 public:
  Counts(std::vector<std::uint32_t> plain_order)
      : order_(std::move(plain_order)), rows_(order_.size()), ranks_(rows_ * rows_), ahead_(rows_) {}

  void add(std::span<const std::uint32_t> ranks) noexcept {
    ++draws_;
    for (std::size_t row = 0; row < rows_; ++row) ++ranks_[row * rows_ + ranks[row] - 1];
    for (std::size_t i = 0; i + 1 < rows_; ++i) ahead_[i] += ranks[order_[i]] < ranks[order_[i + 1]] ? 1 : 0;
  }

  void describe(std::size_t place, RankedRow& result) const noexcept {
    const std::uint32_t* count = &ranks_[result.row * rows_];
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < rows_; ++i) sum += (i + 1) * count[i];
    const auto draws = static_cast<double>(draws_);
    result.mean_rank = static_cast<double>(sum) / draws;
    result.rank_low = percentile(count, 5);
    result.rank_high = percentile(count, 95);
    result.p_first = count[0] / draws;
    if (place + 1 < rows_) result.p_ahead_of_next = ahead_[place] / draws;
  }

 private:
  // The smallest rank that at least so many of a hundred draws don't exceed.
  std::uint32_t percentile(const std::uint32_t* count, std::uint64_t percent) const noexcept {
    std::uint64_t seen = 0;
    std::uint32_t rank = 0;
    while (seen * 100 < percent * draws_) seen += count[rank++];
    return rank;
  }

  std::vector<std::uint32_t> order_;
  std::size_t rows_;
  std::vector<std::uint32_t> ranks_, ahead_;
  std::uint64_t draws_ = 0;
};

// Draws in batches: the work of a batch is spread over threads, what it found is counted in order.
Counts simulate(const Panel& panel, const RankingOptions& options, std::vector<std::uint32_t> plain_order) {
  constexpr std::uint32_t batch = 1024, slice = 64;
  const FrameworkModel& model = panel.framework().model();
  const Totals totals(panel);
  const std::size_t rows = panel.rows();
  Counts counts(std::move(plain_order));
  std::vector<std::uint32_t> ranks(std::size_t{batch} * rows);
  for (std::uint64_t begin = 0; begin < options.draws; begin += batch) {
    const auto draws = static_cast<std::uint32_t>(std::min<std::uint64_t>(batch, options.draws - begin));
    const auto one_slice = [&](std::size_t index) {
      Totals::Workspace work = totals.workspace();
      std::vector<double> weights(model.nodes.size()), row_totals(rows);
      std::vector<PlacedTotal> order;
      const auto last = std::min<std::size_t>(draws, (index + 1) * slice);
      for (std::size_t draw = index * slice; draw < last; ++draw) {
        draw_weights(model, options, begin + draw, weights);
        totals.compute(weights, work, row_totals);
        rank_rows(row_totals, model.full, order, std::span(ranks).subspan(draw * rows, rows));
      }
    };
    parallel_for((draws + slice - 1) / slice, one_slice, {options.threads, 1, {}});
    for (std::size_t draw = 0; draw < draws; ++draw) counts.add(std::span(ranks).subspan(draw * rows, rows));
  }
  return counts;
}

std::vector<RankedRow> plain_ranking(const Panel& panel) {
  std::vector<PlacedTotal> order;
  std::vector<std::uint32_t> ranks(panel.rows());
  rank_rows(panel.totals(), panel.framework().full(), order, ranks);
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
  std::vector<std::uint32_t> order;
  for (const RankedRow& row : result.rows) order.push_back(row.row);
  const Counts counts = simulate(panel, options, std::move(order));
  for (std::size_t place = 0; place < result.rows.size(); ++place) counts.describe(place, result.rows[place]);
  return result;
}

}  // namespace rulescore
