// Composite indices by hand: denominators, gaps, groups, panels over years, weights by name; and what is refused.
#include "support/catch.hpp"

#include <rulescore/error.hpp>
#include <rulescore/index.hpp>

#include <cmath>
#include <cstring>
#include <functional>
#include <string>

namespace rulescore {
namespace {

Framework of(const std::string& index, const std::string& children) {
  return Framework::parse("rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nindex: " + index + "\nchildren:\n" + children);
}

Framework two(const std::string& index, const std::string& x = "{}", const std::string& y = "{}") {
  return of(index, "- {code: x, title: x, data: " + x + "}\n- {code: y, title: y, data: " + y + "}\n");
}

Table csv(const std::string& text) { return Table::parse(text, "t.csv"); }

std::vector<double> whole(const std::string& table, const Framework& framework, const IndexOptions& options = {}) {
  return index(csv(table), framework, options).values(0);
}

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing was refused";
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

}  // namespace

TEST_CASE("figures are divided, turned round and brought on one scale") {
  // x per head: 2, 4, 3; y, where less is better: 30, 10, 20.
  const Framework framework = two("{}", "{per: people}", "{better: lower}");
  const Index result = index(csv("u,people,x,y\na,10,20,30\nb,5,20,10\nc,2,6,20\n"), framework);
  CHECK(result.values(*framework.find("x")) == std::vector<double>{0, 100, 50});
  CHECK(result.values(*framework.find("y")) == std::vector<double>{0, 100, 50});
  CHECK(result.values(0) == std::vector<double>{0, 100, 50});
  CHECK(result.ranks() == std::vector<std::uint32_t>{3, 1, 2});
  CHECK(result.prepared() == std::vector<double>{2, 30, 4, 10, 3, 20});
  CHECK(result.preparations()[0].per == "people");
}

TEST_CASE("what is divided by 0 or by nothing is missing") {
  const Framework framework = two("{}", "{per: people}");
  const Index result = index(csv("u,people,x,y\na,0,20,0\nb,,20,5\nc,2,6,10\nd,1,5,10\n"), framework);
  const std::vector<double> x = result.values(*framework.find("x"));
  CHECK(std::isnan(x[0]));
  CHECK(std::isnan(x[1]));
  CHECK(x[3] == 100);
  CHECK(result.values(0) == std::vector<double>{0, 50, 50, 100});
  CHECK(result.coverage(0)[0] == 0.5);
  CHECK(result.preparations()[0].available == 2);
}

TEST_CASE("gaps are filled by the framework's rule, or the caller's") {
  const std::string table = "u,g,x,y\na,1,0,0\nb,1,4,0\nc,2,,0\nd,2,10,10\ne,1,,0\n";
  const auto x = [&](const std::string& rule) {
    const Framework framework = two("{impute: " + rule + ", normalise: none}");
    return index(csv(table), framework).values(*framework.find("x"));
  };
  CHECK(std::isnan(x("none")[2]));
  CHECK(x("{mean: g}")[2] == 10);
  CHECK(x("{mean: g}")[4] == 2);
  CHECK(x("median")[2] == 4);
  IndexOptions options;
  options.impute = Imputation{Fill::mean, {}};
  const Index result = index(csv(table), two("{normalise: none}"), options);
  CHECK(result.preparations()[0].imputed == std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("years: a unit has a row each, gaps are filled from its other years, the scale is one for all") {
  const Framework framework = two("{time: year, impute: latest}");
  const Index result = index(csv("u,year,x,y\na,2019,0,0\na,2020,,5\nb,2019,10,10\nb,2020,5,10\n"), framework);
  CHECK(result.values(*framework.find("x")) == std::vector<double>{0, 0, 100, 50});
  CHECK(result.times()[1] == 2020);
  CHECK(refusal([&] { index(csv("u,year,x,y\na,2019,1,1\na,2019,2,2\n"), framework); }) ==
        "t.csv: rows 1 and 2 are both a in 2019; expected one row a unit and year");
}

TEST_CASE("too few available figures leave a group without a value") {
  const std::string children =
      "- code: g\n  title: g\n  min_available: 60%\n  children:\n  - {code: x, title: x, data: {}}\n  - {code: y, title: y, "
      "data: {}}\n"
      "- {code: z, title: z, data: {}}\n";
  const Framework framework = of("{}", children);
  const Index result = index(csv("u,x,y,z\na,0,,0\nb,10,0,10\nc,5,10,5\n"), framework);
  CHECK(std::isnan(result.values(*framework.find("g"))[0]));
  CHECK(result.values(0)[0] == 0);  // z alone
  CHECK(result.coverage(0)[0] == 0.75);
}

TEST_CASE("weights: the framework's sets, the same for all, a method among siblings") {
  const Framework framework = two("{weights: {experts: {x: 3}}}");
  const std::string table = "u,x,y\na,0,0\nb,10,4\nc,5,10\n";
  IndexOptions options;
  options.weights = "experts";
  CHECK(whole(table, framework, options)[1] == (3 * 100 + 40) / 4.0);
  options.weights = "critic";
  const Index critic = index(csv(table), framework, options);
  CHECK(critic.weights()[1] + critic.weights()[2] == Approx(1));
  CHECK(critic.values(0)[1] == Approx(critic.weights()[1] * 100 + critic.weights()[2] * 40));
  options.weights = "expert";
  CHECK(refusal([&] { whole(table, framework, options); }) == "there are no weights \"expert\"; did you mean `experts`?");
  options.weights.clear();
  options.node_weights = {1, 0, 0};
  CHECK(refusal([&] { whole(table, framework, options); }) == "the weights of what stands below whole are all 0");
  options.node_weights = {1, 2};
  CHECK(refusal([&] { whole(table, framework, options); }) ==
        "there are 2 weights for 3 nodes; expected one a node, the root's first");
}

TEST_CASE("a generalised mean leaves gaps out, and agrees with its own family where they meet") {
  // Independent of any formula for gaps: a unit with a gap has what the index without that column gives it.
  const std::string children = "- {code: x, title: x, data: {}}\n- {code: y, title: y, weight: 2, data: {}}\n";
  const std::string third = children + "- {code: z, title: z, data: {}}\n";
  const auto value = [](const std::string& aggregate, const std::string& leaves, const std::string& table) {
    const std::string head = "rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nindex: {normalise: {scaled: [0, 100]}}\naggregate: ";
    return index(csv(table), Framework::parse(head + aggregate + "\nchildren:\n" + leaves)).values(0)[0];
  };
  const std::string with_gap = "u,x,y,z\na,30,40,\nb,1,2,3\n", without = "u,x,y\na,30,40\nb,1,2\n";
  for (const char* how : {"{power: 2}", "{power: 0.5}", "{power: -1}", "geometric", "harmonic", "mean"})
    CHECK(value(how, third, with_gap) == Approx(value(how, children, without)).epsilon(1e-14));
  CHECK(value("{power: 2}", third, with_gap) == Approx(std::sqrt((900 + 2 * 1600) / 3.0)).epsilon(1e-14));
  CHECK(value("{power: 1}", third, with_gap) == Approx(value("mean", third, with_gap)).epsilon(1e-14));
  CHECK(value("{power: -1}", third, with_gap) == Approx(value("harmonic", third, with_gap)).epsilon(1e-14));
  CHECK(value("{power: 0}", third, with_gap) == Approx(value("geometric", third, with_gap)).epsilon(1e-14));
}

TEST_CASE("a framework without a word on scales takes scores and nothing else") {
  const Framework plain = Framework::parse(
      "rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nchildren:\n- {code: x, title: x, evidence: {a: {any: [y]}}, score: {a: 1}}\n");
  CHECK(whole("u,x\na,0.25\nb,1\n", plain) == std::vector<double>{25, 100});
  CHECK(refusal([&] { whole("u,x\na,0.25\nb,85\n", plain); }) ==
        "t.csv: indicator x, column \"x\": b has 85; a framework without `index` takes scores from 0 to 1. Say how figures come on one "
        "scale: `index: {normalise: min_max}`");
  IndexOptions options;
  options.normalise.emplace().method = Normalisation::Method::min_max;
  CHECK(whole("u,x\na,10\nb,85\n", plain, options) == std::vector<double>{0, 100});
}

TEST_CASE("the totals alone are the same bits, by whatever way") {
  std::string table = "u,x,y,z\n", gaps = table;
  for (int i = 0; i < 3000; ++i) {
    const std::string row = std::to_string(i) + "," + std::to_string(i * 37 % 1009) + "," + std::to_string(0.1 * (i * 91 % 577)) +
                            "," + std::to_string(i * i % 331) + "\n";
    table += "u" + row;
    gaps += "u" + (i % 7 == 0 ? std::to_string(i) + ",,1,2\n" : row);
  }
  const std::string children =
      "- code: g\n  title: g\n  weight: 0.3\n  children:\n  - {code: x, title: x, weight: 3, data: {}}\n"
      "  - {code: y, title: y, data: {better: lower}}\n- {code: z, title: z, weight: 0.7, data: {}}\n";
  for (const char* how : {"{}", "{normalise: {min_max: [1, 100]}}", "{normalise: z}", "{impute: mean}", "{treat: outliers}"}) {
    const Framework framework = of(how, children);
    for (const std::string& text : {table, gaps})
      for (const unsigned threads : {1u, 3u}) {
        IndexOptions options;
        options.threads = threads;
        CHECK(same(index_totals(csv(text), framework, options), whole(text, framework)));
      }
  }
}

TEST_CASE("what can't be added up is refused, with its place") {
  const Framework framework = two("{unit: u}");
  CHECK(refusal([&] { whole("v,x,y\na,1,2\n", framework); }) == "t.csv has no column \"u\"; it has v, x, y");
  CHECK(refusal([&] { whole("u,x\na,1\n", framework); }).starts_with("t.csv has no column \"y\""));
  CHECK(refusal([&] { whole("u,x,y\na,1,two\nb,1,3\n", framework); }) ==
        "t.csv:2: the column \"y\" holds \"two\", which is no number");
  CHECK(refusal([&] { whole("u,x,y\na,,1\nb,,3\n", framework); }) == "t.csv: indicator x, column \"x\" has no figures");
  CHECK(refusal([&] { whole("u,x,y\na,1,1\na,2,3\n", framework); }) ==
        "t.csv: rows 1 and 2 are both a; expected one row a unit, or the column of years under `index: time`");
  CHECK(refusal([&] { whole("u,x,y\na,1,1\nb,2,3\n", two("{normalise: {distance_to_reference: c}}")); }) ==
        "t.csv: indicator x, column \"x\": t.csv has no unit \"c\" to measure distances by");
  CHECK(refusal([&] {
          whole("u,x,y\na,1,1\nb,2,3\n", two("{normalise: goalposts}"));
        }).starts_with("t.csv: indicator x, column \"x\": normalise: goalposts needs lower"));
  CHECK(refusal([&] { whole("u,x,y\na,1,1\nb,,3\n", two("{impute: linear}")); }) ==
        "to impute over time a framework says which column holds the years: `index: {time: COLUMN}`");
  const std::string zero =
      "rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nmissing: zero\nindex: {normalise: z}\nchildren:\n- {code: x, title: x, "
      "data: {}}\n";
  CHECK(refusal([&] { whole("u,x\na,1\nb,2\n", Framework::parse(zero)); }) ==
        "the indicator x counts as \"zero\" where it is missing, which its normalisation has no place for; write `missing: "
        "exclude`");
  const std::string mean = "rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nindex: {normalise: z}\naggregate: geometric\nchildren:\n- {code: x, title: x, data: {}}\n";
  CHECK(refusal([&] { whole("u,x\na,1\nb,2\n", Framework::parse(mean)); }) ==
        "the indicator x is normalised to z-scores, which may be below 0; the mean of whole has no place for them. Use `aggregate: "
        "mean`, or another scale");
}

}  // namespace rulescore
