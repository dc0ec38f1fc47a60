// See compare_causes.hpp. First the yardstick, on the old document; then the evidence, walked from the old state to the new one
// and back again in the other order.
#include "analysis/compare_causes.hpp"

#include "analysis/compare_steps.hpp"
#include "framework/model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rulescore {
namespace {

double or_zero(double value) noexcept { return std::isnan(value) ? 0 : value; }

// A document's tree while its indicators move from one state to another.
class Walk {
 public:
  Walk(const Scorecard& card, bool low_ends) : model_(card.framework().model()), low_ends_(low_ends) {
    std::vector<double> scores(model_.nodes.size(), no_value);
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
      states_.push_back(leaf_state(card, i));
      scores[model_.indicator_nodes[i]] = states_.back().score;
    }
    begin(std::move(scores));
  }

  double total() const noexcept { return or_zero(tally_.scores.front()) * model_.full; }

  void go(std::uint32_t indicator, const LeafState& to) {
    LeafState& state = states_[indicator];
    const bool same_tree = state.applies == to.applies && state.zeroes == to.zeroes;
    state = to;
    const std::uint32_t node = model_.indicator_nodes[indicator];
    if (same_tree) {
      tree_->set(tally_, node, to.score);
    } else {
      tally_.scores[node] = to.score;
      begin(std::move(tally_.scores));
    }
  }

 private:
  void begin(std::vector<double> scores) {
    TreeView view;
    view.bounds_as_zero = low_ends_;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      view.vetoed |= states_[i].zeroes;
      if (states_[i].applies == Applies::yes) continue;
      view.applies.resize(model_.nodes.size(), Applies::yes);
      view.applies[model_.indicator_nodes[i]] = states_[i].applies;
    }
    tree_.emplace(model_, std::move(view));
    tally_ = tree_->tally(std::move(scores));
  }

  const FrameworkModel& model_;
  bool low_ends_;  // of what can't be had as one figure
  std::vector<LeafState> states_;
  std::optional<Tree> tree_;
  Tally tally_;
};

double total_of(const Scorecard& card, bool low_ends) { return Walk(card, low_ends).total(); }

// The steps of each indicator, in the order of the framework.
using Steps = std::vector<std::vector<LeafStep>>;

void walk(const Scorecard& from, bool low_ends, const Steps& steps, bool reverse, std::vector<std::vector<double>>& points) {
  Walk walk(from, low_ends);
  double before = walk.total();
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const std::size_t i = reverse ? steps.size() - 1 - k : k;
    for (std::size_t s = 0; s < steps[i].size(); ++s) {
      walk.go(steps[i][s].indicator, steps[i][s].to);
      const double after = walk.total();
      points[i][s] += (after - before) / 2;
      before = after;
    }
  }
}

// What one framework's indicators are called in the comparison.
std::vector<std::uint32_t> places_of(const ScoreComparison& comparison, bool of_after) {
  const std::size_t count = (of_after ? comparison.after : comparison.before).indicators.size();
  std::vector<std::uint32_t> places(count, IndicatorMove::none);
  for (std::uint32_t i = 0; i < comparison.indicators.size(); ++i) {
    const std::uint32_t own = of_after ? comparison.indicators[i].after : comparison.indicators[i].before;
    if (own != IndicatorMove::none) places[own] = i;
  }
  return places;
}

// Points of the indicators, where those make the total.
std::optional<std::map<std::uint32_t, double>> points_that_add_up(const Scorecard& card, const std::vector<std::uint32_t>& places,
                                                                  double total) {
  std::map<std::uint32_t, double> points;
  double sum = 0;
  const auto nodes = card.framework().indicators();
  for (std::size_t i = 0; i < nodes.size(); ++i) sum += points[places[i]] = card.nodes()[nodes[i]].points;
  if (std::abs(sum - total) > 1e-11 * card.full()) return std::nullopt;
  return points;
}

class Yardstick {
 public:
  explicit Yardstick(const ScoreComparison& comparison)
      : comparison_(comparison), old_places_(places_of(comparison, false)), new_places_(places_of(comparison, true)) {}

