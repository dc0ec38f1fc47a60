// `metrics`: figures computed from found ones, a closed set of operations that read aloud: {share: closed, of: received}. Also
// the names that a score block may use: rules and metrics. Tested by tests/shapes and tests/malformed.
#include "framework/reader_term.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::size_t max_metrics = 100;  // of one indicator
constexpr std::string_view metric_hint =
    "write {share: a, of: b}, {ratio: a, to: b}, {sum: [a, b]}, {difference: a, minus: b}, {growth: a, from: b}, "
    "{least: [a, b]} or {greatest: [a, b]}";

struct Operation {
  std::string_view name;
  Op op;
  std::string_view other;  // the key of its second operand; empty: it has a list
};
constexpr std::array operations = {Operation{"share", Op::share, "of"},
                                   Operation{"ratio", Op::ratio, "to"},
                                   Operation{"difference", Op::difference, "minus"},
                                   Operation{"growth", Op::growth, "from"},
                                   Operation{"sum", Op::sum, {}},
                                   Operation{"least", Op::least, {}},
                                   Operation{"greatest", Op::greatest, {}}};

class MetricReader {
 public:
  MetricReader(const Context& context, const yaml::Member& member, const Named& named, ZeroOverZero inherited)
      : context_(context), member_(member), named_(named) {
    metric_.name = member.key;
    metric_.when_zero = inherited;
  }

  std::optional<Metric> read() {
    const Fields fields(
        context_, member_.value, "the metric `" + member_.key + "`",
        {"share", "of", "ratio", "to", "sum", "difference", "minus", "growth", "from", "least", "greatest", "when_zero"});
    if (!fields.is_map()) return std::nullopt;
    const Operation* operation = find(fields);
    if (operation == nullptr || !read_operands(fields, *operation)) return std::nullopt;
    if (const yaml::Value* zero = fields.get("when_zero")) read_when_zero(*zero);
    metric_.unit = unit_of(*operation);
    return std::move(metric_);
  }

 private:
  const Operation* find(const Fields& fields) {
    const Operation* found = nullptr;
    int count = 0;
    for (const Operation& operation : operations) {
      if (fields.get(operation.name) == nullptr) continue;
      found = &operation;
      ++count;
    }
    if (count == 1) return found;
    if (count > 1 || fields.knows_all())
      context_.error(member_.value.at, "bad-shape", count == 0 ? "a metric without an operation" : "a metric has one operation",
                     std::string(metric_hint));
    return nullptr;
  }

  bool read_operands(const Fields& fields, const Operation& operation) {
    metric_.op = operation.op;
    for (const std::string_view other : {"of", "to", "minus", "from"}) {
      if (other == operation.other || fields.get(other) == nullptr) continue;
      context_.error(*fields.place_of(other), "bad-shape", quoted(other) + " doesn't go with " + quoted(operation.name),
                     std::string(metric_hint));
      return false;
    }
    const yaml::Value& first = *fields.get(operation.name);
    if (operation.other.empty()) return read_list(first, operation);
    const yaml::Value* second = fields.require(operation.other);
    return second != nullptr && read_operand(first, quoted(operation.name)) && read_operand(*second, quoted(operation.other));
  }

  bool read_list(const yaml::Value& list, const Operation& operation) {
    if (!list.is_sequence() || list.items.empty()) {
      context_.error(list.at, list.is_sequence() ? "empty-list" : "wrong-type",
                     quoted(operation.name) + " is a list of rules or metrics; found " +
                         (list.is_sequence() ? std::string("none") : found(list)),
                     "write `" + std::string(operation.name) + ": [a, b]`");
      return false;
    }
    for (const yaml::Value& item : list.items)
      if (!read_operand(item, "an operand")) return false;
    return true;
  }

  bool read_operand(const yaml::Value& value, std::string_view what) {
    const auto name = read_text(context_, value, what);
    if (!name) return false;
    const auto source = source_named(context_, *name, value.at, named_);
    if (!source) return false;
    if (!is_metric(*source) && !(*named_.rules)[*source].value) {
      context_.error(value.at, "no-figure", "the rule `" + *name + "` finds no figure to compute with",
                     "give the rule a `value: {unit: …}`");
      return false;
    }
    metric_.of.push_back({*source, is_signed(named_, *source)});
    return true;
  }

