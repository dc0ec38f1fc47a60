// From the evidence of one indicator to its score: its terms, combined as its score block says, in marks.
// Tested by tests/unit/score/block.cpp and tests/shapes.
//
//   direct     = where facts give the indicator's score itself (Evidence::direct), their mean, and no rule is asked; else
//   terms      = the marks of each term named, each within its own cut-off, floor and cap; the lowest of all_of is one more (0
//   unless
//                every rule of it found something)
//   together   = terms for the same event, settled: the highest, the lowest or the first of them speaks, or they share a cap
//   combined   = best, sum, mean or min of the terms (sum at most the indicator's cap). best and sum look at the rules that found
//                something; mean and min run over all that are named, and one that found nothing counts 0: a chain is not
//                stronger for a missing link. A term that can't be judged (Lack) takes no part
//   otherwise  = the best of these, when `combined` is 0
//   marks      = start + that + bonus - deduct - what admitted problems cost, within the indicator's floor and cap
//   score      = marks / full
//
// With several scorers all this is done once a kind of source, and the scores averaged over the kinds that spoke.
#pragma once

#include "framework/model.hpp"
#include "score/peers.hpp"
#include "score/shapes.hpp"

#include <rulescore/scorecard.hpp>

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

inline constexpr std::uint16_t no_rule = 0xFFFF;

// Which part of a score block decided.
enum class Part : std::uint8_t { rules, all_of, otherwise, direct };

struct Verdict {
  double score =
      no_value;  // of the full marks; NaN when the indicator is not assessed. Above 1 only where its cap is above its full
  State state = State::no_evidence;
  Source rule = no_rule;  // that decided: the one taken for best and min, the largest contribution for sum and mean
  std::uint32_t piece = Evidence::none;  // of that rule
  Part part = Part::rules;
  Lack lack = Lack::none;  // why there is no score although there is evidence
};

// There may be evidence that nobody can score yet: a figure without peers, a text without the assessor's mark.
inline bool is_assessed(double score) noexcept { return !std::isnan(score); }

// `pieces.rule` is not looked at.
Verdict judge(const ScoreBlock& block, const Pieces& pieces);

// The evidence that one of several scorers may look at, and the block without scorers, as that one reads it.
Verdict judge_as(const Scorer& scorer, const ScoreBlock& block, Pieces pieces);

// Whether a score of the whole indicator is intended: then no scorer is asked.
bool is_supposed(const Pieces& pieces) noexcept;

// What each term of a list earned, those for the same event settled.
std::vector<Earned> settled(const ScoreBlock& block, std::span<const RuleScore> terms, const Pieces& pieces);

// One rule of a list, and what it earned.
struct RuleEarned {
  Earned earned;
  Source rule = no_rule;
};

// The lowest of a list of rules that must all find something; when one doesn't, that one, with nothing earned.
RuleEarned lowest_of(std::span<const RuleScore> rules, const Pieces& pieces);

// The best of a list of rules; no_rule when none found anything.
RuleEarned best_of(std::span<const RuleScore> rules, const Pieces& pieces);

// One indicator of a card, as its terms see it: for who asks why.
class Leaf {
 public:
  Leaf(const Scorecard& card, std::size_t indicator);
  Leaf(const Leaf&) = delete;
  Leaf& operator=(const Leaf&) = delete;

  const IndicatorModel& indicator() const noexcept { return indicator_; }
  const Pieces& pieces() const noexcept { return pieces_; }  // whose `peers` are this leaf's
  Verdict verdict() const { return judge(indicator_.score, pieces_); }

 private:
  const IndicatorModel& indicator_;
  PeerView peers_;
  Pieces pieces_;
};

// How many problems the text admits, repetitions apart.
double problems_in(const Pieces& pieces) noexcept;
// What they cost.
double cost_of(const ScoreBlock& block, double problems) noexcept;

}  // namespace rulescore
