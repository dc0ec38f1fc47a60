// A view of an index's data as a sheet: columns with a name for machines and one in each language, rows of cells. It prints
// itself as JSON, CSV, a table or Markdown, so that each view says only what it shows. Tested by
// tests/unit/render/views_test.cpp.
#pragma once

#include "render/table.hpp"

#include <rulescore/framework.hpp>

#include <string>
#include <variant>
#include <vector>

namespace rulescore::render {

// One of a few words that a cell may hold: "outliers", 离群, outliers.
struct Word {
  const char* key;
  const char* zh;
  const char* en;
};
using Words = std::vector<Word>;

using SheetCell = std::variant<std::string, double, Words, Localised>;  // NaN: none

struct SheetColumn {
  static constexpr int text = -1, figure = -2;  // of any size: four significant digits
  std::string key, zh, en;
  int decimals = text;
};

struct Sheet {
  std::string view;
  std::string zh, en;  // title
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
};

std::string sheet_json(const Sheet& sheet, const Framework& framework);
std::string sheet_csv(const Sheet& sheet);
std::string sheet_text(const Sheet& sheet, const Framework& framework, const TableStyle& style, bool markdown);

// Four significant digits, without an exponent where that is readable: "0.001234", "96300", "1.235e-12".
std::string significant(double value);

}  // namespace rulescore::render
