// A composite index: columns on one scale, weights, and the tree added up. A page that reads like the picture. Outside face:
// rulescore/index.hpp. Tested by tests/unit/panel/index.cpp; against peers by tests/peers/index.cpp.
#include "panel/index.hpp"

#include "panel/add_up.hpp"
#include "score/applicability.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

constexpr double tie = 1e-9;  // of full marks

}  // namespace

Index index(const Table& table, const Framework& framework, const IndexOptions& options) {
  const FrameworkModel& model = framework.model();
  Index::Impl impl{framework, read_columns(table, model, options), {}, shown_full_marks(model, options), {}, options.threads, {},
                   {}};
  if (!options.node_weights.empty()) {
    check_node_weights(model, options.node_weights);
    impl.weights = options.node_weights;
    return Index::made(std::move(impl));
  }
  if (auto weights = weights_of_set(model, options.weights)) {
    impl.weights = std::move(*weights);
    return Index::made(std::move(impl));
  }
  check_weights_name(model, options.weights);
  return Index::weighed(std::move(impl), options.weights);
}

Index index(const Panel& panel) {
  const FrameworkModel& model = panel.framework().model();
  Index::Impl impl{panel.framework(), {}, {}, model.full, {}, 0, {}, {}};
  Columns& columns = impl.columns;
  columns.rows = panel.rows();
  for (const Scorecard& card : panel.cards()) {
    const Metadata& about = card.document().metadata();
    columns.units.push_back(about.jurisdiction.empty() ? about.name : about.jurisdiction);
    const bool vetoed = zeroed_by_evidence(model, card.nodes(), card.evidence().items(), card.standings());
    impl.views.push_back({applicability(card), {}, vetoed, false, false});
  }
  columns.leaves.resize(panel.scores().size());
  for (std::size_t row = 0; row < panel.rows(); ++row)
    for (std::size_t i = 0; i < panel.columns(); ++i)
      columns.leaves[i * panel.rows() + row] = panel.scores()[row * panel.columns() + i];
  columns.prepared = columns.leaves;
  for (const Node& node : model.nodes) impl.weights.push_back(node.weight);
  const bool plain = model.is_plain && std::all_of(impl.views.begin(), impl.views.end(),
                                                   [](const TreeView& view) { return view.applies.empty() && !view.vetoed; });
  if (plain) impl.views.clear();
  return Index::made(std::move(impl));
}

Index Index::made(Impl impl) {
  AddedUp added =
      add_up(impl.framework.model(), impl.columns.leaves, impl.columns.rows, {impl.weights, impl.views, impl.threads, false});
  impl.values = std::move(added.values);
  impl.coverage = std::move(added.coverage);
  return Index(std::make_shared<const Impl>(std::move(impl)));
}

// Level by level from the leaves up: what a group's children weigh rests on their values, those on the weights below.
Index Index::weighed(Impl impl, const std::string& method) {
  const FrameworkModel& model = impl.framework.model();
  impl.weights = *weights_of_set(model, "equal");
  int depth = 0;
  for (const Node& node : model.nodes) depth = std::max(depth, node.depth);
  while (depth-- > 0) {
    const AddedUp added = add_up(model, impl.columns.leaves, impl.columns.rows, {impl.weights, impl.views, impl.threads, false});
    for (std::uint32_t group = 0; group < model.nodes.size(); ++group) {
      if (model.nodes[group].depth != depth || model.nodes[group].is_indicator()) continue;
      const std::vector<double> weights = weights_among_siblings(model, group, method, added.values, impl.columns.rows);
      std::size_t i = 0;
      for (const std::uint32_t child : model.nodes[group].children)
        if (model.nodes[child].role == Role::weighted) impl.weights[child] = weights[i++];
    }
  }
  return made(std::move(impl));
}

Index::Index(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}

const Framework& Index::framework() const noexcept { return impl_->framework; }
std::size_t Index::rows() const noexcept { return impl_->columns.rows; }
std::span<const std::string> Index::units() const noexcept { return impl_->columns.units; }
std::span<const double> Index::times() const noexcept { return impl_->columns.times; }
std::span<const double> Index::weights() const noexcept { return impl_->weights; }
double Index::full_marks() const noexcept { return impl_->full_marks; }
std::span<const Preparation> Index::preparations() const noexcept { return impl_->columns.said; }

