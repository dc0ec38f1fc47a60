// See score/shapes.hpp for the pipeline, earn.hpp for its first stage. Outside faces: earn(), earn_directly(), amount_of().
// Tested by tests/unit/score/shapes.cpp and tests/shapes.
#include "score/earn.hpp"

#include "score/metric.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rulescore {
namespace {

constexpr double about = 0.1;  // how far 约 may be off, as a share of the figure; ours

// ---- From one amount to marks

class Curve {
 public:
  Curve(const RuleScore& term, const Pieces& pieces) noexcept : term_(term), pieces_(pieces) {}

  std::optional<double> compared(double amount) const noexcept {
    if (term_.against.with == Versus::nobody) return amount;
    static const PeerView nobody;
    return (pieces_.peers != nullptr ? *pieces_.peers : nobody).compare(term_.against, amount);
  }

  // Marks; NaN without peers.
  double marks(double amount) const noexcept {
    const std::optional<double> seen = compared(amount);
    if (!seen) return no_value;
    const TermLimits& limits = term_.limits;
    if (limits.cutoff && (is_falling(term_.shape) ? *seen > *limits.cutoff : *seen < *limits.cutoff)) return 0;
    const double worth_it = std::visit([&](const auto& shape) { return worth(shape, *seen, limits.earns); }, term_.shape);
    return std::clamp(worth_it, limits.floor, limits.cap);
  }

  // The same for all that the text allows the amount to be.
  double marks(const Amount& amount) const noexcept {
    const double stated = marks(amount.value);
    if (!term_.input.cautious || std::isnan(stated)) return stated;
    const double low = marks(amount.low), high = marks(amount.high);
    return term_.is_deduction ? std::max({stated, low, high}) : std::min({stated, low, high});
  }

