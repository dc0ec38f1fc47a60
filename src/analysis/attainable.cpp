// See attainable.hpp. Figures of a frontier are the better the higher; below a deduction, where a high score is bad news, they
// are scores with the sign turned.
#include "analysis/attainable.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>

namespace rulescore {
namespace {

constexpr std::uint32_t no_fix = 0xFFFFFFFFu;

// How an aggregation becomes a sum of its children: terms of `into(value)` with the shares of the weights, and back.
struct Separable {
  Join join = Join::sum;
  double floor = -no_limit;
  enum class Scale : std::uint8_t { plain, log, power } scale = Scale::plain;
  double power = 1;

  // Rises with the value.
  double into(double value) const noexcept {
    const double v = std::max(value, floor);
    if (scale == Scale::plain) return v;
    if (scale == Scale::log) return std::log(v);
    return power > 0 ? std::pow(v, power) : -std::pow(v, power);
  }
  double back(double sum) const noexcept {
    if (scale == Scale::plain) return sum;
    if (scale == Scale::log) return std::exp(sum);
    return std::pow(power > 0 ? std::max(sum, 0.0) : -sum, 1 / power);
  }
};

struct ToSeparable {
  std::optional<Separable> operator()(const WeightedMean&) const { return Separable{}; }
  std::optional<Separable> operator()(const SumOfPoints&) const { return Separable{}; }
  std::optional<Separable> operator()(const Geometric& how) const {
    return Separable{Join::sum, how.floor, Separable::Scale::log};
  }
  std::optional<Separable> operator()(const Harmonic& how) const {
    return Separable{Join::sum, how.floor, Separable::Scale::power, -1};
  }
  std::optional<Separable> operator()(const PowerMean& how) const {
    if (how.power == 0) return (*this)(Geometric{how.floor});
    return Separable{Join::sum, how.floor, Separable::Scale::power, how.power};
  }
  std::optional<Separable> operator()(const Minimum&) const { return Separable{Join::least}; }
  std::optional<Separable> operator()(const Owa&) const { return std::nullopt; }
};

class Climb {
 public:
  Climb(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes)
      : model_(model),
        tree_(tree),
        now_(now),
        all_done_(now),
        fixes_(fixes),
        fix_of_(model.nodes.size(), no_fix),
        open_(model.nodes.size(), 0),
        seen_(model.nodes.size(), 0) {
    for (std::uint32_t i = 0; i < fixes.size(); ++i) {
      fix_of_[fixes[i].node] = i;
      for (std::uint32_t node = fixes[i].node;; node = model.nodes[node].parent) {
        open_[node] = 1;
        if (node == 0) break;
      }
    }
    for (const Fix& fix : fixes) tree.set(all_done_, fix.node, fix.target);
  }

  Attainable result() && {
    result_.points = of(0);
    for (Point& point : result_.points)
      if (std::isnan(point.figure)) point.figure = 0;  // a document without a total is counted from 0
    result_.exact = result_.exact && vetoes_are_told();
    return std::move(result_);
  }

 private:
  int sense(std::uint32_t node) const noexcept { return model_.node_rules[node].sign; }

  // What counts for a node as it stands; NaN when it has left.
  double value_now(std::uint32_t node) const noexcept {
    const double score = now_.scores[node];
    return std::isnan(score) ? tree_.in_place_of_nothing(node) : score;
  }

  // Whether the frontier knows of every veto by score: not of one below a weight of 0, and one that nothing silences and that
  // zeroes the total leaves nothing to choose.
  bool vetoes_are_told() const noexcept {
    for (std::uint32_t node = 0; node < model_.nodes.size(); ++node)
      for (const Veto& veto : model_.node_rules[node].vetoes) {
        if (!veto.below) continue;
        const bool stays = fires(veto, all_done_.scores[node], all_done_.coverage[node]);
        if (stays ? veto.effect == VetoEffect::zero : open_[node] && !seen_[node]) return false;
      }
    return true;
  }

  // ---- one node

  Frontier of(std::uint32_t node) {
    if (!open_[node]) return {{0, sense(node) * value_now(node)}};
    seen_[node] = 1;
    Frontier points = model_.nodes[node].is_indicator() ? leaf(node) : group(node);
    heed_vetoes(node, points);
    return points;
  }

  Frontier leaf(std::uint32_t node) {
    const Fix& fix = fixes_[fix_of_[node]];
    const double before = value_now(node);
    const Point fixed{fix.effort, sense(node) * fix.target, result_.picks.one(fix_of_[node])};
    if (std::isnan(before)) return {fixed};  // it has left, and joins in
    return rising({{0, sense(node) * before}, fixed});
  }

