// What follows from scores: where points are missing, and who is ahead, how surely.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/panel.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// ---- gaps -----------------------------------------------------------------------------------------------------------

// Why an indicator falls short of its target. An indicator has one kind, the first of these that holds:
//   problem, contradicted, unjudged, below_target, only_planned, out_of_scope, stale, no_evidence
enum class GapKind : std::uint8_t {
  no_evidence,   // the report is silent, which doesn't say that nothing was done
  only_planned,  // it promises
  problem,       // it admits a shortcoming; shown even when no points are missing (gain 0)
  below_target,  // it shows something, but not enough
  out_of_scope,  // what it shows is somebody else's deed: a town's, a court's
  stale,         // what it shows is of another year
  contradicted,  // it gives two figures for one thing
  unjudged,      // it shows something that can't be judged yet: no peers to compare with, a figure divided by nothing
};

RULESCORE_EXPORT std::string_view to_string(GapKind kind) noexcept;

// What would most likely close a gap. Only the report is known, so this is a guess by rule: `write` where the report lacks what
// full marks ask for (it is silent, speaks of others or another year, gives two figures, or mentions the work without the figure
// that counts), so that the deed may be done and only the sentence missing; `work` where the report itself says that more is to
// be done: a plan, an admitted shortcoming, a figure below the target.
enum class Remedy : std::uint8_t { work, write };

RULESCORE_EXPORT std::string_view to_string(Remedy remedy) noexcept;

// full: every indicator at full marks. best/median: per indicator, of the panel's documents (median of an even number is the
// mean of the two middle ones; an indicator without a score counts as 0), all or those of the same level or province as the card.
// number: the total wanted, on the framework's scale; a band is the total where it begins, and no veto in its way. previous: what
// the same jurisdiction (and level and province) had a year before, where the panel holds that.
struct Target {
  enum class Kind : std::uint8_t { full, best, median, number, previous } kind = Kind::full;
  double number = 0;
  enum class Among : std::uint8_t { all, level, province } among = Among::all;
  std::optional<std::uint16_t> band = {};  // index into Framework::bands(), where one was named
  // "full", "best", "median", both also as "best:level", "best:province"; "last-year"; a number; or a band's name in either
  // language. Throws UsageError saying what is accepted.
  RULESCORE_EXPORT static Target parse(std::string_view text, const Framework& framework);
};

// What a comparable document wrote for the same indicator.
struct Exemplar {
  std::uint32_t row = 0;       // of the panel
  double score = 0;            // there, above the card's own
  std::uint32_t evidence = 0;  // index into that card's evidence().items()
};

struct Gap {
  std::uint32_t node = 0;  // the indicator
  GapKind kind = GapKind::no_evidence;
  Remedy remedy = Remedy::write;
  double score = 0;       // now, [0,1]; 0 when it has none
  double target = 1;      // [0,1]
  double gain = 0;        // points the total would win if the indicator alone reached its target, after real aggregation
  double cumulative = 0;  // total after this and all gaps before it are closed
  bool needed = true;     // under a number target: part of the cheapest set that reaches it, see roadmap.hpp
  bool veto = false;      // what the text says of it has set off a veto
  std::uint32_t evidence = Evidence::none;  // the piece that shows it best, index into evidence().items()
  std::uint32_t against = Evidence::none;   // of a contradiction: the other piece
  // The best of the other documents of its level (of all, where its level has none that is better), at most two, the best first;
  // ties in the panel's order.
  std::vector<Exemplar> exemplars;
};

struct GapReport {
  Scorecard card;
  double target_total = 0;   // what the target is as a total; NaN when there is none: no year before
  double reachable = 0;      // the total with every gap closed
  bool within_reach = true;  // reachable >= target_total
  std::vector<Gap> gaps;     // largest gain first; ties in the framework's order
};

// One report a card, in the panel's order.
RULESCORE_EXPORT std::vector<GapReport> gaps(const Panel& panel, const Target& target = {});

// ---- ranking --------------------------------------------------------------------------------------------------------

struct RankingOptions {
  std::uint32_t draws = 0;  // Monte Carlo draws over the weights; 0: the plain ranking only
  std::uint64_t seed = 1;
  double noise = 0.25;   // each sibling weight is multiplied by 1 + noise * u, u uniform in (-1,1); [0,1)
  unsigned threads = 0;  // 0: one per core; results don't depend on it
};

struct RankedRow {
  std::uint32_t row = 0;                      // index into the panel
  std::uint32_t rank = 0;                     // from 1; totals within 1e-9 of the scale share the better rank
  double total = 0;                           // NaN totals rank last
  double mean_rank = 0;                       // over the draws; = rank without draws
  std::uint32_t rank_low = 0, rank_high = 0;  // 5th and 95th percentile of the rank over the draws
  double p_first = 0;                         // share of draws in which no one is ahead of it
  double p_ahead_of_next = 0;                 // share of draws in which it is ahead of the next row; NaN for the last
};

struct Ranking {
  RankingOptions options;
  std::vector<RankedRow> rows;  // best first; ties by the panel's order
};

// Draw k is the same on any machine and thread count (counter-based random numbers). Throws UsageError for noise outside [0,1).
RULESCORE_EXPORT Ranking ranking(const Panel& panel, const RankingOptions& options = {});

}  // namespace rulescore
