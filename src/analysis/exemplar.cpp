// See exemplar.hpp. What a document shows of an indicator is the piece that decided its score.
#include "analysis/exemplar.hpp"

#include "analysis/target.hpp"
#include "framework/model.hpp"
#include "score/block.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

constexpr double level_scores = 1e-9;

// The best `most` that are better than `own`, by score. A piece is looked up only for those that are taken.
void take_best(const std::vector<Exemplar>& ranked, std::uint32_t row, double own, std::size_t most,
               std::vector<Exemplar>& taken) {
  for (const Exemplar& one : ranked) {
    if (taken.size() == most || one.score <= own + level_scores) return;
    if (one.row != row) taken.push_back(one);
  }
}

}  // namespace

Exemplars::Exemplars(const Panel& panel) : panel_(panel), all_(panel.columns()) {
  const FrameworkModel& model = panel.framework().model();
  for (std::uint32_t row = 0; row < panel.rows(); ++row) {
    const Scorecard& card = panel.cards()[row];
    const std::string& level = card.document().metadata().level;
    Ranked* own_level = nullptr;
    if (!level.empty()) {
      own_level = &by_level_[level];
      own_level->resize(panel.columns());
    }
    for (std::size_t i = 0; i < panel.columns(); ++i) {
      const NodeScore& node = card.nodes()[model.indicator_nodes[i]];
      if (node.state != State::evidenced || !(node.score > 0)) continue;
      const Exemplar one{row, node.score, Evidence::none};
      all_[i].push_back(one);
      if (own_level != nullptr) (*own_level)[i].push_back(one);
    }
  }
  const auto rank = [&](Ranked& ranked) {
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      const bool good = model.node_rules[model.indicator_nodes[i]].sign > 0;
      if (!good) ranked[i].clear();  // the best of a deduction has nothing to show
      std::stable_sort(ranked[i].begin(), ranked[i].end(),
                       [](const Exemplar& a, const Exemplar& b) { return a.score > b.score; });
    }
  };
  rank(all_);
  for (auto& [level, ranked] : by_level_) rank(ranked);
}

std::vector<Exemplar> Exemplars::of(std::uint32_t row, std::size_t indicator, std::size_t most) const {
  const Scorecard& card = panel_.cards()[row];
  const double score = panel_.scores()[row * panel_.columns() + indicator], own = std::isnan(score) ? 0 : score;
  std::vector<Exemplar> taken;
  if (const auto level = by_level_.find(card.document().metadata().level); level != by_level_.end())
    take_best(level->second[indicator], row, own, most, taken);
  if (taken.empty()) take_best(all_[indicator], row, own, most, taken);
  for (Exemplar& one : taken) one.evidence = Leaf(panel_.cards()[one.row], indicator).verdict().piece;
  std::erase_if(taken, [](const Exemplar& one) { return one.evidence == Evidence::none; });
  return taken;
}

}  // namespace rulescore
