// The result for one document: a score for every node, the state it rests on, and the evidence behind it.
#pragma once

#include <rulescore/evidence.hpp>
#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/peers.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// These five never collapse into one another.
enum class State : std::uint8_t {
  evidenced,       // at least one achieved piece of evidence
  only_planned,    // nothing but plans
  problem,         // nothing achieved, and the text admits a shortcoming
  no_evidence,     // the text is silent: neither zero nor full marks
  not_applicable,  // the indicator does not apply to this jurisdiction
};

RULESCORE_EXPORT std::string_view to_string(State state) noexcept;

// Whether a piece of evidence takes part in its indicator's score. What doesn't is still shown, with the reason.
enum class Standing : std::uint8_t {
  counts,
  foreign,  // it is about somebody whose deeds don't earn here: the framework's `earns: {scope}`
  stale,    // its figure is of a year that doesn't earn any more: `earns: {max_age}`
  rejected,   // a person has looked: it is none, see EvidenceSet::review_of
  outranked,  // another kind of source comes first for the same rule, or the whole indicator: `earns: {precedence}`
  set_aside,  // what is intended speaks in its stead, see what_if.hpp
};

RULESCORE_EXPORT std::string_view to_string(Standing standing) noexcept;

// Points of a node are on the framework's scale. An indicator is *assessed* when its state is evidenced or problem and nothing keeps
// it from being judged (peers to compare with, an assessor's figure); else it has no score of its own (NaN), and the missing policy that holds there says what it does to the nodes above. A group's score combines its
// children's as the group says: by default their weighted mean, under `zero` an unassessed child counting 0 (so score = points /
// full), under `exclude` left out and its siblings' weights renormalised, level by level. points, low, high and coverage never
// depend on the policy. Points of a deduction, and of all below it, are negative. What doesn't apply has left: its full is 0 and its
// siblings' are larger, unless it counts as full marks or as its peers' mean, which then is its score.
struct NodeScore {
  double score = no_value;  // [0,1] (above 1 where the framework lets it), NaN when nothing under the node counts
  double points = 0;        // what is proven; children's points add up to their parent's where they are added up
  double full = 0;          // what could be had; of a deduction, what could be lost
  double low = 0;           // points if everything unassessed were worth nothing, and every unassessed deduction came in full
  double high = 0;          // points if everything unassessed were worth full marks, and no unassessed deduction came
  double coverage = 0;      // share of the node's weight that was assessed, [0,1]
  State state = State::no_evidence;
  std::uint16_t decided_by = 0xFFFF;          // rule that set an indicator's score, 0xFFFF none; a metric: 0x8000 and its place
  std::uint32_t evidence_begin = 0, evidence_end = 0;  // range in Scorecard::evidence().items()
};

// A veto of the framework that has fired.
struct FiredVeto {
  std::uint32_t node = 0;  // where it is written
  std::uint16_t which = 0; // of the node's
  VetoEffect effect = VetoEffect::fail;
  std::uint16_t band = 0;  // index into Framework::bands(), of band_at_most and band
  std::uint32_t evidence = Evidence::none;  // the piece that fired it; none: the node's score is too low
};

class RULESCORE_EXPORT Scorecard {
 public:
  // `standings`: one a piece of evidence, or none when all count.
  Scorecard(Framework framework, EvidenceSet evidence, std::vector<NodeScore> nodes, std::vector<Standing> standings = {},
            Peers peers = {});

  const Framework& framework() const noexcept;
  const Document& document() const noexcept;
  const EvidenceSet& evidence() const noexcept;
  std::span<const NodeScore> nodes() const noexcept;      // parallel to Framework::nodes()
  std::span<const Standing> standings() const noexcept;   // parallel to evidence().items()

  const Peers& peers() const noexcept;  // whom it was compared with; nobody where the framework doesn't compare

  double score() const noexcept;     // the total, on the scale of full(); NaN when nothing was assessed and missing is "exclude"
  double full() const noexcept;
  double coverage() const noexcept;  // [0,1]
  double low() const noexcept;
  double high() const noexcept;
  const Band* band() const noexcept;  // of the total (unrounded, unless the framework says so), after vetoes; null when there is none
  const Band* band(std::uint32_t node) const;  // of a group with bands of its own, by its points; of a deduction by points lost
  std::span<const FiredVeto> vetoes() const noexcept;
  bool failed() const noexcept;       // a veto of the strength `fail` has fired

  // Why a node has its score, in one sentence with the numbers used. language: "zh" or "en".
  std::string reason(std::uint32_t node, std::string_view language = "zh") const;
  // What a veto that fired looked at, and what it does.
  std::string veto_in_words(const FiredVeto& veto, std::string_view language = "zh") const;
  // What a reader should know before trusting the card (no evidence at all, an empty text, …).
  std::vector<std::string> warnings(std::string_view language = "zh") const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace rulescore
