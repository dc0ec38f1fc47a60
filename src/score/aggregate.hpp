// Up the tree: every node's score from those of its children. The one place where that is worked out: the scorecard, the gap
// analysis (what would the total become) and the ranking under drawn weights all ask a Tree.
// Tested by tests/unit/score/aggregate.cpp and, against a naive reference, by tests/property/tree.cpp.
//
// Scores are fractions of full marks, one a node, parallel to the framework's nodes; NaN: not assessed, or no single figure. The
// order of things at a node, children first:
//   1  what doesn't apply leaves (or counts as full marks, or as the peers' mean, which the indicator then has as its score)
//   2  what has no score counts as the missing policy says; under `bounds` the node has no score either
//   3  the weighted children are combined (score/combine.hpp)
//   4  bonuses are added and deductions taken: score x full marks, on the framework's scale
//   5  floor and cap of the node
//   6  below its minimum coverage, or with too few of its weighted children available, it has no score
//   7  at the root, a veto of strength `zero` that fires
#pragma once

#include "framework/model.hpp"
#include "score/combine.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

// The scores of all nodes, and how much of each node's weight was assessed.
struct Tally {
  std::vector<double> scores, coverage;
};

// Whether an indicator is meant for a document. One that isn't may have a score to stand in for its own: full marks, the peers'
// mean.
enum class Applies : std::uint8_t { no, yes, stands_in };

// What is special about one document or one question.
struct TreeView {
  std::vector<Applies> applies;  // by node, of indicators; empty: all apply
  std::vector<double> weights;   // by node, in place of the framework's
  bool vetoed = false;           // a rule has found what zeroes the total
  bool bounds_as_zero = false;   // what can't be had as one figure is taken at its low end
  bool open_scale = false;       // fractions may lie outside [0,1] (z-scores, points beyond a target): only written floors and caps hold
};

// A framework's tree as it stands for one document. The model must outlive it.
class Tree {
 public:
  explicit Tree(const FrameworkModel& model, TreeView view = {});

  double share(std::size_t node) const noexcept { return own_shares_.empty() ? model_.nodes[node].share : own_shares_[node]; }
  // Among its siblings, after what doesn't apply has left.
  double weight(std::size_t node) const noexcept { return weights_[node]; }
  // Whether anything under it applies.
  bool applies(std::size_t node) const noexcept { return applies_[node] != 0; }
  // What a node's `floor`, `cap` and `bands` are written in: points out of its own `full`, or of its part of the whole.
  double points_scale(std::size_t node) const noexcept;
  double floor(std::size_t node) const noexcept;  // as fractions
  double cap(std::size_t node) const noexcept;

  // Whether too little is assessed below an inner node for it to have a score.
  bool too_little(std::uint32_t node, const Tally& tally) const noexcept;

  // What a node without a score counts as in the one above; NaN: it leaves, or nothing can be said.
  double in_place_of_nothing(std::uint32_t node) const noexcept { return in_place_of_nothing(node, Gaps::by_policy); }
  // What the weighted children of a sum are measured by, when these are the ones that count.
  SumScale sum_scale(std::uint32_t node, std::span<const Member> members) const noexcept;

  // From the indicators' scores; those of inner nodes are not looked at.
  Tally tally(std::vector<double> scores) const;
  // Gives one indicator another score and brings the nodes above it up to date.
  void set(Tally& tally, std::uint32_t indicator_node, double score) const;
  // All nodes from indicators none of which is missing: the same, without policies. `stated` says what was assessed.
  void complete(std::span<double> values, const Tally& stated) const;

 private:
  enum class Gaps : std::uint8_t { by_policy, count_nothing };

  void leave();  // what doesn't apply
  void share_out();
  double in_place_of_nothing(std::uint32_t node, Gaps gaps) const noexcept;
  double score_of(std::uint32_t node, std::span<const double> scores, Gaps gaps, std::vector<Member>& members) const;
  double coverage_of(std::uint32_t node, std::span<const double> coverage) const noexcept;
  void work_out(std::uint32_t node, Tally& tally, std::vector<Member>& members) const;
  bool zeroed(std::span<const double> scores, std::span<const double> coverage) const noexcept;
  double written_weight(std::size_t node) const noexcept {
    return view_.weights.empty() ? model_.nodes[node].weight : view_.weights[node];
  }

  const FrameworkModel& model_;
  TreeView view_;
  std::vector<double> weights_;
  std::vector<double> own_shares_;  // empty: as the framework says
  std::vector<std::uint8_t> applies_;
  bool has_bonus_ = false, has_zero_veto_ = false;
};

// Full marks are the most a bonus can bring, and the most a deduction can take.
double within_full(Role role, double score) noexcept;

// Whether a veto that looks at the node's score fires. What wasn't assessed never does.
bool fires(const Veto& veto, double score, double coverage) noexcept;

}  // namespace rulescore
