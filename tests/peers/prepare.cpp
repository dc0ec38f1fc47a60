// Filling gaps, drawing in outliers and one scale, against COINr on its ASEM data. Rows are matched by uCode: the tool sorts
// them.
#include "peers/golden.hpp"

#include <rulescore/prepare.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace rulescore;
using golden::Check;
using golden::Comparison;
using golden::Table;

// What the tool knows of the indicators, and its figures divided by their denominators, gaps and all.
struct Asem {
  std::vector<std::string> codes, parents, units;
  std::vector<Sense> senses;
  std::vector<double> targets, lower, upper;
  std::vector<std::uint32_t> groups;  // by GDP

  Asem() {
    const Table meta("asem/inputs/iMeta.csv"), data("asem/data/denominated.csv"), raw("asem/inputs/iData.csv");
    units = data.text("uCode");
    const auto code = meta.text("iCode"), parent = meta.text("Parent"), type = meta.text("Type");
    const auto direction = meta.figures("Direction"), target = meta.figures("Target"), low = meta.figures("goalpost_lower"),
               high = meta.figures("goalpost_upper");
    for (std::size_t i = 0; i < code.size(); ++i) {
      if (type[i] != "Indicator") continue;
      codes.push_back(code[i]);
      parents.push_back(parent[i]);
      senses.push_back(direction[i] < 0 ? Sense::cost : Sense::benefit);
      targets.push_back(target[i]);
      lower.push_back(low[i]);
      upper.push_back(high[i]);
    }
    const auto raw_units = raw.text("uCode"), group = raw.text("GDP_group");
    std::map<std::string, std::uint32_t> numbers;
    for (const std::string& unit : units) {
      const auto row = std::find(raw_units.begin(), raw_units.end(), unit) - raw_units.begin();
      groups.push_back(numbers.emplace(group.at(static_cast<std::size_t>(row)), numbers.size()).first->second);
    }
  }

  std::vector<double> column(const Table& table, std::size_t indicator) const {
    return table.matrix({codes[indicator]}, "uCode", units);
  }
};

const Asem& asem() {
  static const Asem one;
  return one;
}

// `ours` of each indicator's column of `from`, against the same column of `file`.
template <typename Ours>
void by_column(Comparison& comparison, const std::string& from, const std::string& file, const Ours& ours) {
  const Table before(from), theirs(file);
  for (std::size_t i = 0; i < asem().codes.size(); ++i)
    comparison.figures(ours(asem().column(before, i), i), asem().column(theirs, i), asem().codes[i]);
}

// ---- figures divided by their denominators ----

const Check raw("asem/data/raw.csv", golden::exact, [](Comparison& comparison) {
  by_column(comparison, "asem/inputs/iData.csv", "asem/data/raw.csv",
            [](std::vector<double> column, std::size_t) { return column; });
});
const Check denominated("asem/data/denominated.csv", golden::exact, [](Comparison& comparison) {
  const Table meta("asem/inputs/iMeta.csv"), data("asem/inputs/iData.csv");
  const auto code = meta.text("iCode"), denominator = meta.text("Denominator");
  by_column(comparison, "asem/inputs/iData.csv", "asem/data/denominated.csv", [&](std::vector<double> column, std::size_t i) {
    const auto row = static_cast<std::size_t>(std::find(code.begin(), code.end(), asem().codes[i]) - code.begin());
    if (denominator[row].empty()) return column;
    const std::vector<double> by = data.matrix({denominator[row]}, "uCode", asem().units);
    for (std::size_t unit = 0; unit < column.size(); ++unit) column[unit] /= by[unit];
    return column;
  });
});

// ---- gaps ----

struct Imputed : Check {
  Imputed(const std::string& name, Fill fill, bool grouped)
      : Check("asem/data/imputed_" + name + ".csv", golden::exact, [=](Comparison& comparison) {
          by_column(comparison, "asem/data/denominated.csv", "asem/data/imputed_" + name + ".csv",
                    [=](const std::vector<double>& column, std::size_t) {
                      return grouped ? impute(column, fill, asem().groups) : impute(column, fill);
                    });
        }) {}
};
const Imputed mean("mean", Fill::mean, false), median("median", Fill::median, false),
    mean_group("mean_grp_GDP", Fill::mean, true), median_group("median_grp_GDP", Fill::median, true);

const Check by_row("asem/data/imputed_rowmean_in_pillar.csv", golden::exact, [](Comparison& comparison) {
  const Table before("asem/data/denominated.csv"), theirs("asem/data/imputed_rowmean_in_pillar.csv");
  std::map<std::string, std::vector<std::size_t>> pillars;
  for (std::size_t i = 0; i < asem().codes.size(); ++i) pillars[asem().parents[i]].push_back(i);
  for (const auto& [pillar, indicators] : pillars) {
    std::vector<std::string> codes;
    std::vector<Sense> senses;
    for (const std::size_t i : indicators) {
      codes.push_back(asem().codes[i]);
      senses.push_back(asem().senses[i]);
    }
    const std::vector<double> block = before.matrix(codes, "uCode", asem().units);
    comparison.figures(impute_by_row({block, asem().units.size(), codes.size()}, senses),
                       theirs.matrix(codes, "uCode", asem().units), pillar);
  }
});

