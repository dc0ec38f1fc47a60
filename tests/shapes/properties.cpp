// What holds of every curve whatever its numbers: against a naive version beside it, rising where it should, never more when
// cautious, and of peers in any order. Everything follows from one seed, so a failure names its case.
#include "table.hpp"

#include "base/random.hpp"
#include "score/earn.hpp"
#include "score/peers.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace rulescore::shapes {
namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : uniform_(seed, 4) {}
  double unit() { return uniform_.at(next_++); }
  double tenths(double most) { return std::floor(unit() * most * 10) / 10; }  // as people write figures
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(unit() * count); }

 private:
  Uniform uniform_;
  std::uint64_t next_ = 0;
};

// ---- Naive versions: whole tenths counted in integers, loops where the real one computes.

long tenths_of(double value) { return std::lround(value * 10); }

double naive(const AtLeast& s, double x) { return s.strict ? (x > s.target ? 1 : 0) : (x < s.target ? 0 : 1); }
double naive(const AtMost& s, double x) { return s.strict ? (x < s.limit ? 1 : 0) : (x > s.limit ? 0 : 1); }
double naive(const Proportion& s, double x) { return x / s.target; }
double naive(const Linear& s, double x) {
  const bool rises = s.from < s.to;
  if (rises ? x <= s.from : x >= s.from) return 0;
  if (rises ? x >= s.to : x <= s.to) return 1;
  return std::abs(x - s.from) / std::abs(s.to - s.from);
}
double naive(const Tiered& s, double x) {  // unit by unit, for whole numbers
  double marks = 0;
  for (int unit = 0; unit < static_cast<int>(x); ++unit) {
    double price = 0;
    for (const Tier& tier : s.tiers)
      if (unit >= tier.from) price = tier.each;
    marks += price;
  }
  return marks;
}
double naive(const Banded& s, double x) {
  double earns = s.rest;
  for (std::size_t i = s.bands.size(); i-- > 0;) {  // from the last to the first: the first that holds has the last word
    const BandOf& b = s.bands[i];
    const bool inside = s.rising ? x < b.edge : x > b.edge;
    if (inside || (x == b.edge && b.closed)) earns = b.earns;
  }
  return earns;
}

// A distance and a step in whole tenths.
long naive_steps(long distance, long step, Steps mode) {
  long whole = 0;
  while (distance >= step) {
    distance -= step;
    ++whole;
  }
  return whole + (mode == Steps::started && distance > 0 ? 1 : 0);
}

RuleScore term(Shape shape) {
  RuleScore one{0, std::move(shape)};
  one.limits.cap = no_limit;
  return one;
}

Evidence piece(double value, Bound bound = Bound::exact, double high = no_value) {
  Evidence e;
  e.value = value;
  e.bound = bound;
  e.value_high = high;
  return e;
}

double earned(const RuleScore& one, const std::vector<Evidence>& items) {
  return earn(one, {items, {}, 0, static_cast<std::uint32_t>(items.size())}).score;
}

Shape random_curve(Dice& dice) {
  switch (dice.below(9)) {
    case 0:
      return AtLeast{dice.tenths(100), dice.below(2) == 0};
    case 1:
      return AtMost{dice.tenths(100), dice.below(2) == 0};
    case 2:
      return Proportion{1 + dice.tenths(99)};
    case 3:
      return Linear{dice.tenths(50), 50 + dice.tenths(50)};
    case 4:
      return Linear{60 + dice.tenths(40), dice.tenths(50)};
    case 5:
      return Sloped{80, no_limit, Slope{0.1 + dice.tenths(5), -dice.unit(), static_cast<Steps>(dice.below(3))}, {}};
    case 6:
      return Sloped{-no_limit, 20, {}, Slope{0.1 + dice.tenths(5), -dice.unit(), static_cast<Steps>(dice.below(3))}};
    case 7:
      return Banded{{{80, true, 1}, {60, false, 0.5}}, false, 0};
    default:
      return Sloped{40, 60, Slope{1, -0.1, Steps::linear}, Slope{1, -0.2, Steps::linear}};
  }
}

}  // namespace

