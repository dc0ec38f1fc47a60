// See aggregate.hpp. Parents stand before their children, so one walk backwards meets every child before its parent.
#include "score/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace rulescore {
namespace {

constexpr double slack = 1e-12;  // a share of weights that is meant to be the minimum may miss it by rounding

}  // namespace

double within_full(Role role, double score) noexcept {
  return role == Role::weighted || std::isnan(score) ? score : std::clamp(score, 0.0, 1.0);
}

bool fires(const Veto& veto, double score, double coverage) noexcept { return veto.below && coverage > 0 && score < *veto.below; }

Tree::Tree(const FrameworkModel& model, TreeView view) : model_(model), view_(std::move(view)), weights_(model.nodes.size()) {
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    weights_[i] = written_weight(i);
    has_bonus_ |= model.nodes[i].role == Role::bonus;
    for (const Veto& veto : model.node_rules[i].vetoes) has_zero_veto_ |= veto.effect == VetoEffect::zero;
  }
  applies_.assign(weights_.size(), 1);
  if (!view_.applies.empty()) leave();
  if (!view_.applies.empty() || !view_.weights.empty()) share_out();
}

// What of each node's weight stays: all, nothing, or under `rescale` the part that applies.
void Tree::leave() {
  std::vector<double> stays(weights_.size(), 1.0);
  for (std::size_t i = weights_.size(); i-- > 0;) {
    const Node& node = model_.nodes[i];
    const NotApplicable without = model_.node_rules[i].without;
    if (node.is_indicator()) {
      applies_[i] = view_.applies[i] == Applies::yes ? 1 : 0;
      stays[i] = view_.applies[i] == Applies::no ? 0 : 1;
    } else {
      double written = 0, left = 0;
      bool any_stays = false, any_applies = false;
      for (const std::uint32_t child : node.children) {
        if (model_.nodes[child].role != Role::weighted) continue;
        written += weights_[child];
        left += weights_[child] * stays[child];
        any_stays |= stays[child] > 0;
        any_applies |= applies_[child] != 0;
      }
      applies_[i] = any_applies ? 1 : 0;
      stays[i] = !any_stays ? 0 : without == NotApplicable::rescale && written > 0 ? left / written : 1;
    }
  }
  for (std::size_t i = 1; i < weights_.size(); ++i) weights_[i] *= stays[i];
}

void Tree::share_out() {
  own_shares_.assign(weights_.size(), 0.0);
  own_shares_[0] = 1;
  for (std::uint32_t i = 0; i < weights_.size(); ++i) {
    std::vector<Member> members;
    double sum = 0;
    for (const std::uint32_t child : model_.nodes[i].children) {
      sum += weights_[child];
      if (weights_[child] > 0) members.push_back({weights_[child], 0});
    }
    if (std::holds_alternative<SumOfPoints>(model_.node_rules[i].aggregate)) sum = sum_scale(i, members).out_of;
    for (const std::uint32_t child : model_.nodes[i].children) {
      if (model_.nodes[child].role != Role::weighted) {
        own_shares_[child] = applies(child) ? model_.nodes[child].share : 0;
      } else if (sum > 0) {
        own_shares_[child] = own_shares_[i] * (weights_[child] / sum);
      }
    }
  }
}

double Tree::points_scale(std::size_t node) const noexcept {
  return model_.node_rules[node].full.value_or(share(node) * model_.full);
}

double Tree::floor(std::size_t node) const noexcept {
  const double scale = points_scale(node);
  if (view_.open_scale && !model_.node_rules[node].floor) return -no_limit;
  return scale > 0 ? model_.node_rules[node].floor.value_or(0) / scale : 0;
}

double Tree::cap(std::size_t node) const noexcept {
  const NodeRules& rules = model_.node_rules[node];
  const auto* sum = std::get_if<SumOfPoints>(&rules.aggregate);
  const bool beside = model_.nodes[node].role != Role::weighted;
  const double scale = points_scale(node);
  if (rules.cap && scale > 0) return beside ? std::min(1.0, *rules.cap / scale) : *rules.cap / scale;
  if (node == 0) return view_.open_scale || has_bonus_ || (sum != nullptr && sum->cap) ? no_limit : 1;
  return beside ? 1 : no_limit;
}

double Tree::in_place_of_nothing(std::uint32_t node, Gaps gaps) const noexcept {
  const MissingPolicy& policy = model_.node_rules[node].counts_as;
  if (gaps == Gaps::count_nothing) return 0;
  switch (policy.kind) {
    case Missing::zero:
      return 0;
    case Missing::full:
      return 1;
    case Missing::prior:
      return policy.prior;
    case Missing::bounds:
      return view_.bounds_as_zero ? 0 : no_value;
    case Missing::exclude:
      break;
  }
  return no_value;
}

