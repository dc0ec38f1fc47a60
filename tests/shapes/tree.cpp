// T01 to T15: trees, totals and grades of published assessments.
#include "tree_support.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace rulescore::shapes {

TEST_CASE("T01 a weighted tree, the first level adds up to 100") {
  const TreeExample ningxia{"T01", "Ningxia 2015: 8 groups, together 100, decision making 15",
                            "a group's weight is what it is worth", "weight: 15"};
  std::vector<std::string> groups = {group("D", "weight: 15", {leaf("D1"), leaf("D2")})};
  std::string all = scores({{"D1", 100}, {"D2", 100}});
  for (int i = 1; i < 8; ++i) {
    const std::string code = "G" + std::to_string(i);
    groups.push_back(group(code, i < 7 ? "weight: 12" : "weight: 13", {leaf(code + "a", "weight: 2"), leaf(code + "b")}));
    all += scores({{code + "a", 100}, {code + "b", 100}});
  }
  const Framework framework = tree({}, groups);
  ningxia.total(framework, scores({{"D1", 100}, {"D2", 100}}), 15);
  ningxia.total(framework, scores({{"D1", 100}, {"D2", 100}, {"G1a", 100}}), 23);
  ningxia.total(framework, all, 100);
}

TEST_CASE("T02 uneven weights of the first level") {
  const TreeExample guangdong{"T02", "Guangdong draft: 5/15/15/10/15/10/10/15/5", "nine groups share 100 unevenly",
                              "weight: 5, weight: 15, …"};
  const std::vector<int> weights = {5, 15, 15, 10, 15, 10, 10, 15, 5};
  std::vector<std::string> groups;
  std::vector<std::pair<std::string, double>> full, odd;
  double expected = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::string code = "G" + std::to_string(i + 1);
    groups.push_back(leaf(code, "weight: " + std::to_string(weights[i])));
    full.emplace_back(code, 100);
    odd.emplace_back(code, i % 2 == 0 ? 80 : 0);
    expected += i % 2 == 0 ? weights[i] * 0.8 : 0;
  }
  guangdong.total(tree({}, groups), scores(full), 100);
  guangdong.total(tree({}, groups), scores(odd), expected);
  CHECK(expected == 40);
}

TEST_CASE("T03 process and effect inside every group") {
  const TreeExample draft{"T03", "Guangdong draft: work norms 80%, measured effect 20%", "a group inside a group",
                          "weight: 80, weight: 20"};
  const Framework framework =
      tree({}, {group("G", "weight: 15", {leaf("N", "weight: 80"), leaf("E", "weight: 20")}), leaf("H", "weight: 85")});
  draft.total(framework, scores({{"N", 75}, {"E", 50}}), 15 * 0.70);
}

TEST_CASE("T04 several scorers") {
  const TreeExample guangdong{"T04", "Guangdong 2013, one city: internal 77.5, public 82.06, total 78.41", "80 to 20",
                              "weight: 80, weight: 20"};
  const Framework city = tree("bands: [{from: 90, name: 优秀}, {from: 80, name: 良好}, {from: 60, name: 一般}]",
                              {leaf("I", "weight: 80"), leaf("P", "weight: 20")});
  guangdong.total(city, scores({{"I", 77.5}, {"P", 82.06}}), 78.412);
  guangdong.band(city, scores({{"I", 77.5}, {"P", 82.06}}), "一般");
  const TreeExample yuhang{"T04", "Yuhang index: public 35, inside 17.5, outside 17.5, experts 30", "four scorers",
                           "weight: 17.5"};
  const Framework index =
      tree({}, {leaf("P", "weight: 35"), leaf("I", "weight: 17.5"), leaf("O", "weight: 17.5"), leaf("X", "weight: 30")});
  yuhang.total(index, scores({{"P", 80}, {"I", 80}, {"O", 80}, {"X", 80}}), 80);
  yuhang.total(index, scores({{"P", 60}, {"I", 80}, {"O", 70}, {"X", 90}}), 21 + 14 + 12.25 + 27);
  const TreeExample review{"T04", "enforcement review: general 30, special 50, external 20", "three scorers",
                           "weight: 30, 50, 20"};
  review.total(tree({}, {leaf("G", "weight: 30"), leaf("S", "weight: 50"), leaf("E", "weight: 20")}),
               scores({{"G", 90}, {"S", 80}, {"E", 70}}), 81);
}

