// Places by hand: what counts as a lack, who is counted, what is lacked together, who leads; and clusters against a naive second
// opinion.
#include "analysis/linkage.hpp"
#include "base/random.hpp"
#include "score/score.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/error.hpp>
#include <rulescore/places.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

using testing::fact;
using testing::Saying;
using testing::TreeBuilder;
using testing::with_status;

using Indices = std::vector<std::uint32_t>;

struct Place {
  std::string jurisdiction, level;
  std::vector<Saying> facts;
  int year = 2020;
};

Scorecard card(const Framework& framework, const Place& place) {
  const EvidenceSet set = testing::evidence_of(framework, place.facts);
  Metadata about;
  about.name = place.jurisdiction + std::to_string(place.year);
  about.jurisdiction = place.jurisdiction;
  about.level = place.level;
  about.year = place.year;
  return score(framework, {Document::from_text(std::string(set.document().text()), about), set.rules_fingerprint(),
                           std::vector<Evidence>(set.items().begin(), set.items().end())});
}

Panel panel(const Framework& framework, const std::vector<Place>& places) {
  std::vector<Scorecard> cards;
  for (const Place& place : places) cards.push_back(card(framework, place));
  return Panel(std::move(cards));
}

Framework of_rates(std::size_t count) {
  TreeBuilder builder;
  for (std::size_t i = 0; i < count; ++i)
    builder.indicator(0, testing::numbered("A", i), 1, TreeBuilder::shapes({Proportion{100}}));
  return builder.build();
}

// Full marks in all items but these, which aren't mentioned.
std::vector<Saying> lacking(const std::set<std::uint32_t>& items, std::uint32_t count) {
  std::vector<Saying> facts;
  for (std::uint32_t i = 0; i < count; ++i)
    if (!items.contains(i)) facts.push_back(fact(i, 0, 100));
  return facts;
}

std::vector<Indices> members_of(const std::vector<Linked>& clusters) {
  std::vector<Indices> list;
  for (const Linked& cluster : clusters) list.push_back(cluster.members);
  return list;
}

// Every mean is taken from the pairs anew, and the first of the nearest is found by looking at all.
std::vector<Linked> naive(const BitRows& rows, double cut) {
  std::vector<Linked> clusters;
  for (std::uint32_t row = 0; row < rows.rows(); ++row)
    if (rows.lacks_any(row)) clusters.push_back({{row}, 0});
  for (;;) {
    std::size_t first = 0, second = 0;
    double least = HUGE_VAL;
    for (std::size_t a = 0; a < clusters.size(); ++a)
      for (std::size_t b = a + 1; b < clusters.size(); ++b) {
        double sum = 0;
        for (const std::uint32_t i : clusters[a].members)
          for (const std::uint32_t k : clusters[b].members) sum += static_cast<double>(rows.distance(i, k));
        const double mean = sum / static_cast<double>(clusters[a].members.size() * clusters[b].members.size()) / 4294967296.0;
        if (mean < least) least = mean, first = a, second = b;
      }
    if (!(least <= cut)) break;
    Linked& kept = clusters[first];
    kept.members.insert(kept.members.end(), clusters[second].members.begin(), clusters[second].members.end());
    std::sort(kept.members.begin(), kept.members.end());
    kept.distance = least;
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(second));
  }
  std::erase_if(clusters, [](const Linked& cluster) { return cluster.members.size() < 2; });
  return clusters;
}

}  // namespace

