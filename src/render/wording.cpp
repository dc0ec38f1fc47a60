#include "render/wording.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "render/escape.hpp"
#include "score/wording.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

std::string phrase_text(const Phrase& phrase) {
  std::string text;
  for (const std::u32string& part : phrase.parts) text += (text.empty() ? "" : "…") + to_utf8(part);
  return one_line(text);
}

// The first few alternatives; a lexicon can have dozens.
std::string slot_text(const Slot& slot, const TableStyle& style) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < slot.size() && i < most; ++i) text += (i == 0 ? "" : say(style, "/", " / ")) + phrase_text(slot[i]);
  if (slot.size() > most) text += say(style, "…等", "… (") + std::to_string(slot.size()) + say(style, "个词", " phrases)");
  return text;
}

std::string scope_text(Scope scope, const TableStyle& style) {
  switch (scope) {
    case Scope::clause:
      return say(style, "同一分句", "same clause");
    case Scope::sentence:
      return say(style, "同一句", "same sentence");
    case Scope::paragraph:
      return say(style, "同一段", "same paragraph");
    case Scope::section:
      return say(style, "同一节", "same section");
    case Scope::document:
      return say(style, "全文", "anywhere");
  }
  return {};
}

std::string value_text(const ValueSpec& value, const TableStyle& style) {
  std::string text = value.optional ? say(style, "可带数值", "a figure if there is one") : say(style, "带数值", "with a figure");
  for (std::size_t i = 0; i < value.units.size(); ++i) text.append(i == 0 ? " " : "/").append(value.units[i]);
  if (value.is_signed) text += say(style, "（升或降）", " (a rise or a fall)");
  if (value.change) {
    const bool rise = *value.change == Change::increase;
    text += rise ? say(style, "（上升）", " (a rise)") : say(style, "（下降）", " (a fall)");
  }
  return text + say(style, "，", ", ") + scope_text(value.within, style);
}

// A term's curve, with what it is worth.
struct ShapeWords {
  const TableStyle& style;
  const RuleScore& term;
  std::string_view unit;  // of the figures; empty when the rule takes several

  std::string number(double value) const { return figure(value, unit_seen(term, unit), language_of(style.language)); }
  std::string full() const { return shortest(term.limits.earns); }
  std::string earns(const std::string& when) const {
    return when + say(style, " 得 ", " earns ") + full() + say(style, "，否则 0", ", else 0");
  }
  std::string capped() const {
    return std::isinf(term.limits.cap) ? std::string() : say(style, "，最多 ", ", at most ") + shortest(term.limits.cap);
  }
  std::string times() const { return term.limits.earns == 1 ? std::string() : " × " + full(); }