TEST_CASE("T05 other full marks, then the rate") {
  const TreeExample cupl{"T05", "CUPL 2013: 300 points; 2018: 1,000 points", "full marks of the whole, a rate beside them",
                         "full: 300"};
  const Framework of_300 = tree("full: 300", {points("A", 300)}), of_1000 = tree("full: 1000", {points("A", 1000)});
  const Scorecard best = card(of_300, report(earned({{"A", 234.43}})));
  cupl.figure("234.43 of 300: points", 234.43, best.score());
  cupl.figure("234.43 of 300: rate", 0.7814333333, std::round(best.nodes()[0].score * 1e10) / 1e10);
  cupl.total(of_1000, earned({{"A", 816.33}}), 816.33);
  cupl.figure("items that add up: full marks of the whole by themselves", 300,
              tree("aggregate: sum", {points("A", 120), points("B", 180)}).full());
}

TEST_CASE("T06 a bonus group and a deduction group, each with its own cap") {
  const TreeExample yearly{"T06", "city appraisal: bonus at most 25, special deductions at most 15; a leader board shows 118.5",
                           "beside the weighted ones, capped by their own full marks", "role: bonus, full: 25, aggregate: sum"};
  const Framework framework =
      tree({}, {group("W", "", {leaf("A"), leaf("B")}),
                group("P", "role: bonus, full: 25, aggregate: sum", {points("P1", 15), points("P2", 15)}),
                group("M", "role: deduction, full: 15, aggregate: sum", {points("M1", 10), points("M2", 10)})});
  const std::string base = scores({{"A", 96}, {"B", 96}});
  yearly.total(framework, base, 96);
  yearly.total(framework, base + earned({{"P1", 14}, {"P2", 10}, {"M1", 1.5}}), 118.5);
  yearly.total(framework, base + earned({{"P1", 15}, {"P2", 15}}), 121);
  yearly.total(framework, base + earned({{"M1", 10}, {"M2", 10}}), 81);
  const Scorecard card = shapes::card(framework, report(base + earned({{"P1", 14}, {"P2", 10}, {"M1", 1.5}})));
  double sum = 0;
  for (const std::uint32_t child : framework.nodes()[0].children) sum += card.nodes()[child].points;
  yearly.figure("the parts' points add up to the whole's", 118.5, sum);
  yearly.figure("points of a deduction are negative", -1.5, card.nodes()[framework.at("M")].points);
}

TEST_CASE("T07 departments: a common part and one of their own") {
  const TreeExample county{"T07", "Shicheng county: common 40, own 60", "who a group is for", "applies: {jurisdiction: [甲局]}"};
  const Framework framework = tree({}, {leaf("C", "weight: 40"), leaf("X", "weight: 60, applies: {jurisdiction: [甲局]}"),
                                        leaf("Y", "weight: 60, applies: {jurisdiction: [乙局]}")});
  const std::string text = scores({{"C", 90}, {"X", 80}, {"Y", 50}});
  county.figure("甲局: " + text, 36 + 48, card(framework, report(text, "甲局")).score());
  county.figure("乙局: " + text, 36 + 30, card(framework, report(text, "乙局")).score());
}

