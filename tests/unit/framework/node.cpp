// What a node says of its place in the tree, as it is read and inherited.
#include "texts.hpp"

#include "support/catch.hpp"

#include <array>
#include <limits>
#include <set>
#include <string>

using namespace rulescore;

namespace {

// 0 root · 1 G · 2 A · 3 B · 4 H · 5 C
Framework read(const std::string& root, const std::string& group = {}, const std::string& leaf = {},
               const std::string& other = {}) {
  const auto indicator = [](const std::string& code, const std::string& more) {
    return "{code: " + code + ", title: t, evidence: {r: {any: [出庭]}}, score: {r: 1}" + (more.empty() ? "" : ", " + more) + "}";
  };
  return Framework::parse(
      "rulescore: 1\nid: small\nversion: \"1\"\ntitle: t\nbands: [{from: 90, name: {zh: 优, en: good}}, {from: 0, name: 差}]\n" +
      root + "\nchildren:\n  - {code: G, title: t" + (group.empty() ? "" : ", " + group) + ", children: [" +
      indicator("A", leaf) + ", " + indicator("B", "") + "]}\n  - {code: H, title: t, children: [" + indicator("C", other) +
      "]}\n");
}

const NodeRules& rules(const Framework& framework, std::uint32_t node) { return framework.model().node_rules[node]; }

}  // namespace

TEST_CASE("every aggregation") {
  const auto how = [](const std::string& text) { return rules(read("aggregate: " + text), 0).aggregate; };
  CHECK(std::holds_alternative<WeightedMean>(how("mean")));
  CHECK(std::get<Geometric>(how("geometric")).floor == 0.01);
  CHECK(std::get<Geometric>(how("{geometric: {floor: 0.05}}")).floor == 0.05);
  CHECK(std::get<Harmonic>(how("{harmonic: {floor: 0.2}}")).floor == 0.2);
  CHECK(std::get<PowerMean>(how("{power: 0.5}")).floor == 0);
  CHECK(std::get<PowerMean>(how("{power: -2}")).power == -2);
  CHECK(std::get<PowerMean>(how("{power: -2}")).floor == 0.01);
  CHECK(std::get<PowerMean>(how("{power: 0.5, floor: 0.1}")).floor == 0.1);
  CHECK(std::holds_alternative<Minimum>(how("minimum")));
  CHECK(std::get<Owa>(how("{owa: [50%, 0.3, 0.2]}")).weights == std::vector<double>{0.5, 0.3, 0.2});
  CHECK_FALSE(std::get<SumOfPoints>(how("sum")).cap);
  CHECK(std::get<SumOfPoints>(how("{sum: {cap: 120}}")).cap == 120);
}

TEST_CASE("missing is inherited; a bonus begins anew; an indicator speaks for itself") {
  const Framework framework = read("missing: exclude", "missing: {prior: 30%}", "missing: full");
  const Framework bonus = read("missing: exclude", "role: bonus, full: 2");
  CHECK(framework.missing() == Missing::exclude);
  CHECK(rules(framework, 1).counts_as == MissingPolicy{Missing::exclude, 0});  // G in the whole
  CHECK(rules(framework, 2).counts_as == MissingPolicy{Missing::full, 0});
  CHECK(rules(framework, 3).counts_as == MissingPolicy{Missing::prior, 0.3});
  CHECK(rules(bonus, 1).counts_as == MissingPolicy{Missing::zero, 0});
  CHECK(rules(bonus, 2).counts_as == MissingPolicy{Missing::zero, 0});
  CHECK(rules(bonus, 5).counts_as == MissingPolicy{Missing::exclude, 0});
}

TEST_CASE("shares: of weights, of points, beside them") {
  const Framework framework = read("", "full: 60, aggregate: sum", "full: 40", "weight: 3");
  CHECK(framework.nodes()[1].weight == 60);
  CHECK(framework.nodes()[2].share == Approx(60.0 / 61 * 40 / 60));
  const Framework bonus = read("full: 200", "role: deduction, full: 5");
  CHECK(bonus.nodes()[1].weight == 0);
  CHECK(bonus.nodes()[1].share == 0.025);
  CHECK(bonus.nodes()[4].share == 1);
  CHECK(rules(bonus, 2).sign == -1);
}

TEST_CASE("a whole whose points are added up is worth what they add up to") {
  CHECK(read("aggregate: sum", "weight: 120", "", "").full() == 121);
  CHECK(read("aggregate: sum", "aggregate: sum", "full: 50", "").full() == 52);  // 50 + 1, and H
  CHECK(read("aggregate: sum\nfull: 300").full() == 300);
}

