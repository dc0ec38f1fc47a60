// CRITIC weights of 3,000 units and 100 indicators, beside the way the field's packages go: columns brought to 0 to 1, then each
// pair of columns correlated in one pass that looks out for gaps. Prints both times and their ratio, checks that the weights
// agree, and fails below --floor.
#include "clock.hpp"

#include <rulescore/weighting.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

namespace {

constexpr std::size_t rows = 3000, columns = 100;

std::vector<double> figures() {
  std::mt19937_64 random(6);
  std::vector<double> values(rows * columns);
  for (double& x : values) x = std::exp(3 * (static_cast<double>(random() >> 11) * 0x1p-53));
  return values;
}

// In one pass, the means moving along.
double correlation(const double* a, const double* b) {
  double n = 0, mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    n += 1;
    const double da = a[i] - mean_a, db = b[i] - mean_b;
    mean_a += da / n;
    mean_b += db / n;
    aa += (a[i] - mean_a) * da;
    bb += (b[i] - mean_b) * db;
    ab += (a[i] - mean_a) * db;
  }
  return ab / std::sqrt(aa * bb);
}

std::vector<double> plain(const std::vector<double>& values) {
  std::vector<double> scaled(values.size()), says(columns);
  double total = 0;
  for (std::size_t j = 0; j < columns; ++j) {
    double low = INFINITY, high = -INFINITY;
    for (std::size_t i = 0; i < rows; ++i) {
      low = std::min(low, values[i * columns + j]);
      high = std::max(high, values[i * columns + j]);
    }
    for (std::size_t i = 0; i < rows; ++i) scaled[j * rows + i] = (values[i * columns + j] - low) / (high - low);
  }
  std::vector<double> square(columns * columns, 1.0);
  for (std::size_t j = 0; j < columns; ++j)
    for (std::size_t k = 0; k < j; ++k)
      square[j * columns + k] = square[k * columns + j] = correlation(&scaled[j * rows], &scaled[k * rows]);
  for (std::size_t j = 0; j < columns; ++j) {
    double mean = 0, squares = 0, conflict = 0;
    for (std::size_t i = 0; i < rows; ++i) mean += scaled[j * rows + i] / static_cast<double>(rows);
    for (std::size_t i = 0; i < rows; ++i) squares += (scaled[j * rows + i] - mean) * (scaled[j * rows + i] - mean);
    for (std::size_t k = 0; k < columns; ++k) conflict += 1 - square[j * columns + k];
    total += says[j] = conflict * std::sqrt(squares / static_cast<double>(rows));
  }
  for (double& x : says) x /= total;
  return says;
}

}  // namespace

int main(int argc, char** argv) {
  const double floor = argc == 3 && std::strcmp(argv[1], "--floor") == 0 ? std::atof(argv[2]) : 0;
  const std::vector<double> values = figures();
  std::vector<double> ours, theirs;
  const double fast = bench::best_seconds(20, [&] { ours = rulescore::weighting::critic({values, rows, columns}); });
  const double slow = bench::best_seconds(3, [&] { theirs = plain(values); });
  double apart = 0;
  for (std::size_t j = 0; j < columns; ++j) apart = std::max(apart, std::abs(ours[j] - theirs[j]) / theirs[j]);
  std::printf("critic 3000 x 100: %.2f ms, pair by pair %.1f ms, %.1f times; weights apart by %.1g\n", fast * 1e3, slow * 1e3,
              slow / fast, apart);
  return slow / fast >= floor && apart < 1e-12 ? 0 : 1;
}