TEST_CASE("T08 four rules for what doesn't apply") {
  const std::string prefecture = "applies: {level: prefecture}";
  const auto rule = [&](const char* name) {
    return tree(std::string("not_applicable: ") + name,
                {group("G", "", {leaf("G1"), leaf("G2", prefecture)}), group("H", "", {leaf("H1"), leaf("H2")})});
  };
  const std::string text = scores({{"G1", 100}, {"G2", 100}, {"H1", 40}, {"H2", 40}});
  const auto county = [&](const char* name) { return card(rule(name), report(text, "丙县", 2020, "county")).score(); };
  const TreeExample rescale{"T08", "raw / applicable x 100", "rescaled to the applicable maximum", "not_applicable: rescale"};
  rescale.figure("3 of 4 items apply: (1 + 0.4 + 0.4) / 3", 60, county("rescale"));
  const TreeExample dropped{"T08", "dropped from the mean (a \"do not know\" answer)", "its siblings share its weight",
                            "not_applicable: drop"};
  dropped.figure("(1 + (0.4 + 0.4) / 2) / 2", 70, county("drop"));
  const TreeExample full{"T08", "full marks if not inspected (20/20)", "counts as full", "not_applicable: full"};
  const Framework inspected =
      tree("not_applicable: full", {leaf("I", "weight: 20, applies: {level: prefecture}"), leaf("J", "weight: 80")});
  full.figure("not inspected: 20 of 20", 20 + 40, card(inspected, report(scores({{"J", 50}}), "丙县", 2020, "county")).score());
  full.figure("inspected: 10 of 20", 10 + 40, card(inspected, report(scores({{"I", 50}, {"J", 50}}))).score());
  const TreeExample mean{"T08", "appraisal of staffing 3.223, 3.224: the mean of the departments it applies to",
                         "the peers' mean stands in", "not_applicable: peer_mean"};
  const Framework departments =
      tree("not_applicable: peer_mean", {leaf("K", "weight: 40, excludes: {jurisdiction: [丙局]}"), leaf("L", "weight: 60")});
  const std::vector<Scorecard> compared =
      cards(departments, {report(scores({{"K", 90}, {"L", 80}}), "甲局"), report(scores({{"K", 70}, {"L", 80}}), "乙局"),
                          report(scores({{"K", 10}, {"L", 80}}), "丙局"), report(scores({{"L", 80}}), "丁局")});
  mean.figure("丙局: (90 + 70) / 2 in place of its own, 丁局 wasn't assessed", 40 * 0.8 + 48, compared[2].score());
  mean.figure("丁局: it applies, and is missing", 48, compared[3].score());
  mean.figure("丙局 alone: nobody to take a mean of, so it is left out", 80,
              card(departments, report(scores({{"L", 80}}), "丙局")).score());
  const TreeExample item21{"T08", "a county answers item 21 (rule making) as for cities only", "shown as not applicable",
                           prefecture};
  const Framework items = tree({}, {leaf("R", prefecture), leaf("S")});
  const Scorecard answer = card(items, report(scores({{"S", 70}}), "丙县", 2020, "county"));
  item21.figure("only S counts", 70, answer.score());
  item21.word("state of R", "not_applicable", std::string(to_string(answer.nodes()[items.at("R")].state)));
  item21.figure("coverage: what applies is assessed", 1, answer.coverage());
}

TEST_CASE("T09 vetoes in their strengths") {
  const auto with = [](const std::string& then) {
    return tree(
        four_bands,
        {leaf("A", "weight: 3"),
         "{code: B, title: B, evidence: {s: {any: [B得分], value: {unit: \"%\"}}, breach: {any: [未经合法性审查], status: "
         "problem}}, score: {s: {from: 0%, to: 100%}, problem: {cost: 0}}, veto: {found: breach, then: " +
             then + "}}"});
  };
  const std::string good = scores({{"A", 96}, {"B", 96}}), bad = good + "有一项决策未经合法性审查。";
  const TreeExample blocks{"T09", "appraisal of staffing 4.1-4.5", "blocks the best grade only", "then: {band_at_most: 良好}"};
  blocks.band(with("{band_at_most: 良好}"), good, "优秀");
  blocks.band(with("{band_at_most: 良好}"), bad, "良好");
  const TreeExample locks{"T09", "grade locked to D by a red line", "locks the grade", "then: {band: 不合格}"};
  locks.band(with("{band: 不合格}"), bad, "不合格");
  const TreeExample fails{"T09", "a target that fails the whole assessment if missed", "fails everything",
                          "veto: {below: 0.6, then: fail}"};
  const Framework target = tree(four_bands, {leaf("A", "weight: 9"), leaf("B", "veto: {below: 0.6, then: fail}")});
  fails.band(target, scores({{"A", 100}, {"B", 60}}), "优秀");
  fails.band(target, scores({{"A", 100}, {"B", 59}}), "不合格");
  fails.word("B at 59%: failed", "yes", card(target, report(scores({{"A", 100}, {"B", 59}}))).failed() ? "yes" : "no");
  fails.word("B unassessed: failed", "no", card(target, report(scores({{"A", 100}}))).failed() ? "yes" : "no");
  const TreeExample zero{"T09", "no published source; common in contracts", "zeroes the total", "then: zero"};
  zero.total(with("zero"), bad, 0);
  zero.total(with("zero"), good, 96);
}

