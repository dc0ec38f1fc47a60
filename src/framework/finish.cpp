// What follows from what was written, worked out once: which policies a node inherits, whether a high score is good news there,
// its share of the whole, the fingerprints. Tested by tests/unit/framework/node.cpp and canonical.cpp.
#include "framework/canonical.hpp"
#include "framework/model.hpp"

#include <algorithm>
#include <variant>

namespace rulescore {
namespace {

MissingPolicy missing_of_whole(const FrameworkModel& model) {
  return model.node_rules[0].missing.value_or(MissingPolicy{model.missing, model.prior});
}

// What holds among the children of a node: what it says, or what it has inherited. Bonuses and deductions begin anew: what they
// don't show adds and takes nothing.
MissingPolicy missing_below(const FrameworkModel& model, std::uint32_t node) {
  const NodeRules& rules = model.node_rules[node];
  if (node == 0) return missing_of_whole(model);
  return rules.missing.value_or(rules.counts_as);
}

void inherit(FrameworkModel& model, std::uint32_t parent, std::uint32_t child) {
  const Node& node = model.nodes[child];
  NodeRules& rules = model.node_rules[child];
  const bool beside = node.role != Role::weighted;
  const MissingPolicy missing = beside ? MissingPolicy{} : missing_below(model, parent);
  rules.counts_as = node.is_indicator() ? rules.missing.value_or(missing) : missing;
  rules.without = rules.not_applicable.value_or(beside ? NotApplicable::drop : model.node_rules[parent].without);
  rules.sign = model.node_rules[parent].sign * (node.role == Role::deduction ? -1 : 1);
}

double weight_of_children(const FrameworkModel& model, std::uint32_t parent) {
  const NodeRules& rules = model.node_rules[parent];
  if (std::holds_alternative<SumOfPoints>(rules.aggregate) && rules.full) return *rules.full;
  double sum = 0;
  for (const std::uint32_t child : model.nodes[parent].children) sum += model.nodes[child].weight;
  return sum;
}

void share_out(FrameworkModel& model, std::uint32_t parent) {
  const double sum = weight_of_children(model, parent);
  for (const std::uint32_t child : model.nodes[parent].children) {
    Node& node = model.nodes[child];
    node.share = node.role == Role::weighted ? model.nodes[parent].share * (node.weight / sum)
                                             : model.node_rules[child].full.value_or(0) / model.full;
  }
}

bool is_plain(const NodeRules& rules, const Node& node, Missing missing) {
  return std::holds_alternative<WeightedMean>(rules.aggregate) && node.role == Role::weighted && !rules.floor && !rules.cap &&
         rules.min_coverage == 0 && rules.needs_available == 0 && rules.applies.empty() && rules.excludes.empty() && rules.counts_as.kind == missing &&
         std::none_of(rules.vetoes.begin(), rules.vetoes.end(), [](const Veto& v) { return v.effect == VetoEffect::zero; });
}

bool is_plain(const FrameworkModel& model) {
  const Missing missing = model.node_rules[0].counts_as.kind;
  if (missing != Missing::zero && missing != Missing::exclude) return false;
  for (std::size_t i = 0; i < model.nodes.size(); ++i)
    if (!is_plain(model.node_rules[i], model.nodes[i], missing)) return false;
  return true;
}

}  // namespace

void finish(FrameworkModel& model) {
  model.node_rules.resize(model.nodes.size());
  NodeRules& whole = model.node_rules[0];
  whole.counts_as = missing_of_whole(model);
  whole.without = whole.not_applicable.value_or(NotApplicable::drop);
  for (std::uint32_t parent = 0; parent < model.nodes.size(); ++parent) {
    for (const std::uint32_t child : model.nodes[parent].children) inherit(model, parent, child);
    share_out(model, parent);
    NodeRules& rules = model.node_rules[parent];
    if (!model.nodes[parent].is_indicator()) rules.needs_available = rules.min_available.value_or(model.index.min_available);
  }
  model.is_plain = is_plain(model);
  model.compared = 0;
  for (IndicatorModel& indicator : model.indicators)
    each_term(indicator.score, [&](RuleScore& term) {
      if (term.against.needs_peers()) term.against.slot = model.compared++;
    });
  for (const std::uint32_t leaf : model.indicator_nodes)  // their scores are compared, too; see score/peers.hpp
    model.compared += model.node_rules[leaf].without == NotApplicable::peer_mean ? 1 : 0;
  model.fingerprint = rulescore::fingerprint(model);
  model.rules_fingerprint = rulescore::rules_fingerprint(model);
}

}  // namespace rulescore
