// The arithmetic of a group: its children's scores, those of the missing policies among them, combined; what is added and taken
// beside; floor and cap; then the same for what is proven, which no policy touches, and its points. In the order of
// score/aggregate.hpp, which has done it before. See working.hpp.
#include "render/escape.hpp"
#include "render/working.hpp"
#include "score/aggregate.hpp"
#include "score/applicability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rulescore::render {
namespace {

struct Terms {
  std::vector<Member> members;
  std::string beside;  // " + 0.1 − 0.05"
  double extra = 0;
};

// Writes one aggregation down.
struct OnPaper {
  const std::vector<Member>& members;
  const SumScale& scale;

  template <typename Part>  // part(value) as text
  std::string sum(Part part) const {
    std::string text;
    for (const Member& member : members)
      text += (text.empty() ? "" : " + ") + on_paper(member.weight) + part(on_paper(member.value));
    return text;
  }
  double weight() const noexcept {
    return std::accumulate(members.begin(), members.end(), 0.0, [](double sum, const Member& m) { return sum + m.weight; });
  }
  std::string mean(const std::string& sum) const { return "(" + sum + ") ÷ " + on_paper(weight()); }
  static std::string at_least(const std::string& value, double floor) {
    return floor > 0 ? "max(" + value + ", " + on_paper(floor) + ")" : value;
  }

  std::string operator()(const WeightedMean&) const {
    return mean(sum([](const std::string& v) { return " × " + v; }));
  }
  std::string operator()(const Geometric& how) const {
    return "exp(" + mean(sum([&](const std::string& v) { return " × ln(" + at_least(v, how.floor) + ")"; })) + ")";
  }
  std::string operator()(const Harmonic& how) const {
    return on_paper(weight()) + " ÷ (" + sum([&](const std::string& v) { return " ÷ " + at_least(v, how.floor); }) + ")";
  }
  std::string operator()(const PowerMean& how) const {
    if (how.power == 0) return (*this)(Geometric{how.floor});
    const std::string power = on_paper(how.power);
    return "(" + mean(sum([&](const std::string& v) { return " × " + at_least(v, how.floor) + "^" + power; })) + ")^(1 ÷ " +
           power + ")";
  }
  std::string operator()(const Minimum&) const {
    std::vector<double> values;
    for (const Member& member : members) values.push_back(member.value);
    return called("min", values);
  }
  // What each place counts is what the total gains when it has a score, too.
  std::string operator()(const Owa& how) const {
    std::vector<Member> ordered = members;
    std::sort(ordered.begin(), ordered.end(),
              [](const Member& a, const Member& b) { return a.value != b.value ? a.value > b.value : a.weight > b.weight; });
    std::string text;
    double before = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
      std::vector<Member> first = ordered;
      for (std::size_t j = 0; j < first.size(); ++j) first[j].value = j <= i ? 1 : 0;
      const double until = combine(how, first);
      text += (text.empty() ? "" : " + ") + on_paper(until - before) + " × " + on_paper(ordered[i].value);
      before = until;
    }
    return text;
  }
  std::string operator()(const SumOfPoints&) const {
    const std::string text = "(" + sum([](const std::string& v) { return " × " + v; }) + ") ÷ " + on_paper(scale.out_of);
    return std::isinf(scale.cap) ? text : "min(" + text + ", " + on_paper(scale.cap) + ")";
  }
};

class GroupWorking {
 public:
  GroupWorking(const Scorecard& card, std::uint32_t node, const TableStyle& style)
      : card_(card),
        model_(card.framework().model()),
        node_(node),
        rules_(model_.node_rules[node]),
        score_(card.nodes()[node]),
        tree_(model_, {applicability(card), {}, false, false}),
        style_(style),
        lines_(style) {}

