// From gaps to a plan: which indicators (analysis/selection.hpp), in which order, in which quarter. Outside face: roadmap.hpp.
// Tested by tests/unit/analysis/roadmap.cpp and, against brute force over random trees, by tests/property/roadmap.cpp.
//
// Order: what silences a veto; then by points for effort as things stand, in steps of a billionth of the scale; of equals what
// has only to be written down before what has to be done; then the framework's order. A step belongs to the quarter in which the
// effort up to it is spent, at an even pace.
#include "analysis/card_gaps.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>
#include <rulescore/roadmap.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

void check(const RoadMapOptions& options) {
  if (options.quarters < 1 || options.quarters > 400) throw UsageError("a road map has 1 to 400 quarters");
  const auto sound = [](const std::optional<double>& effort) { return !effort || (std::isfinite(*effort) && *effort > 0); };
  if (!sound(options.budget)) throw UsageError("a budget is an effort above 0");
  if (!sound(options.capacity)) throw UsageError("the capacity of a quarter is an effort above 0");
}

class Planner {
 public:
  Planner(GapReport report, const RoadMapOptions& options)
      : options_(options), card_(report.card), model_(card_.framework().model()), fixable_(report.card, report.gaps) {
    map_.report = std::move(report);
    map_.options = options;
  }

  RoadMap map() && {
    choose();
    order();
    run();
    run_elsewhere();
    schedule();
    return std::move(map_);
  }

 private:
  const Gap& gap(std::uint32_t index) const noexcept { return map_.report.gaps[index]; }
  double slack() const noexcept { return level_totals * model_.full; }

  void choose() {
    const double goal = map_.report.target_total;
    if (std::isnan(goal)) return;
    const Selection choice = fixable_.select(goal, options_.budget);
    const Effort first = fixable_.silencing_effort();
    for (const std::uint32_t index : fixable_.silencing()) chosen_.push_back({index, 0, 0});
    Tally tally = fixable_.now();
    for (const std::uint32_t fix : choice.fixes)
      chosen_.push_back({fixable_.gap_of(fix), rank_of(fixable_.fixes()[fix].node), worth(fix, tally)});
    for (Gap& gap : map_.report.gaps) gap.needed = false;
    for (const Choice& one : chosen_) map_.report.gaps[one.gap].needed = true;
    map_.reaches = choice.reaches;
    map_.affordable = choice.affordable;
    map_.least_effort = effort_from_millionths(choice.least_effort + first);
    map_.most_total = choice.most_score * model_.full;
    map_.proven = choice.proven;
  }

  // Points for effort, in steps; `tally` is as it was afterwards.
  double worth(std::uint32_t fix, Tally& tally) const {
    const Fix& one = fixable_.fixes()[fix];
    const double before = fixable_.total(tally), score = tally.scores[one.node];
    fixable_.tree().set(tally, one.node, one.target);
    const double gain = fixable_.total(tally) - before;
    fixable_.tree().set(tally, one.node, score);
    return std::round(gain / std::max(effort_from_millionths(one.effort), 1e-6) / slack());
  }

  // 1 below a node whose score has set off a veto, else 2.
  int rank_of(std::uint32_t node) const noexcept {
    for (const FiredVeto& veto : card_.vetoes()) {
      if (veto.evidence != Evidence::none) continue;
      for (std::uint32_t at = node;; at = model_.nodes[at].parent) {
        if (at == veto.node && at != 0) return 1;
        if (at == 0) break;
      }
    }
    return 2;
  }

  void order() {
    std::sort(chosen_.begin(), chosen_.end(), [&](const Choice& a, const Choice& b) {
      if (a.rank != b.rank) return a.rank < b.rank;
      if (a.worth != b.worth) return a.worth > b.worth;
      if (gap(a.gap).remedy != gap(b.gap).remedy) return gap(a.gap).remedy == Remedy::write;
      return gap(a.gap).node < gap(b.gap).node;
    });
  }