  std::string operator()(const Presence& s) const { return say(style, "找到即得 ", "found earns ") + shortest(s.score); }
  std::string operator()(const AtLeast& s) const {
    return earns((s.strict ? say(style, "超过 ", "above ") : say(style, "不低于 ", "at least ")) + number(s.target));
  }
  std::string operator()(const AtMost& s) const {
    return earns((s.strict ? say(style, "低于 ", "under ") : say(style, "不高于 ", "at most ")) + number(s.limit));
  }
  std::string operator()(const Proportion& s) const {
    return say(style, "数值 ÷ ", "figure / ") + number(s.target) + times() + capped();
  }
  std::string operator()(const Linear& s) const {
    return number(s.from) + say(style, " 得 0，", " earns 0, ") + number(s.to) + say(style, " 得 ", " earns ") + full() +
           say(style, "，其间线性", ", linear between");
  }
  std::string operator()(const Piecewise& s) const {
    std::string text;
    for (const auto& [value, score] : s.points)
      text += (text.empty() ? "" : say(style, "，", ", ")) + number(value) + "→" + shortest(score);
    return text + say(style, "，其间线性", ", linear between");
  }
  std::string operator()(const Count& s) const {
    return say(style, "每条得 ", "each piece earns ") + shortest(s.each) +
           (std::isinf(s.cap) ? std::string() : say(style, "，最多 ", ", at most ") + shortest(s.cap));
  }
  std::string operator()(const Total& s) const {
    return say(style, "数值合计 ÷ ", "sum of figures / ") + number(s.target) + times() + capped();
  }
  std::string operator()(const Sloped& s) const {
    std::string text = number(s.low) + "–" + number(s.high);
    if (std::isinf(s.high)) text = "≥" + number(s.low);
    if (std::isinf(s.low)) text = "≤" + number(s.high);
    if (s.low == s.high) text = number(s.low);
    text += say(style, " 得 ", " earns ") + full();
    const auto slope = [&](const std::optional<Slope>& one, const std::string& side) {
      if (one) text += side + steps_in_words(*one, unit_seen(term, unit), language_of(style.language));
    };
    slope(s.below, say(style, "，低于则", ", below "));
    slope(s.above, say(style, "，高于则", ", above "));
    return text;
  }
  std::string operator()(const Banded& s) const {
    std::string text;
    for (const BandOf& band : s.bands)
      text += (s.rising ? (band.closed ? "≤" : "<") : (band.closed ? "≥" : ">")) + number(band.edge) + "→" +
              shortest(band.earns) + say(style, "，", ", ");
    return text + say(style, "其余 ", "else ") + shortest(s.rest);
  }
  std::string operator()(const Tiered& s) const {
    std::string text;
    for (const Tier& tier : s.tiers)
      text += (text.empty() ? "" : say(style, "，", ", ")) + number(tier.from) + say(style, " 以上每单位 ", " and above each ") +
              shortest(tier.each);
    return text + capped();
  }
  std::string operator()(const Given& s) const {
    return say(style, "评定，0 至 ", "given by an assessor, 0 to ") + shortest(s.most);
  }
};

std::string against_in_words(const Comparison& against, const TableStyle& style) {
  switch (against.with) {
    case Versus::nobody:
      return {};
    case Versus::highest:
      return say(style, "与同组最高之比：", "as a share of the peers' highest: ");
    case Versus::lowest:
      return say(style, "同组最低与之之比：", "the peers' lowest as a share of it: ");
    case Versus::mean:
      return say(style, "减同组平均：", "less the peers' mean: ");
    case Versus::previous:
      return say(style, "减上年：", "less the year before: ");
    case Versus::rank:
      return say(style, "同组名次：", "rank among the peers: ");
    case Versus::rank_from_lowest:
      return say(style, "同组由低到高名次：", "rank from the lowest of the peers: ");
    case Versus::percentile:
      return say(style, "居同组前百分之几：", "percentile among the peers: ");
    case Versus::z:
    case Versus::given:
      return say(style, "标准分：", "standardised: ");
  }
  return {};
}

std::string input_in_words(const RuleScore& term, const TableStyle& style) {
  if (!term.input.of) return {};
  switch (*term.input.of) {
    case Of::best:
      return say(style, "取最好：", "the best: ");
    case Of::worst:
      return say(style, "取最差：", "the worst: ");
    case Of::highest:
      return say(style, "取最高：", "the highest: ");
    case Of::lowest:
      return say(style, "取最低：", "the lowest: ");
    case Of::latest:
      return say(style, "取最近：", "the latest: ");
    case Of::mean:
      return say(style, "取平均：", "the mean: ");
    case Of::sum:
      return say(style, "取合计：", "the sum: ");
    case Of::count:
      return say(style, "取条数：", "the count: ");
  }
  return {};
}

const RuleScore* entry(const std::vector<RuleScore>& scores, std::uint16_t rule) {
  const auto found = std::find_if(scores.begin(), scores.end(), [&](const RuleScore& s) { return s.rule == rule; });
  return found == scores.end() ? nullptr : &*found;
}

}  // namespace

