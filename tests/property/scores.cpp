// What must hold of any scorecard, over 1,000 random frameworks with random evidence.
#include "property/random_world.hpp"
#include "property/reference.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <cstring>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 1000;

Missing policy(std::uint64_t world) { return world % 2 == 0 ? Missing::zero : Missing::exclude; }

double slack(const Framework& framework) { return 1e-9 * framework.full(); }

LeafScores leaf_scores(const Scorecard& card) {
  LeafScores leaves;
  for (const std::uint32_t node : card.framework().indicators()) {
    if (!std::isnan(card.nodes()[node].score)) leaves[node] = card.nodes()[node].score;
  }
  return leaves;
}

bool close(double a, double b, double tolerance) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance; }

bool same_bits(std::span<const NodeScore> a, std::span<const NodeScore> b) {
  const auto bits = [](double x, double y) { return std::memcmp(&x, &y, sizeof x) == 0; };
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!bits(a[i].score, b[i].score) || !bits(a[i].points, b[i].points) || !bits(a[i].high, b[i].high)) return false;
    if (a[i].state != b[i].state || a[i].decided_by != b[i].decided_by) return false;
  }
  return a.size() == b.size();
}

// A copy of the framework with every weight multiplied, siblings by the same factor.
Framework rescaled(const Framework& framework, Dice& dice) {
  FrameworkModel model = framework.model();
  for (Node& node : model.nodes) {
    const double factor = 0.01 + 100 * dice.unit();
    for (const std::uint32_t child : node.children) model.nodes[child].weight *= factor;
  }
  finish(model);
  return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
}

// A copy with the children of every node in another order (the nodes themselves stay where they are).
Framework shuffled(const Framework& framework, Dice& dice) {
  FrameworkModel model = framework.model();
  for (Node& node : model.nodes) {
    for (std::size_t i = node.children.size(); i > 1; --i) {
      std::swap(node.children[i - 1], node.children[dice.below(static_cast<std::uint32_t>(i))]);
    }
  }
  finish(model);
  return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
}

}  // namespace

TEST_CASE("a card adds up: parts to the whole, range around the score, coverage to the share assessed") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(1, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const Scorecard card = score(framework, evidence_of(framework, random_facts(dice, framework)));
    const double eps = slack(framework);
    for (std::size_t i = 0; i < card.nodes().size(); ++i) {
      const NodeScore& node = card.nodes()[i];
      const Node& written = framework.nodes()[i];
      CAPTURE(i);
      CHECK((std::isnan(node.score) || (node.score >= 0 && node.score <= 1)));
      CHECK(node.low <= node.points);
      CHECK(node.points <= node.high + eps);
      CHECK(node.high <= node.full + eps);
      CHECK(node.coverage >= 0);
      CHECK(node.coverage <= 1 + 1e-12);
      const double as_points = std::isnan(node.score) ? 0 : node.score * node.full;
      CHECK(node.low <= as_points + eps);
      CHECK(as_points <= node.high + eps);
      if (written.is_indicator()) continue;
      double points = 0, full = 0, low = 0, high = 0;
      for (const std::uint32_t child : written.children) {
        points += card.nodes()[child].points;
        full += card.nodes()[child].full;
        low += card.nodes()[child].low;
        high += card.nodes()[child].high;
      }
      CHECK(close(points, node.points, eps));
      CHECK(close(full, node.full, eps));
      CHECK(close(low, node.low, eps));
      CHECK(close(high, node.high, eps));
      if (framework.missing() == Missing::zero) CHECK(close(node.score * node.full, node.points, eps));
    }
    CHECK(close(card.nodes()[0].full, framework.full(), eps));
  }
}

TEST_CASE("the tree adds up as plain recursion does") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(2, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const Scorecard card = score(framework, evidence_of(framework, random_facts(dice, framework)));
    const LeafScores leaves = leaf_scores(card);
    for (std::uint32_t i = 0; i < card.nodes().size(); ++i) {
      CHECK(close(card.nodes()[i].score, reference_score(framework, i, leaves).value_or(no_value), 1e-12));
    }
    // The range is the total with everything unassessed at nothing and at full marks.
    LeafScores worst, best;
    for (const std::uint32_t node : framework.indicators()) {
      worst[node] = leaves.count(node) != 0 ? leaves.at(node) : 0;
      best[node] = leaves.count(node) != 0 ? leaves.at(node) : 1;
    }
    CHECK(close(card.low(), reference_total(framework, worst), slack(framework)));
    CHECK(close(card.high(), reference_total(framework, best), slack(framework)));
  }
}

