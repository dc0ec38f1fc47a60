// `evidence`: named rules, each a few lists of phrases and perhaps a figure. Tested by tests/unit/framework/rule.cpp.
#include "base/text.hpp"
#include "framework/reader.hpp"
#include "framework/suggest.hpp"
#include "quantity/unit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr int max_within = 10'000;                                           // characters
// Mean something else in `score`.
constexpr std::array reserved = {"take", "all_of", "otherwise", "problem", "start", "deduct", "bonus", "together", "floor", "cap", "given"};

constexpr std::array scopes = {Scope::clause, Scope::sentence, Scope::paragraph};
constexpr std::array context_scopes = {Scope::sentence, Scope::paragraph, Scope::section, Scope::document};
constexpr std::array sides = {Side::either, Side::before, Side::after};
constexpr std::array changes = {Change::increase, Change::decrease};  // and signed

std::optional<Scope> read_scope(const Context& context, const yaml::Value& value, std::string_view what) {
  const auto index = read_choice(context, value, what, {"clause", "sentence", "paragraph"});
  return index ? std::optional(scopes[*index]) : std::nullopt;
}

std::optional<Side> read_side(const Context& context, const yaml::Value& value) {
  const auto index = read_choice(context, value, "`side`", {"either", "before", "after"});
  return index ? std::optional(sides[*index]) : std::nullopt;
}

Near read_near(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`near`", {"any", "lexicon", "within", "side"});
  Near near;
  near.slot = read_slot_of(context, fields, value.at, "`near`");
  if (const yaml::Value* within = fields.get("within"))
    near.within = static_cast<std::uint32_t>(read_integer(context, *within, "`within`", 0, max_within).value_or(20));
  if (const yaml::Value* side = fields.get("side")) near.side = read_side(context, *side).value_or(Side::either);
  return near;
}

rulescore::Context read_context(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`context`", {"any", "lexicon", "in"});
  rulescore::Context read;
  read.slot = read_slot_of(context, fields, value.at, "`context`");
  if (const yaml::Value* in = fields.get("in"))
    if (const auto index = read_choice(context, *in, "`in`", {"sentence", "paragraph", "section", "document"}))
      read.in = context_scopes[*index];
  return read;
}

void read_units(const Context& context, const yaml::Value& value, ValueSpec& spec) {
  const auto add = [&](const yaml::Value& item) {
    const std::string_view unit = read_unit(context, item);
    if (unit.empty()) return;
    if (std::find(spec.units.begin(), spec.units.end(), unit) == spec.units.end())
      spec.units.push_back(unit);
    else
      context.warn(item.at, "duplicate-unit", "the unit " + quoted(item.text) + " stands twice in the same list", "drop one");
  };
  if (!value.is_sequence()) return add(value);
  if (value.items.empty()) context.error(value.at, "empty-list", "`unit` is empty", "leave the key out to accept any unit");
  for (const yaml::Value& item : value.items) add(item);
}

void read_words_of(const Context& context, const yaml::Value& value, ValueSpec& spec) {
  if (value.is_scalar()) {
    const std::vector<ValueWord>* shared = context.words.figures(context, value);
    if (shared != nullptr && context.words.spend(context, value.at, shared->size())) spec.words = *shared;
  } else {
    spec.words = read_value_words(context, value, "`words`");
  }
  for (ValueWord& word : spec.words)
    if (word.unit.empty() && !spec.units.empty()) word.unit = spec.units.front();
}