TEST_CASE("T10 grade bands") {
  const TreeExample ends{"T10", "Ministry of Finance 90-100/80-89/60-79/0-59: 89.5 lies in a gap; others overlap at 90 and 80",
                         "closed below, of the unrounded total; or of the rounded one", "bands: …, grade: {decimals: 0}"};
  const Framework plain = tree(four_bands, {leaf("A")}),
                  rounded = tree(std::string(four_bands) + "\ngrade: {decimals: 0}", {leaf("A")});
  ends.band(plain, scores({{"A", 89.5}}), "良好");
  ends.band(rounded, scores({{"A", 89.5}}), "优秀");
  ends.band(rounded, scores({{"A", 89.4}}), "良好");
  ends.band(plain, scores({{"A", 90}}), "优秀");
  ends.band(plain, scores({{"A", 80}}), "良好");
  const TreeExample guangdong{"T10", "Guangdong 2015: 70.91 to 92.12, mean 83.56", "three grades", four_bands};
  guangdong.band(plain, scores({{"A", 92.12}}), "优秀");
  guangdong.band(plain, scores({{"A", 83.56}}), "良好");
  guangdong.band(plain, scores({{"A", 70.91}}), "合格");
  const TreeExample pass{"T10", "CUPL 2016: pass line 60%", "of 1,000 points", "bands: [{from: 600, name: 及格}]"};
  const Framework line = tree("full: 1000\nbands: [{from: 600, name: 及格}, {from: 0, name: 不及格}]", {points("A", 1000)});
  pass.band(line, earned({{"A", 600}}), "及格");
  pass.band(line, earned({{"A", 599.99}}), "不及格");
}

TEST_CASE("T11 deductions add up to a penalty") {
  const TreeExample penalty{"T11", "cumulative deductions, then a tier", "bands of a deduction group, by points lost",
                            "role: deduction, full: 20, bands: [{from: 12, name: 问责}, …]"};
  const Framework framework = tree({}, {leaf("A"), group("M",
                                                         "role: deduction, full: 20, aggregate: sum, bands: [{from: 12, name: "
                                                         "问责}, {from: 6, name: 约谈}, {from: 0, name: 无}]",
                                                         {points("M1", 10), points("M2", 10)})});
  const auto tier = [&](double one, double other) {
    const Scorecard result = card(framework, report(scores({{"A", 90}}) + earned({{"M1", one}, {"M2", other}})));
    return result.band(framework.at("M"))->name.zh;
  };
  penalty.word("5 points lost", "无", tier(5, 0));
  penalty.word("6 points lost", "约谈", tier(5, 1));
  penalty.word("13 points lost", "问责", tier(10, 3));
}

TEST_CASE("T12 equal means at each level") {
  const TreeExample wjp{"T12", "WJP: 8 factors, 44 sub-factors, simple averages", "weights left out are equal", "(no weight)"};
  const std::vector<int> sizes = {6, 6, 4, 8, 3, 4, 7, 6};  // 44
  std::vector<std::string> factors;
  std::vector<std::pair<std::string, double>> given;
  double expected = 0;
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    std::vector<std::string> parts;
    double sum = 0;
    for (int i = 0; i < sizes[f]; ++i) {
      const std::string code = "F" + std::to_string(f + 1) + "." + std::to_string(i + 1);
      const double value = 50 + static_cast<double>((7 * f + 5 * static_cast<std::size_t>(i)) % 40);
      parts.push_back(leaf(code));
      given.emplace_back(code, value);
      sum += value;
    }
    factors.push_back(group("F" + std::to_string(f + 1), "", parts));
    expected += sum / sizes[f] / 8;
  }
  wjp.total(tree({}, factors), scores(given), expected);
  const TreeExample business{"T12", "Doing Business: 10 topics, equal", "a simple mean", "(no weight)"};
  std::vector<std::string> topics;
  std::vector<std::pair<std::string, double>> topic_scores;
  for (int i = 0; i < 10; ++i) {
    topics.push_back(leaf("T" + std::to_string(i)));
    topic_scores.emplace_back("T" + std::to_string(i), i == 0 ? 50 : 100);
  }
  business.total(tree({}, topics), scores(topic_scores), 95);
}

