// Rankings beyond sums against scikit-criteria, pymcdm, pyDecision and the R packages MCDA, COINr and Compind. What is wrong in
// theirs isn't compared here; tests/unit/analysis/decision_*.cpp shows the right value by other arguments.
#include "peers/golden.hpp"

#include <rulescore/decision.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace {

namespace rd = rulescore::decision;
using golden::Check;
using golden::Comparison;
using golden::NotCompared;
using golden::Table;
using rd::Preference;
using rd::Ranked;
using rd::Scale;
using rulescore::Matrix;
using rulescore::Sense;

struct Problem {
  explicit Problem(const std::string& name) {
    const Table table("mcdm/" + name + "/matrix.csv"), criteria("mcdm/" + name + "/criteria.csv"),
        thresholds("mcdm/" + name + "/promethee_thresholds.csv");
    figures = table.matrix(criteria.text("criterion"));
    matrix = {figures, table.rows(), criteria.rows()};
    weights = criteria.figures("weight");
    for (const double type : criteria.figures("type")) senses.push_back(type > 0 ? Sense::benefit : Sense::cost);
    p = thresholds.figures("p");
    q = thresholds.figures("q");
  }
  std::vector<Preference> preferences(Preference::Shape shape) const {
    std::vector<Preference> result;
    for (std::size_t i = 0; i < p.size(); ++i)
      result.push_back({shape, shape == Preference::Shape::u ? 0 : p[i], q[i], p[i] / 2});
    return result;
  }
  Ranked promethee(Preference::Shape shape) const { return rd::promethee2(matrix, weights, senses, preferences(shape)).ranked; }

  std::vector<double> figures;
  Matrix matrix;
  std::vector<double> weights, p, q;
  std::vector<Sense> senses;
};

// What is asked of us under the peers' names of it.
std::map<std::string, Ranked> ours(const Problem& x) {
  using Shape = Preference::Shape;
  const auto& [m, w, s] = std::tie(x.matrix, x.weights, x.senses);
  const bool has_costs = std::count(s.begin(), s.end(), Sense::cost) > 0;
  std::map<std::string, Ranked> all;
  all["skc_topsis__vector"] = all["pymcdm_topsis__vector"] = all["pyDecision_topsis"] = rd::topsis(m, w, s);
  all["pymcdm_topsis__minmax"] = rd::topsis(m, w, s, Scale::min_max);
  all["pymcdm_topsis__sum"] = rd::topsis(m, w, s, Scale::sum);
  all["pymcdm_topsis__max"] = rd::topsis(m, w, s, Scale::max);
  all["skc_vikor_q__v0.5"] = all["pymcdm_vikor"] = rd::vikor(m, w, s).ranked;
  all["skc_spotis"] = all["pymcdm_spotis__minmaxbounds"] = rd::spotis(m, w, s);
  all["skc_edas"] = all["pymcdm_edas"] = rd::edas(m, w, s);
  all["skc_codas__inv_max"] = all["pymcdm_codas"] = rd::codas(m, w, s);
  all["skc_waspas__inv_max"] = all["pymcdm_waspas"] = rd::waspas(m, w, s);
  all["skc_wsm__inv_sum"] = all["pymcdm_wsm"] = rd::weighted_sum(m, w, s, Scale::sum);
  all["pymcdm_wpm"] = all["skc_wpm__inv_sum"] = rd::weighted_product(m, w, s, Scale::sum);
  for (double& score : all["skc_wpm__inv_sum"].scores) score = std::log10(score);
  all["skc_ratio_moora__vector"] = rd::moora(m, w, s);
  if (has_costs) all["pymcdm_moora"] = rd::moora(m, w, s);
  if (has_costs) all["skc_copras__sum"] = rd::copras(m, w, s).ranked;
  for (const std::string peer : {"pymcdm", "pyDecision"}) {
    all[peer + "_promethee2__usual"] = x.promethee(Shape::usual);
    all[peer + "_promethee2__ushape_q"] = x.promethee(Shape::u);
    all[peer + "_promethee2__vshape_p"] = x.promethee(Shape::v);
    all[peer + "_promethee2__level_pq"] = x.promethee(Shape::level);
    all[peer + "_promethee2__vshape2_pq"] = x.promethee(Shape::v_indifference);
  }
  all["pyDecision_promethee2__gaussian_s=p/2"] = x.promethee(Shape::gaussian);
  return all;
}

