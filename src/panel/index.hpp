// What an Index keeps, and the steps that make it.
#pragma once

#include "framework/model.hpp"
#include "score/aggregate.hpp"

#include <rulescore/index.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

// The columns of a table on one scale: index_columns.cpp.
struct Columns {
  std::size_t rows = 0;
  std::vector<std::string> units;
  std::vector<double> times;          // empty: none
  std::vector<double> prepared;       // indicators x rows, before normalisation
  std::vector<double> leaves;         // indicators x rows, shares of full marks
  std::vector<Preparation> said;      // by indicator
};
Columns read_columns(const Table& table, const FrameworkModel& model, const IndexOptions& options);

// What one share of full marks is shown as.
double shown_full_marks(const FrameworkModel& model, const IndexOptions& options) noexcept;

// By node: the framework's weights, or those the options ask for: index_weights.cpp.
std::vector<double> weights_asked_for(const FrameworkModel& model, const std::string& name);
void check_node_weights(const FrameworkModel& model, std::span<const double> weights);

struct Index::Impl {
  Framework framework;
  Columns columns;
  std::vector<double> weights;    // by node
  double full_marks = 1;
  std::vector<TreeView> views;    // by row, of a panel; empty
  unsigned threads = 0;
  std::vector<double> values, coverage;  // nodes x rows
};

}  // namespace rulescore
