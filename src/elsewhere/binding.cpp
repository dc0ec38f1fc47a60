// See binding.hpp.
#include "elsewhere/binding.hpp"

#include "base/number.hpp"
#include "framework/reader.hpp"
#include "framework/suggest.hpp"
#include "quantity/unit.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

std::string in_ticks(std::string_view text) { return reader::quoted(text); }

bool uses(const IndicatorModel& indicator, Source source, std::size_t rule) {
  if (!is_metric(source)) return source == rule;
  const std::vector<Operand>& operands = indicator.metrics[source - first_metric].of;
  return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) { return uses(indicator, operand.source, rule); });
}

bool is_scored(const IndicatorModel& indicator, std::size_t rule) {
  bool scored = false;
  each_term(indicator.score, [&](const RuleScore& term) {
    scored = scored || uses(indicator, term.rule, rule) || (term.threshold != no_source && uses(indicator, term.threshold, rule));
  });
  return scored;
}

std::string units_text(const Rule& rule) {
  std::string text;
  for (const std::string_view unit : reader::units_of(rule)) text.append(text.empty() ? "" : " or ").append(unit);
  return text.empty() ? "any unit" : text;
}

// " (rate is computed from closed and received: say what those are)", of a metric.
std::string computed(const IndicatorModel& indicator, const Metric& metric) {
  std::string operands;
  for (std::size_t i = 0; i < metric.of.size(); ++i)
    operands += (i == 0 ? "" : i + 1 == metric.of.size() ? " and " : ", ") + name_of(indicator, metric.of[i].source);
  return in_ticks(metric.name) + " is computed from " + operands + ": say what those are";
}

std::string_view canonical_unit(const std::string& written) {
  if (written.empty() || written == score_unit) return written.empty() ? std::string_view() : score_unit;
  const std::string_view unit = find_unit(written);
  if (unit.empty()) throw DocumentError("there is no unit " + in_ticks(written));
  return unit;
}

// One fact for one indicator.
class OneBinding {
 public:
  OneBinding(const FrameworkModel& model, std::uint32_t indicator, const Fact& fact)
      : indicator_(model.indicators[indicator]),
        code_(model.nodes[indicator_.node].code),
        fact_(fact),
        unit_(canonical_unit(fact.unit)),
        bound_{indicator, std::nullopt, fact.value, unit_} {}

  Binding bind() {
    if (unit_ == score_unit) {
      if (!fact_.rule.empty()) refuse("a score is the whole indicator's; drop the rule " + in_ticks(fact_.rule));
      if (!has_value()) refuse("a score needs a `value` from 0 to 1");
      return direct(fact_.value);
    }
    if (!fact_.rule.empty()) return by_name();
    return has_value() ? by_unit() : without_figure();
  }

 private:
  [[noreturn]] void refuse(const std::string& reason) const { throw DocumentError(reason); }
  bool has_value() const noexcept { return !std::isnan(fact_.value); }
  bool is_extract() const noexcept { return fact_.kind == SourceKind::extract; }

  bool is_deed() const noexcept { return fact_.kind == SourceKind::intended && fact_.status == Status::achieved; }

  Binding direct(double score) {
    const double out_of = unit_ == score_unit ? 1 : indicator_.score.direct.out_of;
    if (!(score >= 0 && score <= 1))
      refuse("a score is from 0 to " + shortest(out_of) + "; found " + in_ticks(shortest(unit_ == "%" ? score : fact_.value)));
    bound_.rule = Evidence::direct;
    bound_.value = score;
    bound_.unit = {};
    return bound_;
  }