  Frontier group(std::uint32_t node) {
    const std::vector<std::uint32_t> children = weighted_children(node);
    if (children.empty()) return {{0, sense(node) * value_now(node)}};  // what stands beside nothing brings nothing
    Frontier points = own(node, children);
    if (!points.empty()) points = with_beside(node, std::move(points));
    const double floor = tree_.floor(node), cap = tree_.cap(node);
    for (Point& point : points) point.figure = sense(node) * std::min(std::max(sense(node) * point.figure, floor), cap);
    // A node that has no score as it stands may count as something better than its children give.
    const double now = sense(node) * value_now(node);
    if (std::isnan(now_.scores[node]) && !std::isnan(now))
      for (Point& point : points) point.figure = std::max(point.figure, now);
    return rising(points);
  }

  // A veto that looks at this node's score must not fire, unless nothing keeps it from firing. What wasn't assessed never sets
  // one off.
  void heed_vetoes(std::uint32_t node, Frontier& points) const {
    for (const Veto& veto : model_.node_rules[node].vetoes) {
      if (!veto.below || fires(veto, all_done_.scores[node], all_done_.coverage[node])) continue;
      std::erase_if(points, [&](const Point& point) {
        const bool untouched = point.pick == Picks::nothing && point.effort == 0;
        return sense(node) * point.figure < *veto.below && !(untouched && now_.coverage[node] == 0);
      });
    }
  }

  static Frontier rising(const Frontier& points) {
    Frontier kept;
    for (const Point& point : points)
      if (kept.empty() || point.figure > kept.back().figure) kept.push_back(point);
    return kept;
  }

  // ---- the weighted children

  std::vector<std::uint32_t> weighted_children(std::uint32_t node) const {
    std::vector<std::uint32_t> children;
    for (const std::uint32_t child : model_.nodes[node].children) {
      const bool counts = model_.nodes[child].role == Role::weighted && tree_.weight(child) > 0;
      if (counts && (open_[child] || !std::isnan(value_now(child)))) children.push_back(child);
    }
    return children;
  }

  Frontier own(std::uint32_t node, const std::vector<std::uint32_t>& children) {
    const auto joins_in = [&](std::uint32_t child) { return std::isnan(value_now(child)); };
    const bool others_join = std::any_of(children.begin(), children.end(), joins_in);
    const bool too_few = tree_.too_little(node, now_);
    const auto how = std::visit(ToSeparable{}, model_.node_rules[node].aggregate);
    if (!others_join && !too_few && how) return added_up(node, children, *how);
    result_.exact = false;
    const bool plain = std::holds_alternative<WeightedMean>(model_.node_rules[node].aggregate) && sense(node) > 0;
    if (plain && !too_few) return at_most_added_up(node, children);
    return at_most(node, children, !how && !others_join && !too_few);
  }

  Frontier added_up(std::uint32_t node, const std::vector<std::uint32_t>& children, const Separable& how) {
    std::vector<Member> members;
    double weight = 0;
    for (const std::uint32_t child : children) {
      members.push_back({tree_.weight(child), 0});
      weight += tree_.weight(child);
    }
    const auto* sum = std::get_if<SumOfPoints>(&model_.node_rules[node].aggregate);
    const SumScale scale = tree_.sum_scale(node, members);
    const double whole = sum == nullptr ? weight : scale.out_of;
    const bool extreme = how.join != Join::sum;
    const Join join = extreme && sense(node) < 0 ? Join::greatest : how.join;
    Frontier points;
    for (const std::uint32_t child : children) {
      Frontier one = of(child);
      const double share = extreme ? 1 : tree_.weight(child) / whole;
      for (Point& point : one) point.figure = sense(node) * share * how.into(sense(node) * point.figure);
      points =
          points.empty() && child == children.front() ? std::move(one) : merged(points, one, join, result_.picks, result_.exact);
    }
    for (Point& point : points) {
      const double value = how.back(sense(node) * point.figure);
      point.figure = sense(node) * (sum == nullptr ? value : std::min(value, scale.cap));
    }
    return rising(points);
  }

  // Of a mean from which the unassessed have left: 1 - (what is lost) / (weight that counts). No set loses less than what the
  // others lose, nor counts more than all.
  Frontier at_most_added_up(std::uint32_t node, const std::vector<std::uint32_t>& children) {
    double all = 0;
    for (const std::uint32_t child : children) all += tree_.weight(child);
    Frontier points{{0, 1}};
    for (const std::uint32_t child : children) {
      if (std::isnan(value_now(child))) continue;
      Frontier one = of(child);
      if (!one.empty() && one.back().figure > 1) return at_most(node, children, false);
      for (Point& point : one) point.figure = -(1 - point.figure) * tree_.weight(child) / all;
      points = merged(points, one, Join::sum, result_.picks, result_.exact);
    }
    return points;
  }

