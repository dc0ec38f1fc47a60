// A card's tree with what could be put right: see card_gaps.hpp.
#include "analysis/card_gaps.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace rulescore {
namespace {

// What vetoes have found is put right.
TreeView view_without_vetoes(const Scorecard& card) {
  TreeView view = view_of(card);
  view.vetoed = false;
  return view;
}

}  // namespace

FixableCard::FixableCard(const Scorecard& card, const std::vector<Gap>& gaps)
    : model_(card.framework().model()), tree_(model_, view_without_vetoes(card)) {
  std::vector<double> scores;
  for (const NodeScore& node : card.nodes()) scores.push_back(node.score);
  now_ = tree_.tally(std::move(scores));
  for (std::uint32_t i = 0; i < gaps.size(); ++i) {
    const Effort effort = effort_in_millionths(model_.nodes[gaps[i].node].effort);
    if (gaps[i].veto) {
      silencing_.push_back(i);
      silencing_effort_ += effort;
      if (is_short(model_, gaps[i])) tree_.set(now_, gaps[i].node, gaps[i].target);
    } else if (is_short(model_, gaps[i])) {
      fixes_.push_back({gaps[i].node, gaps[i].target, effort});
      gap_of_.push_back(i);
    }
  }
  // In the framework's order, whatever the gains are: ties between sets are settled by it.
  std::vector<std::pair<Fix, std::uint32_t>> both;
  for (std::size_t i = 0; i < fixes_.size(); ++i) both.push_back({fixes_[i], gap_of_[i]});
  std::sort(both.begin(), both.end(), [](const auto& a, const auto& b) { return a.first.node < b.first.node; });
  for (std::size_t i = 0; i < fixes_.size(); ++i) std::tie(fixes_[i], gap_of_[i]) = both[i];
}

double FixableCard::total(const Tally& tally) const noexcept {
  return (std::isnan(tally.scores.front()) ? 0 : tally.scores.front()) * model_.full;
}

Selection FixableCard::select(double goal, std::optional<double> budget) const {
  Wish wish{goal / model_.full, std::nullopt};
  if (budget) wish.budget = std::max<Effort>(0, effort_in_millionths(*budget) - silencing_effort_);
  return rulescore::select(model_, tree_, now_, fixes_, wish);
}

}  // namespace rulescore
