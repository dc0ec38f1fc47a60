// Every shape against figures worked out by hand.
#include "score/shapes.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

std::vector<Evidence> pieces_of(const std::vector<double>& values) {
  std::vector<Evidence> items(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) items[i].value = values[i];
  return items;
}

Earned earn_all(const Shape& shape, const std::vector<Evidence>& items) {
  return earn(shape, {items, {}, 0, static_cast<std::uint32_t>(items.size()), 0});
}
Earned earn_values(const Shape& shape, const std::vector<double>& values) { return earn_all(shape, pieces_of(values)); }
double score(const Shape& shape, const std::vector<double>& values) { return earn_values(shape, values).score; }

}  // namespace

TEST_CASE("presence is worth its score, however often it is there") {
  CHECK(score(Presence{0.4}, {no_value}) == 0.4);
  CHECK(score(Presence{0.4}, {no_value, 3, 5}) == 0.4);
  CHECK(earn_values(Presence{0.4}, {1, 2}).piece == 0);
}

TEST_CASE("at least is all or nothing, and the best figure counts") {
  CHECK(score(AtLeast{80}, {80}) == 1);
  CHECK(score(AtLeast{80}, {79.99}) == 0);
  CHECK(score(AtLeast{80}, {10, 85, 20}) == 1);
  CHECK(earn_values(AtLeast{80}, {10, 85, 90}).piece == 1);
}

TEST_CASE("at most is all or nothing, and the worst figure counts") {
  CHECK(score(AtMost{0}, {0}) == 1);
  CHECK(score(AtMost{0}, {0.5}) == 0);
  CHECK(score(AtMost{0}, {0, 2, 0}) == 0);
  CHECK(earn_values(AtMost{0}, {0, 2, 0}).piece == 1);
  CHECK(score(AtMost{5}, {1, 5}) == 1);
}

TEST_CASE("a proportion stops at 1") {
  CHECK(score(Proportion{40}, {32}) == 0.8);
  CHECK(score(Proportion{40}, {60}) == 1);
  CHECK(score(Proportion{40}, {8, 32, 16}) == 0.8);
  CHECK(score(Proportion{40}, {-5}) == 0);
  CHECK(score(Proportion{0}, {0}) == 1);
}

TEST_CASE("a rising line: the best figure counts") {
  const Linear line{50, 100};
  CHECK(score(line, {100}) == 1);
  CHECK(score(line, {75}) == 0.5);
  CHECK(score(line, {50}) == 0);
  CHECK(score(line, {20}) == 0);
  CHECK(score(line, {120}) == 1);
  CHECK(score(line, {60, 90}) == 0.8);
}

TEST_CASE("a falling line: the worst figure counts") {
  const Linear line{30, 10};
  CHECK(score(line, {10}) == 1);
  CHECK(score(line, {5}) == 1);
  CHECK(score(line, {20}) == 0.5);
  CHECK(score(line, {30}) == 0);
  CHECK(score(line, {45}) == 0);
  CHECK(score(line, {10, 25}) == 0.25);
  CHECK(earn_values(line, {10, 25}).amount == 25);
}

TEST_CASE("a line of no length is a step") {
  CHECK(score(Linear{5, 5}, {5}) == 1);
  CHECK(score(Linear{5, 5}, {4.9}) == 0);
}

TEST_CASE("piecewise: straight between the points, flat outside") {
  const Piecewise shape{{{60, 0}, {80, 0.5}, {100, 1}}};
  CHECK(score(shape, {50}) == 0);
  CHECK(score(shape, {60}) == 0);
  CHECK(score(shape, {70}) == 0.25);
  CHECK(score(shape, {80}) == 0.5);
  CHECK(score(shape, {90}) == 0.75);
  CHECK(score(shape, {100}) == 1);
  CHECK(score(shape, {130}) == 1);
}

