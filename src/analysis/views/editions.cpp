// Why a unit's total moved between two editions of an additive index, leaf by leaf.
//
// A total is sum(w x) over the leaves that aren't missing, w adding up to 1. Between editions sum(w' x') - sum(w x) is, exactly,
// sum((w + w') / 2 (x' - x)) + sum((w' - w) (x + x') / 2). In the second sum any constant may be taken off x, because the changes
// of weight add up to nothing: with the unit's mean total taken off, a leaf that weighs more helps where the unit is better in it
// than on the whole. A leaf missing on one side weighs nothing there, and its one figure stands for both.
// Outside face: views.hpp. Tested by tests/unit/views/editions.cpp.
#include "analysis/views/editions.hpp"

#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::views {
namespace {

void check(const Edition& edition, const char* which) {
  check_matrix(edition.leaves, which);
  const std::size_t rows = edition.leaves.rows, leaves = edition.leaves.columns, given = edition.weights.size();
  if (given != leaves && given != rows * leaves)
    throw UsageError(std::string(which) + ": " + std::to_string(given) + " weights; expected " + std::to_string(leaves) + " or " +
                     std::to_string(rows * leaves));
  for (std::size_t i = 0; i < given; ++i)
    if (!std::isfinite(edition.weights[i]) || edition.weights[i] < 0)
      throw UsageError(std::string(which) + ": weight " + std::to_string(i + 1) + " isn't a figure of 0 or more");
}

// A unit's weights, those of missing leaves 0, the others adding up to 1 (all 0: nothing is there). And its total.
struct Row {
  std::vector<double> weights;
  double total = none;
};

Row row_of(const Edition& edition, std::size_t unit) {
  const std::size_t leaves = edition.leaves.columns;
  const auto weights = edition.weights.size() == leaves ? edition.weights : edition.weights.subspan(unit * leaves, leaves);
  Row row;
  row.weights.assign(weights.begin(), weights.end());
  double sum = 0, total = 0;
  for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
    if (std::isnan(edition.leaves.at(unit, leaf))) row.weights[leaf] = 0;
    sum += row.weights[leaf];
  }
  if (!(sum > 0)) return row;
  for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
    row.weights[leaf] /= sum;
    if (row.weights[leaf] > 0) total += row.weights[leaf] * edition.leaves.at(unit, leaf);
  }
  row.total = total;
  return row;
}

// Of every leaf, also those that moved nothing.
std::vector<LeafShift> shifts_of(const Edition& before, const Edition& after, std::size_t unit, const Row& old_row,
                                 const Row& new_row) {
  std::vector<LeafShift> shifts;
  const double middle = (old_row.total + new_row.total) / 2;
  for (std::uint32_t leaf = 0; leaf < before.leaves.columns; ++leaf) {
    double x = before.leaves.at(unit, leaf), y = after.leaves.at(unit, leaf);
    if (std::isnan(x)) x = y;
    if (std::isnan(y)) y = x;
    LeafShift shift{leaf};
    if (!std::isnan(x)) {
      const double v = old_row.weights[leaf], w = new_row.weights[leaf];
      shift.figure = (v + w) / 2 * (y - x) + 0.0;
      shift.weight = (w - v) * ((x + y) / 2 - middle) + 0.0;  // never -0
    }
    shifts.push_back(shift);
  }
  return shifts;
}

std::uint32_t rank_of(double total, const std::vector<UnitShift>& units, double UnitShift::*which) {
  if (std::isnan(total)) return 0;
  std::uint32_t rank = 1;
  for (const UnitShift& unit : units) rank += unit.*which > total + 1e-9 * std::max(1.0, std::abs(total)) ? 1 : 0;
  return rank;
}

// What each leaf did at large is taken off.
void compare_with_others(std::vector<UnitShift>& units, std::size_t leaves) {
  std::vector<double> sums(leaves);
  double count = 0;
  for (const UnitShift& unit : units) {
    for (const LeafShift& shift : unit.leaves) sums[shift.leaf] += shift.total();
    count += unit.leaves.empty() ? 0 : 1;
  }
  for (UnitShift& unit : units) {
    for (LeafShift& shift : unit.leaves) shift.ahead = shift.total() - sums[shift.leaf] / count;
    std::erase_if(unit.leaves, [](const LeafShift& shift) { return shift.figure == 0 && shift.weight == 0 && shift.ahead == 0; });
  }
}

}  // namespace

void compare_units(std::vector<UnitShift>& units, std::size_t leaves) {
  compare_with_others(units, leaves);
  for (UnitShift& unit : units) {
    unit.rank_before = rank_of(unit.before, units, &UnitShift::before);
    unit.rank_after = rank_of(unit.after, units, &UnitShift::after);
  }
}

std::vector<UnitShift> compare_editions(const Edition& before, const Edition& after) {
  check(before, "compare_editions: the edition before");
  check(after, "compare_editions: the edition after");
  if (before.leaves.rows != after.leaves.rows || before.leaves.columns != after.leaves.columns)
    throw UsageError("compare_editions: " + std::to_string(before.leaves.rows) + " x " + std::to_string(before.leaves.columns) +
                     " figures before, " + std::to_string(after.leaves.rows) + " x " + std::to_string(after.leaves.columns) +
                     " after; expected the same units and leaves");
  std::vector<UnitShift> units(before.leaves.rows);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Row old_row = row_of(before, i), new_row = row_of(after, i);
    units[i].before = old_row.total;
    units[i].after = new_row.total;
    if (std::isnan(units[i].change())) continue;
    units[i].leaves = shifts_of(before, after, i, old_row, new_row);
  }
  compare_units(units, before.leaves.columns);
  return units;
}

}  // namespace rulescore::views
