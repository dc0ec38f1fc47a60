// Shares of an output's variance, from a model run at points in which one factor at a time is exchanged. Outputs less their mean
// go into the estimators: the product behind the first-order index is then a covariance, and its error doesn't grow with the
// mean. Tested by tests/unit/analysis/uncertainty_sobol.cpp against a function whose indices are known,
// tests/peers/uncertainty.cpp against COINr.
#include "base/random.hpp"
#include "panel/column.hpp"

#include <rulescore/error.hpp>
#include <rulescore/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore::sensitivity {
namespace {

// The outputs in their blocks: A, B, and A with one factor of B.
struct Blocks {
  std::span<const double> outputs;
  std::size_t base;
  double a(std::size_t row) const noexcept { return outputs[row]; }
  double b(std::size_t row) const noexcept { return outputs[base + row]; }
  double ab(std::size_t factor, std::size_t row) const noexcept { return outputs[(2 + factor) * base + row]; }
};

// Of the rows picked, in this order.
struct Estimate {
  double variance = 0;
  std::vector<double> first, total;
};

Estimate estimate(const Blocks& blocks, std::span<const std::size_t> rows, std::size_t factors, bool centred) {
  const auto n = static_cast<double>(rows.size());
  double sum = 0;
  for (const std::size_t row : rows) sum += blocks.a(row);
  for (const std::size_t row : rows) sum += blocks.b(row);
  const double mean = sum / (2 * n), origin = centred ? mean : 0;
  double squares = 0;
  for (const std::size_t row : rows) squares += (blocks.a(row) - mean) * (blocks.a(row) - mean);
  for (const std::size_t row : rows) squares += (blocks.b(row) - mean) * (blocks.b(row) - mean);
  Estimate result{squares / (2 * n - 1), std::vector<double>(factors), std::vector<double>(factors)};
  if (!(result.variance > 0)) return result;
  for (std::size_t factor = 0; factor < factors; ++factor) {
    double alone = 0, with_all = 0;
    for (const std::size_t row : rows) {
      const double moved = blocks.ab(factor, row) - blocks.a(row);
      alone += (blocks.b(row) - origin) * moved;
      with_all += moved * moved;
    }
    result.first[factor] = alone / n / result.variance;
    result.total[factor] = with_all / (2 * n) / result.variance;
  }
  return result;
}

void check(std::span<const double> outputs, std::size_t base, std::size_t factors, const SobolOptions& options) {
  if (base < 2 || factors == 0) throw UsageError("Sobol indices need at least one factor and a base of at least 2");
  if (outputs.size() != base * (factors + 2))
    throw UsageError("Sobol indices of " + std::to_string(factors) + " factors with a base of " + std::to_string(base) +
                     " need " + std::to_string(base * (factors + 2)) +
                     " outputs, base x (factors + 2), one for each row of sobol_points; there are " +
                     std::to_string(outputs.size()));
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (std::isfinite(outputs[i])) continue;
    const std::size_t block = i / base;
    const std::string which = block == 0 ? "A" : block == 1 ? "B" : "A with factor " + std::to_string(block - 1) + " of B";
    throw UsageError("the model has no output for row " + std::to_string(i % base + 1) + " of block " + which + ", row " +
                     std::to_string(i + 1) + " of sobol_points");
  }
  if (!(options.confidence > 0 && options.confidence < 1)) throw UsageError("a confidence lies between 0 and 1");
}

// The indices of resampled rows, factor by factor.
void bootstrap(const Blocks& blocks, const SobolOptions& options, SobolIndices& indices) {
  const std::size_t factors = indices.factors.size();
  std::vector<std::vector<double>> first(factors), total(factors);
  std::vector<std::size_t> rows(blocks.base);
  for (std::uint32_t resample = 0; resample < options.resamples; ++resample) {
    const Uniform uniform(options.seed, resample);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = pick(uniform.at(i), rows.size());
    const Estimate found = estimate(blocks, rows, factors, options.estimator == SobolOptions::Estimator::centred);
    for (std::size_t factor = 0; factor < factors; ++factor) {
      first[factor].push_back(found.first[factor]);
      total[factor].push_back(found.total[factor]);
    }
  }
  const double low = (1 - options.confidence) / 2, high = 1 - low;
  for (std::size_t factor = 0; factor < factors; ++factor) {
    SobolIndex& index = indices.factors[factor];
    index.first_low = quantile_of(first[factor], low);
    index.first_high = quantile_of(first[factor], high);
    index.total_low = quantile_of(total[factor], low);
    index.total_high = quantile_of(total[factor], high);
  }
}

}  // namespace

std::vector<double> sobol_points(std::size_t base, std::size_t factors, std::uint64_t seed) {
  if (base < 2 || factors == 0) throw UsageError("Sobol indices need at least one factor and a base of at least 2");
  std::vector<double> points(base * (factors + 2) * factors);
  for (std::size_t row = 0; row < base; ++row) {
    const Uniform uniform(seed, row);
    for (std::size_t factor = 0; factor < factors; ++factor) {
      const double a = uniform.at(factor), b = uniform.at(factors + factor);
      for (std::size_t block = 0; block < factors + 2; ++block)
        points[(block * base + row) * factors + factor] = block == 1 || block == factor + 2 ? b : a;
    }
  }
  return points;
}

SobolIndices sobol_indices(std::span<const double> outputs, std::size_t base, std::size_t factors, const SobolOptions& options) {
  check(outputs, base, factors, options);
  const Blocks blocks{outputs, base};
  std::vector<std::size_t> rows(base);
  for (std::size_t i = 0; i < base; ++i) rows[i] = i;
  const Estimate found = estimate(blocks, rows, factors, options.estimator == SobolOptions::Estimator::centred);
  SobolIndices indices{found.variance, {}};
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const double first = found.first[factor], total = found.total[factor];
    indices.factors.push_back({first, total, first, first, total, total});
  }
  if (options.resamples > 0) bootstrap(blocks, options, indices);
  return indices;
}

}  // namespace rulescore::sensitivity