ValueSpec read_value(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`value`", {"unit", "within", "side", "optional", "each", "sum", "change", "words"});
  ValueSpec spec;
  if (const yaml::Value* unit = fields.get("unit")) read_units(context, *unit, spec);
  if (const yaml::Value* within = fields.get("within"))
    spec.within = read_scope(context, *within, "`within`").value_or(Scope::clause);
  if (const yaml::Value* side = fields.get("side")) spec.side = read_side(context, *side).value_or(Side::either);
  if (const yaml::Value* optional = fields.get("optional"))
    spec.optional = read_boolean(context, *optional, "`optional`").value_or(false);
  if (const yaml::Value* each = fields.get("each")) spec.each = read_boolean(context, *each, "`each`").value_or(false);
  if (const yaml::Value* sum = fields.get("sum")) {
    spec.sum = read_boolean(context, *sum, "`sum`").value_or(false);
    if (spec.sum && spec.each)
      context.error(sum->at, "conflict", "a value has either `each` or `sum`, not both",
                    "drop one: each figure alone, or added up");
  }
  if (const yaml::Value* change = fields.get("change"))
    if (const auto index = read_choice(context, *change, "`change`", {"increase", "decrease", "signed"})) {
      spec.is_signed = *index == changes.size();
      if (!spec.is_signed) spec.change = changes[*index];
    }
  if (const yaml::Value* words = fields.get("words")) read_words_of(context, *words, spec);
  return spec;
}

std::vector<Slot> read_all(const Context& context, const yaml::Value& value) {
  std::vector<Slot> all;
  if (!value.is_sequence())
    context.error(value.at, "wrong-type", "`all` is a list of phrases; found " + found(value), "write `all: [phrase, phrase]`");
  if (value.is_sequence() && value.items.empty())
    context.error(value.at, "empty-list", "`all` is empty", "name at least one phrase");
  for (const yaml::Value& item : value.items) all.push_back(read_slot(context, item, "an entry of `all`"));
  std::erase_if(all, [](const Slot& slot) { return slot.empty(); });  // reported
  return all;
}

// A phrase of one part that stands inside a part of `longer`.
bool is_inside(const Phrase& phrase, const Phrase& longer) {
  return phrase.parts.size() == 1 && std::any_of(longer.parts.begin(), longer.parts.end(), [&](const std::u32string& part) {
           return part.find(phrase.parts[0]) != std::u32string::npos;
         });
}

bool forbids(const Slot& none, const Phrase& phrase) {
  return std::any_of(none.begin(), none.end(), [&](const Phrase& forbidden) { return is_inside(forbidden, phrase); });
}

void check_can_hold(const Context& context, const Rule& rule, yaml::Place none_at) {
  if (rule.any.empty() || rule.none.empty()) return;
  const bool never =
      std::all_of(rule.any.begin(), rule.any.end(), [&](const Phrase& phrase) { return forbids(rule.none, phrase); });
  if (never)
    context.error(none_at, "never-holds", "the rule `" + rule.name + "` can never hold: `none` forbids what `any` asks for",
                  "take the phrase out of one of them");
}

void read_phrases(const Context& context, const Fields& fields, yaml::Place at, Rule& rule) {
  const yaml::Value* any = fields.get("any");
  const yaml::Value* all = fields.get("all");
  if (any == nullptr && all == nullptr && fields.is_map() && !fields.place_of("any") && !fields.place_of("all"))
    context.error(at, "missing-key", "the rule `" + rule.name + "` says nothing to look for", "add `any: […]` or `all: […]`");
  if (any != nullptr) rule.any = read_slot(context, *any, "`any`");
  if (all != nullptr) rule.all = read_all(context, *all);
  if (any == nullptr && !rule.all.empty()) {  // its first entry is what the rule is about
    rule.any = std::move(rule.all.front());
    rule.all.erase(rule.all.begin());
  }
  if (const yaml::Value* none = fields.get("none")) {
    rule.none = read_slot(context, *none, "`none`");
    check_can_hold(context, rule, none->at);
  }
}

