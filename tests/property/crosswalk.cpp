// Laws of crosswalks over random trees with everything a node can say: read as itself a card is the same, to the bit; a gain is
// what a card scored anew would say; coverage, what is silent and what nothing answers make up the whole.
#include "property/random_tree.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/crosswalk.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 1000;

std::string text_of(const Framework& from, const Framework& to, const std::string& answers) {
  return "rulescore: 1\ncrosswalk: w\nfrom: {id: " + from.id() + ", path: ./a}\nto: {id: " + to.id() +
         ", path: ./b}\nanswers: {" + answers + "}\n";
}

Crosswalk identity(const Framework& framework) {
  std::string answers;
  for (const std::uint32_t leaf : framework.indicators())
    answers += (answers.empty() ? "" : ", ") + framework.nodes()[leaf].code + ": {" + framework.nodes()[leaf].code +
               ": {part: 1, back: 1}}";
  return Crosswalk::parse(text_of(framework, framework, answers), framework, framework);
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// Gains are those of the low end there, totals are not.
bool has_bounds(const Framework& to) {
  const auto& rules = to.model().node_rules;
  return std::any_of(rules.begin(), rules.end(), [](const NodeRules& node) { return node.counts_as.kind == Missing::bounds; });
}

// Each node of `to` is answered, now and then, by one or two of `from` whose score means the same.
std::string random_answers(Dice& dice, const Framework& from, const Framework& to) {
  std::string text;
  const auto inside = [&](std::uint32_t a, std::uint32_t b) {
    for (; a != b && a != 0; a = from.nodes()[a].parent) {
    }
    return a == b;
  };
  for (const std::uint32_t leaf : to.indicators()) {
    if (dice.chance(0.25)) continue;
    std::vector<std::uint32_t> chosen;
    std::string sources;
    for (int i = 0; i < 2; ++i) {
      const auto node = static_cast<std::uint32_t>(dice.below(static_cast<std::uint32_t>(from.nodes().size())));
      if (from.model().node_rules[node].sign != to.model().node_rules[leaf].sign) continue;
      if (!chosen.empty() && (inside(node, chosen[0]) || inside(chosen[0], node))) continue;
      chosen.push_back(node);
      const int part = static_cast<int>(1 + dice.below(50));
      sources += (sources.empty() ? "" : ", ") + from.nodes()[node].code + ": " + std::to_string(part) + "%";
    }
    if (!sources.empty()) text += (text.empty() ? "" : ", ") + to.nodes()[leaf].code + ": {" + sources + "}";
  }
  return text;
}

}  // namespace

TEST_CASE("a card read as its own framework's is the same card, to the bit") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    Dice dice(world);
    const Framework framework = random_tree(dice, {});
    const Scorecard here = score(framework, evidence_of_2020(dice, framework));
    const Crossed there = crossed(here, identity(framework));
    INFO("world " << world);
    for (std::size_t i = 0; i < here.nodes().size(); ++i) {
      const NodeScore &a = here.nodes()[i], &b = there.nodes()[i];
      CHECK(same(a.score, b.score));
      CHECK(a.points == b.points);
      CHECK(a.full == b.full);
      CHECK(a.low == b.low);
      CHECK(a.high == b.high);
      CHECK(a.coverage == b.coverage);
      CHECK(a.state == b.state);
    }
    CHECK(there.unmapped() == 0);
    const CommonTotal common = common_total(here, identity(framework));
    CHECK(common.left_out == 0);
  }
}

TEST_CASE("a gain there is what a card scored anew says") {
  int moved = 0;
  for (std::uint64_t world = 0; world < worlds; ++world) {
    Dice dice(7'000'000 + world);
    const Framework from = random_tree(dice, {}), to = random_tree(dice, {});
    const std::string answers = random_answers(dice, from, to);
    if (answers.empty() || has_bounds(to)) continue;
    const Crosswalk crosswalk = Crosswalk::parse(text_of(from, to, answers), from, to);
    const EvidenceSet evidence = evidence_of_2020(dice, from);
    const Scorecard here = score(from, evidence);
    const Crossed now = crossed(here, crosswalk);
    CrossedGains gains(here, crosswalk);
    INFO("world " << world);
    if (!std::isnan(now.score())) CHECK(std::abs(gains.total() - now.score()) <= 1e-9);
    for (const std::uint32_t leaf : from.indicators()) {
      if (here.nodes()[leaf].state == State::not_applicable) continue;
      const double target = dice.unit();
      std::vector<NodeScore> nodes(here.nodes().begin(), here.nodes().end());
      nodes[leaf].score = target;
      nodes[leaf].state = State::evidenced;
      const Crossed then = crossed(Scorecard(from, evidence, nodes), crosswalk);
      if (std::isnan(now.score()) || std::isnan(then.score())) continue;
      const double gain = gains.gain(leaf, target);
      CHECK(std::abs(gain - (then.score() - now.score())) <= 1e-9);
      moved += gain != 0 ? 1 : 0;
    }
  }
  CHECK(moved > 900);
}

TEST_CASE("the parts of a crossed card make up the whole") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    Dice dice(9'000'000 + world);
    const Framework from = random_tree(dice, {true, true, true}), to = random_tree(dice, {true, true, true});
    const std::string answers = random_answers(dice, from, to);
    if (answers.empty()) continue;
    const Crosswalk crosswalk = Crosswalk::parse(text_of(from, to, answers), from, to);
    const Crossed there = crossed(score(from, evidence_of_2020(dice, from)), crosswalk);
    INFO("world " << world);
    for (std::size_t i = 0; i < to.nodes().size(); ++i) {
      const NodeScore& crossed_node = there.nodes()[i];
      CHECK(crossed_node.coverage + there.unmapped_shares()[i] <= 1 + 1e-9);
      CHECK(crossed_node.low <= crossed_node.high + 1e-9);
      // What counts as full marks rests on nothing, and what stands beside the weighted ones brings no more than its full marks.
      if (!to.nodes()[i].is_indicator() || crossed_node.state == State::not_applicable || to.nodes()[i].role != Role::weighted)
        continue;
      double points = 0;
      for (std::size_t link = 0; link < crosswalk.links().size(); ++link)
        if (crosswalk.links()[link].to == i) points += there.links()[link].points;
      CHECK(std::abs(points - crossed_node.points) <= 1e-9);
    }
  }
}

}  // namespace rulescore
