// COINr's pipelines over its ASEM data, each from the raw table through index(): denominators, imputation, normalisation,
// weights, aggregation level by level, minimum availability, ranks.
#include "peers/golden.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace {

using golden::Check;
using golden::Comparison;
using golden::Table;

struct Pipeline {
  std::string normalise, data, weights, aggregate, params, threshold;
};

std::map<std::string, Pipeline> pipelines() {
  const Table table("asem/configs.csv");
  std::map<std::string, Pipeline> all;
  for (std::size_t i = 0; i < table.rows(); ++i)
    all[table.text("config")[i]] = {table.text("normalisation")[i], table.text("data")[i],   table.text("weights")[i],
                                    table.text("aggregation")[i],   table.text("params")[i], table.text("dat_thresh")[i]};
  return all;
}

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, begin = at + mark.size()))
    parts.push_back(text.substr(begin, at - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

// What COINr calls its methods, in the framework's language.
std::string normalise_of(const std::string& name) {
  const std::map<std::string, std::string> known = {{"minmax_0_100", "{min_max: [0, 100]}"},
                                                    {"minmax_1_100", "{min_max: [1, 100]}"},
                                                    {"zscore_0_1", "z"},
                                                    {"rank_min", "rank"},
                                                    {"goalposts", "goalposts"},
                                                    {"dist2targ_cap", "distance_to_target"}};
  return known.at(name);
}

// By level, the indicators' first: how each becomes the one above.
std::vector<std::string> aggregates_of(const Pipeline& how) {
  std::vector<std::string> names = split(how.aggregate, " > ");
  while (names.size() < 3) names.push_back(names.front());
  const std::string power = how.params.empty() ? "" : split(split(how.params, "= ").back(), ")").front();
  for (std::string& name : names)
    name = name == "a_amean"   ? "mean"
           : name == "a_gmean" ? "{geometric: {floor: 0.01}}"
           : name == "a_hmean" ? "{harmonic: {floor: 0.01}}"
                               : "{power: " + power + "}";
  return names;
}

std::vector<std::string> thresholds_of(const Pipeline& how) {
  std::vector<std::string> levels = split(how.threshold, ";");
  while (levels.size() < 3) levels.push_back(levels.front());
  return levels;
}

class Asem {
 public:
  explicit Asem(const Pipeline& how) : how_(how), meta_("asem/inputs/iMeta.csv") {
    const Table weights("asem/inputs/weights_" + how.weights + ".csv");
    for (std::size_t i = 0; i < weights.rows(); ++i) weights_[weights.text("iCode")[i]] = weights.text("Weight")[i];
    codes_ = meta_.text("iCode");
    parents_ = meta_.text("Parent");
    types_ = meta_.text("Type");
  }

  std::string yaml() const {
    std::ostringstream out;
    out << "rulescore: 1\nid: asem\nversion: \"1\"\ntitle: ASEM\nindex:\n  unit: uCode\n  normalise: "
        << normalise_of(how_.normalise) << "\n  impute: " << (how_.data == "full" ? "{mean: GDP_group}" : "none") << "\n";
    rules(out, 3, "");
    out << "children:\n";
    children(out, "Index", 3, "");
    return out.str();
  }

 private:
  void rules(std::ostream& out, std::size_t level, const std::string& indent) const {
    out << indent << "aggregate: " << aggregates_of(how_)[level - 1] << "\n";
    if (!how_.threshold.empty()) out << indent << "min_available: " << thresholds_of(how_)[level - 1] << "\n";
  }

  void children(std::ostream& out, const std::string& parent, std::size_t level, const std::string& indent) const {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (parents_[i] != parent) continue;
      out << indent << "- code: " << codes_[i] << "\n"
          << indent << "  title: " << codes_[i] << "\n"
          << indent << "  weight: " << weights_.at(codes_[i]) << "\n";
      if (types_[i] == "Indicator") {
        data(out, i, indent + "  ");
      } else {
        rules(out, level - 1, indent + "  ");
        out << indent << "  children:\n";
        children(out, codes_[i], level - 1, indent + "  ");
      }
    }
  }

  void data(std::ostream& out, std::size_t i, const std::string& indent) const {
    const auto cell = [&](const char* column) { return meta_.text(column)[i]; };
    out << indent << "data: {better: " << (cell("Direction") == "1" ? "higher" : "lower");
    if (!cell("Denominator").empty()) out << ", per: " << cell("Denominator");
    if (how_.normalise == "dist2targ_cap") out << ", normalise: {distance_to_target: " << cell("Target") << ", cap: true}";
    if (how_.normalise == "goalposts") out << ", goalposts: [" << cell("goalpost_lower") << ", " << cell("goalpost_upper") << "]";
    out << "}\n";
  }

  Pipeline how_;
  Table meta_;
  std::map<std::string, std::string> weights_;
  std::vector<std::string> codes_, parents_, types_;
};

rulescore::Index asem(const Pipeline& how) {
  const rulescore::Table table =
      rulescore::Table::read(std::string(RULESCORE_SOURCE_DIR) + "/tests/peers/data/asem/inputs/iData.csv");
  return rulescore::index(table, rulescore::Framework::parse(Asem(how).yaml(), "asem.yaml"));
}

// The node of a column of the outputs; "Index" is the whole.
std::size_t node_of(const rulescore::Index& index, const std::string& column) {
  return column == "Index" ? 0 : *index.framework().find(column);
}

std::vector<std::string> units_of(const rulescore::Index& index) { return {index.units().begin(), index.units().end()}; }

void scores(const std::string& config, Comparison& comparison) {
  const rulescore::Index index = asem(pipelines().at(config));
  const Table theirs("asem/aggregated/" + config + ".csv");
  for (const std::string& column : theirs.columns())
    if (column != "uCode")
      comparison.figures(index.values(node_of(index, column)), theirs.matrix({column}, "uCode", units_of(index)), column);
}

void ranks(const std::string& config, Comparison& comparison) {
  const rulescore::Index index = asem(pipelines().at(config));
  const Table theirs("asem/ranks/" + config + ".csv");
  for (const std::string& column : theirs.columns()) {
    if (column == "uCode") continue;
    std::vector<double> ours;
    for (const std::uint32_t rank : index.ranks(node_of(index, column)))
      ours.push_back(rank == 0 ? std::numeric_limits<double>::quiet_NaN() : rank);
    comparison.figures(ours, theirs.matrix({column}, "uCode", units_of(index)), column);
  }
}

const bool declared = [] {
  for (const auto& [name, how] : pipelines()) {
    Check("asem/aggregated/" + name + ".csv", golden::exact, [config = name](Comparison& c) { scores(config, c); });
    Check("asem/ranks/" + name + ".csv", 0, [config = name](Comparison& c) { ranks(config, c); });
  }
  golden::NotCompared("asem/configs.csv", "what each pipeline is");
  return true;
}();

}  // namespace
