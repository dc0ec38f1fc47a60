// A CSV as a table. Tested by tests/unit/panel/table.cpp.
#include "corpus/file.hpp"
#include "format/charset.hpp"
#include "format/csv.hpp"
#include "panel/table.hpp"

#include <rulescore/error.hpp>
#include <rulescore/evidence.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 12> nothing = {"", "NA", "NaN", "nan", "N/A", "n/a", "null", "NULL", "-", "–", "—", "…"};

std::string_view trimmed(std::string_view cell) noexcept {
  const std::size_t begin = cell.find_first_not_of(" \t");
  if (begin == cell.npos) return {};
  return cell.substr(begin, cell.find_last_not_of(" \t") - begin + 1);
}

// "1,234,567.8" without its commas; unchanged when they don't stand between groups of three.
std::string without_groups(std::string_view cell) {
  const std::size_t point = std::min(cell.find_first_of(".eE%"), cell.size());
  const std::size_t first = cell.find(',');
  if (first == cell.npos || first > point) return std::string(cell);
  std::string plain;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != ',') {
      plain += cell[i];
    } else if (i > point || (point - i) % 4 != 0 || i == 0) {
      return std::string(cell);
    }
  }
  return plain;
}

// The mark that stands most often in the header, outside quotation marks; a comma where none does.
char delimiter_of(std::string_view text) noexcept {
  std::array<std::size_t, 3> seen{};
  constexpr std::string_view marks = ",;\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) break;
    if (const std::size_t i = marks.find(c); !quoted && i != marks.npos) ++seen[i];
  }
  return marks[static_cast<std::size_t>(std::max_element(seen.begin(), seen.end()) - seen.begin())];
}

class Reader {
 public:
  explicit Reader(std::string name) { table_.name = std::move(name); }

  TableData read(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    read_csv(
        text, [&](const CsvRow& row) { table_.names.empty() ? read_header(row) : read_row(row); },
        [&](int line, const std::string& reason) { fail(line, reason); }, delimiter_of(text));
    if (table_.names.empty()) throw DocumentError(table_.name + ": is empty; expected a header line with the columns' names");
    if (table_.rows == 0) throw DocumentError(table_.name + ": has a header, but no rows");
    for (TableData::Column& column : table_.columns) settle(column);
    return std::move(table_);
  }

 private:
  [[noreturn]] void fail(int line, const std::string& reason) const {
    throw DocumentError(table_.name + ":" + std::to_string(line) + ": " + reason);
  }

  void read_header(const CsvRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string name(trimmed(row.cells[i]));
      if (name.empty()) fail(row.line, "column " + std::to_string(i + 1) + " has no name");
      if (std::find(table_.names.begin(), table_.names.end(), name) != table_.names.end())
        fail(row.line, "two columns are called \"" + name + "\"");
      table_.names.push_back(std::move(name));
    }
    table_.columns.resize(table_.names.size());
  }

  void read_row(const CsvRow& row) {
    if (row.cells.size() != table_.names.size())
      fail(row.line,
           "the row has " + std::to_string(row.cells.size()) + " cells, the header " + std::to_string(table_.names.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) table_.columns[i].texts.push_back(row.cells[i]);
    table_.lines.push_back(row.line);
    ++table_.rows;
  }

  // Figures, when every cell is one or says that there is none, and one at least is.
  static void settle(TableData::Column& column) {
    column.figures.reserve(column.texts.size());
    for (const std::string& cell : column.texts) {
      const std::optional<double> figure = figure_of(cell);
      if (!figure) break;
      column.figures.push_back(*figure);
    }
    column.is_text = column.figures.size() < column.texts.size();
    if (column.is_text) column.figures = {};
    if (!column.is_text) column.texts = {};
  }

  TableData table_;
};

}  // namespace

std::optional<double> figure_of(std::string_view cell) noexcept {
  cell = trimmed(cell);
  if (std::find(nothing.begin(), nothing.end(), cell) != nothing.end()) return no_value;
  const std::string plain = without_groups(cell);
  const char *begin = plain.data() + (plain.starts_with('+') ? 1 : 0), *end = plain.data() + plain.size();
  double value = 0;
  const auto [stop, error] = std::from_chars(begin, end, value);
  const bool whole = stop == end || (stop + 1 == end && *stop == '%');
  if (error != std::errc() || !whole || !std::isfinite(value)) return std::nullopt;
  return value;
}

Table Table::parse(std::string csv, const std::string& name, const std::string& encoding) {
  try {
    csv = to_utf8(std::move(csv), encoding).text;
  } catch (const DocumentError& error) {
    throw DocumentError(name + ": " + error.what());
  }
  return Table(std::make_shared<const TableData>(Reader(name).read(csv)));
}

Table Table::read(const std::string& path, const std::string& encoding) {
  std::string bytes;
  try {
    bytes = path == "-" ? read_standard_input() : read_bytes(path);
  } catch (const IoError& error) {
    throw IoError(path + ": " + error.what());
  }
  return parse(std::move(bytes), path == "-" ? "standard input" : path, encoding);
}

}  // namespace rulescore
