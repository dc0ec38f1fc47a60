// What a gap is measured against, as a word and as figures. Tested by tests/unit/analysis/gap.cpp.
#include "analysis/target.hpp"

#include "base/number.hpp"
#include "score/applicability.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

namespace rulescore {
namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string accepted(const Framework& framework) {
  std::string text = "accepted are full, best, median, best:level, median:province and the like, last-year, a total such as " +
                     shortest(framework.full() * 0.8);
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

double one_target(const Panel& panel, std::span<const std::uint32_t> rows, std::size_t column, Target::Kind kind) {
  const FrameworkModel& model = panel.framework().model();
  const std::uint32_t node = model.indicator_nodes[column];
  const bool good = model.node_rules[node].sign > 0;
  std::vector<double> values;
  for (const std::uint32_t row : rows) {
    if (panel.cards()[row].nodes()[node].state == State::not_applicable) continue;
    const double score = panel.scores()[row * panel.columns() + column];
    values.push_back(std::isnan(score) ? 0 : score);
  }
  if (values.empty()) return good ? 1 : 0;
  if (kind == Target::Kind::median) return median(values);
  return good ? *std::max_element(values.begin(), values.end()) : *std::min_element(values.begin(), values.end());
}

std::string_view group_of(const Metadata& about, Target::Among among) {
  return among == Target::Among::level      ? std::string_view(about.level)
         : among == Target::Among::province ? std::string_view(about.province)
                                            : std::string_view();
}

// "best:level" and its like.
std::optional<Target> of_panel(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view word = text.substr(0, colon), among = colon == text.npos ? "all" : text.substr(colon + 1);
  Target target;
  if (word == "best")
    target.kind = Target::Kind::best;
  else if (word == "median")
    target.kind = Target::Kind::median;
  else
    return std::nullopt;
  if (among == "level")
    target.among = Target::Among::level;
  else if (among == "province")
    target.among = Target::Among::province;
  else if (among != "all")
    return std::nullopt;
  return target;
}

}  // namespace

Target Target::parse(std::string_view text, const Framework& framework) {
  if (text == "full") return {Kind::full, 0};
  if (text == "last-year") return {Kind::previous, 0};
  if (const auto target = of_panel(text)) return *target;
  if (const Band* band = text.empty() ? nullptr : find_band(text, framework))
    return {Kind::number, band->from, Among::all, static_cast<std::uint16_t>(band - framework.bands().data())};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(number) && number >= 0)
    return {Kind::number, number};
  throw UsageError("target \"" + std::string(text) + "\" is not understood; " + accepted(framework));
}

Targets::Targets(const Panel& panel, const Target& target) : set_of_row_(panel.rows(), 0) {
  const FrameworkModel& model = panel.framework().model();
  if (target.kind == Target::Kind::previous) {
    of_last_year(panel);
  } else if (target.kind == Target::Kind::best || target.kind == Target::Kind::median) {
    of_groups(panel, target);
  } else {
    std::vector<double>& full = sets_.emplace_back();
    for (const std::uint32_t node : model.indicator_nodes) full.push_back(model.node_rules[node].sign > 0 ? 1 : 0);
  }
}

void Targets::of_groups(const Panel& panel, const Target& target) {
  std::map<std::string_view, std::vector<std::uint32_t>> groups;
  for (std::uint32_t row = 0; row < panel.rows(); ++row)
    groups[group_of(panel.cards()[row].document().metadata(), target.among)].push_back(row);
  for (const auto& [name, rows] : groups) {
    for (const std::uint32_t row : rows) set_of_row_[row] = static_cast<std::uint32_t>(sets_.size());
    std::vector<double>& set = sets_.emplace_back();
    for (std::size_t column = 0; column < panel.columns(); ++column) set.push_back(one_target(panel, rows, column, target.kind));
  }
}

// What didn't apply then asks for nothing now.
void Targets::of_last_year(const Panel& panel) {
  using Own = std::tuple<std::string_view, std::string_view, std::string_view, int>;
  std::map<Own, std::uint32_t> rows;
  const auto own = [&](std::uint32_t row, int before) -> std::optional<Own> {
    const Metadata& about = panel.cards()[row].document().metadata();
    if (about.jurisdiction.empty() || !about.year) return std::nullopt;
    return Own{about.jurisdiction, about.level, about.province, *about.year - before};
  };
  for (std::uint32_t row = 0; row < panel.rows(); ++row)
    if (const auto key = own(row, 0)) rows.emplace(*key, row);  // of several reports on one year the first
  sets_.emplace_back();                                         // nobody's
  for (std::uint32_t row = 0; row < panel.rows(); ++row) {
    const auto key = own(row, 1);
    const auto before = key ? rows.find(*key) : rows.end();
    if (before == rows.end()) continue;
    set_of_row_[row] = static_cast<std::uint32_t>(sets_.size());
    std::vector<double>& set = sets_.emplace_back();
    for (const std::uint32_t node : panel.framework().model().indicator_nodes) {
      const NodeScore& then = panel.cards()[before->second].nodes()[node];
      const double score = then.state == State::not_applicable ? panel.cards()[row].nodes()[node].score : then.score;
      set.push_back(std::isnan(score) ? 0 : score);
    }
  }
}

TreeView view_of(const Scorecard& card) {
  const bool vetoed = zeroed_by_evidence(card.framework().model(), card.nodes(), card.evidence().items(), card.standings());
  return {applicability(card), {}, vetoed, true};
}

double target_total(const Scorecard& card, const Target& target, std::span<const double> targets) {
  if (target.kind == Target::Kind::number) return target.number;
  if (targets.empty()) return no_value;
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
