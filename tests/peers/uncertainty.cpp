// Uncertainty and sensitivity: COINr's on its ASEM data, R smaa's on the same pillars.
#include "peers/golden.hpp"

#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace {

using golden::Check;
using golden::Comparison;
using golden::NotCompared;
using golden::Table;
namespace sensitivity = rulescore::sensitivity;

using Texts = std::vector<std::string>;

Texts but_first(const Texts& columns, std::size_t count = 1) {
  return {columns.begin() + static_cast<long>(count), columns.end()};
}

// COINr's tree in the order of rulescore: parents first.
struct Asem {
  sensitivity::WeightTree tree;
  std::map<std::string, std::size_t> node;
  Texts indicators, units;
  std::vector<double> figures;

  Asem() : units(Table("asem/sensitivity/ua_scores.csv").text("uCode")) {
    const Table meta("asem/inputs/iMeta.csv");
    const Texts codes = meta.text("iCode"), parents = meta.text("Parent"), types = meta.text("Type");
    const std::vector<double> levels = [&] {
      std::vector<double> read;
      for (const std::string& text : meta.text("Level")) read.push_back(text.empty() || text == "NA" ? 0 : std::stod(text));
      return read;
    }();
    for (double level = 4; level >= 1; --level)
      for (std::size_t i = 0; i < codes.size(); ++i) {
        if (levels[i] != level) continue;
        node[codes[i]] = tree.parents.size();
        tree.parents.push_back(level == 4 ? 0 : static_cast<std::uint32_t>(node.at(parents[i])));
        tree.weights.push_back(1);
        if (level == 1) indicators.push_back(codes[i]);
      }
    figures = Table("asem/normalised/minmax_0_100__full.csv").matrix(indicators, "uCode", units);
  }

  std::vector<double> totals(const sensitivity::WeightTree& weighted) const {
    const std::vector<double> whole = sensitivity::effective_weights(weighted);
    return sensitivity::totals({figures, units.size(), indicators.size()}, {whole, 1, indicators.size()});
  }
};

// Totals, a replication each row, the plain weights first.
std::vector<double> replicated(const Asem& asem) {
  const Table sets("asem/sensitivity/ua_weight_replications.csv");
  const Texts codes = sets.text("iCode");
  std::vector<double> all = asem.totals(asem.tree);
  for (const std::string& replication : but_first(sets.columns(), 2)) {
    sensitivity::WeightTree tree = asem.tree;
    const std::vector<double> weights = sets.figures(replication);
    for (std::size_t i = 0; i < codes.size(); ++i) tree.weights[asem.node.at(codes[i])] = weights[i];
    const std::vector<double> totals = asem.totals(tree);
    all.insert(all.end(), totals.begin(), totals.end());
  }
  return all;
}

// Units down, replications across, as the files have it.
void by_unit(Comparison& comparison, const std::vector<double>& ours, const Table& theirs) {
  const Texts columns = but_first(theirs.columns());
  const std::size_t units = theirs.rows();
  for (std::size_t k = 0; k < columns.size(); ++k)
    comparison.figures(std::span(ours).subspan(k * units, units), theirs.figures(columns[k]), columns[k]);
}

std::vector<double> ranked(std::span<const double> totals, std::size_t units) {
  std::vector<double> result;
  for (std::size_t first = 0; first < totals.size(); first += units)
    for (const std::uint32_t rank : sensitivity::ranks(totals.subspan(first, units), 1e-7)) result.push_back(rank);
  return result;
}

std::vector<double> without_each_pillar(const Asem& asem) {
  std::vector<double> all = asem.totals(asem.tree);
  for (const std::string& pillar : but_first(Table("asem/sensitivity/remove_pillars_scores.csv").columns(), 2)) {
    sensitivity::WeightTree tree = asem.tree;
    tree.weights[asem.node.at(pillar)] = 0;
    const std::vector<double> totals = asem.totals(tree);
    all.insert(all.end(), totals.begin(), totals.end());
  }
  return all;
}

const NotCompared replications("asem/sensitivity/ua_weight_replications.csv", "the weights that ua_* are worked out from");

const Check ua_scores("asem/sensitivity/ua_scores.csv", golden::exact, [](Comparison& comparison) {
  by_unit(comparison, replicated(Asem()), Table("asem/sensitivity/ua_scores.csv"));
});

const Check ua_ranks("asem/sensitivity/ua_ranks.csv", golden::exact, [](Comparison& comparison) {
  const Asem asem;
  by_unit(comparison, ranked(replicated(asem), asem.units.size()), Table("asem/sensitivity/ua_ranks.csv"));
});

