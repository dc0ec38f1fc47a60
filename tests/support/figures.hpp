// Columns of figures for tests: made-up ones that are the same everywhere, orders of rows, and what a call refuses, in its words.
#pragma once

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace rulescore::testing {

inline constexpr double gap = std::numeric_limits<double>::quiet_NaN();

// Whole numbers from 0 up to `most`, every seventh or so missing where `gaps`.
inline std::vector<double> made_up(std::size_t count, std::uint32_t seed, std::uint32_t most = 1000, bool gaps = false) {
  std::mt19937 random(seed);
  std::vector<double> figures;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = static_cast<double>(random() % (most + 1));
    figures.push_back(gaps && random() % 7 == 0 ? gap : x);
  }
  return figures;
}

inline std::vector<std::size_t> shuffled(std::size_t count, std::uint32_t seed) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(seed);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

template <typename Figure>
std::vector<Figure> taken(const std::vector<Figure>& from, const std::vector<std::size_t>& order) {
  std::vector<Figure> result;
  for (const std::size_t i : order) result.push_back(from[i]);
  return result;
}

// Equal to the bit; gaps in the same places.
inline bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

inline bool close(const std::vector<double>& a, const std::vector<double>& b, double tolerance = 1e-12) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](double x, double y) {
    return (std::isnan(x) && std::isnan(y)) || std::abs(x - y) <= tolerance * std::max(1.0, std::abs(y));
  });
}

template <typename Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing was refused";
}

}  // namespace rulescore::testing
