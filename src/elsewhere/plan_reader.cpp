// Plans of what is intended, with every mistake at its place, as for frameworks. Outside faces: read_plan() and parse_plan() in
// what_if.hpp. Tested by tests/unit/elsewhere/plan_reader.cpp.
#include "base/number.hpp"
#include "corpus/file.hpp"
#include "elsewhere/binding.hpp"
#include "elsewhere/fact_fields.hpp"
#include "elsewhere/intention.hpp"
#include "framework/words.hpp"

#include <rulescore/what_if.hpp>

#include <algorithm>
#include <utility>

namespace rulescore {
namespace {

using reader::Context;
using reader::Fields;
using yaml::Value;

class PlanReader {
 public:
  explicit PlanReader(const FrameworkModel& model) : model_(model), binder_(model) {}

  PlanResult read(const std::string& name, std::string_view text) && {
    reader::Words words;
    const yaml::Sources sources(name, text);
    const Context context{sources, journal_, words};
    std::vector<Issue> issues;
    const std::optional<Value> root = yaml::parse(sources[0], issues);
    for (Issue& issue : issues) journal_.note(std::move(issue));
    if (root) read_list(context, *root);
    return {std::move(intended_), journal_.errors()};
  }

 private:
  void read_list(const Context& context, const Value& root) {
    if (!root.is_sequence())
      return context.error(root.at, root.is_null() ? "empty-file" : "wrong-type",
                           "a plan is a list of what is intended; found " + reader::found(root),
                           "start each with `- indicator: …`, or write `- E1.3=100%`");
    for (const Value& item : root.items) {
      if (item.is_scalar())
        read_text(context, item);
      else
        read_map(context, item);
    }
  }

  static std::string place(const Context& context, const Value& item) {
    return context.sources.of(item.at).name() + ':' + std::to_string(item.at.line) + ':' + std::to_string(item.at.column);
  }

  void read_text(const Context& context, const Value& item) {
    try {
      Fact fact = read_intention(item.text, model_);
      fact.where = place(context, item);
      intended_.push_back(std::move(fact));
    } catch (const DocumentError& error) {
      context.error(item.at, "bad-intention", reader::quoted(item.text) + ": " + error.what());
    }
  }

  void read_map(const Context& context, const Value& item) {
    const Fields fields(context, item, "what is intended",
                        {"indicator", "rule", "value", "unit", "score", "status", "note", "document", "jurisdiction", "year"});
    if (!fields.is_map()) return;
    Fact fact;
    fact.kind = SourceKind::intended;
    fact.where = place(context, item);
    const bool knows_what = read_where(context, fields, fact);
    const bool knows_whose = read_whose(context, fields, fact);
    if (!knows_what || !knows_whose || !fields.knows_all() || !read_what(context, fields, item, fact)) return;
    if (fact.source.empty()) fact.source = in_short(fact);
    intended_.push_back(std::move(fact));
  }

  // The indicator, and the rule where one is named.
  bool read_where(const Context& context, const Fields& fields, Fact& fact) {
    const Value* indicator = fields.require("indicator");
    if (indicator == nullptr) return false;
    const auto code = reader::read_text(context, *indicator, "`indicator`");
    if (!code) return false;
    fact.indicator = *code;
    try {
      static_cast<void>(intended_indicator(model_, fact.indicator));
    } catch (const DocumentError& error) {
      context.error(indicator->at, "unknown-indicator", error.what());
      return false;
    }
    const Value* rule = fields.get("rule");
    if (rule == nullptr) return true;
    const auto name = reader::read_text(context, *rule, "`rule`");
    fact.rule = name.value_or("");
    return name.has_value() && knows_rule(context, *rule, fact);
  }

  // Asked with nothing else said; a rule that there is may still want a figure, which comes later.
  bool knows_rule(const Context& context, const Value& rule, const Fact& fact) {
    const std::vector<Rule>& rules = intended_indicator(model_, fact.indicator).rules;
    if (std::any_of(rules.begin(), rules.end(), [&](const Rule& one) { return one.name == fact.rule; })) return true;
    try {
      static_cast<void>(binder_.bind(fact));
    } catch (const DocumentError& error) {
      context.error(rule.at, "unknown-rule", error.what());
    }
    return false;
  }

