// See block.hpp.
#include "score/block.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

struct Outcome {
  double score = no_value;  // NaN: no term found anything
  std::uint16_t rule = no_rule;
  std::uint32_t piece = Evidence::none;
  Part part = Part::rules;
};

// Takes the terms in the order of the file, so that sums are the same bits every time.
class Combination {
 public:
  explicit Combination(Take take) noexcept : take_(take) {}

  void add(const RuleEarned& entry, double weight, Part where) noexcept {
    const Earned& term = entry.earned;
    const double score = term.found() ? term.score : 0;
    const double part = take_ == Take::mean ? weight * score : score;
    any_found_ |= term.found();
    sum_ += part;
    weight_ += weight;
    // The first of equals leads. A rule that found nothing leads only where it decides: as the lowest.
    const bool ahead = take_ == Take::min ? part < leading_ : part > leading_;
    if ((ahead || leader_.rule == no_rule) && (term.found() || take_ == Take::min)) {
      leading_ = part;
      leader_ = {score, entry.rule, term.piece, where};
    }
  }

  Outcome result() const noexcept {
    return any_found_ ? Outcome{combined(), leader_.rule, leader_.piece, leader_.part} : Outcome{};
  }

 private:
  double combined() const noexcept {
    switch (take_) {
      case Take::sum:
        return std::min(sum_, 1.0);
      case Take::mean:
        return weight_ > 0 ? sum_ / weight_ : 0;
      case Take::best:
      case Take::min:
        return leader_.score;
    }
    return 0;
  }

  Take take_;
  bool any_found_ = false;
  double sum_ = 0, weight_ = 0, leading_ = 0;
  Outcome leader_;
};

Outcome combine(const ScoreBlock& block, Pieces pieces) noexcept {
  Combination terms(block.take);
  for (const RuleScore& rule : block.rules) {
    pieces.rule = rule.rule;
    terms.add({earn(rule.shape, pieces), rule.rule}, rule.weight, Part::rules);
  }
  if (!block.all_of.empty()) terms.add(lowest_of(block.all_of, pieces), 1, Part::all_of);
  const Outcome outcome = terms.result();
  if (outcome.score > 0) return outcome;
  const RuleEarned instead = best_of(block.otherwise, pieces);
  if (!instead.earned.found()) return outcome;
  return {instead.earned.score, instead.rule, instead.earned.piece, Part::otherwise};
}

struct Seen {
  bool achieved = false, planned = false, problem = false;
};

Seen statuses(const Pieces& pieces) noexcept {
  Seen seen;
  for (std::uint32_t i = pieces.begin; i < pieces.end; ++i) {
    if (!pieces.takes_part(i)) continue;
    const Evidence& piece = pieces.items[i];
    seen.achieved |= piece.status == Status::achieved;
    seen.planned |= piece.status == Status::planned;
    seen.problem |= piece.status == Status::problem;
  }
  return seen;
}

}  // namespace

RuleEarned lowest_of(std::span<const RuleScore> rules, Pieces pieces) noexcept {
  RuleEarned lowest;
  for (const RuleScore& rule : rules) {
    pieces.rule = rule.rule;
    const Earned earned = earn(rule.shape, pieces);
    if (!earned.found()) return {{}, rule.rule};
    if (lowest.rule == no_rule || earned.score < lowest.earned.score) lowest = {earned, rule.rule};
  }
  return lowest;
}

RuleEarned best_of(std::span<const RuleScore> rules, Pieces pieces) noexcept {
  RuleEarned best;
  for (const RuleScore& rule : rules) {
    pieces.rule = rule.rule;
    const Earned earned = earn(rule.shape, pieces);
    if (earned.found() && (best.rule == no_rule || earned.score > best.earned.score)) best = {earned, rule.rule};
  }
  return best;
}

Verdict judge(const ScoreBlock& block, const Pieces& pieces) noexcept {
  const Seen seen = statuses(pieces);
  if (!seen.achieved && !seen.problem) return {.state = seen.planned ? State::only_planned : State::no_evidence};
  if (!seen.achieved) return {.score = 0, .state = State::problem};
  const Earned given = earn_directly(pieces);
  const Outcome outcome =
      given.found() ? Outcome{given.score, Evidence::direct, given.piece, Part::direct} : combine(block, pieces);
  double score = std::isnan(outcome.score) ? 0 : outcome.score;
  if (seen.problem) score = std::max(0.0, score - block.problem_cost);
  return {score, State::evidenced, outcome.rule, outcome.piece, outcome.part};
}

}  // namespace rulescore