// Ranks 1 2 2 4 as 1 2 2 3, or as 1 2.5 2.5 4.
std::vector<double> dense(const std::vector<std::uint32_t>& ranks) {
  const std::set<std::uint32_t> levels(ranks.begin(), ranks.end());
  std::vector<double> result;
  for (const std::uint32_t rank : ranks)
    result.push_back(1 + static_cast<double>(std::distance(levels.begin(), levels.find(rank))));
  return result;
}

std::vector<double> average(const std::vector<std::uint32_t>& ranks) {
  std::vector<double> result;
  for (const std::uint32_t rank : ranks)
    result.push_back(rank + (static_cast<double>(std::count(ranks.begin(), ranks.end(), rank)) - 1) / 2);
  return result;
}

// Their average ranks, with units level whose scores they work out to be apart by rounding alone (pymcdm compares exactly).
std::vector<double> levelled(std::vector<double> ranks, const std::vector<double>& scores) {
  const std::vector<double> apart = ranks;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    double sum = 0, count = 0;
    for (std::size_t k = 0; k < ranks.size(); ++k) {
      if (std::abs(scores[k] - scores[i]) > 1e-14) continue;
      sum += apart[k];
      ++count;
    }
    ranks[i] = sum / count;
  }
  return ranks;
}

void scores(const std::string& name, Comparison& comparison) {
  const Problem x(name);
  const Table table("mcdm/" + name + "/scores.csv");
  for (const auto& [column, ranked] : ours(x)) comparison.figures(ranked.scores, table.figures(column), column);
  const rd::Vikor vikor = rd::vikor(x.matrix, x.weights, x.senses);
  comparison.figures(vikor.s, table.figures("skc_vikor_s"), "skc_vikor_s");
  comparison.figures(vikor.r, table.figures("skc_vikor_r"), "skc_vikor_r");
  // pyDecision's Copeland counts single criteria won and lost: twice our outranking matrix less one, times the criteria.
  const std::vector<double> outranking = rd::outranking(x.matrix, {}, x.senses);
  std::vector<double> net(x.matrix.rows);
  for (std::size_t i = 0; i < net.size(); ++i)
    for (std::size_t k = 0; k < net.size(); ++k)
      if (k != i) net[i] += static_cast<double>(x.matrix.columns) * (2 * outranking[i * net.size() + k] - 1);
  comparison.figures(net, table.figures("pyDecision_copeland_unweighted"), "pyDecision_copeland_unweighted");
}

void ranks(const std::string& name, Comparison& comparison) {
  const Problem x(name);
  const Table table("mcdm/" + name + "/ranks.csv"), all_scores("mcdm/" + name + "/scores.csv");
  for (const auto& [column, ranked] : ours(x)) {
    if (!table.has(column)) continue;  // pyDecision's ranks weren't kept
    if (column.starts_with("pymcdm"))
      comparison.figures(average(ranked.ranks), levelled(table.figures(column), all_scores.figures(column)), column);
    else
      comparison.figures(dense(ranked.ranks), table.figures(column), column);
  }
  std::vector<double> first(x.matrix.rows);
  for (const std::uint32_t row : rd::vikor(x.matrix, x.weights, x.senses).compromise) first[row] = 1;
  std::vector<double> theirs = table.figures("skc_vikor_q__compromise");
  for (double& rank : theirs) rank = rank == 1 ? 1 : 0;
  comparison.figures(first, theirs, "skc_vikor_q__compromise");
}

void in_r(const std::string& name, Comparison& comparison) {
  const Problem x(name);
  const Table table("mcdm/" + name + "/scores_rMCDA.csv");
  comparison.figures(rd::topsis(x.matrix, x.weights, x.senses).scores, table.figures("rMCDA_topsis"), "topsis");
  comparison.figures(rd::vikor(x.matrix, x.weights, x.senses).ranked.scores, table.figures("rMCDA_vikor_q"), "vikor");
  // It divides flows by all units rather than by the others.
  std::vector<double> theirs = table.figures("rMCDA_promethee_net_vshape_indiff");
  for (double& flow : theirs) flow *= static_cast<double>(x.matrix.rows) / (static_cast<double>(x.matrix.rows) - 1);
  comparison.figures(x.promethee(Preference::Shape::v_indifference).scores, theirs, "promethee");
}

