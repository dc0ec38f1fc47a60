// An index with all that is in doubt about it: what it would be had other numbers come up. Tested by
// tests/unit/analysis/uncertainty_index.cpp.
#pragma once

#include "analysis/uncertainty/draws.hpp"

#include <rulescore/uncertainty.hpp>

#include <optional>
#include <span>
#include <vector>

namespace rulescore::sensitivity {

// The tree and the weights of an index.
WeightTree tree_of(const Index& index);

// Which numbers came up. A draw of everything has one number for all.
struct Lot {
  std::vector<std::uint64_t> weights;  // by depth of the tree, from 1: which draw
  std::uint64_t leaves = 0;            // likewise
  std::vector<std::size_t> options;    // of each choice
};

class World {
 public:
  // Throws UsageError, see uncertainty(). Both must outlive it.
  World(const Index& index, const UncertaintyOptions& options);

  std::size_t rows() const noexcept { return index_.rows(); }
  std::size_t depths() const noexcept { return depths_; }  // of the deepest tree
  bool doubts_leaves() const noexcept { return !options_.doubts.empty() || options_.leaf_noise > 0; }

  Lot draw(std::uint64_t k) const;
  // Of the whole, by row, in shares of full marks; NaN: none.
  void totals(const Lot& lot, std::span<double> totals) const;

 private:
  void check() const;
  void check_doubt(const LeafDoubt& doubt) const;
  std::vector<double> weights_of(std::size_t combination, const Lot& lot) const;
  void disturb_leaves(std::uint64_t k, std::vector<double>& leaves) const;
  const Index& made(std::size_t combination) const { return combination == 0 ? index_ : options_.combinations[combination]; }

  const Index& index_;
  const UncertaintyOptions& options_;
  std::size_t depths_ = 1;
  std::vector<Drawer> drawers_;  // by combination; empty when weights aren't drawn
};

// What was made of the index's own tree: mean absolute change of rank, of the rows that have one both ways.
double mean_shift(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to) noexcept;

}  // namespace rulescore::sensitivity
