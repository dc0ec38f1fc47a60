// Each way of combining by hand, and the laws between them.
#include "score/combine.hpp"

#include "base/random.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace rulescore {
namespace {

double combined(const Aggregation& how, std::vector<Member> members, const SumScale& scale = {}) {
  return combine(how, members, scale);
}

const std::vector<Member> halves = {{1, 0.25}, {1, 1}};
const std::vector<Member> uneven = {{3, 0.25}, {1, 1}};

std::vector<Member> drawn(std::uint64_t world) {
  const Uniform uniform(77, world);
  std::vector<Member> members(1 + world % 6);
  for (std::size_t i = 0; i < members.size(); ++i)
    members[i] = {0.1 + 2 * uniform.at(2 * i), 0.05 + 0.95 * uniform.at(2 * i + 1)};
  return members;
}

}  // namespace

TEST_CASE("by hand") {
  CHECK(combined(WeightedMean{}, uneven) == 0.4375);  // (3 * 0.25 + 1) / 4
  CHECK(std::abs(combined(Geometric{}, halves) - 0.5) < 1e-15);
  CHECK(std::abs(combined(Geometric{}, uneven) - std::sqrt(0.125)) < 1e-15);  // (1/64)^(1/4) * 1
  CHECK(combined(Harmonic{}, halves) == 0.4);                                 // 2 / (4 + 1)
  CHECK(combined(Harmonic{}, uneven) == 4.0 / 13);
  CHECK(combined(Minimum{}, uneven) == 0.25);
  CHECK(std::abs(combined(PowerMean{2, 0}, halves) - std::sqrt((1 + 0.0625) / 2)) < 1e-15);
  CHECK(combined(Owa{{0.5, 0.3, 0.2}}, {{1, 0.2}, {1, 1}, {1, 0.5}}) == Approx(0.5 + 0.15 + 0.04).epsilon(1e-14));
  CHECK(combined(SumOfPoints{}, {{5, 1}, {3, 0.5}}, {10, 1}) == 0.65);
  CHECK(combined(SumOfPoints{}, {{5, 1}, {30, 0.5}}, {10, 1.2}) == 1.2);
}

TEST_CASE("owa with weights of importance reads the quantifier at their shares") {
  // 1 holds a quarter of the weight: Q(1/4) = half of the first half's 0.8; 0.25 has the rest.
  CHECK(combined(Owa{{0.8, 0.2}}, uneven) == Approx(0.4 * 1 + 0.6 * 0.25).epsilon(1e-14));
  // Two children, three weights: Q(1/2) = 0.5 + half of 0.3.
  CHECK(combined(Owa{{0.5, 0.3, 0.2}}, halves) == Approx(0.65 * 1 + 0.35 * 0.25).epsilon(1e-14));
}

TEST_CASE("a zero counts as the floor and doesn't wipe out the rest") {
  CHECK(combined(Geometric{0.01}, {{1, 0}, {1, 1}}) == Approx(0.1).epsilon(1e-14));
  CHECK(combined(Harmonic{0.01}, {{1, 0}, {1, 1}}) == Approx(2.0 / 101).epsilon(1e-14));
  CHECK(combined(PowerMean{-1, 0.01}, {{1, 0}, {1, 1}}) == Approx(2.0 / 101).epsilon(1e-14));
  CHECK(combined(Geometric{0.5}, {{1, 0.1}, {1, 0.2}}) == 0.5);
}

TEST_CASE("nothing to combine has no score") {
  for (const Aggregation& how :
       {Aggregation(WeightedMean{}), Aggregation(Minimum{}), Aggregation(Owa{{1}}), Aggregation(SumOfPoints{})})
    CHECK(std::isnan(combined(how, {})));
}

TEST_CASE("full marks everywhere are exactly full marks") {
  const std::vector<Aggregation> all = {WeightedMean{},      Geometric{}, Harmonic{},          PowerMean{0.3, 0},
                                        PowerMean{-2, 0.01}, Minimum{},   Owa{{0.5, 0.3, 0.2}}};
  for (std::uint64_t world = 0; world < 500; ++world) {
    std::vector<Member> members = drawn(world);
    for (Member& member : members) member.value = 1;
    for (const Aggregation& how : all) CHECK(combined(how, members) == 1);
  }
}

TEST_CASE("minimum <= harmonic <= geometric <= mean <= power 2") {
  for (std::uint64_t world = 0; world < 1000; ++world) {
    const std::vector<Member> members = drawn(world);
    const double minimum = combined(Minimum{}, members), harmonic = combined(Harmonic{}, members),
                 geometric = combined(Geometric{}, members), mean = combined(WeightedMean{}, members),
                 square = combined(PowerMean{2, 0}, members);
    CHECK(minimum <= harmonic + 1e-12);
    CHECK(harmonic <= geometric + 1e-12);
    CHECK(geometric <= mean + 1e-12);
    CHECK(mean <= square + 1e-12);
  }
}

TEST_CASE("the power mean at -1, 0 and 1, and near them") {
  for (std::uint64_t world = 0; world < 500; ++world) {
    const std::vector<Member> members = drawn(world);
    CHECK(combined(PowerMean{1, 0}, members) == combined(WeightedMean{}, members));
    CHECK(combined(PowerMean{1 + 1e-9, 0}, members) == Approx(combined(WeightedMean{}, members)).margin(1e-8));
    CHECK(combined(PowerMean{-1, 0.01}, members) == Approx(combined(Harmonic{}, members)).margin(1e-12));
    CHECK(combined(PowerMean{0, 0.01}, members) == combined(Geometric{}, members));
    CHECK(combined(PowerMean{1e-7, 0}, members) == Approx(combined(Geometric{}, members)).margin(1e-6));
  }
}

TEST_CASE("owa between the largest and the least, equal weights are the mean") {
  for (std::uint64_t world = 0; world < 500; ++world) {
    std::vector<Member> members = drawn(world);
    for (Member& member : members) member.weight = 1;
    std::vector<double> first(members.size(), 0.0), last = first;
    first.front() = last.back() = 1;
    const std::vector<double> even(members.size(), 1.0 / static_cast<double>(members.size()));
    const auto by_value = [](const Member& a, const Member& b) { return a.value < b.value; };
    CHECK(combined(Owa{first}, members) ==
          Approx(std::max_element(members.begin(), members.end(), by_value)->value).margin(1e-12));
    CHECK(combined(Owa{last}, members) ==
          Approx(std::min_element(members.begin(), members.end(), by_value)->value).margin(1e-12));
    CHECK(combined(Owa{even}, members) == Approx(combined(WeightedMean{}, members)).margin(1e-12));
  }
}

}  // namespace rulescore
