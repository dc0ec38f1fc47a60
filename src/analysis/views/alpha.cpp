// Cronbach's alpha: k / (k - 1) (1 - sum of the columns' variances / variance of their sum). Outside face: views.hpp. Tested by
// tests/unit/views/correlations.cpp; against peers by tests/peers/views.cpp.
#include "analysis/views/complete.hpp"
#include "panel/column.hpp"

#include <rulescore/views.hpp>

namespace rulescore::views {
namespace {

double alpha_of(double columns, double variances, double variance_of_sum) noexcept {
  return columns > 1 && variance_of_sum > 0 ? columns / (columns - 1) * (1 - variances / variance_of_sum) : none;
}

}  // namespace

Alpha cronbach_alpha(const Matrix& data) {
  check_matrix(data, "cronbach_alpha: the matrix");
  const std::vector<std::size_t> rows = complete_rows(data);
  Alpha result;
  result.rows = static_cast<std::uint32_t>(rows.size());
  result.without.assign(data.columns, none);
  result.rest.assign(data.columns, none);
  if (rows.size() < 2) return result;
  const auto k = static_cast<double>(data.columns);
  std::vector<double> sums(rows.size()), variances;
  double all = 0;
  for (std::size_t c = 0; c < data.columns; ++c) {
    const std::vector<double> figures = column_of_rows(data, c, rows);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += figures[i];
    variances.push_back(variance_of(figures));
    all += variances.back();
  }
  result.alpha = alpha_of(k, all, variance_of(sums));
  for (std::size_t c = 0; c < data.columns && data.columns > 1; ++c) {
    const std::vector<double> figures = column_of_rows(data, c, rows);
    std::vector<double> others = sums;
    for (std::size_t i = 0; i < others.size(); ++i) others[i] -= figures[i];
    result.without[c] = alpha_of(k - 1, all - variances[c], variance_of(others));
    result.rest[c] = pearson(figures, others);
  }
  return result;
}

}  // namespace rulescore::views
