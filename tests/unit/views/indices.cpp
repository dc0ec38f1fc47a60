// Two indices: of two years, of two versions of a framework, of trees that aren't means.
#include <rulescore/views.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

#include <algorithm>

namespace rulescore {
namespace {

using namespace testing;

// Leaves on goalposts 0 to 100, so that a figure is its score.
Framework framework(const std::string& aggregate, const std::string& weights_a_b = "1 1", bool with_d = false) {
  const std::string a = weights_a_b.substr(0, weights_a_b.find(' ')), b = weights_a_b.substr(weights_a_b.find(' ') + 1);
  std::string yaml = "rulescore: 1\nid: small\nversion: \"1\"\ntitle: small\n";
  yaml += "index: {unit: code, normalise: goalposts}\naggregate: " + aggregate + "\nchildren:\n";
  yaml += "  - code: G\n    title: G\n    weight: 1\n    aggregate: " + aggregate + "\n    children:\n";
  yaml += "      - {code: A, title: A, weight: " + a + ", data: {goalposts: [0, 100]}}\n";
  yaml += "      - {code: B, title: B, weight: " + b + ", data: {goalposts: [0, 100]}}\n";
  yaml += "  - {code: C, title: C, weight: 1, data: {goalposts: [0, 100]}}\n";
  if (with_d) yaml += "  - {code: D, title: D, weight: 1, data: {goalposts: [0, 100]}}\n";
  return Framework::parse(yaml, "small.yaml");
}

Table table(std::vector<std::string> units, std::vector<double> a, std::vector<double> b, std::vector<double> c) {
  std::vector<double> d(units.size(), 60);
  Table::Builder builder("figures.csv");
  builder.texts("code", std::move(units)).figures("A", std::move(a)).figures("B", std::move(b)).figures("C", std::move(c));
  builder.figures("D", std::move(d));
  return builder.build();
}

double parts(const views::IndexComparison& all, std::size_t unit) {
  double sum = all.rules[unit];
  for (const views::LeafShift& leaf : all.shifts[unit].leaves) sum += leaf.total();
  return sum;
}

const views::LeafShift* part(const views::IndexComparison& all, std::size_t unit, const std::string& code) {
  for (const views::LeafShift& leaf : all.shifts[unit].leaves)
    if (all.leaves[leaf.leaf] == code) return &leaf;
  return nullptr;
}

const Table old_figures = table({"x", "y", "z"}, {10, 50, 90}, {20, 40, 80}, {60, 60, 0});
const Table new_figures = table({"y", "x", "w"}, {50, 30, 10}, {40, 20, 70}, {60, 50, 50});

}  // namespace

TEST_CASE("two years: a leaf does what its figure moved times its weight, units are matched by name") {
  const Framework mean = framework("mean");
  const auto all = views::compare_indices(index(old_figures, mean), index(new_figures, mean));
  CHECK(all.additive);
  CHECK(all.units == std::vector<std::string>{"y", "x"});
  CHECK(all.only_before == std::vector<std::string>{"z"});
  CHECK(all.only_after == std::vector<std::string>{"w"});
  CHECK(all.leaves == std::vector<std::string>{"A", "B", "C"});
  CHECK(all.shifts[0].change() == About(0));
  CHECK(all.shifts[1].before == About(37.5));  // (15 + 60) / 2
  CHECK(all.shifts[1].after == About(37.5));   // (25 + 50) / 2
  CHECK(part(all, 1, "A")->figure == About(5));
  CHECK(part(all, 1, "C")->figure == About(-5));
  CHECK(part(all, 1, "A")->weight == About(0));
  CHECK(all.shifts[1].rank_before == 2);
}

TEST_CASE("two versions: a leaf that weighs more helps those who are better in it than on the whole") {
  const auto all = views::compare_indices(index(old_figures, framework("mean")), index(old_figures, framework("mean", "3 1")));
  CHECK(all.additive);
  // x: A 10 from a quarter to three eighths, B 20 from a quarter to an eighth; totals 37.5 and 36.25.
  CHECK(all.shifts[0].change() == About(-1.25));
  CHECK(part(all, 0, "A")->weight == About(0.125 * (10 - 36.875)));
  CHECK(part(all, 0, "B")->weight == About(-0.125 * (20 - 36.875)));
  CHECK(parts(all, 0) == About(all.shifts[0].change(), 1e-9));
}

TEST_CASE("a leaf that only one version has is a change of weights") {
  const auto all =
      views::compare_indices(index(old_figures, framework("mean", "1 1", true)), index(old_figures, framework("mean")));
  CHECK(all.additive);
  CHECK(all.leaves == std::vector<std::string>{"A", "B", "C", "D"});
  REQUIRE(part(all, 0, "D") != nullptr);
  CHECK(part(all, 0, "D")->figure == 0);
  for (std::size_t unit = 0; unit < 3; ++unit) CHECK(parts(all, unit) == About(all.shifts[unit].change(), 1e-9));
}

TEST_CASE("gaps: the weights of what is there") {
  const Table gaps = table({"x", "y", "z"}, {10, gap, 90}, {20, gap, 80}, {60, 60, gap});
  const Framework mean = framework("mean");
  const auto all = views::compare_indices(index(gaps, mean), index(old_figures, mean));
  CHECK(all.additive);
  for (std::size_t unit = 0; unit < 3; ++unit) CHECK(parts(all, unit) == About(all.shifts[unit].change(), 1e-9));
}

TEST_CASE("trees that aren't means: the steps from figure to figure add up, the rest is the rules'") {
  for (const char* aggregate : {"{geometric: {floor: 0.01}}", "{harmonic: {floor: 0.01}}", "{power: 2}", "minimum"}) {
    INFO(aggregate);
    const Framework tree = framework(aggregate);
    const auto same_rules = views::compare_indices(index(old_figures, tree), index(new_figures, tree));
    CHECK_FALSE(same_rules.additive);
    for (std::size_t unit = 0; unit < same_rules.units.size(); ++unit) {
      CHECK(parts(same_rules, unit) == About(same_rules.shifts[unit].change(), 1e-9));
      CHECK(same_rules.rules[unit] == About(0, 1e-9));
    }
    const auto other_rules = views::compare_indices(index(old_figures, framework("mean")), index(old_figures, tree));
    for (std::size_t unit = 0; unit < other_rules.units.size(); ++unit) {
      CHECK(other_rules.rules[unit] == About(other_rules.shifts[unit].change(), 1e-9));
      for (const views::LeafShift& leaf : other_rules.shifts[unit].leaves) CHECK(std::abs(leaf.total()) < 1e-9);
    }
  }
}

TEST_CASE("indices without a unit in common are refused") {
  const Framework mean = framework("mean");
  const Table others = table({"p", "q", "r"}, {10, 50, 90}, {20, 40, 80}, {60, 60, 0});
  CHECK(refusal([&] { views::compare_indices(index(old_figures, mean), index(others, mean)); }) ==
        "compare: no unit is in both; the first is x before, p after");
}

}  // namespace rulescore
