// Columns side by side, each contiguous. Reading a CSV is table_csv.cpp's. Tested by tests/unit/panel/table.cpp.
#include "panel/table.hpp"

#include "base/number.hpp"
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rulescore {

namespace {

void check_new(const TableData& table, const std::string& column, std::size_t rows) {
  if (column.empty()) throw UsageError(table.name + ": a column needs a name");
  if (std::find(table.names.begin(), table.names.end(), column) != table.names.end())
    throw UsageError(table.name + ": two columns are called \"" + column + "\"");
  if (!table.names.empty() && rows != table.rows)
    throw UsageError(table.name + ": the column \"" + column + "\" has " + std::to_string(rows) + " rows, those before it " +
                     std::to_string(table.rows));
}

}  // namespace

Table::Builder::Builder(std::string name) : data_(std::make_shared<TableData>()) { data_->name = std::move(name); }

Table::Builder& Table::Builder::figures(std::string column, std::vector<double> values) {
  check_new(*data_, column, values.size());
  const auto infinite = std::find_if(values.begin(), values.end(), [](double x) { return std::isinf(x); });
  if (infinite != values.end())
    throw UsageError(data_->name + ": the column \"" + column + "\" has an infinite figure in row " +
                     std::to_string(infinite - values.begin() + 1));
  data_->rows = values.size();
  data_->names.push_back(std::move(column));
  data_->columns.push_back({false, std::move(values), {}});
  return *this;
}

Table::Builder& Table::Builder::texts(std::string column, std::vector<std::string> values) {
  check_new(*data_, column, values.size());
  data_->rows = values.size();
  data_->names.push_back(std::move(column));
  data_->columns.push_back({true, {}, std::move(values)});
  return *this;
}

Table Table::Builder::build() const {
  if (data_->names.empty() || data_->rows == 0)
    throw UsageError(data_->name + " has no " + (data_->names.empty() ? "columns" : "rows"));
  return Table(std::make_shared<const TableData>(*data_));
}

Table::Table(std::shared_ptr<const TableData> data) noexcept : data_(std::move(data)) {}

const std::string& Table::name() const noexcept { return data_->name; }
std::size_t Table::rows() const noexcept { return data_->rows; }
std::span<const std::string> Table::columns() const noexcept { return data_->names; }

std::optional<std::size_t> Table::find(std::string_view column) const noexcept {
  const auto found = std::find(data_->names.begin(), data_->names.end(), column);
  if (found == data_->names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - data_->names.begin());
}

std::size_t Table::at(std::string_view column) const {
  if (const auto index = find(column)) return *index;
  const std::string hint = did_you_mean(column, data_->names);
  throw UsageError(data_->name + " has no column \"" + std::string(column) + "\"; " +
                   (hint.empty()
                        ? "it has " + join(std::span(data_->names).first(std::min<std::size_t>(data_->names.size(), 20))) +
                              (data_->names.size() > 20 ? ", …" : "")
                        : hint));
}

bool Table::is_text(std::size_t column) const noexcept { return data_->columns[column].is_text; }

std::span<const double> Table::figures(std::size_t column) const {
  const TableData::Column& found = data_->columns.at(column);
  if (!found.is_text) return found.figures;
  for (std::size_t row = 0; row < found.texts.size(); ++row) {
    if (figure_of(found.texts[row])) continue;
    const std::string where = data_->lines.empty() ? data_->name + ": row " + std::to_string(row + 1)
                                                   : data_->name + ":" + std::to_string(data_->lines[row]);
    throw UsageError(where + ": the column \"" + data_->names[column] + "\" holds \"" + found.texts[row] +
                     "\", which is no number");
  }
  throw UsageError(data_->name + ": the column \"" + data_->names[column] + "\" was given as texts, not as figures");
}

std::vector<std::string> Table::texts(std::size_t column) const {
  const TableData::Column& found = data_->columns.at(column);
  if (found.is_text) return found.texts;
  std::vector<std::string> result;
  for (const double value : found.figures) result.push_back(std::isnan(value) ? std::string() : shortest(value));
  return result;
}

}  // namespace rulescore