TEST_CASE("scoring twice gives the same bits") {
  for (std::uint64_t world = 0; world < 200; ++world) {
    Dice dice(3, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const EvidenceSet evidence = evidence_of(framework, random_facts(dice, framework));
    CHECK(same_bits(score(framework, evidence).nodes(), score(framework, evidence).nodes()));
  }
}

TEST_CASE("multiplying the weights of siblings changes nothing") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(4, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const Framework other = rescaled(framework, dice);
    const EvidenceSet evidence = evidence_of(framework, random_facts(dice, framework));
    const Scorecard one = score(framework, evidence), two = score(other, evidence);
    for (std::size_t i = 0; i < one.nodes().size(); ++i) {
      CHECK(close(one.nodes()[i].score, two.nodes()[i].score, 1e-12));
      CHECK(close(one.nodes()[i].points, two.nodes()[i].points, slack(framework)));
      CHECK(close(one.nodes()[i].coverage, two.nodes()[i].coverage, 1e-12));
    }
  }
}

TEST_CASE("the order of siblings changes nothing but the last bits") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(5, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const Framework other = shuffled(framework, dice);
    const EvidenceSet evidence = evidence_of(framework, random_facts(dice, framework));
    const Scorecard one = score(framework, evidence), two = score(other, evidence);
    for (std::size_t i = 0; i < one.nodes().size(); ++i) {
      CHECK(close(one.nodes()[i].score, two.nodes()[i].score, 1e-12));
      CHECK(close(one.nodes()[i].high, two.nodes()[i].high, slack(framework)));
      CHECK(one.nodes()[i].state == two.nodes()[i].state);
    }
  }
}

TEST_CASE("the order in which evidence was found changes nothing") {
  for (std::uint64_t world = 0; world < 300; ++world) {
    CAPTURE(world);
    Dice dice(6, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const EvidenceSet evidence = evidence_of(framework, random_facts(dice, framework));
    std::vector<Evidence> items(evidence.items().begin(), evidence.items().end());
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[dice.below(static_cast<std::uint32_t>(i))]);
    const EvidenceSet other(evidence.document(), evidence.rules_fingerprint(), items);
    CHECK(same_bits(score(framework, evidence).nodes(), score(framework, other).nodes()));
  }
}

TEST_CASE("more and higher achievements never lower a score where nothing falls") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(7, world);
    const Framework framework = random_framework(dice, {Missing::zero, true});
    std::vector<Saying> facts = random_facts(dice, framework);
    Scorecard before = score(framework, evidence_of(framework, facts));
    for (int step = 0; step < 5; ++step) {
      const bool raise = !facts.empty() && dice.chance(0.5);
      if (raise) {
        Saying& chosen = facts[dice.below(static_cast<std::uint32_t>(facts.size()))];
        chosen.value += 20 * dice.unit();
      } else {
        Saying more = random_fact(dice, dice.below(static_cast<std::uint32_t>(framework.indicators().size())));
        more.status = Status::achieved;
        facts.push_back(more);
      }
      const Scorecard after = score(framework, evidence_of(framework, facts));
      for (std::size_t i = 0; i < after.nodes().size(); ++i) {
        const double was = std::isnan(before.nodes()[i].score) ? 0 : before.nodes()[i].score;
        const double is = std::isnan(after.nodes()[i].score) ? 0 : after.nodes()[i].score;
        CHECK(is >= was - 1e-12);
      }
      before = after;
    }
  }
}

TEST_CASE("plans and repetitions never move a score") {
  for (std::uint64_t world = 0; world < 300; ++world) {
    CAPTURE(world);
    Dice dice(8, world);
    const Framework framework = random_framework(dice, {policy(world), false});
    const std::vector<Saying> facts = random_facts(dice, framework);
    const Scorecard before = score(framework, evidence_of(framework, facts));
    std::vector<Evidence> items(before.evidence().items().begin(), before.evidence().items().end());
    for (std::uint32_t i = 0, count = static_cast<std::uint32_t>(items.size()); i < count; ++i) {
      items.push_back(items[i]);
      items.back().duplicate_of = i;
    }
    const EvidenceSet repeated(before.document(), framework.rules_fingerprint(), items);
    const Scorecard again = score(framework, repeated);
    for (std::size_t i = 0; i < before.nodes().size(); ++i) CHECK(close(again.nodes()[i].score, before.nodes()[i].score, 0));

    std::vector<Saying> plans = facts;
    for (std::uint32_t i = 0; i < framework.indicators().size(); ++i)
      plans.push_back(with_status(random_fact(dice, i), Status::planned));
    const Scorecard planned = score(framework, evidence_of(framework, plans));
    for (std::size_t i = 0; i < before.nodes().size(); ++i) CHECK(close(planned.nodes()[i].score, before.nodes()[i].score, 0));
  }
}

}  // namespace rulescore