  // The score after each step, from what the card says now; what a veto has zeroed comes back with the last step that silences
  // it.
  void run() {
    const Tree as_it_stands(model_, view_of(card_));
    std::vector<double> scores;
    for (const NodeScore& node : card_.nodes()) scores.push_back(node.score);
    std::size_t to_silence = fixable_.silencing().size();
    const Tree* tree = to_silence > 0 ? &as_it_stands : &fixable_.tree();
    Tally tally = tree->tally(std::move(scores));
    double total = fixable_.total(tally);
    Effort effort = 0;
    for (const Choice& choice : chosen_) {
      const Gap& gap = this->gap(choice.gap);
      if (is_short(model_, gap)) tree->set(tally, gap.node, gap.target);
      if (to_silence > 0 && --to_silence == 0) {
        tree = &fixable_.tree();
        tally = tree->tally(std::move(tally.scores));
      }
      const double after = fixable_.total(tally);
      const Effort own = effort_in_millionths(model_.nodes[gap.node].effort);
      effort += own;
      ends_.push_back(effort);
      map_.steps.push_back({choice.gap, static_cast<int>(ends_.size()), {}, effort_from_millionths(own), after - total, after});
      total = after;
    }
    map_.effort = effort_from_millionths(effort);
    map_.total = total;
    map_.band = band_of_plan(tally);
    const auto& bands = model_.bands;
    if (options_.target.band && map_.reaches)
      map_.reaches = map_.band != nullptr && map_.band - bands.data() <= *options_.target.band;
  }

  // The same steps under the other frameworks.
  void run_elsewhere() {
    for (const Crosswalk& crosswalk : options_.crosswalks) {
      CrossedGains there(card_, crosswalk);
      map_.totals_there_before.push_back(there.total());
      for (Step& step : map_.steps) {
        const Gap& gap = this->gap(step.gap);
        const double before = there.total();
        if (is_short(model_, gap)) there.set(gap.node, gap.target);
        step.gains_there.push_back(there.total() - before);
      }
      map_.totals_there.push_back(there.total());
    }
  }

  const Band* band_of_plan(const Tally& tally) const {
    std::vector<FiredVeto> left;
    for (std::uint32_t node = 0; node < model_.nodes.size(); ++node)
      for (std::uint16_t v = 0; v < model_.node_rules[node].vetoes.size(); ++v) {
        const Veto& veto = model_.node_rules[node].vetoes[v];
        if (fires(veto, tally.scores[node], tally.coverage[node]))
          left.push_back({node, v, veto.effect, veto.band, Evidence::none});
      }
    return band_after(model_, map_.total, left);
  }

  void schedule() {
    const std::optional<int> year = card_.document().metadata().year;
    const Quarter from = options_.from.value_or(Quarter{year ? *year + 1 : 0, 1});
    const Effort all = effort_in_millionths(map_.effort);
    const Effort room = options_.capacity ? effort_in_millionths(*options_.capacity) : 0;
    for (std::size_t i = 0; i < map_.steps.size(); ++i) {
      const Effort done = ends_[i];
      // How many quarters it takes to spend so much, a quarter once begun counting as one.
      const Effort quarters = room > 0 ? (done + room - 1) / room : all > 0 ? (done * options_.quarters + all - 1) / all : 1;
      map_.steps[i].quarter = from.next(static_cast<int>(std::max<Effort>(quarters, 1) - 1));
    }
  }

  struct Choice {
    std::uint32_t gap = 0;
    int rank = 0;
    double worth = 0;
  };

  const RoadMapOptions& options_;
  Scorecard card_;
  const FrameworkModel& model_;
  FixableCard fixable_;
  RoadMap map_{.report = GapReport{card_, 0, 0, true, {}}, .options = {}, .steps = {}};
  std::vector<Choice> chosen_;
  std::vector<Effort> ends_;  // of the steps: effort up to there
};

}  // namespace

std::vector<RoadMap> road_maps(const Panel& panel, const RoadMapOptions& options) {
  check(options);
  const GapQuestion question(panel, options.target);
  std::vector<RoadMap> maps;
  maps.reserve(panel.rows());
  for (std::uint32_t row = 0; row < panel.rows(); ++row) maps.push_back(Planner(gaps_of(question, row, false), options).map());
  return maps;
}

}  // namespace rulescore
