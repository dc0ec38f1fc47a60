// Figures and names from a file or a data frame: a row a unit, columns by name.
#pragma once

#include <rulescore/export.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct TableData;

// An immutable value: copying is a reference count, sharing between threads is safe. A column holds figures when every cell is a
// number or says that there is none (empty, NA, NaN, N/A, null, -, –, …); otherwise texts.
class RULESCORE_EXPORT Table {
 public:
  // A CSV with a header line: comma, semicolon or tab between cells (the one that the header has most of), any encoding that
  // documents may have. Numbers are plain or in exponent form, with a point; "1,234.5" and "12.5%" are figures, too, the
  // latter 12.5. Throws IoError (the path named), DocumentError naming file, line and column for a row of another length, a
  // header without a name or with one twice, an open quotation mark.
  static Table read(const std::string& path, const std::string& encoding = {});
  static Table parse(std::string csv, const std::string& name = "table.csv", const std::string& encoding = {});

  // From figures and texts at hand.
  class RULESCORE_EXPORT Builder {
   public:
    explicit Builder(std::string name = "table");
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    // Every column as long as the first, its name new and not empty; an infinite figure can't be. Throws UsageError.
    Builder& figures(std::string column, std::vector<double> values);  // NaN: missing
    Builder& texts(std::string column, std::vector<std::string> values);
    Table build() const;  // throws UsageError when there is no column or no row

   private:
    std::shared_ptr<TableData> data_;
  };

  const std::string& name() const noexcept;
  std::size_t rows() const noexcept;
  std::span<const std::string> columns() const noexcept;  // in the order of the file
  std::optional<std::size_t> find(std::string_view column) const noexcept;
  std::size_t at(std::string_view column) const;  // throws UsageError with a did-you-mean
  bool is_text(std::size_t column) const noexcept;
  // Throws UsageError for a column of texts, naming the first cell that is no number, with its line.
  std::span<const double> figures(std::size_t column) const;
  // The cells as written; of a column that came as figures, those in the fewest digits.
  std::vector<std::string> texts(std::size_t column) const;

 private:
  explicit Table(std::shared_ptr<const TableData> data) noexcept;
  std::shared_ptr<const TableData> data_;
};

}  // namespace rulescore
