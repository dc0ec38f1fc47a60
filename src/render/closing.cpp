// What evidence would close an indicator's gap, in the framework's own words. Outside face: render.hpp. Tested by
// tests/unit/render/closing_test.cpp.
#include "analysis/demand.hpp"
#include "base/text.hpp"
#include "render/escape.hpp"
#include "render/wording.hpp"

#include <rulescore/render.hpp>

#include <algorithm>

namespace rulescore {
namespace render {
namespace {

// The first words a rule looks for: what a sentence would have to say.
std::string words_of(const Rule& rule, const TableStyle& style) {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(rule.any.size(), most); ++i) {
    text += i == 0 ? "" : say(style, "/", " / ");
    for (std::size_t part = 0; part < rule.any[i].parts.size(); ++part)
      text += (part == 0 ? "" : "…") + to_utf8(rule.any[i].parts[part]);
  }
  return one_line(text) + (rule.any.size() > most ? "…" : "");
}

std::string demand_in_words(const Demand& demand, const IndicatorModel& indicator, const TableStyle& style) {
  const Source source = demand.term->rule;
  if (is_metric(source)) {
    const Metric& metric = indicator.metrics[source - first_metric];
    return metric_in_words(metric, indicator, style) + say(style, "：", ": ") + shape_in_words(*demand.term, metric, style);
  }
  const Rule& rule = indicator.rules[source];
  return words_of(rule, style) + say(style, "：", ": ") + shape_in_words(*demand.term, rule, style);
}

std::string way_in_words(const Way& way, const IndicatorModel& indicator, const TableStyle& style) {
  std::string text;
  for (const Demand& demand : way)
    text += (text.empty() ? "" : say(style, "，并且 ", ", and ")) + demand_in_words(demand, indicator, style);
  return text;
}

}  // namespace
}  // namespace render

std::string what_closes(const Scorecard& card, std::uint32_t indicator_node, std::string_view language) {
  using namespace render;
  const TableStyle style{std::string(language), 0, false};
  const FrameworkModel& model = card.framework().model();
  const auto place = std::find(model.indicator_nodes.begin(), model.indicator_nodes.end(), indicator_node);
  if (place == model.indicator_nodes.end()) return {};
  const auto indicator = static_cast<std::size_t>(place - model.indicator_nodes.begin());
  std::string text = model.nodes[indicator_node].asks.in(language);
  if (model.node_rules[indicator_node].sign < 0) return text;  // nothing to show closes a deduction
  std::string full_marks;
  for (const Way& way : ways_to(1, Leaf(card, indicator)))
    full_marks +=
        (full_marks.empty() ? "" : say(style, "；或 ", "; or ")) + way_in_words(way, model.indicators[indicator], style);
  if (full_marks.empty()) return text;
  return text + (text.empty() ? "" : " ") + say(style, "满分看：", "Full marks: ") + full_marks;
}

}  // namespace rulescore