  // The best of the children is a bound of every mean. `ordered`: nothing changes unless something is done, and no more than when
  // everything is.
  Frontier at_most(std::uint32_t node, const std::vector<std::uint32_t>& children, bool ordered) {
    std::vector<Member> first, last;
    double best = -no_limit, counted = 0;
    Effort cheapest = -1;
    for (const std::uint32_t child : children) {
      const Frontier one = of(child);
      if (one.empty() || std::isnan(one.back().figure)) continue;
      best = std::max(best, one.back().figure);
      first.push_back({tree_.weight(child), sense(node) * one.front().figure});
      last.push_back({tree_.weight(child), sense(node) * one.back().figure});
      counted += tree_.weight(child);
      if (one.size() > 1 && (cheapest < 0 || one[1].effort < cheapest)) cheapest = one[1].effort;
    }
    if (ordered && last.size() == children.size()) {
      const Aggregation& how = model_.node_rules[node].aggregate;
      const double before = sense(node) * combine(how, first), after = sense(node) * combine(how, last);
      if (bends_towards(node)) return below_the_tangent(node, children, after);
      Frontier points{{0, before}};
      if (cheapest >= 0) points.push_back({cheapest, after});
      return rising(points);
    }
    if (std::holds_alternative<SumOfPoints>(model_.node_rules[node].aggregate))  // points over what they are measured by
      best *= counted / tree_.sum_scale(node, last).out_of;
    return {{0, best}};
  }

  // Whether the ordered mean of a node is concave in its good direction: the worse a value, the more it counts.
  bool bends_towards(std::uint32_t node) const {
    const auto* owa = std::get_if<Owa>(&model_.node_rules[node].aggregate);
    if (owa == nullptr) return false;
    return sense(node) > 0 ? std::is_sorted(owa->weights.begin(), owa->weights.end())
                           : std::is_sorted(owa->weights.rbegin(), owa->weights.rend());
  }

  // Such a mean is the least of all means whose weights come from some order of its children (Schmeidler 1986, Proc. AMS 97:255):
  // with the weights of the order as it stands, a sum that no set goes beyond and that is exact where nothing is done.
  Frontier below_the_tangent(std::uint32_t node, std::vector<std::uint32_t> children, double most) {
    std::stable_sort(children.begin(), children.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return value_now(a) > value_now(b); });
    double before = 0;
    Frontier points{{0, 0}};
    for (std::size_t k = 0; k < children.size(); ++k) {
      std::vector<Member> members;  // what the mean makes of those up to here at full marks, the others at nothing
      for (std::size_t i = 0; i < children.size(); ++i) members.push_back({tree_.weight(children[i]), i <= k ? 1.0 : 0.0});
      const double until = combine(model_.node_rules[node].aggregate, members);
      Frontier one = of(children[k]);
      for (Point& point : one) point.figure *= until - before;
      points = merged(points, one, Join::sum, result_.picks, result_.exact);
      before = until;
    }
    for (Point& point : points) point.figure = std::min(point.figure, most);
    return rising(points);
  }

  // ---- bonuses and deductions

  Frontier with_beside(std::uint32_t node, Frontier points) {
    if (!(tree_.share(node) > 0)) return points;
    for (const std::uint32_t child : model_.nodes[node].children) {
      if (model_.nodes[child].role == Role::weighted || !tree_.applies(child)) continue;
      const bool joins_in = std::isnan(value_now(child));
      if (joins_in && !open_[child]) continue;
      const double part = tree_.share(child) / tree_.share(node);
      Frontier one = of(child);
      // The child's figures have its own sense, which a deduction has turned.
      for (Point& point : one) point.figure *= part;
      if (joins_in) one.insert(one.begin(), Point{});
      points = merged(points, joins_in ? rising(one) : one, Join::sum, result_.picks, result_.exact);
    }
    return points;
  }

  const FrameworkModel& model_;
  const Tree& tree_;
  const Tally& now_;
  Tally all_done_;
  std::span<const Fix> fixes_;
  std::vector<std::uint32_t> fix_of_;  // by node
  std::vector<std::uint8_t> open_;     // by node: something under it can be fixed
  std::vector<std::uint8_t> seen_;     // by node: it is part of the frontier
  Attainable result_;
};

}  // namespace

Attainable attainable(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes) {
  return Climb(model, tree, now, fixes).result();
}

}  // namespace rulescore
