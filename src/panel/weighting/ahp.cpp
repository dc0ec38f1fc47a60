// AHP: weights from a square of judgements, and how far those contradict each other.
// Tested by tests/unit/panel/weighting_judgements.cpp, tests/peers/weights.cpp.
#include "base/number.hpp"
#include "panel/column.hpp"
#include "panel/weighting/columns.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <Eigen/Eigenvalues>
#include <array>
#include <cmath>

namespace rulescore::weighting {
namespace {

constexpr double reciprocal_to = 0.05;  // 0.33 is meant as a third, 0.17 as a sixth

// For 3, 4, … 15 rows.
constexpr std::array<double, 13> alonso_lamata = {0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499,
                                                  1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838};
constexpr std::array<double, 13> saaty = {0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

double random_index_of(std::size_t n, RandomIndex which) {
  if (n - 3 < alonso_lamata.size()) return which == RandomIndex::saaty_1980 ? saaty[n - 3] : alonso_lamata[n - 3];
  const auto rows = static_cast<double>(n);
  return (2.7699 * rows - 4.3513 - rows) / (rows - 1);
}

void check_judgements(const Matrix& judgements) {
  check_matrix(judgements, "ahp");
  const std::size_t n = judgements.columns;
  if (judgements.rows != n)
    throw UsageError("ahp: " + std::to_string(judgements.rows) + " rows and " + std::to_string(n) +
                     " columns; judgements in pairs are a square");
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double here = judgements.at(i, j), twin = judgements.at(j, i);
      const std::string found = "ahp: " + place(i, j) + (std::isnan(here) ? " is missing" : " holds " + shortest(here));
      if (!(here > 0)) throw UsageError(found + "; a judgement is a figure above 0, 1 for equal importance");
      if (i == j && here != 1) throw UsageError(found + "; it should be 1, each compared with itself");
      if (j < i && std::abs(here * twin - 1) > reciprocal_to)
        throw UsageError(found + ", but " + place(j, i) + " holds " + shortest(twin) +
                         "; one should be the other's reciprocal, here " + fixed(1 / twin, 4));
    }
  }
}

std::vector<double> principal_vector(const Matrix& judgements) {
  const auto n = static_cast<Eigen::Index>(judgements.rows);
  Eigen::MatrixXd square(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) square(i, j) = judgements.at(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
  const Eigen::EigenSolver<Eigen::MatrixXd> solver(square);
  Eigen::Index principal = 0;  // real and the largest, as the matrix is positive (Perron)
  solver.eigenvalues().real().maxCoeff(&principal);
  std::vector<double> vector;
  for (Eigen::Index i = 0; i < n; ++i) vector.push_back(std::abs(solver.eigenvectors()(i, principal).real()));
  return vector;
}

std::vector<double> geometric_means(const Matrix& judgements) {
  std::vector<double> means;
  for (std::size_t i = 0; i < judgements.rows; ++i) {
    double logs = 0;
    for (const double x : judgements.row(i)) logs += std::log(x);
    means.push_back(std::exp(logs / static_cast<double>(judgements.columns)));
  }
  return means;
}

std::vector<double> column_means(const Matrix& judgements) {
  std::vector<double> means(judgements.rows, 0.0);
  for (std::size_t j = 0; j < judgements.columns; ++j) {
    const double total = sum_of(column_of(judgements, j));
    for (std::size_t i = 0; i < judgements.rows; ++i) means[i] += judgements.at(i, j) / total;
  }
  return means;
}

}  // namespace

Pairwise ahp(const Matrix& judgements, Priority priority, RandomIndex random_index) {
  check_judgements(judgements);
  const std::size_t n = judgements.rows;
  Pairwise result;
  result.weights = check(priority == Priority::eigenvector      ? principal_vector(judgements)
                         : priority == Priority::geometric_mean ? geometric_means(judgements)
                                                                : column_means(judgements),
                         n);
  for (std::size_t i = 0; i < n; ++i) {
    double product = 0;
    for (std::size_t j = 0; j < n; ++j) product += judgements.at(i, j) * result.weights[j];
    result.lambda_max += product / result.weights[i] / static_cast<double>(n);
  }
  if (n < 3) return result;
  result.consistency_index = (result.lambda_max - static_cast<double>(n)) / static_cast<double>(n - 1);
  result.consistency_ratio = result.consistency_index / random_index_of(n, random_index);
  return result;
}

}  // namespace rulescore::weighting
