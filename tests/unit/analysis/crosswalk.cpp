// Small cards read as another framework's, every figure reckoned by hand.
#include "score/score.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/crosswalk.hpp>
#include <rulescore/error.hpp>
#include <rulescore/panel.hpp>

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::fact;
using testing::TreeBuilder;

ScoreBlock percentage() { return TreeBuilder::shapes({Proportion{100}}); }

// A (weight 3) = {A1, A2 (weight 2)}, B = {B1}; C stands alone with no weight in mind: 1.
Framework before(Missing missing = Missing::zero) {
  TreeBuilder tree(missing);
  tree.model().id = "old";
  const std::uint32_t a = tree.group(0, "A", 3), b = tree.group(0, "B", 1);
  (void)b;
  tree.indicator(a, "A1", 1, percentage());
  tree.indicator(a, "A2", 2, percentage());
  tree.indicator(b, "B1", 1, percentage());
  tree.indicator(0, "C", 1, percentage());
  return tree.build();
}

// X = {X1 (weight 3), X2}, Y; out of 10 points.
Framework after(Missing missing = Missing::zero) {
  TreeBuilder tree(missing, 10);
  tree.model().id = "new";
  const std::uint32_t x = tree.group(0, "X");
  tree.indicator(x, "X1", 3, percentage());
  tree.indicator(x, "X2", 1, percentage());
  tree.indicator(0, "Y", 1, percentage());
  return tree.build();
}

const std::string head = "rulescore: 1\ncrosswalk: walk\nfrom: {id: old, path: ../old}\nto: {id: new, path: ../new}\nanswers: ";

Crosswalk walk(const std::string& answers, Missing missing = Missing::zero) {
  return Crosswalk::parse(head + answers + "\n", before(), after(missing));
}

// Percentages of A1, A2, B1, C; below 0: not a word about it.
Scorecard card(const std::vector<double>& percent, const Framework& framework = before()) {
  std::vector<testing::Saying> facts;
  for (std::uint32_t i = 0; i < percent.size(); ++i)
    if (percent[i] >= 0) facts.push_back(fact(i, 0, percent[i]));
  return score(framework, testing::evidence_of(framework, facts));
}

const NodeScore& node(const Crossed& there, const char* code) { return there.nodes()[there.crosswalk().to().at(code)]; }

}  // namespace

TEST_CASE("a node's score is that of what answers it, by parts") {
  const Crossed there = crossed(card({80, 50, 40, 100}), walk("{X1: {A1: 75%, B1: 25%}, X2: A2, Y: C}"));
  CHECK(node(there, "X1").score == Approx(0.75 * 0.8 + 0.25 * 0.4));  // 0.7
  CHECK(node(there, "X2").score == 0.5);
  CHECK(node(there, "X").score == Approx((3 * 0.7 + 0.5) / 4));  // 0.65
  CHECK(node(there, "Y").score == 1);
  CHECK(there.score() == Approx(8.25));
  CHECK(there.full() == 10);
  CHECK(there.coverage() == 1);
  CHECK(there.unmapped() == 0);
  CHECK(there.low() == Approx(8.25));
  CHECK(there.high() == Approx(8.25));
  // X1 is 3/8 of the whole: 3.75 points, of which A1 earns 0.6 and B1 0.1.
  CHECK(there.links()[0].full == Approx(3.75 * 0.75));
  CHECK(there.links()[0].points == Approx(3.75 * 0.6));
  CHECK(there.links()[1].points == Approx(3.75 * 0.1));
  CHECK(there.links()[0].points + there.links()[1].points == Approx(node(there, "X1").points).epsilon(1e-12));
}

TEST_CASE("a group answers with the score its own framework gives it") {
  const Scorecard here = card({80, 50, 40, 100});
  const Crossed there = crossed(here, walk("{Y: A}"));
  CHECK(node(there, "Y").score == Approx((0.8 + 2 * 0.5) / 3));
  CHECK(node(there, "Y").score == here.nodes()[here.framework().at("A")].score);
  CHECK(there.unmapped() == 0.5);  // X
  CHECK(std::isnan(node(there, "X1").score));
  CHECK(node(there, "X").score == 0);  // `missing: zero`
  CHECK(there.coverage() == 0.5);
}