  bool read_whose(const Context& context, const Fields& fields, Fact& fact) {
    bool sound = true;
    const auto text = [&](const char* key, std::string& out) {
      const Value* value = fields.get(key);
      if (value == nullptr) return;
      const auto said = reader::read_text(context, *value, '`' + std::string(key) + '`');
      sound = sound && said.has_value();
      out = said.value_or("");
    };
    text("note", fact.source);
    text("document", fact.document);
    text("jurisdiction", fact.jurisdiction);
    if (const Value* year = fields.get("year")) {
      fact.year = reader::read_integer(context, *year, "`year`", 1900, 2100);
      sound = sound && fact.year.has_value();
    }
    return sound;
  }

  // One of: a figure, a score, a status; a status may stand beside a figure.
  bool read_what(const Context& context, const Fields& fields, const Value& item, Fact& fact) {
    const Value *value = fields.get("value"), *score = fields.get("score"), *status = fields.get("status");
    const Value* unit = fields.get("unit");
    if (value == nullptr && score == nullptr && status == nullptr) {
      context.error(item.at, "missing-key", "it doesn't say what is intended",
                    "add `value: 100%`, `score: 0.8` or `status: done`");
      return false;
    }
    if (score != nullptr && (value != nullptr || unit != nullptr || status != nullptr)) {
      context.error(score->at, "conflict", "a score is the whole indicator's; nothing else goes with it",
                    "drop it, or the `value`, `unit` and `status`");
      return false;
    }
    if (status != nullptr && !read_status(context, *status, fact)) return false;
    const Value& told = score != nullptr ? *score : value != nullptr ? *value : *status;
    try {
      read_figure(value, score, unit, fact);
      static_cast<void>(binder_.bind(fact));
      return true;
    } catch (const DocumentError& error) {
      context.error(told.at, "bad-intention", error.what());
      return false;
    }
  }

  bool read_status(const Context& context, const Value& value, Fact& fact) {
    const auto index = reader::read_choice(context, value, "`status`", {"achieved", "planned", "problem", "done"});
    if (index) fact.status = *index == 3 ? Status::achieved : static_cast<Status>(*index);
    return index.has_value();
  }

  void read_figure(const Value* value, const Value* score, const Value* unit, Fact& fact) const {
    const auto text_of = [](const Value* one, const char* what) {
      if (one != nullptr && !one->is_scalar())
        throw DocumentError(std::string(what) + " is a text; found " + reader::found(*one));
      return one == nullptr ? std::string() : one->text;
    };
    if (score != nullptr) {
      fact.unit = score_unit;
      fact.value = read_intended_score(text_of(score, "`score`"));
    } else if (unit != nullptr) {
      FactFigure figure = read_fact_figure(text_of(value, "`value`"), text_of(unit, "`unit`"));
      fact.value = figure.value;
      fact.unit = std::move(figure.unit);
    } else if (value != nullptr) {
      read_intended(text_of(value, "`value`"), model_, fact);
    }
  }

  // "E1.3#rate=100%", for who shows it.
  static std::string in_short(const Fact& fact) {
    std::string text = fact.indicator + (fact.rule.empty() ? "" : '#' + fact.rule) + '=';
    if (fact.unit == score_unit) return text + "score:" + shortest(fact.value);
    if (fact.value != fact.value) return text + (fact.status == Status::achieved ? "done" : std::string(to_string(fact.status)));
    return text + shortest(fact.value) + fact.unit;
  }

  const FrameworkModel& model_;
  Binder binder_;
  reader::Journal journal_;
  std::vector<Fact> intended_;
};

}  // namespace

PlanResult parse_plan(std::string_view yaml, const Framework& framework, const std::string& name) {
  return PlanReader(framework.model()).read(name, yaml);
}

PlanResult read_plan(const std::string& path, const Framework& framework) {
  try {
    return parse_plan(read_bytes(path), framework, path);
  } catch (const IoError& error) {
    throw IoError(path + ": " + error.what());
  }
}

}  // namespace rulescore
