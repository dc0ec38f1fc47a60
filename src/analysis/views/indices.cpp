// What moved the units of an index between two years, or two versions of its framework.
//
// Where both trees are weighted means, a leaf's weight for a unit is what the total would be if that leaf were 1 and all others
// 0, gaps staying gaps; the rest is compare_editions. Any other tree is asked what exchanging one leaf after the other does to
// it: the steps add up to the whole way, and going forth and back, in the first tree and in the second, no leaf has the better
// place. Outside face: views.hpp. Tested by tests/unit/views/indices.cpp.
#include "analysis/views/editions.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace rulescore::views {
namespace {

constexpr auto nowhere = static_cast<std::size_t>(-1);

std::string year(double time) { return std::to_string(static_cast<long long>(time)); }

bool repeats(const Index& index) {
  const std::set<std::string> names(index.units().begin(), index.units().end());
  return names.size() < index.rows();
}

// Each unit's name, with its year where names alone don't tell.
std::vector<std::string> names_of(const Index& index, bool with_year) {
  std::vector<std::string> names(index.units().begin(), index.units().end());
  for (std::size_t row = 0; with_year && row < names.size() && !index.times().empty(); ++row)
    names[row] += " " + year(index.times()[row]);
  return names;
}

std::map<std::string, std::size_t> rows_of(const std::vector<std::string>& names) {
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < names.size(); ++row)
    if (!rows.emplace(names[row], row).second)
      throw UsageError("compare: " + names[row] + " is there twice; expected one row a unit");
  return rows;
}

std::vector<std::string> codes_of(const Index& index) {
  std::vector<std::string> codes;
  for (const std::uint32_t node : index.framework().indicators()) codes.push_back(index.framework().nodes()[node].code);
  return codes;
}

// One of the two: which of its rows and columns are meant by the units and leaves of the comparison.
struct Side {
  const Index& index;
  std::vector<double> leaves;        // its own, rows x indicators
  std::vector<std::size_t> rows;     // of each unit
  std::vector<std::size_t> columns;  // of each leaf; nowhere: it hasn't this one
  std::size_t width() const { return index.framework().indicators().size(); }
  double leaf(std::size_t unit, std::size_t leaf) const {
    return columns[leaf] == nowhere ? none : leaves[rows[unit] * width() + columns[leaf]];
  }
};

Side side_of(const Index& index, const std::vector<std::string>& own_names, const IndexComparison& comparison) {
  Side side{index, index.leaves(), {}, {}};
  const auto rows = rows_of(own_names);
  for (const std::string& unit : comparison.units) side.rows.push_back(rows.at(unit));
  const std::vector<std::string> codes = codes_of(index);
  for (const std::string& leaf : comparison.leaves) {
    const auto found = std::find(codes.begin(), codes.end(), leaf);
    side.columns.push_back(found == codes.end() ? nowhere : static_cast<std::size_t>(found - codes.begin()));
  }
  return side;
}

// Units x leaves: what a leaf weighs in a unit's total. Empty unless the tree is a weighted mean.
std::vector<double> weights_of(const Side& side) {
  const std::size_t units = side.rows.size(), leaves = side.columns.size(), width = side.width();
  std::vector<double> weights(units * leaves), sums(units), totals(units), probe = side.leaves;
  for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
    if (side.columns[leaf] == nowhere) continue;
    for (std::size_t i = 0; i < probe.size(); ++i)
      if (!std::isnan(probe[i])) probe[i] = i % width == side.columns[leaf] ? 1 : 0;
    const Index probed = side.index.with_leaves(probe);
    for (std::size_t unit = 0; unit < units; ++unit) {
      const double weight = probed.fractions(0)[side.rows[unit]], x = side.leaf(unit, leaf);
      if (std::isnan(weight) || std::isnan(x)) continue;
      weights[unit * leaves + leaf] = weight;
      sums[unit] += weight;
      totals[unit] += weight * x;
    }
  }
  for (std::size_t unit = 0; unit < units; ++unit) {
    const double total = side.index.fractions(0)[side.rows[unit]];
    const bool mean = std::isnan(total) ? sums[unit] == 0
                                        : std::abs(sums[unit] - 1) < 1e-9 &&
                                              std::abs(totals[unit] - total) < 1e-9 * std::max(1.0, std::abs(total));
    if (!mean || std::any_of(weights.begin(), weights.end(), [](double weight) { return weight < 0; })) return {};
  }
  return weights;
}

std::vector<double> figures_of(const Side& side, double marks) {
  std::vector<double> figures;
  for (std::size_t unit = 0; unit < side.rows.size(); ++unit)
    for (std::size_t leaf = 0; leaf < side.columns.size(); ++leaf) figures.push_back(side.leaf(unit, leaf) * marks);
  return figures;
}

