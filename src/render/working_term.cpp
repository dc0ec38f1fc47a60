// The arithmetic of one term: how several figures become one amount, what it is compared with, and the curve. See working.hpp.
#include "render/working.hpp"
#include "score/earn.hpp"
#include "score/metric.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

class TermWorking {
 public:
  TermWorking(const RuleScore& term, const Earned& earned, const Pieces& pieces, const std::string& name, const TableStyle& style)
      : term_(term), earned_(earned), pieces_(pieces), name_(name), style_(style), lines_(style) {}

  Lines run() && {
    if (std::isnan(earned_.amount)) return std::move(lines_);  // found, or 0/0: there is nothing to reckon
    amount();
    compared();
    if (is_cut_off())
      lines_.holds(name_, on_paper(seen_) + (is_falling(term_.shape) ? " > " : " < ") + on_paper(*term_.limits.cutoff), 0);
    else
      std::visit(*this, term_.shape);
    return std::move(lines_);
  }

 private:
  double earns() const noexcept { return term_.limits.earns; }
  std::string label(const char* zh, const char* en) const {
    return name_ + say(style_, "（", " (") + say(style_, zh, en) + say(style_, "）", ")");
  }

  // ---- the amount

  std::vector<double> figures() const {
    std::vector<double> values;
    if (is_metric(term_.rule)) {
      for (const MetricFigure& figure : figures_of(pieces_.metrics[term_.rule - first_metric], pieces_))
        if (!std::isnan(figure.value)) values.push_back(figure.value);
      return values;
    }
    pieces_.each([&](std::uint32_t, const Evidence& piece) {
      const double value = signed_value(piece, term_.input.is_signed);
      const auto* given = std::get_if<Given>(&term_.shape);
      if (!std::isnan(value) && (given == nullptr || (value >= 0 && value <= given->most))) values.push_back(value);
    });
    return values;
  }

  void amount() {
    seen_ = deciding_amount();
    const Of of = input_of(term_);
    if (of == Of::sum || of == Of::mean) {
      std::vector<double> values = figures();
      const std::size_t drop = term_.input.drop;
      if (of == Of::mean && drop > 0 && values.size() >= term_.input.drop_from && values.size() > 2 * drop) {
        std::sort(values.begin(), values.end());
        values = {values.begin() + static_cast<std::ptrdiff_t>(drop), values.end() - static_cast<std::ptrdiff_t>(drop)};
      }
      const std::string sum = listed(values, " + ");
      if (values.size() > 1)
        lines_.equals(of == Of::sum ? label("合计", "in all") : label("平均", "mean"),
                      of == Of::sum ? sum : "(" + sum + ") ÷ " + std::to_string(values.size()), earned_.amount);
    } else if (of != Of::count && is_metric(term_.rule)) {
      metric();
    }
  }

  void metric() {
    const Metric& metric = pieces_.metrics[term_.rule - first_metric];
    for (const MetricFigure& figure : figures_of(metric, pieces_)) {
      if (figure.pieces.front() != earned_.piece || figure.value != earned_.amount || figure.pieces.size() != metric.of.size())
        continue;
      for (const Operand& operand : metric.of)
        if (is_metric(operand.source)) return;
      std::vector<double> v;
      for (std::size_t i = 0; i < metric.of.size(); ++i)
        v.push_back(signed_value(pieces_.items[figure.pieces[i]], metric.of[i].is_signed));
      return lines_.equals(label("算得", "computed"), operation(metric, v), earned_.amount);
    }
  }

  static std::string operation(const Metric& metric, const std::vector<double>& v) {
    const auto two = [&](const char* sign) { return on_paper(v[0]) + sign + on_paper(v[1]); };
    switch (metric.op) {
      case Op::share:
        return two(" ÷ ") + " × 100";
      case Op::ratio:
        return two(" ÷ ");
      case Op::sum:
        return listed(v, " + ");
      case Op::difference:
        return two(" − ");
      case Op::growth:
        return "(" + two(" − ") + ") ÷ " + on_paper(v[1]) + " × 100";
      case Op::least:
        return called("min", v);
      case Op::greatest:
        return called("max", v);
    }
    return {};
  }