TEST_CASE("piecewise can rise and fall again; the piece worth most counts") {
  const Piecewise hill{{{0, 0}, {10, 1}, {20, 0.2}}};
  CHECK(score(hill, {10}) == 1);
  CHECK(score(hill, {20}) == 0.2);
  CHECK(earn_values(hill, {20, 9, 1}).piece == 1);
  CHECK(score(Piecewise{{{5, 0.3}}}, {4}) == 0.3);
  CHECK(score(Piecewise{{{5, 0.2}, {5, 0.9}}}, {5}) == 0.9);  // a step: the right end holds at the point itself
  CHECK(score(Piecewise{{{0, 0}, {5, 0.2}, {5, 0.9}, {10, 1}}}, {5}) == 0.9);
  CHECK(score(Piecewise{{{5, 0.2}, {5, 0.9}}}, {4.9}) == 0.2);
}

TEST_CASE("count: so much a piece, up to a cap, with or without figures") {
  const Count shape{0.25, 0.8};
  CHECK(score(shape, {no_value}) == 0.25);
  CHECK(score(shape, {no_value, 7, no_value}) == 0.75);
  CHECK(score(shape, {1, 2, 3, 4}) == 0.8);
  CHECK(earn_values(shape, {1, 2, 3}).amount == 3);
  CHECK(earn_values(shape, {1, 2, 3}).piece == 0);
}

TEST_CASE("total: the figures add up") {
  const Total shape{50};
  CHECK(score(shape, {10, 15}) == 0.5);
  CHECK(score(shape, {no_value, 10, no_value, 30}) == 0.8);
  CHECK(score(shape, {30, 30}) == 1);
  CHECK(earn_values(shape, {no_value, 10, 30}).amount == 40);
  CHECK(earn_values(shape, {no_value, 10, 30}).piece == 1);
}

TEST_CASE("nothing to use is not zero") {
  const std::vector<Shape> all = {Presence{}, AtLeast{1}, AtMost{1}, Proportion{1}, Linear{0, 1}, Piecewise{{{0, 0}, {1, 1}}},
                                  Count{},    Total{}};
  for (const Shape& shape : all) {
    CHECK(std::isnan(score(shape, {})));
    CHECK_FALSE(earn_values(shape, {}).found());
  }
  // A piece without a figure is nothing to shapes that need one.
  for (const Shape& shape : {all[1], all[2], all[3], all[4], all[5], all[7]}) CHECK_FALSE(earn_values(shape, {no_value}).found());
}

TEST_CASE("scores stay within 0 and 1, whatever was written") {
  CHECK(score(Presence{1.5}, {1}) == 1);
  CHECK(score(Count{-1, 1}, {1}) == 0);
  CHECK(score(Piecewise{{{0, 0}, {1, 3}}}, {1}) == 1);
  CHECK(score(Piecewise{}, {1}) == 0);
}

TEST_CASE("only achieved evidence of the rule itself earns") {
  auto items = pieces_of({100, 90, 80});
  items[0].status = Status::planned;
  items[1].status = Status::problem;
  CHECK(earn_all(Proportion{100}, items).score == 0.8);
  items[2].rule = 1;
  CHECK_FALSE(earn_all(Proportion{100}, items).found());
}

TEST_CASE("a repetition earns nothing, unless what it repeats was no achievement") {
  auto items = pieces_of({10, 10, 10});
  items[1].duplicate_of = 0;
  items[2].duplicate_of = 1;
  CHECK(earn_all(Total{100}, items).amount == 10);
  CHECK(earn_all(Count{0.1, 1}, items).amount == 1);
  items[0].status = Status::planned;  // 目标10件 … 完成10件
  CHECK(earn_all(Total{100}, items).amount == 10);
  CHECK(earn_all(Total{100}, items).piece == 1);
  items[0].status = Status::achieved;
  items[0].rule = 3;  // another rule of the indicator has it
  CHECK_FALSE(earn_all(Total{100}, items).found());
}

TEST_CASE("a bound leaves the stated figure as it is, and a range enters with its low end") {
  for (const Bound bound : {Bound::exact, Bound::at_least, Bound::about, Bound::at_most}) {
    auto items = pieces_of({20});
    items[0].bound = bound;
    items[0].value_high = 30;
    CHECK(earn_all(Proportion{40}, items).score == 0.5);
  }
}

}  // namespace rulescore
