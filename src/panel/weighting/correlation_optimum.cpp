// Weights whose composite is correlated with its columns as desired.
//
// With z the columns in units of their standard deviation, R their correlations and u the weights of z, the covariances of z with
// the composite are R u; they are to be t, the correlations that are desired. R u = t alone may need negative weights. The least
// of u'Ru / 2 - t'u over u >= 0 has R u = t where u > 0 and R u >= t where u = 0: the composite of the largest smallest ratio of
// correlation and t, since it is the point of least norm among all mixtures of the z_j / t_j. It is found by the active-set
// method of Lawson and Hanson 1974 (Solving Least Squares Problems, chapter 23), which ends after finitely many steps. Tested by
// tests/unit/panel/weighting_correlations.cpp, tests/peers/weights.cpp.
#include "base/number.hpp"
#include "panel/column.hpp"
#include "panel/correlations.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore::weighting {
namespace {

constexpr double ridge = 1e-12;      // on the diagonal, so that columns that repeat each other can be solved for
constexpr double rounding = 1e-10;   // a gradient below is none
constexpr double reached_to = 1e-9;  // of the correlations, relative

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

[[noreturn]] void impossible() {
  throw UsageError(
      "correlation_optimised: no composite is positively correlated with every column; turn the columns whose direction is "
      "wrong, leave "
      "out those that contradict the others, or see that there are more rows than columns");
}

// R u = t on the columns in use, 0 elsewhere.
VectorXd solve(const MatrixXd& square, const VectorXd& desired, const std::vector<Index>& used) {
  const auto count = static_cast<Index>(used.size());
  MatrixXd part(count, count);
  VectorXd right(count);
  for (Index i = 0; i < count; ++i) {
    right(i) = desired(used[static_cast<std::size_t>(i)]);
    for (Index j = 0; j < count; ++j)
      part(i, j) = square(used[static_cast<std::size_t>(i)], used[static_cast<std::size_t>(j)]) + (i == j ? ridge : 0);
  }
  const VectorXd solution = part.ldlt().solve(right);
  VectorXd all = VectorXd::Zero(desired.size());
  for (Index i = 0; i < count; ++i) all(used[static_cast<std::size_t>(i)]) = solution(i);
  return all;
}

// Row j of R u.
double covariance(const MatrixXd& square, const VectorXd& u, Index j) {
  double sum = 0;
  for (Index k = 0; k < u.size(); ++k) sum += square(j, k) * u(k);
  return sum;
}

// Goes from u towards the solution until the first of them is 0, and drops that.
void shorten(VectorXd& u, const VectorXd& solution, std::vector<Index>& used) {
  double step = 1;
  for (const Index j : used)
    if (solution(j) <= 0) step = std::min(step, u(j) / (u(j) - solution(j)));
  for (const Index j : used)
    u(j) = solution(j) <= 0 && u(j) / (u(j) - solution(j)) <= step ? 0 : u(j) + step * (solution(j) - u(j));
  std::erase_if(used, [&](Index j) { return u(j) <= 0; });
}

// The column outside those in use whose correlation is furthest below the desired one; -1: none is.
Index furthest(const MatrixXd& square, const VectorXd& desired, const VectorXd& u, const std::vector<bool>& out) {
  Index next = -1;
  double most = rounding;
  for (Index j = 0; j < u.size(); ++j) {
    if (out[static_cast<std::size_t>(j)]) continue;
    const double missing = (desired(j) - covariance(square, u, j)) / desired(j);
    if (missing <= most) continue;
    most = missing;
    next = j;
  }
  return next;
}

VectorXd not_negative(const MatrixXd& square, const VectorXd& desired) {
  const Index m = desired.size();
  VectorXd u = VectorXd::Zero(m);
  std::vector<Index> used;
  std::vector<bool> out(static_cast<std::size_t>(m), false);  // in use, or of no use but for rounding
  for (Index rounds = 0; rounds < 20 * m + 20; ++rounds) {
    const Index next = furthest(square, desired, u, out);
    if (next < 0) return u;
    out[static_cast<std::size_t>(next)] = true;
    std::vector<Index> wider = used;
    wider.insert(std::upper_bound(wider.begin(), wider.end(), next), next);
    VectorXd solution = solve(square, desired, wider);
    if (solution(next) <= 0) continue;
    used = std::move(wider);
    while (std::any_of(used.begin(), used.end(), [&](Index j) { return solution(j) <= 0; })) {
      shorten(u, solution, used);
      solution = solve(square, desired, used);
    }
    u = solution;
    out.assign(out.size(), false);
    for (const Index j : used) out[static_cast<std::size_t>(j)] = true;
  }
  impossible();
}

// Columns that agree in all are one column to the composite: they share its weight.
void share(VectorXd& u, const MatrixXd& square) {
  const VectorXd before = u;
  for (Index j = 0; j < u.size(); ++j) {
    double sum = 0, count = 0;
    for (Index k = 0; k < u.size(); ++k) {
      if (square(j, k) < 1 - 1e-12) continue;
      sum += before(k);
      count += 1;
    }
    u(j) = sum / count;
  }
}

MatrixXd turned(const Columns& columns, const Correlations& found, const std::vector<Sense>& senses) {
  const auto m = static_cast<Index>(columns.size());
  MatrixXd square(m, m);
  for (Index i = 0; i < m; ++i)
    for (Index j = 0; j < m; ++j) {
      const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
      const double r = found.square[a * columns.size() + b];
      square(i, j) = std::isnan(r) ? 0 : senses[columns.column(a)] == senses[columns.column(b)] ? r : -r;
    }
  return square;
}

VectorXd desired_of(const Columns& columns, const Matrix& matrix, const std::vector<double>& desired) {
  if (!desired.empty() && desired.size() != matrix.columns)
    throw UsageError("correlation_optimised: " + std::to_string(desired.size()) + " correlations are desired for " +
                     std::to_string(matrix.columns) + " columns");
  for (std::size_t j = 0; j < desired.size(); ++j)
    if (!(desired[j] > 0) || std::isinf(desired[j]))
      throw UsageError("correlation_optimised: the correlation desired for column " + std::to_string(j + 1) + " is " +
                       shortest(desired[j]) + "; it should be above 0");
  VectorXd result = VectorXd::Ones(static_cast<Index>(columns.size()));
  if (desired.empty()) return result;
  const double most = *std::max_element(desired.begin(), desired.end());
  for (std::size_t k = 0; k < columns.size(); ++k) result(static_cast<Index>(k)) = desired[columns.column(k)] / most;
  return result;
}

VectorXd solved(const MatrixXd& square, const VectorXd& desired, bool negative) {
  if (!negative) {
    VectorXd u = not_negative(square, desired);
    share(u, square);
    return u;
  }
  const Eigen::FullPivLU<MatrixXd> factors(square);
  if (!factors.isInvertible()) impossible();
  return factors.solve(desired);
}

// Of the figures as they are: u over their standard deviation, in proportion.
std::vector<double> weights_of(const Columns& columns, const VectorXd& u, bool negative) {
  int reference = 2000;
  for (std::size_t k = 0; k < columns.size(); ++k) reference = std::min(reference, columns.exponent(k));
  std::vector<double> says;
  double total = 0, most = 0;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    says.push_back(std::ldexp(u(static_cast<Index>(k)) / sd_of(columns[k]), reference - columns.exponent(k)));
    total += says.back();
    most = std::max(most, std::abs(says.back()));
  }
  if (!negative) return columns.weights(says);
  if (!(total > rounding * most)) impossible();  // they can't be brought to sum 1
  std::vector<double> weights = columns.weights(std::vector<double>(says.size(), 0.0));
  for (std::size_t k = 0; k < says.size(); ++k) weights[columns.column(k)] = says[k] / total;
  return weights;
}

}  // namespace

