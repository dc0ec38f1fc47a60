// The arithmetic of an indicator: its terms, how they combine, what is added and taken off, the score, the points. In the order
// of score/block.hpp. See working.hpp.
#include "render/working.hpp"

#include "base/number.hpp"
#include "render/account.hpp"
#include "render/escape.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {

std::string on_paper(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  const std::string text = std::abs(value) < 1e9 ? shortest(rounded + 0.0) : shortest(value);
  return text.starts_with('-') ? "(−" + text.substr(1) + ")" : text;
}

void Lines::add(const std::string& label, const std::string& text) {
  lines_.push_back(one_line(label) + say(style_, "：", ": ") + text);
}

void Lines::equals(const std::string& label, const std::string& expression, double result) {
  const std::string text = on_paper(result);
  const bool exact = std::abs(result - std::round(result * 1e6) / 1e6) <= 1e-12 * std::max(1.0, std::abs(result));
  add(label, expression + (exact ? " = " : " ≈ ") + text);
}

void Lines::holds(const std::string& label, const std::string& condition, double result) {
  add(label, condition + " → " + on_paper(result));
}

std::string listed(const std::vector<double>& values, const std::string& separator) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : separator) + on_paper(value);
  return text;
}

std::string called(const std::string& function, const std::vector<double>& values) {
  return values.size() == 1 ? on_paper(values[0]) : function + "(" + listed(values, ", ") + ")";
}

std::string within(const std::string& text, double value, double floor, double cap) {
  if (value > cap) return "min(" + text + ", " + on_paper(cap) + ")";
  return value < floor ? "max(" + text + ", " + on_paper(floor) + ")" : text;
}

namespace {

class IndicatorWorking {
 public:
  IndicatorWorking(const Scorecard& card, std::uint32_t node, std::size_t leaf, const TableStyle& style)
      : node_(card.nodes()[node]),
        rules_(card.framework().model().node_rules[node]),
        role_(card.framework().nodes()[node].role),
        leaf_(card, leaf),
        block_(leaf_.indicator().score),
        pieces_(leaf_.pieces()),
        verdict_(leaf_.verdict()),
        style_(style),
        lines_(style) {}

  Lines run() && {
    if (!std::isnan(verdict_.score) && node_.state != State::not_applicable) score();
    const double share = std::isnan(node_.score) ? 0 : node_.score;
    lines_.equals(say(style_, "分数", "points"), (rules_.sign < 0 ? "0 − " : "") + on_paper(share) + " × " + on_paper(node_.full),
                  node_.points);
    return std::move(lines_);
  }

 private:
  // As the rules are listed: "#1 rate", "= rate" of a computed one.
  std::string name_of(Source source) const {
    return (is_metric(source) ? "= " : '#' + std::to_string(source + 1) + ' ') + rulescore::name_of(leaf_.indicator(), source);
  }

  void score() {
    if (!block_.scorers.empty() && !is_supposed(pieces_)) return scorers();
    const double marks = verdict_.part == Part::direct ? given() : from_terms();
    const double score = marks / block_.full;
    const bool beside = role_ != rulescore::Role::weighted && (score > 1 || score < 0);
    if (block_.full != 1 || beside)
      lines_.equals(say(style_, "得分", "score"),
                    within(on_paper(marks) + " ÷ " + on_paper(block_.full), score, beside ? 0 : score, beside ? 1 : score),
                    node_.score);
  }

  void scorers() {
    std::string sum;
    double weight = 0;
    for (const Scorer& scorer : block_.scorers) {
      const Verdict one = judge_as(scorer, block_, pieces_);
      if (std::isnan(one.score)) continue;
      sum += (sum.empty() ? "" : " + ") + on_paper(scorer.weight) + " × " + on_paper(one.score);
      weight += scorer.weight;
    }
    lines_.equals(say(style_, "各方平均", "mean of the scorers"), "(" + sum + ") ÷ " + on_paper(weight), node_.score);
  }

  // Scores given directly, in marks.
  double given() {
    std::vector<double> values;
    Pieces direct = pieces_;
    direct.rule = Evidence::direct;
    direct.kinds &= block_.direct.kinds | intended;
    direct.each([&](std::uint32_t, const Evidence& piece) {
      if (!std::isnan(piece.value)) values.push_back(piece.value);
    });
    const std::size_t drop = block_.direct.drop;
    if (drop > 0 && values.size() >= block_.direct.drop_from && values.size() > 2 * drop) {
      std::sort(values.begin(), values.end());
      values = {values.begin() + static_cast<std::ptrdiff_t>(drop), values.end() - static_cast<std::ptrdiff_t>(drop)};
    }
    const Earned earned = earn_directly(block_.direct, pieces_);
    if (values.size() > 1)
      lines_.equals(say(style_, "直接给分平均", "mean of the scores given"),
                    "(" + listed(values, " + ") + ") ÷ " + std::to_string(values.size()), earned.score);
    const double less = cost();
    const std::string taken_off = less == 0 ? std::string() : " − " + on_paper(less);
    return clamped(on_paper(earned.score) + " × " + on_paper(block_.full) + taken_off, earned.score * block_.full - less,
                   block_.full != 1 || less != 0);
  }

  double cost() const { return pieces_problems() > 0 ? cost_of(block_, pieces_problems()) : 0; }
  double pieces_problems() const { return problems_in(pieces_); }

  // ---- from terms

