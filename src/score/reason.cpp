// Why a node has its score, in one sentence. Asked for rarely, so nothing is kept for it: the rules are put through the same
// earn() again and their figures said on the way. Tested by tests/unit/score/reason.cpp.
#include "base/number.hpp"
#include "score/block.hpp"
#include "score/card.hpp"
#include "score/group_reason.hpp"
#include "score/wording.hpp"

#include "framework/model.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace rulescore {
namespace {

// Says one indicator's score. The parts follow score/block.hpp: terms, combined, otherwise, the cost of a problem.
class IndicatorReason {
 public:
  IndicatorReason(const FrameworkModel& model, const Leaf& leaf, const NodeScore& node, const Scorecard& card, Language language)
      : card_(card),
        indicator_(leaf.indicator()),
        block_(indicator_.score),
        node_(node),
        evidence_(card.evidence()),
        pieces_(leaf.pieces()),
        rules_(model.node_rules[indicator_.node]),
        language_(language),
        verdict_(leaf.verdict()) {}

  std::string text() const {
    switch (node_.state) {
      case State::evidenced:
        return evidenced();
      case State::problem:
        if (verdict_.rule != no_rule || block_.start > 0) return evidenced();
        return say("只见文中承认不足", "Only a shortcoming is admitted: ") + quote(Status::problem) +
               say("，得0.00。", "; 0.00.");
      case State::only_planned:
        return say("仅有计划或目标", "Only plans: ") + quote(Status::planned) + unassessed();
      case State::no_evidence:
        return silence() + unassessed();
      case State::not_applicable:
        return not_applicable_in_words(card_, indicator_.node, language_);
    }
    return {};
  }

 private:
  std::string say(std::string_view zh, std::string_view en) const { return std::string(rulescore::say(language_, zh, en)); }

  std::string unassessed() const { return unassessed_in_words(rules_, language_); }

  // Nothing that takes part; what doesn't is quoted, so that "silent" is never said of a text that isn't.
  std::string silence() const {
    if (pieces_.begin == pieces_.end) return say("报告未提及", "The report is silent");
    const Evidence& piece = evidence_.items()[pieces_.begin];
    return say("没有可采用的依据：", "Nothing that may earn: ") + cited(evidence_, piece, language_) + say("，", ", ") +
           why_not(piece, pieces_.standings[pieces_.begin], evidence_, language_);
  }

  // The first piece of evidence of that status that takes part, quoted; empty when there is none.
  std::string quote(Status status) const {
    for (std::uint32_t i = pieces_.begin; i < pieces_.end; ++i) {
      if (pieces_.takes_part(i) && pieces_.items[i].status == status) return cited(evidence_, pieces_.items[i], language_);
    }
    return {};
  }

  std::string tag(std::uint16_t rule) const {
    const std::string& name = name_of(indicator_, rule);
    return (is_metric(rule) ? say("（算得的 ", " (figure ") : say("（规则 ", " (rule ")) + name + say("）", ")");
  }

  // One rule's part. A rule that found nothing is only mentioned where that counts against the score.
  std::string part(const RuleScore& rule, bool mention_missing) const { return part(rule, earn(rule, pieces_), mention_missing); }

  std::string part(const RuleScore& rule, const Earned& earned, bool mention_missing) const {
    if (earned.silenced) return say("同一件事已按别的规则计", "another rule speaks for the same event") + tag(rule.rule);
    if (earned.found()) return earned_in_words(rule, earned, pieces_, evidence_, language_) + tag(rule.rule);
    if (earned.lack != Lack::none) return lack_in_words(rule, earned, language_) + tag(rule.rule);
    return mention_missing ? say("未见依据，得0.00", "nothing found, 0.00") + tag(rule.rule) : std::string();
  }

  // One list of terms, each that found something.
  std::string list(const std::vector<RuleScore>& terms) const {
    std::string text;
    const std::vector<Earned> earned = settled(block_, terms, pieces_);
    for (std::size_t i = 0; i < terms.size(); ++i) append(text, part(terms[i], earned[i], false));
    return text;
  }

  void append(std::string& text, const std::string& more) const {
    if (!text.empty() && !more.empty()) text += say("；", "; ");
    text += more;
  }

  std::string all_of() const {
    std::string text;
    for (const RuleScore& rule : block_.all_of) append(text, part(rule, true));
    return text.empty() ? text : say("须全部具备，取最低：", "all are needed, the lowest counts: ") + text;
  }

  // Scores that facts give directly, each with its source, and their mean.
  std::string given() const {
    std::string text;
    Pieces pieces = pieces_;
    pieces.rule = Evidence::direct;
    pieces.kinds &= block_.direct.kinds | intended;
    pieces.each([&](std::uint32_t, const Evidence& piece) {
      append(text, cited(evidence_, piece, language_) + say("：直接给分", ": given directly, ") +
                       shortest(piece.value * block_.direct.out_of));
    });
    const Earned mean = earn_directly(block_.direct, pieces_);
    const bool trimmed = block_.direct.drop > 0 && mean.amount >= block_.direct.drop_from && mean.amount > 2 * block_.direct.drop;
    if (trimmed) return text + say("；去掉最高最低后平均", "; their mean without the highest and lowest");
    return mean.amount > 1 ? text + say("；平均", "; their mean") : text;
  }

