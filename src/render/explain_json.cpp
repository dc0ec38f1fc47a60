// Why a node has its score, for machines: the same chain as explain_text.cpp, as one object on one line.
// Outside face: render.hpp. Tested by tests/unit/render/explain_test.cpp.
#include "render/account.hpp"
#include "render/json.hpp"
#include "render/names.hpp"
#include "render/what_if.hpp"
#include "render/working.hpp"

#include <rulescore/review.hpp>

#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

Json node_object(const Scorecard& card, std::uint32_t index) {
  const Node& node = card.framework().nodes()[index];
  const NodeScore& score = card.nodes()[index];
  Json object;
  object["code"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["title_en"] = node.title.in("en");
  object["asks"] = text_or_null(node.asks.in("zh"));
  object["asks_en"] = text_or_null(node.asks.in("en"));
  object["owner"] = text_or_null(node.owner);
  object["basis"] = text_or_null(node.basis);
  object["weight"] = node.share;
  object["score"] = number_or_null(score.score);
  object["points"] = score.points;
  object["full"] = score.full;
  object["state"] = to_string(score.state);
  object["coverage"] = score.coverage;
  object["range"] = {score.low, score.high};
  object["reason"] = card.reason(index, "zh");
  object["reason_en"] = card.reason(index, "en");
  object["role"] = to_string(node.role);
  object["band"] = card.band(index) == nullptr ? Json(nullptr) : Json(card.band(index)->name.in("zh"));
  return object;
}

std::string_view use_name(Use use) noexcept {
  switch (use) {
    case Use::none:
      return "none";
    case Use::rules:
      return "scored";
    case Use::all_of:
      return "all_of";
    case Use::otherwise:
      return "otherwise";
    case Use::bonus:
      return "bonus";
    case Use::deduct:
      return "deduct";
  }
  return {};
}

Json rules_array(const Account& account, const std::string& code) {
  const TableStyle zh{"zh"}, en{"en"};
  Json rules = Json::array();
  for (std::size_t r = 0; r < account.rules.size(); ++r) {
    const RuleAccount& rule = account.rules[r];
    Json object;
    object["rule"] = code + '#' + std::to_string(r + 1);
    object["rule_name"] = rule.rule->name;
    object["finds"] = rule_in_words(*rule.rule, zh);
    object["use"] = use_name(rule.use.use);
    object["shape"] = rule.use.score == nullptr ? Json(nullptr) : Json(shape_in_words(*rule.use.score, *rule.rule, zh));
    object["amount"] = number_or_null(rule.earned.amount);
    object["earned"] = number_or_null(rule.earned.score);
    object["finds_en"] = rule_in_words(*rule.rule, en);
    object["shape_en"] = rule.use.score == nullptr ? Json(nullptr) : Json(shape_in_words(*rule.use.score, *rule.rule, en));
    rules.push_back(std::move(object));
  }
  return rules;
}

Json metrics_array(const Account& account) {
  const TableStyle zh{"zh"}, en{"en"};
  Json metrics = Json::array();
  for (const MetricAccount& metric : account.metrics) {
    Json object;
    object["metric"] = metric.metric->name;
    object["computes"] = metric_in_words(*metric.metric, *account.indicator, zh);
    object["use"] = use_name(metric.use.use);
    object["shape"] = metric.use.score == nullptr ? Json(nullptr) : Json(shape_in_words(*metric.use.score, *metric.metric, zh));
    object["amount"] = number_or_null(metric.earned.amount);
    object["earned"] = number_or_null(metric.earned.score);
    object["computes_en"] = metric_in_words(*metric.metric, *account.indicator, en);
    object["shape_en"] =
        metric.use.score == nullptr ? Json(nullptr) : Json(shape_in_words(*metric.use.score, *metric.metric, en));
    metrics.push_back(std::move(object));
  }
  return metrics;
}

Json evidence_array(const Scorecard& card, const Account& account) {
  Json pieces = Json::array();
  const std::vector<std::string> known = fingerprints(card.framework(), card.evidence());
  for (std::size_t i = 0; i < account.roles.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(account.begin + i);
    const Evidence& piece = card.evidence().items()[index];
    Json object = evidence_object(card.framework(), card.evidence(), piece, known[index]);
    object["standing"] = to_string(card.standings()[index]);
    object["role"] = to_string(account.roles[i]);
    object["because"] = because(card, account, index, {"zh"});
    object["because_en"] = because(card, account, index, {"en"});
    pieces.push_back(std::move(object));
  }
  return pieces;
}

Json weights_array(const Scorecard& card, std::uint32_t index) {
  Json weights = Json::array();
  for (const Step& step : steps_up(card, index)) {
    weights.push_back({{"code", step.node->code}, {"of", step.parent->code}, {"weight", step.node->weight}, {"part", step.part}});
  }
  return weights;
}

Json explanation(const Scorecard& card, std::uint32_t node) {
  const Node& what = card.framework().nodes()[node];
  Json object = head(card.framework(), card.document());
  object["score"] = number_or_null(card.score());
  object["full"] = card.full();
  object["node"] = node_object(card, node);
  object["weights"] = weights_array(card, node);
  object["working"] = working(card, node, {"zh"});
  object["working_en"] = working(card, node, {"en"});
  if (what.is_indicator()) {
    const Account account = account_of(card, node);
    object["take"] = take_in_words(account.indicator->score.take, {"zh"});
    object["rules"] = rules_array(account, what.code);
    if (!account.metrics.empty()) object["metrics"] = metrics_array(account);
    object["evidence"] = evidence_array(card, account);
  } else {
    Json children = Json::array();
    for (const std::uint32_t child : what.children) children.push_back(node_object(card, child));
    object["children"] = std::move(children);
  }
  return object;
}

}  // namespace
}  // namespace render

std::string explain_json(const Scorecard& card, std::uint32_t node) {
  return render::dump(render::explanation(card, node)) + '\n';
}

std::string explain_json(const WhatIf& what, std::uint32_t node) {
  render::Json object = render::explanation(what.after, node);
  object["what_if"] = render::what_if_object(what);
  return render::dump(object) + '\n';
}

}  // namespace rulescore