  void add_shifts(const Scorecard& before, const Scorecard& after, bool low_ends, std::vector<Shift>& shifts) const {
    if (before.framework().fingerprint() == after.framework().fingerprint()) return;
    const double was = total_of(before, low_ends), is = total_of(after, low_ends);
    const auto old_points = points_that_add_up(before, old_places_, was), new_points = points_that_add_up(after, new_places_, is);
    if (!old_points || !new_points) {
      shifts.push_back({.cause = Cause::framework, .points = is - was});
      return;
    }
    for (std::uint32_t i = 0; i < comparison_.indicators.size(); ++i)
      add_shift(i, value_or_zero(*new_points, i) - value_or_zero(*old_points, i), before, after, shifts);
  }

 private:
  static double value_or_zero(const std::map<std::uint32_t, double>& points, std::uint32_t key) {
    const auto found = points.find(key);
    return found == points.end() ? 0 : found->second;
  }

  void add_shift(std::uint32_t indicator, double points, const Scorecard& before, const Scorecard& after,
                 std::vector<Shift>& shifts) const {
    const IndicatorMove& move = comparison_.indicators[indicator];
    Shift shift{.cause = Cause::framework, .indicator = indicator, .points = points};
    look(before, move.before, shift.from, shift.before);
    look(after, move.after, shift.to, shift.after);
    const bool same_score = shift.from == shift.to || (std::isnan(shift.from) && std::isnan(shift.to));
    if (!same_score || std::abs(points) > 1e-13 * after.full()) shifts.push_back(shift);
  }

  static void look(const Scorecard& card, std::uint32_t indicator, double& score, State& state) {
    if (indicator == IndicatorMove::none) return;
    const NodeScore& node = card.nodes()[card.framework().indicators()[indicator]];
    score = node.score;
    state = node.state;
  }

  const ScoreComparison& comparison_;
  std::vector<std::uint32_t> old_places_, new_places_;
};

void add_evidence_shifts(const Scorecard& before, const Scorecard& after, bool low_ends, const std::vector<std::uint32_t>& places,
                         std::vector<Shift>& shifts) {
  Steps steps;
  std::vector<std::vector<double>> points;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::vector<LeafStep> own = steps_of(before, after, i);
    if (own.empty()) continue;
    points.emplace_back(own.size());
    steps.push_back(std::move(own));
  }
  walk(before, low_ends, steps, false, points);
  walk(before, low_ends, steps, true, points);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (std::size_t s = 0; s < steps[i].size(); ++s) {
      const LeafStep& step = steps[i][s];
      const std::uint32_t node = before.framework().indicators()[step.indicator];
      shifts.push_back({step.cause, places[step.indicator], points[i][s], step.from.score, step.to.score,
                        before.nodes()[node].state, after.nodes()[node].state, step.piece_before, step.piece_after});
    }
  }
}

}  // namespace

void find_causes(ScoreComparison& comparison) {
  TwoYears& years = *comparison.years;
  const Yardstick yardstick(comparison);
  const std::vector<std::uint32_t> places = places_of(comparison, true);
  for (const DocumentMove& move : comparison.documents) {
    const Scorecard &before = years.before.cards()[move.before], &between = years.between.cards()[move.before],
                    &after = years.after.cards()[move.after];
    std::vector<Shift>& shifts = years.shifts.emplace_back();
    const bool low_ends = std::isnan(before.score()) || std::isnan(between.score()) || std::isnan(after.score());
    yardstick.add_shifts(before, between, low_ends, shifts);
    add_evidence_shifts(between, after, low_ends, places, shifts);
    years.total_before.push_back(total_of(before, low_ends));
    years.total_after.push_back(total_of(after, low_ends));
  }
}

std::vector<CauseSum> sums_by_cause(std::span<const Shift> shifts) {
  std::map<Cause, CauseSum> sums;
  for (const Shift& shift : shifts) {
    CauseSum& sum = sums[shift.cause];
    sum.cause = shift.cause;
    ++sum.shifts;
    sum.points += shift.points;
  }
  std::vector<CauseSum> list;
  for (const auto& [cause, sum] : sums) list.push_back(sum);
  return list;
}

std::string_view to_string(Cause cause) noexcept {
  switch (cause) {
    case Cause::framework:
      return "framework";
    case Cause::applicability:
      return "applicability";
    case Cause::new_evidence:
      return "new_evidence";
    case Cause::lost_evidence:
      return "lost_evidence";
    case Cause::changed_value:
      return "changed_value";
    case Cause::peers:
      return "peers";
    case Cause::problem_appeared:
      return "problem_appeared";
    case Cause::problem_gone:
      return "problem_gone";
  }
  return "";
}

}  // namespace rulescore
