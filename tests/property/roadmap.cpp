// Road maps over random trees with everything a node can say, against brute force: every set of indicators, worked out by the
// Guide, a second opinion that shares no code with the tree.
#include "analysis/attainable.hpp"
#include "analysis/card_gaps.hpp"
#include "property/random_tree.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/roadmap.hpp>

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr double level = 1e-9;

// Efforts in quarters, and a veto by score here and there. What `bounds` leaves open counts at its low end in gaps.
Framework with_efforts(const Framework& framework, Dice& dice) {
  FrameworkModel model = framework.model();
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
    model.nodes[i].effort = 0.25 * (1 + dice.below(16));
    if (i > 0 && dice.chance(0.05)) {
      Veto veto;
      veto.below = dice.unit() * 0.8;
      veto.effect = dice.chance(0.5) ? VetoEffect::zero : VetoEffect::fail;
      model.node_rules[i].vetoes.push_back(veto);
    }
    auto& missing = model.node_rules[i].missing;
    if (missing && missing->kind == Missing::bounds) missing->kind = Missing::zero;
  }
  finish(model);
  return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
}

struct Outcome {
  double total = 0;
  bool clear = true;
};

class BruteForce {
 public:
  BruteForce(const GapReport& report) : framework_(report.card.framework()), leaves_(leaves_of(report.card)) {
    for (const Gap& gap : report.gaps)
      if (is_short(framework_.model(), gap)) open_.push_back(&gap);
    everything_ = leaves_;
    for (const Gap* gap : open_) everything_[gap->node] = gap->target;
  }

  std::size_t size() const { return open_.size(); }
  double effort(std::uint32_t set) const {
    double sum = 0;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if (set >> i & 1u) sum += framework_.nodes()[open_[i]->node].effort;
    return sum;
  }
  Outcome outcome(std::uint32_t set) const {
    Leaves leaves = leaves_;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if (set >> i & 1u) leaves[open_[i]->node] = open_[i]->target;
    return outcome(leaves);
  }
  std::uint32_t set_of(const RoadMap& map) const {
    std::uint32_t set = 0;
    for (const Step& step : map.steps)
      for (std::size_t i = 0; i < open_.size(); ++i)
        if (open_[i]->node == map.report.gaps[step.gap].node) set |= 1u << i;
    return set;
  }

 private:
  bool fires(const Guide& guide, std::uint32_t node, const Veto& veto) const {
    return guide.any_for(node) && guide.coverage(node) > 0 && guide.score(node) && *guide.score(node) < *veto.below;
  }
  Outcome outcome(const Leaves& leaves) const {
    const Guide guide(framework_, leaves), best(framework_, everything_);
    Outcome outcome{guide.score(0).value_or(0) * framework_.full(), true};
    for (std::uint32_t node = 0; node < framework_.nodes().size(); ++node)
      for (const Veto& veto : framework_.model().node_rules[node].vetoes) {
        if (!fires(guide, node, veto)) continue;
        if (veto.effect == VetoEffect::zero) outcome.total = 0;
        if (!fires(best, node, veto)) outcome.clear = false;
      }
    return outcome;
  }

  const Framework& framework_;
  Leaves leaves_, everything_;
  std::vector<const Gap*> open_;
};

struct Best {
  bool found = false;
  double effort = 0, total = 0;
};

// The least effort, then the highest total.
Best cheapest(const BruteForce& force, double goal, double full, double budget) {
  Best best;
  for (std::uint32_t set = 0; set < 1u << force.size(); ++set) {
    const Outcome outcome = force.outcome(set);
    const double effort = force.effort(set);
    if (!outcome.clear || outcome.total < goal - level * full || effort > budget + 1e-7) continue;
    if (!best.found || effort < best.effort - 1e-7 || (effort < best.effort + 1e-7 && outcome.total > best.total))
      best = {true, effort, outcome.total};
  }
  return best;
}

// The highest total, then the least effort.
Best highest(const BruteForce& force, double full, double budget, bool clear_only) {
  Best best;
  for (std::uint32_t set = 0; set < 1u << force.size(); ++set) {
    const Outcome outcome = force.outcome(set);
    const double effort = force.effort(set);
    if ((clear_only && !outcome.clear) || effort > budget + 1e-7) continue;
    const bool higher = outcome.total > best.total + level * full, as_high = outcome.total > best.total - level * full;
    if (!best.found || higher || (as_high && effort < best.effort - 1e-7)) best = {true, effort, outcome.total};
  }
  return best;
}

Scorecard random_card(Dice& dice, const TreeOptions& options) {
  const Framework framework = with_efforts(random_tree(dice, options), dice);
  return score(framework, evidence_of_2020(dice, framework));
}

// Of a card with few gaps, else nothing.
struct Case {
  Panel panel;
  double goal;
};
std::optional<Case> random_case(Dice& dice, const TreeOptions& options, std::size_t most) {
  Panel panel({random_card(dice, options)});
  const GapReport report = gaps(panel)[0];
  if (report.gaps.size() > most || report.gaps.empty()) return std::nullopt;
  return Case{panel, 1.1 * dice.unit() * std::max(report.reachable, 1.0)};
}

}  // namespace

