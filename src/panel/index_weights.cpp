// Which weights an index is added up with. Tested by tests/unit/panel/index.cpp.
#include "framework/suggest.hpp"
#include "panel/index.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

std::vector<double> written(const FrameworkModel& model) {
  std::vector<double> weights;
  for (const Node& node : model.nodes) weights.push_back(node.weight);
  return weights;
}

std::vector<double> equal(const FrameworkModel& model) {
  std::vector<double> weights;
  for (const Node& node : model.nodes) weights.push_back(node.role == Role::weighted ? 1 : 0);
  return weights;
}

std::vector<double> of_set(const FrameworkModel& model, const std::map<std::string, double>& set) {
  std::vector<double> weights = written(model);
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (const auto found = set.find(model.nodes[i].code); found != set.end()) weights[i] = found->second;
  return weights;
}

}  // namespace

void check_node_weights(const FrameworkModel& model, std::span<const double> weights) {
  if (weights.size() != model.nodes.size())
    throw UsageError("there are " + std::to_string(weights.size()) + " weights for " + std::to_string(model.nodes.size()) +
                     " nodes; expected one a node, the root's first");
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!(weights[i] >= 0) || std::isinf(weights[i]))
      throw UsageError("the weight of " + model.nodes[i].code + " is no number from 0 up");
    double sum = 0;
    bool any = false;
    for (const std::uint32_t child : model.nodes[i].children) {
      any |= model.nodes[child].role == Role::weighted;
      sum += weights[child];
    }
    if (any && !(sum > 0)) throw UsageError("the weights of what stands below " + model.nodes[i].code + " are all 0");
  }
}

std::optional<std::vector<double>> weights_of_set(const FrameworkModel& model, const std::string& name) {
  if (name.empty()) return written(model);
  if (name == "equal") return equal(model);
  const auto set = model.index.weights.find(name);
  if (set == model.index.weights.end()) return std::nullopt;
  std::vector<double> weights = of_set(model, set->second);
  check_node_weights(model, weights);
  return weights;
}

void check_weights_name(const FrameworkModel& model, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& [known, set] : model.index.weights) names.push_back(known);
  const auto methods = weighting::methods();
  names.insert(names.end(), methods.begin(), methods.end());
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  const std::string hint = did_you_mean(name, names);
  throw UsageError("there are no weights \"" + name + "\"; " + (hint.empty() ? "there are " + join(names) : hint));
}

std::vector<double> weights_among_siblings(const FrameworkModel& model, std::uint32_t group, const std::string& method,
                                           std::span<const double> values, std::size_t rows) {
  std::vector<std::uint32_t> siblings;
  for (const std::uint32_t child : model.nodes[group].children)
    if (model.nodes[child].role == Role::weighted) siblings.push_back(child);
  std::vector<double> figures;
  for (std::size_t row = 0; row < rows; ++row)
    for (const std::uint32_t child : siblings) figures.push_back(values[child * rows + row]);
  try {
    return weighting::by_name(method, {figures, rows, siblings.size()});
  } catch (const UsageError& error) {
    throw UsageError("the weights below " + model.nodes[group].code + ": " + error.what());
  }
}

}  // namespace rulescore
