// From the evidence of one indicator to its score: the shapes of its rules, combined as its score block says.
// Tested by tests/unit/score/block.cpp.
//
//   direct     = where facts give the indicator's score itself (Evidence::direct), their mean, and no rule is asked; else
//   terms      = the score of each rule named, and the lowest of all_of as one more (0 unless every rule of it found something)
//   combined   = best, sum (at most 1), mean or min of the terms. best and sum look at the rules that found something; mean and
//                min run over all that are named, and one that found nothing counts 0: a chain is not stronger for a missing link
//   otherwise  = the best of these, when `combined` is 0
//   score      = that, less the cost of an admitted problem, not below 0
#pragma once

#include "score/shapes.hpp"

#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <span>

namespace rulescore {

inline constexpr std::uint16_t no_rule = 0xFFFF;

// Which part of a score block decided.
enum class Part : std::uint8_t { rules, all_of, otherwise, direct };

struct Verdict {
  double score = no_value;  // NaN when the indicator is not assessed
  State state = State::no_evidence;
  std::uint16_t rule = no_rule;  // that decided: the one taken for best and min, the largest contribution for sum and mean
  std::uint32_t piece = Evidence::none;  // of that rule
  Part part = Part::rules;
};

inline bool is_assessed(State state) noexcept { return state == State::evidenced || state == State::problem; }

// `pieces.rule` is not looked at.
Verdict judge(const ScoreBlock& block, const Pieces& pieces) noexcept;

// One rule of a list, and what it earned.
struct RuleEarned {
  Earned earned;
  std::uint16_t rule = no_rule;
};

// The lowest of a list of rules that must all find something; when one doesn't, that one, with nothing earned.
RuleEarned lowest_of(std::span<const RuleScore> rules, Pieces pieces) noexcept;

// The best of a list of rules; no_rule when none found anything.
RuleEarned best_of(std::span<const RuleScore> rules, Pieces pieces) noexcept;

}  // namespace rulescore
