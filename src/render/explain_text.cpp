// Why a node has its score, for people: the chain quote -> figure -> rule -> shape -> points -> share of the whole, with every
// piece that earned nothing and the reason. For a group, what it is made of.
// Outside face: render.hpp. Tested by tests/unit/render/explain_test.cpp.
#include "base/number.hpp"
#include "framework/model.hpp"
#include "render/account.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/working.hpp"
#include "score/wording.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  }
  return text;
}

std::string labelled(const TableStyle& style, const char* zh, const char* en, const std::string& text) {
  return text.empty() ? text : say(style, zh, en) + say(style, "：", ": ") + one_line(text);
}

std::string heading(const Scorecard& card, const Node& node, const TableStyle& style) {
  const Document& document = card.document();
  std::string out = one_line(titled(node, style));
  if (node.number) out += say(style, " (第 ", " (no. ") + std::to_string(*node.number) + say(style, " 项)", ")");
  out += '\n' + joined({label(document), year(document), source_line(document, style)}) + '\n';
  if (const std::string asks = labelled(style, "要求", "Asks", node.asks.in(style.language)); !asks.empty()) out += asks + '\n';
  const std::string about =
      joined({labelled(style, "责任单位", "Owner", node.owner), labelled(style, "标准来源", "Basis", basis_name(node, style))});
  return about.empty() ? out : out + about + '\n';
}

std::string result(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const NodeScore& score = card.nodes()[index];
  const std::string state = inked(state_name(score.state, style), ink_of(score.score), style.colour);
  return say(style, "结果：", "Result: ") + state + say(style, "，得分 ", ", score ") + rounded(score.score, 3) +
         say(style, "，", ", ") + rounded(score.points, 3) + " / " + rounded(score.full, 3) + say(style, " 分", " points") +
         "\n  " + one_line(card.reason(index, style.language)) + '\n';
}

// The section's heading behind those it stands under: "二、…… › (一) ……".
std::string headings(const Document& document, std::uint32_t section) {
  constexpr int longest = 40;  // columns of one heading: enough to recognise it by
  std::string path;
  for (std::uint32_t at = section; at != 0; at = document.sections()[at].parent) {
    const std::string heading = elide(one_line(document.heading(at)), longest);
    path = path.empty() ? heading : heading + " › " + path;
  }
  return path;
}

// “…100%” → 100% → E1.3#1 rate → 决定得分
std::string piece_lines(const Scorecard& card, const Account& account, std::uint32_t index, const TableStyle& style) {
  const EvidenceSet& set = card.evidence();
  const Evidence& piece = set.items()[index];
  const Role role = account.roles[index - account.begin];
  const Ink ink = role == Role::decides || role == Role::counts ? Ink::good : role == Role::problem ? Ink::poor : Ink::faint;
  const std::string number = std::isnan(piece.value) ? std::string() : stated_figure(piece, language_of(style.language));
  std::string out =
      "  [" + std::to_string(index - account.begin + 1) + "] " + one_line(cited(set, piece, language_of(style.language))) + '\n';
  out += "      " +
         joined({status_name(piece.status, style), number.empty() ? say(style, "无数值", "no figure") : number,
                 rule_code(card.framework(), piece) + ' ' + rule_name(card.framework(), piece)}) +
         " → " + inked(because(card, account, index, style), ink, style.colour) + '\n';
  if (const std::string from = origin(set, piece, style); !from.empty())
    out += "      " + labelled(style, "来源", "Source", from) + '\n';
  if (const std::string said = review_in_words(set, piece, style); !said.empty())
    out += "      " + labelled(style, "复核", "Review", said) + '\n';
  if (!piece.in_text()) return out;
  const std::string bytes = say(style, "字节 ", "bytes ") + std::to_string(piece.begin) + "–" + std::to_string(piece.end);
  out += "      " + joined({bytes, headings(card.document(), piece.section)}) + '\n';
  const std::string sentence = one_line(card.document().text(piece.sentence_begin, piece.sentence_end));
  if (sentence != one_line(set.quote(piece))) out += "      " + labelled(style, "原句", "Sentence", sentence) + '\n';
  return out;
}

// What a term is, and what it earned.
std::string use_line(const RuleUse& use, const Earned& earned, const std::string& shape, const TableStyle& style) {
  std::string out = "      ";
  if (use.use == Use::all_of) out += say(style, "缺一不可：", "all of these: ");
  if (use.use == Use::bonus) out += say(style, "加分：", "added: ");
  if (use.use == Use::deduct) out += say(style, "扣分：", "taken off: ");
  if (use.use == Use::otherwise) out += say(style, "以上都不得分时：", "when nothing above earns: ");
  out += shape + " → ";
  if (!earned.found()) return out + say(style, "没有可计分的证据", "no evidence that earns") + '\n';
  if (!std::isnan(earned.amount)) out += shortest(earned.amount) + say(style, " 得 ", " earns ");
  return out + inked(rounded(earned.score, 3), ink_of(earned.score), style.colour) + '\n';
}

bool is_operand(const IndicatorModel& indicator, Source rule) {
  return std::any_of(indicator.metrics.begin(), indicator.metrics.end(), [&](const Metric& metric) {
    return std::any_of(metric.of.begin(), metric.of.end(), [&](const Operand& operand) { return operand.source == rule; });
  });
}

