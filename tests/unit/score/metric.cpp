// Figures computed from found ones: which are brought together, and what there is instead of a figure.
#include "score/metric.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

// A piece at each figure of a text made of "rule:value" words; a blank line parts paragraphs, 。 sentences.
struct Told {
  std::string text;
  std::vector<Evidence> items;

  Told& say(std::uint16_t rule, double value, bool same_sentence = false) {
    Evidence e;
    e.rule = rule;
    e.value = value;
    e.begin = static_cast<std::uint32_t>(text.size());
    text += "x";
    e.end = static_cast<std::uint32_t>(text.size());
    e.sentence_begin = same_sentence ? items.back().sentence_begin : e.begin;
    e.sentence_end = same_sentence ? items.back().sentence_end : e.end + 100;
    items.push_back(e);
    return *this;
  }
  Told& paragraph() {
    text += "\n";
    return *this;
  }

  std::vector<MetricFigure> figures(const Metric& metric, std::span<const Metric> metrics = {}) const {
    return figures_of(metric, {items, {}, 0, static_cast<std::uint32_t>(items.size()), 0, metrics, text});
  }
};

Metric metric(Op op, std::vector<Operand> of) { return {"m", op, std::move(of), ZeroOverZero::missing, {}}; }

Metric share() { return {"share", Op::share, {{0, false}, {1, false}}, ZeroOverZero::full, "%"}; }

}  // namespace

TEST_CASE("a share of two figures of one sentence") {
  Told told;
  told.say(0, 79).say(1, 86, true);
  const auto figures = told.figures(share());
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].value == 100 * 79.0 / 86);
  CHECK(figures[0].pieces == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("figures of one sentence come before those of one paragraph, those before the first of each") {
  Told sentences;
  sentences.say(1, 50).say(0, 30).say(1, 40, true).paragraph().say(0, 7).say(1, 10, true);
  const auto by_sentence = sentences.figures(share());
  REQUIRE(by_sentence.size() == 2);  // 30 of 40, 7 of 10
  CHECK(by_sentence[0].value == 75);
  CHECK(by_sentence[1].value == 70);

  Told paragraphs;
  paragraphs.say(1, 60).paragraph().say(0, 30).say(1, 40).paragraph().say(0, 9);
  const auto by_paragraph = paragraphs.figures(share());
  REQUIRE(by_paragraph.size() == 1);
  CHECK(by_paragraph[0].value == 75);

  Told apart;
  apart.say(0, 30).paragraph().say(1, 40).paragraph().say(1, 50);
  const auto first = apart.figures(share());
  REQUIRE(first.size() == 1);
  CHECK(first[0].value == 75);
}

TEST_CASE("every operation") {
  Told told;
  told.say(0, 12).say(1, 8, true);
  const auto value = [&](Op op) { return told.figures(metric(op, {{0, false}, {1, false}})).at(0).value; };
  CHECK(value(Op::share) == 150);
  CHECK(value(Op::ratio) == 1.5);
  CHECK(value(Op::sum) == 20);
  CHECK(value(Op::difference) == 4);
  CHECK(value(Op::growth) == 50);
  CHECK(value(Op::least) == 8);
  CHECK(value(Op::greatest) == 12);
}

TEST_CASE("an operand that isn't there leaves no figure") {
  Told told;
  told.say(0, 12);
  CHECK(told.figures(share()).empty());
  CHECK(told.figures(metric(Op::sum, {{0, false}, {1, false}})).empty());
}

TEST_CASE("0/0 is what the author says, x/0 is no figure") {
  Told none;
  none.say(0, 0).say(1, 0, true);
  CHECK(none.figures(share())[0].zero == ZeroOverZero::full);
  CHECK(std::isnan(none.figures(share())[0].value));
  Told some;
  some.say(0, 3).say(1, 0, true);
  CHECK(some.figures(share())[0].over_zero);
  CHECK_FALSE(some.figures(share())[0].zero);
}

TEST_CASE("a metric of metrics passes on what kept one of them from being a figure") {
  Told told;
  told.say(0, 0).say(1, 0, true);
  const std::vector<Metric> metrics = {share(), metric(Op::sum, {{first_metric, false}, {first_metric, false}})};
  CHECK(told.figures(metrics[1], metrics)[0].zero == ZeroOverZero::full);
  told.items[0].value = told.items[1].value = 5;
  CHECK(told.figures(metrics[1], metrics)[0].value == 200);
}

TEST_CASE("plans, repetitions and falls") {
  Told told;
  told.say(0, 79).say(1, 86, true);
  told.items[0].status = Status::planned;
  CHECK(told.figures(share()).empty());
  told.items[0].status = Status::achieved;
  told.items[0].change = Change::decrease;
  CHECK(told.figures(metric(Op::sum, {{0, true}})).at(0).value == -79);
  CHECK(told.figures(metric(Op::sum, {{0, false}})).at(0).value == 79);
}

}  // namespace rulescore
