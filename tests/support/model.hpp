// Frameworks and evidence built by hand, without YAML and without matching, for tests of what comes after them.
#pragma once

#include "framework/access.hpp"

#include <rulescore/evidence.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/scorecard.hpp>

#include <memory>
#include <string>
#include <vector>

namespace rulescore::testing {

inline std::string numbered(std::string prefix, std::size_t number) { return prefix += std::to_string(number); }

// Nodes are added depth first, as a file would hold them; node 0, the root, is there from the start.
class TreeBuilder {
 public:
  explicit TreeBuilder(Missing missing = Missing::zero, double full = 100) {
    model_.id = "test";
    model_.version = "1";
    model_.full = full;
    model_.missing = missing;
    Node& root = model_.nodes.emplace_back();
    root.code = "test";
    root.share = 1;
  }

  std::uint32_t group(std::uint32_t parent, const std::string& code, double weight = 1) { return node(parent, code, weight); }

  // The rules get the names r0, r1, … as far as the score block names any.
  std::uint32_t indicator(std::uint32_t parent, const std::string& code, double weight = 1, ScoreBlock score = one_presence(),
                          std::vector<Rule> rules = std::vector<Rule>(4)) {
    const std::uint32_t index = node(parent, code, weight);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].name.empty()) rules[i].name = numbered("r", i);
    }
    model_.indicator_nodes.push_back(index);
    IndicatorModel leaf;
    leaf.node = index;
    leaf.rules = std::move(rules);
    leaf.score = std::move(score);
    model_.indicators.push_back(std::move(leaf));
    return index;
  }

  FrameworkModel& model() { return model_; }

  Framework build() const {
    FrameworkModel model = model_;
    finish(model);
    return FrameworkAccess::make(std::make_shared<const FrameworkModel>(std::move(model)));
  }

  static ScoreBlock one_presence() { return shapes({Presence{}}); }

  // Rule i has the i-th shape.
  static ScoreBlock shapes(const std::vector<Shape>& shapes, Take take = Take::best) {
    ScoreBlock block;
    block.take = take;
    for (const Shape& shape : shapes) block.rules.push_back({static_cast<std::uint16_t>(block.rules.size()), shape, 1});
    return block;
  }

 private:
  std::uint32_t node(std::uint32_t parent, const std::string& code, double weight) {
    const auto index = static_cast<std::uint32_t>(model_.nodes.size());
    Node node;
    node.code = code;
    node.weight = weight;
    node.parent = parent;
    node.depth = model_.nodes[parent].depth + 1;
    model_.nodes.push_back(std::move(node));
    model_.nodes[parent].children.push_back(index);
    return index;
  }

  FrameworkModel model_;
};

// One piece of evidence in words: what a sentence of its own would say.
struct Saying {
  std::uint32_t indicator = 0;
  std::uint16_t rule = 0;
  double value = no_value;
  std::string_view unit = "";
  Status status = Status::achieved;
  std::string quote = "有此一句";
  std::uint32_t duplicate_of = Evidence::none;  // index into the evidence in its final order
  Bound bound = Bound::exact;
  double value_high = no_value;
};

inline Saying fact(std::uint32_t indicator, std::uint16_t rule = 0) { return {indicator, rule}; }
inline Saying fact(std::uint32_t indicator, std::uint16_t rule, double value, std::string_view unit = "%") {
  return {indicator, rule, value, unit};
}
inline Saying with_status(Saying fact, Status status) {
  fact.status = status;
  return fact;
}
inline Saying saying(Saying fact, std::string quote) {
  fact.quote = std::move(quote);
  return fact;
}

// A document that says the facts, a sentence each in their order, and the evidence found in it.
inline EvidenceSet evidence_of(const Framework& framework, const std::vector<Saying>& facts, const std::string& name = "report") {
  std::string text;
  std::vector<Evidence> items;
  for (const Saying& fact : facts) {
    Evidence piece;
    piece.indicator = fact.indicator;
    piece.rule = fact.rule;
    piece.status = fact.status;
    piece.bound = fact.bound;
    piece.begin = piece.sentence_begin = static_cast<std::uint32_t>(text.size());
    piece.end = piece.sentence_end = static_cast<std::uint32_t>(text.size() + fact.quote.size());
    piece.value = fact.value;
    piece.value_high = fact.value_high;
    piece.unit = fact.unit;
    piece.duplicate_of = fact.duplicate_of;
    items.push_back(piece);
    text += fact.quote + "。\n";
  }
  Metadata metadata;
  metadata.name = name;
  return {Document::from_text(text.empty() ? "一份没有内容的报告。\n" : text, metadata), framework.rules_fingerprint(), items};
}

}  // namespace rulescore::testing
