// See selection.hpp.
#include "analysis/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;  // of full marks: scores closer than this are level

// A set of fixes on the tree, one changed at a time.
class Trial {
 public:
  Trial(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes)
      : tree_(tree), now_(now), tally_(now), fixes_(fixes), chosen_(fixes.size(), 0) {
    for (std::uint32_t i = 0; i < fixes.size(); ++i) flip(i);
    for (std::uint32_t node = 0; node < model.nodes.size(); ++node)
      for (const Veto& veto : model.node_rules[node].vetoes)
        if (veto.below && !fires(veto, tally_.scores[node], tally_.coverage[node])) heeded_.push_back({node, &veto});
    everything_ = score();
    for (std::uint32_t i = 0; i < fixes.size(); ++i) flip(i);
  }

  void flip(std::uint32_t fix) {
    chosen_[fix] ^= 1;
    effort_ += chosen_[fix] ? fixes_[fix].effort : -fixes_[fix].effort;
    tree_.set(tally_, fixes_[fix].node, chosen_[fix] ? fixes_[fix].target : now_.scores[fixes_[fix].node]);
  }
  void become(std::span<const std::uint32_t> wanted) {
    for (std::uint32_t i = 0; i < chosen_.size(); ++i)
      if ((chosen_[i] != 0) != std::binary_search(wanted.begin(), wanted.end(), i)) flip(i);
  }

  bool has(std::uint32_t fix) const noexcept { return chosen_[fix] != 0; }
  Effort effort() const noexcept { return effort_; }
  double score() const noexcept { return std::isnan(tally_.scores[0]) ? 0 : tally_.scores[0]; }
  double everything() const noexcept { return everything_; }
  bool clear() const noexcept {
    return std::none_of(heeded_.begin(), heeded_.end(),
                        [&](const Heeded& one) { return fires(*one.veto, tally_.scores[one.node], tally_.coverage[one.node]); });
  }
  bool reaches(double goal) const noexcept { return score() >= goal - tolerance && clear(); }

  std::vector<std::uint32_t> fixes() const {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < chosen_.size(); ++i)
      if (chosen_[i]) list.push_back(i);
    return list;
  }

 private:
  struct Heeded {
    std::uint32_t node;
    const Veto* veto;
  };
  const Tree& tree_;
  const Tally& now_;
  Tally tally_;
  std::span<const Fix> fixes_;
  std::vector<std::uint8_t> chosen_;
  Effort effort_ = 0;
  double everything_ = 0;
  std::vector<Heeded> heeded_;
};

class Selector {
 public:
  Selector(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes, const Wish& wish)
      : fixes_(fixes), wish_(wish), trial_(model, tree, now, fixes), attainable_(attainable(model, tree, now, fixes)) {}

  Selection result() && {
    const bool few = fixes_.size() <= all_tried;
    if (attainable_.exact || !few) choose();
    if (few && (!attainable_.exact || !choice_.proven)) try_all();
    return std::move(choice_);
  }

 private:
  bool affords(Effort effort) const noexcept { return !wish_.budget || effort <= *wish_.budget; }

  void take(const Trial& trial) {
    choice_.fixes = trial.fixes();
    choice_.effort = trial.effort();
    choice_.score = trial.score();
    choice_.reaches = trial.reaches(wish_.goal);
  }

  // ---- from the frontier

  void choose() {
    const Frontier& points = attainable_.points;
    const auto cheapest =
        std::find_if(points.begin(), points.end(), [&](const Point& point) { return point.figure >= wish_.goal - tolerance; });
    if (cheapest != points.end() && affords(cheapest->effort)) {
      choice_.least_effort = cheapest->effort;
      choice_.most_score = points.back().figure;
      start_from(*cheapest);
      if (!trial_.reaches(wish_.goal) || !attainable_.exact) reach_either_way();
    } else if (cheapest != points.end()) {
      choice_.affordable = false;
      choice_.least_effort = cheapest->effort;
      spend();
    } else {
      reach_the_most();
    }
    if (wish_.budget && trial_.effort() > *wish_.budget) {
      choice_.affordable = false;
      spend();
    }
    take(trial_);
    choice_.proven = choice_.reaches ? choice_.effort <= choice_.least_effort : choice_.score >= choice_.most_score - tolerance;
  }

  void start_from(const Point& point) { trial_.become(attainable_.picks.fixes(point.pick)); }

  // The goal is out of reach: the cheapest way to the highest total.
  void reach_the_most() {
    const Frontier& points = attainable_.points;
    if (!points.empty() && attainable_.exact) {
      const Point* best = &points.back();
      for (const Point& point : points)  // what is level with the best costs less
        if (point.figure >= points.back().figure - tolerance && affords(point.effort)) {
          best = &point;
          break;
        }
      if (!affords(best->effort)) return spend();
      choice_.least_effort = best->effort;
      choice_.most_score = best->figure;
      return start_from(*best);
    }
    choice_.most_score = points.empty() ? trial_.everything() : points.back().figure;
    reach(trial_.everything());
  }

