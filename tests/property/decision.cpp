// Rankings beyond sums over random figures with ties, equal rows and gaps: what each method promises, and what none may depend
// on.
#include "support/catch.hpp"

#include <rulescore/decision.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

namespace {

namespace rd = rulescore::decision;
using rulescore::Matrix;
using rulescore::Sense;

constexpr int worlds = 300;

struct World {
  std::size_t rows = 0, columns = 0;
  std::vector<double> figures, weights;
  std::vector<Sense> senses;

  Matrix matrix() const { return {figures, rows, columns}; }
  double& at(std::size_t row, std::size_t column) { return figures[row * columns + column]; }
  double at(std::size_t row, std::size_t column) const { return figures[row * columns + column]; }
  // a is at least as good as b in every column, and better in one.
  bool dominates(std::size_t a, std::size_t b) const {
    bool better = false;
    for (std::size_t j = 0; j < columns; ++j) {
      const double lead = (at(a, j) - at(b, j)) * (senses[j] == Sense::cost ? -1 : 1);
      if (lead < 0) return false;
      better = better || lead > 0;
    }
    return better;
  }
  bool spreads() const {  // in every column
    for (std::size_t j = 0; j < columns; ++j) {
      bool same = true;
      for (std::size_t i = 0; i < rows; ++i) same = same && at(i, j) == at(0, j);
      if (same) return false;
    }
    return true;
  }
  rd::Ranked rank(const std::string& method) const { return rd::rank_by(method, matrix(), weights, senses); }
};

World random_world(int seed) {
  std::mt19937 dice(static_cast<std::uint32_t>(seed));
  World world;
  world.rows = 2 + dice() % 9;
  world.columns = 1 + dice() % 6;
  const std::uint32_t most = seed % 2 == 0 ? 5 : 1000;  // few figures: ties
  for (std::size_t i = 0; i < world.rows * world.columns; ++i) world.figures.push_back(static_cast<double>(1 + dice() % most));
  for (std::size_t j = 0; j < world.columns; ++j) {
    world.weights.push_back(static_cast<double>(1 + dice() % 9));
    world.senses.push_back(dice() % 3 == 0 ? Sense::cost : Sense::benefit);
  }
  return world;
}

void near(const std::vector<double>& a, const std::vector<double>& b, double within = 1e-9) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i] == Approx(b[i]).epsilon(within).margin(within));
}

// Calls `check` with every method and world.
template <typename Check>
void for_all(const Check& check, const std::set<std::string>& but = {}) {
  for (const std::string& method : rd::methods()) {
    if (but.count(method) != 0) continue;
    for (int seed = 0; seed < worlds; ++seed) {
      INFO(method << ", world " << seed);
      check(method, random_world(seed));
    }
  }
}

}  // namespace