SumScale Tree::sum_scale(std::uint32_t node, std::span<const Member> members) const noexcept {
  const NodeRules& rules = model_.node_rules[node];
  const auto* sum = std::get_if<SumOfPoints>(&rules.aggregate);
  if (sum == nullptr) return {};
  double written = 0, counted = 0;
  for (const std::uint32_t child : model_.nodes[node].children) written += written_weight(child);
  for (const Member& member : members) counted += member.weight;
  const double full = rules.full.value_or(written);
  const double cap = sum->cap.value_or(full) / full;
  // What is left out leaves the full marks, too; a bonus doesn't grow because something isn't there.
  if (model_.nodes[node].role != Role::weighted) return {full, cap};
  return {rules.full ? full * (counted / written) : counted, cap};
}

double Tree::score_of(std::uint32_t node, std::span<const double> scores, Gaps gaps, std::vector<Member>& members) const {
  members.clear();
  double extra = 0;
  for (const std::uint32_t child : model_.nodes[node].children) {
    const bool weighted = model_.nodes[child].role == Role::weighted;
    double value = scores[child];
    if (weighted ? !(weights_[child] > 0) : !applies(child)) continue;
    if (std::isnan(value)) {
      value = in_place_of_nothing(child, gaps);
      const bool leaves = model_.node_rules[child].counts_as.kind == Missing::exclude;
      if (std::isnan(value) && leaves) continue;
      if (std::isnan(value)) return no_value;
    }
    if (weighted) {
      members.push_back({weights_[child], value});
    } else if (share(node) > 0) {
      const double part = value * (share(child) / share(node));
      extra += model_.nodes[child].role == Role::bonus ? part : -part;
    }
  }
  const double own = combine(model_.node_rules[node].aggregate, members, sum_scale(node, members));
  if (std::isnan(own)) return own;
  return std::min(std::max(own + extra, floor(node)), cap(node)) + 0.0;
}

double Tree::coverage_of(std::uint32_t node, std::span<const double> coverage) const noexcept {
  double sum = 0, weight = 0;
  for (const std::uint32_t child : model_.nodes[node].children) {
    if (!applies(child)) continue;
    sum += weights_[child] * coverage[child];
    weight += weights_[child];
  }
  return weight > 0 ? sum / weight : 0;
}

bool Tree::zeroed(std::span<const double> scores, std::span<const double> coverage) const noexcept {
  if (view_.vetoed) return true;
  if (!has_zero_veto_) return false;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (const Veto& veto : model_.node_rules[i].vetoes) {
      if (veto.effect == VetoEffect::zero && fires(veto, scores[i], coverage[i])) return true;
    }
  }
  return false;
}

bool Tree::too_little(std::uint32_t node, const Tally& tally) const noexcept {
  const NodeRules& rules = model_.node_rules[node];
  if (tally.coverage[node] < rules.min_coverage - slack) return true;
  if (rules.needs_available == 0) return false;
  std::size_t counted = 0, available = 0;
  for (const std::uint32_t child : model_.nodes[node].children) {
    if (model_.nodes[child].role != Role::weighted || !applies(child)) continue;
    ++counted;
    available += tally.coverage[child] > 0 && !std::isnan(tally.scores[child]) ? 1 : 0;
  }
  return static_cast<double>(available) < (rules.needs_available - slack) * static_cast<double>(counted);
}

void Tree::work_out(std::uint32_t node, Tally& tally, std::vector<Member>& members) const {
  if (model_.nodes[node].is_indicator()) {
    tally.coverage[node] = applies(node) && !std::isnan(tally.scores[node]) ? 1 : 0;
    return;
  }
  tally.coverage[node] = coverage_of(node, tally.coverage);
  tally.scores[node] = score_of(node, tally.scores, Gaps::by_policy, members);
  if (too_little(node, tally)) tally.scores[node] = no_value;
  if (node == 0 && zeroed(tally.scores, tally.coverage)) tally.scores[0] = 0;
}

Tally Tree::tally(std::vector<double> scores) const {
  Tally tally{std::move(scores), std::vector<double>(weights_.size())};
  std::vector<Member> members;
  for (std::size_t i = weights_.size(); i-- > 0;) work_out(static_cast<std::uint32_t>(i), tally, members);
  return tally;
}

void Tree::set(Tally& tally, std::uint32_t indicator_node, double score) const {
  std::vector<Member> members;
  tally.scores[indicator_node] = score;
  for (std::uint32_t i = indicator_node;; i = model_.nodes[i].parent) {
    work_out(i, tally, members);
    if (i == 0) return;
  }
}

void Tree::complete(std::span<double> values, const Tally& stated) const {
  std::vector<Member> members;
  for (std::size_t i = weights_.size(); i-- > 0;) {
    const auto node = static_cast<std::uint32_t>(i);
    if (model_.nodes[i].is_indicator()) continue;
    const double score = score_of(node, values, Gaps::count_nothing, members);
    values[i] = std::isnan(score) ? 0 : score;
  }
  if (zeroed(values, stated.coverage)) values[0] = 0;
}

}  // namespace rulescore