Rule read_rule(const Context& context, const yaml::Member& member) {
  Rule rule;
  rule.name = member.key;
  rule.line = member.at.line;
  rule.file = member.at.file;
  const Fields fields(context, member.value, "the rule `" + member.key + "`",
                      {"any", "all", "none", "in", "near", "context", "value", "status"});
  read_phrases(context, fields, member.at, rule);
  if (const yaml::Value* in = fields.get("in")) rule.in = read_scope(context, *in, "`in`").value_or(Scope::clause);
  if (const yaml::Value* near = fields.get("near")) rule.near = read_near(context, *near);
  if (const yaml::Value* around = fields.get("context")) rule.context = read_context(context, *around);
  if (const yaml::Value* value = fields.get("value")) rule.value = read_value(context, *value);
  if (const yaml::Value* status = fields.get("status"))
    rule.problem = read_choice(context, *status, "`status` of a rule", {"problem"}).has_value();
  return rule;
}

bool is_name(std::string_view name) {
  const std::u32string folded = fold_phrase(name);
  return !folded.empty() && folded.size() <= 64 && std::all_of(folded.begin(), folded.end(), [](char32_t c) {
    return is_han(c) || is_digit(c) || (c >= U'a' && c <= U'z') || c == U'_' || c == U'-';
  });
}

}  // namespace

void check_name(const Context& context, const yaml::Member& member) {
  if (std::find(reserved.begin(), reserved.end(), member.key) != reserved.end())
    context.error(member.at, "reserved-name",
                  "a rule can't be called `" + member.key + "`, which means something else in `score`", "choose another name");
  else if (!is_name(member.key))
    context.error(member.at, "bad-name",
                  "the name of a rule is made of letters, digits, `_` and `-`; found " + quoted(member.key));
}

std::vector<Rule> read_rules(const Context& context, const yaml::Value& value) {
  std::vector<Rule> rules;
  if (!value.is_map() || value.members.empty()) {
    context.error(value.at, value.is_map() ? "empty-list" : "wrong-type",
                  "`evidence` is a map of named rules; found " + (value.is_map() ? std::string("none") : found(value)),
                  "write `name: {any: [phrase, phrase]}`");
    return rules;
  }
  const std::size_t max_rules = context.words.limits().max_rules;
  if (value.members.size() > max_rules)
    context.error(value.at, "too-many-rules", "more than " + std::to_string(max_rules) + " rules for one indicator",
                  "a rule takes many phrases: any: [… , …]; a program can raise the limit: LoadOptions::max_rules");
  for (const yaml::Member& member : value.members) {
    if (rules.size() == max_rules) break;
    check_name(context, member);
    rules.push_back(read_rule(context, member));
  }
  return rules;
}

std::vector<std::string_view> units_of(const Rule& rule) {
  std::vector<std::string_view> units;
  if (!rule.value || rule.value->units.empty()) return units;
  units = rule.value->units;
  for (const ValueWord& word : rule.value->words)
    if (std::find(units.begin(), units.end(), word.unit) == units.end()) units.push_back(word.unit);
  return units;
}

std::optional<std::size_t> rule_named(const Context& context, std::string_view name, yaml::Place at,
                                      const std::vector<Rule>& rules) {
  if (rules.empty()) return std::nullopt;  // reported where the rules should be
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].name == name) return i;
    names.push_back(rules[i].name);
  }
  std::string hint = did_you_mean(name, names);
  if (!hint.empty()) hint += " ";
  context.error(at, "unknown-rule", "`evidence` has no rule " + quoted(name), hint + "it has: " + join(names));
  return std::nullopt;
}

bool check_unit(const Context& context, yaml::Place at, const Rule& rule, std::string_view unit) {
  if (unit.empty() || !rule.value) return true;
  const std::vector<std::string_view> units = units_of(rule);
  if (units.empty()) return true;
  if (std::any_of(units.begin(), units.end(), [&](std::string_view wanted) { return unit_counts(wanted, unit); })) return true;
  const std::vector<std::string> known(units.begin(), units.end());
  context.error(at, "unit-mismatch", "the rule `" + rule.name + "` never finds `" + std::string(unit) + "`",
                "its unit is " + join(known));
  return false;
}

}  // namespace rulescore::reader
