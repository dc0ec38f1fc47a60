// See score.hpp. Evidence is ordered by indicator, so one cursor deals it out to the leaves; then the tree is worked out four
// times: under the missing policies, with what is missing worth nothing (what is proven), and with it as bad and as good as can
// be. Values stay fractions until the last step, so that a node with all its children at full marks has exactly full marks.
#include "score/score.hpp"

#include "score/aggregate.hpp"
#include "score/applicability.hpp"
#include "score/block.hpp"
#include "score/earn.hpp"
#include "score/standing.hpp"
#include "score/veto.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

// An indicator that isn't meant for this document, and what stands in for its score.
Applies put_aside(const FrameworkModel& model, std::uint32_t index, const PeerView& peers, NodeScore& node) {
  const NotApplicable without = model.node_rules[index].without;
  node.state = State::not_applicable;
  node.decided_by = no_rule;
  node.score = without == NotApplicable::full ? 1 : no_value;
  if (without == NotApplicable::peer_mean) node.score = peers.mean_score(score_slot(model, index)).value_or(no_value);
  return std::isnan(node.score) ? Applies::no : Applies::stands_in;
}

// A figure may show that an indicator doesn't apply (0/0), as its level or its place may.
void judge_indicators(const FrameworkModel& model, const EvidenceSet& evidence, std::span<const Standing> standings,
                      const PeerView& peers, std::vector<Applies>& applies, std::vector<NodeScore>& nodes) {
  const std::span<const Evidence> items = evidence.items();
  std::uint32_t cursor = 0;
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i) {
    const std::uint32_t begin = cursor;
    while (cursor < items.size() && items[cursor].indicator == i) ++cursor;
    const IndicatorModel& indicator = model.indicators[i];
    const Verdict verdict = judge(indicator.score, pieces_of(indicator, evidence, standings, begin, cursor, &peers));
    const std::uint32_t index = model.indicator_nodes[i];
    NodeScore& node = nodes[index];
    node.score = within_full(model.nodes[index].role, verdict.score);
    if (verdict.state == State::not_applicable) {
      if (applies.empty()) applies.assign(nodes.size(), Applies::yes);
      applies[index] = Applies::no;
    }
    node.state = verdict.state;
    node.decided_by = verdict.rule;
    node.evidence_begin = begin;
    node.evidence_end = cursor;
    if (!applies.empty() && applies[index] == Applies::no) applies[index] = put_aside(model, index, peers, node);
  }
}

// How far a state goes to say that something is known of a node, least first: a group shows the furthest of its members.
int standing(State state) noexcept {
  switch (state) {
    case State::not_applicable:
      return 0;
    case State::no_evidence:
      return 1;
    case State::only_planned:
      return 2;
    case State::problem:
      return 3;
    case State::evidenced:
      return 4;
  }
  return 0;
}

// The state of a group and the evidence under it. A bonus that shows nothing says nothing of the group beside it.
void gather(const Node& node, std::vector<NodeScore>& nodes, NodeScore& result) {
  result.state = State::not_applicable;
  for (const std::uint32_t index : node.children) result.state = furthest(result.state, nodes[index].state);
  result.evidence_begin = nodes[node.children.front()].evidence_begin;
  result.evidence_end = nodes[node.children.back()].evidence_end;
}

// What every node would have if each indicator without a score had this one: of good news and of bad news, such as a deduction.
std::vector<double> completed(const FrameworkModel& model, const Tree& tree, const Tally& stated, double good, double bad) {
  std::vector<double> values(model.nodes.size());
  for (const std::uint32_t leaf : model.indicator_nodes) {
    const double score = stated.scores[leaf];
    values[leaf] = !std::isnan(score) ? score : model.node_rules[leaf].sign > 0 ? good : bad;
  }
  tree.complete(values, stated);
  return values;
}

}  // namespace

State furthest(State a, State b) noexcept { return standing(b) > standing(a) ? b : a; }

void fill_in(const FrameworkModel& model, const Tree& tree, std::vector<NodeScore>& nodes) {
  std::vector<double> scores(nodes.size());
  for (const std::uint32_t leaf : model.indicator_nodes) scores[leaf] = nodes[leaf].score;
  const Tally stated = tree.tally(std::move(scores));
  const std::vector<double> proven = completed(model, tree, stated, 0, 0), low = completed(model, tree, stated, 0, 1),
                            high = completed(model, tree, stated, 1, 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    NodeScore& node = nodes[i];
    node.score = stated.scores[i];
    node.coverage = stated.coverage[i];
    node.full = tree.share(i) * model.full;
    const double points = model.node_rules[i].sign * node.full;
    node.points = proven[i] * points + 0.0;  // no -0
    node.low = low[i] * points + 0.0;
    node.high = high[i] * points + 0.0;
  }
}

Scorecard score(const Framework& framework, const EvidenceSet& evidence, const Peers& peers) {
  const FrameworkModel& model = framework.model();
  std::vector<NodeScore> nodes(model.nodes.size());
  std::vector<Standing> standings = standings_of(model, evidence);
  std::vector<Applies> applies = applicability(model, evidence.document().metadata());
  judge_indicators(model, evidence, standings, PeerView(peers, model, evidence.document()), applies, nodes);
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (!model.nodes[i].is_indicator()) gather(model.nodes[i], nodes, nodes[i]);
  }
  const bool vetoed = zeroed_by_evidence(model, nodes, evidence.items(), standings);
  fill_in(model, Tree(model, {std::move(applies), {}, vetoed, false}), nodes);
  return Scorecard(framework, evidence, std::move(nodes), std::move(standings), peers);
}

}  // namespace rulescore