// ---- outliers ----

constexpr Treatment standard{true, 2, 3.5, 5, Treatment::Then::log};
constexpr Treatment one_figure{true, 2, 3.5, 1, Treatment::Then::log};
constexpr Treatment combined{true, 2, 3.5, 5, Treatment::Then::log_combined};
constexpr Treatment either_side{true, 2, 3.5, 5, Treatment::Then::log_signed};

struct TreatedFigures : Check {
  TreatedFigures(const std::string& name, const Treatment& treatment)
      : Check("asem/treat/" + name + "_data.csv", golden::exact, [=](Comparison& comparison) {
          by_column(comparison, "asem/data/denominated.csv", "asem/treat/" + name + "_data.csv",
                    [=](const std::vector<double>& column, std::size_t) { return treat(column, treatment).values; });
        }) {}
};
const TreatedFigures standard_figures("default", standard), one_figures("winmax1", one_figure),
    combined_figures("combine", combined), either_figures("log_CT_plus", either_side);

double truth(const std::string& cell) {
  if (cell.empty() || cell == "NA") return std::nan("");
  return cell == "TRUE" ? 1 : 0;
}

// Before, after winsorising, after the logarithm where it came to that.
void details(Comparison& comparison, const std::string& name, Treatment treatment) {
  const Table theirs("asem/treat/" + name + "_details.csv"), data("asem/data/denominated.csv");
  Treatment winsorised_only = treatment;
  winsorised_only.then = Treatment::Then::nothing;
  const auto code = theirs.text("iCode");
  const bool logarithm = theirs.has("check_SkewKurt2.Pass");
  const auto stage = [&](std::size_t row, const std::string& number, bool reached, bool passed, double skew, double kurtosis) {
    const std::string prefix = "check_SkewKurt" + number + ".", where = code[row] + " " + number;
    comparison.figure(reached ? (passed ? 1 : 0) : std::nan(""), truth(theirs.text(prefix + "Pass")[row]), where + " passes");
    comparison.figure(reached ? skew : std::nan(""), theirs.figures(prefix + "Skew")[row], where + " skew");
    comparison.figure(reached ? kurtosis : std::nan(""), theirs.figures(prefix + "Kurt")[row], where + " kurtosis");
  };
  for (std::size_t row = 0; row < code.size(); ++row) {
    const std::vector<double> column = data.matrix({code[row]}, "uCode", asem().units);
    const Treated all = treat(column, treatment), between = treat(column, winsorised_only);
    stage(row, "0", true, all.passed_before, all.skew_before, all.kurtosis_before);
    stage(row, "1", !all.passed_before, between.passes, between.skew, between.kurtosis);
    if (logarithm) stage(row, "2", all.transformed, all.passes, all.skew, all.kurtosis);
    comparison.figure(
        all.passed_before ? std::nan("") : static_cast<double>(all.winsorised_high.size() + all.winsorised_low.size()),
        theirs.figures("winsorise.nwin")[row], code[row] + " winsorised");
  }
}

// Which figures were touched: "winhi", "winlo", "+log_CT" and both.
void points(Comparison& comparison, const std::string& name, const Treatment& treatment) {
  const Table theirs("asem/treat/" + name + "_points.csv"), data("asem/data/denominated.csv");
  const auto units = theirs.text("uCode");
  for (const std::string& code : asem().codes) {
    const Treated treated = treat(data.matrix({code}, "uCode", units), treatment);
    std::vector<std::string> ours(units.size());
    for (const std::uint32_t row : treated.winsorised_high) ours[row] = "winhi";
    for (const std::uint32_t row : treated.winsorised_low) ours[row] = "winlo";
    const std::vector<std::string> cells = theirs.text(code);
    for (std::size_t row = 0; row < units.size(); ++row) {
      // The tool marks every unit of a transformed column, also one whose figure is missing.
      if (treated.transformed) ours[row] += "+log_CT";
      comparison.figure(ours[row] == cells[row] ? 0 : 1, 0,
                        code + " " + units[row] + ": " + ours[row] + ", theirs " + cells[row]);
    }
  }
}

const Check details_standard("asem/treat/default_details.csv", golden::exact,
                             [](Comparison& comparison) { details(comparison, "default", standard); });
const Check details_one("asem/treat/winmax1_details.csv", golden::exact,
                        [](Comparison& comparison) { details(comparison, "winmax1", one_figure); });
const Check details_combined("asem/treat/combine_details.csv", golden::exact,
                             [](Comparison& comparison) { details(comparison, "combine", combined); });
const Check points_standard("asem/treat/default_points.csv", golden::exact,
                            [](Comparison& comparison) { points(comparison, "default", standard); });