  // Of a cautious term the end that decided.
  double deciding_amount() const {
    if (!term_.input.cautious || term_.against.with != Versus::nobody) return earned_.amount;
    const Amount amount = amount_of(term_, pieces_);
    for (const double value : {amount.value, amount.low, amount.high}) {
      if (std::isnan(value) || std::isinf(value)) continue;
      const double marks = std::visit([&](const auto& shape) { return worth(shape, value, earns()); }, term_.shape);
      if (std::clamp(marks, term_.limits.floor, term_.limits.cap) == earned_.score) return value;
    }
    return earned_.amount;
  }

  // ---- the comparison

  void compared() {
    const Comparison& against = term_.against;
    if (against.with == Versus::nobody) return;
    const std::string a = on_paper(earned_.amount);
    seen_ = earned_.compared;
    const Distribution* peers = pieces_.peers == nullptr ? nullptr : pieces_.peers->of(against.slot);
    const auto say_it = [&](const std::string& text) { lines_.equals(label("比较", "compared"), text, seen_); };
    if (against.with == Versus::given) return say_it("(" + a + " − " + on_paper(against.mean) + ") ÷ " + on_paper(against.sd));
    if (against.with == Versus::previous) return say_it(a + " − " + on_paper(*pieces_.peers->previous(against.slot)));
    if (peers == nullptr) return;
    if (against.with == Versus::highest && peers->sorted.back() != 0) say_it(a + " ÷ " + on_paper(peers->sorted.back()));
    if (against.with == Versus::lowest && earned_.amount != 0) say_it(on_paper(peers->sorted.front()) + " ÷ " + a);
    if (against.with == Versus::percentile) {
      const double count = static_cast<double>(peers->sorted.size()), place = std::round(seen_ * count / 100);
      lines_.equals(label("名次÷家数", "place of all"), on_paper(place) + " ÷ " + on_paper(count) + " × 100", seen_);
    }
    if (against.with == Versus::mean) say_it(a + " − " + on_paper(peers->mean));
    if (against.with == Versus::z && peers->sd > 0)
      say_it("(" + a + " − " + on_paper(peers->mean) + ") ÷ " + on_paper(peers->sd));
  }

  bool is_cut_off() const noexcept {
    if (!term_.limits.cutoff) return false;
    return is_falling(term_.shape) ? seen_ > *term_.limits.cutoff : seen_ < *term_.limits.cutoff;
  }

  // ---- the curve

  double threshold(double written) const noexcept { return std::isnan(earned_.threshold) ? written : earned_.threshold; }

  void curve(const std::string& text, double worth_it) {
    lines_.equals(name_, within(text, worth_it, term_.limits.floor, term_.limits.cap), earned_.score);
  }
  void condition(double other, const char* met, const char* missed) {
    lines_.holds(name_, on_paper(seen_) + ' ' + (earned_.score > 0 ? met : missed) + ' ' + on_paper(other), earned_.score);
  }
  std::string times() const { return earns() == 1 ? std::string() : " × " + on_paper(earns()); }

  void share(double target) {
    if (target <= 0) return condition(target, "≥", "<");
    curve(on_paper(seen_) + " ÷ " + on_paper(target) + times(), seen_ / target * earns());
  }

 public:
  void operator()(const Presence&) {}
  void operator()(const AtLeast& shape) {
    shape.strict ? condition(threshold(shape.target), ">", "≤") : condition(threshold(shape.target), "≥", "<");
  }
  void operator()(const AtMost& shape) {
    shape.strict ? condition(threshold(shape.limit), "<", "≥") : condition(threshold(shape.limit), "≤", ">");
  }
  void operator()(const Proportion& shape) { share(threshold(shape.target)); }
  void operator()(const Total& shape) { share(shape.target); }

  void operator()(const Linear& shape) {
    if (shape.from == shape.to) return condition(shape.to, "≥", "<");
    const std::string from = on_paper(shape.from);
    const std::string text = "(" + on_paper(seen_) + " − " + from + ") ÷ (" + on_paper(shape.to) + " − " + from + ")";
    const double part = (seen_ - shape.from) / (shape.to - shape.from);
    curve(within(text, part, 0, 1) + times(), std::clamp(part, 0.0, 1.0) * earns());
  }

