// From a table to columns on one scale: units named, denominators, gaps, outliers, one scale, each step for all columns before
// the next begins. Tested by tests/unit/panel/index.cpp; against peers by tests/peers/index.cpp.
#include "base/number.hpp"
#include "base/parallel.hpp"
#include "panel/column.hpp"
#include "panel/index.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rulescore {
namespace {

using Method = Normalisation::Method;

// Texts as numbers, the first one met 0.
std::vector<std::uint32_t> numbered(const std::vector<std::string>& texts) {
  std::map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> result;
  for (const std::string& text : texts)
    result.push_back(known.emplace(text, static_cast<std::uint32_t>(known.size())).first->second);
  return result;
}

// 1 on an open scale, where nothing is full marks.
double unit_of(const Normalisation& how) noexcept {
  const double full = full_marks(how);
  return full > 0 ? full : 1;
}

// The same scale with full marks at 1.
Normalisation in_shares(Normalisation how) noexcept {
  const double unit = unit_of(how);
  if (unit == 1) return how;
  how.low /= unit;
  how.high = 1;
  return how;
}

class ColumnsReader {
 public:
  ColumnsReader(const Table& table, const FrameworkModel& model, const IndexOptions& options)
      : table_(table), model_(model), options_(options) {
    result_.rows = table.rows();
  }

  Columns read() {
    read_units();
    begin();
    each([&](std::size_t i) { denominate(i); });
    each([&](std::size_t i) { fill(i); });
    fill_by_row();
    each([&](std::size_t i) { put_on_scale(i); });
    return std::move(result_);
  }

 private:
  template <typename Step>
  void each(const Step& step) {
    parallel_for(model_.indicators.size(), step, {options_.threads, 1, {}});
  }

  std::span<double> prepared(std::size_t i) { return std::span(result_.prepared).subspan(i * rows(), rows()); }
  std::span<double> leaf(std::size_t i) { return std::span(result_.leaves).subspan(i * rows(), rows()); }
  std::size_t rows() const noexcept { return result_.rows; }
  const Node& node(std::size_t i) const noexcept { return model_.nodes[model_.indicator_nodes[i]]; }
  std::string named(std::size_t i) const { return "indicator " + node(i).code + ", column \"" + said(i).column + "\""; }
  const Preparation& said(std::size_t i) const noexcept { return result_.said[i]; }

  // ---- units

  std::optional<std::size_t> unit_column() const {
    if (!model_.index.unit.empty()) return table_.at(model_.index.unit);
    for (std::size_t i = 0; i < table_.columns().size(); ++i)
      if (table_.is_text(i)) return i;
    return std::nullopt;
  }

  void read_units() {
    if (const auto column = unit_column()) {
      result_.units = table_.texts(*column);
    } else {
      for (std::size_t row = 1; row <= rows(); ++row) result_.units.push_back(std::to_string(row));
    }
    if (!model_.index.time.empty()) {
      const auto times = table_.figures(table_.at(model_.index.time));
      result_.times.assign(times.begin(), times.end());
    }
    std::map<std::pair<std::string, double>, std::size_t> seen;
    for (std::size_t row = 0; row < rows(); ++row) {
      const double time = result_.times.empty() || std::isnan(result_.times[row]) ? 0 : result_.times[row];
      const auto [first, is_new] = seen.emplace(std::pair(result_.units[row], time), row);
      if (is_new) continue;
      throw UsageError(table_.name() + ": rows " + std::to_string(first->second + 1) + " and " + std::to_string(row + 1) +
                       " are both " + result_.units[row] + (result_.times.empty() ? "" : " in " + shortest(time)) +
                       "; expected one row a unit" +
                       (result_.times.empty() ? ", or the column of years under `index: time`" : " and year"));
    }
  }

  std::size_t reference_row(const std::string& unit) const {
    if (unit.empty()) return 0;
    const auto found = std::find(result_.units.begin(), result_.units.end(), unit);
    if (found == result_.units.end()) throw UsageError(table_.name() + " has no unit \"" + unit + "\" to measure distances by");
    if (std::find(found + 1, result_.units.end(), unit) != result_.units.end())
      throw UsageError(table_.name() + " has several rows of \"" + unit + "\"; a reference is one row");
    return static_cast<std::size_t>(found - result_.units.begin());
  }