// Adds to `parts` (units x leaves) what exchanging this side's common leaves for the other's does, one after the other.
void exchange(const Side& side, const Side& other, std::vector<std::size_t> order, double share, std::vector<double>& parts) {
  std::vector<double> leaves = side.leaves;
  Index now = side.index;
  for (const std::size_t leaf : order) {
    for (std::size_t unit = 0; unit < side.rows.size(); ++unit)
      leaves[side.rows[unit] * side.width() + side.columns[leaf]] = other.leaf(unit, leaf);
    const Index next = side.index.with_leaves(leaves);
    for (std::size_t unit = 0; unit < side.rows.size(); ++unit)
      parts[unit * side.columns.size() + leaf] +=
          share * (next.fractions(0)[side.rows[unit]] - now.fractions(0)[side.rows[unit]]);
    now = next;
  }
}

// Where a total on the way is missing nothing can be said of leaves: all is in `rules`.
void by_exchange(const Side& before, const Side& after, IndexComparison& comparison) {
  const double marks = after.index.full_marks();
  const std::size_t units = before.rows.size(), leaves = comparison.leaves.size();
  std::vector<std::size_t> order;
  for (std::size_t leaf = 0; leaf < leaves; ++leaf)
    if (before.columns[leaf] != nowhere && after.columns[leaf] != nowhere) order.push_back(leaf);
  const std::vector<std::size_t> reverse(order.rbegin(), order.rend());
  std::vector<double> parts(units * leaves);
  for (const auto& way : {order, reverse}) {
    exchange(before, after, way, marks / 4, parts);
    exchange(after, before, way, -marks / 4, parts);
  }
  for (std::size_t unit = 0; unit < units; ++unit) {
    UnitShift shift;
    shift.before = before.index.fractions(0)[before.rows[unit]] * marks;
    shift.after = after.index.fractions(0)[after.rows[unit]] * marks;
    double said = 0;
    for (std::uint32_t leaf = 0; leaf < leaves && !std::isnan(shift.change()); ++leaf) {
      shift.leaves.push_back({leaf, parts[unit * leaves + leaf]});
      said += shift.leaves.back().figure;
    }
    if (std::isnan(said)) {
      said = 0;
      for (LeafShift& leaf : shift.leaves) leaf.figure = 0;
    }
    comparison.rules.push_back(std::isnan(shift.change()) ? none : shift.change() - said);
    comparison.shifts.push_back(std::move(shift));
  }
  compare_units(comparison.shifts, leaves);
}

void match(const Index& before, const std::vector<std::string>& old_names, const std::vector<std::string>& new_names,
           IndexComparison& comparison) {
  const auto old_rows = rows_of(old_names), new_rows = rows_of(new_names);
  for (const std::string& name : new_names) (old_rows.count(name) > 0 ? comparison.units : comparison.only_after).push_back(name);
  for (const std::string& name : old_names)
    if (new_rows.count(name) == 0) comparison.only_before.push_back(name);
  if (comparison.units.empty())
    throw UsageError("compare: no unit is in both; the first is " + old_names.front() + " before, " + new_names.front() +
                     " after");
  for (const std::string& code : codes_of(before))
    if (std::find(comparison.leaves.begin(), comparison.leaves.end(), code) == comparison.leaves.end())
      comparison.leaves.push_back(code);
}

}  // namespace

IndexComparison compare_indices(const Index& before, const Index& after) {
  IndexComparison comparison{after.framework(), {}, codes_of(after), {}, {}, false, {}, {}};
  const bool with_year = repeats(before) || repeats(after);
  const std::vector<std::string> old_names = names_of(before, with_year), new_names = names_of(after, with_year);
  match(before, old_names, new_names, comparison);
  const Side first = side_of(before, old_names, comparison), second = side_of(after, new_names, comparison);
  const std::vector<double> old_weights = weights_of(first), new_weights = weights_of(second);
  comparison.additive = !old_weights.empty() && !new_weights.empty();
  if (!comparison.additive) {
    by_exchange(first, second, comparison);
    return comparison;
  }
  const std::size_t units = comparison.units.size(), leaves = comparison.leaves.size();
  const std::vector<double> old_figures = figures_of(first, after.full_marks()),
                            new_figures = figures_of(second, after.full_marks());
  comparison.shifts = compare_editions({{old_figures, units, leaves}, old_weights}, {{new_figures, units, leaves}, new_weights});
  comparison.rules.assign(units, 0);
  for (std::size_t unit = 0; unit < units; ++unit)
    if (std::isnan(comparison.shifts[unit].change())) comparison.rules[unit] = none;
  return comparison;
}

}  // namespace rulescore::views
