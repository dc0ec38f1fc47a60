// Sheets printed. See views_sheet.hpp.
#include "render/views_sheet.hpp"

#include "render/escape.hpp"
#include "render/json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace rulescore::render {
namespace {

Json cell_json(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text_or_null(*text);
  if (const auto* text = std::get_if<Localised>(&cell)) return text_or_null(text->in("zh"));
  if (const auto* number = std::get_if<double>(&cell)) {
    if (std::isnan(*number)) return nullptr;
    const bool whole = *number == std::floor(*number) && std::abs(*number) < 1e15;
    return whole ? Json(static_cast<std::int64_t>(*number)) : Json(*number);
  }
  Json words = Json::array();
  for (const Word& word : std::get<Words>(cell)) words.push_back(word.key);
  return words;
}

std::string cell_csv(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* text = std::get_if<Localised>(&cell)) return std::string(text->in("zh"));
  if (const auto* number = std::get_if<double>(&cell)) return digits(*number);
  std::string out;
  for (const Word& word : std::get<Words>(cell)) out += (out.empty() ? "" : " ") + std::string(word.key);
  return out;
}

std::string cell_text(const SheetCell& cell, int decimals, const TableStyle& style) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* text = std::get_if<Localised>(&cell)) return std::string(text->in(style.language));
  if (const auto* number = std::get_if<double>(&cell))
    return decimals == SheetColumn::figure ? significant(*number) : rounded(*number, decimals);
  std::string out;
  for (const Word& word : std::get<Words>(cell))
    out += (out.empty() ? "" : say(style, "、", ", ")) + say(style, word.zh, word.en);
  return out;
}

}  // namespace

std::string significant(double value) {
  if (!std::isfinite(value)) return "–";
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-4 || size >= 1e7)) {
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 3).ptr;
    return {buffer.data(), end};
  }
  int decimals = 3;
  for (double limit = 10; decimals > 0 && size >= limit; limit *= 10) --decimals;
  for (double limit = 1; size != 0 && size < limit; limit /= 10) ++decimals;
  std::string text = rounded(value, decimals);
  if (text.find('.') == text.npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string sheet_json(const Sheet& sheet, const Framework& framework) {
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["view"] = sheet.view;
  object["rows"] = Json::array();
  for (const auto& row : sheet.rows) {
    Json line = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) line[sheet.columns[i].key] = cell_json(row[i]);
    object["rows"].push_back(std::move(line));
  }
  return dump(object) + '\n';
}

std::string sheet_csv(const Sheet& sheet) {
  std::vector<std::string> cells;
  for (const SheetColumn& column : sheet.columns) cells.push_back(column.key);
  std::string out = csv_row(cells);
  for (const auto& row : sheet.rows) {
    cells.clear();
    for (const SheetCell& cell : row) cells.push_back(cell_csv(cell));
    out += csv_row(cells);
  }
  return out;
}

std::string sheet_text(const Sheet& sheet, const Framework& framework, const TableStyle& style, bool markdown) {
  std::vector<Column> columns;
  for (const SheetColumn& column : sheet.columns)
    columns.push_back({say(style, column.zh.c_str(), column.en.c_str()),
                       column.decimals == SheetColumn::text ? Align::left : Align::right, column.key == "title" ? 32 : 0,
                       column.key == "title"});
  TextTable table(std::move(columns));
  for (const auto& row : sheet.rows) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells.push_back({cell_text(row[i], sheet.columns[i].decimals, style)});
    table.add(std::move(cells));
  }
  const std::string title =
      one_line(framework.id() + ' ' + framework.version()) + " · " + say(style, sheet.zh.c_str(), sheet.en.c_str());
  return markdown ? "# " + markdown_cell(title) + "\n\n" + table.markdown() : title + "\n\n" + table.text(style);
}

}  // namespace rulescore::render
