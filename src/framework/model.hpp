// A framework as it was read: the tree with everything an author wrote, resolved and checked. Immutable once built.
#pragma once

#include "framework/data.hpp"
#include "pattern/clause.hpp"
#include "score/node_rules.hpp"
#include "score/shape.hpp"

#include <rulescore/evidence.hpp>
#include <rulescore/framework.hpp>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {

// What an example must find. `nothing` = no evidence for this indicator (of any status).
struct Expectation {
  std::optional<std::string> rule;
  std::optional<double> value;
  std::optional<std::string> unit;
  std::optional<std::string> status;  // achieved, planned, problem
};

struct Example {
  std::string text;
  bool nothing = false;
  std::vector<Expectation> find;
  std::optional<double> score;  // in the indicator's marks
  std::string file;
  int line = 0;
};

// Which evidence may earn points; the rest is shown with the reason.
struct Earns {
  unsigned scopes = 1u << static_cast<unsigned>(Whose::own);  // a bit for each Whose
  int max_age = 0;                                            // of a figure, in years before the document's own
  // Whose turn it is, by SourceKind (text, statistic, survey, expert, extract): the first group that has something to say speaks.
  std::array<std::uint8_t, source_kinds> turn = {3, 2, 1, 0, 3};
  bool admits(Whose whose) const noexcept { return (scopes >> static_cast<unsigned>(whose) & 1u) != 0; }
};

struct IndicatorModel {
  std::uint32_t node = 0;
  Earns earns;
  std::vector<Rule> rules;
  std::vector<Metric> metrics;
  ScoreBlock score;
  std::vector<Example> examples;
  DataColumn data;  // of a table; without `data` the column that is called like the indicator
};

// A cue that sets the status of what stands near it, after ConText (Harkema et al. 2009, J Biomed Inform 42:839): a literal,
// a direction and a scope. `unless`: phrases that hold the cue but don't mean it (不足 in 不足之处已整改, 拟 in 模拟). `until`:
// words past which it doesn't reach (但 in 力度还不够，但已…).
enum class Direction : std::uint8_t { forward, backward, both };
struct Cue {
  Slot slot;
  Slot unless;
  Slot until;
  Direction direction = Direction::forward;
  Scope in = Scope::clause;
};

// Whose deed it is and of which year, by words; names of places are the matcher's own affair.
struct AttributionRules {
  std::vector<Cue> own, subordinate, other, national;
};

struct StatusRules {
  Slot plan_headings;     // a heading with one of these words makes everything under it planned
  Slot problem_headings;  // … a problem
  std::vector<Cue> planned;
  std::vector<Cue> problem;
  std::vector<Cue> achieved;  // overrides planned and problem cues in the same clause (避免了, 已整改)
};

struct Written;

// Who is compared with whom: documents that agree in all of these.
struct PeersBy {
  bool level = true, province = false, year = true;
};

struct FrameworkModel {
  std::string id, version;
  Localised title;
  double full = 100;
  Missing missing = Missing::zero;
  double prior = 0;                    // of Missing::prior
  std::vector<Band> bands;
  std::optional<int> grade_decimals;   // of the total when it is graded; unrounded without
  std::vector<Quota> quotas;
  std::vector<Node> nodes;
  std::vector<NodeRules> node_rules;   // parallel to nodes
  bool is_plain = true;                // nothing but weighted means under one of zero and exclude
  std::vector<std::uint32_t> indicator_nodes;
  std::vector<IndicatorModel> indicators;  // parallel to indicator_nodes
  StatusRules status;
  AttributionRules attribution;
  Earns earns;                             // what an indicator inherits that doesn't say otherwise
  std::vector<Scorer> scorers;  // the same
  ZeroOverZero zero_over_zero = ZeroOverZero::missing;  // of metrics that don't say
  PeersBy peers;
  IndexRules index;
  std::uint32_t compared = 0;   // terms that are compared with other documents, see finish()
  std::shared_ptr<const Written> written;  // what it was read from
  std::map<std::string, double> edits;     // with_weight, by code
  std::vector<Issue> warnings;
  std::string fingerprint, rules_fingerprint;
};

// Works out what follows from what was written: what is inherited, shares, the slots of compared terms and fingerprints. Once read,
// and after an edit of weights.
void finish(FrameworkModel& model);

// What a term takes its figures from, as its author called it.
inline const std::string& name_of(const IndicatorModel& indicator, Source source) {
  return is_metric(source) ? indicator.metrics[source - first_metric].name : indicator.rules[source].name;
}

}  // namespace rulescore
