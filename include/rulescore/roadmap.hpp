// From gaps to a plan: the cheapest set of indicators that reaches a target, in the order in which to work on them, quarter by
// quarter, with who sees to it and the score after each step.
//
//   for (const RoadMap& map : road_maps(panel, {Target::parse("80", framework)}))
//     for (const Step& step : map.steps) …        // map.report.gaps[step.gap] in step.quarter, then step.total
#pragma once

#include <rulescore/analysis.hpp>
#include <rulescore/crosswalk.hpp>
#include <rulescore/export.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct Quarter {
  int year = 0;
  int number = 1;  // 1 to 4
  bool operator==(const Quarter&) const = default;
  Quarter next(int quarters = 1) const noexcept { return {year + (number - 1 + quarters) / 4, (number - 1 + quarters) % 4 + 1}; }
  // "2021Q1" (also 2021-Q1, 2021q1). Throws UsageError saying what is accepted.
  RULESCORE_EXPORT static Quarter parse(std::string_view text);
};

RULESCORE_EXPORT std::string to_string(const Quarter& quarter);  // "2021Q1"
RULESCORE_EXPORT std::string first_day(const Quarter& quarter);  // "2021-01-01"
RULESCORE_EXPORT std::string last_day(const Quarter& quarter);   // "2021-03-31"

struct RoadMapOptions {
  Target target;
  std::optional<double> budget;    // effort there is, above 0; what reaches the target may cost no more
  std::optional<Quarter> from;     // the first quarter; by default the first of the year after the report's own
  unsigned quarters = 4;           // over which the effort is spread evenly, at least 1; not looked at with
  std::optional<double> capacity;  // the effort that fits into a quarter, above 0: as many quarters as it takes
  // From the panel's framework: what the same steps bring under others. The choice doesn't depend on them.
  std::vector<Crosswalk> crosswalks = {};
};

// One indicator to work on.
struct Step {
  std::uint32_t gap = 0;  // index into GapReport::gaps
  int order = 1;          // from 1
  Quarter quarter;        // in which it is finished
  double effort = 1;      // the framework's
  double gain = 0;        // points it brings when the steps before it are done; they add up to total - what the card has
  double total = 0;       // after it, on the framework's scale
  std::vector<double> gains_there = {};  // one a crosswalk: points it brings under that framework, after those before it
};

struct RoadMap {
  GapReport report;  // a gap is `needed` when it is one of the steps
  RoadMapOptions options;
  std::vector<Step> steps;     // in the order of work: what silences a veto, then by points for effort
  double effort = 0;           // of all steps
  double total = 0;            // after the last step
  const Band* band = nullptr;  // of that total, after the vetoes that are left; null: none
  bool reaches = false;        // the target, to 1e-9 of the scale, and the band if a band is the target
  bool affordable = true;      // false: the target can be reached, but not within the budget; the steps are the best that is
  // No set of indicators that reaches the target has less effort; and where the budget doesn't suffice, none that it pays for
  // makes a higher total. `proven`: the steps are at that bound.
  double least_effort = 0;
  double most_total = 0;
  bool proven = true;
  // One a crosswalk: the other total now and after the last step; what lies between them are the steps' gains_there.
  std::vector<double> totals_there_before = {}, totals_there = {};
};

// One a card, in the panel's order; empty for a card without a target (Target::Kind::previous without a year before). The set is
// the cheapest there is wherever the framework adds up (also logarithms, reciprocals, powers) or takes the minimum, with bonuses,
// deductions, floors, caps and vetoes, and wherever no more than 14 indicators are open; else see `least_effort`. Of several
// cheapest sets: the highest total, then the one that does without what comes later in the framework. Efforts count in
// millionths. Every veto that has fired and can be silenced is. Throws UsageError for options out of
// range, and for a crosswalk from another framework.
RULESCORE_EXPORT std::vector<RoadMap> road_maps(const Panel& panel, const RoadMapOptions& options = {});

}  // namespace rulescore