  std::vector<double> earned_by(const std::vector<RuleScore>& terms) {
    std::vector<double> marks;
    const std::vector<Earned> earned = settled(block_, terms, pieces_);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!earned[i].found()) continue;
      one_term(terms[i], earned[i].score);
      marks.push_back(earned[i].score);
    }
    return marks;
  }

  // By itself, and what is left of it beside others that speak of the same event.
  void one_term(const RuleScore& term, double settled_score) {
    const Earned alone = earn(term, pieces_);
    lines_.append(term_working(term, alone, pieces_, name_of(term.rule), style_));
    if (alone.score != settled_score)
      lines_.equals(name_of(term.rule) + say(style_, "（同一件事）", " (the same event)"),
                    called("min", {alone.score, settled_score}), settled_score);
  }

  double from_terms() {
    double marks = node_.state == State::evidenced ? combined() : 0;
    std::string text = on_paper(block_.start) + " + " + on_paper(marks);
    bool more = block_.start != 0;
    marks += block_.start;
    const auto add = [&](const std::vector<double>& parts, double sign) {
      for (const double part : parts) {
        text += (sign > 0 ? " + " : " − ") + on_paper(part);
        marks += sign * part;
        more = true;
      }
    };
    add(earned_by(block_.bonus), 1);
    add(earned_by(block_.deduct), -1);
    if (const double less = cost(); less != 0) add({less}, -1);
    return clamped(text, marks, more);
  }

  // The marks within the indicator's floor and cap.
  double clamped(const std::string& text, double marks, bool more) {
    const double result = std::clamp(marks, block_.floor, block_.cap);
    if (more || result != marks) lines_.equals(say(style_, "得", "marks"), within(text, marks, block_.floor, block_.cap), result);
    return result;
  }

  double combined() {
    const bool all_count = block_.take == Take::mean || block_.take == Take::min;
    std::vector<double> values, weights;
    const auto add = [&](const Earned& earned, double weight) {
      if (!earned.found() && (earned.lack != Lack::none || !all_count)) return;
      values.push_back(earned.found() ? earned.score : 0);
      weights.push_back(weight);
    };
    const std::vector<Earned> earned = settled(block_, block_.rules, pieces_);
    for (std::size_t i = 0; i < earned.size(); ++i) {
      if (earned[i].found()) one_term(block_.rules[i], earned[i].score);
      add(earned[i], block_.rules[i].weight);
    }
    if (!block_.all_of.empty()) add(all_of(), 1);
    if (verdict_.part == Part::otherwise) return otherwise();
    return values.empty() ? 0 : taken(values, weights);
  }

  Earned all_of() {
    std::vector<double> values;
    for (const RuleScore& term : block_.all_of) {
      const Earned one = earn(term, pieces_);
      if (one.found()) one_term(term, one.score);
      values.push_back(one.found() ? one.score : 0);
    }
    const Earned lowest = lowest_of(block_.all_of, pieces_).earned;
    if (lowest.found()) lines_.equals(say(style_, "须全部具备", "all are needed"), called("min", values), lowest.score);
    return lowest;
  }

  double otherwise() {
    std::vector<double> values;
    for (const RuleScore& term : block_.otherwise) {
      const Earned one = earn(term, pieces_);
      if (!one.found()) continue;
      one_term(term, one.score);
      values.push_back(one.score);
    }
    const double best = best_of(block_.otherwise, pieces_).earned.score;
    lines_.equals(say(style_, "退而求其次", "instead"), called("max", values), best);
    return best;
  }

  double taken(const std::vector<double>& values, const std::vector<double>& weights) {
    const auto tell = [&](const char* zh, const char* en, const std::string& text, double result) {
      lines_.equals(say(style_, zh, en), text, result);
      return result;
    };
    double sum = 0, weighted = 0, weight = 0;
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
      sum += values[i];
      weighted += weights[i] * values[i];
      weight += weights[i];
      text += (i == 0 ? "" : " + ") + on_paper(weights[i]) + " × " + on_paper(values[i]);
    }
    switch (block_.take) {
      case Take::best:
        return tell("取最高", "the best", called("max", values), *std::max_element(values.begin(), values.end()));
      case Take::min:
        return tell("取最低", "the lowest", called("min", values), *std::min_element(values.begin(), values.end()));
      case Take::sum:
        return tell("相加", "added up", within(listed(values, " + "), sum, -no_limit, block_.cap), std::min(sum, block_.cap));
      case Take::mean:
        return weight > 0 ? tell("加权平均", "weighted mean", "(" + text + ") ÷ " + on_paper(weight), weighted / weight) : 0;
    }
    return 0;
  }

  const NodeScore& node_;
  const NodeRules& rules_;
  rulescore::Role role_;
  Leaf leaf_;
  const ScoreBlock& block_;
  const Pieces& pieces_;
  Verdict verdict_;
  const TableStyle& style_;
  Lines lines_;
};

}  // namespace

Lines indicator_working(const Scorecard& card, std::uint32_t node, const TableStyle& style) {
  const auto leaves = card.framework().indicators();
  const auto leaf = static_cast<std::size_t>(std::lower_bound(leaves.begin(), leaves.end(), node) - leaves.begin());
  return IndicatorWorking(card, node, leaf, style).run();
}

std::vector<std::string> working(const Scorecard& card, std::uint32_t node, const TableStyle& style) {
  const NodeScore& score = card.nodes()[node];
  double base = card.full();
  std::string parts;
  for (const Step& step : steps_up(card, node)) {
    if (step.node->role != rulescore::Role::weighted) {
      base = step.full;
      break;
    }
    if (step.part > 0) parts += " × " + on_paper(step.weight) + " ÷ " + on_paper(step.weight / step.part);
  }
  Lines lines(style);
  if (score.full > 0) lines.equals(say(style, "满分", "full marks"), on_paper(base) + parts, score.full);
  lines.append(card.framework().nodes()[node].is_indicator() ? indicator_working(card, node, style)
                                                             : group_working(card, node, style));
  return lines.all();
}

}  // namespace rulescore::render