TEST_CASE("every way of lacking an item has its own name") {
  TreeBuilder builder;
  builder.indicator(0, "A", 1, TreeBuilder::shapes({Proportion{100}}));
  const std::uint32_t loss = builder.indicator(0, "D", 0, TreeBuilder::shapes({Proportion{100}}));
  builder.model().nodes[loss].role = Role::deduction;
  builder.model().node_rules.resize(3);
  builder.model().node_rules[1].excludes.level = {"province"};
  builder.model().node_rules[2].full = 10;
  const Framework framework = builder.build();
  const auto problem = with_status(fact(0), Status::problem);
  const Panel many = panel(framework, {{"全", "", {fact(0, 0, 100)}},
                                       {"部分", "", {fact(0, 0, 60), fact(1, 0, 50)}},
                                       {"问题", "", {problem}},
                                       {"两者", "", {fact(0, 0, 60), problem}},
                                       {"满分仍有问题", "", {fact(0, 0, 100), problem}},
                                       {"计划", "", {with_status(fact(0, 0, 100), Status::planned)}},
                                       {"无", "", {}},
                                       {"省", "province", {fact(0, 0, 60)}}});
  const Places all = places(many);
  std::vector<Lacking> first;
  for (std::size_t place = 0; place < all.rows.size(); ++place) first.push_back(all.cell(place, 0));
  CHECK(first == std::vector<Lacking>{Lacking::nothing, Lacking::below, Lacking::problem, Lacking::problem, Lacking::nothing,
                                      Lacking::only_planned, Lacking::no_evidence, Lacking::not_applicable});
  CHECK(all.cell(0, 1) == Lacking::nothing);  // a deduction that wasn't found
  CHECK(all.cell(1, 1) == Lacking::below);
  const SharedGap& gap = all.shared[0].gaps[0];
  CHECK((gap.indicator == 0 && gap.of == 7 && gap.lack == 5));
  CHECK(gap.kinds == std::array<std::uint32_t, lackings>{2, 1, 2, 1, 1, 0, 1});
  CHECK(places(many, {0.6, 0.5, 3}).cell(1, 0) == Lacking::nothing);
  REQUIRE(all.leaders.size() == 1);
  CHECK((all.leaders[0].score == 1 && all.leaders[0].tied == 2));
}

TEST_CASE("shared gaps: what most lack first, by level, too") {
  const Framework framework = of_rates(3);
  const Places all = places(panel(framework, {{"甲", "county", lacking({0, 1}, 3)},
                                              {"乙", "city", lacking({1}, 3)},
                                              {"丙", "county", lacking({1, 2}, 3)},
                                              {"丁", "", lacking({0}, 3)}}));
  REQUIRE(all.shared.size() == 3);
  const auto told = [](const SharedGaps& shared) {
    std::vector<std::array<std::uint32_t, 3>> list;
    for (const SharedGap& gap : shared.gaps) list.push_back({gap.indicator, gap.lack, gap.of});
    return list;
  };
  using Told = std::vector<std::array<std::uint32_t, 3>>;
  CHECK((all.shared[0].level.empty() && all.shared[0].places == 4));
  CHECK(told(all.shared[0]) == Told{{1, 3, 4}, {0, 2, 4}, {2, 1, 4}});
  CHECK((all.shared[1].level == "county" && all.shared[1].places == 2));
  CHECK(told(all.shared[1]) == Told{{1, 2, 2}, {0, 1, 2}, {2, 1, 2}});
  CHECK(told(all.shared[2]) == Told{{1, 1, 1}});
}

TEST_CASE("a jurisdiction is one place: its latest report") {
  const Framework framework = of_rates(1);
  const Places all = places(panel(framework, {{"甲", "", {fact(0, 0, 50)}, 2019},
                                              {"甲", "", {fact(0, 0, 100)}, 2020},
                                              {"甲", "", {}, 2020},
                                              {"", "", {}},
                                              {"", "", {}}}));
  CHECK(all.rows == Indices{1, 3, 4});
  CHECK(all.passed_over == Indices{0, 2});
  CHECK(all.shared[0].gaps[0].lack == 2);
}

TEST_CASE("clusters: items that the same places lack, and places that lack the same") {
  const Framework framework = of_rates(5);
  const Places all = places(panel(framework, {{"甲", "", lacking({0, 1, 3}, 5)},
                                              {"乙", "", lacking({0, 1}, 5)},
                                              {"丙", "", lacking({1, 2}, 5)},
                                              {"丁", "", lacking({2, 4}, 5)}}));
  // Items 0 {甲乙}, 1 {甲乙丙}, 2 {丙丁}, 3 {甲}, 4 {丁}: 0-1 are 1/3 apart; then 2-4 and 0-3 are 1/2, of equals 01-3 first if
  // the mean (1/2 + 2/3) / 2 were as near, which it isn't.
  REQUIRE(all.items.size() == 2);
  CHECK(all.items[0].members == Indices{0, 1});
  CHECK(all.items[0].shared == Indices{0, 1});
  CHECK(std::abs(all.items[0].distance - 1 / 3.0) < 1e-9);
  CHECK(all.items[1].members == Indices{2, 4});
  CHECK(all.items[1].shared == Indices{3});
  CHECK(all.items[1].distance == 0.5);
  // 甲 {0 1 3} and 乙 {0 1} are 1/3 apart, 丙 {1 2} and 丁 {2 4} 2/3.
  REQUIRE(all.places.size() == 1);
  CHECK(all.places[0].members == Indices{0, 1});
  CHECK(all.places[0].shared == Indices{0, 1});
}

