// OpenSCAP's scores of a benchmark as indices of one unit: rules are columns that hold 1 (pass) or 0 (fail), everything else is
// missing and leaves. OpenSCAP adds up in single precision.
#include "peers/golden.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace {

using golden::Comparison;
using golden::Table;

const golden::NotCompared groups_are_inputs("xccdf/groups.csv", "an input");
const golden::NotCompared rules_are_inputs("xccdf/rules.csv", "an input, with what OpenSCAP found of each rule");

struct Benchmark {
  Table groups{"xccdf/groups.csv"}, rules{"xccdf/rules.csv"};

  rulescore::Table results() const {
    rulescore::Table::Builder builder;
    const std::vector<std::string> names = rules.text("rule"), found = rules.text("oscap_result");
    builder.texts("unit", {"host"});
    for (std::size_t i = 0; i < names.size(); ++i)
      if (is_scored(found[i])) builder.figures(names[i], {found[i] == "pass" ? 1.0 : 0.0});
    return builder.build();
  }

  static bool is_scored(const std::string& result) { return result == "pass" || result == "fail"; }

  // The rules of a subgroup that are scored; a group without any leaves.
  std::string rules_of(const std::string& subgroup, const std::string& indent) const {
    std::ostringstream out;
    for (std::size_t i = 0; i < rules.rows(); ++i)
      if (rules.text("group")[i] == subgroup && is_scored(rules.text("oscap_result")[i]))
        out << indent << "- {code: " << rules.text("rule")[i] << ", title: t, weight: " << rules.text("weight")[i]
            << ", data: {}}\n";
    return out.str();
  }

  std::string hierarchical() const {
    std::ostringstream out;
    out << head();
    for (std::size_t i = 0; i < groups.rows(); ++i) {
      const std::string group = groups.text("group")[i];
      if (i > 0 && groups.text("group")[i - 1] == group) continue;
      std::ostringstream inside;
      for (std::size_t k = i; k < groups.rows() && groups.text("group")[k] == group; ++k) {
        const std::string leaves = rules_of(groups.text("subgroup")[k], "        ");
        if (!leaves.empty())
          inside << "    - code: " << groups.text("subgroup")[k]
                 << "\n      title: t\n      weight: " << groups.text("subweight")[k] << "\n      children:\n"
                 << leaves;
      }
      if (!inside.str().empty())
        out << "- code: " << group << "\n  title: t\n  weight: " << groups.text("weight")[i] << "\n  children:\n" << inside.str();
    }
    return out.str();
  }

  std::string flat() const {
    std::ostringstream out;
    out << head();
    for (std::size_t i = 0; i < rules.rows(); ++i)
      if (is_scored(rules.text("oscap_result")[i])) out << "- {code: " << rules.text("rule")[i] << ", title: t, data: {}}\n";
    return out.str();
  }

  static std::string head() {
    return "rulescore: 1\nid: benchmark\nversion: \"1\"\ntitle: t\nindex: {unit: unit, normalise: {scaled: [0, 1], range: [0, "
           "100]}}\nchildren:\n";
  }

  double score(const std::string& yaml) const {
    return rulescore::index(results(), rulescore::Framework::parse(yaml)).values(0).front();
  }
};

const golden::Check scores("xccdf/scores.csv", golden::single_precision, [](Comparison& comparison) {
  const Benchmark benchmark;
  const Table theirs("xccdf/scores.csv");
  const std::vector<double> maximum = theirs.figures("maximum"), score = theirs.figures("score");
  comparison.figure(benchmark.score(benchmark.hierarchical()), score[0], "hierarchical");
  const std::vector<std::string> found = benchmark.rules.text("oscap_result");
  const double scored = static_cast<double>(std::count_if(found.begin(), found.end(), Benchmark::is_scored));
  comparison.figure(scored, maximum[1], "rules scored");
  comparison.figure(benchmark.score(benchmark.flat()) * scored / 100, score[1], "flat, unweighted");
});

}  // namespace
