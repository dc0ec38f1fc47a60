// See group_reason.hpp. Every number that entered the arithmetic is said, in the order of score/aggregate.hpp.
#include "score/group_reason.hpp"

#include "base/number.hpp"
#include "score/block.hpp"
#include "score/card.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore {
namespace {

// How many of a node's indicators apply, and were assessed. They stand right behind it: the nodes are in pre-order.
struct Assessed {
  std::size_t assessed = 0, all = 0, not_applicable = 0;
};

Assessed count_assessed(std::span<const Node> nodes, std::span<const NodeScore> scores, std::uint32_t node) {
  Assessed count;
  for (std::size_t i = node + 1u; i < nodes.size() && nodes[i].depth > nodes[node].depth; ++i) {
    if (!nodes[i].is_indicator()) continue;
    const bool applies = scores[i].state != State::not_applicable;
    count.all += applies ? 1 : 0;
    count.not_applicable += applies ? 0 : 1;
    count.assessed += applies && is_assessed(scores[i].score) ? 1 : 0;
  }
  return count;
}

struct AggregationWords {
  Language language;

  std::string say(std::string_view zh, std::string_view en) const { return std::string(rulescore::say(language, zh, en)); }
  std::string floor(double floor) const {
    return floor > 0
               ? say("（低于", " (below ") + shortest(floor) + say("的按", " counts as ") + shortest(floor) + say("计）", ") ")
               : say("", " ");
  }

  std::string operator()(const WeightedMean&) const { return say("加权平均", "weighted mean "); }
  std::string operator()(const Geometric& a) const { return say("加权几何平均", "weighted geometric mean") + floor(a.floor); }
  std::string operator()(const Harmonic& a) const { return say("加权调和平均", "weighted harmonic mean") + floor(a.floor); }
  std::string operator()(const PowerMean& a) const { return shortest(a.power) + say("次幂平均", "-power mean") + floor(a.floor); }
  std::string operator()(const Minimum&) const { return say("取最低", "the lowest counts, "); }
  std::string operator()(const Owa& a) const {
    std::string weights;
    for (const double weight : a.weights) weights += (weights.empty() ? "" : say("、", ", ")) + shortest(weight);
    return say("从高到低按", "from the highest down weighted ") + weights + say("有序加权", ": ");
  }
  std::string operator()(const SumOfPoints& a) const {
    return a.cap ? say("各项分数相加，最多", "points added up, at most ") + shortest(*a.cap) + say("分，得分率", ": ")
                 : say("各项分数相加，得分率", "points added up: ");
  }
};

class GroupReason {
 public:
  GroupReason(const Scorecard& card, std::uint32_t node, Language language)
      : card_(card),
        model_(card.framework().model()),
        index_(node),
        rules_(model_.node_rules[node]),
        score_(card.nodes()[node]),
        language_(language) {}

  std::string text() const {
    const Assessed count = count_assessed(model_.nodes, card_.nodes(), index_);
    if (count.all == 0) return not_applicable_in_words(card_, index_, language_);
    std::string text = std::to_string(count.all) + say("项指标中", count.all == 1 ? " indicator, " : " indicators, ") + std::to_string(count.assessed) +
                       say("项已评（权重的", " assessed (") + fixed(score_.coverage * 100, 1) +
                       say("%），", "% of the weight): ");
    if (count.not_applicable > 0) text += left_out(count.not_applicable);
    if (std::isnan(score_.score)) return text + without_score(count);
    if (count.assessed < count.all) text += policy();
    text += std::visit(AggregationWords{language_}, rules_.aggregate);
    return text + fixed(score_.score, 2) + beside() + limits() + say("；已证实", "; proven ") + fixed(score_.points, 2) +
           say("分，满分", " of ") + fixed(score_.full, 2) + say("分。", " points.") + vetoes();
  }

 private:
  std::string say(std::string_view zh, std::string_view en) const { return std::string(rulescore::say(language_, zh, en)); }

