// See totals.hpp. Under `zero` every score is present and the weights of a node's children add up to one number; under `exclude`
// they add up row by row.
#include "analysis/totals.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {

Totals::Totals(const Panel& panel) : model_(panel.framework().model()), rows_(panel.rows()) {
  leaves_.values.resize(model_.nodes.size() * rows_);
  leaves_.present.resize(model_.missing == Missing::exclude ? leaves_.values.size() : 0);
  for (std::size_t column = 0; column < panel.columns(); ++column) {
    const std::size_t begin = model_.indicator_nodes[column] * rows_;
    for (std::size_t row = 0; row < rows_; ++row) {
      const double score = panel.scores()[row * panel.columns() + column];
      leaves_.values[begin + row] = std::isnan(score) ? 0 : score;
      if (!leaves_.present.empty()) leaves_.present[begin + row] = std::isnan(score) ? 0 : 1;
    }
  }
}

Totals::Workspace Totals::workspace() const { return leaves_; }

void Totals::gather(const Node& node, std::span<const double> weights, Workspace& work, double* value,
                    double* present) const noexcept {
  std::fill_n(value, rows_, 0.0);
  if (present != nullptr) std::fill_n(present, rows_, 0.0);
  double all = 0;
  for (const std::uint32_t child : node.children) {
    const double weight = weights[child];
    const double* from = &work.values[child * rows_];
    for (std::size_t row = 0; row < rows_; ++row) value[row] += weight * from[row];
    all += weight;
    if (present == nullptr) continue;
    const double* there = &work.present[child * rows_];
    for (std::size_t row = 0; row < rows_; ++row) present[row] += weight * there[row];
  }
  for (std::size_t row = 0; row < rows_; ++row) {
    const double weight = present != nullptr ? present[row] : all;
    value[row] = weight > 0 ? value[row] / weight : 0;
    if (present != nullptr) present[row] = weight > 0 ? 1 : 0;
  }
}

void Totals::compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const noexcept {
  const bool exclude = !work.present.empty();
  for (std::size_t i = model_.nodes.size(); i-- > 0;) {
    const Node& node = model_.nodes[i];
    if (!node.is_indicator()) gather(node, weights, work, &work.values[i * rows_], exclude ? &work.present[i * rows_] : nullptr);
  }
  for (std::size_t row = 0; row < rows_; ++row) {
    totals[row] = exclude && work.present[row] == 0 ? no_value : work.values[row] * model_.full;
  }
}

}  // namespace rulescore
