// Two sets of scores by hand: who is paired with whom, what moved and how far, ranks, and what can't be compared.
#include "score/score.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/model.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/error.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

using testing::About;

struct Doc {
  std::string name, jurisdiction;
  int year = 0;
  std::vector<double> scores;
};

// Two indicators A and B of 50 points each, unless told otherwise.
Results results(const std::vector<Doc>& documents, const std::vector<std::string>& codes = {"A", "B"}) {
  Results made;
  made.framework = "t";
  for (const std::string& code : codes) made.indicators.push_back({code, {"指标" + code, ""}});
  for (const Doc& document : documents) {
    Results::Row row{document.name, document.jurisdiction, std::nullopt, 0, {}};
    if (document.year != 0) row.year = document.year;
    for (const double score : document.scores) {
      const double points = std::isnan(score) ? 0 : score * 50;
      made.scores.push_back(score);
      made.points.push_back(points);
      row.total += points;
    }
    made.rows.push_back(row);
  }
  return made;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs(const ScoreComparison& comparison) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const DocumentMove& move : comparison.documents) out.emplace_back(move.before, move.after);
  return out;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::string refusal(const Results& before, const Results& after) {
  try {
    compare(before, after);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("what moved is counted per indicator, a score that isn't there as nothing") {
  const ScoreComparison c = compare(results({{"a", "", 0, {0.5, 1}}, {"b", "", 0, {1, no_value}}, {"c", "", 0, {0, 0.25}}}),
                                    results({{"a", "", 0, {0.25, 1}}, {"b", "", 0, {1, 0.5}}, {"c", "", 0, {0.125, no_value}}}));
  REQUIRE(c.indicators.size() == 2);
  const IndicatorMove &a = c.indicators[0], &b = c.indicators[1];
  CHECK(a.code == "A");
  CHECK((a.up == 1 && a.down == 1));
  CHECK(a.mean == About((0.125 - 0.25) / 3));
  CHECK(a.points == About(50 * (0.125 - 0.25) / 3));
  CHECK(a.furthest == 0);
  CHECK((a.from == 0.5 && a.to == 0.25));
  CHECK((b.up == 1 && b.down == 1));
  CHECK(b.furthest == 1);
  CHECK(std::isnan(b.from));
  CHECK(b.to == 0.5);
  CHECK(c.text.empty());
}

TEST_CASE("ranks are among the documents that are in both") {
  const ScoreComparison c =
      compare(results({{"a", "", 0, {1, 1}}, {"gone", "", 0, {1, 1}}, {"b", "", 0, {0.5, 0.5}}, {"c", "", 0, {0, 0}}}),
              results({{"c", "", 0, {1, 1}}, {"new", "", 0, {1, 0}}, {"b", "", 0, {0.5, 0.5}}, {"a", "", 0, {1, 1}}}));
  CHECK(pairs(c) == Pairs{{0, 3}, {2, 2}, {3, 0}});
  CHECK(c.only_before == std::vector<std::uint32_t>{1});
  CHECK(c.only_after == std::vector<std::uint32_t>{1});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranks;
  for (const DocumentMove& move : c.documents) ranks.emplace_back(move.rank_before, move.rank_after);
  CHECK(ranks == Pairs{{1, 1}, {2, 3}, {3, 1}});
  const ScoreComparison alone = compare(results({{"a", "", 0, {1, 1}}}), results({{"a", "", 0, {0, 1}}}));
  CHECK(alone.documents[0].rank_before == 0);
  CHECK(alone.documents[0].rank_after == 0);
}

TEST_CASE("documents are paired by name, the others by jurisdiction and year; of equals the first with the first") {
  CHECK(pairs(compare(results({{"x/a", "甲", 2020, {0, 0}}, {"x/b", "乙", 2020, {0, 0}}, {"c", "丙", 2020, {0, 0}}}),
                      results({{"c", "丙", 2021, {0, 0}}, {"y/b", "乙", 2020, {0, 0}}, {"y/a", "甲", 2020, {0, 0}}}))) ==
        Pairs{{0, 2}, {1, 1}, {2, 0}});
  CHECK(pairs(compare(results({{"-", "", 0, {0, 0}}, {"-", "", 0, {0, 0}}}),
                      results({{"-", "", 0, {0, 0}}, {"-", "", 0, {0, 0}}}))) == Pairs{{0, 0}, {1, 1}});
}

TEST_CASE("what can't be compared is refused") {
  const std::string refused = "the two sets of results have no document in common, neither by name nor by jurisdiction";
  CHECK(refusal(results({{"a", "甲", 2020, {0, 0}}}), results({{"b", "乙", 2020, {0, 0}}})) == refused);
  CHECK(refusal(results({{"2019/a", "甲", 2019, {0, 0}}}), results({{"2020/a", "乙", 2020, {0, 0}}})) == refused);
  CHECK(refusal(results({}), results({})) == refused);
}

TEST_CASE("two years are paired by jurisdiction: the latest, and the latest before that; who was passed over is said") {
  const ScoreComparison c = compare(
      results({{"a18", "甲", 2018, {0, 0}},
               {"a19", "甲", 2019, {0, 0}},
               {"b19", "乙", 2019, {0, 0}},
               {"b19+", "乙", 2019, {0, 0}},
               {"c", "丙", 2019, {0, 0}}}),
      results(
          {{"b20", "乙", 2020, {0, 0}}, {"a20", "甲", 2020, {0, 0}}, {"a17", "甲", 2017, {0, 0}}, {"d", "丁", 2020, {0, 0}}}));
  CHECK(pairs(c) == Pairs{{1, 1}, {2, 0}});
  CHECK(c.only_before == std::vector<std::uint32_t>{4});
  CHECK(c.only_after == std::vector<std::uint32_t>{3});
  REQUIRE(c.passed_over.size() == 3);
  const auto passed = [&](std::size_t i, bool is_after, std::uint32_t row, std::uint32_t taken) {
    return c.passed_over[i].is_after == is_after && c.passed_over[i].row == row && c.passed_over[i].taken == taken;
  };
  CHECK(passed(0, false, 3, 2));
  CHECK(passed(1, false, 0, 1));
  CHECK(passed(2, true, 2, 1));
}

TEST_CASE("of an archive the old side has the year before, or else its latest") {
  CHECK(pairs(compare(results({{"a", "甲", 2021, {0, 0}}, {"b", "甲", 2019, {0, 0}}, {"c", "甲", 2018, {0, 0}}}),
                      results({{"d", "甲", 2020, {0, 0}}}))) == Pairs{{1, 0}});
  CHECK(pairs(compare(results({{"a", "甲", 2021, {0, 0}}, {"b", "甲", 0, {0, 0}}}), results({{"d", "甲", 0, {0, 0}}}))) ==
        Pairs{{0, 0}});
}

TEST_CASE("without a jurisdiction the name counts, years in it left out, as long as it is the only one") {
  CHECK(pairs(compare(results({{"old/qingdao-2019.txt", "", 0, {0, 0}}, {"old/wuxi.txt", "", 0, {0, 0}}}),
                      results({{"new/wuxi.txt", "", 0, {0, 0}}, {"new/qingdao-2020.txt", "青岛", 2020, {0, 0}}}))) ==
        Pairs{{0, 1}, {1, 0}});
  const ScoreComparison twice =
      compare(results({{"2019/a.txt", "", 0, {0, 0}}, {"2018/a.txt", "", 0, {0, 0}}, {"2019/b.txt", "", 0, {0, 0}}}),
              results({{"2020/a.txt", "", 0, {0, 0}}, {"2020/b.txt", "", 0, {0, 0}}}));
  CHECK(pairs(twice) == Pairs{{2, 1}});
  CHECK(twice.only_before == std::vector<std::uint32_t>{0, 1});
  CHECK(twice.only_after == std::vector<std::uint32_t>{0});
  // Digits that are no year stay: page 12345 isn't page 12346.
  CHECK(refusal(results({{"a-12345", "", 0, {0, 0}}, {"a-3000", "", 0, {0, 0}}}),
                results({{"a-12346", "", 0, {0, 0}}, {"a-3001", "", 0, {0, 0}}})) != "");
  CHECK(pairs(compare(results({{"then.txt", "", 0, {0, 0}}}), results({{"now.txt", "", 0, {0, 0}}}))) == Pairs{{0, 0}});
}

TEST_CASE("indicators are paired by code; what came and what went is listed") {
  const ScoreComparison c =
      compare(results({{"a", "", 0, {1, 0.5}}}, {"A", "B"}), results({{"a", "", 0, {0.25, 1}}}, {"C", "A"}));
  REQUIRE(c.indicators.size() == 3);
  const auto none = IndicatorMove::none;
  CHECK(c.indicators[0].code == "C");
  CHECK((c.indicators[0].before == none && c.indicators[0].after == 0));
  CHECK(c.indicators[0].mean == 0.25);
  CHECK((c.indicators[1].before == 0 && c.indicators[1].after == 1));
  CHECK(c.indicators[1].mean == 0);
  CHECK(c.indicators[1].furthest == none);
  CHECK(c.indicators[2].code == "B");
  CHECK((c.indicators[2].before == 1 && c.indicators[2].after == none));
  CHECK(c.indicators[2].mean == -0.5);
  CHECK(c.indicators[2].down == 1);
}

TEST_CASE("two panels: an edited weight moves points and totals, no scores") {
  testing::TreeBuilder builder;
  const ScoreBlock rate = testing::TreeBuilder::shapes({Proportion{100}});
  builder.indicator(0, "A", 1, rate);
  builder.indicator(0, "B", 1, rate);
  const Framework framework = builder.build(), edited = framework.with_weight("A", 3);
  const auto panel = [](const Framework& by) {
    std::vector<Scorecard> cards;
    cards.push_back(score(by, testing::evidence_of(by, {testing::fact(0, 0, 80), testing::fact(1, 0, 40)}, "a")));
    cards.push_back(score(by, testing::evidence_of(by, {testing::fact(1, 0, 90)}, "b")));
    return Panel(std::move(cards));
  };
  const ScoreComparison c = compare(panel(framework), panel(edited));
  CHECK(c.before.rows[0].total == About(60));
  CHECK(c.after.rows[0].total == About(70));
  CHECK((c.indicators[0].up == 0 && c.indicators[0].down == 0 && c.indicators[0].mean == 0));
  CHECK(c.indicators[0].points == About(10));  // 80 of 50 points becomes 80 of 75, for one of two documents
  CHECK(c.indicators[1].points == About(-0.65 * 25));
  REQUIRE(c.indicators[0].text.size() == 1);
  CHECK(c.indicators[0].text[0].path == "weight");
  CHECK((c.documents[0].rank_before == 1 && c.documents[1].rank_before == 2));
}

}  // namespace rulescore