  std::string left_out(std::size_t many) const {
    const std::string number = std::to_string(many);
    switch (rules_.without) {
      case NotApplicable::drop:
        return say("另有", "") + number +
               say("项不适用，其权重由同级分担；", " more do not apply, their weight goes to their siblings; ");
      case NotApplicable::rescale:
        return say("另有", "") + number +
               say("项不适用，按适用部分的满分折算；", " more do not apply, the score is out of what applies; ");
      case NotApplicable::full:
        return say("另有", "") + number + say("项不适用，按满分计；", " more do not apply and count as full marks; ");
      case NotApplicable::peer_mean:
        return say("另有", "") + number +
               say("项不适用，按同类平均计；", " more do not apply and count as the mean of their peers; ");
    }
    return {};
  }

  MissingPolicy policy_below() const {
    return index_ == 0 ? rules_.counts_as : rules_.missing.value_or(rules_.counts_as);
  }

  std::string policy() const {
    const MissingPolicy policy = policy_below();
    switch (policy.kind) {
      case Missing::zero:
        return say("未评的计0，", "those not assessed count 0, ");
      case Missing::exclude:
        return say("未评的不计，", "those not assessed are left out, ");
      case Missing::full:
        return say("未评的按满分计，", "those not assessed count as full marks, ");
      case Missing::prior:
        return say("未评的按", "those not assessed count ") + shortest(policy.prior) + say("计，", ", ");
      case Missing::bounds:
        break;
    }
    return {};
  }

  std::string without_score(const Assessed& count) const {
    const std::string range = say("只有区间", "only the range ") + fixed(score_.low, 2) + say("至", " to ") +
                              fixed(score_.high, 2) + say("分。", " points.");
    if (score_.coverage < rules_.min_coverage)
      return say("不足规定的", "less than the ") + shortest(rules_.min_coverage * 100) +
             say("%，不给分，", "% it takes, so there is no score, ") + range;
    if (rules_.needs_available > 0 && policy_below().kind != Missing::bounds)
      return say("有得分的下级不足规定的", "fewer than the ") + shortest(rules_.needs_available * 100) +
             say("%，不给分，", "% of what stands below it that have to have a score do, so there is none, ") + range;
    if (policy_below().kind == Missing::bounds && count.assessed < count.all)
      return say("未评的不作推定，", "nothing is presumed of the rest, ") + range;
    return say("没有可计的得分。", "nothing that counts.");
  }

  // "；加分A +3.00，扣分B −1.00" in the framework's points.
  std::string beside() const {
    std::string text;
    for (const std::uint32_t child : model_.nodes[index_].children) {
      const Node& node = model_.nodes[child];
      const NodeScore& score = card_.nodes()[child];
      if (node.role == Role::weighted || score.state == State::not_applicable) continue;
      const double points = std::isnan(score.score) ? 0 : score.score * score.full;
      const bool bonus = node.role == Role::bonus;
      text += say("；含", "; with ") + (bonus ? say("加分", "bonus ") : say("扣分", "deduction ")) + node.code +
              (bonus ? " +" : " -") + fixed(points, 2) + say("（至多", " (at most ") + fixed(score.full, 2) + say("）", ")");
    }
    return text;
  }

  std::string limits() const {
    std::string text;
    if (rules_.floor) text += say("；最低", "; at least ") + shortest(*rules_.floor) + say("分", " points");
    if (rules_.cap && std::isfinite(*rules_.cap))
      text += say("；最高", "; at most ") + shortest(*rules_.cap) + say("分", " points");
    return text;
  }

  // Those of the whole card at the root, a group's own elsewhere.
  std::string vetoes() const {
    std::string text;
    for (const FiredVeto& veto : card_.vetoes()) {
      if (index_ == 0 || veto.node == index_)
        text += say("", " ") + card_.veto_in_words(veto, language_ == Language::en ? "en" : "zh") + say("。", ".");
    }
    return text;
  }

