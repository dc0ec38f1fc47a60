// What-ifs over random trees with every aggregation, policy, bonus, deduction, floor and cap: suppose everything at full marks,
// and it is full; suppose nothing, and it is the card; suppose a score, and it is what scoring that evidence would say.
#include "property/random_tree.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/what_if.hpp>

#include <cmath>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 400;

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

Fact supposed(const Framework& framework, std::uint32_t leaf, double score) {
  Fact fact;
  fact.kind = SourceKind::intended;
  fact.indicator = framework.nodes()[leaf].code;
  fact.value = score;
  fact.unit = score_unit;
  fact.source = fact.where = fact.indicator;
  return fact;
}

TEST_CASE("everything at full marks is full, whatever was found") {
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    Dice dice(seed, 71);
    const Framework framework = random_framework(dice, {static_cast<Missing>(dice.below(2)), false});
    const Scorecard card = score(framework, evidence_of(framework, random_facts(dice, framework)));
    std::vector<Fact> all;
    for (const std::uint32_t leaf : framework.indicators())
      all.push_back(intend(framework.nodes()[leaf].code + "=full", framework));
    const WhatIf what = what_if(card, all);
    INFO("seed " << seed);
    CHECK(what.after.score() == framework.full());
    CHECK(what.after.coverage() == Approx(1));
  }
}

TEST_CASE("a figure supposed is a figure found, for every aggregation") {
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    Dice dice(seed, 72);
    const Framework framework = random_tree(dice, {});
    const EvidenceSet evidence = evidence_of_2020(dice, framework);
    const Scorecard card = score(framework, evidence);
    const auto leaf = dice.below(static_cast<std::uint32_t>(framework.indicators().size()));
    const double share = std::floor(1000 * dice.unit()) / 1000;
    const Fact fact = supposed(framework, framework.indicators()[leaf], share);
    const WhatIf what = what_if(card, {&fact, 1});

    std::vector<Evidence> edited;  // what would have been found
    for (const Evidence& piece : evidence.items())
      if (piece.indicator != leaf) edited.push_back(piece);
    Evidence piece;
    piece.indicator = leaf;
    piece.value = 100 * share;
    piece.unit = "%";
    edited.push_back(piece);
    const Scorecard wanted = score(framework, EvidenceSet(evidence.document(), evidence.rules_fingerprint(), edited));
    INFO("seed " << seed);
    for (std::size_t i = 0; i < card.nodes().size(); ++i) {
      const double got = what.after.nodes()[i].score, want = wanted.nodes()[i].score;
      CHECK((same(got, want) || std::abs(got - want) <= 1e-12));
      CHECK(std::abs(what.after.nodes()[i].points - wanted.nodes()[i].points) <= 1e-9);
    }
    const WhatIf nothing = what_if(card, {});
    CHECK(same(nothing.after.score(), card.score()));
    CHECK(nothing.changed.empty());
  }
}

}  // namespace
}  // namespace rulescore
