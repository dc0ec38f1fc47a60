// What all weights from figures have in common: the columns that say something, and how what they say becomes weights.
// Tested through tests/unit/panel/weighting_figures.cpp.
#pragma once

#include <rulescore/matrix.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rulescore::weighting {

// The columns with spread, each on its own and divided by a power of two that brings its largest figure near 1: what doesn't
// depend on scale comes out to the bit as without, and squares neither overflow nor vanish.
class Columns {
 public:
  // Throws UsageError, which `method` opens, for what isn't a matrix.
  Columns(const Matrix& matrix, const char* method);

  std::size_t size() const noexcept { return kept_.size(); }
  std::size_t rows() const noexcept { return rows_; }
  std::span<const double> operator[](std::size_t index) const noexcept {
    return std::span<const double>(figures_).subspan(index * rows_, rows_);
  }
  std::span<const double> figures() const noexcept { return figures_; }          // one column after the other
  std::size_t column(std::size_t index) const noexcept { return kept_[index]; }  // its place in the matrix
  int exponent(std::size_t index) const noexcept { return exponents_[index]; }   // of the power of two
  double range(std::size_t index) const noexcept { return ranges_[index]; }      // largest - least, above 0

  // Weights of all columns of the matrix, from one figure >= 0 for each that has spread: in proportion, the rest 0.
  std::vector<double> weights(std::span<const double> says) const;

 private:
  std::size_t rows_, all_;
  std::vector<std::size_t> kept_;
  std::vector<int> exponents_;
  std::vector<double> ranges_, figures_;
};

// Throws UsageError for the first figure below 0 (or, where `zero` isn't allowed, not above it).
enum class Zero : bool { refused, allowed };
void check_positive(const Matrix& matrix, const char* method, Zero zero);

// One a column; throws UsageError when there are some, but not as many as columns.
std::vector<Sense> senses_of(const Matrix& matrix, std::span<const Sense> senses, const char* method);

// "row 3, column 2"
std::string place(std::size_t row, std::size_t column);

}  // namespace rulescore::weighting
