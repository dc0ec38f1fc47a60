// See add_up.hpp. Parents stand before their children, so one walk backwards meets every child before its parent. Units are taken
// in blocks that stay in the cache while the whole tree is added up over them.
#include "panel/add_up.hpp"

#include "base/parallel.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

constexpr std::size_t block = 512;  // units; 144 nodes of them are 0.6 MB

// ---- plain frameworks

// sum += w v, whole += w; what is missing adds nothing.
void gather(const double* child, double weight, bool gaps, std::size_t rows, double* sum, double* whole) noexcept {
  if (!gaps) {
    for (std::size_t i = 0; i < rows; ++i) sum[i] += weight * child[i];
    for (std::size_t i = 0; i < rows; ++i) whole[i] += weight;
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const bool there = child[i] == child[i];
    sum[i] += there ? weight * child[i] : 0.0;
    whole[i] += there ? weight : 0.0;
  }
}

class Plain {
 public:
  Plain(const FrameworkModel& model, std::span<const double> leaves, std::size_t rows, std::span<const double> weights)
      : model_(model), rows_(rows), weights_(weights), zero_(model.node_rules[0].counts_as.kind == Missing::zero) {
    const std::size_t nodes = model.nodes.size();
    result_.values.resize(nodes * rows);
    result_.coverage.resize(nodes * rows);
    gaps_.assign(nodes, 0);
    for (std::size_t i = 0; i < model.indicator_nodes.size(); ++i) {
      const std::uint32_t node = model.indicator_nodes[i];
      const auto column = leaves.subspan(i * rows, rows);
      gaps_[node] = std::any_of(column.begin(), column.end(), [](double x) { return std::isnan(x); }) ? 1 : 0;
      std::copy(column.begin(), column.end(), result_.values.begin() + static_cast<std::ptrdiff_t>(node * rows));
    }
    for (std::size_t i = nodes; i-- > 1;) gaps_[model.nodes[i].parent] |= gaps_[i];
  }

  void run(std::size_t begin, std::size_t end) {
    for (std::size_t i = model_.nodes.size(); i-- > 0;) {
      const auto node = static_cast<std::uint32_t>(i);
      if (model_.nodes[i].is_indicator())
        leaf(node, begin, end);
      else
        group(node, begin, end);
    }
  }

  AddedUp take() { return std::move(result_); }

 private:
  double* values(std::uint32_t node) noexcept { return result_.values.data() + node * rows_; }
  double* coverage(std::uint32_t node) noexcept { return result_.coverage.data() + node * rows_; }

  void leaf(std::uint32_t node, std::size_t begin, std::size_t end) noexcept {
    const double* value = values(node);
    for (std::size_t row = begin; row < end; ++row) coverage(node)[row] = value[row] == value[row] ? 1 : 0;
  }

  void group(std::uint32_t node, std::size_t begin, std::size_t end) noexcept {
    double sum[block] = {}, whole[block] = {}, covered[block] = {}, all[block] = {};
    const std::size_t rows = end - begin;
    for (const std::uint32_t child : model_.nodes[node].children) {
      const double weight = weights_[child];
      gather(coverage(child) + begin, weight, false, rows, covered, all);
      if (!(weight > 0)) continue;
      if (zero_ && gaps_[child] != 0)
        gather_zeros(values(child) + begin, weight, rows, sum, whole);
      else
        gather(values(child) + begin, weight, gaps_[child] != 0, rows, sum, whole);
    }
    for (std::size_t i = 0; i < rows; ++i) {
      values(node)[begin + i] = whole[i] > 0 ? sum[i] / whole[i] + 0.0 : no_value;
      coverage(node)[begin + i] = all[i] > 0 ? covered[i] / all[i] : 0;
    }
  }

  // What is missing counts 0, with its weight.
  static void gather_zeros(const double* child, double weight, std::size_t rows, double* sum, double* whole) noexcept {
    for (std::size_t i = 0; i < rows; ++i) {
      sum[i] += child[i] == child[i] ? weight * child[i] : 0.0;
      whole[i] += weight;
    }
  }

  const FrameworkModel& model_;
  std::size_t rows_;
  std::span<const double> weights_;
  bool zero_;
  std::vector<std::uint8_t> gaps_;  // by node
  AddedUp result_;
};

// ---- any framework

void ask_tree(const FrameworkModel& model, std::span<const double> leaves, std::size_t rows, const AddUpOptions& options,
              std::size_t row, AddedUp& result) {
  TreeView view = options.views.empty() ? TreeView{} : options.views[row];
  view.weights.assign(options.weights.begin(), options.weights.end());
  view.open_scale = true;
  std::vector<double> scores(model.nodes.size());
  for (std::size_t i = 0; i < model.indicator_nodes.size(); ++i) scores[model.indicator_nodes[i]] = leaves[i * rows + row];
  const Tally tally = Tree(model, std::move(view)).tally(std::move(scores));
  for (std::size_t node = 0; node < model.nodes.size(); ++node) {
    result.values[node * rows + row] = tally.scores[node];
    result.coverage[node * rows + row] = tally.coverage[node];
  }
}

}  // namespace

AddedUp add_up(const FrameworkModel& model, std::span<const double> leaves, std::size_t rows, const AddUpOptions& options) {
  if (model.is_plain && options.views.empty() && !options.by_tree) {
    Plain plain(model, leaves, rows, options.weights);
    parallel_for((rows + block - 1) / block, [&](std::size_t i) { plain.run(i * block, std::min(rows, (i + 1) * block)); },
                 {options.threads, 1, {}});
    return plain.take();
  }
  AddedUp result{std::vector<double>(model.nodes.size() * rows), std::vector<double>(model.nodes.size() * rows)};
  parallel_for(rows, [&](std::size_t row) { ask_tree(model, leaves, rows, options, row, result); }, {options.threads, 16, {}});
  return result;
}

}  // namespace rulescore
