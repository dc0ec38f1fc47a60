// See score.hpp. Evidence is ordered by indicator, so one cursor deals it out to the leaves; then one walk backwards over the
// nodes takes four means of every inner node at once: the score under the missing policy, what is proven, what could be at most,
// and how much was assessed. Means stay fractions until the last step, so that a node with all its children at full marks has
// exactly full marks, whatever its weights. Two allocations: the nodes and the standings.
#include "score/score.hpp"

#include "score/aggregate.hpp"
#include "score/block.hpp"
#include "score/standing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

// Until scale() multiplies by the node's points, `low` and `high` are fractions.
void judge_indicators(const FrameworkModel& model, std::span<const Evidence> items, std::span<const Standing> standings,
                      std::vector<NodeScore>& nodes) {
  std::uint32_t cursor = 0;
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i) {
    const std::uint32_t begin = cursor;
    while (cursor < items.size() && items[cursor].indicator == i) ++cursor;
    const Verdict verdict = judge(model.indicators[i].score, {items, standings, begin, cursor});
    const bool assessed = is_assessed(verdict.state);
    NodeScore& node = nodes[model.indicator_nodes[i]];
    node.score = verdict.score;
    node.low = assessed ? verdict.score : 0;
    node.high = assessed ? verdict.score : 1;
    node.coverage = assessed ? 1 : 0;
    node.state = verdict.state;
    node.decided_by = verdict.rule;
    node.evidence_begin = begin;
    node.evidence_end = cursor;
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

void gather(const FrameworkModel& model, const Node& node, std::vector<NodeScore>& nodes, NodeScore& result) {
  ScoreMean score(model.missing);
  Mean low, high, coverage;
  result.state = State::not_applicable;
  for (const std::uint32_t index : node.children) {
    const NodeScore& child = nodes[index];
    const double weight = model.nodes[index].weight;
    score.add(weight, child.score);
    low.add(weight, child.low);
    high.add(weight, child.high);
    coverage.add(weight, child.coverage);
    if (standing(child.state) > standing(result.state)) result.state = child.state;
  }
  result.score = score.value();
  result.low = low.value(0);
  result.high = high.value(0);
  result.coverage = coverage.value(0);
  result.evidence_begin = nodes[node.children.front()].evidence_begin;
  result.evidence_end = nodes[node.children.back()].evidence_end;
}

void scale(const FrameworkModel& model, std::vector<NodeScore>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    NodeScore& node = nodes[i];
    node.full = model.nodes[i].share * model.full;
    node.low *= node.full;
    node.high *= node.full;
    node.points = node.low;
  }
}

}  // namespace

Scorecard score(const Framework& framework, const EvidenceSet& evidence) {
  const FrameworkModel& model = framework.model();
  std::vector<NodeScore> nodes(model.nodes.size());
  std::vector<Standing> standings = standings_of(model, evidence);
  judge_indicators(model, evidence.items(), standings, nodes);
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (!model.nodes[i].is_indicator()) gather(model, model.nodes[i], nodes, nodes[i]);
  }
  scale(model, nodes);
  return Scorecard(framework, evidence, std::move(nodes), std::move(standings));
}

}  // namespace rulescore
