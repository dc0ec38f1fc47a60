// Sets of weights drawn at random. Node i of draw k takes number i of stream k (a Dirichlet draw with a concentration, the
// variate i of it), so a draw doesn't depend on which others there are. Tested by tests/unit/analysis/uncertainty_weights.cpp.
#pragma once

#include "analysis/uncertainty/tree.hpp"

namespace rulescore::sensitivity {

// Each weight times 1 + spread * u; number i of stream k is weight i's.
void disturb(std::span<const double> weights, double spread, std::uint64_t seed, std::uint64_t k,
             std::span<double> drawn) noexcept;

class Drawer {
 public:
  // Throws UsageError, see drawn_weights.
  Drawer(const WeightTree& tree, const WeightDraws& how, std::uint64_t seed);

  const Tree& tree() const noexcept { return tree_; }
  void draw(std::uint64_t k, std::span<double> weights) const;  // a weight a node

 private:
  void check() const;
  void within(std::uint64_t k, std::span<double> weights) const;
  void cut_in_pieces(std::uint64_t k, std::span<double> weights) const;
  void concentrate(std::uint64_t k, std::span<double> weights) const;

  Tree tree_;
  std::vector<double> weights_;
  WeightDraws how_;  // an interval's low and high are filled in
  std::uint64_t seed_;
  std::vector<double> shares_;                        // among siblings
  std::vector<std::vector<std::uint32_t>> siblings_;  // of dirichlet: those that weigh something
};

}  // namespace rulescore::sensitivity