 private:
  const RuleScore& term_;
  const Pieces& pieces_;
};

// ---- From several figures to one amount

bool is_usable(const RuleScore& term, double value) noexcept {
  if (std::isnan(value)) return false;
  const auto* given = std::get_if<Given>(&term.shape);
  return given == nullptr || (value >= 0 && value <= given->most);
}

template <typename Visit>  // visit(amount, piece)
void each_figure(const RuleScore& term, const Pieces& pieces, Visit visit) {
  if (!is_metric(term.rule)) {
    pieces.each([&](std::uint32_t index, const Evidence& piece) {
      const Amount figure = figure_of(piece, index, term.input.is_signed);
      if (is_usable(term, figure.value)) visit(figure, piece);
    });
    return;
  }
  for (const MetricFigure& figure : figures_of(pieces.metrics[term.rule - first_metric], pieces)) {
    if (std::isnan(figure.value)) continue;
    const std::uint32_t piece = figure.pieces.front();
    visit(Amount{figure.value, figure.value, figure.value, piece}, pieces.items[piece]);
  }
}

Amount count_of(const RuleScore& term, const Pieces& pieces) {
  Amount count;
  const auto one_more = [&](std::uint32_t index) {
    if (!count.found()) count = {0, 0, 0, index};
    count.value = count.low = count.high = count.value + 1;
  };
  if (is_metric(term.rule))
    each_figure(term, pieces, [&](const Amount& figure, const Evidence&) { one_more(figure.piece); });
  else
    pieces.each([&](std::uint32_t index, const Evidence&) { one_more(index); });
  return count;
}

Amount sum_of(const RuleScore& term, const Pieces& pieces, bool mean) {
  Amount sum;
  double count = 0;
  each_figure(term, pieces, [&](const Amount& figure, const Evidence&) {
    if (!sum.found()) sum = {0, 0, 0, figure.piece};
    sum.value += figure.value;
    sum.low += figure.low;
    sum.high += figure.high;
    count += 1;
  });
  if (!mean || !sum.found()) return sum;
  return {sum.value / count, sum.low / count, sum.high / count, sum.piece};
}

double trimmed(std::vector<double> values, std::size_t drop) {
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (std::size_t i = drop; i + drop < values.size(); ++i) sum += values[i];
  return sum / static_cast<double>(values.size() - 2 * drop);
}

bool is_trimmed(std::size_t count, std::size_t drop, std::size_t drop_from) noexcept {
  return drop > 0 && count >= drop_from && count > 2 * drop;
}

Amount trimmed_mean_of(const RuleScore& term, const Pieces& pieces) {
  std::vector<double> values, lows, highs;
  std::uint32_t first = Evidence::none;
  each_figure(term, pieces, [&](const Amount& figure, const Evidence&) {
    first = std::min(first, figure.piece);
    values.push_back(figure.value);
    lows.push_back(figure.low);
    highs.push_back(figure.high);
  });
  if (!is_trimmed(values.size(), term.input.drop, term.input.drop_from)) return sum_of(term, pieces, true);
  const std::size_t drop = term.input.drop;
  return {trimmed(std::move(values), drop), trimmed(std::move(lows), drop), trimmed(std::move(highs), drop), first};
}

// The one figure that counts; the first of equals.
Amount one_of(const RuleScore& term, const Pieces& pieces, Of of) {
  const Curve curve(term, pieces);
  Amount chosen;
  double chosen_by = no_value;
  each_figure(term, pieces, [&](const Amount& figure, const Evidence& piece) {
    const bool by_worth = of == Of::best || of == Of::worst;
    const double by = by_worth ? curve.marks(figure) : of == Of::latest ? piece.year : figure.value;
    const bool ahead = of == Of::worst || of == Of::lowest ? by < chosen_by : of == Of::latest ? by >= chosen_by : by > chosen_by;
    if (chosen.found() && !ahead) return;
    chosen = figure;
    chosen_by = by;
  });
  return chosen;
}

// Best and worst are told by the curve; but a compared term's amount is needed before there are peers to put on the curve.
Of input_before_peers(const RuleScore& term) noexcept {
  const Of of = input_of(term);
  if (!term.against.needs_peers() || (of != Of::best && of != Of::worst)) return of;
  return (of == Of::best) == is_less_better(term) ? Of::lowest : Of::highest;
}

// ---- What there is instead of figures

// A metric without a single figure, but with 0/0. What was divided by 0 is as good as missing.
std::optional<ZeroOverZero> zero_of(const RuleScore& term, const Pieces& pieces) {
  if (!is_metric(term.rule)) return std::nullopt;
  std::optional<ZeroOverZero> zero;
  for (const MetricFigure& figure : figures_of(pieces.metrics[term.rule - first_metric], pieces)) {
    if (!std::isnan(figure.value)) return std::nullopt;
    if (!zero) zero = figure.over_zero ? ZeroOverZero::missing : figure.zero;
  }
  return zero;
}

Earned of_zero(const RuleScore& term, ZeroOverZero zero, const Pieces& pieces) {
  Earned earned;
  if (zero == ZeroOverZero::missing || zero == ZeroOverZero::not_applicable) {
    earned.lack = zero == ZeroOverZero::missing ? Lack::no_rate : Lack::not_applicable;
    return earned;
  }
  const bool all = (zero == ZeroOverZero::full) != term.is_deduction;  // full marks: nothing is taken off
  earned.score = all ? std::min(term.limits.earns, term.limits.cap) : 0;
  earned.piece = figures_of(pieces.metrics[term.rule - first_metric], pieces).front().pieces.front();
  return earned;
}

// Nothing entered; perhaps there is something to say about it.
Earned nothing(const RuleScore& term, Pieces pieces) {
  if (const auto zero = zero_of(term, pieces)) return of_zero(term, *zero, pieces);
  Earned earned;
  if (!std::holds_alternative<Given>(term.shape)) return earned;
  pieces.each([&](std::uint32_t, const Evidence& piece) {
    if (!std::isnan(piece.value)) earned.lack = Lack::outside;
  });
  if (earned.lack != Lack::none) return earned;
  pieces.kinds = all_kinds;
  pieces.each([&](std::uint32_t, const Evidence&) { earned.lack = Lack::no_assessor; });
  return earned;
}

// ---- The pipeline

Earned run(const RuleScore& term, const Pieces& pieces) {
  if (const auto* presence = std::get_if<Presence>(&term.shape); presence != nullptr && !is_metric(term.rule)) {
    Earned earned;
    pieces.each([&](std::uint32_t index, const Evidence&) {
      if (!earned.found()) earned = {.score = std::clamp(presence->score, term.limits.floor, term.limits.cap), .piece = index};
    });
    return earned;
  }
  const Amount amount = amount_of(term, pieces);
  if (!amount.found()) return nothing(term, pieces);
  const Curve curve(term, pieces);
  Earned earned{.score = curve.marks(amount), .amount = amount.value, .piece = amount.piece};
  if (term.against.with != Versus::nobody) earned.compared = curve.compared(amount.value).value_or(no_value);
  if (!std::isnan(earned.score)) return earned;
  return {.amount = amount.value, .lack = Lack::no_peers};
}

struct AtThreshold {
  double value;
  void operator()(AtLeast& shape) const { shape.target = value; }
  void operator()(AtMost& shape) const { shape.limit = value; }
  void operator()(Proportion& shape) const { shape.target = value; }
  void operator()(Sloped& shape) const {
    if (!std::isinf(shape.low)) shape.low = value;
    if (!std::isinf(shape.high)) shape.high = value;
  }
  template <typename Other>
  void operator()(Other&) const {}
};

// The curve's target or limit is a figure of its own.
Earned earn_at_threshold(const RuleScore& term, const Pieces& pieces) {
  Pieces achieved = pieces;
  achieved.with_problems = false;
  RuleScore resolved = term;
  resolved.threshold = no_source;
  for (const MetricFigure& figure : figures_of(pieces.metrics[term.threshold - first_metric], achieved)) {
    if (std::isnan(figure.value)) continue;
    std::visit(AtThreshold{figure.value}, resolved.shape);
    Earned earned = run(resolved, pieces);
    earned.threshold = figure.value;
    return earned;
  }
  Earned earned = run(resolved, pieces);
  return earned.found() ? Earned{.amount = earned.amount, .lack = Lack::no_threshold} : earned;
}

}  // namespace

