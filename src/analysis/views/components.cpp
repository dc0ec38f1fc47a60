// Principal components of the correlation matrix, by Eigen's self-adjoint solver. A component's sign says nothing; ours makes its
// largest entry positive, so that it is the same everywhere. Outside face: views.hpp. Tested by tests/unit/views/components.cpp.
#include "analysis/views/complete.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::views {
namespace {

// The columns that take part, standardised over the rows without a gap.
struct Standardised {
  std::vector<std::uint32_t> columns, left_out;
  std::vector<std::vector<double>> figures;  // a column each
};

Standardised standardise(const Matrix& data, std::span<const std::size_t> rows) {
  Standardised result;
  for (std::uint32_t c = 0; c < data.columns; ++c) {
    std::vector<double> figures = column_of_rows(data, c, rows);
    const double mean = mean_of(figures), sd = sd_of(figures);
    if (!(largest(figures) > least(figures)) || !(sd > 0)) {
      result.left_out.push_back(c);
      continue;
    }
    for (double& x : figures) x = (x - mean) / sd;
    result.columns.push_back(c);
    result.figures.push_back(std::move(figures));
  }
  return result;
}

// Entries that differ by rounding alone count as equal, so that it doesn't decide the sign.
double sign_of(const Eigen::VectorXd& direction) {
  const double largest_entry = direction.cwiseAbs().maxCoeff();
  for (Eigen::Index i = 0; i < direction.size(); ++i)
    if (std::abs(direction[i]) >= largest_entry * (1 - 1e-9)) return direction[i] < 0 ? -1 : 1;
  return 1;
}

Eigen::MatrixXd correlation_of(const Standardised& from) {
  const auto k = static_cast<Eigen::Index>(from.figures.size());
  Eigen::MatrixXd correlation = Eigen::MatrixXd::Identity(k, k);
  for (std::size_t a = 0; a < from.figures.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const double r = pearson(from.figures[a], from.figures[b]);
      correlation(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) = r;
      correlation(static_cast<Eigen::Index>(b), static_cast<Eigen::Index>(a)) = r;
    }
  return correlation;
}

void fill_scores(const Matrix& data, std::span<const std::size_t> rows, const Standardised& from, Components& result) {
  const std::size_t k = from.columns.size();
  result.scores.assign(data.rows * k, none);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t component = 0; component < k; ++component) {
      double sum = 0;
      for (std::size_t c = 0; c < k; ++c) sum += from.figures[c][i] * result.directions[from.columns[c] * k + component];
      result.scores[rows[i] * k + component] = sum;
    }
}

}  // namespace

Components principal_components(const Matrix& data) {
  check_matrix(data, "principal_components: the matrix");
  const std::vector<std::size_t> rows = complete_rows(data);
  if (rows.size() < 2)
    throw UsageError("principal_components: " + std::to_string(rows.size()) + " of " + std::to_string(data.rows) +
                     " rows are without a gap; expected two or more (fill the gaps, or leave columns out)");
  const Standardised from = standardise(data, rows);
  const std::size_t k = from.columns.size();
  if (k == 0) throw UsageError("principal_components: every column is constant; expected one with spread");
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(correlation_of(from));
  Components result;
  result.rows = static_cast<std::uint32_t>(rows.size());
  result.left_out = from.left_out;
  result.directions.assign(data.columns * k, 0);
  result.loadings.assign(data.columns * k, 0);
  double all = 0;
  for (std::size_t component = 0; component < k; ++component) {
    const auto at = static_cast<Eigen::Index>(k - 1 - component);  // the solver's come smallest first
    const double variance = std::max(0.0, solver.eigenvalues()[at]);
    const Eigen::VectorXd direction = solver.eigenvectors().col(at);
    const double sign = sign_of(direction);
    result.variances.push_back(variance);
    all += variance;
    for (std::size_t c = 0; c < k; ++c) {
      const double entry = sign * direction[static_cast<Eigen::Index>(c)] + 0.0;
      result.directions[from.columns[c] * k + component] = entry;
      result.loadings[from.columns[c] * k + component] = entry * std::sqrt(variance);
    }
  }
  for (const double variance : result.variances) result.explained.push_back(variance / all);
  fill_scores(data, rows, from, result);
  return result;
}

}  // namespace rulescore::views
