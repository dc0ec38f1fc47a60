// What a term earned, as a sentence: the quote, the amount with everything it was made of, the comparison, the curve. Every
// number that entered the arithmetic is said, so that a reader can redo it. Outside faces in wording.hpp. Tested by
// tests/unit/score/reason.cpp and tests/unit/score/terms_said.cpp.
#include "score/metric.hpp"
#include "score/wording.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

class TermWords {
 public:
  TermWords(const RuleScore& term, const Earned& earned, const Pieces& pieces, const EvidenceSet& evidence, Language language)
      : term_(term),
        earned_(earned),
        pieces_(pieces),
        evidence_(evidence),
        language_(language),
        piece_(pieces.items[earned.piece]) {
    if (!is_metric(term.rule)) return;
    metric_ = &pieces.metrics[term.rule - first_metric];
    for (const MetricFigure& figure : figures_of(*metric_, pieces))
      if (figure.pieces.front() == earned.piece && (figure.value == earned.amount || std::isnan(figure.value))) {
        behind_ = figure;
        break;
      }
  }

  std::string text() const { return quotes() + say("：", ": ") + body() + say("，得", ", earning ") + fixed(earned_.score, 2); }

 private:
  std::string say(std::string_view zh, std::string_view en) const { return std::string(rulescore::say(language_, zh, en)); }
  std::string unit() const { return metric_ == nullptr ? std::string(piece_.unit) : std::string(metric_->unit); }
  std::string number(double value) const { return figure(value, unit_seen(term_, unit()), language_); }
  double threshold(double written) const { return std::isnan(earned_.threshold) ? written : earned_.threshold; }

  std::string quotes() const {
    if (metric_ == nullptr) return cited(evidence_, piece_, language_);
    std::string text;
    std::vector<std::uint32_t> said;
    for (const std::uint32_t index : behind_.pieces) {
      if (std::find(said.begin(), said.end(), index) != said.end()) continue;
      said.push_back(index);
      text += (text.empty() ? "" : say("与", " and ")) + cited(evidence_, pieces_.items[index], language_);
    }
    return text.empty() ? cited(evidence_, piece_, language_) : text;
  }

  // ---- the amount

  std::string amount() const {
    const std::string value = figure(earned_.amount, unit(), language_);
    switch (input_of(term_)) {
      case Of::count:
        return say("共", "") + shortest(earned_.amount) + say("处", " found");
      case Of::sum:
        return say("合计", "in all ") + value;
      case Of::mean:
        return std::holds_alternative<Given>(term_.shape) && term_.input.drop == 0
                   ? value
                   : say("平均", "a mean of ") + value + trimming();
      default:
        return metric_ != nullptr ? operation() + value : single();
    }
  }

  std::string single() const {
    if (earned_.amount < 0 && piece_.value >= 0) return figure(earned_.amount, unit(), language_);
    return stated_figure(piece_, language_) +
           (term_.input.cautious && piece_.bound != Bound::exact ? say("（从严）", " (cautiously)") : "");
  }

  std::string trimming() const {
    if (term_.input.drop == 0) return {};
    const std::string many = std::to_string(term_.input.drop);
    return say("（去掉最高最低各", " (without the ") + many + say("个）", " highest and lowest)");
  }

  // "79件÷86件=" of a metric.
  std::string operation() const {
    if (behind_.pieces.size() < 2 || metric_->of.size() != 2 || behind_.pieces.size() != 2) return metric_->name + "=";
    const auto operand = [&](std::size_t i) {
      const Evidence& piece = pieces_.items[behind_.pieces[i]];
      return figure(signed_value(piece, metric_->of[i].is_signed), piece.unit, language_);
    };
    const std::string a = operand(0), b = operand(1);
    switch (metric_->op) {
      case Op::share:
      case Op::ratio:
        return a + "÷" + b + "=";
      case Op::growth:
        return "(" + a + "−" + b + ")÷" + b + "=";
      case Op::difference:
        return a + "−" + b + "=";
      case Op::sum:
        return a + "+" + b + "=";
      case Op::least:
        return say("较小者", "the lesser, ");
      case Op::greatest:
        return say("较大者", "the greater, ");
    }
    return {};
  }

  // ---- the comparison

  const Distribution* peers() const { return pieces_.peers == nullptr ? nullptr : pieces_.peers->of(term_.against.slot); }

  std::string compared() const {
    const Comparison& against = term_.against;
    const std::string result = "=" + shortest(earned_.compared);
    const std::string_view own = unit();
    const auto of_peers = [&](double value) { return figure(value, own, language_); };
    switch (against.with) {
      case Versus::nobody:
        return {};
      case Versus::given:
        return say("，标准分(", ", standardised (") + shortest(earned_.amount) + "−" + shortest(against.mean) + ")÷" +
               shortest(against.sd) + result;
      case Versus::previous:
        return say("，上年", ", the year before ") + of_peers(*pieces_.peers->previous(against.slot)) +
               say("，差", ", a difference of ") + number(earned_.compared);
      default:
        return peers() == nullptr ? std::string() : among(*peers(), result);
    }
  }

