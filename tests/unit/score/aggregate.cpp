// The tree by hand: two groups, weights 3 and 1; in the first indicators of weight 1 and 2, in the second one of weight 5.
#include "score/aggregate.hpp"

#include "support/catch.hpp"
#include "support/model.hpp"

#include <cmath>
#include <vector>

namespace rulescore {
namespace {

// 0 root · 1 A (3) · 2 A1 (1) · 3 A2 (2) · 4 B (1) · 5 B1 (5)
Framework tree(Missing missing) {
  testing::TreeBuilder builder(missing);
  const auto a = builder.group(0, "A", 3);
  builder.indicator(a, "A1", 1);
  builder.indicator(a, "A2", 2);
  const auto b = builder.group(0, "B", 1);
  builder.indicator(b, "B1", 5);
  return builder.build();
}

std::vector<double> aggregated(Missing missing, double a1, double a2, double b1) {
  const Framework framework = tree(missing);
  return Tree(framework.model()).tally({no_value, no_value, a1, a2, no_value, b1}).scores;
}

}  // namespace

TEST_CASE("the weighted mean goes up level by level") {
  const auto scores = aggregated(Missing::zero, 1, 0.25, 0.5);
  CHECK(scores[1] == 0.5);  // (1*1 + 2*0.25) / 3
  CHECK(scores[4] == 0.5);
  CHECK(scores[0] == 0.5);  // (3*0.5 + 1*0.5) / 4
}

TEST_CASE("zero: what is missing counts as nothing") {
  const auto scores = aggregated(Missing::zero, no_value, 0.75, no_value);
  CHECK(scores[1] == 0.5);  // 2*0.75 / 3
  CHECK(scores[4] == 0);
  CHECK(scores[0] == 0.375);  // 3*0.5 / 4
  CHECK(aggregated(Missing::zero, no_value, no_value, no_value)[0] == 0);
}

TEST_CASE("exclude: what is missing leaves the sum, level by level") {
  const auto scores = aggregated(Missing::exclude, no_value, 0.75, no_value);
  CHECK(scores[1] == 0.75);
  CHECK(std::isnan(scores[4]));
  CHECK(scores[0] == 0.75);
  CHECK(aggregated(Missing::exclude, no_value, 1, 0)[0] == 0.75);  // A keeps its whole weight 3
  CHECK(std::isnan(aggregated(Missing::exclude, no_value, no_value, no_value)[0]));
}

TEST_CASE("a zero among scores is not a gap") { CHECK(aggregated(Missing::exclude, 0, no_value, 1)[0] == 0.25); }

TEST_CASE("setting one score brings its ancestors up to date, to the same bits as a whole pass") {
  for (const Missing missing : {Missing::zero, Missing::exclude}) {
    const Framework framework = tree(missing);
    const Tree tree(framework.model());
    Tally tally = tree.tally({no_value, no_value, 0.1, no_value, no_value, 0.7});
    tree.set(tally, 3, 0.3);
    CHECK(tally.scores == aggregated(missing, 0.1, 0.3, 0.7));
    CHECK(tally.coverage == std::vector<double>(6, 1.0));
    tree.set(tally, 5, 0.9);
    CHECK(tally.scores == aggregated(missing, 0.1, 0.3, 0.9));
  }
}

TEST_CASE("full marks everywhere are exactly full marks, whatever the weights") {
  testing::TreeBuilder builder;
  for (unsigned g = 0; g < 9; ++g) {
    const auto group = builder.group(0, testing::numbered("G", g), 0.1 * (g + 1));
    for (unsigned i = 0; i < 7; ++i) builder.indicator(group, testing::numbered("I", 10 * g + i), 1.0 / (i + 3));
  }
  const Framework framework = builder.build();
  CHECK(Tree(framework.model()).tally(std::vector<double>(framework.nodes().size(), 1.0)).scores[0] == 1.0);
}

TEST_CASE("children without any weight leave a group without a score") {
  testing::TreeBuilder builder;
  const auto group = builder.group(0, "A");
  builder.indicator(group, "A1", 0);
  const Framework framework = builder.build();
  const std::vector<double> scores = Tree(framework.model()).tally({no_value, no_value, 1}).scores;
  CHECK(std::isnan(scores[1]));
  CHECK(scores[0] == 0);
}

}  // namespace rulescore