TEST_CASE("ends, who it is for, vetoes, grade, quotas") {
  const Framework framework =
      read("cap: none\ngrade: {decimals: 1}\nquotas: {优: 20%}",
           "floor: -5, cap: 40, min_coverage: 40%, veto: {below: 60%, then: fail}",
           "applies: {level: county, year: {to: 2020}}, veto: [{found: r, then: {band_at_most: 差}}, {below: 0.5, then: zero}]");
  CHECK(rules(framework, 0).cap == std::numeric_limits<double>::infinity());
  CHECK(framework.model().grade_decimals == 1);
  CHECK(framework.quotas()[0].share == 0.2);
  CHECK(rules(framework, 1).floor == -5);
  CHECK(rules(framework, 1).min_coverage == 0.4);
  CHECK(rules(framework, 1).vetoes[0].below == 0.6);
  CHECK(rules(framework, 2).applies.level == std::vector<std::string>{"county"});
  CHECK(rules(framework, 2).applies.last_year == 2020);
  CHECK(rules(framework, 2).vetoes[0].band == 1);
  CHECK(rules(framework, 2).vetoes[1].effect == VetoEffect::zero);
}

TEST_CASE("everything a node says is in the fingerprint, and nothing of it in that of the evidence rules") {
  const std::vector<std::array<std::string, 3>> edits = {{"aggregate: geometric", "", ""},
                                                         {"aggregate: {geometric: {floor: 0.02}}", "", ""},
                                                         {"aggregate: {power: 2}", "", ""},
                                                         {"aggregate: {owa: [1, 0]}", "", ""},
                                                         {"aggregate: {owa: [0, 1]}", "", ""},
                                                         {"aggregate: {sum: {cap: 3}}", "", ""},
                                                         {"missing: bounds", "", ""},
                                                         {"missing: {prior: 0.5}", "", ""},
                                                         {"missing: {prior: 0.6}", "", ""},
                                                         {"min_coverage: 0.5", "", ""},
                                                         {"not_applicable: drop", "", ""},
                                                         {"not_applicable: full", "", ""},
                                                         {"grade: {decimals: 0}", "", ""},
                                                         {"quotas: {优: 10%}", "", ""},
                                                         {"quotas: {差: 10%}", "", ""},
                                                         {"", "floor: 1", ""},
                                                         {"", "cap: 1", ""},
                                                         {"", "cap: none", ""},
                                                         {"", "full: 2", ""},
                                                         {"", "role: bonus, full: 2", ""},
                                                         {"", "role: deduction, full: 2", ""},
                                                         {"", "bands: [{from: 1, name: x}]", ""},
                                                         {"", "", "applies: {level: county}"},
                                                         {"", "", "excludes: {level: county}"},
                                                         {"", "", "applies: {province: county}"},
                                                         {"", "", "applies: {year: 2020}"},
                                                         {"", "", "veto: {below: 0.5, then: fail}"},
                                                         {"", "", "veto: {found: r, then: fail}"},
                                                         {"", "", "veto: {below: 0.5, then: zero}"},
                                                         {"", "", "veto: {below: 0.5, then: {band: 差}}"}};
  std::set<std::string> seen = {read("").fingerprint()};
  for (const auto& [root, group, leaf] : edits) {
    INFO(root << group << leaf);
    const Framework framework = read(root, group, leaf);
    CHECK(seen.insert(framework.fingerprint()).second);
    CHECK(framework.rules_fingerprint() == read("").rules_fingerprint());
  }
  CHECK(read("aggregate: geometric").fingerprint() == read("aggregate: {geometric: {floor: 0.01}}").fingerprint());
  CHECK(read("min_coverage: 50%").fingerprint() == read("min_coverage: 0.5").fingerprint());
}

TEST_CASE("a bonus has no weight to edit, and edits survive being written down") {
  const Framework framework = read("aggregate: {power: 0.5}", "", "", "");
  CHECK_THROWS_AS(read("", "role: bonus, full: 2").with_weight("G", 2), UsageError);
  const Framework heavier = framework.with_weight("G", 3);
  CHECK(Framework::deserialise(heavier.serialise()).fingerprint() == heavier.fingerprint());
  CHECK(std::get<PowerMean>(rules(heavier, 0).aggregate).power == 0.5);
}
