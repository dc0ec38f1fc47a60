// Weights against scikit-criteria, pymcdm, pyDecision, AHPy, COINr and Compind.
//
// Columns of mcdm/*/weights.csv that aren't compared: pymcdm_critic where criteria are mixed (ignores directions), pyDecision_*
// where magnitudes are small (1e-9 is added to figures) and its entropy (likewise; costs are inverted first), and the methods
// that aren't offered (CILOS, IDOCRIW, LOPCOW).
#include "peers/golden.hpp"

#include <rulescore/weighting.hpp>

#include <functional>
#include <utility>

namespace {

using namespace rulescore;

struct Data {
  explicit Data(const std::string& set)
      : criteria("mcdm/" + set + "/criteria.csv"),
        matrix_table("mcdm/" + set + "/matrix.csv"),
        figures(matrix_table.matrix(criteria.text("criterion"))) {
    for (const double type : criteria.figures("type")) senses.push_back(type > 0 ? Sense::benefit : Sense::cost);
  }
  Matrix matrix() const { return {figures, matrix_table.rows(), senses.size()}; }

  golden::Table criteria, matrix_table;
  std::vector<double> figures;
  std::vector<Sense> senses;
};

using Method = std::function<std::vector<double>(const Data&)>;

void compare(golden::Comparison& comparison, const std::string& set, const std::vector<std::pair<std::string, Method>>& columns) {
  const Data data(set);
  const golden::Table theirs("mcdm/" + set + "/weights.csv");
  for (const auto& [column, method] : columns) comparison.figures(method(data), theirs.figures(column), column);
}

const Method entropy = [](const Data& d) { return weighting::entropy(d.matrix()); };
const Method gini = [](const Data& d) { return weighting::gini(d.matrix()); };
const Method sd = [](const Data& d) { return weighting::standard_deviation(d.matrix()); };
const Method equal = [](const Data& d) { return weighting::equal(d.matrix()); };
const Method critic = [](const Data& d) { return weighting::critic(d.matrix(), d.senses); };
const Method critic_spearman = [](const Data& d) {
  return weighting::critic(d.matrix(), d.senses, weighting::Correlation::spearman);
};
const Method merec = [](const Data& d) { return weighting::merec(d.matrix(), d.senses); };
const Method variance = [](const Data& d) { return weighting::variance(d.matrix()); };
const Method angle = [](const Data& d) { return weighting::angle(d.matrix()); };

const std::vector<std::pair<std::string, Method>> trusted = {
    {"skc_equal", equal},
    {"skc_std", sd},
    {"skc_entropy", entropy},
    {"skc_gini", gini},
    {"skc_merec", merec},
    {"skc_critic_pearson", critic},
    {"pymcdm_equal", equal},
    {"pymcdm_gini", gini},
    {"skc_critic_spearman", critic_spearman},
    {"pymcdm_merec", merec},
    {"pymcdm_angle", angle},
    {"pymcdm_standard_deviation", sd},
    {"pymcdm_entropy", entropy},
    {"pymcdm_variance", variance},
};

const golden::Check van2021("mcdm/van2021/weights.csv", golden::exact, [](auto& c) { compare(c, "van2021", trusted); });
const golden::Check mixed("mcdm/mixed30x8/weights.csv", golden::exact, [](auto& c) {
  compare(c, "mixed30x8", trusted);
  compare(c, "mixed30x8", {{"pyDecision_critic", critic}, {"pyDecision_merec", merec}});
});
const golden::Check asem49("mcdm/asem49/weights.csv", golden::exact, [](auto& c) {
  compare(c, "asem49", trusted);
  compare(c, "asem49", {{"pymcdm_critic", critic}, {"pyDecision_critic", critic}, {"pyDecision_merec", merec}});
});

}  // namespace
