// What is lacked together. The rules are those of places.hpp (GapCluster). Tested by tests/unit/analysis/places.cpp, against a
// naive clustering.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rulescore {

// Rows of bits, as wide as they need to be: which of the columns apply to a row, and which it lacks.
class BitRows {
 public:
  BitRows(std::size_t rows, std::size_t columns)
      : words_((columns + 63) / 64), applies_(rows * words_), lacks_(rows * words_), rows_(rows) {}

  std::size_t rows() const noexcept { return rows_; }
  void apply(std::size_t row, std::size_t column) noexcept { applies_[place(row, column)] |= bit(column); }
  void lack(std::size_t row, std::size_t column) noexcept { lacks_[place(row, column)] |= bit(column); }
  bool lacks_any(std::size_t row) const noexcept;
  // Jaccard's, in whole numbers of 2^-32; far apart where the two have nothing to compare.
  std::int64_t distance(std::size_t a, std::size_t b) const noexcept;

 private:
  static std::uint64_t bit(std::size_t column) noexcept { return std::uint64_t{1} << column % 64; }
  std::size_t place(std::size_t row, std::size_t column) const noexcept { return row * words_ + column / 64; }

  std::size_t words_;
  std::vector<std::uint64_t> applies_, lacks_;
  std::size_t rows_;
};

struct Linked {
  std::vector<std::uint32_t> members;
  double distance = 0;
};

// Of two members and more.
std::vector<Linked> average_linkage(const BitRows& rows, double cut);

}  // namespace rulescore
