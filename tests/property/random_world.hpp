// Random frameworks and random evidence for properties: everything follows from one number, so a failure names its case.
#pragma once

#include "base/random.hpp"
#include "support/model.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace rulescore::testing {

class Dice {
 public:
  explicit Dice(std::uint64_t seed, std::uint64_t stream = 0) : uniform_(seed, stream) {}
  double unit() { return uniform_.at(next_++); }
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(unit() * count); }
  bool chance(double probability) { return unit() < probability; }

 private:
  Uniform uniform_;
  std::uint64_t next_ = 0;
};

struct WorldOptions {
  Missing missing = Missing::zero;
  bool rising_only = false;  // no shape, cost or combination that more or higher evidence could lower
};

inline Shape random_shape(Dice& dice, bool rising_only) {
  switch (dice.below(rising_only ? 6 : 9)) {
    case 0:
      return Presence{dice.unit()};
    case 1:
      return AtLeast{100 * dice.unit()};
    case 2:
      return Proportion{1 + 99 * dice.unit()};
    case 3:
      return Linear{50 * dice.unit(), 50 + 50 * dice.unit()};
    case 4:
      return Count{dice.unit() / 2, dice.unit()};
    case 5:
      return Total{1 + 299 * dice.unit()};
    case 6:
      return AtMost{100 * dice.unit()};
    case 7:
      return Linear{50 + 50 * dice.unit(), 50 * dice.unit()};
    default:
      return Piecewise{{{30 * dice.unit(), dice.unit()}, {30 + 30 * dice.unit(), dice.unit()}, {70, dice.unit()}}};
  }
}

inline std::vector<RuleScore> random_rules(Dice& dice, std::uint32_t at_least, bool rising_only) {
  std::vector<RuleScore> rules(at_least + dice.below(3));
  for (RuleScore& rule : rules) {
    rule.rule = static_cast<std::uint16_t>(dice.below(4));
    rule.shape = random_shape(dice, rising_only);
    rule.weight = 0.5 + dice.unit();
  }
  return rules;
}

// Rising worlds have no `otherwise`: it steps back when the rules before it begin to earn, and may have earned more.
inline ScoreBlock random_block(Dice& dice, bool rising_only) {
  ScoreBlock block;
  block.take = static_cast<Take>(dice.below(4));
  block.rules = random_rules(dice, 1, rising_only);
  if (dice.chance(0.3)) block.all_of = random_rules(dice, 1, rising_only);
  if (!rising_only && dice.chance(0.3)) block.otherwise = random_rules(dice, 1, rising_only);
  if (dice.chance(0.4)) block.problem_cost = dice.unit() / 2;
  return block;
}

inline void grow(TreeBuilder& builder, Dice& dice, std::uint32_t parent, int depth, const WorldOptions& options) {
  const std::uint32_t children = 1 + dice.below(4);
  for (std::uint32_t i = 0; i < children; ++i) {
    const std::string code = numbered("N", builder.model().nodes.size());
    const double weight = i > 0 && dice.chance(0.05) ? 0 : 0.1 + 3 * dice.unit();
    if (depth < 3 && dice.chance(0.5)) {
      grow(builder, dice, builder.group(parent, code, weight), depth + 1, options);
    } else {
      builder.indicator(parent, code, weight, random_block(dice, options.rising_only));
    }
  }
}

inline Framework random_framework(Dice& dice, const WorldOptions& options) {
  TreeBuilder builder(options.missing, 1 + 999 * dice.unit());
  grow(builder, dice, 0, 0, options);
  return builder.build();
}

inline Saying random_fact(Dice& dice, std::uint32_t indicator) {
  Saying fact{indicator, static_cast<std::uint16_t>(dice.below(4))};
  if (dice.chance(0.8)) {
    fact.value = std::floor(1000 * dice.unit()) / 8;
    fact.unit = "%";
  }
  const double kind = dice.unit();
  fact.status = kind < 0.7 ? Status::achieved : kind < 0.85 ? Status::planned : Status::problem;
  return fact;
}

inline std::vector<Saying> random_facts(Dice& dice, const Framework& framework) {
  std::vector<Saying> facts;
  for (std::uint32_t i = 0; i < framework.indicators().size(); ++i) {
    if (dice.chance(0.35)) continue;
    const std::uint32_t count = 1 + dice.below(5);
    for (std::uint32_t k = 0; k < count; ++k) facts.push_back(random_fact(dice, i));
  }
  return facts;
}

}  // namespace rulescore::testing