  const Scorecard& card_;
  const FrameworkModel& model_;
  std::uint32_t index_;
  const NodeRules& rules_;
  const NodeScore& score_;
  Language language_;
};

// The nearest node upwards that says who it is for and leaves this document out: the first that could.
std::uint32_t who_says(const FrameworkModel& model, std::uint32_t node) {
  for (std::uint32_t i = node;; i = model.nodes[i].parent) {
    if (!model.node_rules[i].applies.empty() || !model.node_rules[i].excludes.empty() || i == 0) return i;
  }
}

std::string in_words(const Whom& whom, Language language) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) text += (text.empty() ? "" : std::string(say(language, "、", ", "))) + name;
  };
  add(whom.level);
  add(whom.province);
  add(whom.jurisdiction);
  if (whom.first_year || whom.last_year) {
    text += text.empty() ? "" : std::string(say(language, "、", ", "));
    text += (whom.first_year ? std::to_string(*whom.first_year) : std::string()) + "–" +
            (whom.last_year ? std::to_string(*whom.last_year) : std::string());
  }
  return text;
}

}  // namespace

std::string group_reason(const Scorecard& card, std::uint32_t node, Language language) {
  return GroupReason(card, node, language).text();
}

std::string unassessed_in_words(const NodeRules& rules, Language language) {
  const auto words = [&](std::string_view zh, std::string_view en) { return std::string(say(language, zh, en)); };
  switch (rules.counts_as.kind) {
    case Missing::zero:
      return words("，未评，计0分。", "; not assessed, it counts 0.");
    case Missing::exclude:
      return words("，未评，不计入总分。", "; not assessed, it is left out of the total.");
    case Missing::full:
      return words("，未评，按满分计。", "; not assessed, it counts as full marks.");
    case Missing::prior:
      return words("，未评，按", "; not assessed, it counts ") + shortest(rules.counts_as.prior) + words("计。", ".");
    case Missing::bounds:
      return words("，未评，不作推定。", "; not assessed, nothing is presumed.");
  }
  return {};
}

std::string not_applicable_in_words(const Scorecard& card, std::uint32_t node, Language language) {
  const auto words = [&](std::string_view zh, std::string_view en) { return std::string(say(language, zh, en)); };
  const FrameworkModel& model = card.framework().model();
  const NodeRules& says = model.node_rules[who_says(model, node)];
  std::string whom;
  if (!says.applies.empty()) whom = words("（只适用于", " (it is for ") + in_words(says.applies, language) + words("）", ")");
  if (says.applies.empty() && !says.excludes.empty())
    whom = words("（不适用于", " (it is not for ") + in_words(says.excludes, language) + words("）", ")");
  const std::string begin = words("不适用", "Not applicable") + whom;
  const double score = card.nodes()[node].score;
  if (std::isnan(score)) return begin + words("，不计入。", "; it does not count.");
  const bool full = model.node_rules[node].without == NotApplicable::full;
  return begin + (full ? words("，按满分计。", "; it counts as full marks.")
                       : words("，按同类平均", "; it counts as the mean of its peers, ") + fixed(score, 2) + words("计。", "."));
}

std::string Scorecard::veto_in_words(const FiredVeto& fired, std::string_view language_name) const {
  const Language language = language_of(language_name);
  const auto words = [&](std::string_view zh, std::string_view en) { return std::string(say(language, zh, en)); };
  const Node& node = framework().nodes()[fired.node];
  const Veto& veto = framework().model().node_rules[fired.node].vetoes[fired.which];
  std::string text = words("一票否决：", "Veto: ") +
                     (fired.node == 0 ? words("总分", "the total") : node.code + ' ' + node.title.in(language_name));
  if (fired.evidence != Evidence::none) {
    text += words("，见", ", for ") + cited(evidence(), evidence().items()[fired.evidence], language);
  } else {
    text += words("得分率", " scores ") + fixed(nodes()[fired.node].score, 2) + words("，低于", ", below ") +
            shortest(veto.below.value_or(0));
  }
  const auto band = [&] { return framework().bands()[fired.band].name.in(language_name); };
  switch (fired.effect) {
    case VetoEffect::band_at_most:
      return text + words("，等级至多为", "; no band above ") + band();
    case VetoEffect::band:
      return text + words("，等级定为", "; the band is ") + band();
    case VetoEffect::fail:
      return text + words("，考核不合格", "; the assessment is failed");
    case VetoEffect::zero:
      return text + words("，总分计0", "; the total is 0");
  }
  return text;
}

}  // namespace rulescore