  Lines run() && {
    if (!tree_.applies(node_)) return std::move(lines_);
    std::string text = node_ == 0 && is_zeroed() ? std::string() : written(false);
    if (!text.empty() && !std::isnan(score_.score)) lines_.equals(say(style_, "得分", "score"), text, score_.score);
    const double share = score_.full > 0 ? rules_.sign * score_.points / score_.full : 0;
    const std::string proven = node_ == 0 && is_zeroed() ? std::string() : written(true);
    if (!proven.empty() && (proven != text || std::isnan(score_.score)))
      lines_.equals(say(style_, "已证实", "proven"), proven, share);
    lines_.equals(say(style_, "分数", "points"),
                  (rules_.sign < 0 ? "0 − " : "") + on_paper(share) + " × " + on_paper(score_.full), score_.points);
    return std::move(lines_);
  }

 private:
  bool is_zeroed() const {
    const auto vetoes = card_.vetoes();
    return std::any_of(vetoes.begin(), vetoes.end(), [](const FiredVeto& veto) { return veto.effect == VetoEffect::zero; });
  }

  // Of a child: its score, or what it counts as; NaN when it leaves.
  double value_of(std::uint32_t child, bool proven) const {
    const NodeScore& score = card_.nodes()[child];
    const bool leaf = model_.nodes[child].is_indicator();
    if (proven && (!leaf || std::isnan(score.score)))
      return score.full > 0 && !leaf ? model_.node_rules[child].sign * score.points / score.full : 0;
    if (!std::isnan(score.score)) return score.score;
    const MissingPolicy& policy = model_.node_rules[child].counts_as;
    switch (policy.kind) {
      case Missing::zero:
        return 0;
      case Missing::full:
        return 1;
      case Missing::prior:
        return policy.prior;
      case Missing::exclude:
      case Missing::bounds:
        break;
    }
    return no_value;
  }

  Terms terms(bool proven) const {
    Terms terms;
    for (const std::uint32_t child : model_.nodes[node_].children) {
      const bool weighted = model_.nodes[child].role == rulescore::Role::weighted;
      if (weighted ? !(tree_.weight(child) > 0) : !tree_.applies(child)) continue;
      const double value = value_of(child, proven);
      if (std::isnan(value)) continue;
      if (weighted) {
        terms.members.push_back({tree_.weight(child), value});
      } else if (tree_.share(node_) > 0) {
        const double sign = model_.nodes[child].role == rulescore::Role::bonus ? 1 : -1;
        const double part = tree_.share(child) / tree_.share(node_);
        terms.beside += (sign > 0 ? " + " : " − ") + on_paper(value) + " × " + on_paper(part);
        terms.extra += sign * value * part;
      }
    }
    return terms;
  }

  // As score/aggregate.cpp measures a sum.
  SumScale scale_of(const std::vector<Member>& members) const {
    const auto* sum = std::get_if<SumOfPoints>(&rules_.aggregate);
    if (sum == nullptr) return {};
    double written = 0, counted = 0;
    for (const std::uint32_t child : model_.nodes[node_].children) written += model_.nodes[child].weight;
    for (const Member& member : members) counted += member.weight;
    const double full = rules_.full.value_or(written), cap = sum->cap.value_or(full) / full;
    if (model_.nodes[node_].role != rulescore::Role::weighted) return {full, cap};
    return {rules_.full ? full * (counted / written) : counted, cap};
  }

  // Empty when nothing counts.
  std::string written(bool proven) const {
    Terms found = terms(proven);
    if (found.members.empty()) return {};
    const SumScale scale = scale_of(found.members);
    const std::string own = std::visit(OnPaper{found.members, scale}, rules_.aggregate);
    std::vector<Member> members = found.members;
    const double value = combine(rules_.aggregate, members, scale) + found.extra;
    return within(own + found.beside, value, tree_.floor(node_), tree_.cap(node_));
  }

  const Scorecard& card_;
  const FrameworkModel& model_;
  std::uint32_t node_;
  const NodeRules& rules_;
  const NodeScore& score_;
  Tree tree_;
  const TableStyle& style_;
  Lines lines_;
};

}  // namespace

Lines group_working(const Scorecard& card, std::uint32_t node, const TableStyle& style) {
  return GroupWorking(card, node, style).run();
}

}  // namespace rulescore::render