// The same columns over their norms, which is what the peer was given.
std::vector<double> over_norms(const Matrix& matrix) {
  std::vector<double> result(matrix.values.begin(), matrix.values.end());
  for (std::size_t column = 0; column < matrix.columns; ++column) {
    double norm = 0;
    for (std::size_t row = 0; row < matrix.rows; ++row) norm = std::hypot(norm, matrix.at(row, column));
    for (std::size_t row = 0; row < matrix.rows; ++row) result[row * matrix.columns + column] /= norm;
  }
  return result;
}

void electre(const std::string& name, const std::string& part, Comparison& comparison) {
  const Problem x(name);
  const std::vector<double> figures = over_norms(x.matrix);
  const Table table("mcdm/" + name + "/skc_electre1_" + part + ".csv");
  const rd::Electre result = rd::electre1({figures, x.matrix.rows, x.matrix.columns}, x.weights, x.senses);
  if (part == "kernel") {
    // Theirs leaves out units that outrank each other, though no other unit is ahead of them.
    std::vector<double> kernel(x.matrix.rows, 1);
    for (std::size_t i = 0; i < result.outranks.size(); ++i)
      if (result.outranks[i] != 0) kernel[i % x.matrix.rows] = 0;
    return comparison.figures(kernel, table.figures("kernel"), part);
  }
  const std::vector<double>& all = part == "matrix_concordance" ? result.concordance : result.discordance;
  comparison.figures(all, table.matrix(table.text("alternative")), part);
}

struct DataSet {
  explicit DataSet(const std::string& name) {
    const std::string folder = "mcdm/" + name + "/";
    Check(folder + "scores.csv", golden::exact, [name](Comparison& c) { scores(name, c); });
    Check(folder + "ranks.csv", 0, [name](Comparison& c) { ranks(name, c); });
    Check(folder + "scores_rMCDA.csv", golden::exact, [name](Comparison& c) { in_r(name, c); });
    for (const std::string part : {"kernel", "matrix_concordance", "matrix_discordance"})
      Check(folder + "skc_electre1_" + part + ".csv", golden::exact, [name, part](Comparison& c) { electre(name, part, c); });
    for (const std::string input : {"matrix", "criteria", "promethee_thresholds"}) NotCompared(folder + input + ".csv", "input");
  }
};

const DataSet asem49("asem49"), mixed("mixed30x8"), van("van2021");
const NotCompared skipped("mcdm/skipped.csv", "words: what a peer refused to work out");

// ---- COINr ----------------------------------------------------------------------------------------------------------

struct Asem {
  std::vector<std::string> units = Table("asem/aggregated/amean_orig.csv").text("uCode");
  std::vector<std::string> pillars = {"Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"};
  std::vector<std::string> indicators = Table("asem/inputs/lineage.csv").text("Indicator");
  std::vector<double> of_pillars = Table("asem/aggregated/amean_orig.csv").matrix(pillars, "uCode", units);
  std::vector<double> of_indicators = Table("asem/normalised/minmax_0_100__full.csv").matrix(indicators, "uCode", units);
  Matrix by_pillar{of_pillars, units.size(), pillars.size()}, by_indicator{of_indicators, units.size(), indicators.size()};
  std::vector<double> pillar_weights = written(pillars);

  static std::vector<double> written(const std::vector<std::string>& codes) {
    return Table("asem/inputs/weights_custom.csv").matrix({"Weight"}, "iCode", codes);
  }
  std::vector<double> theirs(const std::string& file, const std::vector<std::string>& columns) const {
    return Table("asem/outranking/" + file).matrix(columns, "uCode", units);
  }
};

