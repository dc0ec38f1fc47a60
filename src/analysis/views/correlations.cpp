// Columns against columns, pair by pair over the rows that both have; and the pairs that say much the same. Ranks of a column are
// found once, and again only for pairs with gaps. Outside face: views.hpp. Tested by tests/unit/views/correlations.cpp; against
// peers by tests/peers/views.cpp.
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::views {
namespace {

// A matrix column by column, with what each needs for its correlations.
class Columns {
 public:
  Columns(const Matrix& data, Correlation how) : rows_(data.rows), how_(how), figures_(by_columns(data)) {
    for (std::size_t c = 0; c < data.columns; ++c) {
      complete_.push_back(count_of(figures(c)) == rows_);
      if (how == Correlation::spearman) append(ranks_of(figures(c), Ties::average));
    }
  }

  double with(std::size_t own, const Columns& others, std::size_t other) const {
    if (how_ == Correlation::pearson) return pearson(figures(own), others.figures(other));
    if (how_ == Correlation::kendall) return kendall(figures(own), others.figures(other));
    if (complete_[own] && others.complete_[other]) return pearson(ranks(own), others.ranks(other));
    return spearman(figures(own), others.figures(other));
  }

 private:
  void append(const std::vector<double>& ranks) { ranks_.insert(ranks_.end(), ranks.begin(), ranks.end()); }
  std::span<const double> figures(std::size_t c) const { return std::span(figures_).subspan(c * rows_, rows_); }
  std::span<const double> ranks(std::size_t c) const { return std::span(ranks_).subspan(c * rows_, rows_); }

  std::size_t rows_;
  Correlation how_;
  std::vector<double> figures_, ranks_;
  std::vector<bool> complete_;
};

}  // namespace

std::vector<double> correlations(const Matrix& data, Correlation how) {
  check_matrix(data, "correlations: the matrix");
  const Columns columns(data, how);
  std::vector<double> result(data.columns * data.columns);
  for (std::size_t a = 0; a < data.columns; ++a)
    for (std::size_t b = 0; b <= a; ++b) {
      double value = columns.with(a, columns, b);
      if (a == b && !std::isnan(value)) value = 1;
      result[a * data.columns + b] = result[b * data.columns + a] = value;
    }
  return result;
}

std::vector<double> correlations(const Matrix& a, const Matrix& b, Correlation how) {
  check_matrix(a, "correlations: the first matrix");
  check_matrix(b, "correlations: the second matrix");
  if (a.rows != b.rows)
    throw UsageError("correlations: " + std::to_string(a.rows) + " rows against " + std::to_string(b.rows) +
                     "; expected the same units");
  const Columns first(a, how), second(b, how);
  std::vector<double> result;
  for (std::size_t i = 0; i < a.columns; ++i)
    for (std::size_t j = 0; j < b.columns; ++j) result.push_back(first.with(i, second, j));
  return result;
}

std::vector<CorrelatedPair> correlated(const Matrix& data, double threshold, Correlation how,
                                       std::span<const std::uint32_t> groups) {
  if (!groups.empty() && groups.size() != data.columns)
    throw UsageError("correlated: " + std::to_string(groups.size()) + " groups for " + std::to_string(data.columns) +
                     " columns; expected one for each column");
  const std::vector<double> all = correlations(data, how);
  std::vector<CorrelatedPair> pairs;
  for (std::uint32_t a = 0; a < data.columns; ++a)
    for (std::uint32_t b = a + 1; b < data.columns; ++b) {
      const double value = all[a * data.columns + b];
      if (std::abs(value) >= threshold && (groups.empty() || groups[a] == groups[b])) pairs.push_back({a, b, value});
    }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const CorrelatedPair& x, const CorrelatedPair& y) { return std::abs(x.value) > std::abs(y.value); });
  return pairs;
}

}  // namespace rulescore::views