  // As much as the budget pays for.
  void spend() {
    const Frontier& points = attainable_.points;
    const Point* best = nullptr;
    for (const Point& point : points)
      if (affords(point.effort)) best = &point;
    if (best == nullptr) {
      trial_.become({});
      choice_.most_score = trial_.score();
      return;
    }
    choice_.most_score = best->figure;
    start_from(*best);
    if (!attainable_.exact) add_while_affordable();
  }

  // ---- mending

  double bang(std::uint32_t fix) {
    const double before = trial_.score();
    trial_.flip(fix);
    const double gain = trial_.score() - before;
    trial_.flip(fix);
    return gain / static_cast<double>(std::max<Effort>(fixes_[fix].effort, 1));
  }

  // The fix that brings most for its effort, of those that are left and affordable; nothing when none brings anything.
  std::optional<std::uint32_t> best_addition(bool budgeted) {
    std::optional<std::uint32_t> best;
    double most = 0;
    for (std::uint32_t i = 0; i < fixes_.size(); ++i) {
      if (trial_.has(i) || (budgeted && !affords(trial_.effort() + fixes_[i].effort))) continue;
      if (const double value = bang(i); value > most) {
        most = value;
        best = i;
      }
    }
    return best;
  }

  void add_while_affordable() {
    while (const auto next = best_addition(true)) trial_.flip(*next);
  }

  void reach(double goal) {
    while (!trial_.reaches(goal)) {
      const auto next = best_addition(false);
      if (!next) {
        for (std::uint32_t i = 0; i < fixes_.size(); ++i)
          if (!trial_.has(i)) trial_.flip(i);
        break;
      }
      trial_.flip(*next);
    }
    if (!trial_.reaches(goal)) return;
    drop_superfluous(goal);
    exchange(goal);
  }

  // From the frontier's choice, or from nothing: whichever ends cheaper; of equals the first.
  void reach_either_way() {
    reach(wish_.goal);
    const std::vector<std::uint32_t> first = trial_.fixes();
    const Effort effort = trial_.effort();
    const bool reached = trial_.reaches(wish_.goal);
    trial_.become({});
    reach(wish_.goal);
    if (reached && (!trial_.reaches(wish_.goal) || trial_.effort() >= effort)) trial_.become(first);
  }

  std::vector<std::uint32_t> dearest_first() const {
    std::vector<std::uint32_t> order(fixes_.size());
    std::iota(order.rbegin(), order.rend(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return fixes_[a].effort > fixes_[b].effort; });
    return order;
  }

  void drop_superfluous(double goal) {
    for (const std::uint32_t fix : dearest_first()) {
      if (!trial_.has(fix)) continue;
      trial_.flip(fix);
      if (!trial_.reaches(goal)) trial_.flip(fix);
    }
  }

  void exchange(double goal) {
    for (const std::uint32_t dear : dearest_first()) {
      if (!trial_.has(dear)) continue;
      for (std::uint32_t other = 0; other < fixes_.size() && trial_.has(dear); ++other) {
        if (trial_.has(other) || fixes_[other].effort >= fixes_[dear].effort) continue;
        trial_.flip(dear);
        trial_.flip(other);
        if (trial_.reaches(goal)) break;
        trial_.flip(other);
        trial_.flip(dear);
      }
    }
  }

  // ---- every set, the ones without the later fixes first

  bool better(const Trial& trial, const Selection& best) const {
    const bool reaches = trial.reaches(wish_.goal);
    if (reaches != best.reaches) return reaches;
    const bool higher = trial.score() > best.score + tolerance, as_high = trial.score() >= best.score - tolerance;
    if (reaches) return trial.effort() < best.effort || (trial.effort() == best.effort && higher);
    return higher || (as_high && trial.effort() < best.effort);
  }

  void try_all() {
    choice_ = {};
    trial_.become({});
    take(trial_);
    bool reachable = choice_.reaches;
    Effort cheapest = choice_.effort;
    for (std::uint32_t set = 1; set < (1u << fixes_.size()); ++set) {
      std::uint32_t bit = 0;
      for (; (set >> bit & 1u) == 0; ++bit) trial_.flip(bit);  // what the counting carries away
      trial_.flip(bit);
      if (trial_.reaches(wish_.goal) && (!reachable || trial_.effort() < cheapest)) {
        reachable = true;
        cheapest = trial_.effort();
      }
      if (affords(trial_.effort()) && better(trial_, choice_)) take(trial_);
    }
    choice_.affordable = choice_.reaches || !reachable;
    choice_.least_effort = reachable ? cheapest : choice_.effort;
    choice_.most_score = choice_.score;
  }

  std::span<const Fix> fixes_;
  const Wish& wish_;
  Trial trial_;
  Attainable attainable_;
  Selection choice_;
};

}  // namespace

Selection select(const FrameworkModel& model, const Tree& tree, const Tally& now, std::span<const Fix> fixes, const Wish& wish) {
  return Selector(model, tree, now, fixes, wish).result();
}

}  // namespace rulescore
