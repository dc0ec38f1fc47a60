// Many scorecards under one framework, as a matrix.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/scorecard.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace rulescore {

// Immutable; copying is a reference count. Rows are documents in the given order, columns the framework's indicators.
class RULESCORE_EXPORT Panel {
 public:
  // All cards must share one framework fingerprint; throws UsageError otherwise, or when there are none.
  explicit Panel(std::vector<Scorecard> cards);

  const Framework& framework() const noexcept;
  std::span<const Scorecard> cards() const noexcept;
  std::size_t rows() const noexcept;
  std::size_t columns() const noexcept;
  std::span<const double> scores() const noexcept;  // rows x columns, row-major, [0,1], NaN where an indicator has no score
  std::span<const double> totals() const noexcept;  // rows, on the framework's scale
  // A row each: the card's own, or where the framework has quotas the one its rank among these documents leaves it. Null: none.
  std::span<const Band* const> bands() const noexcept;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace rulescore
