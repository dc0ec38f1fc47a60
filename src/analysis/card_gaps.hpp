// The gaps of one card, with what it takes to ask what would become of its total: for the list of gaps and for road maps.
#pragma once

#include "analysis/exemplar.hpp"
#include "analysis/selection.hpp"
#include "analysis/target.hpp"

#include <rulescore/analysis.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rulescore {

// What a panel's reports have in common.
struct GapQuestion {
  const Panel& panel;
  const Target& target;
  Targets targets;
  Exemplars exemplars;
  GapQuestion(const Panel& of, const Target& wanted) : panel(of), target(wanted), targets(of, wanted), exemplars(of) {}
};

// A card's tree once every veto that evidence has set off is silenced, and the fixes that are open beside that.
class FixableCard {
 public:
  FixableCard(const Scorecard& card, const std::vector<Gap>& gaps);

  const Tree& tree() const noexcept { return tree_; }
  const Tally& now() const noexcept { return now_; }
  double total(const Tally& tally) const noexcept;                                  // on the framework's scale
  std::span<const std::uint32_t> silencing() const noexcept { return silencing_; }  // gaps that must be closed first
  Effort silencing_effort() const noexcept { return silencing_effort_; }
  std::span<const Fix> fixes() const noexcept { return fixes_; }  // in the framework's order
  std::uint32_t gap_of(std::uint32_t fix) const noexcept { return gap_of_[fix]; }

  // `goal`: a total; `budget`: effort, for everything.
  Selection select(double goal, std::optional<double> budget) const;

 private:
  const FrameworkModel& model_;
  Tree tree_;
  Tally now_;
  std::vector<std::uint32_t> silencing_;
  Effort silencing_effort_ = 0;
  std::vector<Fix> fixes_;
  std::vector<std::uint32_t> gap_of_;
};

// `choose`: of a number target, find out which gaps are needed; else all are said to be.
GapReport gaps_of(const GapQuestion& question, std::uint32_t row, bool choose = true);

// Whether the card stands on the wrong side of a target.
bool is_short(const FrameworkModel& model, const Gap& gap) noexcept;

inline constexpr double level_totals = 1e-9;  // of the scale: totals closer than this are the same

}  // namespace rulescore
