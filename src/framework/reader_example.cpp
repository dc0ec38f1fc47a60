// `examples`: sentences that prove an indicator, with what must be found in them. Tested by
// tests/unit/framework/example.cpp.
#include "framework/reader.hpp"

#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::string_view find_hint =
    "write `find: nothing`, or what must be found: `find: {rule: …, value: …, unit: …, status: …}`";

void read_unit_of(const Context& context, const yaml::Value& value, const Rule* rule, Expectation& expectation) {
  const std::string_view unit = read_unit(context, value);
  if (unit.empty() || (rule != nullptr && !check_unit(context, value.at, *rule, unit))) return;
  expectation.unit = std::string(unit);
}

void read_value_of(const Context& context, const yaml::Value& value, const Rule* rule, Expectation& expectation) {
  const std::optional<Figure> figure = read_figure(context, value, "`value`");
  if (!figure) return;
  if (rule != nullptr && !rule->value) {
    context.error(value.at, "no-figure", "the rule `" + rule->name + "` finds no figure", "give the rule a `value: {unit: …}`");
    return;
  }
  expectation.value = figure->value;
  if (figure->unit.empty() || (rule != nullptr && !check_unit(context, value.at, *rule, figure->unit))) return;
  expectation.unit = std::string(figure->unit);
}

Expectation read_expectation(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules) {
  Expectation expectation;
  const Fields fields(context, value, "what `find` expects", {"rule", "value", "unit", "status"});
  if (fields.is_map() && value.members.empty())
    context.error(value.at, "empty-list", "`find` expects nothing in particular", std::string(find_hint));
  const Rule* rule = nullptr;
  if (const yaml::Value* name = fields.get("rule"))
    if (const auto text = read_text(context, *name, "`rule`"))
      if (const auto index = rule_named(context, *text, name->at, rules)) {
        rule = &rules[*index];
        expectation.rule = *text;
      }
  if (const yaml::Value* figure = fields.get("value")) read_value_of(context, *figure, rule, expectation);
  if (const yaml::Value* unit = fields.get("unit")) read_unit_of(context, *unit, rule, expectation);
  expectation.status = "achieved";
  if (const yaml::Value* status = fields.get("status"))
    if (read_choice(context, *status, "`status`", {"achieved", "planned", "problem"})) expectation.status = status->text;
  return expectation;
}

void read_find(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules, Example& example) {
  if (value.is_scalar() && value.text == "nothing") {
    example.nothing = true;
  } else if (value.is_map()) {
    example.find.push_back(read_expectation(context, value, rules));
  } else if (value.is_sequence() && !value.items.empty()) {
    for (const yaml::Value& item : value.items) example.find.push_back(read_expectation(context, item, rules));
  } else {
    context.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                  "`find` is `nothing`, an expectation or a list of them; found " +
                      (value.is_sequence() ? std::string("an empty list") : found(value)),
                  std::string(find_hint));
  }
}

Example read_example(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules, double most) {
  Example example;
  example.file = context.sources.of(value.at).name();
  example.line = value.at.line;
  const Fields fields(context, value, "an example", {"text", "find", "score"});
  if (const yaml::Value* text = fields.require("text")) example.text = read_text(context, *text, "`text`").value_or("");
  if (const yaml::Value* score = fields.get("score"))
    example.score = read_number(context, *score, "`score` of an example", 0, most);
  const bool states_score = fields.place_of("score").has_value();
  if (const yaml::Value* find = states_score ? fields.get("find") : fields.require("find"))
    read_find(context, *find, rules, example);
  return example;
}

}  // namespace

std::vector<Example> read_examples(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules, double most) {
  std::vector<Example> examples;
  if (!value.is_sequence()) {
    context.error(value.at, "wrong-type", "`examples` is a list; found " + found(value), "start each example with `- text: …`");
    return examples;
  }
  if (value.items.empty()) context.error(value.at, "empty-list", "`examples` is empty", "write one, or leave the key out");
  for (const yaml::Value& item : value.items) examples.push_back(read_example(context, item, rules, most));
  return examples;
}

}  // namespace rulescore::reader
