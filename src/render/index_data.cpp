// A composite index for machines. Outside face: render.hpp. Tested by tests/cli/test_index.py.
#include "render/escape.hpp"
#include "render/index.hpp"
#include "render/json.hpp"

#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

// What was done to an indicator's column.
Json preparation_object(const Index& index, std::size_t i) {
  const Preparation& done = index.preparations()[i];
  const Node& node = index.framework().nodes()[index.framework().indicators()[i]];
  Json object;
  object["code"] = node.code;
  object["column"] = done.column;
  object["per"] = text_or_null(done.per);
  object["better"] = done.sense == Sense::benefit ? "higher" : "lower";
  object["available"] = done.available;
  object["impute"] = word_of(done.impute.fill);
  Json imputed = Json::array();
  for (const std::uint32_t row : done.imputed) imputed.push_back(index.units()[row]);
  object["imputed"] = std::move(imputed);
  if (done.treats) {
    Json treated;
    treated["skew_before"] = number_or_null(done.treated.skew_before);
    treated["kurtosis_before"] = number_or_null(done.treated.kurtosis_before);
    treated["winsorised"] = done.treated.winsorised_high.size() + done.treated.winsorised_low.size();
    treated["transformed"] = done.treated.transformed;
    treated["skew"] = number_or_null(done.treated.skew);
    treated["kurtosis"] = number_or_null(done.treated.kurtosis);
    treated["passes"] = done.treated.passes;
    object["treated"] = std::move(treated);
  }
  const Scale& scale = done.scale;
  object["normalise"] = word_of(scale.how.method);
  object["min"] = scale.sense == Sense::benefit ? scale.min : 0.0 - scale.max;
  object["max"] = scale.sense == Sense::benefit ? scale.max : 0.0 - scale.min;
  return object;
}

Json unit_object(const Index& index, const IndexColumns& columns, std::size_t row) {
  Json object;
  object["unit"] = index.units()[row];
  if (!index.times().empty()) object["time"] = number_or_null(index.times()[row]);
  object["rank"] = columns.ranks[row] == 0 ? Json(nullptr) : Json(columns.ranks[row]);
  object["value"] = number_or_null(columns.values[0][row]);
  object["coverage"] = index.coverage(0)[row];
  Json nodes;
  for (std::size_t node = 1; node < columns.values.size(); ++node)
    nodes[index.framework().nodes()[node].code] = number_or_null(columns.values[node][row]);
  object["nodes"] = std::move(nodes);
  for (const IndexRanking& other : columns.others)
    object["rankings"][other.name] = {{"score", number_or_null(other.ranked.scores[row])},
                                      {"rank", other.ranked.ranks[row] == 0 ? Json(nullptr) : Json(other.ranked.ranks[row])}};
  return object;
}

}  // namespace
}  // namespace render

std::string index_json(const Index& index, std::span<const IndexRanking> others) {
  using namespace render;
  const IndexColumns columns(index, others);
  const Framework& framework = index.framework();
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["full_marks"] = index.full_marks();
  Json weights;
  for (std::size_t i = 1; i < framework.nodes().size(); ++i) weights[framework.nodes()[i].code] = index.weights()[i];
  object["weights"] = std::move(weights);
  Json indicators = Json::array();
  for (std::size_t i = 0; i < index.preparations().size(); ++i) indicators.push_back(preparation_object(index, i));
  object["indicators"] = std::move(indicators);
  for (const IndexRanking& other : others) object["rankings"][other.name]["better"] = other.ranked.higher_is_better ? "higher" : "lower";
  Json units = Json::array();
  for (const std::size_t row : columns.order) units.push_back(unit_object(index, columns, row));
  object["units"] = std::move(units);
  return dump(object) + '\n';
}

std::string index_csv(const Index& index, std::span<const IndexRanking> others) {
  using namespace render;
  const IndexColumns columns(index, others);
  std::vector<std::string> heading{"unit"};
  if (!index.times().empty()) heading.emplace_back("time");
  heading.insert(heading.end(), {"rank", index.framework().id(), "coverage"});
  for (const IndexRanking& other : others) heading.insert(heading.end(), {other.name, other.name + "_rank"});
  for (std::size_t node = 1; node < columns.values.size(); ++node) heading.push_back(index.framework().nodes()[node].code);
  std::string out = csv_row(heading);
  for (const std::size_t row : columns.order) {
    std::vector<std::string> cells{index.units()[row]};
    if (!index.times().empty()) cells.push_back(digits(index.times()[row]));
    cells.push_back(rank_text(columns.ranks[row], ""));
    cells.push_back(digits(columns.values[0][row]));
    cells.push_back(digits(index.coverage(0)[row]));
    for (const IndexRanking& other : others) {
      cells.push_back(digits(other.ranked.scores[row]));
      cells.push_back(rank_text(other.ranked.ranks[row], ""));
    }
    for (std::size_t node = 1; node < columns.values.size(); ++node) cells.push_back(digits(columns.values[node][row]));
    out += csv_row(cells);
  }
  return out;
}

}  // namespace rulescore
