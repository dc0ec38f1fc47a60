// Peers' own outputs, read from tests/peers/data (see its README), and what they are compared with. A file of outputs has one
// Check, declared at namespace scope; tests/peers/peers.cpp runs them all, prints a line a file and misses no file.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace golden {

inline constexpr double exact = 1e-9;  // |ours - theirs| <= exact * max(1, |theirs|)
inline constexpr double linear_programme = 1e-7;
inline constexpr double single_precision = 1e-5;

// A CSV of the data folder. An empty cell is a missing figure, NaN.
class Table {
 public:
  explicit Table(const std::string& file);  // "asem/data/raw.csv"
  const std::vector<std::string>& columns() const noexcept { return columns_; }
  std::size_t rows() const noexcept { return cells_.size(); }
  bool has(std::string_view column) const noexcept;
  std::vector<std::string> text(std::string_view column) const;
  std::vector<double> figures(std::string_view column) const;
  // Row-major, the columns in the order asked for.
  std::vector<double> matrix(const std::vector<std::string>& columns) const;
  // The same with the rows in the order of `keys`, which stand in the column `key`.
  std::vector<double> matrix(const std::vector<std::string>& columns, std::string_view key,
                             const std::vector<std::string>& keys) const;

 private:
  std::size_t index(std::string_view column) const;
  std::string file_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> cells_;
};

// What a check reports to. A figure that is missing on one side alone counts as infinitely far.
class Comparison {
 public:
  void figures(std::span<const double> ours, std::span<const double> theirs, const std::string& what = {});
  void figure(double ours, double theirs, const std::string& what = {});
  std::size_t compared() const noexcept { return compared_; }
  double largest() const noexcept { return largest_; }          // relative difference
  const std::string& where() const noexcept { return where_; }  // it was found

 private:
  std::size_t compared_ = 0;
  double largest_ = 0;
  std::string where_;
};

// Declares that `file` is compared, by calling `run`, and how close the figures must be. A file may have several checks.
struct Check {
  Check(std::string file, double tolerance, std::function<void(Comparison&)> run);
};

// Declares that `file` holds inputs, or figures that aren't to be trusted, and why.
struct NotCompared {
  NotCompared(std::string file, std::string why);
};

}  // namespace golden
