// Who a node is for: by level, place and year, and what isn't known.
#include "score/applicability.hpp"

#include "support/catch.hpp"
#include "support/model.hpp"

#include <vector>

namespace rulescore {
namespace {

// 0 root · 1 A · 2 A1 · 3 A2 · 4 B
std::vector<Applies> asked(const Whom& applies, const Whom& excludes, const Metadata& about, std::uint32_t node = 1) {
  testing::TreeBuilder builder;
  const auto a = builder.group(0, "A");
  builder.indicator(a, "A1");
  builder.indicator(a, "A2");
  builder.indicator(0, "B");
  builder.model().node_rules.resize(5);
  builder.model().node_rules[node].applies = applies;
  builder.model().node_rules[node].excludes = excludes;
  return applicability(builder.build().model(), about);
}

Metadata about(const std::string& level, const std::string& place = {}, std::optional<int> year = {}) {
  Metadata metadata;
  metadata.level = level;
  metadata.jurisdiction = place;
  metadata.year = year;
  return metadata;
}

constexpr Applies yes = Applies::yes, no = Applies::no;
const std::vector<Applies> all, not_a = {yes, no, no, no, yes}, not_a2 = {yes, yes, yes, no, yes};

}  // namespace

TEST_CASE("a group that isn't meant takes all below with it") {
  Whom cities;
  cities.level = {"prefecture", "province"};
  CHECK(asked(cities, {}, about("county")) == not_a);
  CHECK(asked(cities, {}, about("prefecture")) == all);
  CHECK(asked(cities, {}, about("county"), 3) == not_a2);
  CHECK(asked({}, cities, about("prefecture")) == not_a);
  CHECK(asked({}, cities, about("county")) == all);
}

TEST_CASE("what isn't known keeps nothing away") {
  Whom cities;
  cities.level = {"prefecture"};
  CHECK(asked(cities, {}, about("")) == all);
  CHECK(asked({}, cities, about("")) == all);
  Whom since;
  since.first_year = 2021;
  CHECK(asked(since, {}, about("county")) == all);
}

TEST_CASE("all that is said must hold") {
  Whom some;
  some.level = {"county"};
  some.jurisdiction = {"甲县"};
  CHECK(asked(some, {}, about("county", "甲县")) == all);
  CHECK(asked(some, {}, about("county", "乙县")) == not_a);
  CHECK(asked(some, {}, about("prefecture", "甲县")) == not_a);
  CHECK(asked({}, some, about("county", "乙县")) == all);
  CHECK(asked({}, some, about("county", "甲县")) == not_a);
  CHECK(asked({}, some, about("county")) == all);
}

TEST_CASE("years, ends included") {
  Whom years;
  years.first_year = 2021;
  years.last_year = 2023;
  CHECK(asked(years, {}, about("", "", 2020)) == not_a);
  CHECK(asked(years, {}, about("", "", 2021)) == all);
  CHECK(asked(years, {}, about("", "", 2023)) == all);
  CHECK(asked(years, {}, about("", "", 2024)) == not_a);
}

}  // namespace rulescore
