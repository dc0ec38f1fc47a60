// Leaves added up the tree for many units at once. Where the framework is plain (weighted means under one of zero and exclude,
// nothing else) a node's column at a time: elementwise over units, never a sum over units, so the vector width changes no bit,
// and the additions of each unit are those of score/aggregate.hpp in the same order. Any other framework asks the Tree, unit by
// unit. Tested by tests/unit/panel/add_up.cpp, one way against the other.
#pragma once

#include "framework/model.hpp"
#include "score/aggregate.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace rulescore {

// Columns of nodes: `values` and `coverage` are nodes x rows, a node's rows side by side.
struct AddedUp {
  std::vector<double> values, coverage;
};

struct AddUpOptions {
  std::span<const double> weights;  // by node
  std::span<const TreeView> views;  // by row: what is special about each; empty: nothing. Their weights are not looked at
  unsigned threads = 0;
  bool by_tree = false;  // ask the Tree even where the framework is plain
};

// `leaves`: indicators x rows, shares of full marks, NaN missing.
AddedUp add_up(const FrameworkModel& model, std::span<const double> leaves, std::size_t rows, const AddUpOptions& options);

}  // namespace rulescore
