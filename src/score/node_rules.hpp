// What a group, an indicator or the whole says about its place in the tree, as data: how children become one score, what counts
// when something is missing or doesn't apply, what is added or taken beside, and what stops a good grade. Read by
// framework/reader_node.cpp, worked out by score/aggregate.cpp.
#pragma once

#include <rulescore/framework.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rulescore {

// ---- how children become one score; formulas in score/combine.hpp ---------------------------------------------------

struct WeightedMean {};
struct Geometric {
  double floor = 0.01;  // a score below it counts as it, so that one zero doesn't wipe out all else
};
struct Harmonic {
  double floor = 0.01;
};
struct PowerMean {
  double power = 1, floor = 0;
};
struct Minimum {};
struct Owa {
  std::vector<double> weights;  // of the largest score, the second, …; they add up to 1
};
struct SumOfPoints {
  std::optional<double> cap;  // points; by default the node's full
};
using Aggregation = std::variant<WeightedMean, Geometric, Harmonic, PowerMean, Minimum, Owa, SumOfPoints>;

// ---- what is missing, and what doesn't apply ------------------------------------------------------------------------

struct MissingPolicy {
  Missing kind = Missing::zero;
  double prior = 0;  // of Missing::prior
  bool operator==(const MissingPolicy&) const = default;
};

enum class NotApplicable : std::uint8_t {
  drop,       // it leaves, its siblings' weights are renormalised
  rescale,    // it leaves, and the groups above weigh as much as what applies in them: raw total / applicable maximum
  full,       // full marks
  peer_mean,  // the mean of the peers it applies to
};

// Some documents, by what is known of them. Empty lists and no years: any.
struct Whom {
  std::vector<std::string> level, province, jurisdiction;
  std::optional<int> first_year, last_year;
  bool empty() const noexcept { return level.empty() && province.empty() && jurisdiction.empty() && !first_year && !last_year; }
};

// ---- what stops a good grade ----------------------------------------------------------------------------------------

struct Veto {
  std::optional<double> below;         // fires when the node is assessed and its score is below; or
  std::optional<std::uint16_t> found;  // when this rule of the indicator has found something done or admitted
  VetoEffect effect = VetoEffect::fail;
  std::uint16_t band = 0;  // index into the framework's bands, of VetoEffect::band_at_most and band
};

struct NodeRules {
  Aggregation aggregate;
  std::optional<MissingPolicy> missing;         // as said here, for what stands below; an indicator's, for itself
  std::optional<NotApplicable> not_applicable;  // likewise
  double min_coverage = 0;              // share of the weight below it that was assessed
  std::optional<double> min_available;  // share of its weighted children, counted, that have a score; at it is enough
  Whom applies, excludes;
  std::optional<double> full;        // marks, as written
  std::optional<double> floor, cap;  // points of the node, see points_scale(); an infinite cap: none
  std::vector<Veto> vetoes;
  std::vector<Band> bands;  // of a group; the whole's stand in the model

  // What follows from where it stands; filled in by finish().
  MissingPolicy counts_as;                      // in its parent, when it has no score
  NotApplicable without = NotApplicable::drop;  // what happens to what doesn't apply in it (a group) or when it doesn't (a leaf)
  double needs_available = 0;                   // min_available, or what the whole table's says
  int sign = 1;                                 // -1 below an odd number of deductions: a higher score there costs points
};

}  // namespace rulescore