  void operator()(const Piecewise& shape) {
    const auto& points = shape.points;
    std::size_t next = 0;
    while (next < points.size() && seen_ >= points[next].first) ++next;
    if (next == 0 || next == points.size()) {  // flat outside
      const auto& end = next == 0 ? points.front() : points.back();
      return lines_.holds(name_, on_paper(seen_) + (next == 0 ? " < " : " ≥ ") + on_paper(end.first), earned_.score);
    }
    const auto [x0, y0] = points[next - 1];
    const auto [x1, y1] = points[next];
    curve(on_paper(y0) + " + (" + on_paper(y1) + " − " + on_paper(y0) + ") × (" + on_paper(seen_) + " − " + on_paper(x0) +
              ") ÷ (" + on_paper(x1) + " − " + on_paper(x0) + ")",
          worth(shape, seen_));
  }

  void operator()(const Count& shape) {
    const std::string text = on_paper(seen_) + " × " + on_paper(shape.each);
    curve(within(text, seen_ * shape.each, -no_limit, shape.cap), worth(shape, seen_));
  }

  void operator()(const Sloped& shape) {
    Sloped ends = shape;
    if (!std::isnan(earned_.threshold)) {
      if (!std::isinf(ends.low)) ends.low = earned_.threshold;
      if (!std::isinf(ends.high)) ends.high = earned_.threshold;
    }
    if (seen_ < ends.low) return slope(ends.below, on_paper(ends.low) + " − " + on_paper(seen_), ends.low - seen_, ends.low, "<");
    if (seen_ > ends.high)
      return slope(ends.above, on_paper(seen_) + " − " + on_paper(ends.high), seen_ - ends.high, ends.high, ">");
    const bool from_below = !std::isinf(ends.low);
    lines_.holds(name_, on_paper(seen_) + (from_below ? " ≥ " : " ≤ ") + on_paper(from_below ? ends.low : ends.high),
                 earned_.score);
  }

  void operator()(const Banded& shape) {
    const char* const signs[] = {" > ", " ≥ ", " < ", " ≤ "};
    for (const BandOf& band : shape.bands) {
      const std::string sign = signs[(shape.rising ? 2 : 0) + (band.closed ? 1 : 0)];
      if (worth(Banded{{band}, shape.rising, -1}, seen_) != -1)
        return lines_.holds(name_, on_paper(seen_) + sign + on_paper(band.edge), earned_.score);
    }
    const BandOf& last = shape.bands.back();
    const std::string sign = shape.rising ? (last.closed ? " > " : " ≥ ") : last.closed ? " < " : " ≤ ";
    lines_.holds(name_, on_paper(seen_) + sign + on_paper(last.edge), earned_.score);
  }

  void operator()(const Tiered& shape) {
    std::string text;
    for (std::size_t i = 0; i < shape.tiers.size() && seen_ > shape.tiers[i].from; ++i) {
      const double to = i + 1 < shape.tiers.size() ? std::min(seen_, shape.tiers[i + 1].from) : seen_;
      text += (text.empty() ? "(" : " + (") + on_paper(to) + " − " + on_paper(shape.tiers[i].from) + ") × " +
              on_paper(shape.tiers[i].each);
    }
    curve(text.empty() ? "0" : text, worth(shape, seen_));
  }

  void operator()(const Given&) { curve(on_paper(seen_), seen_); }

 private:
  void slope(const std::optional<Slope>& slope, const std::string& distance, double apart, double end, const char* sign) {
    if (!slope) return lines_.holds(name_, on_paper(seen_) + ' ' + sign + ' ' + on_paper(end), earned_.score);
    std::string steps = "(" + distance + ") ÷ " + on_paper(slope->each);
    const double exact = apart / slope->each, counted = steps_in(apart, *slope);
    if (slope->steps != Steps::linear && std::abs(exact - counted) > 1e-9)
      steps = (slope->steps == Steps::started ? "ceil(" : "floor(") + steps + ")";
    curve(on_paper(earns()) + " + " + on_paper(slope->change) + " × " + steps, earns() + slope->change * counted);
  }

  const RuleScore& term_;
  const Earned& earned_;
  const Pieces& pieces_;
  std::string name_;
  const TableStyle& style_;
  Lines lines_;
  double seen_ = no_value;  // what the curve sees
};

}  // namespace

Lines term_working(const RuleScore& term, const Earned& earned, const Pieces& pieces, const std::string& name,
                   const TableStyle& style) {
  Pieces own = pieces;
  own.rule = term.rule;
  own.with_problems = term.is_deduction;
  if (std::holds_alternative<Given>(term.shape)) own.kinds &= assessors;
  return TermWorking(term, earned, own, name, style).run();
}

}  // namespace rulescore::render
