// Views of the data against COINr on its ASEM data. Rows are matched by uCode.
#include "peers/golden.hpp"

#include <rulescore/framework.hpp>
#include <rulescore/index.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace rulescore;
using golden::Check;
using golden::Comparison;
using golden::Table;

// The tree and the directions, from the tool's own table of them.
struct Tree {
  std::vector<std::string> indicators;
  std::vector<Sense> senses;
  std::map<std::string, std::vector<std::string>> children;

  Tree() {
    const Table meta("asem/inputs/iMeta.csv");
    const auto code = meta.text("iCode"), parent = meta.text("Parent"), type = meta.text("Type");
    const auto direction = meta.figures("Direction");
    for (std::size_t i = 0; i < code.size(); ++i) {
      if (type[i] == "Indicator" || type[i] == "Aggregate") children[parent[i]].push_back(code[i]);
      if (type[i] != "Indicator") continue;
      indicators.push_back(code[i]);
      senses.push_back(direction[i] < 0 ? Sense::cost : Sense::benefit);
    }
  }

  // Places among `indicators` of those below a node.
  std::vector<std::uint32_t> below(const std::string& node) const {
    const auto found = children.find(node);
    if (found == children.end())
      return {static_cast<std::uint32_t>(std::find(indicators.begin(), indicators.end(), node) - indicators.begin())};
    std::vector<std::uint32_t> all;
    for (const std::string& child : found->second)
      for (const std::uint32_t leaf : below(child)) all.push_back(leaf);
    return all;
  }
};

const Tree& tree() {
  static const Tree one;
  return one;
}

// Three significant digits, as R's signif has them: the nearest, read back from its decimals.
double rounded(double value) {
  if (std::isnan(value)) return value;
  char text[64];
  std::snprintf(text, sizeof text, "%.2e", value);
  double result = 0;
  std::from_chars(text, text + sizeof text, result);
  return result;
}

const Check stats("asem/analysis/stats_denominated.csv", golden::exact, [](Comparison& comparison) {
  const Table data("asem/data/denominated.csv"), theirs("asem/analysis/stats_denominated.csv");
  const auto code = theirs.text("iCode");
  const std::vector<double> figures = data.matrix(code);
  const std::vector<views::ColumnStats> ours = views::column_stats({figures, data.rows(), code.size()});
  for (std::size_t i = 0; i < code.size(); ++i) {
    const views::ColumnStats& one = ours[i];
    const auto figure = [&](double value, const char* column) {
      comparison.figure(rounded(value), theirs.figures(column)[i], code[i] + " " + column);
    };
    const auto flag = [&](bool raised, const char* column) {
      comparison.figure(raised ? 1 : 0, theirs.text(column)[i] == "ok" ? 0 : 1, code[i] + " " + column);
    };
    figure(one.min, "Min");
    figure(one.max, "Max");
    figure(one.mean, "Mean");
    figure(one.median, "Median");
    figure(one.sd, "Std");
    figure(one.skew, "Skew");
    figure(one.kurtosis, "Kurt");
    figure(one.figures, "N.Avail");
    figure(one.non_zero, "N.NonZero");
    figure(one.different, "N.Unique");
    figure(one.same, "N.Same");
    figure(one.available(), "Frc.Avail");
    figure(one.share(one.non_zero), "Frc.NonZero");
    figure(one.share(one.different), "Frc.Unique");
    figure(one.share(one.same), "Frc.Same");
    flag(one.few_figures, "Flag.Avail");
    flag(one.many_zeros, "Flag.NonZero");
    flag(one.few_different, "Flag.Unique");
    flag(one.outliers, "Flag.SkewKurt");
  }
});