const Check points_one("asem/treat/winmax1_points.csv", golden::exact,
                       [](Comparison& comparison) { points(comparison, "winmax1", one_figure); });
const Check points_combined("asem/treat/combine_points.csv", golden::exact,
                            [](Comparison& comparison) { points(comparison, "combine", combined); });

const Check skew_kurt("asem/treat/skew_kurt.csv", golden::exact, [](Comparison& comparison) {
  const Table theirs("asem/treat/skew_kurt.csv"), data("asem/data/denominated.csv");
  const auto code = theirs.text("iCode"), pass = theirs.text("pass");
  const auto skew = theirs.figures("skew"), kurtosis = theirs.figures("kurt");
  for (std::size_t row = 0; row < code.size(); ++row) {
    const Treated ours = treat(data.figures(code[row]), {});
    comparison.figure(ours.skew_before, skew[row], code[row] + " skew");
    comparison.figure(ours.kurtosis_before, kurtosis[row], code[row] + " kurtosis");
    comparison.figure(ours.passed_before ? 1 : 0, truth(pass[row]), code[row] + " passes");
  }
});

// ---- one scale: on figures without gaps, and with them ----

using Method = Normalisation::Method;
using How = Normalisation (*)(std::size_t indicator);

Normalisation plain(Method method) {
  Normalisation how;
  how.method = method;
  return how;
}

template <typename Ours>
void declare(const std::string& name, const Ours& ours) {
  for (const auto& [suffix, from] :
       {std::pair{"__full", "asem/data/imputed_mean_grp_GDP.csv"}, {"__na", "asem/data/denominated.csv"}}) {
    const std::string file = "asem/normalised/" + name + suffix + ".csv", before = from;
    Check(file, golden::exact, [=](Comparison& comparison) { by_column(comparison, before, file, ours); });
  }
}

void declare_method(const std::string& name, How how) {
  declare(name, [how](const std::vector<double>& column, std::size_t i) {
    return normalise(column, asem().senses[i], how(i), 4);  // the reference: the fifth unit by code
  });
}

// The tool's fraction_of_max divides a cost by the smallest one and so puts the dearest unit on top (without end where that is
// 0); ours is that upside down.
std::vector<double> their_fraction(const std::vector<double>& column, std::size_t i) {
  std::vector<double> figures = normalise(column, asem().senses[i], plain(Method::fraction_of_max));
  if (asem().senses[i] == Sense::benefit) return figures;
  const double best = *std::min_element(figures.begin(), figures.end());
  for (std::size_t row = 0; row < figures.size(); ++row)
    figures[row] = column[row] == 0 && best == 0 ? std::nan("") : 1 / figures[row];
  return figures;
}

const bool normalised = [] {
  declare_method("minmax_0_100", [](std::size_t) { return plain(Method::min_max); });
  declare_method("minmax_1_100", [](std::size_t) {
    Normalisation how = plain(Method::min_max);
    how.low = 1;
    return how;
  });
  declare_method("zscore_0_1", [](std::size_t) { return plain(Method::z); });
  declare_method("zscore_10_2", [](std::size_t) {
    Normalisation how = plain(Method::z);
    how.mean = 10;
    how.sd = 2;
    return how;
  });
  declare_method("rank_min", [](std::size_t) { return plain(Method::rank); });
  declare_method("rank_average", [](std::size_t) {
    Normalisation how = plain(Method::rank);
    how.ties = Ties::average;
    return how;
  });
  declare_method("borda", [](std::size_t) { return plain(Method::borda); });
  declare_method("prank", [](std::size_t) { return plain(Method::percentile_rank); });
  declare_method("dist2max", [](std::size_t) { return plain(Method::distance_to_max); });
  declare_method("dist2ref5_cap", [](std::size_t) {
    Normalisation how = plain(Method::distance_to_reference);
    how.capped = true;
    return how;
  });
  declare_method("dist2targ_cap", [](std::size_t i) {
    Normalisation how = plain(Method::distance_to_target);
    how.target = asem().targets[i];
    how.capped = true;
    return how;
  });
  declare_method("scaled_0_100", [](std::size_t i) {  // the tool takes the posts 0 and 100 for the signed figures
    const bool cost = asem().senses[i] == Sense::cost;
    Normalisation how = plain(Method::scaled);
    how.lower = cost ? -100 : 0;
    how.upper = cost ? 0 : 100;
    return how;
  });
  declare_method("goalposts", [](std::size_t i) {
    Normalisation how = plain(Method::goalposts);
    how.lower = asem().lower[i];
    how.upper = asem().upper[i];
    return how;
  });
  declare("fracmax", their_fraction);
  return true;
}();

// ---- what isn't compared ----

const char* const inputs = "what the others are worked out from";
const golden::NotCompared meta("asem/inputs/iMeta.csv", inputs), data("asem/inputs/iData.csv", inputs),
    panel("asem/inputs/iData_panel.csv", inputs), lineage("asem/inputs/lineage.csv", inputs);

}  // namespace
