// Vetoes, bands and how a total is graded.
#include "score/veto.hpp"

#include "score/score.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <string>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

// 1 A, 2 B; bands at 90, 80, 60.
Framework with(std::vector<Veto> vetoes, std::uint32_t node = 1, bool lowest = true) {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, TreeBuilder::shapes({Proportion{100}}));
  builder.indicator(0, "B", 9, TreeBuilder::shapes({Proportion{100}}));
  FrameworkModel& model = builder.model();
  model.bands = {{90, {"优", "good"}}, {80, {"良", "fair"}}, {60, {"中", "pass"}}};
  if (lowest) model.bands.push_back({0, {"差", "poor"}});
  model.node_rules.resize(3);
  model.node_rules[node].vetoes = std::move(vetoes);
  return builder.build();
}

Scorecard card(const Framework& framework, const std::vector<Saying>& facts) {
  return score(framework, evidence_of(framework, facts));
}

std::string band(const Scorecard& card) { return card.band() == nullptr ? "none" : card.band()->name.zh; }

Veto below(double share, VetoEffect effect, std::uint16_t band = 0) { return {share, std::nullopt, effect, band}; }
Veto found(std::uint16_t rule, VetoEffect effect, std::uint16_t band = 0) { return {std::nullopt, rule, effect, band}; }

const std::vector<Saying> high = {fact(0, 0, 50), fact(1, 0, 100)};  // 95

}  // namespace

TEST_CASE("below: fires under the share, not at it, and never on what wasn't assessed") {
  const Framework framework = with({below(0.6, VetoEffect::fail)});
  CHECK(card(framework, high).failed());
  CHECK(band(card(framework, high)) == "差");
  CHECK_FALSE(card(framework, {fact(0, 0, 60), fact(1, 0, 100)}).failed());
  const Scorecard silent = card(framework, {fact(1, 0, 100)});
  CHECK_FALSE(silent.failed());
  CHECK(band(silent) == "优");
}

TEST_CASE("found: what is done or admitted fires, what is planned doesn't") {
  const Framework framework = with({found(1, VetoEffect::band_at_most, 1)});
  CHECK(band(card(framework, high)) == "优");
  const auto more = [&](Status status) {
    std::vector<Saying> facts = high;
    facts.insert(facts.begin() + 1, with_status(fact(0, 1), status));
    return band(card(framework, facts));
  };
  CHECK(more(Status::achieved) == "良");
  CHECK(more(Status::problem) == "良");
  CHECK(more(Status::planned) == "优");
}

TEST_CASE("of several the strictest holds, and none ever raises a grade") {
  CHECK(band(card(with({below(0.6, VetoEffect::band_at_most, 1), below(0.6, VetoEffect::band, 2)}), high)) == "中");
  CHECK(band(card(with({below(0.6, VetoEffect::band, 1)}), {fact(0, 0, 10), fact(1, 0, 65)})) == "差");
  CHECK(band(card(with({below(0.6, VetoEffect::band, 1)}), {fact(0, 0, 50), fact(1, 0, 70)})) == "中");
}

TEST_CASE("a total below all bands has none, unless a veto names one") {
  const std::vector<Saying> low = {fact(0, 0, 10), fact(1, 0, 10)};
  CHECK(band(card(with({below(0.6, VetoEffect::band_at_most, 2)}, 1, false), low)) == "none");
  CHECK(band(card(with({below(0.6, VetoEffect::fail)}, 1, false), low)) == "中");
}

TEST_CASE("zero: the total is 0, points stay what is proven below; gaps bring nothing while it stands") {
  const Scorecard zeroed = card(with({below(0.6, VetoEffect::zero)}), high);
  CHECK(zeroed.score() == 0);
  CHECK(zeroed.low() == 0);
  CHECK(zeroed.high() == 0);
  CHECK(zeroed.nodes()[2].points == 90);
  CHECK(band(zeroed) == "差");
  CHECK(card(with({below(0.6, VetoEffect::zero)}), {fact(0, 0, 60), fact(1, 0, 100)}).score() == 96);
}

TEST_CASE("a veto of the whole looks at the total, before it acts") {
  CHECK(card(with({below(0.96, VetoEffect::fail)}, 0), high).failed());
  CHECK_FALSE(card(with({below(0.95, VetoEffect::fail)}, 0), high).failed());
}

TEST_CASE("what it says") {
  const Scorecard low = card(with({below(0.6, VetoEffect::band_at_most, 1)}), high);
  REQUIRE(low.vetoes().size() == 1);
  CHECK(low.veto_in_words(low.vetoes()[0]) == "一票否决：A 得分率0.50，低于0.6，等级至多为良");
  CHECK(low.veto_in_words(low.vetoes()[0], "en") == "Veto: A  scores 0.50, below 0.6; no band above fair");
  const Scorecard seen = card(with({found(0, VetoEffect::fail)}), {saying(fact(0, 0, 50), "甲50%")});
  CHECK(seen.veto_in_words(seen.vetoes()[0]) == "一票否决：A ，见“甲50%”，考核不合格");
}

TEST_CASE("rounded half up before it is graded") {
  CHECK(graded(89.5, 0) == 90);
  CHECK(graded(89.49999999, 0) == 89);
  CHECK(graded(89.95, 1) == 90);
  CHECK(graded(1.005, 2) == 1.01);  // the double below 1.005 is meant as 1.005
  CHECK(graded(89.5, {}) == 89.5);
  CHECK(std::isnan(graded(no_value, 1)));
}

TEST_CASE("bands are closed below") {
  const std::vector<Band> bands = {{90, {"优", ""}}, {60, {"中", ""}}};
  CHECK(band_of(bands, 90)->name.zh == "优");
  CHECK(band_of(bands, 89.999)->name.zh == "中");
  CHECK(band_of(bands, 59) == nullptr);
  CHECK(band_of(bands, no_value) == nullptr);
}

}  // namespace rulescore
