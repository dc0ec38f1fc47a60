// What became of each piece of evidence on its way to an indicator's score: which one decides, which ones count with it, and why
// the others earned nothing. Reads the same functions that scored (score/block.hpp), so an explanation can't disagree with a
// score. Tested by tests/unit/render/explain_test.cpp.
#pragma once

#include "render/wording.hpp"
#include "score/block.hpp"

#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::render {

enum class Role {
  decides,     // the piece that set the score
  counts,      // adds to the score, or stands in an all_of that did
  outscored,   // another rule or another piece earned more
  not_needed,  // of an `otherwise` rule, while the rules above it earned something
  no_figure,   // the shape needs a figure and the piece has none
  unscored,    // the score block doesn't name its rule
  repeated,    // says again what an earlier piece said
  overruled,   // the indicator's score was given directly, no rule was asked
  barred,      // the framework lets no such evidence earn; the standing says why
  planned,
  problem,
};

std::string_view to_string(Role role) noexcept;
struct RuleAccount {
  const Rule* rule = nullptr;
  RuleUse use;
  Earned earned;  // by this rule alone
};

// What a metric made of the rules' figures, and what that earned.
struct MetricAccount {
  const Metric* metric = nullptr;
  RuleUse use;
  Earned earned;
};

struct Account {
  const IndicatorModel* indicator = nullptr;
  Verdict verdict;
  std::vector<RuleAccount> rules;  // in the order of the file
  std::vector<MetricAccount> metrics;
  std::vector<Role> roles;  // one a piece, from `begin`
  std::uint32_t begin = 0;  // of the indicator's evidence in the set
};

// `node` must be an indicator.
Account account_of(const Scorecard& card, std::uint32_t node);

// Why a piece earned what it did, for people.
// `index` is the piece's place in the set.
std::string because(const Scorecard& card, const Account& account, std::uint32_t index, const TableStyle& style);

// From the node up to the level-1 group: what part of its parent each is.
struct Step {
  const Node* node = nullptr;
  const Node* parent = nullptr;
  double weight = 0;  // among its siblings, after what doesn't apply has left
  double part = 0;    // of the parent, [0,1]; 0 of a bonus or a deduction, which stands beside
  double full = 0;    // points
};
std::vector<Step> steps_up(const Scorecard& card, std::uint32_t node);

}  // namespace rulescore::render