// The tree below the index, level by level; `names` of a level are its parents.
std::vector<rd::Level> tree(const Asem& asem, const std::vector<std::vector<std::string>>& names) {
  const Table lineage("asem/inputs/lineage.csv");
  std::vector<rd::Level> levels;
  std::vector<std::string> below = asem.indicators;
  for (std::size_t depth = 0; depth < names.size(); ++depth) {
    const std::vector<std::string> from = lineage.text(lineage.columns()[depth]), to = lineage.text(lineage.columns()[depth + 1]);
    rd::Level level{{}, Asem::written(below)};
    for (const std::string& child : below) {
      const std::string& parent = to[static_cast<std::size_t>(std::find(from.begin(), from.end(), child) - from.begin())];
      const auto found = std::find(names[depth].begin(), names[depth].end(), parent);
      level.parents.push_back(static_cast<std::uint32_t>(found - names[depth].begin()));
    }
    levels.push_back(level);
    below = names[depth];
  }
  return levels;
}

const Check copeland("asem/outranking/copeland.csv", 0, [](Comparison& c) {
  const Asem asem;
  c.figures(rd::copeland(asem.by_pillar, {}, {}).scores, asem.theirs("copeland.csv", {"copeland_pillars_equal"}), "equal");
  c.figures(rd::copeland(asem.by_pillar, asem.pillar_weights, {}).scores,
            asem.theirs("copeland.csv", {"copeland_pillars_custom"}), "custom");
  c.figures(rd::copeland(asem.by_indicator, Asem::written(asem.indicators), {}).scores,
            asem.theirs("copeland.csv", {"copeland_indicators_custom"}), "indicators");
});

const Check by_level("asem/outranking/copeland_by_level_custom.csv", 0, [](Comparison& c) {
  const Asem asem;
  const std::vector<std::vector<std::string>> names{asem.pillars, {"Conn", "Sust"}, {"Index"}};
  const auto levels = rd::copeland_by_level(asem.by_indicator, tree(asem, names), {});
  for (std::size_t i = 0; i < levels.size(); ++i)
    c.figures(levels[i], asem.theirs("copeland_by_level_custom.csv", names[i]), names[i][0]);
});

const Check outranking("asem/outranking/outrank_matrix_pillars_custom.csv", golden::exact, [](Comparison& c) {
  const Asem asem;
  c.figures(rd::outranking(asem.by_pillar, asem.pillar_weights, {}),
            asem.theirs("outrank_matrix_pillars_custom.csv", asem.units));
});

// It counts pairs of which one is better everywhere.
const Check dominance("asem/outranking/dominance.csv", golden::exact, [](Comparison& c) {
  const Asem asem;
  const rd::Dominance pillars = rd::dominance(asem.by_pillar, {}), indicators = rd::dominance(asem.by_indicator, {});
  std::vector<double> pairs, shares;
  for (const rd::Dominance* one : {&pillars, &pillars, &indicators}) {
    pairs.push_back(static_cast<double>(one->strict_pairs));
    shares.push_back(one->strict_share);
  }
  const Table table("asem/outranking/dominance.csv");
  c.figures(pairs, table.figures("nDominant"), "pairs");
  c.figures(shares, table.figures("fracDominant"), "share");
});

// ---- Compind --------------------------------------------------------------------------------------------------------

// It takes pillars as they are, divides by n - 1, and calls the penalty that is taken off positive.
const Check compind("compind/pillars_bod_mpi_owa.csv", golden::exact, [](Comparison& c) {
  const Table table("compind/pillars_bod_mpi_owa.csv");
  const std::vector<double> figures = table.matrix(Asem().pillars);
  const Matrix pillars{figures, table.rows(), 8};
  const auto balanced = [&](bool upward) {
    return rd::mazziotta_pareto(pillars, {}, {}, {rd::Balance::Standard::none, {}, upward, true}).scores;
  };
  c.figures(balanced(false), table.figures("mpi_pos"), "mpi_pos");
  c.figures(balanced(true), table.figures("mpi_neg"), "mpi_neg");
  c.figures(rd::owa(pillars, rd::worst_of(8, 4)).scores, table.figures("owa_n_atleast4"), "owa_n");
  c.figures(rd::owa(pillars, rd::best_of(8, 4)).scores, table.figures("owa_p_atleast4"), "owa_p");
});

}  // namespace
