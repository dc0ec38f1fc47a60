// Random trees with everything a node can say: aggregations, policies, bonuses, deductions, floors, caps, who it is for; and a
// second opinion on them, written from the guide (indicators/README.md, "The tree") without a look at src/score.
#pragma once

#include "property/random_world.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rulescore::testing {

struct TreeOptions {
  bool additive = false;    // weighted means and sums, no floors, caps or minimum coverage: points add up
  bool monotone = false;    // nothing that a higher score could turn against
  bool scale_free = false;  // no sums
};

inline Aggregation random_aggregation(Dice& dice, const TreeOptions& options) {
  if (options.additive) return dice.chance(0.7) ? Aggregation(WeightedMean{}) : Aggregation(SumOfPoints{});
  switch (dice.below(options.scale_free ? 6 : 7)) {
    case 0:
      return Geometric{0.01 + 0.1 * dice.unit()};
    case 1:
      return Harmonic{0.01 + 0.1 * dice.unit()};
    case 2:
      return PowerMean{4 * dice.unit() - 2, 0.05};
    case 3:
      return Minimum{};
    case 4:
      return Owa{dice.chance(0.5) ? std::vector<double>{0.5, 0.3, 0.2} : std::vector<double>{0.25, 0.75}};
    case 5:
      return WeightedMean{};
    default:
      return SumOfPoints{dice.chance(0.5) ? std::optional(1 + 5 * dice.unit()) : std::nullopt};
  }
}

inline MissingPolicy random_policy(Dice& dice) {
  const auto kind = static_cast<Missing>(dice.below(5));
  return {kind, kind == Missing::prior ? dice.unit() : 0};
}

inline void decorate(NodeRules& rules, Node& node, Dice& dice, const TreeOptions& options, bool is_root) {
  const bool is_group = !node.is_indicator();
  if (is_group) rules.aggregate = random_aggregation(dice, options);
  if (!options.monotone && dice.chance(0.2)) rules.missing = random_policy(dice);
  if (dice.chance(0.15)) rules.not_applicable = static_cast<NotApplicable>(dice.below(3));
  if (!is_root && dice.chance(0.1)) rules.applies.first_year = 2021;  // the documents are of 2020
  if (!is_root && dice.chance(0.1)) {
    node.role = dice.chance(0.5) ? Role::bonus : Role::deduction;
    node.weight = 0;
    rules.full = 1 + 5 * dice.unit();
  } else if (is_group && std::holds_alternative<SumOfPoints>(rules.aggregate) && dice.chance(0.5)) {
    rules.full = 2 + 10 * dice.unit();
  }
  if (!is_group || options.additive) return;
  if (dice.chance(0.1) && !options.monotone) rules.min_coverage = dice.unit();
  if (dice.chance(0.1)) rules.floor = dice.unit();
  if (dice.chance(0.1)) rules.cap = 1 + 10 * dice.unit();
}

// Every inner node keeps a weighted child.
inline Framework random_tree(Dice& dice, const TreeOptions& options) {
  TreeBuilder builder(static_cast<Missing>(dice.below(2)), 50 + 100 * dice.unit());
  grow(builder, dice, 0, 0, {Missing::zero, true});
  FrameworkModel& model = builder.model();
  model.node_rules.resize(model.nodes.size());
  for (std::size_t i = 0; i < model.nodes.size(); ++i) decorate(model.node_rules[i], model.nodes[i], dice, options, i == 0);
  for (const Node& node : model.nodes) {
    if (node.is_indicator()) continue;
    Node& first = model.nodes[node.children.front()];
    const auto weighted = [&](std::uint32_t child) { return model.nodes[child].weight > 0; };
    if (std::any_of(node.children.begin(), node.children.end(), weighted)) continue;
    first.role = Role::weighted;
    first.weight = 1;
    if (first.is_indicator()) model.node_rules[node.children.front()].full.reset();
  }
  for (IndicatorModel& leaf : model.indicators) leaf.score = TreeBuilder::shapes({Proportion{100}});
  model.node_rules[0].full.reset();
  if (std::holds_alternative<SumOfPoints>(model.node_rules[0].aggregate)) model.node_rules[0].full = model.full;
  return builder.build();
}

inline EvidenceSet evidence_of_2020(Dice& dice, const Framework& framework, double silent = 0.35) {
  std::vector<Saying> facts;
  for (std::uint32_t i = 0; i < framework.indicators().size(); ++i)
    if (!dice.chance(silent)) facts.push_back(fact(i, 0, std::floor(1000 * dice.unit()) / 10));
  const EvidenceSet set = evidence_of(framework, facts);
  Metadata about;
  about.name = "report";
  about.year = 2020;
  return {Document::from_text(std::string(set.document().text()), about), set.rules_fingerprint(),
          std::vector<Evidence>(set.items().begin(), set.items().end())};
}

