// The laws of the tree over random frameworks with everything a node can say, and against the Guide, a second opinion.
#include "analysis/totals.hpp"
#include "property/random_tree.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/analysis.hpp>

#include <cmath>
#include <cstring>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 600;

bool close(double a, double b, double tolerance) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance; }

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

Framework edited(const Framework& framework, const std::function<void(FrameworkModel&)>& edit) {
  FrameworkModel model = framework.model();
  edit(model);
  finish(model);
  return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
}

// `good` for what is missing where a high score is good news, `bad` below deductions; no policies then.
double completed(const Framework& framework, Leaves leaves, std::uint32_t node, double good, double bad) {
  const Framework plain = edited(framework, [](FrameworkModel& model) {
    for (NodeRules& rules : model.node_rules) {
      rules.missing.reset();
      rules.min_coverage = 0;
    }
    model.missing = Missing::zero;
  });
  for (auto& [leaf, score] : leaves)
    if (!score) score = framework.model().node_rules[leaf].sign > 0 ? good : bad;
  return Guide(plain, leaves).score(node).value_or(0);
}

}  // namespace

TEST_CASE("any tree is what the guide says") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(31, world);
    const Framework framework = random_tree(dice, {});
    const Scorecard card = score(framework, evidence_of_2020(dice, framework));
    const Leaves leaves = leaves_of(card);
    const Guide guide(framework, leaves);
    for (std::uint32_t i = 0; i < card.nodes().size(); ++i) {
      CAPTURE(i);
      const NodeScore& node = card.nodes()[i];
      CHECK(close(node.score, guide.score(i).value_or(no_value), 1e-9));
      CHECK(close(node.coverage, guide.coverage(i), 1e-12));
      CHECK(close(node.full, guide.share(i) * framework.full(), 1e-9 * framework.full()));
      const double points = framework.model().node_rules[i].sign * node.full;
      CHECK(close(node.points, completed(framework, leaves, i, 0, 0) * points, 1e-8));
      CHECK(close(node.low, completed(framework, leaves, i, 0, 1) * points, 1e-8));
      CHECK(close(node.high, completed(framework, leaves, i, 1, 0) * points, 1e-8));
    }
  }
}

TEST_CASE("points of the parts are the points of the whole where points are added up") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(32, world);
    Framework framework = random_tree(dice, {true, false, false});
    framework = edited(framework, [](FrameworkModel& model) {
      // A group in which nothing has a weight has no score, and no points either.
      for (Node& node : model.nodes) node.weight = node.role == Role::weighted && node.weight == 0 ? 1 : node.weight;
      for (NodeRules& rules : model.node_rules) {
        rules.floor = -1e9;
        rules.cap = 1e9;
        if (auto* sum = std::get_if<SumOfPoints>(&rules.aggregate)) sum->cap = 1e9;
      }
    });
    const Scorecard card = score(framework, evidence_of_2020(dice, framework));
    for (std::size_t i = 0; i < card.nodes().size(); ++i) {
      const Node& node = framework.nodes()[i];
      const NodeScore& own = card.nodes()[i];
      // What stands beside the others is cut at its own full marks.
      if (node.is_indicator() || node.role != Role::weighted || own.full == 0) continue;
      double sum = 0, weighted = 0;
      for (const std::uint32_t child : node.children) {
        sum += card.nodes()[child].points;
        weighted += framework.nodes()[child].role == Role::weighted ? card.nodes()[child].full : 0;
      }
      if (weighted == 0) continue;  // nothing is left that has a weight: no score, no points
      CAPTURE(i);
      CHECK(close(own.points, sum, 1e-9 * framework.full()));
    }
  }
}

TEST_CASE("a better score never makes the whole worse, and the range holds every outcome") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(33, world);
    const Framework framework = random_tree(dice, {false, true, false});
    const EvidenceSet evidence = evidence_of_2020(dice, framework, 0.2);
    const Scorecard card = score(framework, evidence);
    CHECK(card.low() <= card.nodes()[0].points + 1e-9);
    CHECK(card.nodes()[0].points <= card.high() + 1e-9);
    for (std::uint32_t i = 0; i < framework.indicators().size(); ++i) {
      std::vector<Evidence> items(evidence.items().begin(), evidence.items().end());
      bool raised = false;
      for (Evidence& piece : items) {
        if (piece.indicator != i) continue;
        piece.value += 10;
        raised = true;
      }
      if (!raised) continue;
      const double after = score(framework, {evidence.document(), evidence.rules_fingerprint(), items}).score();
      const double sign = framework.model().node_rules[framework.indicators()[i]].sign;
      CHECK((std::isnan(after) || sign * (after - card.score()) >= -1e-9));
    }
  }
}

