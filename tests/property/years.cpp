// Two years of random reports under random trees of every aggregation: causes make the change, nothing changes nothing, and the
// way back is the way there with the sign turned.
#include "property/random_tree.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"

#include <rulescore/compare.hpp>

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

using namespace testing;

constexpr std::uint64_t worlds = 600;

// Plain trees have leaves with problems and costs; the others every aggregation and vetoes.
Framework random_yardstick(Dice& dice, std::uint64_t world) {
  Framework framework = world % 2 == 0 ? random_tree(dice, {}) : random_framework(dice, {Missing::exclude, false});
  FrameworkModel model = framework.model();
  for (const std::uint32_t node : model.indicator_nodes)
    if (dice.chance(0.1)) model.node_rules[node].vetoes.push_back({{}, std::uint16_t{0}, VetoEffect::zero, 0});
  finish(model);
  return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
}

Scorecard random_card(Dice& dice, const Framework& framework, int year) {
  const EvidenceSet set = evidence_of(framework, random_facts(dice, framework));
  Metadata about;
  about.name = "report";
  about.jurisdiction = "甲市";
  about.year = year;
  return score(framework, {Document::from_text(std::string(set.document().text()), about), set.rules_fingerprint(),
                           std::vector<Evidence>(set.items().begin(), set.items().end())});
}

double sum_of(const std::vector<Shift>& shifts) {
  double sum = 0;
  for (const Shift& shift : shifts) sum += shift.points;
  return sum;
}

bool is_opposite(Cause a, Cause b) {
  const auto other = [](Cause cause) {
    switch (cause) {
      case Cause::new_evidence:
        return Cause::lost_evidence;
      case Cause::lost_evidence:
        return Cause::new_evidence;
      case Cause::problem_appeared:
        return Cause::problem_gone;
      case Cause::problem_gone:
        return Cause::problem_appeared;
      default:
        return cause;
    }
  };
  return other(a) == b;
}

}  // namespace

TEST_CASE("causes make the change of the total under any aggregation, policy and veto") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(51, world);
    const Framework framework = random_yardstick(dice, world);
    const Panel before({random_card(dice, framework, 2019)}), after({random_card(dice, framework, 2021)});
    const TwoYears years = *compare_years(before, after).years;
    const double eps = 1e-9 * framework.full();
    CHECK(std::abs(sum_of(years.shifts[0]) - (years.total_after[0] - years.total_before[0])) <= eps);
    if (!std::isnan(before.totals()[0])) CHECK(std::abs(years.total_before[0] - before.totals()[0]) <= eps);
    if (!std::isnan(after.totals()[0])) CHECK(std::abs(years.total_after[0] - after.totals()[0]) <= eps);
    double by_cause = 0;
    for (const CauseSum& sum : sums_by_cause(years.shifts[0])) by_cause += sum.points;
    CHECK(std::abs(by_cause - sum_of(years.shifts[0])) <= eps);
  }
}

TEST_CASE("a year beside itself is no change, and the way back is the way there") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(52, world);
    const Framework framework = random_yardstick(dice, world);
    const Panel before({random_card(dice, framework, 2019)}), after({random_card(dice, framework, 2021)});
    CHECK(compare_years(before, before).years->shifts[0].empty());
    const std::vector<Shift> there = compare_years(before, after).years->shifts[0],
                             back = compare_years(after, before).years->shifts[0];
    REQUIRE(there.size() == back.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
      // Two steps of one indicator are in the other order on the way back.
      std::size_t k = i;
      for (const std::size_t at : {i == 0 ? i : i - 1, i, std::min(i + 1, back.size() - 1)})
        if (back[at].indicator == there[i].indicator && is_opposite(there[i].cause, back[at].cause)) k = at;
      CHECK(is_opposite(there[i].cause, back[k].cause));
      CHECK(std::abs(there[i].points + back[k].points) <= 1e-9 * framework.full());
    }
  }
}

TEST_CASE("where points are added up a cause has the difference of the indicator's points") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(53, world);
    const Framework framework = random_framework(dice, {Missing::zero, false});
    const Panel before({random_card(dice, framework, 2019)}), after({random_card(dice, framework, 2021)});
    const ScoreComparison comparison = compare_years(before, after);
    std::vector<double> points(framework.indicators().size());
    for (const Shift& shift : comparison.years->shifts[0]) points[comparison.indicators[shift.indicator].after] += shift.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::uint32_t node = framework.indicators()[i];
      const double difference = after.cards()[0].nodes()[node].points - before.cards()[0].nodes()[node].points;
      CHECK(std::abs(points[i] - difference) <= 1e-9 * framework.full());
    }
  }
}

TEST_CASE("a changed framework and changed evidence together make the change, too") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(54, world);
    const Framework old_one = random_yardstick(dice, world), new_one = random_yardstick(dice, world / 2);
    const Panel before({random_card(dice, old_one, 2019)}), between({random_card(dice, new_one, 2019)}),
        after({random_card(dice, new_one, 2021)});
    const TwoYears years = *compare_years(before, between, after).years;
    CHECK(std::abs(sum_of(years.shifts[0]) - (years.total_after[0] - years.total_before[0])) <=
          1e-9 * (old_one.full() + new_one.full()));
  }
}

}  // namespace rulescore
