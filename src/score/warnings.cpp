// What a reader should know before trusting a card: that there was nothing to read, that nothing (or nothing achieved) was found,
// and that a text states two levels for one thing. Tested by tests/unit/score/warnings.cpp.
#include "framework/model.hpp"
#include "score/card.hpp"
#include "score/wording.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

// A level is an exact percentage that is not a rise or a fall. Of one rule, in one report, there can hardly be two; a rule that
// takes every figure asks for several, though.
bool states_level(const Evidence& piece, const IndicatorModel& indicator) {
  if (piece.status != Status::achieved || piece.duplicate_of != Evidence::none) return false;
  if (piece.unit != "%" || piece.change != Change::none || piece.bound != Bound::exact || std::isnan(piece.value)) return false;
  if (piece.rule >= indicator.rules.size()) return false;
  const auto& value = indicator.rules[piece.rule].value;
  return value && !value->each;
}

class Warnings {
 public:
  Warnings(const Framework& framework, const EvidenceSet& evidence, Language language)
      : model_(framework.model()), evidence_(evidence), language_(language) {}

  std::vector<std::string> all() && {
    emptiness();
    contradictions();
    return std::move(lines_);
  }

 private:
  void warn(std::string_view zh, std::string_view en) { lines_.emplace_back(say(language_, zh, en)); }

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

  // Said once a rule: its first level, and the first later one that differs.
  void contradictions() {
    struct Level {
      const Evidence* first = nullptr;
      bool told = false;
    };
    std::vector<Level> levels;  // of the current indicator's rules
    std::uint32_t current = Evidence::none;
    for (const Evidence& piece : evidence_.items()) {
      if (piece.indicator >= model_.indicators.size()) break;
      const IndicatorModel& indicator = model_.indicators[piece.indicator];
      if (piece.indicator != current) levels.assign(indicator.rules.size(), {});
      current = piece.indicator;
      if (!states_level(piece, indicator)) continue;
      Level& level = levels[piece.rule];
      if (level.first == nullptr) {
        level.first = &piece;
      } else if (level.first->value != piece.value && !std::exchange(level.told, true)) {
        lines_.push_back(two_levels(*level.first, piece));
      }
    }
  }

  std::string two_levels(const Evidence& one, const Evidence& other) const {
    const IndicatorModel& indicator = model_.indicators[one.indicator];
    const std::string where = model_.nodes[indicator.node].code + " " + indicator.rules[one.rule].name;
    return where + std::string(say(language_, "：文中有两个不同的数值，", ": the text states two different figures, ")) +
           quoted(evidence_.quote(one), language_) + std::string(say(language_, "与", " and ")) +
           quoted(evidence_.quote(other), language_) +
           std::string(say(language_, "，请核对是否同一口径", "; check whether they are about the same"));
  }

  const FrameworkModel& model_;
  const EvidenceSet& evidence_;
  Language language_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> Scorecard::warnings(std::string_view language) const {
  return Warnings(framework(), evidence(), language_of(language)).all();
}

}  // namespace rulescore
