#include "render/account.hpp"

#include "base/number.hpp"
#include "render/escape.hpp"
#include "score/aggregate.hpp"
#include "score/applicability.hpp"
#include "score/metric.hpp"
#include "score/wording.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

bool adds_up(const RuleScore& term) noexcept {
  const Of of = input_of(term);
  return of == Of::count || of == Of::sum || of == Of::mean;
}

bool needs_figure(const RuleScore& term) noexcept {
  return !std::holds_alternative<Presence>(term.shape) && input_of(term) != Of::count;
}

// A piece that earns, of a rule that is scored.
Role scored_role(const Account& account, const Evidence& piece, std::uint32_t index) {
  const RuleAccount& rule = account.rules[piece.rule];
  if (needs_figure(*rule.use.score) && std::isnan(piece.value)) return Role::no_figure;
  if (index == account.verdict.piece && rule.use.use != Use::deduct) return Role::decides;
  const bool of_this_rule = account.verdict.rule == piece.rule;
  if (of_this_rule && adds_up(*rule.use.score)) return Role::counts;
  if (rule.use.use == Use::bonus || rule.use.use == Use::deduct)
    return adds_up(*rule.use.score) || index == rule.earned.piece ? Role::counts : Role::outscored;
  if (rule.use.use == Use::otherwise) return of_this_rule ? Role::outscored : Role::not_needed;
  const bool its_rules_best = adds_up(*rule.use.score) || index == rule.earned.piece;
  const Part part = account.verdict.part;
  const bool together = part != Part::otherwise &&
                        (account.indicator->score.take != Take::best || (part == Part::all_of && rule.use.use == Use::all_of));
  return together && its_rules_best ? Role::counts : Role::outscored;
}

// A piece of a rule that no term names, but a metric may: it counts where the figure that the metric earned with is made of it.
Role computed_role(const Account& account, const Pieces& pieces, std::uint32_t index) {
  Role role = Role::unscored;
  for (const MetricAccount& metric : account.metrics) {
    if (metric.use.score == nullptr) continue;
    const auto is_piece_of = [&](const Operand& operand) { return operand.source == pieces.items[index].rule; };
    if (std::any_of(metric.metric->of.begin(), metric.metric->of.end(), is_piece_of)) role = Role::outscored;
    for (const MetricFigure& figure : figures_of(*metric.metric, pieces)) {
      if (std::find(figure.pieces.begin(), figure.pieces.end(), index) == figure.pieces.end()) continue;
      if (figure.pieces.front() == metric.earned.piece) return Role::counts;
    }
  }
  return role;
}

bool is_taken_off(const Account& account, const Evidence& piece) {
  return piece.rule < account.rules.size() && account.rules[piece.rule].use.use == Use::deduct;
}

Role role_of(const Account& account, Pieces pieces, std::uint32_t index) {
  const Evidence& piece = pieces.items[index];
  if (!pieces.takes_part(index)) return Role::barred;
  if (piece.status == Status::planned) return Role::planned;
  pieces.with_problems = is_taken_off(account, piece);
  if (piece.status == Status::problem && !pieces.with_problems) return Role::problem;
  if (!pieces.earns(index)) return Role::repeated;
  if (account.verdict.part == Part::direct) {
    if (piece.rule != Evidence::direct) return Role::overruled;
    return earn_directly(account.indicator->score.direct, pieces).amount > 1 ? Role::counts : Role::decides;
  }
  if (piece.rule >= account.rules.size()) return Role::unscored;
  if (account.rules[piece.rule].use.use == Use::none) return computed_role(account, pieces, index);
  return scored_role(account, piece, index);
}

}  // namespace

std::string_view to_string(Role role) noexcept {
  switch (role) {
    case Role::decides:
      return "decides";
    case Role::counts:
      return "counts";
    case Role::outscored:
      return "outscored";
    case Role::not_needed:
      return "not_needed";
    case Role::no_figure:
      return "no_figure";
    case Role::unscored:
      return "unscored";
    case Role::repeated:
      return "repeated";
    case Role::overruled:
      return "overruled";
    case Role::barred:
      return "barred";
    case Role::planned:
      return "planned";
    case Role::problem:
      return "problem";
  }
  return {};
}