std::span<const double> Index::fractions(std::size_t node) const noexcept {
  return std::span(impl_->values).subspan(node * rows(), rows());
}
std::span<const double> Index::coverage(std::size_t node) const noexcept {
  return std::span(impl_->coverage).subspan(node * rows(), rows());
}

std::vector<double> Index::values(std::size_t node) const {
  double unit = impl_->full_marks;
  const auto leaves = framework().indicators();
  if (const auto found = std::find(leaves.begin(), leaves.end(), node); found != leaves.end() && !preparations().empty()) {
    const Normalisation& how = preparations()[static_cast<std::size_t>(found - leaves.begin())].scale.how;
    const double full = rulescore::full_marks(how);
    if (framework().model().index.said) unit = full > 0 ? full : 1;
  }
  std::vector<double> result(fractions(node).begin(), fractions(node).end());
  for (double& value : result) value *= unit;
  return result;
}

namespace {

// Column after column to row after row.
std::vector<double> row_major(std::span<const double> columns, std::size_t rows) {
  std::vector<double> result(columns.size());
  const std::size_t count = rows == 0 ? 0 : columns.size() / rows;
  for (std::size_t column = 0; column < count; ++column)
    for (std::size_t row = 0; row < rows; ++row) result[row * count + column] = columns[column * rows + row];
  return result;
}

}  // namespace

std::vector<double> Index::leaves() const { return row_major(impl_->columns.leaves, rows()); }
std::vector<double> Index::prepared() const { return row_major(impl_->columns.prepared, rows()); }

std::vector<Sense> Index::senses() const {
  std::vector<Sense> result(framework().indicators().size(), Sense::benefit);
  for (std::size_t i = 0; i < preparations().size(); ++i) result[i] = preparations()[i].sense;
  return result;
}

std::vector<double> Index::shares() const {
  TreeView view;
  view.weights = impl_->weights;
  const Tree tree(framework().model(), std::move(view));
  std::vector<double> result;
  for (const std::uint32_t leaf : framework().indicators()) result.push_back(tree.share(leaf));
  return result;
}

std::vector<std::uint32_t> Index::ranks(std::size_t node) const {
  const auto fractions = this->fractions(node);
  std::vector<std::uint32_t> order;
  for (std::uint32_t row = 0; row < rows(); ++row)
    if (!std::isnan(fractions[row])) order.push_back(row);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return fractions[a] != fractions[b] ? fractions[a] > fractions[b] : a < b; });
  std::vector<std::uint32_t> ranks(rows());
  double best = 0;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const bool shares = place > 0 && best - fractions[order[place]] <= tie;
    if (!shares) best = fractions[order[place]];
    ranks[order[place]] = shares ? ranks[order[place - 1]] : place + 1;
  }
  return ranks;
}

Index Index::with_weights(std::vector<double> weights) const {
  check_node_weights(framework().model(), weights);
  Impl impl = *impl_;
  impl.weights = std::move(weights);
  return made(std::move(impl));
}

Index Index::with_weights(const std::string& name) const {
  const FrameworkModel& model = framework().model();
  if (auto weights = weights_of_set(model, name)) return with_weights(std::move(*weights));
  check_weights_name(model, name);
  return weighed(*impl_, name);
}

Index Index::with_leaves(std::span<const double> leaves) const {
  const std::size_t columns = framework().indicators().size();
  if (leaves.size() != rows() * columns)
    throw UsageError("there are " + std::to_string(leaves.size()) + " leaves; expected " + std::to_string(rows()) + " rows of " +
                     std::to_string(columns));
  Impl impl = *impl_;
  for (std::size_t row = 0; row < rows(); ++row)
    for (std::size_t i = 0; i < columns; ++i) impl.columns.leaves[i * rows() + row] = leaves[row * columns + i];
  return made(std::move(impl));
}

}  // namespace rulescore
