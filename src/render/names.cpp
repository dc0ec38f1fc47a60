#include "render/names.hpp"

#include "base/number.hpp"
#include "framework/model.hpp"
#include "quantity/unit.hpp"
#include "render/escape.hpp"
#include "score/wording.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace rulescore::render {
namespace {

std::string last_part(const std::string& name) {
  const std::size_t slash = name.find_last_of('/');
  return slash == std::string::npos || slash + 1 == name.size() ? name : name.substr(slash + 1);
}

std::string figure(double value, double high, std::string_view unit, Bound bound, Change change) {
  if (std::isnan(value)) return {};
  std::string text = change == Change::increase ? "↑" : change == Change::decrease ? "↓" : "";
  text += bound == Bound::at_least ? "≥" : bound == Bound::at_most ? "≤" : bound == Bound::about ? "≈" : "";
  text += shortest(value);
  if (!std::isnan(high)) text += "–" + shortest(high);
  if (unit == "rank") return "#" + text;
  if (unit == "%") return text + "%";
  if (unit == "number") return text;
  return unit.empty() ? text : text + ' ' + std::string(value == 1 && std::isnan(high) ? singular_unit(unit) : unit);
}

}  // namespace

std::string reading(const Document& document, const TableStyle& style) {
  const Origin& origin = document.origin();
  std::string text;
  if (origin.format == "markdown") text = "Markdown";
  if (origin.format == "html") text = say(style, "网页", "HTML");
  if (origin.format == "docx") text = say(style, "Word 文件", "Word");
  if (origin.format == "pdf") text = "PDF";
  if (origin.encoding == "UTF-8") return text;
  return text.empty() ? origin.encoding : text + say(style, "，", ", ") + origin.encoding;
}

std::string source_line(const Document& document, const TableStyle& style) {
  const std::string name = one_line(document.metadata().name), how = reading(document, style);
  return how.empty() ? name : name + say(style, "（", " (") + how + say(style, "）", ")");
}

std::string label(const Document& document) {
  const Metadata& about = document.metadata();
  return one_line(about.jurisdiction.empty() ? last_part(about.name) : about.jurisdiction);
}

std::string year(const Document& document) {
  const auto& known = document.metadata().year;
  return known ? std::to_string(*known) : std::string();
}

std::vector<std::string> labels(std::span<const Scorecard> cards) {
  std::map<std::pair<std::string, std::string>, int> seen;
  for (const Scorecard& card : cards) ++seen[{label(card.document()), year(card.document())}];
  std::vector<std::string> result;
  for (const Scorecard& card : cards) {
    const Document& document = card.document();
    std::string text = label(document);
    const bool shared = seen[{text, year(document)}] > 1 && !document.metadata().jurisdiction.empty();
    result.push_back(shared ? text + " (" + one_line(last_part(document.metadata().name)) + ")" : text);
  }
  return result;
}

std::string status_name(Status status, const TableStyle& style) {
  switch (status) {
    case Status::achieved:
      return say(style, "已做到", "achieved");
    case Status::planned:
      return say(style, "计划", "planned");
    case Status::problem:
      return say(style, "问题", "problem");
  }
  return {};
}

std::string state_name(State state, const TableStyle& style) {
  switch (state) {
    case State::evidenced:
      return say(style, "有实证", "evidenced");
    case State::only_planned:
      return say(style, "只有计划", "only planned");
    case State::problem:
      return say(style, "自认问题", "problem admitted");
    case State::no_evidence:
      return say(style, "无证据", "no evidence");
    case State::not_applicable:
      return say(style, "不适用", "not applicable");
  }
  return {};
}

std::string role_name(const Node& node, double full, const TableStyle& style) {
  if (node.role == Role::weighted) return {};
  const std::string most = say(style, "，至多 ", ", at most ") + rounded(node.share * full, 2) + say(style, " 分", " points");
  return (node.role == Role::bonus ? say(style, "加分", "bonus") : say(style, "扣分", "deduction")) + most;
}

std::string gap_name(GapKind kind, const TableStyle& style) {
  switch (kind) {
    case GapKind::no_evidence:
      return say(style, "无证据", "no evidence");
    case GapKind::only_planned:
      return say(style, "只有计划", "only planned");
    case GapKind::problem:
      return say(style, "自认问题", "problem admitted");
    case GapKind::below_target:
      return say(style, "未达目标", "below target");
    case GapKind::out_of_scope:
      return say(style, "不是本级", "not its own");
    case GapKind::stale:
      return say(style, "年份不符", "another year");
    case GapKind::contradicted:
      return say(style, "前后矛盾", "contradictory");
    case GapKind::unjudged:
      return say(style, "无法评定", "can't be judged");
  }
  return {};
}

