// See metric.hpp. Operands that are metrics themselves are computed first; a reader only lets them name what stands above them,
// so this ends.
#include "score/metric.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

using Figures = std::vector<MetricFigure>;

Figures figures_of(const Operand& operand, Pieces pieces) {
  if (is_metric(operand.source)) return figures_of(pieces.metrics[operand.source - first_metric], pieces);
  Figures figures;
  pieces.rule = operand.source;
  pieces.each([&](std::uint32_t index, const Evidence& piece) {
    if (!std::isnan(piece.value)) figures.push_back({signed_value(piece, operand.is_signed), {index}, {}, false});
  });
  return figures;
}

enum class Near { sentence, paragraph, anywhere };

// One way to bring the operands together.
class Pairing {
 public:
  Pairing(const Pieces& pieces, std::vector<Figures> operands) : pieces_(pieces), operands_(std::move(operands)) {}

  // Rows of one figure of each operand.
  std::vector<std::vector<const MetricFigure*>> rows() const {
    for (const Near near : {Near::sentence, Near::paragraph, Near::anywhere}) {
      const auto found = rows(near);
      if (!found.empty()) return found;
    }
    return {};
  }

 private:
  std::vector<std::vector<const MetricFigure*>> rows(Near near) const {
    std::vector<std::vector<const MetricFigure*>> rows;
    for (const MetricFigure& first : operands_.front()) {
      std::vector<const MetricFigure*> row = {&first};
      for (std::size_t i = 1; i < operands_.size() && row.size() == i; ++i)
        if (const MetricFigure* partner = nearest(first, operands_[i], near)) row.push_back(partner);
      if (row.size() == operands_.size()) rows.push_back(std::move(row));
      if (near == Near::anywhere) break;
    }
    return rows;
  }

  const Evidence& place(const MetricFigure& figure) const { return pieces_.items[figure.pieces.front()]; }

  const MetricFigure* nearest(const MetricFigure& to, const Figures& among, Near near) const {
    if (near == Near::anywhere) return among.empty() ? nullptr : &among.front();
    const MetricFigure* best = nullptr;
    for (const MetricFigure& figure : among) {
      if (!are_together(place(to), place(figure), near)) continue;
      if (best == nullptr || distance(to, figure) < distance(to, *best)) best = &figure;
    }
    return best;
  }

  std::uint32_t distance(const MetricFigure& a, const MetricFigure& b) const {
    const std::uint32_t x = place(a).begin, y = place(b).begin;
    return x < y ? y - x : x - y;
  }

  bool are_together(const Evidence& a, const Evidence& b, Near near) const {
    if (a.sentence_begin == b.sentence_begin && a.sentence_end == b.sentence_end) return true;
    if (near == Near::sentence || !a.in_text() || !b.in_text()) return false;
    const Evidence &first = a.begin < b.begin ? a : b, &second = a.begin < b.begin ? b : a;
    if (first.end > second.begin || second.begin > pieces_.text.size()) return false;
    return pieces_.text.substr(first.end, second.begin - first.end).find('\n') == std::string_view::npos;
  }

  const Pieces& pieces_;
  std::vector<Figures> operands_;
};

// a/b times `scale`, or why there is none.
void divide(double a, double b, double scale, ZeroOverZero when_zero, MetricFigure& figure) {
  if (b != 0)
    figure.value = scale * a / b;
  else if (a == 0)
    figure.zero = when_zero;
  else
    figure.over_zero = true;
}

void compute(const Metric& metric, const std::vector<const MetricFigure*>& row, MetricFigure& figure) {
  const double a = row[0]->value, b = row.size() > 1 ? row[1]->value : 0;
  switch (metric.op) {
    case Op::share:
      return divide(a, b, 100, metric.when_zero, figure);
    case Op::ratio:
      return divide(a, b, 1, metric.when_zero, figure);
    case Op::growth:
      return divide(a - b, b, 100, metric.when_zero, figure);
    case Op::difference:
      figure.value = a - b;
      return;
    case Op::sum:
      figure.value = 0;
      for (const MetricFigure* part : row) figure.value += part->value;
      return;
    case Op::least:
    case Op::greatest:
      figure.value = a;
      for (const MetricFigure* part : row)
        figure.value = metric.op == Op::least ? std::min(figure.value, part->value) : std::max(figure.value, part->value);
      return;
  }
}

}  // namespace

std::vector<MetricFigure> figures_of(const Metric& metric, const Pieces& pieces) {
  std::vector<Figures> operands;
  for (const Operand& operand : metric.of) operands.push_back(figures_of(operand, pieces));
  Figures figures;
  if (operands.empty()) return figures;
  const Pairing pairing(pieces, std::move(operands));  // rows point into it
  for (const auto& row : pairing.rows()) {
    MetricFigure& figure = figures.emplace_back();
    const MetricFigure* without = nullptr;  // an operand that couldn't be computed
    for (const MetricFigure* part : row) {
      figure.pieces.insert(figure.pieces.end(), part->pieces.begin(), part->pieces.end());
      if (without == nullptr && std::isnan(part->value)) without = part;
    }
    if (without != nullptr) {
      figure.zero = without->zero;
      figure.over_zero = without->over_zero;
    } else {
      compute(metric, row, figure);
    }
  }
  return figures;
}

}  // namespace rulescore