TEST_CASE("curves against their naive versions") {
  Dice dice(1);
  for (int i = 0; i < 20'000; ++i) {
    const double x = dice.tenths(120), a = dice.tenths(100);
    const bool strict = dice.below(2) == 0;
    CHECK(worth(AtLeast{a, strict}, x) == naive(AtLeast{a, strict}, x));
    CHECK(worth(AtMost{a, strict}, x) == naive(AtMost{a, strict}, x));
    CHECK(worth(Proportion{a + 1}, x) == naive(Proportion{a + 1}, x));
    const Linear line{a, a == 50 ? 51.0 : 50.0};
    CHECK(std::abs(worth(line, x) - naive(line, x)) < 1e-12);
    const double t1 = std::floor(dice.unit() * 20), t2 = t1 + 1 + std::floor(dice.unit() * 20);
    const Tiered tiers{{{t1, dice.unit()}, {t2, dice.unit()}}};
    CHECK(std::abs(worth(tiers, std::floor(x)) - naive(tiers, std::floor(x))) < 1e-9);
    const Banded falling{{{a + 20, dice.below(2) == 0, 3}, {a, dice.below(2) == 0, 2}}, false, 1};
    const Banded rising{{{a, dice.below(2) == 0, 3}, {a + 20, dice.below(2) == 0, 2}}, true, 1};
    CHECK(worth(falling, x) == naive(falling, x));
    CHECK(worth(rising, x) == naive(rising, x));
  }
}

TEST_CASE("steps of tenths are counted as integers would count them") {
  Dice dice(2);
  for (int i = 0; i < 50'000; ++i) {
    const double target = dice.tenths(200), x = dice.tenths(200), each = 0.1 + dice.tenths(4);
    if (x > target) continue;
    const long distance = tenths_of(target) - tenths_of(x), step = tenths_of(each);
    for (const Steps mode : {Steps::started, Steps::completed}) {
      INFO(target << " " << x << " " << each);
      REQUIRE(steps_in(target - x, {each, -1, mode}) == static_cast<double>(naive_steps(distance, step, mode)));
    }
  }
}

TEST_CASE("more is never worth less under a rising curve, nor more under a falling one") {
  Dice dice(3);
  for (int i = 0; i < 20'000; ++i) {
    const Shape curve = random_curve(dice);
    const auto* two_sided = std::get_if<Sloped>(&curve);
    if (two_sided != nullptr && std::isfinite(two_sided->low) && std::isfinite(two_sided->high)) continue;
    const double x = dice.tenths(150), y = x + dice.tenths(20);
    const RuleScore one = term(curve);
    const double low = earned(one, {piece(x)}), high = earned(one, {piece(y)});
    CHECK((is_falling(curve) ? high <= low : low <= high));
  }
}

TEST_CASE("cautious is never more than stated, and of what is taken off never less") {
  Dice dice(4);
  for (int i = 0; i < 20'000; ++i) {
    RuleScore one = term(random_curve(dice));
    std::vector<Evidence> items;
    for (std::uint32_t k = 0; k <= dice.below(3); ++k) {
      const double x = dice.tenths(120);
      items.push_back(piece(x, static_cast<Bound>(dice.below(4)), dice.below(3) == 0 ? x + dice.tenths(20) : no_value));
    }
    if (dice.below(3) == 0) one.input.of = static_cast<Of>(dice.below(8));
    const double stated = earned(one, items);
    one.input.cautious = true;
    INFO(i);
    CHECK(earned(one, items) <= stated);
    one.is_deduction = true;
    const double off = earned(one, items);
    one.input.cautious = false;
    CHECK(off >= earned(one, items));
  }
}

