// What is hardly meant, found by trying the rules out: a rule that finds something nearly everywhere tells nothing apart. The
// framework's own examples are a fair sample of what reports say, since each shows a sentence for one indicator: a rule is tried
// on those of all the others. With documents at hand, it is tried on their sentences. Tested by tests/unit/engine/check.cpp.
#include <rulescore/check.hpp>
#include <rulescore/engine.hpp>

#include "framework/lint.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace rulescore {
namespace {

// Ours: of the shipped framework's rules the widest finds something in one of thirty of the others' examples.
constexpr double often = 0.1;          // of the others' examples
constexpr std::size_t few = 50;        // examples that say nothing about a share
constexpr double often_in_text = 0.2;  // of the sentences of documents
constexpr std::size_t few_sentences = 200;
constexpr std::size_t most = 200;  // warnings; more don't help anyone

using RuleId = std::pair<std::uint32_t, std::uint16_t>;  // indicator, rule

// How often each rule of each indicator finds something.
class Finds {
 public:
  explicit Finds(const FrameworkModel& model) {
    for (const IndicatorModel& indicator : model.indicators) counts_.emplace_back(indicator.rules.size(), 0);
  }
  void add(const Evidence& evidence) { ++counts_[evidence.indicator][evidence.rule]; }
  std::size_t of(std::size_t indicator, std::size_t rule) const { return counts_[indicator][rule]; }

 private:
  std::vector<std::vector<std::size_t>> counts_;
};

std::string percent(std::size_t part, std::size_t whole) { return std::to_string((100 * part + whole / 2) / whole) + "%"; }

template <typename Use>
void for_each_rule(const FrameworkModel& model, const Use& use) {
  for (std::size_t i = 0; i < model.indicators.size(); ++i)
    for (std::size_t r = 0; r < model.indicators[i].rules.size(); ++r) use(i, r, model.indicators[i].rules[r]);
}

// All examples in one text, a paragraph each, so that they are read in one go; whose each one is.
struct Examples {
  std::string text;
  std::vector<std::uint32_t> begin;  // byte, by example
  std::vector<std::uint32_t> own;    // indicator, by example

  explicit Examples(const FrameworkModel& model) {
    for (std::uint32_t i = 0; i < model.indicators.size(); ++i)
      for (const Example& example : model.indicators[i].examples) {
        begin.push_back(static_cast<std::uint32_t>(text.size()));
        own.push_back(i);
        text += example.text + "\n";
      }
  }
  std::size_t at(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::upper_bound(begin.begin(), begin.end(), byte) - begin.begin()) - 1;
  }
};

void try_on_examples(const Engine& engine, Lint& lint) {
  const FrameworkModel& model = lint.model;
  const Examples examples(model);
  Finds finds(model);
  std::set<std::pair<std::size_t, RuleId>> seen;
  const EvidenceSet evidence = engine.match(Document::from_text(examples.text));
  for (const Evidence& e : evidence.items()) {
    const std::size_t example = examples.at(e.begin);
    if (examples.own[example] != e.indicator && seen.emplace(example, RuleId{e.indicator, e.rule}).second) finds.add(e);
  }
  const std::size_t all = examples.own.size();
  for_each_rule(model, [&](std::size_t i, std::size_t r, const Rule& rule) {
    const std::size_t others = all - model.indicators[i].examples.size();
    if (others < few || static_cast<double>(finds.of(i, r)) <= often * static_cast<double>(others)) return;
    lint.warn(lint.place_of(model.indicators[i], rule), "finds-everywhere",
              "the rule `" + rule.name + "` finds something in " + percent(finds.of(i, r), others) +
                  " of the examples of other indicators",
              "ask for more: `all`, `near`, or longer words");
  });
}

void try_on_documents(const Engine& engine, std::span<const Document> documents, Lint& lint) {
  Finds finds(lint.model);
  std::size_t sentences = 0;
  for (const Document& document : documents) {
    sentences += document.sentences().size();
    std::set<std::pair<std::uint32_t, RuleId>> places;
    const EvidenceSet evidence = engine.match(document);
    for (const Evidence& e : evidence.items())
      if (places.emplace(e.sentence_begin, RuleId{e.indicator, e.rule}).second) finds.add(e);
  }
  for_each_rule(lint.model, [&](std::size_t i, std::size_t r, const Rule& rule) {
    const bool tells =
        sentences < few_sentences || static_cast<double>(finds.of(i, r)) <= often_in_text * static_cast<double>(sentences);
    if (tells) return;
    lint.warn(lint.place_of(lint.model.indicators[i], rule), "finds-everywhere",
              "the rule `" + rule.name + "` finds something in " + percent(finds.of(i, r), sentences) + " of the sentences",
              "ask for more: `all`, `near`, or longer words");
  });
}

}  // namespace

std::vector<Issue> check(const Framework& framework, std::span<const Document> documents) {
  const FrameworkModel& model = framework.model();
  std::vector<Issue> issues(model.warnings);
  const auto add = [&](std::vector<Issue> more) {
    issues.insert(issues.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  add(lint(model));
  Lint tried(model);
  const Engine engine(framework);
  documents.empty() ? try_on_examples(engine, tried) : try_on_documents(engine, documents, tried);
  add(tried.take());
  sort_issues(model, issues);
  if (issues.size() > most) issues.resize(most);
  return issues;
}

}  // namespace rulescore
