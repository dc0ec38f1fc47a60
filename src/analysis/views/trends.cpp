// A unit's figures over the years as one line: its slope, how well it fits, and the growth a year from the first figure to the
// last. Outside face: views.hpp. Tested by tests/unit/views/trends.cpp.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace rulescore::views {
namespace {

struct Point {
  double time, figure;
  std::size_t row;
};

std::string both(const Point& a, const Point& b) { return std::to_string(a.row + 1) + " and " + std::to_string(b.row + 1); }

std::map<std::uint32_t, std::vector<Point>> by_unit(std::span<const double> column, std::span<const std::uint32_t> units,
                                                    std::span<const double> times) {
  std::map<std::uint32_t, std::vector<Point>> all;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!std::isfinite(times[row])) throw UsageError("trends: row " + std::to_string(row + 1) + " has no time; expected a year");
    all[units[row]].push_back({times[row], column[row], row});
  }
  for (auto& [unit, points] : all) {
    std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.time < b.time; });
    for (std::size_t i = 1; i < points.size(); ++i)
      if (points[i].time == points[i - 1].time)
        throw UsageError("trends: rows " + both(points[i - 1], points[i]) +
                         " are the same unit at the same time; expected one row a unit and time");
    std::erase_if(points, [](const Point& point) { return std::isnan(point.figure); });
  }
  return all;
}

// Least squares about the means: slope = sum(dt dx) / sum(dt dt).
void fit_line(const std::vector<Point>& points, Trend& trend) {
  const auto n = static_cast<double>(points.size());
  double time = 0, figure = 0;
  for (const Point& point : points) {
    time += point.time;
    figure += point.figure;
  }
  time /= n;
  figure /= n;
  double tt = 0, tx = 0, xx = 0;
  for (const Point& point : points) {
    tt += (point.time - time) * (point.time - time);
    tx += (point.time - time) * (point.figure - figure);
    xx += (point.figure - figure) * (point.figure - figure);
  }
  trend.slope = tx / tt;
  if (xx > 0) trend.fit = std::min(1.0, tx / tt * tx / xx);
}

Trend trend_of(std::uint32_t unit, const std::vector<Point>& points) {
  Trend trend;
  trend.unit = unit;
  trend.count = static_cast<std::uint32_t>(points.size());
  if (points.empty()) return trend;
  trend.first_time = points.front().time;
  trend.last_time = points.back().time;
  trend.first = points.front().figure;
  trend.last = points.back().figure;
  if (points.size() < 2) return trend;
  fit_line(points, trend);
  if (trend.first > 0 && trend.last > 0)
    trend.growth = std::expm1(std::log(trend.last / trend.first) / (trend.last_time - trend.first_time));
  return trend;
}

}  // namespace

std::vector<Trend> trends(std::span<const double> column, std::span<const std::uint32_t> units, std::span<const double> times) {
  check_matrix({column, column.size(), 1}, "trends: the column");
  if (units.size() != column.size() || times.size() != column.size())
    throw UsageError("trends: " + std::to_string(units.size()) + " units and " + std::to_string(times.size()) + " times for " +
                     std::to_string(column.size()) + " rows; expected one of each for each row");
  std::vector<Trend> all;
  for (const auto& [unit, points] : by_unit(column, units, times)) all.push_back(trend_of(unit, points));
  return all;
}

}  // namespace rulescore::views
