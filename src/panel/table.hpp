// What a Table keeps, and what a cell says.
#pragma once

#include <rulescore/table.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct TableData {
  struct Column {
    bool is_text = false;
    std::vector<double> figures;     // of figures
    std::vector<std::string> texts;  // of texts
  };
  std::string name;
  std::size_t rows = 0;
  std::vector<std::string> names;
  std::vector<Column> columns;
  std::vector<int> lines;  // of the rows in the file; empty when there is none
};

// What a cell says: a figure; NaN when it says that there is none; nothing when it is a text.
std::optional<double> figure_of(std::string_view cell) noexcept;

}  // namespace rulescore
