// One scale for all columns: what a column says about its scale is found once (fit) and figures are put on it (normalise), so
// that figures of another year can be put on the same. Outside face: prepare.hpp. Tested by tests/unit/panel/normalise.cpp;
// against peers by tests/peers/prepare.cpp.
#include "base/number.hpp"
#include "base/wide.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace rulescore {
namespace {

using Method = Normalisation::Method;

double sign_of(Sense sense) noexcept { return sense == Sense::cost ? -1.0 : 1.0; }

const char* name_of(Method method) noexcept {
  constexpr std::array names{"none",
                             "min_max",
                             "z",
                             "rank",
                             "percentile_rank",
                             "borda",
                             "distance_to_max",
                             "distance_to_reference",
                             "distance_to_target",
                             "fraction_of_max",
                             "goalposts",
                             "scaled"};
  return names[static_cast<std::size_t>(method)];
}

[[noreturn]] void refuse(const Normalisation& how, const std::string& why) {
  throw UsageError(std::string("normalise: ") + name_of(how.method) + " " + why);
}

bool ranks(Method method) noexcept {
  return method == Method::rank || method == Method::percentile_rank || method == Method::borda;
}
bool has_ends(Method method) noexcept {
  return method == Method::min_max || method == Method::goalposts || method == Method::scaled;
}
bool has_posts(Method method) noexcept { return method == Method::goalposts || method == Method::scaled; }

void check_parameters(const Normalisation& how) {
  const auto given = [&](double value, const char* name) {
    if (!std::isfinite(value)) refuse(how, std::string("needs ") + name + ", a figure");
  };
  const auto ordered = [&](double low, double high, const char* names) {
    if (!(low < high)) refuse(how, std::string("needs ") + names);
  };
  if (has_ends(how.method)) {
    given(how.low, "low");
    given(how.high, "high");
    ordered(how.low, how.high, "low below high");
  }
  if (has_posts(how.method)) {
    given(how.lower, "lower");
    given(how.upper, "upper");
    ordered(how.lower, how.upper, "lower below upper");
  }
  if (how.method == Method::z) {
    given(how.mean, "mean");
    given(how.sd, "sd");
    ordered(0, how.sd, "sd above 0");
  }
  if (how.method == Method::distance_to_target) given(how.target, "target");
}

constexpr std::size_t lanes = 32;

struct Extent {
  double min, max;
};

// One pass without a branch: running extremes that vector instructions keep side by side. A comparison with NaN
// is false, so a gap changes none of them, and the order in which extremes are found changes nothing.
RS_WIDE void widen(const double* column, std::size_t rows, double* low, double* high) {
  for (std::size_t i = 0; i < rows; i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double x = column[i + lane];
      low[lane] = x < low[lane] ? x : low[lane];
      high[lane] = x > high[lane] ? x : high[lane];
    }
}

Extent extent_of(std::span<const double> column) noexcept {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::array<double, lanes> low, high;
  low.fill(infinity);
  high.fill(-infinity);
  const std::size_t whole = column.size() - column.size() % lanes;
  widen(column.data(), whole, low.data(), high.data());
  for (std::size_t i = whole; i < column.size(); ++i) {
    low[0] = column[i] < low[0] ? column[i] : low[0];
    high[0] = column[i] > high[0] ? column[i] : high[0];
  }
  return {*std::min_element(low.begin(), low.end()) + 0.0, *std::max_element(high.begin(), high.end()) + 0.0};  // never -0
}

// A fraction of something that is nothing, or less, isn't one.
void check_fraction(const Scale& scale) {
  if (scale.sense == Sense::benefit && scale.max <= 0 && scale.min < scale.max)
    refuse(scale.how, "needs a largest figure above 0, this column's is " + shortest(scale.max));
  if (scale.sense == Sense::cost && scale.max > 0)
    refuse(scale.how, "of a cost needs figures from 0 up, this column's smallest is " + shortest(-scale.max));
}

double reference_of(std::span<const double> column, const Scale& scale, std::size_t row) {
  if (row >= column.size())
    refuse(scale.how, "needs a reference among " + std::to_string(column.size()) + " rows, not row " + std::to_string(row + 1));
  if (std::isnan(column[row])) refuse(scale.how, "needs a figure of the reference, row " + std::to_string(row + 1) + " has none");
  return column[row] * sign_of(scale.sense);
}

template <typename Each>
std::vector<double> each(std::span<const double> column, const Scale& scale, const Each& value) {
  const double sign = sign_of(scale.sense);
  std::vector<double> result(column.size());
  for (std::size_t i = 0; i < column.size(); ++i) result[i] = value(column[i] * sign);
  return result;
}

std::vector<double> all(std::span<const double> column, double value) {
  std::vector<double> result(column.size());
  for (std::size_t i = 0; i < column.size(); ++i) result[i] = std::isnan(column[i]) ? no_value : value;
  return result;
}

std::vector<double> ranked(std::span<const double> column, const Scale& scale) {
  const Method method = scale.how.method;
  const std::vector<double> signed_figures = each(column, scale, [](double x) { return x; });
  std::vector<double> result = ranks_of(signed_figures, method == Method::rank ? scale.how.ties : Ties::low);
  if (method == Method::rank) return result;
  const double last = static_cast<double>(count_of(column)) - 1;
  if (method == Method::percentile_rank && !(largest(column) > least(column))) return all(column, 0.5);
  for (double& rank : result) rank = method == Method::borda ? rank - 1 : (rank - 1) / last;
  return result;
}

// (x - from) / (to - from), of `to` that isn't above `from`: everybody has reached it.
std::vector<double> distance(std::span<const double> column, const Scale& scale, double to) {
  if (!(to > scale.min)) return all(column, 1);
  const double min = scale.min, span = to - min;
  if (!scale.how.capped) return each(column, scale, [=](double x) { return (x - min) / span; });
  return each(column, scale, [=](double x) { return x > to ? 1.0 : (x - min) / span; });
}

std::vector<double> posts(std::span<const double> column, const Scale& scale) {
  const Normalisation& how = scale.how;
  const bool cost = scale.sense == Sense::cost;
  const double lower = cost ? -how.upper : how.lower, span = how.upper - how.lower, low = how.low, range = how.high - how.low;
  if (how.method == Method::scaled) return each(column, scale, [=](double x) { return (x - lower) / span * range + low; });
  return each(column, scale, [=](double x) { return std::clamp((x - lower) / span, 0.0, 1.0) * range + low; });
}

// Of a cost the best is the smallest figure, and a unit's fraction is best / x: twice the cost is worth half.
std::vector<double> fraction(std::span<const double> column, const Scale& scale) {
  const double best = scale.max;
  return each(column, scale, [=, cost = scale.sense == Sense::cost](double x) {
    return x == best ? 1.0 : cost ? best / x + 0.0 : x / best;
  });
}

}  // namespace