using Leaves = std::map<std::uint32_t, std::optional<double>>;

// The guide, as plain recursion. Everything is worked out anew at every question; nothing is kept.
class Guide {
 public:
  Guide(const Framework& framework, Leaves leaves) : m_(framework.model()), leaves_(std::move(leaves)) {}

  bool is_for(std::uint32_t node) const {  // documents of 2020
    for (std::uint32_t i = node;; i = m_.nodes[i].parent) {
      if (m_.node_rules[i].applies.first_year.value_or(0) > 2020) return false;
      if (i == 0) return true;
    }
  }

  NotApplicable rule_for_absent(std::uint32_t node) const {
    if (m_.node_rules[node].not_applicable) return *m_.node_rules[node].not_applicable;
    return node == 0 || m_.nodes[node].role != Role::weighted ? NotApplicable::drop : rule_for_absent(m_.nodes[node].parent);
  }

  // What is left of a node's weight.
  double remains(std::uint32_t node) const {
    const Node& n = m_.nodes[node];
    const NotApplicable rule = rule_for_absent(node);
    if (n.is_indicator()) return is_for(node) || rule == NotApplicable::full ? 1 : 0;
    double all = 0, left = 0, any = 0;
    for (const std::uint32_t c : n.children) {
      if (m_.nodes[c].role != Role::weighted) continue;
      all += m_.nodes[c].weight;
      left += m_.nodes[c].weight * remains(c);
      any += remains(c);
    }
    if (any == 0) return 0;
    return rule == NotApplicable::rescale && all > 0 ? left / all : 1;
  }

  double weight(std::uint32_t node) const { return m_.nodes[node].weight * (node == 0 ? 1 : remains(node)); }

  bool any_for(std::uint32_t node) const {
    const Node& n = m_.nodes[node];
    if (n.is_indicator()) return is_for(node);
    for (const std::uint32_t c : n.children)
      if (m_.nodes[c].role == Role::weighted && any_for(c)) return true;
    return false;
  }

  double share(std::uint32_t node) const {
    const Node& n = m_.nodes[node];
    if (node == 0) return 1;
    if (n.role != Role::weighted) return any_for(node) ? *m_.node_rules[node].full / m_.full : 0;
    const NodeRules& parent = m_.node_rules[n.parent];
    double left = 0, written = 0;
    for (const std::uint32_t c : m_.nodes[n.parent].children) {
      left += weight(c);
      written += m_.nodes[c].weight;
    }
    double out_of = left;
    if (std::holds_alternative<SumOfPoints>(parent.aggregate) && parent.full)
      out_of = m_.nodes[n.parent].role == Role::weighted ? *parent.full * left / written : *parent.full;
    return left == 0 ? 0 : share(n.parent) * weight(node) / out_of;
  }

  double coverage(std::uint32_t node) const {
    const Node& n = m_.nodes[node];
    if (n.is_indicator()) return is_for(node) && leaves_.at(node) ? 1 : 0;
    double sum = 0, all = 0;
    for (const std::uint32_t c : n.children) {
      if (!any_for(c)) continue;
      sum += weight(c) * coverage(c);
      all += weight(c);
    }
    return all > 0 ? sum / all : 0;
  }

  MissingPolicy below(std::uint32_t node) const {
    if (m_.node_rules[node].missing) return *m_.node_rules[node].missing;
    if (node == 0) return {m_.missing, m_.prior};
    return m_.nodes[node].role != Role::weighted ? MissingPolicy{} : below(m_.nodes[node].parent);
  }

  MissingPolicy policy(std::uint32_t child) const {
    const Node& n = m_.nodes[child];
    if (n.is_indicator() && m_.node_rules[child].missing) return *m_.node_rules[child].missing;
    return n.role != Role::weighted ? MissingPolicy{} : below(n.parent);
  }

  std::optional<double> score(std::uint32_t node) const {
    const Node& n = m_.nodes[node];
    if (n.is_indicator()) {
      if (!is_for(node)) return rule_for_absent(node) == NotApplicable::full ? std::optional(1.0) : std::nullopt;
      return leaves_.at(node);
    }
    std::vector<std::pair<double, double>> parts;  // weight, score
    double extra = 0;
    for (const std::uint32_t c : n.children) {
      const bool weighted = m_.nodes[c].role == Role::weighted;
      if (weighted ? weight(c) <= 0 : !any_for(c)) continue;
      std::optional<double> s = score(c);
      if (!s) {
        const MissingPolicy p = policy(c);
        if (p.kind == Missing::bounds) return std::nullopt;
        if (p.kind == Missing::exclude) continue;
        s = p.kind == Missing::full ? 1 : p.kind == Missing::prior ? p.prior : 0;
      }
      if (weighted)
        parts.emplace_back(weight(c), *s);
      else if (share(node) > 0)
        extra += (m_.nodes[c].role == Role::bonus ? 1 : -1) * *s * share(c) / share(node);
    }
    if (parts.empty()) return std::nullopt;
    const double full = points_scale(node);
    const NodeRules& rules = m_.node_rules[node];
    double s = together(rules.aggregate, parts, node) + extra;
    s = std::max(s, full > 0 && rules.floor ? *rules.floor / full : 0);
    s = std::min(s, ceiling(node, full));
    if (coverage(node) < rules.min_coverage - 1e-12) return std::nullopt;
    return s;
  }

