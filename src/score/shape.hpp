// How evidence becomes a score: the shapes an indicator's `score` block can take, as data.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rulescore {

// Each maps a piece (or all pieces) of achieved evidence of one rule to [0,1].
struct Presence {
  double score = 1;
};  // found: this much. Several of them under take: best make a ladder
struct AtLeast {
  double target = 0;
};  // reach: all or nothing at or above the target
struct AtMost {
  double limit = 0;
};  // at_most: all or nothing at or below (0 is zero tolerance)
struct Proportion {
  double target = 1;
};  // target: value / target, at most 1
struct Linear {
  double from = 0, to = 1;
};  // from, to: 0 at `from`, 1 at `to`; from > to when lower is better
struct Piecewise {
  std::vector<std::pair<double, double>> points;
};  // points: value -> score, ascending values, linear between, flat outside
struct Count {
  double each = 1;
  double cap = 1;
};  // each, cap: per distinct piece of evidence, up to cap
struct Total {
  double target = 1;
};  // total: sum of the values / target, at most 1

using Shape = std::variant<Presence, AtLeast, AtMost, Proportion, Linear, Piecewise, Count, Total>;

// How a rule's several pieces of evidence become one score for shapes that look at one value: the best piece counts, except
// for AtMost and falling Linear, where the worst (highest) does: a zero elsewhere doesn't excuse a breach. A bound doesn't move
// a figure (约20项 enters as 20), and a range enters with its low end.

// How the rules' scores combine. best and sum (at most 1) look at the rules that found something; mean and min run over all that
// are named, and one that found nothing counts 0.
enum class Take : std::uint8_t { best, sum, mean, min };

struct RuleScore {
  std::uint16_t rule = 0;  // index into the indicator's rules
  Shape shape = Presence{};
  double weight = 1;  // for take: mean
};

struct ScoreBlock {
  Take take = Take::best;
  std::vector<RuleScore> rules;      // in the order of the file
  std::vector<RuleScore> all_of;     // every one must have evidence; the lowest counts
  std::vector<RuleScore> otherwise;  // the best of these, when the blocks above give nothing
  double problem_cost = 0;           // taken off when the text admits a problem, floor 0
};

}  // namespace rulescore
