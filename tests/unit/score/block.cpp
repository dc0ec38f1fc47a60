// How rules combine, what problems cost, and which of the states an indicator is in.
#include "score/block.hpp"

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

using testing::About;
using testing::TreeBuilder;

Evidence piece(std::uint16_t rule, double value, Status status = Status::achieved) {
  Evidence evidence;
  evidence.rule = rule;
  evidence.value = value;
  evidence.status = status;
  return evidence;
}

Verdict judge_all(const ScoreBlock& block, const std::vector<Evidence>& items) {
  return judge(block, {items, {}, 0, static_cast<std::uint32_t>(items.size())});
}

// Three rules whose figure is their score in percent.
ScoreBlock three(Take take) { return TreeBuilder::shapes({Proportion{100}, Proportion{100}, Proportion{100}}, take); }

}  // namespace

TEST_CASE("best takes the highest, the first of equals") {
  const Verdict verdict = judge_all(three(Take::best), {piece(0, 40), piece(1, 70), piece(2, 70)});
  CHECK(verdict.score == 0.7);
  CHECK(verdict.rule == 1);
  CHECK(verdict.piece == 1);
  CHECK(verdict.part == Part::rules);
}

TEST_CASE("best takes a rule that found something over one that found nothing, even at 0") {
  const Verdict verdict = judge_all(three(Take::best), {piece(2, 0)});
  CHECK(verdict.score == 0);
  CHECK(verdict.rule == 2);
}

TEST_CASE("sum adds up to at most 1 and names the largest part") {
  CHECK(judge_all(three(Take::sum), {piece(0, 25), piece(2, 50)}).score == 0.75);
  CHECK(judge_all(three(Take::sum), {piece(0, 60), piece(1, 70)}).score == 1);
  CHECK(judge_all(three(Take::sum), {piece(0, 25), piece(2, 50)}).rule == 2);
}

TEST_CASE("mean runs over all rules named, by their weights") {
  ScoreBlock block = three(Take::mean);
  CHECK(judge_all(block, {piece(0, 60), piece(1, 30)}).score == About(0.3));
  block.rules[0].weight = 2;
  CHECK(judge_all(block, {piece(0, 60), piece(1, 80)}).score == 0.5);
  CHECK(judge_all(block, {piece(0, 60), piece(1, 80)}).rule == 0);  // 2 * 0.6 weighs more than 0.8
}

TEST_CASE("min is the weakest of all rules named; a missing one is worth nothing") {
  const Verdict complete = judge_all(three(Take::min), {piece(0, 60), piece(1, 30), piece(2, 90)});
  CHECK(complete.score == 0.3);
  CHECK(complete.rule == 1);
  const Verdict missing = judge_all(three(Take::min), {piece(0, 60), piece(2, 90)});
  CHECK(missing.score == 0);
  CHECK(missing.rule == 1);
  CHECK(missing.piece == Evidence::none);
}

TEST_CASE("all_of needs every rule, and the lowest counts") {
  ScoreBlock block;
  block.all_of = three(Take::best).rules;
  const Verdict all = judge_all(block, {piece(0, 100), piece(1, 80), piece(2, 90)});
  CHECK(all.score == 0.8);
  CHECK(all.rule == 1);
  CHECK(all.part == Part::all_of);
  const Verdict two = judge_all(block, {piece(0, 100), piece(1, 80)});
  CHECK(two.score == 0);
  CHECK(two.state == State::evidenced);
}

TEST_CASE("all_of is one more term beside the rules") {
  ScoreBlock block = TreeBuilder::shapes({Presence{0.5}}, Take::best);
  block.all_of = {{1, Proportion{100}, 1}, {2, Proportion{100}, 1}};
  CHECK(judge_all(block, {piece(0, 0), piece(1, 90), piece(2, 70)}).score == 0.7);
  CHECK(judge_all(block, {piece(0, 0), piece(1, 90)}).score == 0.5);
  block.take = Take::sum;
  CHECK(judge_all(block, {piece(0, 0), piece(1, 90), piece(2, 25)}).score == 0.75);
  block.take = Take::mean;
  CHECK(judge_all(block, {piece(0, 0), piece(1, 90), piece(2, 25)}).score == 0.375);
}

TEST_CASE("otherwise steps in when all else earns nothing") {
  ScoreBlock block = TreeBuilder::shapes({AtLeast{100}});
  block.otherwise = {{1, Presence{0.3}, 1}, {2, Presence{0.5}, 1}};
  const Verdict instead = judge_all(block, {piece(0, 80), piece(1, 1), piece(2, 1)});
  CHECK(instead.score == 0.5);
  CHECK(instead.rule == 2);
  CHECK(instead.part == Part::otherwise);
  CHECK(judge_all(block, {piece(0, 100), piece(2, 1)}).score == 1);
  CHECK(judge_all(block, {piece(1, 1)}).score == 0.3);
  const Verdict none = judge_all(block, {piece(0, 80)});
  CHECK(none.score == 0);
  CHECK(none.rule == 0);
}

TEST_CASE("an admitted problem costs once, and never below 0") {
  ScoreBlock block = three(Take::best);
  block.problem_cost = 0.2;
  const Evidence problem = piece(0, no_value, Status::problem);
  CHECK(judge_all(block, {piece(0, 75), problem, problem}).score == About(0.55));
  CHECK(judge_all(block, {piece(0, 10), problem}).score == 0);
  CHECK(judge_all(block, {piece(0, 75), problem}).state == State::evidenced);
  block.problem_cost = 0;
  CHECK(judge_all(block, {piece(0, 75), problem}).score == 0.75);
}

TEST_CASE("the states don't collapse") {
  const ScoreBlock block = three(Take::best);
  const Evidence planned = piece(0, 100, Status::planned), problem = piece(0, 100, Status::problem);
  CHECK(judge_all(block, {}).state == State::no_evidence);
  CHECK(std::isnan(judge_all(block, {}).score));
  CHECK(judge_all(block, {planned}).state == State::only_planned);
  CHECK(std::isnan(judge_all(block, {planned}).score));
  CHECK(judge_all(block, {planned, problem}).state == State::problem);
  CHECK(judge_all(block, {problem}).score == 0);
  CHECK(judge_all(block, {planned, problem, piece(0, 0)}).state == State::evidenced);
}

TEST_CASE("evidence that no shape looks at makes an indicator evidenced and earns nothing") {
  const Verdict verdict = judge_all(three(Take::best), {piece(9, 100)});
  CHECK(verdict.state == State::evidenced);
  CHECK(verdict.score == 0);
  CHECK(verdict.rule == no_rule);
}

TEST_CASE("an indicator sees its own part of the evidence only") {
  const std::vector<Evidence> items = {piece(0, 90), piece(0, 40), piece(0, 80)};
  CHECK(judge(three(Take::best), {items, {}, 1, 2}).score == 0.4);
  CHECK(judge(three(Take::best), {items, {}, 1, 2}).piece == 1);
  CHECK(judge(three(Take::best), {items, {}, 1, 1}).state == State::no_evidence);
}

}  // namespace rulescore
