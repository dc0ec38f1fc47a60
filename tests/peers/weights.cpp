// Weights against scikit-criteria, pymcdm, pyDecision, AHPy, COINr and Compind.
//
// Columns of mcdm/*/weights.csv that aren't compared: pymcdm_critic where criteria are mixed (ignores directions), pyDecision_*
// where magnitudes are small (1e-9 is added to figures) and its entropy (likewise; costs are inverted first), and the methods
// that aren't offered (CILOS, IDOCRIW, LOPCOW).
#include "peers/golden.hpp"

#include <rulescore/weighting.hpp>

#include <algorithm>
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

// ---- AHP ----

std::vector<double> rows_of(const golden::Table& table, const std::string& column, const std::string& name) {
  const std::vector<std::string> cases = table.text("case");
  const std::vector<double> all = table.figures(column);
  std::vector<double> result;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (cases[i] == name) result.push_back(all[i]);
  return result;
}

weighting::Pairwise judged(const std::string& name, weighting::Priority priority, weighting::RandomIndex index) {
  const golden::Table table("mcdm/ahp/" + name + "_matrix.csv");
  const std::vector<double> figures = table.matrix(table.columns());
  return weighting::ahp({figures, table.rows(), table.columns().size()}, priority, index);
}

using weighting::Priority;
using weighting::RandomIndex;

const golden::Check ahp_weights("mcdm/ahp/weights.csv", golden::exact, [](auto& c) {
  const golden::Table theirs("mcdm/ahp/weights.csv");
  for (const std::string name : {"3x3", "4x4_saaty_inconsistent", "8x8_random"}) {
    const auto ours = [&](Priority priority) { return judged(name, priority, RandomIndex::saaty_1980).weights; };
    for (const char* column : {"w_pymcdm_eigen", "w_ahpy_eigen", "w_pyDecision_eigen"})
      c.figures(ours(Priority::eigenvector), rows_of(theirs, column, name), name + " " + column);
    c.figures(ours(Priority::geometric_mean), rows_of(theirs, "w_pyDecision_geometric", name), name + " geometric");
    c.figures(ours(Priority::column_mean), rows_of(theirs, "w_pyDecision_mean", name), name + " mean");
  }
});

// Peers' random indices: pyDecision has Saaty's of 1980; pymcdm those of Tummala and Ling 1998, AHPy those of Saaty 2005, which
// differ in the third digit, so that the index is what is compared there.
void consistency(golden::Comparison& c, const std::string& name, double tummala_ling, double saaty_2005) {
  const golden::Table theirs("mcdm/ahp/" + name + "_cr.csv");
  const auto ours = [&](Priority priority) { return judged(name, priority, RandomIndex::saaty_1980); };
  const weighting::Pairwise vector = ours(Priority::eigenvector);
  c.figure(vector.consistency_ratio, theirs.figures("cr_pyDecision_eigen")[0], "eigenvector");
  c.figure(vector.consistency_index / tummala_ling, theirs.figures("cr_pymcdm")[0], "pymcdm");
  c.figure(vector.consistency_index / saaty_2005, theirs.figures("cr_ahpy_saaty")[0], "AHPy");
  c.figure(ours(Priority::geometric_mean).consistency_ratio, theirs.figures("cr_pyDecision_geometric")[0], "geometric");
  c.figure(ours(Priority::column_mean).consistency_ratio, theirs.figures("cr_pyDecision_mean")[0], "mean");
}

const golden::Check cr3("mcdm/ahp/3x3_cr.csv", golden::exact, [](auto& c) { consistency(c, "3x3", 0.5799, 0.52); });
const golden::Check cr4("mcdm/ahp/4x4_saaty_inconsistent_cr.csv", golden::exact,
                        [](auto& c) { consistency(c, "4x4_saaty_inconsistent", 0.8921, 0.89); });
const golden::Check cr8("mcdm/ahp/8x8_random_cr.csv", golden::exact, [](auto& c) { consistency(c, "8x8_random", 1.3952, 1.40); });
const golden::NotCompared m3("mcdm/ahp/3x3_matrix.csv", "judgements, an input");
const golden::NotCompared m4("mcdm/ahp/4x4_saaty_inconsistent_matrix.csv", "judgements, an input");
const golden::NotCompared m8("mcdm/ahp/8x8_random_matrix.csv", "judgements, an input");

// ---- COINr ----

void effective(golden::Comparison& c, const std::string& file) {
  const golden::Table theirs(file), meta("asem/inputs/iMeta.csv");
  const std::vector<std::string> codes = theirs.text("iCode"), all = meta.text("iCode"), parent = meta.text("Parent");
  std::vector<std::size_t> parents;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto at = static_cast<std::size_t>(std::find(all.begin(), all.end(), codes[i]) - all.begin());
    const auto up = std::find(codes.begin(), codes.end(), parent.at(at));
    parents.push_back(up == codes.end() ? i : static_cast<std::size_t>(up - codes.begin()));
  }
  c.figures(weighting::effective(theirs.figures("Weight"), parents), theirs.figures("EffWeight"), "EffWeight");
}

const golden::Check effective_custom("asem/weights/effective_weights_custom.csv", golden::exact,
                                     [](auto& c) { effective(c, "asem/weights/effective_weights_custom.csv"); });
const golden::Check effective_original("asem/weights/effective_weights_original.csv", golden::exact,
                                       [](auto& c) { effective(c, "asem/weights/effective_weights_original.csv"); });