const Check units("asem/analysis/data_avail_units.csv", golden::exact, [](Comparison& comparison) {
  const Table data("asem/data/denominated.csv"), theirs("asem/analysis/data_avail_units.csv");
  const auto unit = theirs.text("uCode");
  const std::vector<double> figures = data.matrix(tree().indicators, "uCode", unit);
  const auto ours = views::unit_availability({figures, unit.size(), tree().indicators.size()});
  for (std::size_t i = 0; i < unit.size(); ++i) {
    comparison.figure(ours[i].missing, theirs.figures("N_missing")[i], unit[i] + " missing");
    comparison.figure(ours[i].zeros, theirs.figures("N_zero")[i], unit[i] + " zeros");
    comparison.figure(ours[i].missing + ours[i].zeros, theirs.figures("N_miss_or_zero")[i], unit[i] + " either");
    comparison.figure(ours[i].available, theirs.figures("Dat_Avail")[i], unit[i] + " available");
    comparison.figure(ours[i].non_zero, theirs.figures("Non_Zero")[i], unit[i] + " not zero");
  }
});

const Check groups("asem/analysis/data_avail_groups.csv", golden::exact, [](Comparison& comparison) {
  const Table data("asem/data/denominated.csv"), theirs("asem/analysis/data_avail_groups.csv");
  const auto unit = theirs.text("uCode");
  const std::vector<std::string> nodes(theirs.columns().begin() + 1, theirs.columns().end());
  std::vector<std::vector<std::uint32_t>> below;
  for (const std::string& node : nodes) below.push_back(tree().below(node));
  const std::vector<double> figures = data.matrix(tree().indicators, "uCode", unit);
  comparison.figures(views::group_availability({figures, unit.size(), tree().indicators.size()}, below), theirs.matrix(nodes));
});

// Indicators on a common scale against the pillar they are under; pillars against the index.
void correlate(Comparison& comparison, const std::string& file, const std::string& first, const std::string& second,
               views::Correlation how) {
  const Table theirs(file), from_first(first), from_second(second);
  const auto one = theirs.text("Var1"), other = theirs.text("Var2"), units_in = from_first.text("uCode");
  const auto value = theirs.figures("Correlation");
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::vector<double> a = from_first.matrix({one[i]}, "uCode", units_in),
                              b = from_second.matrix({other[i]}, "uCode", units_in);
    comparison.figure(views::correlations({a, a.size(), 1}, {b, b.size(), 1}, how)[0], value[i], one[i] + " " + other[i]);
  }
}
const Check pearson("asem/analysis/corr_pearson_1_vs_parent.csv", golden::exact, [](Comparison& comparison) {
  correlate(comparison, "asem/analysis/corr_pearson_1_vs_parent.csv", "asem/aggregated/amean_orig.csv",
            "asem/normalised/minmax_0_100__full.csv", views::Correlation::pearson);
});
const Check spearman("asem/analysis/corr_spearman_pillar_vs_index.csv", golden::exact, [](Comparison& comparison) {
  correlate(comparison, "asem/analysis/corr_spearman_pillar_vs_index.csv", "asem/aggregated/amean_orig.csv",
            "asem/aggregated/amean_orig.csv", views::Correlation::spearman);
});

const Check alpha("asem/analysis/cronbach.csv", golden::exact, [](Comparison& comparison) {
  const Table theirs("asem/analysis/cronbach.csv"), data("asem/normalised/minmax_0_100__full.csv");
  const auto pillar = theirs.text("Pillar");
  for (std::size_t i = 0; i < pillar.size(); ++i) {
    const std::vector<std::string>& indicators = tree().children.at(pillar[i]);
    const std::vector<double> figures = data.matrix(indicators);
    comparison.figure(views::cronbach_alpha({figures, data.rows(), indicators.size()}).alpha, theirs.figures("alpha")[i],
                      pillar[i]);
  }
});

