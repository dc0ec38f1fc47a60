// The rows of a matrix without a gap.
#pragma once

#include <rulescore/matrix.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace rulescore::views {

inline std::vector<std::size_t> complete_rows(const Matrix& data) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < data.rows; ++row) {
    bool whole = true;
    for (const double x : data.row(row)) whole = whole && !std::isnan(x);
    if (whole) rows.push_back(row);
  }
  return rows;
}

// One column of those rows.
inline std::vector<double> column_of_rows(const Matrix& data, std::size_t column, std::span<const std::size_t> rows) {
  std::vector<double> figures;
  figures.reserve(rows.size());
  for (const std::size_t row : rows) figures.push_back(data.at(row, column));
  return figures;
}

}  // namespace rulescore::views