double full_marks(const Normalisation& how) noexcept {
  switch (how.method) {
    case Method::min_max:
    case Method::goalposts:
    case Method::scaled:
      return how.high;
    case Method::percentile_rank:
    case Method::distance_to_max:
    case Method::distance_to_reference:
    case Method::distance_to_target:
    case Method::fraction_of_max:
      return 1;
    case Method::none:
    case Method::z:
    case Method::rank:
    case Method::borda:
      break;
  }
  return no_value;
}

Scale fit(std::span<const double> column, Sense sense, const Normalisation& how, std::size_t reference_row) {
  check_parameters(how);
  const Extent extent = extent_of(column);
  if (extent.min > extent.max) throw UsageError("normalise: a column without a figure; expected at least one");
  if (!std::isfinite(extent.max - extent.min))
    throw UsageError("normalise: figures from " + shortest(extent.min) + " to " + shortest(extent.max) +
                     "; expected finite ones that aren't further apart than a figure can be large");
  Scale scale{sense, how, extent.min, extent.max};
  if (sense == Sense::cost) {
    scale.min = 0.0 - extent.max;
    scale.max = 0.0 - extent.min;
  }
  if (how.method == Method::z) {
    scale.mean = mean_of(column) * sign_of(sense);
    scale.sd = scale.max > scale.min ? sd_of(column) : 0;
  }
  if (how.method == Method::fraction_of_max) check_fraction(scale);
  if (how.method == Method::distance_to_reference) scale.reference = reference_of(column, scale, reference_row);
  return scale;
}

std::vector<double> normalise(std::span<const double> column, const Scale& scale) {
  const Normalisation& how = scale.how;
  const double min = scale.min, span = scale.max - scale.min;
  if (ranks(how.method)) return ranked(column, scale);
  switch (how.method) {
    case Method::min_max:
      if (!(span > 0)) return all(column, (how.low + how.high) / 2);
      return each(column, scale,
                  [=, low = how.low, range = how.high - how.low](double x) { return (x - min) / span * range + low; });
    case Method::z:
      if (!(scale.sd > 0)) return all(column, how.mean);
      return each(column, scale, [=, mean = scale.mean, sd = scale.sd](double x) { return (x - mean) / sd * how.sd + how.mean; });
    case Method::distance_to_max:
      return span > 0 ? distance(column, scale, scale.max) : all(column, 0.5);
    case Method::distance_to_reference:
      return span > 0 ? distance(column, scale, scale.reference) : all(column, 0.5);
    case Method::distance_to_target:
      return distance(column, scale, how.target * sign_of(scale.sense));
    case Method::fraction_of_max:
      return fraction(column, scale);
    case Method::goalposts:
    case Method::scaled:
      return posts(column, scale);
    default:
      return each(column, scale, [](double x) { return x + 0.0; });
  }
}

std::vector<double> normalise(std::span<const double> column, Sense sense, const Normalisation& how, std::size_t reference_row) {
  return normalise(column, fit(column, sense, how, reference_row));
}

}  // namespace rulescore