std::string rule_in_words(const Rule& rule, const TableStyle& style) {
  std::string text = slot_text(rule.any, style);
  const auto more = [&](const std::string& part) { text += say(style, "；", "; ") + part; };
  for (const Slot& slot : rule.all)
    more(scope_text(rule.in, style) + say(style, "还要有 ", " also has ") + slot_text(slot, style));
  if (rule.near) {
    more(std::to_string(rule.near->within) + say(style, " 字内有 ", " characters around: ") + slot_text(rule.near->slot, style));
  }
  if (rule.context) more(scope_text(rule.context->in, style) + say(style, "有 ", " has ") + slot_text(rule.context->slot, style));
  if (!rule.none.empty()) more(scope_text(rule.in, style) + say(style, "不能有 ", " has none of ") + slot_text(rule.none, style));
  if (rule.value) more(value_text(*rule.value, style));
  return text;
}

namespace {

std::string term_in_words(const RuleScore& score, std::string_view unit, const TableStyle& style) {
  const ShapeWords words{style, score, unit};
  std::string text = input_in_words(score, style) + against_in_words(score.against, style) + std::visit(words, score.shape);
  if (score.limits.cutoff) {
    text += is_falling(score.shape) ? say(style, "，高于 ", ", above ") : say(style, "，低于 ", ", below ");
    text += words.number(*score.limits.cutoff) + say(style, " 得 0", " earns 0");
  }
  return text;
}

}  // namespace

std::string shape_in_words(const RuleScore& score, const Rule& rule, const TableStyle& style) {
  const bool one_unit = rule.value && rule.value->units.size() == 1;
  return term_in_words(score, one_unit ? rule.value->units.front() : std::string_view{}, style);
}

std::string shape_in_words(const RuleScore& score, const Metric& metric, const TableStyle& style) {
  return term_in_words(score, metric.unit, style);
}

std::string metric_in_words(const Metric& metric, const IndicatorModel& indicator, const TableStyle& style) {
  const auto name = [&](std::size_t i) { return name_of(indicator, metric.of[i].source); };
  switch (metric.op) {
    case Op::share:
      return name(0) + " ÷ " + name(1) + " × 100";
    case Op::ratio:
      return name(0) + " ÷ " + name(1);
    case Op::difference:
      return name(0) + " − " + name(1);
    case Op::growth:
      return "(" + name(0) + " − " + name(1) + ") ÷ " + name(1) + " × 100";
    case Op::sum:
    case Op::least:
    case Op::greatest:
      break;
  }
  std::string text = metric.op == Op::least ? say(style, "最小：", "the least of ") : say(style, "最大：", "the greatest of ");
  if (metric.op == Op::sum) text.clear();
  for (std::size_t i = 0; i < metric.of.size(); ++i)
    text += (i == 0 ? "" : metric.op == Op::sum ? " + " : say(style, "、", ", ")) + name(i);
  return text;
}

std::string take_in_words(Take take, const TableStyle& style) {
  switch (take) {
    case Take::best:
      return say(style, "各规则取最高", "the best rule counts");
    case Take::sum:
      return say(style, "各规则相加，最多 1", "rules add up, at most 1");
    case Take::mean:
      return say(style, "各规则取平均", "the mean of the rules");
    case Take::min:
      return say(style, "各规则取最低", "the lowest rule counts");
  }
  return {};
}

RuleUse use_of(const ScoreBlock& block, Source rule) {
  if (const RuleScore* score = entry(block.rules, rule)) return {Use::rules, score};
  if (const RuleScore* score = entry(block.all_of, rule)) return {Use::all_of, score};
  if (const RuleScore* score = entry(block.otherwise, rule)) return {Use::otherwise, score};
  if (const RuleScore* score = entry(block.bonus, rule)) return {Use::bonus, score};
  if (const RuleScore* score = entry(block.deduct, rule)) return {Use::deduct, score};
  return {};
}
}  // namespace rulescore::render