  std::string among(const Distribution& peers, const std::string& result) const {
    const std::string count = std::to_string(peers.sorted.size());
    const auto of_peers = [&](double value) { return figure(value, unit(), language_); };
    switch (term_.against.with) {
      case Versus::highest:
        return say("，÷同组最高", ", / the highest of the peers ") + of_peers(peers.sorted.back()) + result;
      case Versus::lowest:
        return say("，同组最低", ", the lowest of the peers ") + of_peers(peers.sorted.front()) + say("÷之", " / it") + result;
      case Versus::mean:
        return say("，减同组平均", ", less the peers' mean ") + of_peers(peers.mean) + result;
      case Versus::z:
        return say("，标准分(", ", standardised (") + shortest(earned_.amount) + "−" + shortest(peers.mean) + ")÷" +
               shortest(peers.sd) + result;
      case Versus::percentile:
        return say("，居同组前", ", in the first ") + shortest(earned_.compared) + say("%（", "% (of ") + count +
               say("家）", ")");
      default:
        return say("，同组", ", place ") + (language_ == Language::zh ? count + "家中" : std::string()) +
               (term_.against.with == Versus::rank_from_lowest ? say("由低到高", "from the lowest ") : "") + say("第", "") +
               shortest(earned_.compared) + (language_ == Language::zh ? "" : " of " + count);
    }
  }

  // ---- the curve

  std::string body() const {
    if (metric_ != nullptr && std::isnan(earned_.amount))
      return metric_->name + say("为0÷0，按约定计", " is 0/0, which counts as the framework says");
    return std::visit(*this, term_.shape);
  }
  std::string seen() const { return amount() + compared(); }

  // What a full curve is worth, where that isn't 1.
  std::string times() const { return term_.limits.earns == 1 ? std::string() : "×" + shortest(term_.limits.earns); }
  std::string at_most() const {
    if (std::isinf(term_.limits.cap)) return {};
    return say("，最多计", ", at most ") + shortest(term_.limits.cap);
  }

 public:
  std::string operator()(const Presence&) const { return say("有此内容", "found"); }

  std::string operator()(const AtLeast& shape) const {
    const double target = threshold(shape.target);
    if (shape.strict)
      return seen() + (earned_.score > 0 ? say("超过", " is above ") : say("未超过", " is not above ")) + number(target);
    return seen() + (earned_.score > 0 ? say("达到", " reaches ") : say("未达到", " does not reach ")) + number(target);
  }

  std::string operator()(const AtMost& shape) const {
    const double limit = threshold(shape.limit);
    const bool met = earned_.score > 0, date = piece_.unit == "date";
    if (date && shape.strict)
      return seen() + (met ? say("早于", " is before ") : say("不早于", " is not before ")) + number(limit);
    if (date) return seen() + (met ? say("不晚于", " is by ") : say("晚于", " is after ")) + number(limit);
    if (shape.strict) return seen() + (met ? say("低于", " is under ") : say("不低于", " is not under ")) + number(limit);
    return seen() + (met ? say("不超过", " is within ") : say("超过", " exceeds ")) + number(limit);
  }

  std::string operator()(const Proportion& shape) const {
    return seen() + say("÷目标", " / target ") + number(threshold(shape.target)) + times() + at_most();
  }
  std::string operator()(const Total& shape) const {
    return seen() + say("÷目标", " / target ") + number(shape.target) + times() + at_most();
  }
  std::string operator()(const Linear& shape) const {
    return seen() + say("按", " on the line ") + number(shape.from) + "→" + number(shape.to) + say("线性计", "") + times();
  }
  std::string operator()(const Piecewise& shape) const {
    std::string line;
    for (const auto& [value, score] : shape.points)
      line += (line.empty() ? "" : say("、", ", ")) + number(value) + "→" + shortest(score);
    return seen() + say("按", " on the lines between ") + line + say("分段线性计", "");
  }
  std::string operator()(const Count& shape) const {
    const bool counted = input_of(term_) == Of::count;
    return seen() + (counted ? say("，每处", ", each ") : say("，每单位", ", each unit ")) + shortest(shape.each) +
           (std::isinf(shape.cap) ? std::string() : say("，最多", ", at most ") + shortest(shape.cap));
  }

  std::string operator()(const Sloped& shape) const {
    const bool lower = earned_.threshold == earned_.threshold && std::isinf(shape.high);
    const double low = lower ? earned_.threshold : shape.low == shape.high ? threshold(shape.low) : shape.low;
    const double high = std::isinf(shape.low)     ? threshold(shape.high)
                        : shape.low == shape.high ? threshold(shape.high)
                                                  : shape.high;
    const double at = std::isnan(earned_.compared) ? earned_.amount : earned_.compared;
    const std::string worth_it = shortest(term_.limits.earns), full = say("计", ", worth ") + worth_it;
    const std::string in_brackets = say("（计", " (worth ") + worth_it + say("）", ")");
    if (at < low) return seen() + say("低于", " is under ") + number(low) + in_brackets + steps(shape.below, low - at);
    if (at > high) return seen() + say("高于", " is above ") + number(high) + in_brackets + steps(shape.above, at - high);
    if (std::isinf(high)) return seen() + say("达到", " reaches ") + number(low) + full;
    if (std::isinf(low)) return seen() + say("不超过", " is within ") + number(high) + full;
    return seen() + say("在", " is from ") + number(low) + say("至", " to ") + number(high) + say("之间", "") + full;
  }

