// See block.hpp.
#include "score/block.hpp"

#include "score/earn.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

struct Outcome {
  double score = no_value;  // marks; NaN: no term found anything
  Source rule = no_rule;
  std::uint32_t piece = Evidence::none;
  Part part = Part::rules;
  Lack lack = Lack::none;
};

// Takes the terms in the order of the file, so that sums are the same bits every time.
class Combination {
 public:
  Combination(Take take, double cap) noexcept : take_(take), cap_(cap) {}

  void add(const RuleEarned& entry, double weight, Part where) noexcept {
    const Earned& term = entry.earned;
    if (!term.found() && term.lack != Lack::none) {
      if (lack_ == Lack::none) lack_ = term.lack;
      return;
    }
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
    if (!any_found_) return {.lack = lack_};
    return {combined(), leader_.rule, leader_.piece, leader_.part};
  }

 private:
  double combined() const noexcept {
    switch (take_) {
      case Take::sum:
        return std::min(sum_, cap_);
      case Take::mean:
        return weight_ > 0 ? sum_ / weight_ : 0;
      case Take::best:
      case Take::min:
        return leader_.score;
    }
    return 0;
  }

  Take take_;
  double cap_;
  bool any_found_ = false;
  double sum_ = 0, weight_ = 0, leading_ = 0;
  Lack lack_ = Lack::none;
  Outcome leader_;
};

void silence(Earned& earned) noexcept {
  earned.score = 0;
  earned.silenced = true;
}

// One group of terms for the same event.
void settle(const Together& group, std::span<const RuleScore> terms, std::vector<Earned>& earned) {
  std::vector<std::size_t> members;  // that found something, in the order of the group
  for (const Source source : group.of)
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (terms[i].rule == source && earned[i].found() && !earned[i].silenced) members.push_back(i);
  if (members.empty()) return;
  if (group.keep != Keep::all) {
    const auto less = [&](std::size_t a, std::size_t b) { return earned[a].score < earned[b].score; };
    const auto kept = group.keep == Keep::highest  ? std::max_element(members.begin(), members.end(), less)
                      : group.keep == Keep::lowest ? std::min_element(members.begin(), members.end(), less)
                                                   : members.begin();
    for (const std::size_t i : members)
      if (i != *kept) silence(earned[i]);
  }
  double left = group.cap;
  for (const std::size_t i : members) {
    earned[i].score = std::min(earned[i].score, left);
    left -= earned[i].score;
  }
}

// visit(term, earned); without `together` no list is made.
template <typename Visit>
void each_earned(const ScoreBlock& block, std::span<const RuleScore> terms, const Pieces& pieces, Visit visit) {
  if (block.together.empty()) {
    for (const RuleScore& term : terms) visit(term, earn(term, pieces));
    return;
  }
  const std::vector<Earned> earned = settled(block, terms, pieces);
  for (std::size_t i = 0; i < terms.size(); ++i) visit(terms[i], earned[i]);
}

Outcome combine(const ScoreBlock& block, const Pieces& pieces) {
  Combination terms(block.take, block.cap);
  each_earned(block, block.rules, pieces, [&](const RuleScore& term, const Earned& earned) {
    terms.add({earned, term.rule}, term.weight, Part::rules);
  });
  if (!block.all_of.empty()) terms.add(lowest_of(block.all_of, pieces), 1, Part::all_of);
  const Outcome outcome = terms.result();
  if (outcome.score > 0 || block.otherwise.empty()) return outcome;
  const RuleEarned instead = best_of(block.otherwise, pieces);
  if (!instead.earned.found()) return outcome;
  return {instead.earned.score, instead.rule, instead.earned.piece, Part::otherwise};
}

// What a list of terms adds up to; the largest stands in for an outcome that has none.
double added_up(const ScoreBlock& block, std::span<const RuleScore> terms, const Pieces& pieces, Outcome& outcome) {
  double sum = 0, largest = -1;
  const bool is_open = outcome.rule == no_rule;
  each_earned(block, terms, pieces, [&](const RuleScore& term, const Earned& earned) {
    if (!earned.found()) {
      if (outcome.lack == Lack::none) outcome.lack = earned.lack;
      return;
    }
    sum += earned.score;
    if (is_open && earned.score > largest) {
      largest = earned.score;
      outcome.rule = term.rule;
      outcome.piece = earned.piece;
    }
  });
  return sum;
}

struct Seen {
  bool achieved = false, planned = false, problem = false;
};

Seen statuses(const ScoreBlock& block, const Pieces& pieces) noexcept {
  Seen seen;
  for (std::uint32_t i = pieces.begin; i < pieces.end; ++i) {
    const Evidence& piece = pieces.items[i];
    if (!pieces.takes_part(i)) continue;
    if (piece.rule == Evidence::direct && ((block.direct.kinds | intended) & bit(piece.kind)) == 0) continue;
    seen.achieved |= piece.status == Status::achieved;
    seen.planned |= piece.status == Status::planned;
    seen.problem |= piece.status == Status::problem;
  }
  return seen;
}

Verdict verdict_of(const ScoreBlock& block, const Pieces& pieces, const Seen& seen) {
  const State state = seen.achieved ? State::evidenced : State::problem;
  Outcome outcome;
  if (seen.achieved) {
    const Earned given = earn_directly(block.direct, pieces);
    outcome =
        given.found() ? Outcome{given.score * block.full, Evidence::direct, given.piece, Part::direct} : combine(block, pieces);
  }
  double marks = std::isnan(outcome.score) ? 0 : outcome.score;
  if (outcome.part != Part::direct) {
    marks = block.start + marks;
    marks += added_up(block, block.bonus, pieces, outcome);
    marks -= added_up(block, block.deduct, pieces, outcome);
  }
  if (outcome.rule == no_rule && outcome.lack == Lack::not_applicable)
    return {.state = State::not_applicable, .lack = Lack::not_applicable};
  if (outcome.rule == no_rule && outcome.lack != Lack::none) return {.state = state, .lack = outcome.lack};
  if (seen.problem) marks -= cost_of(block, problems_in(pieces));
  marks = std::clamp(marks, block.floor, block.cap);
  return {marks / block.full, state, outcome.rule, outcome.piece, outcome.part};
}

