// What a gap is measured against, as a word and as figures. Tested by tests/unit/analysis/gap.cpp.
#include "analysis/target.hpp"

#include "base/number.hpp"
#include "score/applicability.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rulescore {
namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string accepted(const Framework& framework) {
  std::string text = "accepted are full, best, median, a total such as " + shortest(framework.full() * 0.8);
  for (const Band& band : framework.bands()) {
    text += text.find(", or a band: ") == std::string::npos ? ", or a band: " : ", ";
    text += band.name.zh + (band.name.zh.empty() || band.name.en.empty() ? "" : "/") + band.name.en;
  }
  return text;
}

const Band* find_band(std::string_view name, const Framework& framework) {
  for (const Band& band : framework.bands()) {
    if (name == band.name.zh || equal_ignoring_case(name, band.name.en)) return &band;
  }
  return nullptr;
}

// The middle value, or the mean of the two middle ones.
double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double one_target(const Panel& panel, std::size_t column, Target::Kind kind) {
  const FrameworkModel& model = panel.framework().model();
  const std::uint32_t node = model.indicator_nodes[column];
  const bool good = model.node_rules[node].sign > 0;
  std::vector<double> values;
  for (std::size_t row = 0; row < panel.rows(); ++row) {
    if (panel.cards()[row].nodes()[node].state == State::not_applicable) continue;
    const double score = panel.scores()[row * panel.columns() + column];
    values.push_back(std::isnan(score) ? 0 : score);
  }
  if (values.empty()) return good ? 1 : 0;
  if (kind == Target::Kind::median) return median(values);
  return good ? *std::max_element(values.begin(), values.end()) : *std::min_element(values.begin(), values.end());
}

}  // namespace

Target Target::parse(std::string_view text, const Framework& framework) {
  if (text == "full") return {Kind::full, 0};
  if (text == "best") return {Kind::best, 0};
  if (text == "median") return {Kind::median, 0};
  if (const Band* band = text.empty() ? nullptr : find_band(text, framework)) return {Kind::number, band->from};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(number) && number >= 0)
    return {Kind::number, number};
  throw UsageError("target \"" + std::string(text) + "\" is not understood; " + accepted(framework));
}

std::vector<double> indicator_targets(const Panel& panel, const Target& target) {
  const FrameworkModel& model = panel.framework().model();
  const bool of_panel = target.kind == Target::Kind::best || target.kind == Target::Kind::median;
  std::vector<double> targets(panel.columns());
  for (std::size_t column = 0; column < targets.size(); ++column) {
    const bool good = model.node_rules[model.indicator_nodes[column]].sign > 0;
    targets[column] = of_panel ? one_target(panel, column, target.kind) : good ? 1 : 0;
  }
  return targets;
}

TreeView view_of(const Scorecard& card) {
  const bool vetoed = zeroed_by_evidence(card.framework().model(), card.nodes(), card.evidence().items(), card.standings());
  return {applicability(card), {}, vetoed, true};
}

double target_total(const Scorecard& card, const Target& target, std::span<const double> targets) {
  if (target.kind == Target::Kind::number) return target.number;
  const FrameworkModel& model = card.framework().model();
  std::vector<double> scores(model.nodes.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const NodeScore& now = card.nodes()[model.indicator_nodes[i]];
    scores[model.indicator_nodes[i]] = now.state == State::not_applicable ? now.score : targets[i];
  }
  const double total = Tree(model, view_of(card)).tally(std::move(scores)).scores.front();
  return std::isnan(total) ? 0 : total * model.full;
}

}  // namespace rulescore
