// Rules that do nothing for a score: the same twice, one that another is always ahead of, one that earns 0. And examples that
// prove nothing new. Tested by tests/unit/framework/lint.cpp.
//
// "Ahead of": wherever the narrow rule finds something, the wide one does, too, in the same sentence. That is certain when each
// of its phrases holds a phrase of the wide rule and the wide rule asks for nothing else that the narrow one doesn't ask for.
#include "framework/canonical.hpp"
#include "framework/context.hpp"
#include "framework/lint.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace rulescore {
namespace {

// A phrase of one part that stands inside a part of the other, or the same phrase.
bool holds(const Phrase& longer, const Phrase& phrase) {
  if (longer == phrase) return true;
  return phrase.parts.size() == 1 && std::any_of(longer.parts.begin(), longer.parts.end(), [&](const std::u32string& part) {
           return part.find(phrase.parts[0]) != std::u32string::npos;
         });
}

// Wherever a phrase of `narrow` stands, one of `wide` does.
bool implies(const Slot& narrow, const Slot& wide) {
  return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), [&](const Phrase& longer) {
    return std::any_of(wide.begin(), wide.end(), [&](const Phrase& phrase) { return holds(longer, phrase); });
  });
}

bool all_implied(const Rule& narrow, const Rule& wide) {
  if (!wide.all.empty() && wide.in < narrow.in) return false;
  return std::all_of(wide.all.begin(), wide.all.end(), [&](const Slot& slot) {
    return implies(narrow.any, slot) ||
           std::any_of(narrow.all.begin(), narrow.all.end(), [&](const Slot& own) { return implies(own, slot); });
  });
}

// What the wide rule forbids is forbidden to the narrow one as well.
bool none_implied(const Rule& narrow, const Rule& wide) {
  if (wide.none.empty()) return true;
  return wide.in <= narrow.in && std::all_of(wide.none.begin(), wide.none.end(), [&](const Phrase& forbidden) {
           return std::any_of(narrow.none.begin(), narrow.none.end(),
                              [&](const Phrase& phrase) { return holds(forbidden, phrase); });
         });
}

bool near_implied(const Rule& narrow, const Rule& wide) {
  if (!wide.near) return true;
  return narrow.near && implies(narrow.near->slot, wide.near->slot) && narrow.near->within <= wide.near->within &&
         (wide.near->side == Side::either || wide.near->side == narrow.near->side);
}

bool context_implied(const Rule& narrow, const Rule& wide) {
  if (!wide.context) return true;
  return narrow.context && narrow.context->in <= wide.context->in && implies(narrow.context->slot, wide.context->slot);
}

bool is_ahead(const Rule& wide, const Rule& narrow) {
  return wide.problem == narrow.problem && !wide.value && implies(narrow.any, wide.any) && all_implied(narrow, wide) &&
         none_implied(narrow, wide) && near_implied(narrow, wide) && context_implied(narrow, wide);
}

// Two orders of one list of phrases mean the same.
std::string meaning(Rule rule) {
  const auto sort = [](Slot& slot) {
    std::sort(slot.begin(), slot.end(), [](const Phrase& a, const Phrase& b) { return a.parts < b.parts; });
  };
  sort(rule.any);
  sort(rule.none);
  for (Slot& slot : rule.all) sort(slot);
  if (rule.near) sort(rule.near->slot);
  if (rule.context) sort(rule.context->slot);
  return canonical(rule);
}

void lint_same(Lint& lint, const IndicatorModel& indicator) {
  std::map<std::string, const Rule*> seen;
  for (const Rule& rule : indicator.rules) {
    const auto [first, is_new] = seen.emplace(meaning(rule), &rule);
    if (is_new) continue;
    const yaml::Place at = lint.place_of(indicator, rule);
    lint.warn(at, "duplicate-rule", "the rule `" + rule.name + "` finds the same as `" + first->second->name + "`",
              "drop one of them; the other is in " + lint.line_of(lint.place_of(indicator, *first->second), at));
  }
}

// A score as it is written: {rule: 0.4}. Scored in another way: nothing.
struct Term {
  const Rule* rule = nullptr;
  double score = 0;
  yaml::Place at;
};

std::optional<Term> presence(const IndicatorModel& indicator, const yaml::Member& member) {
  const auto rule =
      std::find_if(indicator.rules.begin(), indicator.rules.end(), [&](const Rule& r) { return r.name == member.key; });
  if (rule == indicator.rules.end() || !member.value.is_scalar()) return std::nullopt;
  const reader::Decimal decimal = reader::parse_decimal(member.value.text);
  return decimal.problem.empty() ? std::optional(Term{&*rule, decimal.value, member.at}) : std::nullopt;
}

std::vector<Term> presences(const IndicatorModel& indicator, const yaml::Value& map) {
  std::vector<Term> terms;
  for (const yaml::Member& member : map.members)
    if (const auto term = presence(indicator, member)) terms.push_back(*term);
  return terms;
}

