// The scores of indicators that don't apply to everybody and count as their peers' mean where they don't (`not_applicable:
// peer_mean`): each document they apply to is judged for them, with the peers' amounts known. See peers.hpp.
#include "score/aggregate.hpp"
#include "score/applicability.hpp"
#include "score/block.hpp"
#include "score/earn.hpp"
#include "score/peers.hpp"
#include "score/standing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

struct MeanLeaf {
  std::uint32_t indicator = 0, node = 0, slot = 0;
};

bool takes_mean(const FrameworkModel& model, std::uint32_t node) noexcept {
  return model.node_rules[node].without == NotApplicable::peer_mean;
}

std::vector<MeanLeaf> leaves_of(const FrameworkModel& model) {
  std::vector<MeanLeaf> leaves;
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i) {
    const std::uint32_t node = model.indicator_nodes[i];
    if (takes_mean(model, node)) leaves.push_back({i, node, score_slot(model, node)});
  }
  return leaves;
}

// NaN where the indicator doesn't apply or wasn't assessed.
double score_of(const FrameworkModel& model, const MeanLeaf& leaf, const EvidenceSet& evidence, std::span<const Standing> standings,
                const PeerView& peers) {
  const auto items = evidence.items();
  const auto first =
      std::partition_point(items.begin(), items.end(), [&](const Evidence& e) { return e.indicator < leaf.indicator; });
  const auto last = std::partition_point(first, items.end(), [&](const Evidence& e) { return e.indicator == leaf.indicator; });
  const IndicatorModel& indicator = model.indicators[leaf.indicator];
  const Verdict verdict =
      judge(indicator.score, pieces_of(indicator, evidence, standings, static_cast<std::uint32_t>(first - items.begin()),
                                       static_cast<std::uint32_t>(last - items.begin()), &peers));
  return verdict.state == State::not_applicable ? no_value : within_full(model.nodes[leaf.node].role, verdict.score);
}

}  // namespace

std::uint32_t score_slot(const FrameworkModel& model, std::uint32_t indicator_node) noexcept {
  std::uint32_t slot = model.compared;
  for (const std::uint32_t leaf : model.indicator_nodes) slot -= leaf >= indicator_node && takes_mean(model, leaf) ? 1 : 0;
  return slot;
}

void add_scores(const FrameworkModel& model, std::span<const EvidenceSet> evidence, PeersImpl& peers) {
  const std::vector<MeanLeaf> leaves = leaves_of(model);
  if (leaves.empty()) return;
  const Peers amounts(std::make_shared<const PeersImpl>(peers));
  std::map<PeersImpl::Group, std::vector<std::vector<double>>> scores;
  for (const EvidenceSet& set : evidence) {
    const Metadata& about = set.document().metadata();
    const std::vector<Applies> applies = applicability(model, about);
    const std::vector<Standing> standings = standings_of(model, set);
    const PeerView view(amounts, model, set.document());
    auto& group = scores[group_of(model.peers, set.document())];
    group.resize(model.compared);
    for (const MeanLeaf& leaf : leaves) {
      if (!applies.empty() && applies[leaf.node] != Applies::yes) continue;
      const double score = score_of(model, leaf, set, standings, view);
      if (!std::isnan(score)) group[leaf.slot].push_back(score);
    }
  }
  for (auto& [key, group] : scores)
    for (const MeanLeaf& leaf : leaves) peers.groups[key][leaf.slot] = Distribution::of(std::move(group[leaf.slot]));
}

}  // namespace rulescore