  void read_when_zero(const yaml::Value& value) {
    if (metric_.op != Op::share && metric_.op != Op::ratio && metric_.op != Op::growth)
      context_.error(value.at, "conflict", "`when_zero` is about dividing; this metric doesn't", "drop it");
    else
      metric_.when_zero = read_zero_over_zero(context_, value, "`when_zero`").value_or(metric_.when_zero);
  }

  std::string_view unit_of_source(Source source) const {
    if (is_metric(source)) return (*named_.metrics)[source - first_metric].unit;
    const auto units = units_of((*named_.rules)[source]);
    return units.size() == 1 ? units.front() : std::string_view();
  }

  std::string_view unit_of(const Operation& operation) const {
    if (operation.op == Op::share || operation.op == Op::growth) return "%";
    if (operation.op == Op::ratio) return {};
    const std::string_view unit = unit_of_source(metric_.of.front().source);
    for (const Operand& operand : metric_.of)
      if (unit_of_source(operand.source) != unit)
        context_.error(member_.value.at, "unit-mismatch", quoted(operation.name) + " needs figures of one unit",
                       "only `share` and `ratio` divide one kind by another");
    return operation.op == Op::difference && unit == "%" ? std::string_view("pp") : unit;
  }

  const Context& context_;
  const yaml::Member& member_;
  const Named& named_;
  Metric metric_;
};

}  // namespace

std::vector<Metric> read_metrics(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules,
                                 ZeroOverZero inherited) {
  std::vector<Metric> metrics;
  if (!value.is_map() || value.members.empty()) {
    context.error(value.at, value.is_map() ? "empty-list" : "wrong-type",
                  "`metrics` is a map of named figures; found " + (value.is_map() ? std::string("none") : found(value)),
                  "write `closed_share: {share: closed, of: received}`");
    return metrics;
  }
  if (value.members.size() > max_metrics)
    context.error(value.at, "too-many-rules", "more than " + std::to_string(max_metrics) + " metrics for one indicator",
                  "an indicator is about one thing");
  for (const yaml::Member& member : value.members) {
    if (metrics.size() == max_metrics) break;
    check_name(context, member);
    const bool taken = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.name == member.key; });
    if (taken)
      context.error(member.at, "duplicate-name", "the metric `" + member.key + "` is called like a rule",
                    "`score` couldn't tell them apart; choose another name");
    if (auto metric = MetricReader(context, member, {&rules, &metrics}, inherited).read()) metrics.push_back(std::move(*metric));
  }
  return metrics;
}

std::optional<ZeroOverZero> read_zero_over_zero(const Context& context, const yaml::Value& value, std::string_view what) {
  const auto choice = read_choice(context, value, what, {"full", "zero", "not_applicable", "missing"});
  return choice ? std::optional(static_cast<ZeroOverZero>(*choice)) : std::nullopt;
}

const std::string& name_of(const Named& named, Source source) {
  return is_metric(source) ? (*named.metrics)[source - first_metric].name : (*named.rules)[source].name;
}

bool is_signed(const Named& named, Source source) {
  if (is_metric(source)) return false;
  const Rule& rule = (*named.rules)[source];
  return rule.value && rule.value->is_signed;
}

std::optional<Source> source_named(const Context& context, std::string_view name, yaml::Place at, const Named& named) {
  for (std::size_t i = 0; i < named.metrics->size(); ++i)
    if ((*named.metrics)[i].name == name) return static_cast<Source>(first_metric + i);
  if (named.metrics->empty()) {
    const auto rule = rule_named(context, name, at, *named.rules);
    return rule ? std::optional(static_cast<Source>(*rule)) : std::nullopt;
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < named.rules->size(); ++i) {
    if ((*named.rules)[i].name == name) return static_cast<Source>(i);
    names.push_back((*named.rules)[i].name);
  }
  for (const Metric& metric : *named.metrics) names.push_back(metric.name);
  std::string hint = did_you_mean(name, names);
  if (!hint.empty()) hint += " ";
  context.error(at, "unknown-rule", "there is no rule or metric " + quoted(name) + " above", hint + "there are: " + join(names));
  return std::nullopt;
}

}  // namespace rulescore::reader