TEST_CASE("a curve of marks scales with what it is worth") {
  Dice dice(5);
  for (int i = 0; i < 5'000; ++i) {
    RuleScore one = term(Linear{dice.tenths(40), 50 + dice.tenths(50)});
    const std::vector<Evidence> items = {piece(dice.tenths(120))};
    const double share = earned(one, items);
    one.limits.earns = 8;
    CHECK(earned(one, items) == share * 8);
  }
}

TEST_CASE("peers don't depend on the order of the documents, to the last bit") {
  const Framework framework = one_indicator(R"(
    full: 10
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score:
      take: mean
      points: {against: z, from: -3, to: 3}
      all_of: {points: {against: mean, from: -5, to: 5}}
      bonus: {points: {against: percentile, points: {0%: 1, 100%: 0}}}
      deduct: {points: {against: lowest, under: 50%, earns: 0.5}})");
  Dice dice(6);
  std::vector<Document> documents;
  for (int i = 0; i < 23; ++i)
    documents.push_back(report("得分" + std::to_string(dice.below(1000)) + "." + std::to_string(dice.below(10)) + "分。",
                               "第" + std::to_string(i) + "市"));
  const std::vector<Scorecard> first = cards(framework, documents);
  for (int round = 0; round < 5; ++round) {
    std::vector<std::size_t> order(documents.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.below(static_cast<std::uint32_t>(i))]);
    std::vector<Document> shuffled;
    for (const std::size_t i : order) shuffled.push_back(documents[i]);
    const std::vector<Scorecard> again = cards(framework, shuffled);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const double a = first[order[i]].score(), b = again[i].score();
      CHECK(std::memcmp(&a, &b, sizeof a) == 0);
      CHECK(first[order[i]].reason(1) == again[i].reason(1));
    }
  }
}

TEST_CASE("peers are of the same level and year, and travel as text") {
  const std::string entries = R"(
    full: 10
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {against: rank, bands: [{to: 1, earns: 10}, {to: 2, earns: 5}]}})";
  const std::vector<Document> documents = {report("得分80分。", "甲市"), report("得分90分。", "乙市"),
                                           report("得分99分。", "丙县", 2020, "county"), report("得分99分。", "甲市", 2019)};
  const Engine engine(one_indicator(entries));
  const std::vector<EvidenceSet> found = engine.match(documents);
  const std::vector<Scorecard> by_level = engine.score(found);
  CHECK(marks(by_level[0]) == 5);
  CHECK(marks(by_level[1]) == 10);
  CHECK(std::isnan(marks(by_level[2])));  // the only county
  CHECK(std::isnan(marks(by_level[3])));  // the only report of 2019
  const Engine all(one_indicator(entries, "peers: []"));
  CHECK(marks(all.score(found)[0]) == 0);  // the fourth of four

  const Peers peers = engine.peers(found), read = Peers::deserialise(peers.serialise());
  CHECK(read.documents() == 4);
  CHECK(read.serialise() == peers.serialise());
  CHECK(marks(engine.score(found[0], read)) == 5);
  CHECK_THROWS_AS(Peers::deserialise("no peers"), UsageError);
}

TEST_CASE("a single document says that there is nobody to compare it with") {
  const Framework framework = one_indicator(R"(
    evidence: {points: {any: [得分], value: {unit: 分}}}
    score: {points: {against: highest, target: 1}})");
  CHECK(framework.compares());
  const Scorecard alone = card(framework, report("得分80分。"));
  CHECK(std::isnan(marks(alone)));
  CHECK(alone.nodes()[1].state == State::evidenced);
  CHECK(alone.coverage() == 0);
  CHECK(alone.reason(1) == "有依据“得分80分”，但不能评分：没有可比的同组文件（规则 points），未评，计0分。");
  CHECK(alone.reason(1, "en") ==
        "there is evidence, \"得分80分\", but it can't be judged: no peers to compare with (rule points); not assessed, it "
        "counts 0.");
  REQUIRE(alone.warnings("en").size() == 1);
  CHECK(alone.warnings("en")[0] == "A points: no peers to compare with");
}

}  // namespace rulescore::shapes