const golden::NotCompared given_custom("asem/inputs/weights_custom.csv", "weights as given, an input");
const golden::NotCompared given_original("asem/inputs/weights_original.csv", "weights as given, an input");

const std::vector<std::string> pillars[] = {{"Physical", "ConEcFin", "Political", "Instit", "P2P"},
                                            {"Environ", "Social", "SusEcFin"}};

// COINr's are the loadings in each sub-index, their sign left to chance; the other nodes keep the weights they have.
const golden::Check component("asem/weights/pca_weights_level2.csv", golden::exact, [](auto& c) {
  const golden::Table data("asem/aggregated/amean_orig.csv"), theirs("asem/weights/pca_weights_level2.csv");
  for (const std::vector<std::string>& group : pillars) {
    const std::vector<double> figures = data.matrix(group);
    const weighting::Component ours = weighting::principal_component({figures, data.rows(), group.size()});
    const std::vector<double> loadings = theirs.matrix({"Weight"}, "iCode", group);
    double sign = 0;
    for (std::size_t j = 0; j < group.size(); ++j) sign += ours.loadings[j] * loadings[j];
    for (std::size_t j = 0; j < group.size(); ++j) {
      c.figure(ours.loadings[j], sign < 0 ? -loadings[j] : loadings[j], group[j]);
      c.figure(ours.weights[j], loadings[j] * loadings[j], group[j] + " squared");
    }
  }
});

// Nelder-Mead stops where the correlations are 1e-3 from what is desired; ours are there, with weights below 0 as COINr has them.
const golden::Check optimum("asem/weights/opt_weights_level2_equal_result.csv", golden::exact, [](auto& c) {
  const golden::Table data("asem/aggregated/amean_orig.csv"), theirs("asem/weights/opt_weights_level2_equal_result.csv");
  std::vector<std::string> all = pillars[0];
  all.insert(all.end(), pillars[1].begin(), pillars[1].end());
  const std::vector<double> figures = data.matrix(all);
  const weighting::CorrelationOptimum ours = weighting::correlation_optimum({figures, data.rows(), all.size()}, {}, {{}, true});
  double sum = 0;
  for (const double r : ours.correlations) sum += r;
  for (std::size_t j = 0; j < all.size(); ++j) c.figure(ours.correlations[j] / sum, theirs.figures("Desired")[j], all[j]);
});
const golden::NotCompared optimum_weights("asem/weights/opt_weights_level2_equal.csv",
                                          "weights at which a search stopped; what they are for is compared in ..._result.csv");

// ---- Compind ----

std::vector<double> doubt(const golden::Table& table, const std::vector<std::string>& columns,
                          const std::vector<weighting::ShareBounds>& bounds, bool shares = false) {
  const std::vector<double> figures = table.matrix(columns);
  weighting::BenefitOfTheDoubt ours = weighting::benefit_of_the_doubt({figures, table.rows(), columns.size()}, bounds);
  return shares ? ours.shares : ours.scores;
}

const std::vector<std::string> all_pillars = {"Physical", "ConEcFin", "Political", "Instit",
                                              "P2P",      "Environ",  "Social",    "SusEcFin"};

const golden::Check bod("compind/pillars_bod_mpi_owa.csv", golden::linear_programme, [](auto& c) {
  const golden::Table table("compind/pillars_bod_mpi_owa.csv");
  c.figures(doubt(table, all_pillars, {}), table.figures("bod"), "bod");
  c.figures(doubt(table, all_pillars, {{0.05, 0.35}}), table.figures("bod_constr_5_35"), "bod_constr_5_35");
});
const golden::Check bod_random("compind/bod_random40x3.csv", golden::linear_programme, [](auto& c) {
  const golden::Table table("compind/bod_random40x3.csv");
  c.figures(doubt(table, {"a", "b", "c"}, {}), table.figures("bod"), "bod");
  c.figures(doubt(table, {"a", "b", "c"}, {{0.1, 0.6}}), table.figures("bod_constr_10_60"), "bod_constr_10_60");
});
// The score that a unit has under weights of the given shares, the largest at which no unit is above 1.
std::vector<double> attained(const std::vector<double>& figures, const std::vector<double>& shares, std::size_t columns) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < figures.size() / columns; ++i) {
    double most = 0;
    for (std::size_t k = 0; k < figures.size() / columns; ++k) {
      double sum = 0;
      for (std::size_t j = 0; j < columns; ++j)
        sum += shares[i * columns + j] * figures[k * columns + j] / figures[i * columns + j];
      most = std::max(most, sum);
    }
    scores.push_back(1 / most);
  }
  return scores;
}

// A unit at 1 has many best shares, of which each solver finds one: what is compared is whether both are as good as can be.
const golden::Check bod_shares("compind/bod_constr_weight_shares.csv", golden::linear_programme, [](auto& c) {
  const golden::Table table("compind/pillars_bod_mpi_owa.csv"), shares("compind/bod_constr_weight_shares.csv");
  const std::vector<double> figures = table.matrix(all_pillars), best = table.figures("bod_constr_5_35");
  const std::vector<double> theirs = shares.matrix(all_pillars, "uCode", table.text("uCode"));
  const std::vector<double> ours = doubt(table, all_pillars, {{0.05, 0.35}}, true);
  c.figures(attained(figures, theirs, all_pillars.size()), best, "theirs");
  c.figures(attained(figures, ours, all_pillars.size()), best, "ours");
});

}  // namespace