void lint_zero(Lint& lint, const std::vector<Term>& terms) {
  for (const Term& term : terms)
    if (term.score == 0)
      lint.warn(term.at, "never-earns", "`" + term.rule->name + "` earns 0, whatever it finds",
                "give it a score, or drop the entry; what the rule finds is shown all the same");
}

// Under `best` a score that another rule earns at least as much as, wherever it is earned.
void lint_shadowed(Lint& lint, const std::vector<Term>& terms) {
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::size_t j = 0; j < terms.size(); ++j) {
      const Term &narrow = terms[i], &wide = terms[j];
      const bool equal = wide.score == narrow.score && is_ahead(*narrow.rule, *wide.rule);  // then the first decides
      if (i == j || wide.score < narrow.score || narrow.score == 0 || (equal && i < j)) continue;
      if (!is_ahead(*wide.rule, *narrow.rule)) continue;
      lint.warn(narrow.at, "never-decides",
                "`" + narrow.rule->name + "` never decides: wherever it finds something, so does `" + wide.rule->name +
                    "`, which earns " + (wide.score == narrow.score ? "as much" : "more"),
                "give the narrower rule the higher score, or drop it");
      break;
    }
}

void lint_otherwise(Lint& lint, const std::vector<Term>& terms, const std::vector<Term>& otherwise) {
  for (const Term& last : otherwise)
    for (const Term& term : terms) {
      if (term.score == 0 || !is_ahead(*term.rule, *last.rule)) continue;
      lint.warn(last.at, "never-decides",
                "`" + last.rule->name + "` never decides: wherever it finds something, so does `" + term.rule->name +
                    "`, and `otherwise` is for when nothing else earns",
                "name it among the others, or drop it");
      break;
    }
}

// Entries that make a sum of the terms, so that each counts.
bool adds_up(const yaml::Value& score) {
  const yaml::Value* take = score.find("take");
  if (take != nullptr && take->text != "best") return true;
  return score.find("together") != nullptr;
}

void lint_score(Lint& lint, const IndicatorModel& indicator) {
  const yaml::Value* score = lint.entry(indicator.node, "score");
  if (score == nullptr || !score->is_map()) return;
  const std::vector<Term> terms = presences(indicator, *score);
  lint_zero(lint, terms);
  for (const std::string_view key : {"all_of", "otherwise", "bonus", "deduct"})
    if (const yaml::Value* part = score->find(key)) lint_zero(lint, presences(indicator, *part));
  if (adds_up(*score)) return;
  lint_shadowed(lint, terms);
  if (const yaml::Value* otherwise = score->find("otherwise")) lint_otherwise(lint, terms, presences(indicator, *otherwise));
}

void lint_twice(Lint& lint, const yaml::Value& examples) {
  std::map<std::string, yaml::Place> seen;
  for (const yaml::Value& example : examples.items) {
    const yaml::Value* text = example.find("text");
    if (text == nullptr) continue;
    const auto [first, is_new] = seen.emplace(text->text, text->at);
    if (!is_new)
      lint.warn(text->at, "duplicate-example",
                "this example stands twice; the first is in " + lint.line_of(first->second, text->at),
                "join what they expect in one list, or drop one");
  }
}

// The rules that no example asks for by name; an indicator's only rule needs no name.
std::vector<std::string> unnamed(const IndicatorModel& indicator) {
  std::set<std::string> named;
  for (const Example& example : indicator.examples)
    for (const Expectation& expected : example.find)
      if (expected.rule || indicator.rules.size() == 1) named.insert(expected.rule.value_or(indicator.rules[0].name));
  std::vector<std::string> names;
  for (const Rule& rule : indicator.rules)
    if (!named.contains(rule.name)) names.push_back("`" + rule.name + "`");
  return names;
}

// Where nearly every rule has an example of its own, those without one.
void lint_unnamed(Lint& lint) {
  std::size_t rules = 0, without = 0;
  for (const IndicatorModel& indicator : lint.model.indicators) {
    rules += indicator.rules.size();
    without += unnamed(indicator).size();
  }
  if (rules < Lint::few || static_cast<double>(rules - without) < Lint::usual * static_cast<double>(rules)) return;
  for (const IndicatorModel& indicator : lint.model.indicators) {
    const yaml::Value* examples = lint.entry(indicator.node, "examples");
    const std::vector<std::string> names = unnamed(indicator);
    if (examples != nullptr && !names.empty())
      lint.warn(examples->at, "no-example", "no example asks for " + join(names, ", "),
                "add `find: {rule: …}` with a sentence it finds");
  }
}

}  // namespace

void lint_rules(Lint& lint) {
  for (const IndicatorModel& indicator : lint.model.indicators) {
    lint_same(lint, indicator);
    lint_score(lint, indicator);
  }
}

void lint_examples(Lint& lint) {
  for (const IndicatorModel& indicator : lint.model.indicators)
    if (const yaml::Value* examples = lint.entry(indicator.node, "examples")) lint_twice(lint, *examples);
  lint_unnamed(lint);
}

}  // namespace rulescore