std::string cause_name(Cause cause, const TableStyle& style) {
  switch (cause) {
    case Cause::framework:
      return say(style, "标准变化", "framework changed");
    case Cause::applicability:
      return say(style, "适用变化", "applicability changed");
    case Cause::new_evidence:
      return say(style, "新有实证", "new evidence");
    case Cause::lost_evidence:
      return say(style, "未再提及", "no longer mentioned");
    case Cause::changed_value:
      return say(style, "数值变化", "value changed");
    case Cause::peers:
      return say(style, "参照变化", "peers changed");
    case Cause::problem_appeared:
      return say(style, "新认问题", "problem admitted");
    case Cause::problem_gone:
      return say(style, "不再自认问题", "problem no longer admitted");
  }
  return {};
}

std::string remedy_name(Remedy remedy, const TableStyle& style) {
  return remedy == Remedy::work ? say(style, "去做", "do it") : say(style, "写明", "write it down");
}

std::string lacking_name(Lacking lacking, const TableStyle& style) {
  switch (lacking) {
    case Lacking::nothing:
      return say(style, "不缺", "nothing");
    case Lacking::below:
      return say(style, "不足", "below");
    case Lacking::problem:
      return say(style, "自认问题", "problem admitted");
    case Lacking::only_planned:
      return say(style, "只有计划", "only planned");
    case Lacking::no_evidence:
      return say(style, "无证据", "no evidence");
    case Lacking::unjudged:
      return say(style, "未能评分", "not judged");
    case Lacking::not_applicable:
      return say(style, "不适用", "not applicable");
  }
  return {};
}

std::string band_name(const Scorecard& card, const TableStyle& style) {
  return card.band() == nullptr ? std::string() : card.band()->name.in(style.language);
}

const Node& indicator_of(const Framework& framework, const Evidence& evidence) {
  return framework.nodes()[framework.indicators()[evidence.indicator]];
}

std::string rule_code(const Framework& framework, const Evidence& evidence) {
  const std::string rule = evidence.rule == Evidence::direct ? std::string(score_unit) : std::to_string(evidence.rule + 1);
  return indicator_of(framework, evidence).code + '#' + rule;
}

std::string rule_name(const Framework& framework, const Evidence& evidence) {
  if (evidence.rule == Evidence::direct) return std::string(score_unit);
  const auto& rules = framework.model().indicators[evidence.indicator].rules;
  return evidence.rule < rules.size() ? rules[evidence.rule].name : std::string();
}

std::string origin(const EvidenceSet& set, const Evidence& evidence, const TableStyle& style) {
  const Fact* fact = set.fact_of(evidence);
  if (fact == nullptr) return {};
  const std::string kind(kind_name(evidence.kind, language_of(style.language)));
  const std::string said = kind + say(style, "：", ": ") + one_line(fact->source);
  return fact->where == fact->source ? said : said + " (" + one_line(fact->where) + ")";
}

std::string review_in_words(const EvidenceSet& set, const Evidence& evidence, const TableStyle& style) {
  const AppliedReview* applied = set.review_of(evidence);
  if (applied == nullptr) return {};
  const Review& review = applied->review;
  std::string text = review.decision == Decision::accept   ? say(style, "采用", "accepted")
                     : review.decision == Decision::reject ? say(style, "不采用", "rejected")
                                                           : say(style, "更正", "corrected");
  text += ' ' + review.date;
  if (!review.reason.empty()) text += say(style, "：", ": ") + one_line(review.reason);
  if (review.decision != Decision::correct) return text;
  const Evidence& was = applied->was;
  const std::string number = figure(was);
  return text + say(style, "；原为：", "; was: ") + status_name(was.status, style) + (number.empty() ? "" : " · " + number);
}

std::string figure(const Evidence& e) { return figure(e.value, e.value_high, e.unit, e.bound, e.change); }
std::string figure(const Quantity& q) { return figure(q.value, q.value_high, q.unit, q.bound, q.change); }

std::string titled(const Node& node, const TableStyle& style) { return node.code + ' ' + node.title.in(style.language); }

std::string basis_name(const Node& node, const TableStyle& style) {
  if (style.language == "en") return node.basis;
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 8> words{
      Pair{"local-practice", "各地做法"}, Pair{"national", "国家文件"}, Pair{"statute", "法律法规"}, Pair{"policy", "政策文件"},
      Pair{"ours", "本框架自定"},         Pair{"target", "满分"},       Pair{"floor", "起评"},       Pair{"ladder", "分档"}};
  std::string text, word;
  const auto translated = [&] {
    const auto known = std::find_if(words.begin(), words.end(), [&](const Pair& pair) { return pair.first == word; });
    return known == words.end() ? word : std::string(known->second);
  };
  for (const char c : node.basis + ' ') {
    if (c != ':' && c != ',' && c != ' ') {
      word += c;
      continue;
    }
    text += translated() + c;
    word.clear();
  }
  return one_line(text);
}

std::span<const std::uint32_t> top_groups(const Framework& framework) { return framework.nodes()[0].children; }

}  // namespace rulescore::render