Amount figure_of(const Evidence& piece, std::uint32_t index, bool is_signed) noexcept {
  const double value = piece.value;
  Amount figure{value, value, std::isnan(piece.value_high) ? value : piece.value_high, index};
  switch (piece.bound) {
    case Bound::exact:
      break;
    case Bound::at_least:
      figure.high = no_limit;
      break;
    case Bound::at_most:
      figure.low = 0;
      break;
    case Bound::about:
      figure.low -= about * std::abs(figure.low);
      figure.high += about * std::abs(figure.high);
      break;
  }
  if (signed_value(piece, is_signed) == value) return figure;
  return {-figure.value, -figure.high, -figure.low, index};
}

Amount amount_of(const RuleScore& term, const Pieces& pieces) {
  switch (const Of of = input_before_peers(term)) {
    case Of::count:
      return count_of(term, pieces);
    case Of::sum:
      return sum_of(term, pieces, false);
    case Of::mean:
      return term.input.drop > 0 ? trimmed_mean_of(term, pieces) : sum_of(term, pieces, true);
    default:
      return one_of(term, pieces, of);
  }
}

Earned earn(const RuleScore& term, Pieces pieces) {
  pieces.rule = term.rule;
  pieces.with_problems = term.is_deduction;
  if (std::holds_alternative<Given>(term.shape)) pieces.kinds &= assessors;
  return term.threshold == no_source ? run(term, pieces) : earn_at_threshold(term, pieces);
}

Earned earn(const Shape& shape, const Pieces& pieces) { return earn(RuleScore{pieces.rule, shape}, pieces); }

Earned earn_directly(const Direct& direct, Pieces pieces) {
  pieces.rule = Evidence::direct;
  pieces.kinds &= direct.kinds | intended;
  Earned earned;
  double sum = 0, count = 0;
  std::vector<double> values;  // where some are dropped
  pieces.each([&](std::uint32_t index, const Evidence& piece) {
    if (std::isnan(piece.value)) return;
    sum += piece.value;
    count += 1;
    if (direct.drop > 0) values.push_back(piece.value);
    earned = {.score = std::clamp(sum / count, 0.0, 1.0), .amount = count, .piece = std::min(index, earned.piece)};
  });
  if (is_trimmed(values.size(), direct.drop, direct.drop_from)) earned.score = trimmed(std::move(values), direct.drop);
  return earned;
}

Pieces pieces_of(const IndicatorModel& indicator, const EvidenceSet& evidence, std::span<const Standing> standings,
                 std::uint32_t begin, std::uint32_t end, const PeerView* peers) noexcept {
  return {evidence.items(), standings, begin, end, 0, indicator.metrics, evidence.document().text(), peers};
}

}  // namespace rulescore