// How far a state goes to say that something is known.
int weight_of(State state) noexcept {
  switch (state) {
    case State::evidenced:
      return 4;
    case State::problem:
      return 3;
    case State::only_planned:
      return 2;
    case State::not_applicable:
      return 1;
    case State::no_evidence:
      return 0;
  }
  return 0;
}

// What is intended is heard by the scorer that reads the report, or else by the first.
unsigned heard_by(const Scorer& scorer, const ScoreBlock& block) noexcept {
  if (block.scorers.empty()) return scorer.kinds;
  const auto reads = [](const Scorer& one) { return (one.kinds & bit(SourceKind::text)) != 0; };
  const auto reader = std::find_if(block.scorers.begin(), block.scorers.end(), reads);
  const Scorer& hears = reader == block.scorers.end() ? block.scorers.front() : *reader;
  return scorer.kinds | (scorer.kinds == hears.kinds ? intended : 0u);
}

// The mean over the scorers that spoke; the one that weighs most stands for all.
Verdict judged_by_all(const ScoreBlock& block, const Pieces& pieces) {
  Verdict verdict;
  double sum = 0, weight = 0, heaviest = -1;
  for (const Scorer& scorer : block.scorers) {
    const Verdict one = judge_as(scorer, block, pieces);
    if (std::isnan(one.score)) {
      if (weight == 0 && weight_of(one.state) > weight_of(verdict.state)) verdict = one;
      continue;
    }
    sum += scorer.weight * one.score;
    weight += scorer.weight;
    if (scorer.weight > heaviest) {
      heaviest = scorer.weight;
      verdict = one;
    }
  }
  if (weight > 0) verdict.score = sum / weight;
  return verdict;
}

}  // namespace

std::vector<Earned> settled(const ScoreBlock& block, std::span<const RuleScore> terms, const Pieces& pieces) {
  std::vector<Earned> earned;
  earned.reserve(terms.size());
  for (const RuleScore& term : terms) earned.push_back(earn(term, pieces));
  for (const Together& group : block.together) settle(group, terms, earned);
  return earned;
}

RuleEarned lowest_of(std::span<const RuleScore> rules, const Pieces& pieces) {
  RuleEarned lowest;
  for (const RuleScore& rule : rules) {
    const Earned earned = earn(rule, pieces);
    if (!earned.found()) return {{.lack = earned.lack}, rule.rule};
    if (lowest.rule == no_rule || earned.score < lowest.earned.score) lowest = {earned, rule.rule};
  }
  return lowest;
}

RuleEarned best_of(std::span<const RuleScore> rules, const Pieces& pieces) {
  RuleEarned best;
  for (const RuleScore& rule : rules) {
    const Earned earned = earn(rule, pieces);
    if (earned.found() && (best.rule == no_rule || earned.score > best.earned.score)) best = {earned, rule.rule};
  }
  return best;
}

double problems_in(const Pieces& pieces) noexcept {
  double count = 0;
  for (std::uint32_t i = pieces.begin; i < pieces.end; ++i) {
    const Evidence& piece = pieces.items[i];
    if (piece.status != Status::problem || !pieces.takes_part(i)) continue;
    const bool repeats = piece.duplicate_of < pieces.items.size() && pieces.takes_part(piece.duplicate_of) &&
                         pieces.items[piece.duplicate_of].status == Status::problem;
    if (!repeats) count += 1;
  }
  return count;
}

double cost_of(const ScoreBlock& block, double problems) noexcept {
  return (problems > 0 ? block.problem_cost : 0) + std::min(problems * block.problem_each, block.problem_cap);
}

bool is_supposed(const Pieces& pieces) noexcept {
  for (std::uint32_t i = pieces.begin; i < pieces.end; ++i)
    if (pieces.items[i].kind == SourceKind::intended && pieces.items[i].rule == Evidence::direct) return true;
  return false;
}

Verdict judge_as(const Scorer& scorer, const ScoreBlock& block, Pieces pieces) {
  pieces.kinds &= heard_by(scorer, block);
  const Seen seen = statuses(block, pieces);
  if (!seen.achieved && !seen.problem) return {.state = seen.planned ? State::only_planned : State::no_evidence};
  if (scorer.drop == 0) return verdict_of(block, pieces, seen);
  ScoreBlock trimmed = block;
  trimmed.direct.drop = scorer.drop;
  trimmed.direct.drop_from = scorer.drop_from;
  return verdict_of(trimmed, pieces, seen);
}

Leaf::Leaf(const Scorecard& card, std::size_t indicator)
    : indicator_(card.framework().model().indicators[indicator]),
      peers_(card.peers(), card.framework().model(), card.document()) {
  const NodeScore& node = card.nodes()[indicator_.node];
  pieces_ = pieces_of(indicator_, card.evidence(), card.standings(), node.evidence_begin, node.evidence_end, &peers_);
}

Verdict judge(const ScoreBlock& block, const Pieces& pieces) {
  if (block.scorers.empty()) return judge_as({.kinds = all_kinds}, block, pieces);
  return is_supposed(pieces) ? judge_as({.kinds = intended}, block, pieces) : judged_by_all(block, pieces);
}

}  // namespace rulescore
