// Ranks over draws, against the definitions written out.
#include "analysis/ranks.hpp"
#include "base/random.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rulescore::sensitivity {
namespace {

using testing::About;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// The rule word by word: sort, then walk.
std::vector<std::uint32_t> plain_ranks(const std::vector<double>& totals, double tie) {
  std::vector<std::uint32_t> order(totals.size()), ranks(totals.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto value = [&](std::uint32_t i) {
    return std::isnan(totals[i]) ? -std::numeric_limits<double>::infinity() : totals[i];
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return value(a) > value(b); });
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::uint32_t best = place == 0 ? 0 : ranks[order[place - 1]];
    const bool shares =
        place > 0 && (value(order[best - 1]) == value(order[place]) || value(order[best - 1]) - value(order[place]) <= tie);
    ranks[order[place]] = shares ? best : static_cast<std::uint32_t>(place + 1);
  }
  return ranks;
}

std::vector<double> random_figures(std::size_t count, std::uint64_t seed) {
  std::vector<double> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = 100 * Uniform(seed, 0).at(i);
  return values;
}

const WeightTree groups{{0, 0, 0, 1, 1, 1, 2, 2}, {1, 1, 3, 1, 2, 3, 1, 1}};

bool same(const RankCounts& a, const RankCounts& b) {
  const auto bits = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
  return a.counts == b.counts && a.ahead == b.ahead &&
         std::equal(a.central.begin(), a.central.end(), b.central.begin(), b.central.end(), bits);
}

}  // namespace

TEST_CASE("ranks are those of a plain sort, whatever the totals look like") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Uniform uniform(seed, 9);
    const std::size_t rows = 1 + static_cast<std::size_t>(uniform.at(0) * 400);
    std::vector<double> totals(rows);
    for (std::size_t i = 0; i < rows; ++i) {
      const double u = uniform.at(i + 5);
      totals[i] = seed % 6 == 0   ? u
                  : seed % 6 == 1 ? std::floor(u * 10)             // many ties
                  : seed % 6 == 2 ? 1 / (u * u)                    // outliers crowd the rest
                  : seed % 6 == 3 ? (u < 0.1 ? missing : u)        // gaps
                  : seed % 6 == 4 ? 50 + 1e-9 * std::floor(u * 9)  // chains of near ties
                                  : std::ldexp(u - 0.5, static_cast<int>(u * 1e6) % 1000);
    }
    const double tie = seed % 6 == 4 ? 2e-9 : seed % 2 == 0 ? 0 : 1e-3;
    CHECK(ranks(totals, tie) == plain_ranks(totals, tie));
  }
  CHECK(ranks(std::vector<double>{}) == std::vector<std::uint32_t>{});
  CHECK(ranks(std::vector<double>{3}) == std::vector<std::uint32_t>{1});
  CHECK(ranks(std::vector<double>{missing, missing}) == std::vector<std::uint32_t>{1, 1});
  CHECK(ranks(std::vector<double>{5, 5, 5}) == std::vector<std::uint32_t>{1, 1, 1});
  const double most = std::numeric_limits<double>::max();
  CHECK(ranks(std::vector<double>{most, -most, 0, most}) == std::vector<std::uint32_t>{1, 4, 3, 1});
}

TEST_CASE("totals are the sums in the order of columns, to the bit") {
  for (const std::size_t rows : {1u, 7u, 8u, 9u, 30u})
    for (const std::size_t sets : {1u, 3u, 4u, 5u, 130u}) {
      const std::size_t columns = 5;
      const std::vector<double> x = random_figures(rows * columns, 1), w = random_figures(sets * columns, 2);
      const std::vector<double> found = totals({x, rows, columns}, {w, sets, columns});
      for (std::size_t set = 0; set < sets; ++set)
        for (std::size_t row = 0; row < rows; ++row) {
          double sum = 0;
          for (std::size_t j = 0; j < columns; ++j) sum += w[set * columns + j] * x[row * columns + j];
          CHECK(found[set * rows + row] == sum);
        }
    }
}

TEST_CASE("counts, pairs and central weights of given weights, by hand") {
  // a leads in the first column, b in the second, c is in between, d level with c.
  const std::vector<double> figures{4, 0, 0, 4, 1.5, 1.5, 1.5, 1.5}, weights{1, 0, 0, 1, 0.9, 0.1, 0.5, 0.5};
  CountOptions wanted{true, true, 1};
  const RankCounts counts = count_ranks({figures, 4, 2}, {weights, 4, 2}, wanted);
  CHECK(counts.draws == 4);
  // Draws: a c=d b | b c=d a | a c=d b | a=b c=d
  CHECK(counts.counts == std::vector<std::uint32_t>{3, 0, 0, 1, 2, 0, 0, 2, 0, 3, 1, 0, 0, 3, 1, 0});
  CHECK(counts.ahead == std::vector<std::uint32_t>{0, 2, 3, 3, 1, 0, 2, 2, 1, 2, 0, 0, 1, 2, 0, 0});
  CHECK(counts.central[0] == About((1 + 0.9 + 0.5) / 3));
  CHECK(counts.central[1] == About((0 + 0.1 + 0.5) / 3));
  CHECK(counts.central[2] == About(0.25));
  CHECK(counts.central[3] == About(0.75));
  CHECK(std::isnan(counts.central[4]));
  const auto stats = summaries(counts);
  CHECK(stats[0].mean == About(7.0 / 4));
  CHECK(stats[0].median == 1);
  CHECK(stats[0].high == About(1 + 0.85 * 3));  // of 1 1 1 4: place 2.85
  CHECK(stats[1].low == 1);
  CHECK(stats[1].median == 2.5);
  CHECK(stats[0].first == 0.75);
  CHECK(acceptability(counts)[9] == 0.75);
  CHECK(winning(counts)[1] == 0.5);
  // The same from the totals themselves.
  const std::vector<double> sums = totals({figures, 4, 2}, {weights, 4, 2});
  CHECK(count_ranks({sums, 4, 4}, {true, false, 1}).counts == counts.counts);
}