TEST_CASE("the order of siblings changes nothing, and a common factor of their weights neither") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(34, world);
    const Framework framework = random_tree(dice, {false, false, true});
    const EvidenceSet evidence = evidence_of_2020(dice, framework);
    const Framework shuffled = edited(framework, [&](FrameworkModel& model) {
      for (Node& node : model.nodes)
        for (std::size_t i = node.children.size(); i > 1; --i)
          std::swap(node.children[i - 1], node.children[dice.below(static_cast<std::uint32_t>(i))]);
    });
    const Framework scaled = edited(framework, [&](FrameworkModel& model) {
      for (Node& node : model.nodes) {
        const double factor = 0.01 + 100 * dice.unit();
        for (const std::uint32_t child : node.children) model.nodes[child].weight *= factor;
      }
    });
    const Scorecard card = score(framework, evidence);
    for (std::size_t i = 0; i < card.nodes().size(); ++i) {
      CHECK(close(score(shuffled, evidence).nodes()[i].score, card.nodes()[i].score, 1e-12));
      CHECK(close(score(scaled, evidence).nodes()[i].score, card.nodes()[i].score, 1e-12));
    }
  }
}

TEST_CASE("gains are what the guide says of the whole with that indicator at its target") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(35, world);
    Framework framework = random_tree(dice, {});
    framework = edited(framework, [](FrameworkModel& model) {
      for (NodeRules& rules : model.node_rules)  // gains are of the low end there, which the guide doesn't speak of
        if (rules.missing && rules.missing->kind == Missing::bounds) rules.missing = MissingPolicy{};
    });
    const Panel panel({score(framework, evidence_of_2020(dice, framework)), score(framework, evidence_of_2020(dice, framework))});
    for (const GapReport& report : gaps(panel, {world % 2 == 0 ? Target::Kind::full : Target::Kind::best})) {
      const Leaves leaves = leaves_of(report.card);
      const auto total = [&](const Leaves& given) { return Guide(framework, given).score(0).value_or(0) * framework.full(); };
      for (const Gap& gap : report.gaps) {
        CAPTURE(gap.node);
        CHECK(report.card.nodes()[gap.node].state != State::not_applicable);
        Leaves closed = leaves;
        closed[gap.node] = gap.target;
        CHECK(close(gap.gain, total(closed) - total(leaves), 1e-7));
      }
    }
  }
}

TEST_CASE("the fast totals and the tree agree to the bit, on plain frameworks under any weights") {
  for (std::uint64_t world = 0; world < 200; ++world) {
    CAPTURE(world);
    Dice dice(36, world);
    const Framework framework = random_framework(dice, {world % 2 == 0 ? Missing::zero : Missing::exclude, false});
    REQUIRE(framework.model().is_plain);
    std::vector<Scorecard> cards;
    for (int i = 0; i < 5; ++i) cards.push_back(score(framework, evidence_of(framework, random_facts(dice, framework))));
    const Panel panel(cards);
    const Totals fast(panel), by_tree(panel, true);
    std::vector<double> weights, one(5), other(5);
    for (const Node& node : framework.nodes()) weights.push_back(node.weight * (0.5 + dice.unit()));
    Totals::Workspace work = fast.workspace();
    fast.compute(weights, work, one);
    by_tree.compute(weights, work, other);
    for (std::size_t row = 0; row < 5; ++row) CHECK(same_bits(one[row], other[row]));
  }
}

TEST_CASE("any framework's totals under its own weights are the panel's, to the bit") {
  for (std::uint64_t world = 0; world < 300; ++world) {
    CAPTURE(world);
    Dice dice(37, world);
    const Framework framework = random_tree(dice, {});
    const Panel panel({score(framework, evidence_of_2020(dice, framework)), score(framework, evidence_of_2020(dice, framework))});
    const Totals totals(panel);
    std::vector<double> weights, result(2);
    for (const Node& node : framework.nodes()) weights.push_back(node.weight);
    Totals::Workspace work = totals.workspace();
    totals.compute(weights, work, result);
    for (std::size_t row = 0; row < 2; ++row)
      CHECK(((std::isnan(result[row]) && std::isnan(panel.totals()[row])) || same_bits(result[row], panel.totals()[row])));
  }
}

}  // namespace rulescore
