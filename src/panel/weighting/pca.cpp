// The first principal component of the correlations, by Eigen's solver for symmetric matrices.
// Tested by tests/unit/panel/weighting_correlations.cpp, tests/peers/weights.cpp.
#include "panel/correlations.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/weighting.hpp>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace rulescore::weighting {
namespace {

constexpr double same = 1e-12;  // eigenvalues are, this close, for each column

Eigen::MatrixXd square_of(const Columns& columns) {
  const Correlations found = correlations(columns.figures(), columns.rows());
  const auto m = static_cast<Eigen::Index>(columns.size());
  Eigen::MatrixXd square(m, m);
  for (Eigen::Index i = 0; i < m; ++i)
    for (Eigen::Index j = 0; j < m; ++j) {
      const double r = found.square[static_cast<std::size_t>(i * m + j)];
      square(i, j) = std::isnan(r) ? 0 : r;
    }
  return square;
}

}  // namespace

Component principal_component(const Matrix& matrix) {
  const Columns columns(matrix, "pca");
  Component result{{}, std::vector<double>(matrix.columns, 0.0)};
  const auto m = static_cast<Eigen::Index>(columns.size());
  std::vector<double> squares(columns.size(), 0.0);
  if (m > 0) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(square_of(columns));  // eigenvalues ascend
    result.eigenvalue = solver.eigenvalues()(m - 1);
    result.explained = result.eigenvalue / static_cast<double>(m);
    Eigen::Index first = m - 1;
    while (first > 0 && result.eigenvalue - solver.eigenvalues()(first - 1) <= same * static_cast<double>(m)) --first;
    Eigen::Index largest = 0;
    const auto vector = solver.eigenvectors().col(m - 1);
    vector.cwiseAbs().maxCoeff(&largest);
    for (Eigen::Index k = 0; k < m; ++k) {
      const auto at = static_cast<std::size_t>(k);
      result.loadings[columns.column(at)] = vector(largest) < 0 ? -vector(k) : vector(k);
      for (Eigen::Index v = first; v < m; ++v) squares[at] += solver.eigenvectors()(k, v) * solver.eigenvectors()(k, v);
    }
  }
  result.weights = columns.weights(squares);
  return result;
}

std::vector<double> pca(const Matrix& matrix) { return principal_component(matrix).weights; }

}  // namespace rulescore::weighting