TEST_CASE("rankings: permuting the rows permutes the results, to the bit") {
  for_all([](const std::string& method, const World& world) {
    std::vector<std::size_t> order(world.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 dice(1);
    std::shuffle(order.begin(), order.end(), dice);
    World moved = world;
    for (std::size_t i = 0; i < world.rows; ++i)
      for (std::size_t j = 0; j < world.columns; ++j) moved.at(i, j) = world.at(order[i], j);
    const rd::Ranked before = world.rank(method), after = moved.rank(method);
    for (std::size_t i = 0; i < world.rows; ++i) {
      CHECK(after.scores[i] == before.scores[order[i]]);
      CHECK(after.ranks[i] == before.ranks[order[i]]);
    }
  });
}

TEST_CASE("rankings: the order of the columns doesn't matter") {
  for_all([](const std::string& method, const World& world) {
    World turned = world;
    std::reverse(turned.weights.begin(), turned.weights.end());
    std::reverse(turned.senses.begin(), turned.senses.end());
    for (std::size_t i = 0; i < world.rows; ++i)
      for (std::size_t j = 0; j < world.columns; ++j) turned.at(i, j) = world.at(i, world.columns - 1 - j);
    near(turned.rank(method).scores, world.rank(method).scores);
    CHECK(turned.rank(method).ranks == world.rank(method).ranks);
  });
}

TEST_CASE("rankings: scaling all weights changes nothing") {
  for_all([](const std::string& method, World world) {
    const rd::Ranked before = world.rank(method);
    for (double& weight : world.weights) weight *= 8;
    CHECK(world.rank(method).scores == before.scores);
    for (double& weight : world.weights) weight *= 1e200 / 3;
    near(world.rank(method).scores, before.scores);
    CHECK(world.rank(method).ranks == before.ranks);
  });
}

TEST_CASE("rankings: the units in which a column is counted don't matter, however large or small") {
  for_all([](const std::string& method, World world) {
    const rd::Ranked before = world.rank(method);
    for (std::size_t i = 0; i < world.rows; ++i)
      for (std::size_t j = 0; j < world.columns; ++j) world.at(i, j) = std::ldexp(world.at(i, j), j % 2 == 0 ? 1000 : -1000);
    CHECK(world.rank(method).scores == before.scores);
    for (double& figure : world.figures) figure *= 0.7;
    near(world.rank(method).scores, before.scores, 1e-8);
    CHECK(world.rank(method).ranks == before.ranks);
  });
}

TEST_CASE("rankings: equal rows get equal scores, to the bit") {
  for_all([](const std::string& method, World world) {
    const std::vector<double> last(world.figures.end() - static_cast<std::ptrdiff_t>(world.columns), world.figures.end());
    world.figures.insert(world.figures.begin(), last.begin(), last.end());
    ++world.rows;
    const rd::Ranked ranked = world.rank(method);
    CHECK(ranked.scores.front() == ranked.scores.back());
    CHECK(ranked.ranks.front() == ranked.ranks.back());
  });
}

TEST_CASE("rankings: a column without spread puts nobody ahead, nor does one of weight 0") {
  for_all([](const std::string& method, const World& world) {
    for (const double weight : {0.0, 5.0}) {
      World wider{world.rows, world.columns + 1, {}, world.weights, world.senses};
      for (std::size_t i = 0; i < world.rows; ++i) {
        wider.figures.insert(wider.figures.end(), world.matrix().row(i).begin(), world.matrix().row(i).end());
        wider.figures.push_back(weight == 0 ? static_cast<double>(i * i) : 3);
      }
      wider.weights.push_back(weight);
      wider.senses.push_back(Sense::benefit);
      const rd::Ranked ranked = wider.rank(method);
      for (const double score : ranked.scores) CHECK(std::isfinite(score));
      if (weight == 0) CHECK(ranked.scores == world.rank(method).scores);
      // It does bring a unit's figures nearer to balance, and distances nearer to a threshold; and it weighs down sums and
      // products each in its own way.
      if (method != "mazziotta_pareto" && method != "codas" && method != "waspas")
        CHECK(ranked.ranks == world.rank(method).ranks);
    }
  });
}

TEST_CASE("rankings: who dominates is never behind") {
  // Not of Mazziotta-Pareto, where balance counts, nor of CODAS, whose threshold can take in a city-block distance that is
  // behind.
  for_all(
      [](const std::string& method, const World& world) {
        const rd::Ranked ranked = world.rank(method);
        for (std::size_t a = 0; a < world.rows; ++a)
          for (std::size_t b = 0; b < world.rows; ++b)
            if (world.dominates(a, b)) CHECK(ranked.ranks[a] <= ranked.ranks[b]);
      },
      {"mazziotta_pareto", "codas"});
}

TEST_CASE("rankings one against one: a better figure never costs a rank") {
  for (const std::string method : {"promethee2", "copeland", "borda"}) {
    for (int seed = 0; seed < worlds; ++seed) {
      INFO(method << ", world " << seed);
      World world = random_world(seed);
      const rd::Ranked before = world.rank(method);
      const std::size_t column = static_cast<std::size_t>(seed) % world.columns;
      world.at(0, column) += world.senses[column] == Sense::cost ? -0.5 : 2.5;
      CHECK(world.rank(method).ranks[0] <= before.ranks[0]);
    }
  }
}

TEST_CASE("rankings: identities between them") {
  for (int seed = 0; seed < worlds; ++seed) {
    INFO("world " << seed);
    const World world = random_world(seed);
    const Matrix matrix = world.matrix();
    const std::vector<double> outranking = rd::outranking(matrix, world.weights, world.senses);
    const auto others = static_cast<double>(world.rows - 1);
    std::vector<double> beaten(world.rows), usual;
    for (std::size_t i = 0; i < world.rows; ++i)
      for (std::size_t k = 0; k < world.rows; ++k) {
        beaten[i] += outranking[i * world.rows + k];
        if (i != k) CHECK(outranking[i * world.rows + k] + outranking[k * world.rows + i] == Approx(1));
      }
    near(world.rank("borda").scores, beaten);
    for (const double count : beaten) usual.push_back(2 * count / others - 1);
    near(world.rank("promethee2").scores, usual);  // usual preferences count the same comparisons
    std::vector<double> regret = world.rank("weighted_sum").scores;
    for (double& score : regret) score = 1 - score;
    if (world.spreads()) near(world.rank("spotis").scores, regret);
  }
}

TEST_CASE("rankings: what adds up") {
  for (int seed = 0; seed < worlds; ++seed) {
    INFO("world " << seed);
    const World world = random_world(seed);
    const Matrix matrix = world.matrix();
    const rd::Dominance dominance = rd::dominance(matrix, world.senses);
    CHECK(dominance.pairs == std::accumulate(dominance.dominates.begin(), dominance.dominates.end(), std::size_t{0}));
    const std::vector<double> copras = rd::copras(matrix, world.weights, world.senses).significance;
    CHECK(std::accumulate(copras.begin(), copras.end(), 0.0) == Approx(1));
    const std::vector<double> codas = world.rank("codas").scores, flows = world.rank("promethee2").scores;
    CHECK(std::accumulate(codas.begin(), codas.end(), 0.0) == Approx(0).margin(1e-9));
    CHECK(std::accumulate(flows.begin(), flows.end(), 0.0) == Approx(0).margin(1e-9));
  }
}
