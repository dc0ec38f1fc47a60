// See totals.hpp. Under `zero` every score is present and the weights of a node's children add up to one number; under `exclude`
// they add up row by row.
#include "analysis/totals.hpp"

#include "analysis/target.hpp"
#include "score/applicability.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {

Totals::Totals(const Panel& panel, bool by_tree) : panel_(panel), model_(panel.framework().model()) {
  const auto all_apply = [](const Scorecard& card) { return applicability(card).empty(); };
  if (by_tree || !model_.is_plain || !std::all_of(panel.cards().begin(), panel.cards().end(), all_apply)) {
    for (const Scorecard& card : panel.cards()) {
      views_.push_back(view_of(card));
      views_.back().bounds_as_zero = false;
    }
    return;
  }
  const auto rows = static_cast<Eigen::Index>(panel.rows()), nodes = static_cast<Eigen::Index>(model_.nodes.size());
  leaves_.values.setZero(rows, nodes);
  if (model_.missing == Missing::exclude) leaves_.present.setZero(rows, nodes);
  for (std::size_t column = 0; column < panel.columns(); ++column) {
    const auto node = static_cast<Eigen::Index>(model_.indicator_nodes[column]);
    for (Eigen::Index row = 0; row < rows; ++row) {
      const double score = panel.scores()[static_cast<std::size_t>(row) * panel.columns() + column];
      if (std::isnan(score)) continue;
      leaves_.values(row, node) = score;
      if (leaves_.present.size() > 0) leaves_.present(row, node) = 1;
    }
  }
}

Totals::Workspace Totals::workspace() const { return leaves_; }

void Totals::gather(Eigen::Index index, std::span<const double> weights, Workspace& work) const noexcept {
  const bool exclude = work.present.size() > 0;
  auto value = work.values.col(index);
  value.setZero();
  if (exclude) work.present.col(index).setZero();
  double all = 0;
  for (const std::uint32_t child : model_.nodes[static_cast<std::size_t>(index)].children) {
    value += weights[child] * work.values.col(child);
    if (exclude) work.present.col(index) += weights[child] * work.present.col(child);
    all += weights[child];
  }
  if (!exclude) {
    if (all > 0)
      value = (value / all).max(0.0);
    else
      value.setZero();
    return;
  }
  auto present = work.present.col(index);
  value = (present > 0).select((value / present).max(0.0), 0);
  present = (present > 0).cast<double>();
}

void Totals::ask_trees(std::span<const double> weights, std::span<double> totals) const {
  for (std::size_t row = 0; row < totals.size(); ++row) {
    TreeView view = views_[row];
    view.weights.assign(weights.begin(), weights.end());
    std::vector<double> scores(model_.nodes.size());
    for (const std::uint32_t leaf : model_.indicator_nodes) scores[leaf] = panel_.cards()[row].nodes()[leaf].score;
    totals[row] = Tree(model_, std::move(view)).tally(std::move(scores)).scores.front() * model_.full;
  }
}

void Totals::compute(std::span<const double> weights, Workspace& work, std::span<double> totals) const {
  if (!views_.empty()) return ask_trees(weights, totals);
  for (std::size_t i = model_.nodes.size(); i-- > 0;)
    if (!model_.nodes[i].is_indicator()) gather(static_cast<Eigen::Index>(i), weights, work);
  Eigen::Map<Eigen::ArrayXd> out(totals.data(), static_cast<Eigen::Index>(totals.size()));
  out = work.values.col(0).min(1.0) * model_.full;
  if (work.present.size() > 0) out = (work.present.col(0) > 0).select(out, no_value);
}

}  // namespace rulescore
