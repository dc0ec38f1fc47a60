// Rows of a CSV file, each with the line it begins on. A row that is no CSV is told and the next line is tried: one stray quote
// doesn't swallow the rest of the file. Tested by tests/unit/format/csv.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

inline constexpr std::size_t max_csv_row = 64u << 10;  // bytes; a longer one of several lines is a quote that was never closed

struct CsvRow {
  int line = 0;  // from 1
  std::vector<std::string> cells;
};

// Lines end with LF, CR LF or CR; blank ones are no rows.
void read_csv(std::string_view text, const std::function<void(CsvRow)>& row,
              const std::function<void(int line, const std::string& reason)>& fail, char delimiter = ',');

}  // namespace rulescore
