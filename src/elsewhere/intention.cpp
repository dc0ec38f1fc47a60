// See intention.hpp. A text is refused wherever it could mean two things: a bare number may be a figure or a score.
// Outside face: intend() in what_if.hpp.
#include "elsewhere/intention.hpp"

#include "elsewhere/binding.hpp"
#include "elsewhere/fact_fields.hpp"
#include "framework/reader.hpp"

#include <rulescore/error.hpp>
#include <rulescore/what_if.hpp>

#include <array>
#include <charconv>
#include <utility>

namespace rulescore {
namespace {

constexpr const char* accepted = "write WHERE=WHAT, such as E1.3=100%, E1.3#rate=98%, B2.1=done, C3=score:0.8 or C3=full";

constexpr std::array deeds = {std::pair<std::string_view, Status>("done", Status::achieved),
                              std::pair<std::string_view, Status>("achieved", Status::achieved),
                              std::pair<std::string_view, Status>("已做到", Status::achieved),
                              std::pair<std::string_view, Status>("planned", Status::planned),
                              std::pair<std::string_view, Status>("计划", Status::planned),
                              std::pair<std::string_view, Status>("problem", Status::problem),
                              std::pair<std::string_view, Status>("问题", Status::problem)};

constexpr std::array score_marks = {std::string_view("score:"), std::string_view("得分:"), std::string_view("得分：")};

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// E1.3#1 is the first rule, as evidence names it.
std::string rule_name(const std::string& written, const IndicatorModel& indicator) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  const bool counts = error == std::errc{} && end == written.data() + written.size();
  return counts && number >= 1 && number <= indicator.rules.size() ? indicator.rules[number - 1].name : written;
}

// Full marks of a deduction: nothing is taken off.
double best_score(const FrameworkModel& model, const IndicatorModel& indicator) {
  return model.node_rules[indicator.node].sign > 0 ? 1 : 0;
}

}  // namespace

const IndicatorModel& intended_indicator(const FrameworkModel& model, const std::string& written) {
  Fact probe;
  probe.kind = SourceKind::intended;
  probe.indicator = written;
  probe.value = 0;
  probe.unit = score_unit;
  return model.indicators[Binder(model).bind(probe).indicator];
}

double read_intended_score(std::string_view text) {
  const std::string_view said = trimmed(text);
  if (!said.ends_with('%')) return read_fact_figure(std::string(said), std::string(score_unit)).value;
  const reader::Decimal share = reader::parse_decimal(said.substr(0, said.size() - 1));
  if (!share.problem.empty() || share.value > 100)
    throw DocumentError("a score is from 0 to 1, or from 0% to 100%; found " + reader::quoted(said));
  return share.value / 100;
}

void read_intended(std::string_view what, const FrameworkModel& model, Fact& fact) {
  const IndicatorModel& indicator = intended_indicator(model, fact.indicator);
  const std::string_view said = trimmed(what);
  if (said.empty()) throw DocumentError(std::string("it doesn't say what; ") + accepted);
  for (const auto& [word, status] : deeds)
    if (said == word) return static_cast<void>(fact.status = status);
  if (said == "full" || said == "满分") {
    fact.unit = score_unit;
    return static_cast<void>(fact.value = best_score(model, indicator));
  }
  for (const std::string_view mark : score_marks) {
    if (!said.starts_with(mark)) continue;
    fact.unit = score_unit;
    return static_cast<void>(fact.value = read_intended_score(said.substr(mark.size())));
  }
  FactFigure figure = read_fact_figure(std::string(said), {});
  if (figure.unit.empty() && fact.rule.empty())
    throw DocumentError(reader::quoted(said) + " may be a score or a figure: write `score:" + std::string(said) +
                        "` for the score of " + fact.indicator + ", or the figure with its unit; its rules count " +
                        counting_rules(indicator));
  fact.value = figure.value;
  fact.unit = std::move(figure.unit);
}

Fact read_intention(std::string_view text, const FrameworkModel& model) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos || trimmed(text.substr(0, equals)).empty()) throw DocumentError(accepted);
  const std::string_view place = trimmed(text.substr(0, equals));
  const std::size_t hash = place.find('#');
  Fact fact;
  fact.kind = SourceKind::intended;
  fact.source = fact.where = trimmed(text);
  fact.indicator = trimmed(place.substr(0, hash));
  const IndicatorModel& indicator = intended_indicator(model, fact.indicator);
  if (hash != place.npos) fact.rule = rule_name(std::string(trimmed(place.substr(hash + 1))), indicator);
  read_intended(text.substr(equals + 1), model, fact);
  static_cast<void>(Binder(model).bind(fact));
  return fact;
}

Fact intend(std::string_view text, const Framework& framework) {
  try {
    return read_intention(text, framework.model());
  } catch (const DocumentError& error) {
    throw UsageError(reader::quoted(text) + ": " + error.what());
  }
}

}  // namespace rulescore