  double points_scale(std::uint32_t node) const { return m_.node_rules[node].full.value_or(share(node) * m_.full); }

  double ceiling(std::uint32_t node, double full) const {
    const NodeRules& rules = m_.node_rules[node];
    const bool beside = m_.nodes[node].role != Role::weighted;
    double cap = std::numeric_limits<double>::infinity();
    if (rules.cap && full > 0)
      cap = *rules.cap / full;
    else if (node == 0) {
      const auto* sum = std::get_if<SumOfPoints>(&rules.aggregate);
      const bool bonus = std::any_of(m_.nodes.begin(), m_.nodes.end(), [](const Node& n) { return n.role == Role::bonus; });
      if (!bonus && !(sum != nullptr && sum->cap)) cap = 1;
    }
    return beside ? std::min(cap, 1.0) : cap;
  }

  double together(const Aggregation& how, std::vector<std::pair<double, double>> parts, std::uint32_t node) const {
    double all = 0;
    for (const auto& part : parts) all += part.first;
    const auto mean = [&](const std::function<double(double)>& f) {
      double sum = 0;
      for (const auto& [w, v] : parts) sum += w / all * f(v);
      return sum;
    };
    if (const auto* g = std::get_if<Geometric>(&how))
      return std::exp(mean([&](double v) { return std::log(std::max(v, g->floor)); }));
    if (const auto* h = std::get_if<Harmonic>(&how)) return 1 / mean([&](double v) { return 1 / std::max(v, h->floor); });
    if (const auto* p = std::get_if<PowerMean>(&how))
      return std::pow(mean([&](double v) { return std::pow(std::max(v, p->floor), p->power); }), 1 / p->power);
    if (std::holds_alternative<Minimum>(how)) {
      double least = parts[0].second;
      for (const auto& part : parts) least = std::min(least, part.second);
      return least;
    }
    if (const auto* o = std::get_if<Owa>(&how)) return ordered(*o, std::move(parts), all);
    if (const auto* s = std::get_if<SumOfPoints>(&how)) {
      double written = 0, sum = 0;
      for (const std::uint32_t c : m_.nodes[node].children) written += m_.nodes[c].weight;
      for (const auto& [w, v] : parts) sum += w * v;
      const double full = m_.node_rules[node].full.value_or(written);
      const double out_of = m_.nodes[node].role == Role::weighted ? full * all / written : full;
      return std::min(sum / out_of, s->cap.value_or(full) / full);
    }
    return mean([](double v) { return v; });
  }

  // By thin slices of the sorted weight: slice t of 1 belongs to the value that holds it and to the written weight that holds it.
  double ordered(const Owa& owa, std::vector<std::pair<double, double>> parts, double all) const {
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<double> cuts = {0, 1};
    const auto n = static_cast<double>(owa.weights.size());
    for (std::size_t k = 1; k < owa.weights.size(); ++k) cuts.push_back(static_cast<double>(k) / n);
    double until = 0;
    for (const auto& part : parts) cuts.push_back(std::min(1.0, until += part.first / all));
    std::sort(cuts.begin(), cuts.end());
    double sum = 0;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const double middle = (cuts[i] + cuts[i + 1]) / 2;
      const double density = owa.weights[std::min(owa.weights.size() - 1, static_cast<std::size_t>(middle * n))] * n;
      double reached = 0;
      for (const auto& [w, v] : parts) {
        reached += w / all;
        if (middle <= reached || &v == &parts.back().second) {
          sum += (cuts[i + 1] - cuts[i]) * density * v;
          break;
        }
      }
    }
    return sum;
  }

 private:
  const FrameworkModel& m_;
  Leaves leaves_;
};

inline Leaves leaves_of(const Scorecard& card) {
  Leaves leaves;
  for (const std::uint32_t node : card.framework().indicators()) {
    const NodeScore& score = card.nodes()[node];
    const bool none = std::isnan(score.score) || score.state == State::not_applicable;
    leaves[node] = none ? std::nullopt : std::optional(score.score);
  }
  return leaves;
}

}  // namespace rulescore::testing
