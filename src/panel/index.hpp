// What an Index keeps, and the steps that make it.
#pragma once

#include "framework/model.hpp"
#include "score/aggregate.hpp"

#include <rulescore/index.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

// The columns of a table on one scale: index_columns.cpp.
struct Columns {
  std::size_t rows = 0;
  std::vector<std::string> units;
  std::vector<double> times;      // empty: none
  std::vector<double> prepared;   // indicators x rows, before normalisation
  std::vector<double> leaves;     // indicators x rows, shares of full marks
  std::vector<Preparation> said;  // by indicator
};
Columns read_columns(const Table& table, const FrameworkModel& model, const IndexOptions& options);

// What one share of full marks is shown as.
double shown_full_marks(const FrameworkModel& model, const IndexOptions& options) noexcept;

// Weights: index_weights.cpp. By node: the framework's own (no name), one of its sets, or all siblings the same; nothing when the
// name is none of these.
std::optional<std::vector<double>> weights_of_set(const FrameworkModel& model, const std::string& name);
// Throws UsageError, with what there is, unless a set or a method of weighting.hpp goes by the name.
void check_weights_name(const FrameworkModel& model, const std::string& name);
// What a method gives the weighted children of a group, in their order. `values`: nodes x rows.
std::vector<double> weights_among_siblings(const FrameworkModel& model, std::uint32_t group, const std::string& method,
                                           std::span<const double> values, std::size_t rows);
void check_node_weights(const FrameworkModel& model, std::span<const double> weights);

struct Index::Impl {
  Framework framework;
  Columns columns;
  std::vector<double> weights;  // by node
  double full_marks = 1;
  std::vector<TreeView> views;  // by row, of a panel; empty
  unsigned threads = 0;
  std::vector<double> values, coverage;  // nodes x rows
};

}  // namespace rulescore