  // The terms that went into the score: under `best` the one that won, else all of them and how they combine.
  std::string terms() const {
    const bool best = block_.take == Take::best, all_count = block_.take == Take::mean || block_.take == Take::min;
    std::string text;
    const std::vector<Earned> earned = settled(block_, block_.rules, pieces_);
    for (std::size_t i = 0; i < earned.size(); ++i) {
      const RuleScore& rule = block_.rules[i];
      if (best && earned[i].lack == Lack::none && (verdict_.part != Part::rules || verdict_.rule != rule.rule)) continue;
      std::string one = part(rule, earned[i], all_count);
      if (block_.take == Take::mean) one += say("，权重", ", weight ") + shortest(rule.weight);
      append(text, one);
    }
    if (!best || verdict_.part == Part::all_of || verdict_.rule == no_rule) append(text, all_of());
    if (!text.empty() && block_.rules.size() + (block_.all_of.empty() ? 0 : 1) > 1) append(text, combination());
    return text;
  }

  std::string combination() const {
    switch (block_.take) {
      case Take::best:
        return {};
      case Take::sum:
        if (std::isinf(block_.cap)) return say("相加", "added up");
        return say("相加，最多", "added up, at most ") + shortest(block_.cap);
      case Take::mean:
        return say("加权平均", "their weighted mean");
      case Take::min:
        return say("取最低", "the lowest counts");
    }
    return {};
  }

  std::string otherwise() const {
    for (const RuleScore& rule : block_.otherwise) {
      if (verdict_.rule == rule.rule)
        return say("其他规则未得分，改按", "the other rules earn nothing, instead ") + part(rule, false);
    }
    return {};
  }

  std::string cost() const {
    const std::string problem = quote(Status::problem);
    if (problem.empty()) return {};
    const std::string admitted = say("文中承认不足", "a shortcoming is admitted: ") + problem;
    const double problems = problems_in(pieces_), cost = cost_of(block_, problems);
    if (cost == 0) return block_.deduct.empty() ? admitted + say("，不扣分", ", at no cost") : std::string();
    const std::string less = say("，扣", ", less ") + shortest(cost);
    if (block_.problem_each == 0) return admitted + less;
    return admitted + say("，共", ", ") + shortest(problems) + say("处", " in all") + less;
  }

  // What comes before and after the terms: start, bonus, deduct, the indicator's own ends.
  std::string around(std::string text) const {
    if (block_.start != 0) {
      const std::string start = say("起始", "starting from ") + shortest(block_.start);
      text = text.empty() ? start : start + say("；", "; ") + text;
    }
    if (const std::string more = list(block_.bonus); !more.empty()) append(text, say("加分：", "added: ") + more);
    if (const std::string less = list(block_.deduct); !less.empty()) append(text, say("扣分：", "taken off: ") + less);
    return text;
  }

  std::string result() const {
    if (block_.full == 1) return say("。得分", ". Score ") + fixed(node_.score, 2) + say("。", ".");
    return say("。得", ". ") + fixed(node_.score * block_.full, 2) + say("分，满分", " of ") + shortest(block_.full) +
           say("，得分率", ", a score of ") + fixed(node_.score, 2) + say("。", ".");
  }

  std::string unjudged() const {
    std::string text;
    each_term(block_, [&](const RuleScore& term) {
      const Earned earned = earn(term, pieces_);
      if (earned.lack != Lack::none) append(text, lack_in_words(term, earned, language_) + tag(term.rule));
    });
    return say("有依据", "there is evidence, ") + quote(Status::achieved) + say("，但不能评分：", ", but it can't be judged: ") +
           text + unassessed();
  }

  // Each kind of source judged by itself.
  std::string scorers() const {
    std::string text;
    for (const Scorer& scorer : block_.scorers) {
      const Verdict one = judge_as(scorer, block_, pieces_);
      if (std::isnan(one.score)) continue;
      std::string names;
      for (std::size_t kind = 0; kind < source_kinds; ++kind)
        if ((scorer.kinds >> kind & 1u) != 0 && !(kind == static_cast<std::size_t>(SourceKind::extract) && !names.empty()))
          names += (names.empty() ? "" : "/") + std::string(kind_name(static_cast<SourceKind>(kind), language_));
      append(text, names + say("评得", " gives ") + fixed(one.score * block_.full, 2) + say("（权重", " (weight ") +
                       shortest(scorer.weight) + say("）", ")"));
    }
    return text + say("；按发言各方加权平均", "; their weighted mean");
  }

  std::string evidenced() const {
    if (std::isnan(node_.score)) return unjudged();
    if (!block_.scorers.empty() && !is_supposed(pieces_)) return scorers() + result();
    std::string text = verdict_.part == Part::otherwise ? otherwise() : verdict_.part == Part::direct ? given() : terms();
    if (verdict_.part != Part::direct) text = around(std::move(text));
    if (text.empty()) {
      text = say("有依据", "there is evidence, ") + quote(Status::achieved) +
             say("，但没有可计分的内容", ", but nothing in it scores");
    }
    append(text, cost());
    return text + result();
  }

  const Scorecard& card_;
  const IndicatorModel& indicator_;
  const ScoreBlock& block_;
  const NodeScore& node_;
  const EvidenceSet& evidence_;
  Pieces pieces_;
  const NodeRules& rules_;
  Language language_;
  Verdict verdict_;
};

}  // namespace

std::string Scorecard::reason(std::uint32_t node, std::string_view language) const {
  const FrameworkModel& model = framework().model();
  if (node >= model.nodes.size()) {
    throw UsageError("node " + std::to_string(node) + " is asked for; framework \"" + model.id + "\" has nodes 0 to " +
                     std::to_string(model.nodes.size() - 1));
  }
  if (!model.nodes[node].is_indicator()) return group_reason(*this, node, language_of(language));
  const auto& leaves = model.indicator_nodes;
  const auto leaf = static_cast<std::size_t>(std::lower_bound(leaves.begin(), leaves.end(), node) - leaves.begin());
  return IndicatorReason(model, Leaf(*this, leaf), nodes()[node], *this, language_of(language)).text();
}

}  // namespace rulescore
