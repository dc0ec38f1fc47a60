// What one column of figures says of itself. NaN is missing and takes no part; sums run in row order, so the same figures give the
// same bits. Tested by tests/unit/panel/column.cpp against definitions written out.
#pragma once

#include <rulescore/matrix.hpp>
#include <rulescore/prepare.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace rulescore {

// Throws UsageError when `values` doesn't hold rows x columns figures, or one is infinite; `what` names the matrix in messages.
void check_matrix(const Matrix& matrix, const char* what);

// The matrix column by column, each on its own: columns x rows.
std::vector<double> by_columns(const Matrix& matrix);
std::vector<double> column_of(const Matrix& matrix, std::size_t column);

std::size_t count_of(std::span<const double> column) noexcept;  // figures that aren't missing

// NaN of no figures.
double least(std::span<const double> column) noexcept;
double largest(std::span<const double> column) noexcept;
double sum_of(std::span<const double> column) noexcept;
double mean_of(std::span<const double> column) noexcept;
double median_of(std::span<const double> column);
// Type 7 of Hyndman and Fan 1996, The American Statistician 50:361; share in [0,1].
double quantile_of(std::span<const double> column, double share);

// sum((x - mean)^2) / (n - 1), two passes; NaN of fewer than two figures.
double variance_of(std::span<const double> column) noexcept;
double sd_of(std::span<const double> column) noexcept;
// Of the population: divided by n.
double population_sd_of(std::span<const double> column) noexcept;

// Sample skewness and excess kurtosis, type 2 of Joanes and Gill 1998, The Statistician 47:183. NaN of fewer than three (four)
// figures, or without spread.
double skew_of(std::span<const double> column) noexcept;
double kurtosis_of(std::span<const double> column) noexcept;

// 1: the smallest. Figures that are equal to the bit are tied. Missing ones have no rank, NaN.
std::vector<double> ranks_of(std::span<const double> column, Ties ties);

// Over the rows where both have a figure. NaN of fewer than two such rows, or where one has no spread.
double pearson(std::span<const double> a, std::span<const double> b) noexcept;
double spearman(std::span<const double> a, std::span<const double> b);  // of average ranks among those rows
double kendall(std::span<const double> a, std::span<const double> b);   // tau-b

}  // namespace rulescore