std::string rule_lines(const Account& account, std::size_t index, const TableStyle& style) {
  const RuleAccount& rule = account.rules[index];
  std::string out = "  #" + std::to_string(index + 1) + ' ' + rule.rule->name + say(style, "：", ": ") +
                    rule_in_words(*rule.rule, style) + '\n';
  if (rule.use.use == Use::none) {
    const bool computed = is_operand(*account.indicator, static_cast<Source>(index));
    return out + "      " +
           (computed ? say(style, "用来计算，见下", "computed with, see below")
                     : say(style, "只记录，不计分", "recorded, not scored")) +
           '\n';
  }
  return out + use_line(rule.use, rule.earned, shape_in_words(*rule.use.score, *rule.rule, style), style);
}

std::string metric_lines(const Account& account, const MetricAccount& metric, const TableStyle& style) {
  const std::string out =
      "  = " + metric.metric->name + say(style, "：", ": ") + metric_in_words(*metric.metric, *account.indicator, style) + '\n';
  if (metric.use.use == Use::none) return out;
  return out + use_line(metric.use, metric.earned, shape_in_words(*metric.use.score, *metric.metric, style), style);
}

std::string indicator_body(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const Account account = account_of(card, index);
  const NodeScore& score = card.nodes()[index];
  std::string out = '\n' + say(style, "证据", "Evidence") + say(style, "：", ": ") + std::to_string(account.roles.size()) +
                    say(style, " 条\n", account.roles.size() == 1 ? " piece\n" : " pieces\n");
  for (std::uint32_t i = score.evidence_begin; i < score.evidence_end; ++i) out += piece_lines(card, account, i, style);
  out += '\n' + say(style, "规则", "Rules") + say(style, "（", " (") + take_in_words(account.indicator->score.take, style) +
         say(style, "）", ")") + '\n';
  for (std::size_t r = 0; r < account.rules.size(); ++r) out += rule_lines(account, r, style);
  for (const MetricAccount& metric : account.metrics) out += metric_lines(account, metric, style);
  return out;
}

std::string group_body(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const Node& node = card.framework().nodes()[index];
  const NodeScore& own = card.nodes()[index];
  TextTable table({{say(style, "下级", "Part"), Align::left, 44, true},
               {say(style, "占比", "Weight"), Align::right},
               {say(style, "得分", "Score"), Align::right},
               {say(style, "分数", "Points"), Align::right},
               {say(style, "状态", "State")}});
  for (const std::uint32_t child : node.children) {
    const Node& part = card.framework().nodes()[child];
    const NodeScore& score = card.nodes()[child];
    table.add({{titled(part, style)},
               {part.role != rulescore::Role::weighted ? role_name(part, card.full(), style)
                : score.full > 0                       ? percent(score.full / own.full, 1)
                                                       : "–"},
               {rounded(score.score, 3), ink_of(score.score)},
               {rounded(score.points, 2) + " / " + rounded(score.full, 2)},
               {state_name(score.state, style)}});
  }
  return '\n' + table.text(style);
}

std::string working_lines(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  std::string out = '\n' + say(style, "计算", "Working") + '\n';
  for (const std::string& line : working(card, index, style)) out += "  " + line + '\n';
  return out;
}

// E1.3 is 20% of E1, E1 is 33.3% of E, …: the way to the total.
std::string way_up(const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const NodeScore& score = card.nodes()[index];
  std::string chain;
  for (const Step& step : steps_up(card, index)) {
    if (step.node->role != rulescore::Role::weighted) {
      chain += (chain.empty() ? "" : " × ") + one_line(step.node->code) + say(style, "（", " (") +
               role_name(*step.node, card.full(), style) + say(style, "）", ")");
      break;  // its points are its own
    }
    const std::string whole = step.parent->depth == 0 ? say(style, "总分", "the total") : one_line(step.parent->code);
    chain += (chain.empty() ? "" : " × ") + one_line(step.node->code) + say(style, " 占 ", " is ") + percent(step.part, 1) +
             say(style, "（在 ", " of ") + whole + say(style, " 中）", "");
  }
  std::string out = '\n' + say(style, "折算\n", "In the total\n");
  if (!chain.empty()) out += "  " + chain + " = " + percent(score.full / card.full(), 2) + '\n';
  const double sign = card.framework().model().node_rules[index].sign;
  // Where nothing stands in for what is missing; else the working says what is proven.
  if (std::abs(sign * score.score * score.full - score.points) <= 1e-9) {
    out += "  " + rounded(score.score, 3) + " × " + rounded(score.full, 3) + say(style, " 分 = ", " points = ") +
           rounded(score.points, 3) + say(style, " 分", " points") + '\n';
  }
  return out + "  " + say(style, "总分 ", "of a total of ") + rounded(card.score(), 1) + " / " + shortest(card.full()) +
         say(style, "，其中本项 ", ", this makes ") + rounded(score.points, 3) + '\n';
}

}  // namespace
}  // namespace render

std::string explain_text(const Scorecard& card, std::uint32_t node, const TableStyle& style) {
  using namespace render;
  const Node& what = card.framework().nodes()[node];
  return heading(card, what, style) + '\n' + result(card, node, style) +
         (what.is_indicator() ? indicator_body(card, node, style) : group_body(card, node, style)) +
         working_lines(card, node, style) + way_up(card, node, style);
}

}  // namespace rulescore
