// Where points are missing, and what each would bring. A gain is never a shortcut: the indicator is set to its target and the
// nodes above it are worked out again, so it holds for any aggregation and missing policy. In a deduction it is the other way
// round: the target is a low score, full marks mean none is taken. Under `bounds` gains are those of the low end. Tested by
// tests/unit/analysis/gap.cpp and, against a naive reference over random trees, by tests/property/gaps.cpp.
//
// An indicator at its target whose text admits a shortcoming is listed, too, with a gain of 0: problems always show.
// Under `exclude` a document of which nothing was assessed has no total; gains are then counted from 0. Closing a gap can cost
// points there: an unassessed indicator that reaches a target below the mean lowers it, and the gain is negative.
#include "analysis/target.hpp"
#include "score/block.hpp"

#include <rulescore/analysis.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;  // of the scale: totals closer than this are the same

double or_zero(double score) noexcept { return std::isnan(score) ? 0 : score; }

std::uint32_t first_of(const Scorecard& card, const NodeScore& node, Status status) noexcept {
  const auto items = card.evidence().items();
  for (std::uint32_t i = node.evidence_begin; i < node.evidence_end; ++i) {
    if (items[i].status == status && card.standings()[i] == Standing::counts) return i;
  }
  return Evidence::none;
}

// The gaps of one card.
class GapFinder {
 public:
  GapFinder(const Scorecard& card, const Target& target, std::span<const double> targets, double target_total)
      : card_(card),
        model_(card.framework().model()),
        target_(target),
        targets_(targets),
        report_{card, target_total, 0, true, {}},
        tree_(model_, view_of(card)) {
    std::vector<double> scores;
    for (const NodeScore& node : card.nodes()) scores.push_back(node.score);
    tally_ = tree_.tally(std::move(scores));
  }

  GapReport report() && {
    for (std::size_t i = 0; i < targets_.size(); ++i) find(i);
    sort_by_gain();
    close_in_order();
    report_.within_reach = report_.reachable >= report_.target_total - slack();
    return std::move(report_);
  }

 private:
  double slack() const noexcept { return tolerance * model_.full; }
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
    const bool short_of_target = is_short(index, gap);
    const std::uint32_t problem = first_of(card_, node, Status::problem);
    if (!short_of_target && problem == Evidence::none) return;
    if (short_of_target) gap.gain = gain(index, gap.target);
    describe(gap, indicator, problem);
    report_.gaps.push_back(gap);
  }

  bool is_short(std::uint32_t index, const Gap& gap) const noexcept {
    return model_.node_rules[index].sign > 0 ? gap.score < gap.target : gap.score > gap.target;
  }

  double gain(std::uint32_t index, double target) {
    const double before = total(), now = tally_.scores[index];
    tree_.set(tally_, index, target);
    const double after = total();
    tree_.set(tally_, index, now);
    return after - before;
  }

  // An admitted shortcoming is what a reader must see first; then what was found, promised, or not said at all.
  void describe(Gap& gap, std::size_t indicator, std::uint32_t problem) const {
    const NodeScore& node = card_.nodes()[gap.node];
    if (problem != Evidence::none) {
      gap.kind = GapKind::problem;
      gap.evidence = problem;
    } else if (node.state == State::evidenced) {
      gap.kind = GapKind::below_target;
      gap.evidence = Leaf(card_, indicator).verdict().piece;
      if (gap.evidence == Evidence::none) gap.evidence = first_of(card_, node, Status::achieved);
    } else if (node.state == State::only_planned) {
      gap.kind = GapKind::only_planned;
      gap.evidence = first_of(card_, node, Status::planned);
    } else {
      gap.kind = GapKind::no_evidence;
    }
  }

  // Closes the gaps one after the other, largest first. Only a number can be reached before the end of the list.
  void close_in_order() {
    const bool number = target_.kind == Target::Kind::number;
    for (Gap& gap : report_.gaps) {
      gap.needed = !number || total() < report_.target_total - slack();
      if (is_short(gap.node, gap)) tree_.set(tally_, gap.node, gap.target);
      gap.cumulative = total();
    }
    report_.reachable = total();
  }

  const Scorecard& card_;
  const FrameworkModel& model_;
  const Target& target_;
  std::span<const double> targets_;
  GapReport report_;
  Tree tree_;
  Tally tally_;  // as gaps are closed
};

}  // namespace

std::vector<GapReport> gaps(const Panel& panel, const Target& target) {
  const std::vector<double> targets = indicator_targets(panel, target);
  std::vector<GapReport> reports;
  reports.reserve(panel.rows());
  for (const Scorecard& card : panel.cards())
    reports.push_back(GapFinder(card, target, targets, target_total(card, target, targets)).report());
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
  }
  return "";
}

}  // namespace rulescore
