// See graft.hpp. Parents are written before their children, as everywhere.
#include "framework/graft.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace rulescore {
namespace {

constexpr double slack = 1e-9;  // parts that are meant to add up to one may miss it by rounding

struct Answer {
  std::size_t link = 0;
  std::uint32_t from = 0;
  double part = 1;
};

bool lets_above_full(const FrameworkModel& from) {
  const auto* sum = std::get_if<SumOfPoints>(&from.node_rules[0].aggregate);
  return (sum != nullptr && sum->cap) ||
         std::any_of(from.nodes.begin(), from.nodes.end(), [](const Node& node) { return node.role == Role::bonus; });
}

// A node that stood beside others, or alone at the top, never had more than full marks; among the members of an indicator it
// says so itself.
void keep_within_full(const FrameworkModel& from, std::uint32_t node, NodeRules& rules) {
  const bool beside = from.nodes[node].role != Role::weighted;
  if (!beside && (node != 0 || rules.cap || lets_above_full(from))) return;
  if (!rules.full) {
    if (std::holds_alternative<SumOfPoints>(rules.aggregate)) return;
    rules.full = from.nodes[node].share * from.full;
  }
  rules.cap = std::min(rules.cap.value_or(*rules.full), *rules.full);
}

class Grafter {
 public:
  Grafter(const FrameworkModel& from, const FrameworkModel& to, std::span<const CrosswalkLink> links, Rest rest)
      : from_(from), to_(to), rest_(rest), answers_(to.nodes.size()) {
    for (std::size_t i = 0; i < links.size(); ++i)
      for (const std::uint32_t leaf : reached(to, links[i].to)) answers_[leaf].push_back({i, links[i].from, links[i].part});
    graft_.model.full = to.full;
    graft_.place.assign(to.nodes.size(), no_node);
    graft_.stems.resize(links.size());
    graft_.copies.resize(from.nodes.size());
  }

  Graft grown() && {
    target(0, no_node);
    return std::move(graft_);
  }

 private:
  FrameworkModel& model() noexcept { return graft_.model; }

  std::uint32_t add(Node node, NodeRules rules, std::uint32_t parent, std::uint32_t source, std::uint32_t indicator) {
    const auto index = static_cast<std::uint32_t>(model().nodes.size());
    node.children.clear();
    node.parent = parent == no_node ? 0 : parent;
    node.depth = parent == no_node ? 0 : model().nodes[parent].depth + 1;
    if (parent != no_node) model().nodes[parent].children.push_back(index);
    model().nodes.push_back(std::move(node));
    model().node_rules.push_back(std::move(rules));
    graft_.source.push_back(source);
    graft_.indicator.push_back(indicator);
    return index;
  }

  void target(std::uint32_t node, std::uint32_t parent) {
    const bool is_leaf = to_.nodes[node].is_indicator();
    NodeRules rules = to_.node_rules[node];
    std::erase_if(rules.vetoes, [](const Veto& veto) { return veto.found.has_value(); });  // there is no text to find it in
    if (is_leaf) rules.aggregate = WeightedMean{};
    if (rest_ == Rest::leaves) rules.without = NotApplicable::rescale;
    const std::uint32_t index = add(to_.nodes[node], std::move(rules), parent, no_node, is_leaf ? node : no_node);
    graft_.place[node] = index;
    if (is_leaf) return members(node, index);
    for (const std::uint32_t child : to_.nodes[node].children) target(child, index);
  }

  void members(std::uint32_t leaf, std::uint32_t index) {
    double answered = 0;
    for (const Answer& answer : answers_[leaf]) {
      Node stem = from_.nodes[answer.from];
      stem.role = Role::weighted;
      stem.weight = answer.part;
      stem.share = model().nodes[index].share * answer.part;
      NodeRules rules = from_.node_rules[answer.from];
      keep_within_full(from_, answer.from, rules);
      graft_.stems[answer.link].push_back(
          copy(answer.from, std::move(stem), std::move(rules), index, from_.node_rules[answer.from].sign, false));
      answered += answer.part;
    }
    if (answered > 1 - slack) return;
    Node rest;
    rest.weight = 1 - answered;
    rest.share = model().nodes[index].share * rest.weight;
    NodeRules rules;
    rules.counts_as = model().node_rules[index].counts_as;
    rules.sign = model().node_rules[index].sign;
    const std::uint32_t place = add(std::move(rest), std::move(rules), index, no_node, leaf);
    graft_.rests.push_back(place);
    model().indicator_nodes.push_back(place);
  }

  // `stem_sign`: whether a high score was good news where the copy begins. `beside`: a bonus or a deduction, or below one, where
  // nothing missing counts.
  std::uint32_t copy(std::uint32_t node, Node as, NodeRules rules, std::uint32_t parent, int stem_sign, bool beside) {
    const std::uint32_t leaf = graft_.indicator[parent];
    const NodeRules& above = model().node_rules[graft_.place[leaf]];
    rules.counts_as = beside ? MissingPolicy{} : above.counts_as;
    rules.sign = above.sign * rules.sign * stem_sign;
    rules.vetoes.clear();
    rescale(node, as.share, rules);
    const std::uint32_t index = add(std::move(as), std::move(rules), parent, node, leaf);
    if (from_.nodes[node].is_indicator()) {
      graft_.copies[node].push_back(index);
      model().indicator_nodes.push_back(index);
    }
    for (const std::uint32_t child : from_.nodes[node].children) {
      Node next = from_.nodes[child];
      const double whole = from_.nodes[node].share;
      next.share = whole > 0 ? model().nodes[index].share * (next.share / whole) : 0;
      copy(child, std::move(next), from_.node_rules[child], index, stem_sign,
           beside || from_.nodes[child].role != Role::weighted);
    }
    return index;
  }

  // Floor and cap of a node without marks of its own are in points of the whole, and the whole is another one here.
  void rescale(std::uint32_t node, double share, NodeRules& rules) const noexcept {
    const double before = from_.nodes[node].share * from_.full;
    if (rules.full || !(before > 0)) return;
    const double factor = share * to_.full / before;
    if (rules.floor) *rules.floor *= factor;
    if (rules.cap) *rules.cap *= factor;
  }

  const FrameworkModel& from_;
  const FrameworkModel& to_;
  Rest rest_;
  std::vector<std::vector<Answer>> answers_;  // by indicator of `to`
  Graft graft_;
};

void reach(const FrameworkModel& to, std::uint32_t node, std::vector<std::uint32_t>& leaves) {
  if (to.nodes[node].is_indicator()) leaves.push_back(node);
  for (const std::uint32_t child : to.nodes[node].children)
    if (to.nodes[child].role == Role::weighted) reach(to, child, leaves);
}

}  // namespace

std::vector<std::uint32_t> reached(const FrameworkModel& to, std::uint32_t node) {
  std::vector<std::uint32_t> leaves;
  reach(to, node, leaves);
  return leaves;
}

Graft graft(const FrameworkModel& from, const FrameworkModel& to, std::span<const CrosswalkLink> links, Rest rest) {
  return Grafter(from, to, links, rest).grown();
}

}  // namespace rulescore