const Check ua_rankstats("asem/sensitivity/ua_rankstats.csv", golden::exact, [](Comparison& comparison) {
  const Asem asem;
  const Table theirs("asem/sensitivity/ua_rankstats.csv");
  const std::size_t units = asem.units.size();
  const std::vector<double> totals = replicated(asem);
  comparison.figures(ranked(std::span(totals).first(units), units), theirs.matrix({"Nominal"}, "uCode", asem.units), "Nominal");
  const std::vector<double> drawn(totals.begin() + static_cast<long>(units), totals.end());
  const auto summaries = sensitivity::summaries(sensitivity::count_ranks({drawn, drawn.size() / units, units}));
  const std::vector<std::pair<std::string, double sensitivity::RankSummary::*>> columns{
      {"Mean", &sensitivity::RankSummary::mean},
      {"Median", &sensitivity::RankSummary::median},
      {"Q5", &sensitivity::RankSummary::low},
      {"Q95", &sensitivity::RankSummary::high}};
  for (const auto& [name, member] : columns) {
    std::vector<double> ours;
    for (const auto& summary : summaries) ours.push_back(summary.*member);
    comparison.figures(ours, theirs.matrix({name}, "uCode", asem.units), name);
  }
});

const Check remove_scores("asem/sensitivity/remove_pillars_scores.csv", golden::exact, [](Comparison& comparison) {
  by_unit(comparison, without_each_pillar(Asem()), Table("asem/sensitivity/remove_pillars_scores.csv"));
});

const Check remove_ranks("asem/sensitivity/remove_pillars_ranks.csv", golden::exact, [](Comparison& comparison) {
  const Asem asem;
  by_unit(comparison, ranked(without_each_pillar(asem), asem.units.size()), Table("asem/sensitivity/remove_pillars_ranks.csv"));
});

const Check remove_change("asem/sensitivity/remove_pillars_meanabsdiff.csv", golden::exact, [](Comparison& comparison) {
  const Asem asem;
  const std::size_t units = asem.units.size();
  const std::vector<double> ranks = ranked(without_each_pillar(asem), units);
  std::vector<double> ours;
  for (std::size_t first = 0; first < ranks.size(); first += units) {
    double sum = 0;
    for (std::size_t i = 0; i < units; ++i) sum += std::abs(ranks[first + i] - ranks[i]);
    ours.push_back(sum / static_cast<double>(units));
  }
  comparison.figures(ours, Table("asem/sensitivity/remove_pillars_meanabsdiff.csv").figures("MeanAbsDiff"), "MeanAbsDiff");
});

// COINr doesn't centre the outputs, so its first-order indices carry an error that grows with their mean; the centred ones are
// tested against the function's own variance in tests/unit/analysis/uncertainty_sobol.cpp.
const NotCompared sample("asem/sensitivity/sobol_ishigami_sample.csv",
                         "the points and outputs that the indices are worked out from");
const Check sobol("asem/sensitivity/sobol_ishigami_COINr_indices.csv", golden::exact, [](Comparison& comparison) {
  const Table theirs("asem/sensitivity/sobol_ishigami_COINr_indices.csv");
  sensitivity::SobolOptions options;
  options.estimator = sensitivity::SobolOptions::Estimator::uncentred;
  options.resamples = 0;
  const auto ours = sensitivity::sobol_indices(Table("asem/sensitivity/sobol_ishigami_sample.csv").figures("y"), 256, 4, options);
  std::vector<double> first, total;
  for (const auto& factor : ours.factors) {
    first.push_back(factor.first);
    total.push_back(factor.total);
  }
  comparison.figures(first, theirs.figures("Si"), "Si");
  comparison.figures(total, theirs.figures("STi"), "STi");
  comparison.figures(std::vector<double>(4, ours.variance), theirs.figures("Variance"), "Variance");
});

// ---- stochastic multicriteria acceptability analysis ----------------------------------------------------------------

struct Smaa {
  Texts pillars, units;
  std::vector<double> figures, weights;
  sensitivity::RankCounts counts;

  Smaa() {
    const Table measurements("smaa/measurements.csv"), samples("smaa/weight_samples.csv");
    pillars = samples.columns();
    units = measurements.text("uCode");
    figures = measurements.matrix(pillars);
    weights = samples.matrix(pillars);
    counts = sensitivity::count_ranks({figures, units.size(), pillars.size()}, {weights, samples.rows(), pillars.size()},
                                      {true, true, 0});
  }
};

const NotCompared measurements("smaa/measurements.csv", "the pillars that the indices are worked out from");
const NotCompared samples("smaa/weight_samples.csv", "the weights that the indices are worked out from");

const Check rank_acceptability("smaa/rank_acceptability.csv", golden::exact, [](Comparison& comparison) {
  const Smaa smaa;
  const Table theirs("smaa/rank_acceptability.csv");
  comparison.figures(sensitivity::acceptability(smaa.counts), theirs.matrix(but_first(theirs.columns()), "uCode", smaa.units),
                     "b");
});

const Check pairwise_winning("smaa/pairwise_winning.csv", golden::exact, [](Comparison& comparison) {
  const Smaa smaa;
  comparison.figures(sensitivity::winning(smaa.counts),
                     Table("smaa/pairwise_winning.csv").matrix(smaa.units, "uCode", smaa.units), "c");
});

const Check central_weights("smaa/central_weights.csv", golden::exact, [](Comparison& comparison) {
  const Smaa smaa;
  comparison.figures(smaa.counts.central, Table("smaa/central_weights.csv").matrix(smaa.pillars, "uCode", smaa.units), "w");
});

}  // namespace
