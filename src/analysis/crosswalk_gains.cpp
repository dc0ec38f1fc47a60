// What a fix is worth under another framework, too. The copies of an indicator in the crosswalk's tree are set to the score and
// the nodes above them worked out again, so it holds for any aggregation. Outside face: rulescore/crosswalk.hpp. Tested by
// tests/unit/analysis/crosswalk.cpp and tests/property/crosswalk.cpp.
#include "analysis/crosswalk.hpp"

#include <rulescore/error.hpp>
#include <rulescore/panel.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {

struct CrossedGains::Impl {
  Crosswalk crosswalk;
  Planted planted;
  Tree tree;
  Tally tally;  // a gain is tried out on it and taken back

  Impl(const Scorecard& card, const Crosswalk& walk)
      : crosswalk(walk),
        planted(plant(graft(), card, walk.to().model(), Rest::counts)),
        tree(graft().model, as_low_end(planted.view)) {
    std::vector<double> scores;
    for (const NodeScore& node : planted.nodes) scores.push_back(node.score);
    tally = tree.tally(std::move(scores));
  }

  const Graft& graft() const noexcept { return crosswalk.data().counts; }

  // As gaps have it: what can't be had as one figure is taken at its low end.
  static TreeView as_low_end(TreeView view) {
    view.bounds_as_zero = true;
    return view;
  }

  double total() const noexcept {
    const double score = tally.scores.front();
    return std::isnan(score) ? 0 : score * graft().model.full;
  }

  const std::vector<std::uint32_t>& copies(std::uint32_t node) const {
    const Framework& from = crosswalk.from();
    if (node >= from.nodes().size() || !from.nodes()[node].is_indicator())
      throw UsageError("a gain is of an indicator of " + from.id() +
                       (node < from.nodes().size() ? "; `" + from.nodes()[node].code + "` is a group" : ""));
    return graft().copies[node];
  }

  bool moves(std::uint32_t copy) const noexcept { return planted.nodes[copy].state != State::not_applicable; }

  // Gives all copies that score, and says which they had.
  double put(const std::vector<std::uint32_t>& copies, double score) {
    double before = no_value;
    for (const std::uint32_t copy : copies) {
      if (!moves(copy)) continue;
      before = tally.scores[copy];
      tree.set(tally, copy, score);
    }
    return before;
  }
};

CrossedGains::CrossedGains(const Scorecard& card, const Crosswalk& crosswalk) {
  check_card(card, crosswalk);
  impl_ = std::make_unique<Impl>(card, crosswalk);
}
CrossedGains::~CrossedGains() = default;
CrossedGains::CrossedGains(CrossedGains&&) noexcept = default;
CrossedGains& CrossedGains::operator=(CrossedGains&&) noexcept = default;

double CrossedGains::total() const noexcept { return impl_->total(); }

double CrossedGains::gain(std::uint32_t indicator_node, double score) {
  const std::vector<std::uint32_t>& copies = impl_->copies(indicator_node);
  const double before = impl_->total(), now = impl_->put(copies, score), after = impl_->total();
  impl_->put(copies, now);
  return after - before;
}

void CrossedGains::set(std::uint32_t indicator_node, double score) { impl_->put(impl_->copies(indicator_node), score); }

double crossed_gain(const Scorecard& card, const Crosswalk& crosswalk, std::uint32_t indicator_node, double score) {
  return CrossedGains(card, crosswalk).gain(indicator_node, score);
}

namespace {

// What an indicator of `from` serves: with itself, or with a group it stands in.
std::vector<std::uint32_t> served(const Crosswalk& crosswalk, std::uint32_t node) {
  std::vector<std::uint32_t> serves;
  for (std::uint32_t up = node;; up = crosswalk.from().nodes()[up].parent) {
    for (const CrosswalkLink& link : crosswalk.links())
      if (link.from == up) serves.push_back(link.to);
    if (up == 0) break;
  }
  std::sort(serves.begin(), serves.end());
  serves.erase(std::unique(serves.begin(), serves.end()), serves.end());
  return serves;
}

}  // namespace

std::vector<SharedFix> shared_fixes(const Scorecard& card, const Crosswalk& crosswalk) {
  CrossedGains there(card, crosswalk);
  const std::vector<GapReport> reports = gaps(Panel({card}));
  std::vector<SharedFix> fixes;
  for (const Gap& gap : reports.front().gaps) {
    const bool is_short = gap.score != gap.target;
    SharedFix fix{gap, is_short ? there.gain(gap.node, gap.target) : 0, served(crosswalk, gap.node)};
    if (gap.gain != 0 || fix.gain_there != 0) fixes.push_back(std::move(fix));
  }
  std::stable_sort(fixes.begin(), fixes.end(), [](const SharedFix& a, const SharedFix& b) { return a.gap.node < b.gap.node; });
  const auto worth = [&](const SharedFix& fix) {  // in steps: equal ones must not be told apart by their last bits
    return std::round((fix.gap.gain / card.full() + fix.gain_there / crosswalk.to().full()) * 1e9);
  };
  std::stable_sort(fixes.begin(), fixes.end(), [&](const SharedFix& a, const SharedFix& b) { return worth(a) > worth(b); });
  return fixes;
}

}  // namespace rulescore