TEST_CASE("what isn't assessed, and what nothing answers, counts as the second framework says") {
  const std::string answers = "{X1: {A1: 50%, B1: 30%}, X2: A2, Y: C}";  // a fifth of X1 is open
  const Scorecard here = card({80, -1, -1, 60});                         // B1 and A2 are silent
  const auto score_under = [&](Missing missing, const char* code) {
    return node(crossed(here, walk(answers, missing)), code).score;
  };
  CHECK(score_under(Missing::zero, "X1") == Approx(0.5 * 0.8));
  CHECK(score_under(Missing::exclude, "X1") == Approx(0.8));
  CHECK(score_under(Missing::full, "X1") == Approx(0.5 * 0.8 + 0.5));
  CHECK(std::isnan(score_under(Missing::bounds, "X1")));
  CHECK(std::isnan(score_under(Missing::zero, "X2")));
  CHECK(score_under(Missing::zero, "X") == Approx(3 * 0.4 / 4));
  CHECK(score_under(Missing::exclude, "X") == Approx(0.8));
  const Crossed there = crossed(here, walk(answers));
  CHECK(node(there, "X1").coverage == 0.5);
  CHECK(there.unmapped_shares()[there.crosswalk().to().at("X1")] == Approx(0.2));
  CHECK(node(there, "X1").low == Approx(3.75 * 0.4));
  CHECK(node(there, "X1").high == Approx(3.75 * 0.9));
  CHECK(there.coverage() == Approx(0.375 * 0.5 + 0.5));
  CHECK(there.unmapped() == Approx(0.375 * 0.2));
  CHECK(there.low() == Approx(1.5 + 3));
  CHECK(there.high() == Approx(3.375 + 1.25 + 3));
}

TEST_CASE("the first framework's own policy has no say in the second") {
  const Crosswalk crosswalk = Crosswalk::parse(head + "{Y: A}\n", before(Missing::exclude), after());
  const Scorecard here = card({80, -1, -1, -1}, before(Missing::exclude));
  CHECK(here.nodes()[here.framework().at("A")].score == Approx(0.8));
  CHECK(node(crossed(here, crosswalk), "Y").score == Approx(0.8 / 3));
}

TEST_CASE("an answered group is answered in each of its indicators alike") {
  const Crossed there = crossed(card({80, 50, 40, 100}), walk("{X: {A1: 50%}}"));
  CHECK(node(there, "X1").score == Approx(0.4));
  CHECK(node(there, "X2").score == Approx(0.4));
  CHECK(node(there, "X").score == Approx(0.4));
  CHECK(there.links()[0].points == Approx(5 * 0.4));
  CHECK(there.links()[0].full == Approx(2.5));
  CHECK(there.links()[0].coverage == Approx(1));
}