  // ---- columns

  void begin() {
    result_.prepared.resize(model_.indicators.size() * rows());
    result_.leaves.resize(result_.prepared.size());
    for (const IndicatorModel& indicator : model_.indicators) {
      Preparation how;
      how.column = indicator.data.name;
      how.per = indicator.data.per;
      how.sense = indicator.data.sense;
      how.impute = options_.impute.value_or(indicator.data.impute);
      how.treats = options_.treat ? options_.treat->on : indicator.data.treat.on;
      result_.said.push_back(std::move(how));
    }
  }

  Normalisation normalisation(std::size_t i) const {
    const Normalisation& own = model_.indicators[i].data.normalise;
    if (!options_.normalise) return own;
    Normalisation how = *options_.normalise;
    if (std::isnan(how.target)) how.target = own.target;
    if (std::isnan(how.lower)) how.lower = own.lower;
    if (std::isnan(how.upper)) how.upper = own.upper;
    if (how.reference.empty()) how.reference = own.reference;
    return how;
  }

  // What is divided by nothing, or by 0, is missing.
  void denominate(std::size_t i) {
    const auto figures = table_.figures(table_.at(said(i).column));
    const auto into = prepared(i);
    std::copy(figures.begin(), figures.end(), into.begin());
    if (!said(i).per.empty()) {
      const auto per = table_.figures(table_.at(said(i).per));
      for (std::size_t row = 0; row < rows(); ++row) into[row] = per[row] != 0 ? into[row] / per[row] : no_value;
      for (std::size_t row = 0; row < rows(); ++row)
        if (std::isinf(into[row]))
          throw UsageError(table_.name() + ": " + named(i) + " of " + result_.units[row] + " is too large once divided by " +
                           said(i).per);
    }
    result_.said[i].available = count_of(into);
    if (result_.said[i].available == 0) throw UsageError(table_.name() + ": " + named(i) + " has no figures");
  }

  void fill(std::size_t i) {
    const Imputation& how = said(i).impute;
    if (how.fill == Fill::none || how.fill == Fill::row || said(i).available == rows()) return;
    std::vector<double> filled;
    if (how.fill == Fill::latest || how.fill == Fill::linear) {
      if (result_.times.empty())
        throw UsageError("to impute over time a framework says which column holds the years: `index: {time: COLUMN}`");
      filled = impute_over_time(prepared(i), how.fill, numbered(result_.units), result_.times);
    } else {
      const auto groups = how.group.empty() ? std::vector<std::uint32_t>() : numbered(table_.texts(table_.at(how.group)));
      filled = impute(prepared(i), how.fill, groups);
    }
    put(i, filled);
  }

  void put(std::size_t i, std::span<const double> filled) {
    for (std::uint32_t row = 0; row < rows(); ++row)
      if (std::isnan(prepared(i)[row]) && !std::isnan(filled[row])) result_.said[i].imputed.push_back(row);
    std::copy(filled.begin(), filled.end(), prepared(i).begin());
  }

  // All indicators of a group speak for one another.
  void fill_by_row() {
    std::map<std::uint32_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) groups[node(i).parent].push_back(i);
    const auto by_row = [&](std::size_t i) { return said(i).impute.fill == Fill::row && said(i).available < rows(); };
    for (const auto& [parent, siblings] : groups)
      if (std::any_of(siblings.begin(), siblings.end(), by_row)) fill_group(siblings, by_row);
  }

  template <typename ByRow>
  void fill_group(const std::vector<std::size_t>& siblings, const ByRow& by_row) {
    std::vector<double> figures;
    std::vector<Sense> senses;
    for (const std::size_t i : siblings) senses.push_back(said(i).sense);
    for (std::size_t row = 0; row < rows(); ++row)
      for (const std::size_t i : siblings) figures.push_back(prepared(i)[row]);
    const std::vector<double> filled = impute_by_row({figures, rows(), siblings.size()}, senses);
    for (std::size_t k = 0; k < siblings.size(); ++k)
      if (by_row(siblings[k])) put(siblings[k], column_of({filled, rows(), siblings.size()}, k));
  }

