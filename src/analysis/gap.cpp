// Where points are missing, and what each would bring. A gain is never a shortcut: the indicator is set to its target and the
// nodes above it are worked out again, so it holds for any aggregation and missing policy. In a deduction it is the other way
// round: the target is a low score, full marks mean none is taken. Under `bounds` gains are those of the low end. Tested by
// tests/unit/analysis/gap.cpp and, against a naive reference over random trees, by tests/property/gaps.cpp.
//
// An indicator at its target whose text admits a shortcoming or has set off a veto is listed, too, with a gain of 0: that always
// shows. Under `exclude` a document of which nothing was assessed has no total; gains are then counted from 0. Closing a gap can
// cost points there: an unassessed indicator that reaches a target below the mean lowers it, and the gain is negative.
#include "analysis/card_gaps.hpp"
#include "analysis/gap_kind.hpp"

#include <rulescore/analysis.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

double or_zero(double score) noexcept { return std::isnan(score) ? 0 : score; }

class GapFinder {
 public:
  GapFinder(const GapQuestion& question, std::uint32_t row)
      : question_(question),
        row_(row),
        card_(question.panel.cards()[row]),
        model_(card_.framework().model()),
        targets_(question.targets.of(row)),
        kinds_(card_),
        report_{card_, target_total(card_, question.target, targets_), 0, true, {}},
        tree_(model_, view_of(card_)) {
    std::vector<double> scores;
    for (const NodeScore& node : card_.nodes()) scores.push_back(node.score);
    tally_ = tree_.tally(std::move(scores));
  }

  GapReport report(bool choose) && {
    for (std::size_t i = 0; i < targets_.size(); ++i) find(i);
    sort_by_gain();
    if (choose && question_.target.kind == Target::Kind::number) mark_needed();
    close_in_order();
    report_.within_reach = !(report_.reachable < report_.target_total - slack());
    return std::move(report_);
  }

 private:
  double slack() const noexcept { return level_totals * model_.full; }
  double total() const noexcept { return or_zero(tally_.scores.front()) * model_.full; }

  // Largest first. Gains are compared in steps of the tolerance: equal ones must not be told apart by their last bits, or they
  // would leave the framework's order.
  void sort_by_gain() {
    const auto steps = [step = slack()](const Gap& gap) { return std::round(gap.gain / step); };
    std::stable_sort(report_.gaps.begin(), report_.gaps.end(), [&](const Gap& a, const Gap& b) { return steps(a) > steps(b); });
  }

  void find(std::size_t indicator) {
    const std::uint32_t index = model_.indicator_nodes[indicator];
    const NodeScore& node = card_.nodes()[index];
    if (node.state == State::not_applicable) return;
    Gap gap;
    gap.node = index;
    gap.score = or_zero(node.score);
    gap.target = targets_[indicator];
    const bool short_of_target = is_short(model_, gap);
    if (!short_of_target && !kinds_.always_shows(index)) return;
    if (short_of_target) gap.gain = gain(index, gap.target);
    kinds_.describe(gap, indicator);
    gap.exemplars = question_.exemplars.of(row_, indicator);
    report_.gaps.push_back(std::move(gap));
  }

  double gain(std::uint32_t index, double target) {
    const double before = total(), now = tally_.scores[index];
    tree_.set(tally_, index, target);
    const double after = total();
    tree_.set(tally_, index, now);
    return after - before;
  }

  void mark_needed() {
    const FixableCard fixable(card_, report_.gaps);
    for (Gap& gap : report_.gaps) gap.needed = gap.veto;
    for (const std::uint32_t fix : fixable.select(report_.target_total, std::nullopt).fixes)
      report_.gaps[fixable.gap_of(fix)].needed = true;
  }

  void close_in_order() {
    for (Gap& gap : report_.gaps) {
      if (is_short(model_, gap)) tree_.set(tally_, gap.node, gap.target);
      gap.cumulative = total();
    }
    report_.reachable = total();
  }

  const GapQuestion& question_;
  std::uint32_t row_;
  const Scorecard& card_;
  const FrameworkModel& model_;
  std::span<const double> targets_;
  GapKinds kinds_;
  GapReport report_;
  Tree tree_;
  Tally tally_;  // as gaps are closed
};

}  // namespace

bool is_short(const FrameworkModel& model, const Gap& gap) noexcept {
  return model.node_rules[gap.node].sign > 0 ? gap.score < gap.target : gap.score > gap.target;
}

GapReport gaps_of(const GapQuestion& question, std::uint32_t row, bool choose) { return GapFinder(question, row).report(choose); }

std::vector<GapReport> gaps(const Panel& panel, const Target& target) {
  const GapQuestion question(panel, target);
  std::vector<GapReport> reports;
  reports.reserve(panel.rows());
  for (std::uint32_t row = 0; row < panel.rows(); ++row) reports.push_back(gaps_of(question, row));
  return reports;
}

std::string_view to_string(GapKind kind) noexcept {
  switch (kind) {
    case GapKind::no_evidence:
      return "no_evidence";
    case GapKind::only_planned:
      return "only_planned";
    case GapKind::problem:
      return "problem";
    case GapKind::below_target:
      return "below_target";
    case GapKind::out_of_scope:
      return "out_of_scope";
    case GapKind::stale:
      return "stale";
    case GapKind::contradicted:
      return "contradicted";
    case GapKind::unjudged:
      return "unjudged";
  }
  return "";
}

std::string_view to_string(Remedy remedy) noexcept { return remedy == Remedy::work ? "work" : "write"; }

}  // namespace rulescore
