// Views of an index, printed: whole tables in both languages, machine formats, and what is refused.
#include "render/views_sheet.hpp"
#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

#include <rulescore/index.hpp>
#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

#include <string>

namespace rulescore {
namespace {

using testing::refusal;

const char* const yaml = R"(rulescore: 1
id: small
version: "1"
title: {zh: 小指数, en: A small index}
index: {unit: code, time: year, impute: mean, normalise: {min_max: [0, 100]}}
children:
  - code: G
    title: {zh: 增长, en: Growth}
    weight: 1
    children:
      - {code: A, title: {zh: 收入, en: Income}, weight: 1, data: {column: A}}
      - {code: B, title: {zh: 失业, en: Unemployment}, weight: 1, data: {better: lower}}
  - code: C
    title: {zh: 环境, en: Environment}
    weight: 1
    data: {column: C}
)";

Index small(bool years) {
  Table::Builder table("small.csv");
  const double gap = testing::gap;
  if (years) {
    table.texts("code", {"x", "y", "x", "y"}).figures("year", {2019, 2019, 2020, 2020});
    table.figures("A", {10, 20, 30, 50}).figures("B", {9, 8, 7, 5}).figures("C", {0, 4, gap, 8});
    return index(table.build(), Framework::parse(yaml, "small.yaml"));
  }
  table.texts("code", {"p", "q", "r"}).figures("A", {0, 10, 5}).figures("B", {4, 1, 2}).figures("C", {1, gap, 3});
  std::string text = yaml;
  text.replace(text.find("time: year, "), 12, "");
  return index(table.build(), Framework::parse(text, "small.yaml"));
}

nlohmann::json rows(const Index& of, const char* view) { return nlohmann::json::parse(index_view_json(of, view)).at("rows"); }

}  // namespace

TEST_CASE("figures of any size in four digits") {
  using render::significant;
  CHECK(significant(96300) == "96300");
  CHECK(significant(1.5) == "1.5");
  CHECK(significant(1190.4) == "1190");
  CHECK(significant(0.00123456) == "0.001235");
  CHECK(significant(-12.345678) == "-12.35");
  CHECK(significant(0) == "0");
  CHECK(significant(1.23456e-12) == "1.235e-12");
  CHECK(significant(-4.5e11) == "-4.500e+11");
  CHECK(significant(testing::gap) == "–");
}

TEST_CASE("a unit's profile, for people in both languages") {
  const Index of = small(false);
  TableStyle style;
  const std::string text = index_view_table(of, "unit:q", style);
  for (const char* line : {"small 1 · 概况：q\n\n编号   指标      得分  名次  参评  中位数    最高  原值  原值中位数  提示\n",
                           "small  小指数   75.00     2     3   75.00   79.17     –           –\n",
                           "G      增长    100.00     1     3   58.33  100.00     –           –\n",
                           "B      失业    100.00     1     3   66.67  100.00     1           2  强项\n",
                           "C      环境     50.00     2     3   50.00  100.00     –           2  插补\n"}) {
    INFO(text);
    CHECK(text.find(line) != text.npos);
  }
  style.language = "en";
  const std::string english = index_view_table(of, "unit:q", style);
  for (const char* line :
       {"small 1 · profile: q\n\nCode   Indicator       Score  Rank  Of  Median    Best  Figure  Median figure  Flags\n",
        "A      Income         100.00     1   3   50.00  100.00      10              5  strength\n",
        "C      Environment     50.00     2   3   50.00  100.00       –              2  imputed\n"}) {
    INFO(english);
    CHECK(english.find(line) != english.npos);
  }
  CHECK(index_view_markdown(of, "availability", style) ==
        "# small 1 · what figures each unit has\n\n"
        "| Unit | Missing | Zeros | Available | Non-zero | G | C |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
        "| p | 0 | 1 | 1.00 | 0.67 | 1.00 | 1.00 |\n"
        "| q | 1 | 0 | 0.67 | 1.00 | 1.00 | 0.00 |\n"
        "| r | 0 | 0 | 1.00 | 1.00 | 1.00 | 1.00 |\n");
}

