// A framework as it was read: the tree with everything an author wrote, resolved and checked. Immutable once built.
#pragma once

#include "pattern/clause.hpp"
#include "score/shape.hpp"

#include <rulescore/framework.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {

enum class Aggregate : std::uint8_t { weighted_mean };  // the scoring-language issue adds more

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
  std::string file;
  int line = 0;
};

struct IndicatorModel {
  std::uint32_t node = 0;
  std::vector<Rule> rules;
  ScoreBlock score;
  std::vector<Example> examples;
};

// A cue that sets the status of what stands near it, after ConText (Harkema et al. 2009, J Biomed Inform 42:839): a literal,
// a direction and a scope. `unless`: phrases that hold the cue but don't mean it (不足 in 不足之处已整改, 拟 in 模拟).
enum class Direction : std::uint8_t { forward, backward, both };
struct Cue {
  Slot slot;
  Slot unless;
  Direction direction = Direction::forward;
  Scope in = Scope::clause;
};

struct StatusRules {
  Slot plan_headings;     // a heading with one of these words makes everything under it planned
  Slot problem_headings;  // … a problem
  std::vector<Cue> planned;
  std::vector<Cue> problem;
  std::vector<Cue> achieved;  // overrides planned and problem cues in the same clause (避免了, 已整改)
};

struct SourceFile {
  std::string name;  // as messages name it
  std::string text;
};

struct FrameworkModel {
  std::string id, version;
  Localised title;
  double full = 100;
  Missing missing = Missing::zero;
  std::vector<Band> bands;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> indicator_nodes;
  std::vector<IndicatorModel> indicators;  // parallel to indicator_nodes
  StatusRules status;
  std::vector<SourceFile> files;           // everything it was read from, the root first
  std::map<std::string, double> edits;     // with_weight, by code
  std::vector<Issue> warnings;
  std::string fingerprint, rules_fingerprint;
};

// Recomputes shares and fingerprints after an edit of weights.
void finish(FrameworkModel& model);

}  // namespace rulescore