  Binding by_name() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < indicator_.rules.size(); ++i) {
      const Rule& rule = indicator_.rules[i];
      names.push_back(rule.name);
      if (rule.name != fact_.rule) continue;
      if (has_value() && rule.value && !takes_unit(rule))
        refuse("the rule " + in_ticks(rule.name) + " of " + code_ + " counts " + units_text(rule) + ", not " +
               (unit_.empty() ? "a figure without a unit" : std::string(unit_)));
      if (!has_value() && !is_extract() && !needs_no_figure(rule))
        refuse("it has no `value`, and the rule " + in_ticks(rule.name) + " of " + code_ + " counts " + units_text(rule));
      bound_.rule = static_cast<std::uint16_t>(i);
      return bound_;
    }
    for (const Metric& metric : indicator_.metrics)
      if (metric.name == fact_.rule) refuse(computed(indicator_, metric));
    const std::string hint = did_you_mean(fact_.rule, names);
    refuse(code_ + " has no rule " + in_ticks(fact_.rule) + "; " + (hint.empty() ? "it has " + join(names) : hint));
  }

  bool takes_unit(const Rule& rule) const {
    const auto units = reader::units_of(rule);
    return units.empty() || std::find(units.begin(), units.end(), unit_) != units.end();
  }

  Binding by_unit() {
    for (const std::uint16_t rule : rules_to_try(indicator_)) {
      if (!counts(indicator_.rules[rule], unit_)) continue;
      bound_.rule = rule;
      return bound_;
    }
    const bool judged = fact_.kind == SourceKind::expert || fact_.kind == SourceKind::survey;
    const Direct& given = indicator_.score.direct;
    const bool direct_here = given.out_of != 1 && (given.kinds >> static_cast<unsigned>(fact_.kind) & 1u) != 0;
    if ((judged || direct_here) && unit_ == "%") return direct(fact_.value / 100);
    if ((judged || direct_here) && (unit_.empty() || unit_ == "分")) return direct(fact_.value / given.out_of);
    refuse("no rule of " + code_ + " counts " + (unit_.empty() ? "a figure without a unit" : std::string(unit_)) +
           "; those that count: " + counting_rules(indicator_));
  }

  // Of what is intended without a figure: the deed that is worth most, the first of equals.
  const RuleScore* best_deed() const {
    const RuleScore* best = nullptr;
    const auto worth = [](const RuleScore& term) { return std::get<Presence>(term.shape).score; };
    each_term(indicator_.score, [&](const RuleScore& term) {
      if (is_metric(term.rule) || term.is_deduction || !std::holds_alternative<Presence>(term.shape)) return;
      if (needs_no_figure(indicator_.rules[term.rule]) && (best == nullptr || worth(term) > worth(*best))) best = &term;
    });
    return best;
  }

  Binding without_figure() {
    if (is_extract()) return bound_;
    if (const RuleScore* best = is_deed() ? best_deed() : nullptr; best != nullptr) {
      bound_.rule = best->rule;
      return bound_;
    }
    for (const std::uint16_t rule : rules_to_try(indicator_)) {
      if (!needs_no_figure(indicator_.rules[rule])) continue;
      bound_.rule = rule;
      return bound_;
    }
    refuse("it has no `value`, and every rule of " + code_ + " counts a figure: " + counting_rules(indicator_));
  }

  const IndicatorModel& indicator_;
  const std::string& code_;
  const Fact& fact_;
  std::string_view unit_;
  Binding bound_;
};

}  // namespace

std::string counting_rules(const IndicatorModel& indicator) {
  std::string text;
  for (const Rule& rule : indicator.rules)
    if (rule.value) text += (text.empty() ? "" : ", ") + rule.name + " (" + units_text(rule) + ")";
  return text.empty() ? "none" : text;
}

std::vector<std::uint16_t> rules_to_try(const IndicatorModel& indicator) {
  std::vector<std::uint16_t> rules;
  for (const bool scored : {true, false}) {
    for (std::size_t i = 0; i < indicator.rules.size(); ++i)
      if (is_scored(indicator, i) == scored) rules.push_back(static_cast<std::uint16_t>(i));
  }
  return rules;
}

bool counts(const Rule& rule, std::string_view unit) {
  if (!rule.value || rule.value->change || rule.value->is_signed) return false;
  const auto units = reader::units_of(rule);
  return units.empty() || std::find(units.begin(), units.end(), unit) != units.end();
}

bool needs_no_figure(const Rule& rule) noexcept { return !rule.value || rule.value->optional; }

Binder::Binder(const FrameworkModel& model) : model_(model) {
  for (std::uint32_t node = 1; node < model.nodes.size(); ++node) nodes_.emplace(model.nodes[node].code, node);
  for (const std::uint32_t node : model.indicator_nodes)
    if (model.nodes[node].number) nodes_.emplace(std::to_string(*model.nodes[node].number), node);
}

std::uint32_t Binder::indicator(const std::string& written) const {
  const auto found = nodes_.find(written);
  if (found == nodes_.end()) {
    std::vector<std::string> codes;
    for (const std::uint32_t node : model_.indicator_nodes) codes.push_back(model_.nodes[node].code);
    const bool number = written.find_first_not_of("0123456789") == written.npos;  // a neighbour of a number is no slip of the pen
    const std::string hint = number ? std::string() : did_you_mean(written, codes);
    throw DocumentError("there is no indicator " + in_ticks(written) + " in " + model_.id + (hint.empty() ? "" : "; " + hint));
  }
  const auto leaf = std::lower_bound(model_.indicator_nodes.begin(), model_.indicator_nodes.end(), found->second);
  if (leaf == model_.indicator_nodes.end() || *leaf != found->second)
    throw DocumentError(in_ticks(written) + " is a group; a fact is about one of its indicators");
  return static_cast<std::uint32_t>(leaf - model_.indicator_nodes.begin());
}

Binding Binder::bind(const Fact& fact) const {
  if (fact.kind == SourceKind::text) throw DocumentError("`text` is what the report itself says; a fact comes from elsewhere");
  if (fact.year && (*fact.year < 1 || *fact.year > 9999)) throw DocumentError("there is no year " + std::to_string(*fact.year));
  return OneBinding(model_, indicator(fact.indicator), fact).bind();
}

}  // namespace rulescore