TEST_CASE("views for machines") {
  const Index of = small(false);
  const auto stats = rows(of, "stats");
  REQUIRE(stats.size() == 3);
  CHECK(stats[1].at("code") == "B");
  CHECK(stats[1].at("mean").get<double>() == testing::About(7.0 / 3));
  CHECK(stats[1].at("kurtosis").is_null());
  CHECK(stats[2].at("figures") == 2);
  CHECK(stats[2].at("flags") == nlohmann::json::array({"imputed"}));
  const auto pairs = rows(of, "correlations");
  CHECK(pairs[1].at("parent") == "small");
  CHECK(pairs[1].at("sibling") == "G");
  // 0, 100, 58.3 against 0, 50, 100 about their means: 2916.7 / sqrt(5046.3 x 5000)
  CHECK(pairs[1].at("with_sibling").get<double>() == testing::About(0.58065, 1e-5));
  CHECK(pairs[2].at("flags") == nlohmann::json::array({"redundant"}));
  CHECK(rows(of, "correlations:kendall")[1].at("with_sibling").get<double>() == testing::About(1.0 / 3));
  const auto square = rows(of, "matrix:spearman");
  CHECK(square[0].at("A") == 1);
  CHECK(square[0].at("B").get<double>() == testing::About(1));
  CHECK(index_view_csv(of, "availability").starts_with("unit,missing,zeros,available,non_zero,G,C\r\np,0,1,1,0.66"));
}

TEST_CASE("alpha and components of groups") {
  const Index of = small(false);
  const auto alpha = rows(of, "alpha");
  REQUIRE(alpha.size() == 2);  // the whole and G
  CHECK(alpha[1].at("code") == "G");
  CHECK(alpha[1].at("units") == 3);
  CHECK(alpha[1].at("alpha").get<double>() > 0.98);
  const auto components = rows(of, "pca:G");
  REQUIRE(components.size() == 2);
  const double shared = components[0].at("explained").get<double>();
  CHECK(shared == testing::About((1 + 0.98198050606) / 2, 1e-9));
  CHECK(components[1].at("cumulative").get<double>() == testing::About(1));
  CHECK(components[0].at("A").get<double>() == testing::About(std::sqrt(shared)));
}

TEST_CASE("over the years a unit has a line, and its profile is of the latest, among that year") {
  const Index of = small(true);
  const auto lines = rows(of, "trends");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].at("unit") == "x");
  CHECK(lines[0].at("years") == 2);
  CHECK(lines[0].at("slope").get<double>() ==
        testing::About(lines[0].at("last").get<double>() - lines[0].at("first").get<double>()));
  const auto profile = rows(of, "unit:x");
  CHECK(profile[0].at("rank") == 2);
  CHECK(profile[0].at("of") == 2);
  CHECK(index_view_table(of, "unit:x").find("概况：x 2020") != std::string::npos);
  CHECK(rows(of, "availability")[2].at("time") == 2020);
}

TEST_CASE("a view that isn't there is refused, with what is meant") {
  const Index of = small(false), years = small(true);
  const auto said = [](const Index& which, const char* view) { return refusal([&] { (void)index_view_json(which, view); }); };
  CHECK(said(of, "stat") == "there is no view `stat`; did you mean `stats`?");
  CHECK(said(of, "") == "there is no view ``; there are stats, correlations, matrix, alpha, pca, availability, unit, trends");
  CHECK(said(of, "stats:A") == "the view `stats` takes nothing after a colon, found `A`");
  CHECK(said(of, "correlations:spearmen") == "there is no correlation `spearmen`; did you mean `spearman`?");
  CHECK(said(of, "unit:z") == "there is no unit `z`; there are p, q, r");
  CHECK(said(of, "pca:A") == "`A` is an indicator; components are of the children of a group");
  CHECK(said(of, "pca:Z") == "there is no node `Z`; there are small, G, A, B, C");
  CHECK(said(of, "trends") == "trends need a column of years; the framework's `index` says which with `time`");
  CHECK(said(years, "trends") == "nothing was refused");
}

}  // namespace rulescore