TEST_CASE("a road map is the cheapest of all sets, for every aggregation and policy") {
  int tried = 0, reached = 0, additive = 0;
  for (std::uint64_t world = 0; tried < 1000; ++world) {
    CAPTURE(world);
    Dice dice(51, world);
    const auto one = random_case(dice, {world % 3 == 0, false, false}, 8);
    if (!one) continue;
    ++tried;
    additive += world % 3 == 0 ? 1 : 0;
    RoadMapOptions options;
    options.target = {Target::Kind::number, one->goal};
    const RoadMap map = road_maps(one->panel, options)[0];
    const double full = one->panel.framework().full();
    const BruteForce force(map.report);
    const Best best = cheapest(force, one->goal, full, HUGE_VAL);
    REQUIRE(map.reaches == best.found);
    CHECK(map.proven);
    CHECK(std::abs(force.outcome(force.set_of(map)).total - map.total) <= 10 * level * full);
    if (!best.found) continue;
    ++reached;
    CHECK(std::abs(map.effort - best.effort) <= 1e-6);
    CHECK(std::abs(map.total - best.total) <= 10 * level * full);
    CHECK(map.least_effort == map.effort);
  }
  CHECK(reached > 500);
  CHECK(additive > 200);
}

TEST_CASE("under a budget: the target if it is affordable, else the highest total") {
  int tried = 0, beyond = 0;
  for (std::uint64_t world = 0; tried < 400; ++world) {
    CAPTURE(world);
    Dice dice(52, world);
    const auto one = random_case(dice, {world % 3 == 0, false, false}, 8);
    if (!one) continue;
    ++tried;
    RoadMapOptions options;
    options.target = {Target::Kind::number, one->goal};
    options.budget = 0.25 + 6 * dice.unit();
    const RoadMap map = road_maps(one->panel, options)[0];
    const double full = one->panel.framework().full();
    const BruteForce force(map.report);
    CHECK(map.effort <= *options.budget + 1e-6);
    const Best best = cheapest(force, one->goal, full, *options.budget);
    const bool possible = cheapest(force, one->goal, full, HUGE_VAL).found;
    REQUIRE(map.reaches == best.found);
    if (best.found) {
      CHECK(std::abs(map.effort - best.effort) <= 1e-6);
      continue;
    }
    CHECK(map.affordable == !possible);
    if (!possible || !map.proven) continue;
    ++beyond;
    CHECK(map.total >= highest(force, full, *options.budget, true).total - 10 * level * full);
  }
  CHECK(beyond > 50);
}

TEST_CASE("no set does better than the frontier says, and an exact one says no more than there is") {
  int exact = 0, bound = 0;
  for (std::uint64_t world = 0; exact + bound < 1000; ++world) {
    CAPTURE(world);
    Dice dice(53, world);
    const Scorecard card = random_card(dice, {world % 3 == 0, false, false});
    const Panel panel({card});
    const GapReport report = gaps(panel)[0];
    if (report.gaps.size() > 8 || report.gaps.empty()) continue;
    const FixableCard fixable(card, report.gaps);
    const Attainable can = attainable(card.framework().model(), fixable.tree(), fixable.now(), fixable.fixes());
    ++(can.exact ? exact : bound);
    const double full = card.framework().full();
    const BruteForce force(report);
    const auto promised = [&](double effort) {
      double most = -HUGE_VAL;
      for (const Point& point : can.points)
        if (effort_from_millionths(point.effort) <= effort + 1e-7) most = std::max(most, point.figure * full);
      return most;
    };
    for (std::uint32_t set = 0; set < 1u << force.size(); ++set) {
      const Outcome outcome = force.outcome(set);
      if (outcome.clear) CHECK(outcome.total <= promised(force.effort(set)) + 10 * level * full);
    }
    if (!can.exact) continue;
    for (const Point& point : can.points) {
      const Best best = highest(force, full, effort_from_millionths(point.effort), true);
      CHECK(std::abs(best.total - point.figure * full) <= 10 * level * full);
    }
  }
  CHECK(exact > 300);
  CHECK(bound > 100);
}

TEST_CASE("gains of the steps add up from the score to the total, and efforts to the effort") {
  for (std::uint64_t world = 0; world < 600; ++world) {
    CAPTURE(world);
    Dice dice(54, world);
    const Panel panel({random_card(dice, {world % 2 == 0, false, false})});
    RoadMapOptions options;
    options.target = world % 4 == 0 ? Target{} : Target{Target::Kind::number, panel.framework().full() * dice.unit()};
    options.quarters = 1 + dice.below(8);
    if (dice.chance(0.3)) options.capacity = 0.25 + 3 * dice.unit();
    const RoadMap map = road_maps(panel, options)[0];
    const double full = panel.framework().full();
    double total = std::isnan(map.report.card.score()) ? 0 : map.report.card.score(), effort = 0;
    Quarter quarter{2021, 1};
    for (const Step& step : map.steps) {
      total += step.gain;
      effort += step.effort;
      CHECK(std::abs(step.total - total) <= level * full);
      const bool in_order = step.quarter.year * 4 + step.quarter.number >= quarter.year * 4 + quarter.number;
      CHECK(in_order);
      quarter = step.quarter;
      if (options.capacity) {  // what is done by the end of the quarter fits into the quarters so far
        const int quarters = (quarter.year - 2021) * 4 + quarter.number;
        CHECK(effort <= quarters * *options.capacity + 1e-5);
      } else {
        CHECK((quarter.year - 2021) * 4 + quarter.number <= static_cast<int>(options.quarters));
      }
    }
    CHECK(std::abs(map.total - total) <= level * full);
    CHECK(std::abs(map.effort - effort) <= 1e-6);
    CHECK(map.effort >= map.least_effort - 1e-6);
  }
}

}  // namespace rulescore