  std::string operator()(const Banded& shape) const {
    for (const BandOf& band : shape.bands)
      if (worth(Banded{{band}, shape.rising, -1}, std::isnan(earned_.compared) ? earned_.amount : earned_.compared) != -1)
        return seen() + say("属", " is in the band ") + edge(band, shape.rising) + say("一档，计", ", worth ") +
               shortest(band.earns);
    return seen() + say("在各档之外，计", " is in none of the bands, worth ") + shortest(shape.rest);
  }

  std::string operator()(const Tiered& shape) const {
    std::string tiers;
    for (const Tier& tier : shape.tiers)
      tiers += (tiers.empty() ? "" : say("、", ", ")) + number(tier.from) + say("以上每单位", " and above: each ") +
               shortest(tier.each);
    return seen() + say("，分段累计：", ", tier by tier: ") + tiers + at_most();
  }

  std::string operator()(const Given& shape) const {
    return say("评定", "given ") + amount() + say("（0至", " (0 to ") + shortest(shape.most) + say("）", ")");
  }

 private:
  std::string edge(const BandOf& band, bool rising) const {
    const std::string at = number(band.edge);
    if (rising) return band.closed ? "≤" + at : "<" + at;
    return band.closed ? "≥" + at : ">" + at;
  }

  std::string steps(const std::optional<Slope>& slope, double distance) const {
    if (!slope) return say("，不计分", ", worth nothing");
    return say("，", ", ") + steps_in_words(*slope, unit_seen(term_, unit()), language_) + say("，共", ": ") +
           shortest(std::round(steps_in(distance, *slope) * 1e6) / 1e6) + say("步", " steps");
  }

  const RuleScore& term_;
  const Earned& earned_;
  const Pieces& pieces_;
  const EvidenceSet& evidence_;
  Language language_;
  const Evidence& piece_;
  const Metric* metric_ = nullptr;
  MetricFigure behind_;
};

}  // namespace

std::string_view unit_seen(const RuleScore& term, std::string_view unit) noexcept {
  switch (term.against.with) {
    case Versus::nobody:
      return unit;
    case Versus::mean:
    case Versus::previous:
      return unit == "%" ? std::string_view("pp") : unit;
    case Versus::rank:
    case Versus::rank_from_lowest:
      return "rank";
    case Versus::percentile:
      return "%";
    default:
      return {};
  }
}

std::string steps_in_words(const Slope& slope, std::string_view unit, Language language) {
  const std::string_view step_unit = unit == "%" ? std::string_view("pp") : unit == "rank" ? std::string_view() : unit;
  std::string text = std::string(say(language, "每", "each ")) + figure(slope.each, step_unit, language) +
                     std::string(slope.change < 0 ? say(language, "减", " less ") : say(language, "加", " more ")) +
                     shortest(std::abs(slope.change));
  switch (slope.steps) {
    case Steps::linear:
      return text + std::string(say(language, "（按比例）", " (in proportion)"));
    case Steps::started:
      return text + std::string(say(language, "（不足一步按一步）", " (a step begun counts)"));
    case Steps::completed:
      return text + std::string(say(language, "（满一步才算）", " (only whole steps)"));
  }
  return text;
}

std::string earned_in_words(const RuleScore& term, const Earned& earned, const Pieces& pieces, const EvidenceSet& evidence,
                            Language language) {
  Pieces own = pieces;
  own.rule = term.rule;
  own.with_problems = term.is_deduction;
  return TermWords(term, earned, own, evidence, language).text();
}

std::string lack_in_words(const RuleScore& term, const Earned& earned, Language language) {
  const auto words = [&](std::string_view zh, std::string_view en) { return std::string(say(language, zh, en)); };
  switch (earned.lack) {
    case Lack::none:
      return {};
    case Lack::no_peers:
      return term.against.with == Versus::previous ? words("没有上年的数可比", "no figure of the year before to compare with")
                                                   : words("没有可比的同组文件", "no peers to compare with");
    case Lack::not_applicable:
      return words("0÷0，按约定不适用", "0/0, which the framework calls not applicable");
    case Lack::no_rate:
      return words("除数为0，没有可计的数", "divided by 0, so there is no figure");
    case Lack::no_threshold:
      return words("没有找到作为目标的数", "the figure that would be the target wasn't found");
    case Lack::no_assessor:
      return words("等待评定，文本不计", "an assessor's mark is awaited; text doesn't count");
    case Lack::outside:
      return words("评定的数超出范围，不采用", "the assessor's figure is outside its marks and not used");
  }
  return {};
}

}  // namespace rulescore