std::string because(const Scorecard& card, const Account& account, std::uint32_t index, const TableStyle& style) {
  switch (account.roles[index - account.begin]) {
    case Role::decides:
      return say(style, "决定得分", "decides the score");
    case Role::counts:
      if (is_taken_off(account, card.evidence().items()[index])) return say(style, "计入扣分", "is taken off");
      return say(style, "计入得分", "counts");
    case Role::outscored:
      return say(style, "不另得分：别的证据得分不低于它", "earns nothing more: another piece earns as much or more");
    case Role::not_needed:
      return say(style, "不另得分：上面的规则已得分，退而求其次的规则不再用",
                 "earns nothing: a stand-in rule, and the rules above it earned");
    case Role::no_figure:
      return say(style, "不得分：没有数值可算", "earns nothing: there is no figure to score");
    case Role::unscored:
      return say(style, "不得分：这条规则只记录，不计分", "earns nothing: this rule is recorded, not scored");
    case Role::repeated:
      if (card.evidence().items()[index].fact != Evidence::none)
        return say(style, "不重复得分：与另一条说的相同", "earns nothing more: another piece says the same");
      return say(style, "不重复得分：前文已说过同一件事", "earns nothing more: said before in this text");
    case Role::overruled:
      return say(style, "不另得分：本项已直接给分，不再按规则计",
                 "earns nothing: the score was given directly, no rule is asked");
    case Role::barred:
      return say(style, "不得分：", "earns nothing: ") +
             why_not(card.evidence().items()[index], card.standings()[index], card.evidence(), language_of(style.language));
    case Role::planned:
      return say(style, "不得分：是计划，不是已做到的事", "earns nothing: a plan, not something done");
    case Role::problem:
      break;
  }
  const double cost = account.indicator->score.problem_cost;
  if (cost == 0 || account.verdict.state != State::evidenced)
    return say(style, "不得分：自认的问题", "earns nothing: an admitted problem");
  return say(style, "自认问题：不论几处，本项共扣 ", "admitted problems take off, however many, ") + shortest(cost);
}

Account account_of(const Scorecard& card, std::uint32_t node) {
  const auto indicators = card.framework().indicators();
  const auto column = std::lower_bound(indicators.begin(), indicators.end(), node) - indicators.begin();
  const NodeScore& score = card.nodes()[node];

  Account account;
  account.indicator = &card.framework().model().indicators[static_cast<std::size_t>(column)];
  account.begin = score.evidence_begin;
  const Leaf leaf(card, static_cast<std::size_t>(column));
  Pieces pieces = leaf.pieces();
  account.verdict = leaf.verdict();
  for (std::uint16_t r = 0; r < account.indicator->rules.size(); ++r) {
    const RuleUse use = use_of(account.indicator->score, r);
    pieces.rule = r;
    account.rules.push_back({&account.indicator->rules[r], use, use.score == nullptr ? Earned{} : earn(*use.score, pieces)});
  }
  for (std::size_t m = 0; m < account.indicator->metrics.size(); ++m) {
    const RuleUse use = use_of(account.indicator->score, static_cast<Source>(first_metric + m));
    account.metrics.push_back({&account.indicator->metrics[m], use, use.score == nullptr ? Earned{} : earn(*use.score, pieces)});
  }
  for (std::uint32_t i = score.evidence_begin; i < score.evidence_end; ++i) account.roles.push_back(role_of(account, pieces, i));
  return account;
}

std::vector<Step> steps_up(const Scorecard& card, std::uint32_t node) {
  std::vector<Step> steps;
  const Tree tree(card.framework().model(), {applicability(card), {}, false, false});
  const auto nodes = card.framework().nodes();
  for (std::uint32_t at = node; at != 0; at = nodes[at].parent) {
    const std::uint32_t parent = nodes[at].parent;
    const bool is_part = nodes[at].role == rulescore::Role::weighted && tree.share(parent) > 0;
    steps.push_back(
        {&nodes[at], &nodes[parent], tree.weight(at), is_part ? tree.share(at) / tree.share(parent) : 0, card.nodes()[at].full});
  }
  return steps;
}

}  // namespace rulescore::render