TEST_CASE("T13 ranks under missing data, weights, aggregation") {
  const TreeExample audit{"T13", "JRC audit of an index: how far ranks move",
                          "the same evidence scored again; draws over the weights",
                          "missing: …, aggregate: …; rulescore rank --draws"};
  const auto ranks = [](const std::string& root) {
    const Framework framework = tree(root, {leaf("A", "weight: 2"), leaf("B"), leaf("C")});
    const Panel panel(cards(
        framework, {report(scores({{"A", 90}, {"B", 20}, {"C", 70}}), "一市"),
                    report(scores({{"A", 62}, {"B", 62}, {"C", 62}}), "二市"), report(scores({{"A", 80}, {"B", 75}}), "三市")}));
    std::string order;
    for (const RankedRow& row : ranking(panel).rows) order += panel.cards()[row.row].document().metadata().jurisdiction + " ";
    return order;
  };
  audit.word("mean, missing counts 0", "一市 二市 三市 ", ranks({}));
  audit.word("mean, missing left out", "三市 一市 二市 ", ranks("missing: exclude"));
  audit.word("geometric, missing counts 0", "二市 一市 三市 ", ranks("aggregate: geometric"));
  audit.word("the lowest counts, missing left out", "三市 二市 一市 ", ranks("missing: exclude\naggregate: minimum"));
  const Framework framework = tree("aggregate: geometric", {leaf("A", "weight: 2"), leaf("B"), leaf("C")});
  const Panel panel(cards(framework, {report(scores({{"A", 60}, {"B", 61}, {"C", 62}}), "一市"),
                                      report(scores({{"A", 62}, {"B", 61}, {"C", 59}}), "二市")}));
  const Ranking drawn = ranking(panel, {2000, 7, 0.5});
  audit.word("close places change under drawn weights", "yes",
             drawn.rows[0].p_first > 0.5 && drawn.rows[0].p_first < 1 ? "yes" : "no");
}

TEST_CASE("T14 items outside the 100") {
  const TreeExample edition{"T14", "2019 edition: 100 items and 4 additional ones", "on top of the 100", "role: bonus, full: 1"};
  std::vector<std::string> items;
  std::vector<std::pair<std::string, double>> all;
  for (int i = 1; i <= 100; ++i) {
    items.push_back(leaf("N" + std::to_string(i) + "x"));
    all.emplace_back("N" + std::to_string(i) + "x", 90);
  }
  for (int i = 1; i <= 4; ++i) items.push_back(leaf("X" + std::to_string(i), "role: bonus, full: 1"));
  const Framework framework = tree({}, items);
  edition.total(framework, scores(all), 90);
  edition.total(framework, scores(all) + scores({{"X1", 100}, {"X3", 50}}), 91.5);
}

TEST_CASE("T15 a forced distribution of grades") {
  const TreeExample quota{"T15", "no published source; common in practice", "at most 20% excellent, 50% good, by rank",
                          "quotas: {优秀: 20%, 良好: 50%}"};
  const auto bands = [](const std::vector<double>& totals) {
    const Framework framework = tree(std::string(four_bands) + "\nquotas: {优秀: 20%, 良好: 50%}", {leaf("A")});
    std::vector<Document> reports;
    for (const double total : totals) reports.push_back(report(scores({{"A", total}}), "市" + std::to_string(reports.size())));
    std::string text;
    const Panel panel(cards(framework, reports));
    for (const Band* band : panel.bands()) text += (band == nullptr ? "none" : band->name.zh) + " ";
    return text;
  };
  quota.word("99 98 97 96 95 94 93 92 55 91", "优秀 优秀 良好 良好 良好 良好 良好 合格 不合格 合格 ",
             bands({99, 98, 97, 96, 95, 94, 93, 92, 55, 91}));
  quota.word("a tie that doesn't fit falls: 99 98 98 50 40", "优秀 良好 良好 不合格 不合格 ", bands({99, 98, 98, 50, 40}));
  quota.word("the first two level, room for one: 98 98 70 60 50", "良好 良好 合格 合格 不合格 ", bands({98, 98, 70, 60, 50}));
}

}  // namespace rulescore::shapes
