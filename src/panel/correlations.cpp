// See correlations.hpp. A few rows at a time, the columns' deviations are packed in panels of eight, row by row; the sums of
// products of two panels are 8 x 8 accumulators, four rows of the square at a time so that they stay in registers: one load for
// every four products. With gaps the rows differ from pair to pair, and each pair goes its own way.
#include "panel/correlations.hpp"

#include "base/wide.hpp"
#include "panel/column.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rulescore {
namespace {

constexpr std::size_t width = 8;         // columns of a panel
constexpr std::size_t block_rows = 128;  // packed at a time: 100 columns take 100 KiB

// sums[i][j] += left[row][i] * right[row][j], rows in order. Four doubles of one register are four columns.
RS_WIDE void add_products(const double* left, const double* right, std::size_t rows, double* sums) {
  using Four = double __attribute__((vector_size(32)));
  for (std::size_t half = 0; half < width; half += 4) {
    Four sum[4][2];
    std::memcpy(sum, sums + half * width, sizeof sum);
    for (std::size_t row = 0; row < rows; ++row) {
      Four low, high;
      std::memcpy(&low, right + row * width, sizeof low);
      std::memcpy(&high, right + row * width + 4, sizeof high);
      for (std::size_t i = 0; i < 4; ++i) {
        const double x = left[row * width + half + i];
        sum[i][0] += x * low;
        sum[i][1] += x * high;
      }
    }
    std::memcpy(sums + half * width, sum, sizeof sum);
  }
}

std::vector<double> means(std::span<const double> figures, std::size_t rows) {
  const std::size_t columns = figures.size() / rows;
  std::vector<double> result(columns);
  for (std::size_t begin = 0; begin < columns; begin += width) {  // several sums at once, none of them reordered
    const std::size_t count = std::min(width, columns - begin);
    double sums[width] = {};
    for (std::size_t row = 0; row < rows; ++row)
      for (std::size_t j = 0; j < width; ++j) sums[j] += figures[(begin + std::min(j, count - 1)) * rows + row];
    for (std::size_t j = 0; j < count; ++j) result[begin + j] = sums[j] / static_cast<double>(rows);
  }
  return result;
}

// Sums of products of deviations, in squares of two panels: panel, panel, column, column. Those below the diagonal are left out.
class Products {
 public:
  Products(std::span<const double> figures, std::size_t rows)
      : panels_((figures.size() / rows + width - 1) / width), sums_(panels_ * panels_ * width * width) {
    const std::vector<double> mean = means(figures, rows);
    std::vector<double> packed(panels_ * block_rows * width);
    for (std::size_t begin = 0; begin < rows; begin += block_rows) {
      const std::size_t count = std::min(block_rows, rows - begin);
      for (std::size_t j = 0; j < mean.size(); ++j)
        for (std::size_t row = 0; row < count; ++row)
          packed[(j / width * block_rows + row) * width + j % width] = figures[j * rows + begin + row] - mean[j];
      for (std::size_t a = 0; a < panels_; ++a)
        for (std::size_t b = a; b < panels_; ++b)
          add_products(&packed[a * block_rows * width], &packed[b * block_rows * width], count,
                       &sums_[(a * panels_ + b) * width * width]);
    }
  }
  double at(std::size_t i, std::size_t j) const noexcept {  // i <= j
    return sums_[((i / width * panels_ + j / width) * width + i % width) * width + j % width];
  }

 private:
  std::size_t panels_;
  std::vector<double> sums_;
};

Correlations with_gaps(std::span<const double> figures, std::size_t rows) {
  const std::size_t columns = figures.size() / rows;
  const auto column = [&](std::size_t j) { return figures.subspan(j * rows, rows); };
  Correlations result{std::vector<double>(columns * columns), std::vector<double>(columns)};
  for (std::size_t i = 0; i < columns; ++i) {
    result.spreads[i] = population_sd_of(column(i)) * std::sqrt(static_cast<double>(count_of(column(i))));
    for (std::size_t j = i; j < columns; ++j) {
      const double r = pearson(column(i), column(j));
      result.square[i * columns + j] = result.square[j * columns + i] = i == j && !std::isnan(r) ? 1 : r;
    }
  }
  return result;
}

}  // namespace

Correlations correlations(std::span<const double> figures, std::size_t rows) {
  if (figures.empty()) return {};
  if (count_of(figures) < figures.size()) return with_gaps(figures, rows);
  const std::size_t columns = figures.size() / rows;
  const Products products(figures, rows);
  Correlations result{std::vector<double>(columns * columns), std::vector<double>(columns)};
  for (std::size_t j = 0; j < columns; ++j) result.spreads[j] = std::sqrt(products.at(j, j));
  for (std::size_t i = 0; i < columns; ++i) {
    for (std::size_t j = i; j < columns; ++j) {
      const double a = result.spreads[i], b = result.spreads[j];
      const double r = a > 0 && b > 0 ? std::clamp(products.at(i, j) / a / b, -1.0, 1.0) : no_value;
      result.square[i * columns + j] = result.square[j * columns + i] = i == j && a > 0 ? 1 : r;
    }
  }
  return result;
}

}  // namespace rulescore