CorrelationOptimum correlation_optimum(const Matrix& matrix, std::span<const Sense> senses, const CorrelationTarget& target) {
  const Columns columns(matrix, "correlation_optimised");
  const VectorXd desired = desired_of(columns, matrix, target.desired);
  const std::vector<Sense> directions = senses_of(matrix, senses, "correlation_optimised");
  CorrelationOptimum result{columns.weights({}), std::vector<double>(matrix.columns, 0.0), true};
  if (columns.size() == 0) return result;
  const MatrixXd square = turned(columns, correlations(columns.figures(), columns.rows()), directions);
  const VectorXd u = solved(square, desired, target.negative);
  VectorXd covariances(u.size());
  for (Index j = 0; j < u.size(); ++j) covariances(j) = covariance(square, u, j);
  const double level = (covariances.array() / desired.array()).minCoeff();
  double variance = 0;
  for (Index j = 0; j < u.size(); ++j) variance += u(j) * covariances(j);
  if (!(level > 0.5) || !(variance > 0)) impossible();  // the level is 1 but for rounding, where there is a solution
  for (Index j = 0; j < u.size(); ++j) {
    result.correlations[columns.column(static_cast<std::size_t>(j))] =
        std::clamp(covariances(j) / std::sqrt(variance), -1.0, 1.0);
    result.reached = result.reached && covariances(j) / desired(j) - level <= reached_to;
  }
  result.weights = weights_of(columns, u, target.negative);
  return result;
}

std::vector<double> correlation_optimised(const Matrix& matrix, std::span<const Sense> senses) {
  return correlation_optimum(matrix, senses).weights;
}

}  // namespace rulescore::weighting