// Great Britain's five strengths, all of them ranks that nobody is ahead of, stand in no order; ours must be the same ones, with
// the tool's ranks and figures. Weaknesses the other way round.
void stands(Comparison& comparison, const std::string& file, bool strong) {
  const Table theirs(file), data("asem/data/raw.csv");
  const auto unit = data.text("uCode"), code = theirs.text("Code");
  const std::vector<double> figures = data.matrix(tree().indicators);
  const Matrix matrix{figures, unit.size(), tree().indicators.size()};
  const auto row = static_cast<std::size_t>(std::find(unit.begin(), unit.end(), "GBR") - unit.begin());
  const std::vector<views::Standing> ours =
      strong ? views::strengths(matrix, tree().senses, row) : views::weaknesses(matrix, tree().senses, row);
  comparison.figure(static_cast<double>(ours.size()), static_cast<double>(code.size()), "how many");
  for (const views::Standing& one : ours) {
    const auto found = std::find(code.begin(), code.end(), tree().indicators[one.column]);
    comparison.figure(found != code.end(), 1, tree().indicators[one.column] + " is named");
    if (found == code.end()) continue;
    const auto at = static_cast<std::size_t>(found - code.begin());
    comparison.figure(one.rank, theirs.figures("Rank")[at], code[at] + " rank");
    comparison.figure(rounded(one.figure), theirs.figures("Value")[at], code[at] + " figure");
  }
}
const Check strong("asem/analysis/strengths_GBR.csv", golden::exact,
                   [](Comparison& comparison) { stands(comparison, "asem/analysis/strengths_GBR.csv", true); });
const Check weak("asem/analysis/weaknesses_GBR.csv", golden::exact,
                 [](Comparison& comparison) { stands(comparison, "asem/analysis/weaknesses_GBR.csv", false); });

// ---- years on a common scale: min-max over all of them, arithmetic means, all weights equal ----

void write_children(std::string& yaml, const std::string& parent, const std::string& indent) {
  for (const std::string& child : tree().children.at(parent)) {
    yaml += indent + "- code: " + child + "\n" + indent + "  title: " + child + "\n" + indent + "  weight: 1\n";
    const auto found = std::find(tree().indicators.begin(), tree().indicators.end(), child);
    if (found == tree().indicators.end()) {
      yaml += indent + "  children:\n";
      write_children(yaml, child, indent + "    ");
    } else {
      const bool cost = tree().senses[static_cast<std::size_t>(found - tree().indicators.begin())] == Sense::cost;
      yaml += indent + (cost ? "  data: {better: lower}\n" : "  data: {better: higher}\n");
    }
  }
}

const Index& years() {
  static const Index all = [] {
    std::string yaml =
        "rulescore: 1\nid: asem\nversion: \"1\"\ntitle: ASEM\n"
        "index: {unit: uCode, time: Time, normalise: {min_max: [0, 100]}}\nchildren:\n";
    write_children(yaml, "Index", "  ");
    return index(rulescore::Table::read(std::string(RULESCORE_SOURCE_DIR) + "/tests/peers/data/asem/inputs/iData_panel.csv"),
                 Framework::parse(yaml, "asem.yaml"));
  }();
  return all;
}

void compare_years(Comparison& comparison, const std::string& file) {
  const Table theirs(file);
  const auto unit = theirs.text("uCode"), time = theirs.text("Time");
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < years().rows(); ++row)
    rows[years().units()[row] + std::to_string(static_cast<int>(years().times()[row]))] = row;
  comparison.figure(static_cast<double>(rows.size()), static_cast<double>(unit.size()), "rows");
  for (const std::string& column : theirs.columns()) {
    if (column == "uCode" || column == "Time") continue;
    const std::vector<double> ours = years().values(column == "Index" ? 0 : *years().framework().find(column));
    const std::vector<double> figures = theirs.figures(column);
    for (std::size_t i = 0; i < unit.size(); ++i)
      comparison.figure(ours[rows.at(unit[i] + time[i])], figures[i], column + " " + unit[i] + time[i]);
  }
}

const Check normalised_years("asem/panel/normalised_minmax_global.csv", golden::exact, [](Comparison& comparison) {
  compare_years(comparison, "asem/panel/normalised_minmax_global.csv");
});
const Check aggregated_years("asem/panel/aggregated_global.csv", golden::exact,
                             [](Comparison& comparison) { compare_years(comparison, "asem/panel/aggregated_global.csv"); });

}  // namespace
