// A composite index: a table of figures, one column an indicator, made comparable and added up the tree of a framework. The order
// of things: the column is divided by its denominator, gaps are imputed, outliers treated, everything brought on one scale where
// more is better, and the same tree that scores texts adds it up (aggregation, missing policy, minimum availability, floors,
// caps, bonuses, deductions and vetoes a node says for itself). Formulas and sources: indicators/methods.md.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/matrix.hpp>
#include <rulescore/panel.hpp>
#include <rulescore/prepare.hpp>
#include <rulescore/table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// In place of what the framework says, for every indicator; parameters that an indicator says for itself (target, goalposts)
// stay.
struct IndexOptions {
  std::optional<Imputation> impute;
  std::optional<Treatment> treat;
  std::optional<Normalisation> normalise;
  // Empty: the framework's. The name of one of its sets; "equal"; or a method of weighting.hpp ("critic", "entropy", …), which
  // looks at one group of siblings after the other, from the leaves up, on the common scale.
  std::string weights;
  // By node of the framework, in place of all this; only what stands among siblings counts, not the scale. Empty: none.
  std::vector<double> node_weights;
  unsigned threads = 0;  // 0: one per core; the result doesn't depend on it
};

// What was done to one indicator's column.
struct Preparation {
  std::string column, per;
  Sense sense = Sense::benefit;
  Imputation impute;
  std::vector<std::uint32_t> imputed;  // rows whose gap was filled
  bool treats = false;
  Treated treated;  // without its values; as of an untouched column when nothing was asked
  Scale scale;
  std::size_t available = 0;  // figures before imputation
};

// An immutable value; copying is a reference count, sharing between threads is safe. Rows are the table's in its order.
class RULESCORE_EXPORT Index {
 public:
  const Framework& framework() const noexcept;
  std::size_t rows() const noexcept;
  std::span<const std::string> units() const noexcept;
  std::span<const double> times() const noexcept;    // the column of years; empty when there is none
  std::span<const double> weights() const noexcept;  // by node, among siblings, as used

  // What one unit of `fractions` is on the scale that is shown: 100 for min-max to 0 … 100, 1 on an open scale.
  double full_marks() const noexcept;
  // rows: of a node, on the scale that is shown; NaN: none. Of a leaf the normalised figure.
  std::vector<double> values(std::size_t node) const;
  // rows: the same as a share of full marks, which is what nodes are added up from.
  std::span<const double> fractions(std::size_t node) const noexcept;
  std::span<const double> coverage(std::size_t node) const noexcept;  // rows: share of the weight below it that has figures
  // rows x indicators, row-major, in the order of Framework::indicators(): shares of full marks, and the figures before they were
  // normalised (denominated, imputed, treated).
  std::vector<double> leaves() const;
  std::vector<double> prepared() const;
  std::vector<Sense> senses() const;
  std::vector<double> shares() const;  // indicators: of the whole, the product of the weights down to it; sum 1
  std::span<const Preparation> preparations() const noexcept;  // by indicator; empty when made of a panel

  // 1 the best; values within 1e-9 of full marks of the best of their group share its rank, the next rank skips (1 2 2 4); a unit
  // without a value has none, 0.
  std::vector<std::uint32_t> ranks(std::size_t node = 0) const;

  // The same figures added up with other weights, by node; siblings count by their proportions. Throws UsageError unless there is
  // one finite weight >= 0 a node and every group keeps one above 0.
  Index with_weights(std::vector<double> weights) const;
  // The same by name, as IndexOptions::weights.
  Index with_weights(const std::string& name) const;
  // Shares of full marks in place of the leaves, rows x indicators; the units stay. Throws UsageError for another size.
  Index with_leaves(std::span<const double> leaves) const;

  struct Impl;
  const Impl& impl() const noexcept { return *impl_; }

 private:
  friend RULESCORE_EXPORT Index index(const Table&, const Framework&, const IndexOptions&);
  friend RULESCORE_EXPORT Index index(const Panel&);
  explicit Index(std::shared_ptr<const Impl> impl) noexcept;
  static Index made(Impl impl);                                // adds up
  static Index weighed(Impl impl, const std::string& method);  // the same once siblings are weighed
  std::shared_ptr<const Impl> impl_;
};

// Throws UsageError: a column that isn't there (did you mean), that holds texts (which cell), an indicator without any figure, a
// method whose parameter is missing, two rows of the same unit (and time).
RULESCORE_EXPORT Index index(const Table& table, const Framework& framework, const IndexOptions& options = {});

// What index(table, framework, options).values(0) holds, to the bit, and nothing else: for very many units, or very many editions
// of the same. A plain framework (weighted means) over complete columns on min_max scales takes little more than reading them.
RULESCORE_EXPORT std::vector<double> index_totals(const Table& table, const Framework& framework,
                                                  const IndexOptions& options = {});

// The scores of texts as an index: leaves as they are, 0 to 1.
RULESCORE_EXPORT Index index(const Panel& panel);

}  // namespace rulescore
