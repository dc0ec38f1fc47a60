// See demand.hpp. Where the best term counts, each one that is worth enough is a way of its own; where terms add up, are averaged
// or the lowest counts, all of them together are the one way.
#include "analysis/demand.hpp"

#include "score/earn.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;  // marks

struct MostOfShape {
  double earns;
  double operator()(const Presence& shape) const noexcept { return shape.score; }
  double operator()(const Piecewise& shape) const noexcept {
    double most = 0;
    for (const auto& [value, marks] : shape.points) most = std::max(most, marks);
    return most;
  }
  double operator()(const Count& shape) const noexcept { return shape.cap; }
  double operator()(const Sloped& shape) const noexcept {
    const bool rises = (shape.above && shape.above->change > 0) || (shape.below && shape.below->change > 0);
    return rises ? no_limit : earns;
  }
  double operator()(const Banded& shape) const noexcept {
    double most = shape.rest;
    for (const BandOf& band : shape.bands) most = std::max(most, band.earns);
    return most;
  }
  double operator()(const Tiered&) const noexcept { return no_limit; }
  double operator()(const Given& shape) const noexcept { return shape.most; }
  template <typename Share>
  double operator()(const Share&) const noexcept {
    return earns;
  }
};

class Ways {
 public:
  Ways(double wanted, const Leaf& leaf) : block_(leaf.indicator().score), pieces_(leaf.pieces()), marks_(wanted * block_.full) {}

  std::vector<Way> all() && {
    if (block_.take == Take::best) {
      for (const RuleScore& term : block_.rules) offer({&term, &term + 1});
      offer(block_.all_of);
    }
    if (ways_.empty()) {
      Way together;
      for (const auto* terms : {&block_.rules, &block_.all_of})
        for (const RuleScore& term : *terms) add(term, most_of(term), together);
      if (!together.empty()) ways_.push_back(std::move(together));
    }
    return std::move(ways_);
  }

 private:
  // These are a way when each of them can be worth enough.
  void offer(std::span<const RuleScore> terms) {
    const auto enough = [&](const RuleScore& term) { return block_.start + most_of(term) >= marks_ - tolerance; };
    if (terms.empty() || !std::all_of(terms.begin(), terms.end(), enough)) return;
    Way way;
    for (const RuleScore& term : terms) add(term, marks_ - block_.start, way);
    if (!way.empty()) ways_.push_back(std::move(way));
  }

  void add(const RuleScore& term, double marks, Way& way) const {
    const Earned earned = earn(term, pieces_);
    const double now = std::isnan(earned.score) ? 0 : earned.score;
    if (now < marks - tolerance) way.push_back({&term, earned.found() && earned.lack == Lack::none});
  }

  const ScoreBlock& block_;
  const Pieces& pieces_;
  double marks_;
  std::vector<Way> ways_;
};

}  // namespace

double most_of(const RuleScore& term) noexcept {
  return std::min(std::visit(MostOfShape{term.limits.earns}, term.shape), term.limits.cap);
}

std::vector<Way> ways_to(double wanted, const Leaf& leaf) { return Ways(wanted, leaf).all(); }

}  // namespace rulescore
