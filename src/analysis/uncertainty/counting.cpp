// See counting.hpp.
#include "analysis/uncertainty/counting.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace rulescore::sensitivity {
namespace {

void add(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

// What one thread counts.
class Counter {
 public:
  Counter(const Draws& draws, const Wanted& wanted)
      : draws_(draws), wanted_(wanted), ranker_(draws.rows, draws.tie), totals_(slice * draws.stride), ranks_(draws.rows) {
    counted_.counts.resize(draws.rows * draws.rows);
    if (wanted.all_pairs) counted_.ahead.resize(draws.rows * draws.rows);
    counted_.pairs.resize(wanted.pairs.size());
  }

  void work(std::atomic<std::uint64_t>& next) {
    for (;;) {
      const std::uint64_t first = next.fetch_add(slice);
      if (first >= draws_.count) return;
      const auto sets = static_cast<std::size_t>(std::min<std::uint64_t>(slice, draws_.count - first));
      draws_.compute(first, sets, totals_);
      for (std::size_t set = 0; set < sets; ++set) {
        ranker_.rank(std::span(totals_).subspan(set * draws_.stride, draws_.rows), ranks_);
        note(first + set);
      }
    }
  }

  Counted& counted() noexcept { return counted_; }

 private:
  void note(std::uint64_t draw) {
    const std::size_t rows = draws_.rows;
    for (std::size_t row = 0; row < rows; ++row) ++counted_.counts[row * rows + ranks_[row] - 1];
    for (std::size_t i = 0; i < wanted_.pairs.size(); ++i)
      counted_.pairs[i] += ranks_[wanted_.pairs[i].first] < ranks_[wanted_.pairs[i].second] ? 1 : 0;
    if (wanted_.all_pairs) {
      for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < rows; ++j) counted_.ahead[i * rows + j] += ranks_[i] < ranks_[j] ? 1 : 0;
    }
    if (wanted_.winners) {
      for (std::uint32_t row = 0; row < rows; ++row)
        if (ranks_[row] == 1) counted_.winners.emplace_back(draw, row);
    }
  }

  const Draws& draws_;
  const Wanted& wanted_;
  Ranker ranker_;
  std::vector<double> totals_;
  std::vector<std::uint32_t> ranks_;
  Counted counted_;
};

void merge(Counted& all, Counted& part) {
  if (all.counts.empty()) {
    all = std::move(part);
    return;
  }
  add(all.counts, part.counts);
  add(all.ahead, part.ahead);
  add(all.pairs, part.pairs);
  all.winners.insert(all.winners.end(), part.winners.begin(), part.winners.end());
}

}  // namespace

Counted count(const Draws& draws, const Wanted& wanted, unsigned threads) {
  const std::uint64_t slices = (draws.count + slice - 1) / slice;
  const auto workers =
      static_cast<std::size_t>(std::min<std::uint64_t>(thread_count(threads), std::max<std::uint64_t>(1, slices)));
  std::atomic<std::uint64_t> next{0};
  std::mutex merging;
  Counted all;
  parallel_for(workers,
               [&](std::size_t) {
                 Counter counter(draws, wanted);
                 counter.work(next);
                 const std::scoped_lock lock(merging);
                 merge(all, counter.counted());
               },
               {threads, 1, {}});
  std::sort(all.winners.begin(), all.winners.end());
  return all;
}

}  // namespace rulescore::sensitivity