  // Without a word on how figures come on one scale they have to be scores.
  void check_scores(std::size_t i, const Normalisation& how) const {
    if (model_.indicators[i].data.said || how.method != Method::none) return;
    const auto figures = std::span(result_.prepared).subspan(i * rows(), rows());
    const auto outside = std::find_if(figures.begin(), figures.end(), [](double x) { return x < 0 || x > 1; });
    if (outside == figures.end()) return;
    throw UsageError(result_.units[static_cast<std::size_t>(outside - figures.begin())] + " has " + shortest(*outside) +
                     "; a framework without `index` takes scores from 0 to 1. Say how figures come on one scale: `index: {normalise: "
                     "min_max}`");
  }

  void put_on_scale(std::size_t i) {
    Preparation& done = result_.said[i];
    const Normalisation how = normalisation(i);
    try {
      if (done.treats) {
        done.treated = treat(prepared(i), options_.treat.value_or(model_.indicators[i].data.treat));
        std::copy(done.treated.values.begin(), done.treated.values.end(), prepared(i).begin());
        done.treated.values.clear();
      }
      check_scores(i, how);
      const std::size_t reference = how.method == Method::distance_to_reference ? reference_row(how.reference) : 0;
      done.scale = fit(prepared(i), done.sense, in_shares(how), reference);
      const std::vector<double> values = normalise(prepared(i), done.scale);
      done.scale.how = how;
      std::copy(values.begin(), values.end(), leaf(i).begin());
    } catch (const UsageError& error) {
      throw UsageError(table_.name() + ": " + named(i) + ": " + error.what());
    }
  }

  const Table& table_;
  const FrameworkModel& model_;
  const IndexOptions& options_;
  Columns result_;
};

// Full marks for what is missing need a scale that has them; on the scale of z-scores 0 isn't nothing but the mean.
void check_missing(const FrameworkModel& model, const Columns& columns) {
  for (std::size_t i = 0; i < columns.said.size(); ++i) {
    const Missing kind = model.node_rules[model.indicator_nodes[i]].counts_as.kind;
    const Method method = columns.said[i].scale.how.method;
    const bool open = model.index.said && std::isnan(full_marks(columns.said[i].scale.how));
    const bool wrong =
        (open && (kind == Missing::full || kind == Missing::prior)) || (method == Method::z && kind == Missing::zero);
    if (wrong)
      throw UsageError("the indicator " + model.nodes[model.indicator_nodes[i]].code + " counts as \"" +
                       std::string(to_string(kind)) +
                       "\" where it is missing, which its normalisation has no place for; write `missing: exclude`");
  }
}

// A z-score may be below 0, where logarithms and powers end and a floor would take its place unseen.
void check_means(const FrameworkModel& model, const Columns& columns) {
  const auto z = std::find_if(columns.said.begin(), columns.said.end(),
                              [](const Preparation& said) { return said.scale.how.method == Method::z; });
  if (z == columns.said.end()) return;
  const Node& leaf = model.nodes[model.indicator_nodes[static_cast<std::size_t>(z - columns.said.begin())]];
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const Aggregation& how = model.node_rules[i].aggregate;
    if (!std::holds_alternative<Geometric>(how) && !std::holds_alternative<Harmonic>(how) && !std::holds_alternative<PowerMean>(how))
      continue;
    throw UsageError("the indicator " + leaf.code + " is normalised to z-scores, which may be below 0; the mean of " +
                     model.nodes[i].code + " has no place for them. Use `aggregate: mean`, or another scale");
  }
}

}  // namespace

Columns read_columns(const Table& table, const FrameworkModel& model, const IndexOptions& options) {
  Columns columns = ColumnsReader(table, model, options).read();
  check_missing(model, columns);
  check_means(model, columns);
  return columns;
}

double shown_full_marks(const FrameworkModel& model, const IndexOptions& options) noexcept {
  if (!model.index.said) return model.full;
  return unit_of(options.normalise.value_or(model.index.columns.normalise));
}

}  // namespace rulescore