TEST_CASE("simulated ranks are those of every draw taken alone, with gaps and without") {
  for (const bool with_gaps : {false, true}) {
    std::vector<double> figures = random_figures(20 * 5, 3);
    if (with_gaps)
      for (const std::size_t gap : {3u, 10u, 11u, 12u, 40u, 41u, 42u, 43u, 44u, 77u}) figures[gap] = missing;
    SimulationOptions options;
    options.draws = 150;
    options.weights.spread = 0.9;
    options.pairs = options.central = true;
    const RankCounts counts = simulate({figures, 20, 5}, groups, options);
    std::vector<double> all;
    for (std::uint64_t k = 0; k < options.draws; ++k) {
      const std::vector<double> w = drawn_weights(groups, options.weights, 1, k);
      for (std::size_t row = 0; row < 20; ++row) {
        const double* x = figures.data() + row * 5;
        const auto mean = [](std::initializer_list<std::pair<double, double>> parts) {
          double sum = 0, weight = 0;
          for (const auto& [value, share] : parts)
            if (!std::isnan(value)) sum += share * value, weight += share;
          return weight > 0 ? sum / weight : missing;
        };
        all.push_back(
            mean({{mean({{x[0], w[3]}, {x[1], w[4]}, {x[2], w[5]}}), w[1]}, {mean({{x[3], w[6]}, {x[4], w[7]}}), w[2]}}));
      }
    }
    CHECK(counts.counts == count_ranks({all, 150, 20}).counts);
    for (const unsigned threads : {1u, 2u, 3u, 8u}) {
      options.threads = threads;
      CHECK(same(simulate({figures, 20, 5}, groups, options), counts));
    }
  }
}

TEST_CASE("gaps that count as 0 are figures of 0") {
  std::vector<double> with = random_figures(10 * 5, 4), without;
  for (std::size_t i = 0; i < with.size(); i += 7) with[i] = missing;
  for (const double x : with) without.push_back(std::isnan(x) ? 0 : x);
  SimulationOptions options;
  options.draws = 100;
  options.gaps = Gaps::zero;
  CHECK(simulate({with, 10, 5}, groups, options).counts == simulate({without, 10, 5}, groups, options).counts);
}

TEST_CASE("the order of rows decides nothing, and more draws begin with the same ones") {
  const std::vector<double> figures = random_figures(12 * 5, 5);
  std::vector<double> turned;
  for (std::size_t row = 12; row-- > 0;)
    turned.insert(turned.end(), figures.begin() + static_cast<long>(row) * 5, figures.begin() + static_cast<long>(row) * 5 + 5);
  SimulationOptions options;
  options.draws = 200;
  const RankCounts counts = simulate({figures, 12, 5}, groups, options), other = simulate({turned, 12, 5}, groups, options);
  for (std::size_t row = 0; row < 12; ++row)
    for (std::size_t rank = 0; rank < 12; ++rank) CHECK(counts.counts[row * 12 + rank] == other.counts[(11 - row) * 12 + rank]);
  options.draws = 300;
  const RankCounts more = simulate({figures, 12, 5}, groups, options);
  for (std::size_t i = 0; i < more.counts.size(); ++i) CHECK(more.counts[i] >= counts.counts[i]);
}

TEST_CASE("who is better in everything is ahead in every draw") {
  std::vector<double> figures = random_figures(6 * 5, 6);
  for (std::size_t j = 0; j < 5; ++j) figures[j] = figures[5 + j] + 1;
  SimulationOptions options;
  options.pairs = true;
  options.weights.kind = WeightDraws::Kind::dirichlet;
  const RankCounts counts = simulate({figures, 6, 5}, groups, options);
  CHECK(counts.ahead[1] == options.draws);
  CHECK(winning(counts)[1] == 1);
  const std::vector<double> shares = acceptability(counts);
  for (std::size_t row = 0; row < 6; ++row) {
    double sum = 0;
    for (std::size_t rank = 0; rank < 6; ++rank) sum += shares[row * 6 + rank];
    CHECK(sum == About(1));
  }
}

TEST_CASE("what can't be counted is refused") {
  const std::vector<double> x{1, 2, 3, 4}, w{1, 1, 1}, negative{1, 1, 1, -1};
  CHECK_THROWS_AS(count_ranks({x, 2, 2}, {w, 1, 3}), UsageError);
  CHECK_THROWS_AS(count_ranks({x, 2, 2}, {negative, 2, 2}), UsageError);
  CHECK_THROWS_AS(simulate({x, 2, 2}, groups), UsageError);
  CHECK_THROWS_AS(winning(count_ranks({x, 2, 2}, {x, 2, 2})), UsageError);
  CHECK_THROWS_AS(summaries({}), UsageError);
  SimulationOptions none;
  none.draws = 0;
  CHECK_THROWS_AS(simulate({x, 2, 2}, WeightTree::flat(w), none), UsageError);
}

}  // namespace rulescore::sensitivity
