// What a reader should know before trusting a card: that there was nothing to read, that nothing (or nothing achieved) was found,
// and where the text contradicts itself, with both quotes and the arithmetic. Worked out when it is asked for.
// Tested by tests/unit/score/warnings.cpp.
#include "evidence/contradiction.hpp"
#include "framework/model.hpp"
#include "score/block.hpp"
#include "score/card.hpp"
#include "score/metric.hpp"
#include "score/wording.hpp"

#include <rulescore/facts.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

double rounded(double value) { return std::round(value * 100) / 100; }  // a difference of doubles, as a person would write it

class Warnings {
 public:
  Warnings(const Scorecard& card, Language language)
      : card_(card), model_(card.framework().model()), evidence_(card.evidence()), language_(language) {}

  std::vector<std::string> all() && {
    suppositions();
    emptiness();
    const std::vector<Contradiction> found = contradictions(evidence_.document());
    for (const Contradiction& contradiction : found) lines_.push_back(in_words(contradiction));
    for (const TwoFigures& two : two_figures(evidence_, model_)) {
      if (!already_told(two, found)) lines_.push_back(in_words(two));
    }
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) unjudged(i);
    return std::move(lines_);
  }

 private:
  std::string say(std::string_view zh, std::string_view en) const { return std::string(rulescore::say(language_, zh, en)); }
  void warn(std::string_view zh, std::string_view en) { lines_.push_back(say(zh, en)); }

  void suppositions() {
    const auto facts = evidence_.facts();
    const auto count = std::count_if(facts.begin(), facts.end(), [](const Fact& f) { return f.kind == SourceKind::intended; });
    if (count == 0) return;
    const std::string many = std::to_string(count);
    warn("得分含 " + many + " 条假设，不是报告所证",
         "the score rests on " + many + (count == 1 ? " supposition" : " suppositions") + ", not on the report alone");
  }

  void emptiness() {
    const auto sentences = evidence_.document().sentences();
    const auto items = evidence_.items();
    if (std::all_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) { return sentence.boilerplate; })) {
      warn("文本为空，或者只有网页的附属文字", "the text is empty, or nothing but page furniture");
    } else if (items.empty()) {
      warn("没有找到任何依据：这份文本可能不是该框架所指的报告",
           "no evidence at all: this may not be the kind of report the framework is for");
    } else if (std::none_of(items.begin(), items.end(), [](const Evidence& e) { return e.status == Status::achieved; })) {
      warn("只找到计划或不足，没有找到已完成的工作", "only plans or shortcomings were found, nothing achieved");
    }
  }

  // What stands between an indicator's evidence and its score: nobody to compare with, a mark that is awaited or out of bounds, a
  // figure divided by nothing.
  void unjudged(std::size_t index) {
    const IndicatorModel& indicator = model_.indicators[index];
    const NodeScore& node = card_.nodes()[indicator.node];
    if (node.evidence_begin == node.evidence_end) return;
    const Leaf leaf(card_, index);
    const auto name = [&](Source source) {
      return model_.nodes[indicator.node].code + " " + name_of(indicator, source) + say("：", ": ");
    };
    each_term(indicator.score, [&](const RuleScore& term) {
      const Earned earned = earn(term, leaf.pieces());
      if (earned.lack != Lack::none && earned.lack != Lack::not_applicable)
        lines_.push_back(name(term.rule) + lack_in_words(term, earned, language_));
    });
    for (std::size_t m = 0; m < indicator.metrics.size(); ++m)
      for (const MetricFigure& figure : figures_of(indicator.metrics[m], leaf.pieces()))
        if (figure.over_zero)
          lines_.push_back(name(static_cast<Source>(first_metric + m)) +
                           cited(evidence_, evidence_.items()[figure.pieces.front()], language_) + say("与", " and ") +
                           cited(evidence_, evidence_.items()[figure.pieces.back()], language_) +
                           say("，除数为0，没有可用的数，请核对", ": divided by 0, there is no figure; please check"));
  }

  std::string in_words(const Contradiction& c) const {
    const std::string first = quoted(evidence_.document().text(c.first_begin, c.first_end), language_);
    const std::string second = quoted(evidence_.document().text(c.second_begin, c.second_end), language_);
    const std::string found = figure(rounded(c.found), c.unit, language_);
    const std::string apart = figure(rounded(std::abs(c.found - c.stated)), c.unit, language_);
    const std::string please = say("，请核对", "; please check");
    const std::string sum = first + say("，各部分", ", its parts ") + second + say("合计", " add up to ") + found;
    switch (c.kind) {
      case ContradictionKind::parts_exceed:
        return sum + say("，多出", ", too many by ") + apart + please;
      case ContradictionKind::parts_short:
        return sum + say("，还差", ", too few by ") + apart + please;
      case ContradictionKind::part_exceeds:
        return first + say("，其中一部分", ", one part of it ") + second + say("就多出", " is more by ") + apart + please;
      case ContradictionKind::shares_exceed:
      case ContradictionKind::shares_short:
        return first + say("，各占比合计", ", shares that add up to ") + found + please;
      case ContradictionKind::share_off:
      case ContradictionKind::rate_off:
        return first + say("与", " doesn't follow from ") + second + say("不符，按后者应为", ", which gives ") + found + please;
      case ContradictionKind::restated:
        break;
    }
    return first + say("与", " and ") + second + say("，同一件事有两个数值", " give two figures for one thing") + please;
  }

  std::string in_words(const TwoFigures& two) const {
    const Evidence &one = evidence_.items()[two.first], &other = evidence_.items()[two.second];
    const IndicatorModel& indicator = model_.indicators[one.indicator];
    return model_.nodes[indicator.node].code + " " + indicator.rules[one.rule].name + say("：", ": ") +
           quoted(evidence_.quote(one), language_) + say("与", " and ") + quoted(evidence_.quote(other), language_) +
           say("，同一项有两个数值，请核对是否同一口径",
               " give two figures for one rate; please check whether they mean the same");
  }

  bool already_told(const TwoFigures& two, const std::vector<Contradiction>& found) const {
    const Evidence &one = evidence_.items()[two.first], &other = evidence_.items()[two.second];
    const auto meets = [](const Evidence& piece, std::uint32_t begin, std::uint32_t end) {
      return piece.begin < end && begin < piece.end;
    };
    return std::any_of(found.begin(), found.end(), [&](const Contradiction& c) {
      return c.kind == ContradictionKind::restated && meets(one, c.first_begin, c.first_end) &&
             meets(other, c.second_begin, c.second_end);
    });
  }

  const Scorecard& card_;
  const FrameworkModel& model_;
  const EvidenceSet& evidence_;
  Language language_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> Scorecard::warnings(std::string_view language) const {
  return Warnings(*this, language_of(language)).all();
}

}  // namespace rulescore
