// Columns that line up: under Chinese text, within a terminal, or as Markdown. Tested by tests/unit/render/table_test.cpp.
#pragma once

#include <rulescore/render.hpp>

#include <string>
#include <vector>

namespace rulescore::render {

enum class Align { left, right };
enum class Ink { plain, good, fair, poor, faint };

struct Column {
  std::string heading;
  Align align = Align::left;
  int most = 0;           // columns a cell may take; 0: as many as it needs
  bool flexible = false;  // gives way first when a line is wider than the terminal
};

struct Cell {
  std::string text;
  Ink ink = Ink::plain;
};

// Cells are made safe here (one_line, markdown_cell), so callers pass texts as they are.
class TextTable {
 public:
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<Cell> row);
  std::string text(const TableStyle& style) const;
  std::string markdown() const;

 private:
  std::vector<int> widths(int available) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

// `text` in that ink when colour is wanted, else as it is.
std::string inked(const std::string& text, Ink ink, bool colour);
// Good from three quarters up, poor below a quarter, faint without a score.
Ink ink_of(double score) noexcept;

// Texts of the interface in two languages, side by side where they are used.
inline std::string say(const TableStyle& style, const char* zh, const char* en) { return style.language == "en" ? en : zh; }

}  // namespace rulescore::render