TEST_CASE("evidence is the first card's, each piece once") {
  const Crossed there = crossed(card({80, 50, 40, 100}), walk("{X1: {A1: 75%, B1: 25%}, X2: A1, Y: A}"));
  const auto pieces = [&](const char* code) { return there.evidence(there.crosswalk().to().at(code)); };
  CHECK(pieces("X1") == std::vector<std::uint32_t>{0, 2});
  CHECK(pieces("X2") == std::vector<std::uint32_t>{0});
  CHECK(pieces("X") == std::vector<std::uint32_t>{0, 2});
  CHECK(pieces("Y") == std::vector<std::uint32_t>{0, 1});
  CHECK(there.evidence(0) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("states are those of what answers") {
  const Crossed there = crossed(card({80, -1, -1, -1}), walk("{X1: A1, X2: A2}"));
  CHECK(node(there, "X1").state == State::evidenced);
  CHECK(node(there, "X2").state == State::no_evidence);
  CHECK(node(there, "X").state == State::evidenced);
  CHECK(node(there, "Y").state == State::no_evidence);
}

TEST_CASE("a bonus of the second framework is earned through the crosswalk") {
  TreeBuilder tree(Missing::zero, 10);
  tree.model().id = "new";
  tree.indicator(0, "Y", 1, percentage());
  const std::uint32_t extra = tree.indicator(0, "Z", 0, percentage());
  tree.model().nodes[extra].role = Role::bonus;
  tree.model().node_rules.resize(tree.model().nodes.size());
  tree.model().node_rules[extra].full = 2;
  const Crosswalk crosswalk = Crosswalk::parse(head + "{Y: C, Z: A1}\n", before(), tree.build());
  const Crossed there = crossed(card({80, 50, 40, 50}), crosswalk);
  CHECK(there.score() == Approx(5 + 1.6));
  CHECK(node(there, "Z").points == Approx(1.6));
  CHECK(crossed_gain(there.card(), crosswalk, there.card().framework().at("A1"), 1) == Approx(0.4));
}

TEST_CASE("what isn't meant for a document leaves, whichever framework says so") {
  TreeBuilder tree(Missing::zero, 10);
  tree.model().id = "new";
  tree.indicator(0, "Y", 1, percentage());
  const std::uint32_t cities = tree.indicator(0, "Z", 1, percentage());
  tree.model().node_rules.resize(tree.model().nodes.size());
  tree.model().node_rules[cities].applies.level = {"prefecture"};
  const Crosswalk crosswalk = Crosswalk::parse(head + "{Y: C, Z: A1}\n", before(), tree.build());
  const Scorecard plain = card({80, 50, 40, 50});
  Metadata county;
  county.name = "report";
  county.level = "county";
  const EvidenceSet moved(Document::from_text(std::string(plain.document().text()), county), plain.evidence().rules_fingerprint(),
                          {plain.evidence().items().begin(), plain.evidence().items().end()});
  const Scorecard here = score(before(), moved);
  CHECK(crossed(plain, crosswalk).score() == Approx(6.5));
  const Crossed there = crossed(here, crosswalk);
  CHECK(there.score() == Approx(5));
  CHECK(node(there, "Z").state == State::not_applicable);
  CHECK(there.coverage() == 1);
  CHECK(crossed_gain(here, crosswalk, here.framework().at("A1"), 1) == 0);
}

TEST_CASE("a gain there is what the total there becomes") {
  const Scorecard here = card({80, -1, 40, 100});
  const Crosswalk crosswalk = walk("{X1: {A1: 75%, B1: 25%}, X2: A1, Y: A}");
  CrossedGains gains(here, crosswalk);
  const double total = gains.total();
  CHECK(total == Approx(crossed(here, crosswalk).score()));
  // A1 to full marks: X1 + 0.15, X2 + 0.2, Y + 0.2/3
  const Framework& from = here.framework();
  CHECK(gains.gain(from.at("A1"), 1) == Approx(3.75 * 0.15 + 1.25 * 0.2 + 5 * 0.2 / 3));
  CHECK(gains.gain(from.at("A2"), 1) == Approx(5 * 2.0 / 3));
  CHECK(gains.gain(from.at("C"), 0) == 0);  // answers nothing
  CHECK(gains.total() == total);            // nothing was kept
  gains.set(from.at("A2"), 1);
  CHECK(gains.total() == Approx(total + 5 * 2.0 / 3));
  CHECK(gains.gain(from.at("A1"), 1) == Approx(3.75 * 0.15 + 1.25 * 0.2 + 5 * 0.2 / 3));
  CHECK_THROWS_WITH(gains.gain(from.at("A"), 1), "a gain is of an indicator of old; `A` is a group");
  CHECK_THROWS_WITH(gains.gain(99, 1), "a gain is of an indicator of old");
}

TEST_CASE("fixes are sorted by what they bring in both") {
  const Scorecard here = card({80, -1, 40, 100});
  const std::vector<SharedFix> fixes = shared_fixes(here, walk("{X1: B1, X2: A1}"));
  REQUIRE(fixes.size() == 3);
  const auto code = [&](std::size_t i) { return here.framework().nodes()[fixes[i].gap.node].code; };
  // A2: 3/5 x 2/3 of 100 here, nothing there. B1: 0.6/5 of 100 here, 0.6 x 3.75 of 10 there. A1: 0.2 x 1/5, 0.2 x 1.25.
  CHECK(code(0) == "A2");
  CHECK(fixes[0].gap.gain == Approx(40));
  CHECK(fixes[0].gain_there == 0);
  CHECK(fixes[0].serves.empty());
  CHECK(code(1) == "B1");
  CHECK(fixes[1].gap.gain == Approx(12));
  CHECK(fixes[1].gain_there == Approx(2.25));
  CHECK(fixes[1].serves == std::vector<std::uint32_t>{after().at("X1")});
  CHECK(code(2) == "A1");
  CHECK(fixes[2].gap.gain == Approx(4));
  CHECK(fixes[2].gain_there == Approx(0.25));
}

TEST_CASE("years under either framework stand on what both ask for") {
  const Crosswalk crosswalk = walk("{X1: {A1: 50%}, Y: C}");  // half of X1 (3/8) and Y (1/2): 11/16 of the whole
  const CommonTotal later = common_total(card({80, 50, 40, 60}), crosswalk);
  CHECK(later.score == Approx(10 * (0.1875 * 0.8 + 0.5 * 0.6) / 0.6875));
  CHECK(later.full == 10);
  CHECK(later.coverage == Approx(1));
  CHECK(later.left_out == Approx(1 - (0.6 / 3 + 0.2)));                              // A2 and B1 answer nothing
  const CommonTotal earlier = common_total(card({80, 10, 60}, after()), crosswalk);  // X1, X2, Y
  CHECK(earlier.score == Approx(10 * (0.1875 * 0.8 + 0.5 * 0.6) / 0.6875));
  CHECK(earlier.left_out == Approx(1 - 0.6875));
  const CommonTotal half = common_total(card({80, 50, 40, -1}), crosswalk);
  CHECK(half.coverage == Approx(0.1875 / 0.6875));
  CHECK(half.high - half.low == Approx(10 * 0.5 / 0.6875));
  CHECK(std::isnan(common_total(card({80, 50, 40, 60}, before()), walk("{X1: A1}").between(before(), after())).left_out) ==
        false);
}

TEST_CASE("a card of another framework is refused") {
  const Scorecard edited = card({80, 50, 40, 60}, before().with_weight("A", 1));
  const Crosswalk crosswalk = walk("{X1: A1}");
  CHECK_THROWS_AS(crossed(edited, crosswalk), UsageError);
  CHECK_THROWS_AS(CrossedGains(edited, crosswalk), UsageError);
  CHECK_THROWS_AS(common_total(edited, crosswalk), UsageError);
  CHECK(crossed(edited, crosswalk.between(edited.framework(), crosswalk.to())).score() == Approx(10 * 0.375 * 0.8));
}

TEST_CASE("three hundred cards by a hundred indicators take well under a second") {
  TreeBuilder old_tree, new_tree;
  old_tree.model().id = "old";
  new_tree.model().id = "new";
  std::string answers = "{";
  for (int g = 0; g < 10; ++g) {
    const std::uint32_t group = old_tree.group(0, testing::numbered("G", static_cast<std::size_t>(g)));
    for (int i = 0; i < 10; ++i)
      old_tree.indicator(group, testing::numbered("I", static_cast<std::size_t>(10 * g + i)), 1, percentage());
    new_tree.indicator(0, testing::numbered("H", static_cast<std::size_t>(g)), 1, percentage());
    answers += (g == 0 ? "" : ", ") + std::string("H") + std::to_string(g) + ": G" + std::to_string(g);
  }
  const Framework from = old_tree.build();
  const Crosswalk crosswalk = Crosswalk::parse(head + answers + "}\n", from, new_tree.build());
  const Scorecard here = card(std::vector<double>(100, 50), from);
  const auto begin = std::chrono::steady_clock::now();
  double sum = 0;
  for (int i = 0; i < 300; ++i) {
    CrossedGains gains(here, crosswalk);
    for (const std::uint32_t leaf : from.indicators()) sum += gains.gain(leaf, 1);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  INFO(took.count() << " s");
  CHECK(sum == Approx(300 * 50));
  CHECK(took.count() < 1);
}

}  // namespace rulescore