TEST_CASE("of equally near ones the first are joined") {
  BitRows rows(4, 3);
  for (std::size_t row = 0; row < 4; ++row)
    for (std::size_t column = 0; column < 3; ++column) rows.apply(row, column);
  // {0} {0 1} {1} : both neighbours of the middle are 1/2 from it, and each other's far end; {2} is alone.
  rows.lack(0, 0);
  rows.lack(1, 0);
  rows.lack(1, 1);
  rows.lack(2, 1);
  rows.lack(3, 2);
  CHECK(members_of(average_linkage(rows, 0.5)) == std::vector<Indices>{{0, 1}});
  CHECK(members_of(average_linkage(rows, 0.75)) == std::vector<Indices>{{0, 1, 2}});
  CHECK(members_of(average_linkage(rows, 1)) == std::vector<Indices>{{0, 1, 2, 3}});
  CHECK(average_linkage(rows, 0.49).empty());
}

TEST_CASE("clusters are what a naive clustering finds") {
  for (std::uint64_t world = 0; world < 300; ++world) {
    CAPTURE(world);
    const Uniform dice(61, world);
    std::uint64_t next = 0;
    const auto count = 2 + static_cast<std::size_t>(dice.at(next++) * 24),
               columns = 1 + static_cast<std::size_t>(dice.at(next++) * 80);
    const double density = 0.1 + 0.8 * dice.at(next++), cut = dice.at(next++);
    BitRows rows(count, columns);
    for (std::size_t row = 0; row < count; ++row)
      for (std::size_t column = 0; column < columns; ++column) {
        if (dice.at(next++) < 0.1) continue;
        rows.apply(row, column);
        if (dice.at(next++) < density) rows.lack(row, column);
      }
    const std::vector<Linked> found = average_linkage(rows, cut), expected = naive(rows, cut);
    CHECK(members_of(found) == members_of(expected));
    for (std::size_t i = 0; i < found.size() && i < expected.size(); ++i) CHECK(found[i].distance == expected[i].distance);
  }
}

TEST_CASE("leaders: the best, their ties and their evidence") {
  const Framework framework = of_rates(3);
  const Places all = places(panel(framework, {{"甲", "", {fact(0, 0, 90), fact(1, 0, 40)}},
                                              {"乙", "", {fact(0, 0, 90)}},
                                              {"丙", "", {fact(0, 0, 80), fact(1, 0, 70)}},
                                              {"丁", "", {fact(0, 0, 90)}}}),
                            {1, 0.5, 2});
  REQUIRE(all.leaders.size() == 2);
  CHECK((all.leaders[0].score == 0.9 && all.leaders[0].tied == 3));
  REQUIRE(all.leaders[0].leaders.size() == 2);
  CHECK((all.leaders[0].leaders[0].place == 0 && all.leaders[0].leaders[1].place == 1));
  CHECK((all.leaders[1].score == 0.7 && all.leaders[1].tied == 1));
  CHECK((all.leaders[1].leaders[0].place == 2 && all.leaders[1].leaders[0].evidence == 1));
}

TEST_CASE("options that make no sense are refused") {
  const Panel one = panel(of_rates(1), {{"甲", "", {}}});
  CHECK_THROWS_AS(places(one, {0, 0.5, 3}), UsageError);
  CHECK_THROWS_AS(places(one, {1.5, 0.5, 3}), UsageError);
  CHECK_THROWS_AS(places(one, {1, -0.1, 3}), UsageError);
  CHECK_THROWS_AS(places(one, {1, no_value, 3}), UsageError);
}

TEST_CASE("300 places by 100 items in the blink of an eye") {
  const Framework framework = of_rates(100);
  std::vector<Place> many;
  const Uniform dice(62, 0);
  for (std::uint32_t place = 0; place < 300; ++place) {
    std::vector<Saying> facts;
    for (std::uint32_t i = 0; i < 100; ++i)
      if (dice.at(place * 100 + i) < 0.4) facts.push_back(fact(i, 0, 100));
    many.push_back({testing::numbered("p", place), "county", facts});
  }
  const Panel all = panel(framework, many);
  const auto start = std::chrono::steady_clock::now();
  const Places found = places(all);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  INFO("took " << took.count() << " ms");
  CHECK(found.shared[0].gaps.size() == 100);
  CHECK(took.count() < 1000);  // tenfold room for a sanitizer
}

}  // namespace rulescore
