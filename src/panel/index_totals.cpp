// The totals of very many units, and nothing else: where a framework is plain and its columns only come on one scale, a column is
// read from memory once, its ends found and its figures added to its group while it is still in the cache. The same additions as
// index() makes, so the same bits. Outside face: index.hpp. Tested by tests/unit/panel/index.cpp, against index().
#include "base/parallel.hpp"
#include "base/wide.hpp"
#include "panel/index.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rulescore {
namespace {

using Method = Normalisation::Method;

// sum += weight * ((x * sign - min) / span * range + low), as normalise() has it.
RS_WIDE void add_scaled(const double* x, std::size_t rows, double sign, double min, double span, double range, double low,
                        double weight, double* sum) {
  for (std::size_t i = 0; i < rows; ++i) sum[i] += weight * ((x[i] * sign - min) / span * range + low);
}

// The same where range and low are 1 and 0, which change no bit of a sum.
RS_WIDE void add_shares(const double* x, std::size_t rows, double min, double span, double weight, double* sum) {
  for (std::size_t i = 0; i < rows; ++i) sum[i] += weight * ((x[i] - min) / span);
}
RS_WIDE void add_cost_shares(const double* x, std::size_t rows, double min, double span, double weight, double* sum) {
  for (std::size_t i = 0; i < rows; ++i) sum[i] += weight * ((-x[i] - min) / span);
}

RS_WIDE void add_values(const double* x, std::size_t rows, double weight, double* sum) {
  for (std::size_t i = 0; i < rows; ++i) sum[i] += weight * x[i];
}

RS_WIDE void divide(double* sum, std::size_t rows, double whole) {
  for (std::size_t i = 0; i < rows; ++i) sum[i] = sum[i] / whole + 0.0;
}

class Totals {
 public:
  Totals(const Table& table, const FrameworkModel& model, std::vector<double> weights, const IndexOptions& options)
      : table_(table), model_(model), weights_(std::move(weights)), options_(options), leaf_(model.nodes.size()) {
    for (std::size_t i = 0; i < model.indicator_nodes.size(); ++i) leaf_[model.indicator_nodes[i]] = i;
    int depth = 0;
    for (const Node& node : model.nodes) depth = std::max(depth, node.depth);
    depth_ = static_cast<std::size_t>(depth);
    columns_.resize(model.indicators.size());
    scales_.resize(model.indicators.size());
  }

  // Nothing when some column needs more than a scale, or has gaps.
  std::optional<std::vector<double>> run(double unit) {
    for (std::size_t i = 0; i < model_.indicators.size(); ++i)
      if (!take(i)) return std::nullopt;
    const unsigned threads = thread_count(options_.threads);
    const std::size_t rows = table_.rows(), parts = std::min<std::size_t>(threads, rows);
    if (parts > 1) parallel_for(columns_.size(), [&](std::size_t i) { find_scale(i); }, {threads, 1, {}});
    std::vector<double> totals(rows);
    parallel_for(parts, [&](std::size_t i) { add(rows * i / parts, rows * (i + 1) / parts, totals); }, {threads, 1, {}});
    // A gap anywhere, or a scale without an end, has made its units' totals no figures.
    if (std::any_of(totals.begin(), totals.end(), [](double x) { return !std::isfinite(x); })) return std::nullopt;
    for (double& total : totals) total *= unit;
    return totals;
  }

 private:
  bool take(std::size_t i) {
    const DataColumn& data = model_.indicators[i].data;
    const Normalisation& how = options_.normalise ? *options_.normalise : data.normalise;
    const bool treats = options_.treat ? options_.treat->on : data.treat.on;
    if (!data.per.empty() || treats || how.method != Method::min_max || !(how.high > 0)) return false;
    columns_[i] = table_.figures(table_.at(data.name));
    return true;
  }

  void find_scale(std::size_t i) {
    const DataColumn& data = model_.indicators[i].data;
    Normalisation how = options_.normalise ? *options_.normalise : data.normalise;
    how.low /= how.high;
    how.high = 1;
    scales_[i] = fit(columns_[i], data.sense, how);
  }

  void add(std::size_t begin, std::size_t end, std::vector<double>& totals) {
    const std::size_t rows = end - begin;
    std::vector<double> room(depth_ * rows);  // a column a level below the whole
    group(0, begin, rows, totals.data() + begin, room.data());
  }

  void group(std::uint32_t node, std::size_t begin, std::size_t rows, double* sum, double* room) {
    std::fill_n(sum, rows, 0.0);
    double whole = 0;
    for (const std::uint32_t child : model_.nodes[node].children) {
      if (!(weights_[child] > 0)) continue;
      if (model_.nodes[child].is_indicator()) {
        leaf(child, begin, rows, sum);
      } else {
        group(child, begin, rows, room, room + rows);
        add_values(room, rows, weights_[child], sum);
      }
      whole += weights_[child];
    }
    divide(sum, rows, whole);
  }

  void leaf(std::uint32_t node, std::size_t begin, std::size_t rows, double* sum) {
    const std::size_t i = leaf_[node];
    if (!scales_[i]) find_scale(i);  // one thread: while the column is in the cache
    const Scale& scale = *scales_[i];
    const double span = scale.max - scale.min, range = scale.how.high - scale.how.low, low = scale.how.low,
                 weight = weights_[node];
    const double* x = columns_[i].data() + begin;
    if (!(span > 0))  // the middle of the scale for everybody
      add_scaled(x, rows, 0, 0, 1, 1, (low + scale.how.high) / 2, weight, sum);
    else if (range == 1 && low == 0 && scale.sense == Sense::benefit)
      add_shares(x, rows, scale.min, span, weight, sum);
    else if (range == 1 && low == 0)
      add_cost_shares(x, rows, scale.min, span, weight, sum);
    else
      add_scaled(x, rows, static_cast<double>(scale.sense), scale.min, span, range, low, weight, sum);
  }

  const Table& table_;
  const FrameworkModel& model_;
  std::vector<double> weights_;
  const IndexOptions& options_;
  std::vector<std::size_t> leaf_;  // by node: which indicator
  std::size_t depth_ = 0;
  std::vector<std::span<const double>> columns_;
  std::vector<std::optional<Scale>> scales_;
};

}  // namespace

std::vector<double> index_totals(const Table& table, const Framework& framework, const IndexOptions& options) {
  const FrameworkModel& model = framework.model();
  std::optional<std::vector<double>> weights = options.node_weights;
  if (weights->empty()) weights = weights_of_set(model, options.weights);
  if (weights) check_node_weights(model, *weights);
  if (model.is_plain && weights) {
    Totals totals(table, model, std::move(*weights), options);
    if (auto found = totals.run(shown_full_marks(model, options))) return std::move(*found);
  }
  return index(table, framework, options).values(0);
}

}  // namespace rulescore
