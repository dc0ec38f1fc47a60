// An index with what is in doubt about it, against the same index added up by hand for every draw.
#include "analysis/uncertainty/world.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <cmath>
#include <limits>
#include <string>

namespace rulescore {
namespace {

using testing::About;
const char* const geometric = "aggregate: {geometric: {floor: 0.01}}\n";
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::string tree(const std::string& rule, const std::string& normalise) {
  return "rulescore: 1\nid: t\nversion: \"1\"\ntitle: {zh: T, en: T}\nfull: 100\nmissing: exclude\n" + rule +
         "index: {unit: unit, normalise: " + normalise +
         "}\nchildren:\n"
         "  - code: A\n    title: {en: A}\n    weight: 1\n    children:\n"
         "      - {code: A1, title: {en: A1}, weight: 1, data: {column: a}}\n"
         "      - {code: A2, title: {en: A2}, weight: 2, data: {column: b}}\n"
         "  - code: B\n    title: {en: B}\n    weight: 3\n    children:\n"
         "      - {code: B1, title: {en: B1}, weight: 1, data: {column: c}}\n"
         "      - {code: B2, title: {en: B2}, weight: 1, data: {column: d}}\n";
}

Table figures(bool gaps = false) {
  Table::Builder builder;
  builder.texts("unit", {"p", "q", "r", "s", "t"});
  builder.figures("a", {1, 5, 3, 2, 4});
  builder.figures("b", {9, gaps ? missing : 7, 8, 2, 1});
  builder.figures("c", {10, 30, gaps ? missing : 20, 50, 40});
  builder.figures("d", {3, 1, gaps ? missing : 5, 2, 4});
  return builder.build();
}

Index made(bool gaps = false, const std::string& rule = "", const std::string& normalise = "{min_max: [0, 100]}") {
  return index(figures(gaps), Framework::parse(tree(rule, normalise)));
}

std::string message(const std::function<void()>& body) {
  try {
    body();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing thrown";
}

}  // namespace

TEST_CASE("weights drawn over an index are the index with those weights, whatever its rules and gaps") {
  for (const bool gaps : {false, true})
    for (const char* rule : {"", geometric}) {
      const Index plain = made(gaps, rule);
      UncertaintyOptions options;
      options.draws = 60;
      options.weights->spread = 0.9;
      options.pairs = true;
      const Uncertainty found = uncertainty(plain, options);
      CHECK(found.ranks == plain.ranks());
      std::vector<double> totals;
      for (std::uint64_t k = 0; k < options.draws; ++k) {
        const Index drawn =
            plain.with_weights(sensitivity::drawn_weights(sensitivity::tree_of(plain), *options.weights, options.seed, k));
        totals.insert(totals.end(), drawn.fractions(0).begin(), drawn.fractions(0).end());
      }
      const auto counted = sensitivity::count_ranks({totals, options.draws, 5}, {true, false, 1});
      CHECK(found.counts.counts == counted.counts);
      CHECK(found.counts.ahead == counted.ahead);
      for (const unsigned threads : {1u, 2u, 7u}) {
        options.threads = threads;
        CHECK(uncertainty(plain, options).counts.counts == found.counts.counts);
      }
    }
}

TEST_CASE("a leaf in doubt is one thing or the other") {
  const Index plain = made();
  UncertaintyOptions options;
  options.weights.reset();
  options.draws = 4000;
  // Without the doubt q is not first; at 0 in everything the leader is last.
  const auto ranks = plain.ranks();
  std::uint32_t first = 0;
  while (ranks[first] != 1) ++first;
  for (std::uint32_t i = 0; i < 4; ++i) options.doubts.push_back({first, i, 0, 0, 1});
  CHECK(uncertainty(plain, options).summaries[first].first == 0);
  options.doubts = {{first, 2, 0, 0, 0.25}, {first, 3, 0, 0, 0}};
  const Uncertainty found = uncertainty(plain, options);
  const double moved = 1 - found.summaries[first].first;
  std::vector<double> leaves = plain.leaves();
  leaves[first * 4 + 2] = 0;
  const bool falls = plain.with_leaves(leaves).ranks()[first] != 1;
  CHECK(falls);
  CHECK(std::abs(moved - 0.25) < 5 * std::sqrt(0.25 * 0.75 / 4000));
}

TEST_CASE("noise of leaves moves ranks more the larger it is, and nothing without it") {
  const Index plain = made();
  UncertaintyOptions options;
  options.weights.reset();
  const Uncertainty still = uncertainty(plain, options);
  for (std::size_t row = 0; row < 5; ++row) CHECK(still.summaries[row].mean == plain.ranks()[row]);
  double before = 0;
  for (const double noise : {0.02, 0.2, 0.8}) {
    options.leaf_noise = noise;
    const Uncertainty found = uncertainty(plain, options);
    double spread = 0;
    for (const auto& summary : found.summaries) spread += summary.high - summary.low;
    CHECK(spread >= before);
    before = spread;
  }
  CHECK(before > 5);
}

TEST_CASE("choices: every combination is as likely as another, and the first is the index itself") {
  const Index min_max = made(), ranked = made(false, "", "rank"), product = made(false, geometric),
              both = made(false, geometric, "rank");
  UncertaintyOptions options;
  options.weights.reset();
  options.draws = 4000;
  options.choices = {{"mean", {"arithmetic", "geometric"}}, {"scale", {"min_max", "rank"}}};
  options.combinations = {min_max, ranked, product, both};
  const Uncertainty found = uncertainty(min_max, options);
  for (std::size_t row = 0; row < 5; ++row) {
    double mean = 0;
    for (const Index& one : options.combinations) mean += one.ranks()[row] / 4.0;
    CHECK(std::abs(found.summaries[row].mean - mean) < 5 * 4 / std::sqrt(4000.0));
  }
  const WhatMatters matters = what_matters(min_max, options, 64);
  CHECK(matters.factors == std::vector<std::string>{"mean", "scale"});
  CHECK(matters.of_ranks.size() == 5);
  options.combinations.pop_back();
  CHECK(message([&] { (void)uncertainty(min_max, options); }) == "the choices have 4 combinations; there are indices for 3");
}

TEST_CASE("what matters: a factor that can't move anything has no share, one alone has all of it") {
  const Index plain = made();
  UncertaintyOptions options;
  options.weights->spread = 0.9;
  const WhatMatters found = what_matters(plain, options, 128);
  CHECK(found.factors == std::vector<std::string>{"weights:1", "weights:2"});
  CHECK(found.mean_shift > 0);
  options.weights.reset();
  options.doubts = {{0, 0, 0, 1, 1}, {1, 2, 0, 1, 1}};
  const WhatMatters alone = what_matters(plain, options, 128);
  CHECK(alone.factors == std::vector<std::string>{"evidence"});
  CHECK(alone.shift.factors[0].total > 0.5);
  options.doubts.clear();
  CHECK(message([&] { (void)what_matters(plain, options); }) ==
        "nothing is in doubt: no weights drawn, no leaf in doubt, no choice");
}

TEST_CASE("leaving out: siblings make up for it, and an only child takes its group along") {
  const Index plain = made();
  const std::vector<LeftOut> left = leave_out(plain);
  REQUIRE(left.size() == 6);
  const std::vector<double> leaves = plain.leaves();
  for (std::size_t row = 0; row < 5; ++row) {
    const double* x = leaves.data() + row * 4;
    CHECK(left[0].values[row] == About(50 * (x[2] + x[3])));                           // without A
    CHECK(left[1].values[row] == About(100 * (0.25 * x[1] + 0.375 * (x[2] + x[3]))));  // without A1
    CHECK(left[3].values[row] == About(100 * (x[0] + 2 * x[1]) / 3));                  // without B
  }
  for (const LeftOut& one : left) {
    double sum = 0;
    std::uint32_t largest = 0;
    for (std::size_t row = 0; row < 5; ++row) {
      const auto shift =
          static_cast<std::uint32_t>(std::abs(static_cast<int>(one.ranks[row]) - static_cast<int>(plain.ranks()[row])));
      sum += shift;
      largest = std::max(largest, shift);
    }
    CHECK(one.mean_shift == About(sum / 5));
    CHECK(one.largest_shift == largest);
  }
}

TEST_CASE("the least change over an index does swap the two: all columns, and each node alone") {
  const Index plain = made();
  const auto ranks = plain.ranks();
  const auto nodes = plain.framework().nodes();
  for (std::size_t a = 0; a < 5; ++a)
    for (std::size_t b = 0; b < 5; ++b) {
      const IndexSwap found = swap_units(plain, a, b);
      CHECK(ranks[found.ahead] <= ranks[found.behind]);
      CHECK(found.lead == About(plain.values(0)[found.ahead] - plain.values(0)[found.behind]));
      for (const IndexSwap::Alone& alone : found.by_node) {
        if (std::isnan(alone.wanted) || !(found.lead > 0) || alone.share == 1 || alone.wanted == 1) continue;
        std::vector<double> weights(plain.weights().begin(), plain.weights().end());
        double siblings = 0;
        for (const std::uint32_t child : nodes[nodes[alone.node].parent].children)
          siblings += child == alone.node ? 0 : weights[child];
        weights[alone.node] = alone.wanted / (1 - alone.wanted) * siblings;
        const Index changed = plain.with_weights(weights);
        CHECK(std::abs(changed.fractions(0)[found.ahead] - changed.fractions(0)[found.behind]) < 1e-12);
      }
    }
  CHECK(message([&] { (void)swap_units(made(true), 1, 2); }) ==
        "a swap needs every figure of both units, because a gap changes what the others weigh; r has none for B1");
  CHECK(message([&] { (void)swap_units(made(false, geometric), 1, 2); }) ==
        "the least change of weights is known for weighted means alone; this index has other rules, too");
  CHECK(message([&] { (void)swap_units(plain, 1, 7); }) == "there is no row 7 among 5 units");
}

TEST_CASE("doubts out of range are refused") {
  const Index plain = made();
  UncertaintyOptions options;
  options.doubts = {{5, 0, 0, 1, 1}};
  CHECK(message([&] { (void)uncertainty(plain, options); }) ==
        "a leaf in doubt is one of 5 rows and 4 indicators; there is none at row 5, indicator 0");
  options.doubts = {{0, 0, 0, 1, 2}};
  CHECK(message([&] { (void)uncertainty(plain, options); }) == "the chance of a doubt lies between 0 and 1");
  options.doubts = {{0, 0, 1, 0, 1}};
  CHECK(message([&] { (void)uncertainty(plain, options); }) ==
        "a leaf in doubt lies between a low and a high share of full marks");
  options.doubts.clear();
  options.leaf_noise = 2;
  CHECK(message([&] { (void)uncertainty(plain, options); }) == "the noise of leaves is a share of full marks, 0 to 1; it is 2");
}

}  // namespace rulescore
