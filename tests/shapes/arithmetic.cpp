// D: published figures that must come out again. C3: the order in which floors, caps, bonuses, vetoes and bands apply.
#include "tree_support.hpp"

#include "support/catch.hpp"

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace rulescore::shapes {
namespace {

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

}  // namespace

TEST_CASE("D weighted totals as published") {
  const TreeExample guangdong{"D", "Guangdong 2013, one city", "77.5 x 0.8 + 82.06 x 0.2 = 78.412, printed 78.41",
                              "weight: 0.8, weight: 0.2"};
  const Framework city = tree({}, {leaf("I", "weight: 0.8"), leaf("P", "weight: 0.2")});
  guangdong.total(city, scores({{"I", 77.5}, {"P", 82.06}}), 78.412);
  guangdong.figure("as printed", 78.41, rounded(card(city, report(scores({{"I", 77.5}, {"P", 82.06}}))).score(), 2));

  const TreeExample cupl{"D", "CUPL 2013", "rates of 300 points (the page prints 62.95 for the mean)", "full: 300"};
  const Framework of_300 = tree("full: 300", {points("A", 300)});
  const auto rate = [&](double marks) { return rounded(100 * card(of_300, report(earned({{"A", marks}}))).nodes()[0].score, 2); };
  cupl.figure("234.43", 78.14, rate(234.43));
  cupl.figure("125.76", 41.92, rate(125.76));
  cupl.figure("188.87", 62.96, rate(188.87));

  const TreeExample business{"D", "business environment, parts already weighted 70/30", "points that add up", "aggregate: sum"};
  const Framework parts = tree("aggregate: sum", {points("A", 70), points("B", 30)});
  business.total(parts, earned({{"A", 60.95}, {"B", 17.17}}), 78.12);
  business.total(parts, earned({{"A", 62.54}, {"B", 16}}), 78.54);
  business.total(parts, earned({{"A", 60.56}, {"B", 10}}), 70.56);
}

TEST_CASE("D weights that add up to 100") {
  const auto whole = [](const std::vector<double>& weights) {
    std::vector<std::string> leaves;
    std::vector<std::pair<std::string, double>> full;
    for (const double weight : weights) {
      const std::string code = "W" + std::to_string(leaves.size()) + "x";
      leaves.push_back(leaf(code, "weight: " + number_text(weight)));
      full.emplace_back(code, 100);
    }
    const Framework framework = tree("aggregate: sum", leaves);
    return std::pair(framework.full(), card(framework, report(scores(full))).score());
  };
  const TreeExample draft{"D", "Guangdong draft", "5+15+15+10+15+10+10+15+5 = 100", "aggregate: sum"};
  draft.figure("full marks", 100, whole({5, 15, 15, 10, 15, 10, 10, 15, 5}).first);
  draft.figure("all at full marks", 100, whole({5, 15, 15, 10, 15, 10, 10, 15, 5}).second);
  const TreeExample yuhang{"D", "Yuhang index", "35 + 17.5 + 17.5 + 30 = 100", "aggregate: sum"};
  yuhang.figure("full marks", 100, whole({35, 17.5, 17.5, 30}).first);
}

// Five published parts and one published total: the weights can't be had back, so nothing may be inferred from them.
TEST_CASE("D one total fits many weights") {
  const TreeExample shenzhen{"D", "Shenzhen transparency 2021: 87.80, 81.70, 81.15, 95.00, 87.50 -> 84.97",
                             "unpublished weights stay unknown", "(no weight)"};
  constexpr std::array<double, 5> parts = {87.80, 81.70, 81.15, 95.00, 87.50};
  std::vector<std::array<int, 5>> exact;
  int within_rounding = 0;
  for (int a = 1; a <= 16; ++a)
    for (int b = 1; a + b <= 17; ++b)
      for (int c = 1; a + b + c <= 18; ++c)
        for (int d = 1; a + b + c + d <= 19; ++d) {
          const std::array<int, 5> weights = {a, b, c, d, 20 - a - b - c - d};
          double sum = 0;
          for (std::size_t i = 0; i < 5; ++i) sum += weights[i] * parts[i];
          within_rounding += std::abs(sum / 20 - 84.97) < 0.0049 ? 1 : 0;
          if (std::abs(sum / 20 - 84.97) < 1e-9) exact.push_back(weights);
        }
  shenzhen.figure("weight vectors in steps of 5% that round to it (not counting two just on the edge)", 7, within_rounding);
  shenzhen.figure("of them exact", 4, static_cast<double>(exact.size()));
  for (const std::array<int, 5>& weights : exact) {
    std::vector<std::string> leaves;
    std::vector<std::pair<std::string, double>> given;
    std::string said;
    for (std::size_t i = 0; i < 5; ++i) {
      const std::string code = "P" + std::to_string(i) + "x";
      leaves.push_back(leaf(code, "weight: " + std::to_string(5 * weights[i])));
      given.emplace_back(code, parts[i]);
      said += (i == 0 ? "weights " : "/") + std::to_string(5 * weights[i]);
    }
    shenzhen.figure(said, 84.97, card(tree({}, leaves), report(scores(given))).score());
  }
  std::vector<std::string> unweighted;
  for (int i = 0; i < 5; ++i) unweighted.push_back(leaf("P" + std::to_string(i) + "x"));
  shenzhen.figure(
      "without weights: the plain mean, nothing inferred", 86.63,
      card(tree({}, unweighted), report(scores({{"P0x", 87.80}, {"P1x", 81.70}, {"P2x", 81.15}, {"P3x", 95}, {"P4x", 87.5}})))
          .score());
}

TEST_CASE("D parts and totals stated in a report") {
  const auto warned = [](const std::string& text) {
    const Framework framework = tree({}, {leaf("A")});
    std::string all;
    for (const std::string& line : card(framework, report(text)).warnings()) all += line + " ";
    return all;
  };
  const TreeExample sums{"D", "a city report of 2020",
                         "144 + 67 + 2 = 213 holds; 28645 + 9993 + 1173 + 116 + 95 = 40022, stated 40083",
                         "(a warning on the card)"};
  const std::string right = warned("A得分80%。全年共办理行政复议案件213件，其中维持144件、撤销67件、驳回2件。");
  const std::string wrong =
      warned("A得分80%。全市共有行政执法人员40083人，其中执法一类28645人、二类9993人、三类1173人、四类116人、五类95人。");
  sums.word("213", "no contradiction", right.find("213") == std::string::npos ? "no contradiction" : right);
  sums.word(
      "40083", "61 short",
      wrong.find("40022") != std::string::npos && wrong.find("61") != std::string::npos ? "61 short" : "not seen: " + wrong);
}

// Cases in which two neighbouring steps the other way round would give another number, which each row names.
TEST_CASE("C3 the order of floors, caps, bonuses, deductions, vetoes and bands") {
  const TreeExample order{"C3", "ambiguous in the sources",
                          "indicator -> aggregate -> bonus and deduction -> floor and cap -> one level up ... -> veto -> band",
                          "floor, cap, role, veto"};
  const auto step = [&](const std::string& what, double expected, double swapped, double computed) {
    CHECK(expected != swapped);
    order.figure(what + "; the other way round " + number_text(swapped), expected, computed);
  };
  const auto total = [](const Framework& framework, const std::string& text) { return card(framework, report(text)).score(); };

  const std::string losing =
      "{code: L, title: L, full: 10, evidence: {s: {any: [通报批评]}}, score: {deduct: {s: {each: 5, cap: 15}}}}";
  const Framework floors = tree("full: 20\naggregate: sum", {losing, points("K", 10)});
  step("indicator's floor, then the sum: max(10 - 15, 0) + 8", 8, 3,
       total(floors, "第一次通报批评。第二次通报批评。第三次通报批评。\n" + earned({{"K", 8}})));

  const std::string scored = scores({{"G1", 90}, {"G2", 70}, {"H", 50}, {"B", 100}, {"M", 50}});
  const std::string bonus = leaf("B", "role: bonus, full: 10"), deduction = leaf("M", "role: deduction, full: 6");
  const std::string cap = "weight: 80, cap: 50";
  const Framework inside =
      tree("cap: none", {group("G", cap, {leaf("G1"), leaf("G2"), bonus, deduction}), leaf("H", "weight: 20")});
  step("bonus and deduction of a group, then its cap: min(64 + 10 - 3, 50) + 10", 60, 67, total(inside, scored));
  const auto beside = [&](const std::string& root, const std::string& more) {
    return tree(root, {group("G", cap, {leaf("G1", more), leaf("G2")}), leaf("H", "weight: 20"), bonus, deduction});
  };
  step("a group's cap, then what stands beside it: min(64, 50) + 10 + 10 - 3", 67, 60, total(beside("cap: none", ""), scored));
  step("bonus, then the whole's cap: min(50 + 10 + 10 - 3, 62)", 62, 67, total(beside("cap: 62", ""), scored));
  step("deduction, then the whole's cap: min(70 - 3, 62)", 62, 59, total(beside("cap: 62", ""), scored));

  const Framework poor = tree("cap: none", {group("G", "weight: 80", {leaf("G1"), leaf("D", "role: deduction, full: 30")}),
                                            leaf("H", "weight: 20"), bonus});
  step("a group's floor, then the level above: max(8 - 30, 0) + 10 + 10", 20, 0,
       total(poor, scores({{"G1", 10}, {"D", 100}, {"H", 50}, {"B", 100}})));

  const std::string bands = "bands: [{from: 61, name: 甲}, {from: 55, name: 乙}, {from: 0, name: 丙}]\n";
  const std::string red_line = "veto: {below: 0.95, then: {band_at_most: 乙}}";
  const Scorecard vetoed = card(beside(bands + "cap: 62", red_line), report(scored));
  order.figure("62 points are band 甲", 62, vetoed.score());
  order.word("the band of the total, then the veto; the other way round 甲", "乙", band_of(vetoed));
  step("the whole's floor, then a veto that zeroes", 0, 70,
       total(beside("floor: 70\ncap: none", "veto: {below: 0.95, then: zero}"), scored));
}

}  // namespace rulescore::shapes
