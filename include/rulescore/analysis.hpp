// What follows from scores: where points are missing, and who is ahead, how surely.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/panel.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// ---- gaps -----------------------------------------------------------------------------------------------------------

// Why an indicator falls short of its target.
enum class GapKind : std::uint8_t {
  no_evidence,   // the report is silent
  only_planned,  // it promises
  problem,       // it admits a shortcoming; shown even when no points are missing (gain 0)
  below_target,  // it shows something, but not enough
};

RULESCORE_EXPORT std::string_view to_string(GapKind kind) noexcept;

// full: every indicator at full marks. best/median: per indicator, of the panel's documents (median of an even number is the
// mean of the two middle ones; an indicator without a score counts as 0). number: the total wanted, on the framework's scale.
struct Target {
  enum class Kind : std::uint8_t { full, best, median, number } kind = Kind::full;
  double number = 0;
  // "full", "best", "median", a number, or a band's name in either language. Throws UsageError saying what is accepted.
  RULESCORE_EXPORT static Target parse(std::string_view text, const Framework& framework);
};

struct Gap {
  std::uint32_t node = 0;         // the indicator
  GapKind kind = GapKind::no_evidence;
  double score = 0;               // now, [0,1]; 0 when it has none
  double target = 1;              // [0,1]
  double gain = 0;                // points the total would win if the indicator alone reached its target, after real aggregation
  double cumulative = 0;          // total after this and all gaps before it are closed
  bool needed = true;             // under a number target: part of the shortest list, from the largest gain, that reaches it
  std::uint32_t evidence = Evidence::none;  // the piece that shows it best, index into evidence().items()
};

struct GapReport {
  Scorecard card;
  double target_total = 0;        // what the target is as a total
  double reachable = 0;           // the total with every gap closed
  bool within_reach = true;       // reachable >= target_total
  std::vector<Gap> gaps;          // largest gain first; ties in the framework's order
};

// One report a card, in the panel's order.
RULESCORE_EXPORT std::vector<GapReport> gaps(const Panel& panel, const Target& target = {});

// ---- ranking --------------------------------------------------------------------------------------------------------

struct RankingOptions {
  std::uint32_t draws = 0;     // Monte Carlo draws over the weights; 0: the plain ranking only
  std::uint64_t seed = 1;
  double noise = 0.25;         // each sibling weight is multiplied by 1 + noise * u, u uniform in (-1,1); [0,1)
  unsigned threads = 0;        // 0: one per core; results don't depend on it
};

struct RankedRow {
  std::uint32_t row = 0;       // index into the panel
  std::uint32_t rank = 0;      // from 1; totals within 1e-9 of the scale share the better rank
  double total = 0;            // NaN totals rank last
  double mean_rank = 0;        // over the draws; = rank without draws
  std::uint32_t rank_low = 0, rank_high = 0;  // 5th and 95th percentile of the rank over the draws
  double p_first = 0;          // share of draws in which no one is ahead of it
  double p_ahead_of_next = 0;  // share of draws in which it is ahead of the next row; NaN for the last
};

struct Ranking {
  RankingOptions options;
  std::vector<RankedRow> rows;  // best first; ties by the panel's order
};

// Draw k is the same on any machine and thread count (counter-based random numbers). Throws UsageError for noise outside [0,1).
RULESCORE_EXPORT Ranking ranking(const Panel& panel, const RankingOptions& options = {});

}  // namespace rulescore
