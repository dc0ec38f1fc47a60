// Many places, item by item: who stands where, what many lack together, and who can be learnt from.
//
//   Places all = places(panel);
//   const SharedGap& first = all.shared[0].gaps[0];     // "23 of 30 lack item 70"
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/panel.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// How a place stands in an item. All but `nothing` and `not_applicable` are lacks. In a deduction a place lacks what it loses: a
// score above 0; what wasn't assessed there lacks nothing.
enum class Lacking : std::uint8_t {
  nothing,
  below,         // it shows something, but not enough
  problem,       // it admits a shortcoming, and full marks are not reached
  only_planned,  // it promises
  no_evidence,   // the report is silent: that it isn't done is not said
  unjudged,      // there is evidence that can't be judged yet: no peers, no assessor's figure
  not_applicable,
};
inline constexpr std::size_t lackings = 7;

RULESCORE_EXPORT std::string_view to_string(Lacking lacking) noexcept;

struct PlacesOptions {
  double enough = 1;          // an item is lacked below this score; (0,1], full marks by default
  double cut = 0.5;           // what is at most this far apart is one cluster; [0,1]. Half of all lacks shared: ours
  std::uint32_t leaders = 3;  // that an item names at most
};

// Of one item, among the places of one level or all: those it applies to, and those of them that lack it.
struct SharedGap {
  std::uint32_t indicator = 0;  // index into Framework::indicators()
  std::uint32_t of = 0, lack = 0;
  std::array<std::uint32_t, lackings> kinds{};  // by Lacking
};

struct SharedGaps {
  std::string level;  // empty: all places
  std::uint32_t places = 0;
  std::vector<SharedGap>
      gaps;  // what most lack first, then the larger share, then the framework's order; what nobody lacks is left out
};

// Average linkage (UPGMA) over the Jaccard distance of what is lacked: 1 - both / either, among what applies to both sides. The
// nearest two are joined as long as they are within the cut; of equally near ones those that come first, the first of the two
// deciding. Distances are whole numbers of 2^-32, so that no bit depends on the order in which they are added. What lacks
// nothing, and what stays alone, is in no cluster.
struct GapCluster {
  std::vector<std::uint32_t> members;  // ascending; of items indices into indicators(), of places into Places::rows
  std::vector<std::uint32_t> shared;   // of items the places that lack them all, of places the items that all lack
  double distance = 0;                 // mean distance at the last join
};

struct Leader {
  std::uint32_t place = 0;                  // index into Places::rows
  std::uint32_t evidence = Evidence::none;  // the piece that shows it best, index into its card's evidence().items()
};

// The best of one item. Places without a score, or with none above 0, don't lead; deductions have no leaders.
struct Leaders {
  std::uint32_t indicator = 0;
  double score = 0;
  std::uint32_t tied = 0;       // how many have that score (within 1e-9)
  std::vector<Leader> leaders;  // the first of them, in the panel's order
};

struct Places {
  Panel panel;
  PlacesOptions options;
  // A card a place: of a jurisdiction with several documents that of the latest year, the first of equals. Documents that say no
  // jurisdiction are places of their own.
  std::vector<std::uint32_t> rows;         // of the panel, ascending
  std::vector<std::uint32_t> passed_over;  // the panel's other rows
  std::vector<Lacking> cells;              // places x indicators, row-major
  std::vector<SharedGaps> shared;          // all places; then by level, in their order of appearance, where there are several
  std::vector<GapCluster> items, places;   // in the order of their first members
  std::vector<Leaders> leaders;            // in the framework's order; items that nobody leads are left out

  Lacking cell(std::size_t place, std::size_t indicator) const { return cells.at(place * panel.columns() + indicator); }
  const Scorecard& card(std::size_t place) const { return panel.cards()[rows.at(place)]; }
};

// Throws UsageError for options that make no sense.
RULESCORE_EXPORT Places places(const Panel& panel, const PlacesOptions& options = {});

}  // namespace rulescore
