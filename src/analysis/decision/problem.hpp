// The units that can be compared and the criteria that count, column by column: what every method of decision.hpp works on. Each
// column is brought to within 1 by a power of two, which is exact, so that no sum of squares runs over whatever the magnitudes.
// Tested by tests/unit/analysis/decision_rules.cpp.
#pragma once

#include <rulescore/decision.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rulescore::decision {

class Problem {
 public:
  // Throws UsageError; `method` begins its messages.
  Problem(std::string method, const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses);

  std::size_t units() const noexcept { return rows_.size(); }
  std::size_t criteria() const noexcept { return columns_.size(); }
  std::size_t rows() const noexcept { return all_rows_; }

  std::span<const double> figures(std::size_t criterion) const noexcept {
    return std::span(figures_).subspan(criterion * units(), units());
  }
  double weight(std::size_t criterion) const noexcept { return weights_[criterion]; }  // sum 1
  double sign(std::size_t criterion) const noexcept { return signs_[criterion]; }      // 1: a benefit, -1: a cost
  bool is_cost(std::size_t criterion) const noexcept { return signs_[criterion] < 0; }
  int exponent(std::size_t criterion) const noexcept {
    return exponents_[criterion];
  }  // a figure as written is ours * 2^exponent
  std::size_t column(std::size_t criterion) const noexcept { return columns_[criterion]; }  // of the matrix
  std::size_t row(std::size_t unit) const noexcept { return rows_[unit]; }

  // Throws UsageError naming the first figure below 0, or below and at 0.
  void require_not_negative(std::size_t criterion) const;
  void require_positive(std::size_t criterion) const;
  [[noreturn]] void refuse(const std::string& why) const;
  [[noreturn]] void refuse_column(std::size_t criterion, const std::string& why) const;

  // Of the compared units to all rows; the others are NaN.
  std::vector<double> to_rows(std::span<const double> of_units) const;
  std::vector<double> to_square(std::span<const double> of_pairs) const;
  // `magnitude`: of the figures the scores were added up from, where the scores themselves may cancel out to nothing.
  Ranked ranked(std::span<const double> scores, bool higher_is_better = true, double magnitude = 0) const;

 private:
  void read_weights(const Matrix& matrix, std::span<const double> weights);
  void read_rows(const Matrix& matrix);
  void read_figures(const Matrix& matrix);
  void refuse_figure(std::size_t criterion, std::size_t unit, const char* expected) const;

  std::string method_;
  std::size_t all_rows_;
  std::vector<std::size_t> rows_, columns_;
  std::vector<double> figures_, weights_, signs_;
  std::vector<int> exponents_;
};

// Adds to the sum of each other unit what `own` has over it in one criterion: `gain` of its lead. One condition a gain: with two
// the compiler branches, and without a branch it runs over several units at once.
template <typename Gain>
void add_gains(std::span<const double> figures, double own, double sign, std::span<double> sums, Gain gain) {
  const double* const other = figures.data();
  double* const sum = sums.data();
  for (std::size_t i = 0; i < figures.size(); ++i) sum[i] += gain(sign * (own - other[i]));
}

// The sum of the figures in ascending order, so that it is the same whatever order they came in. Sorts them.
double settled_sum(std::span<double> figures);
double settled_sum(std::vector<double>&& figures);

// The column on a common scale; see Scale.
std::vector<double> scaled(const Problem& problem, std::size_t criterion, Scale scale);

// x / sum(x), and 1/n where all are 0; of figures that are at least 0.
std::vector<double> shares(std::span<const double> figures);

// x / ||x||, and 0 where all are 0.
std::vector<double> by_norm(std::span<const double> figures);

struct Range {
  double least, largest;
};
Range range_of(std::span<const double> figures) noexcept;  // of at least one figure, none missing

}  // namespace rulescore::decision
