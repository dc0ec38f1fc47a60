// An Excel workbook (.xlsx), as bytes: flat sheets with a frozen heading and filters. The only face of libxlsxwriter here. Tested
// by tests/unit/render/workbook_test.cpp and tests/cli/test_roadmap.py.
//
// Texts are cells of text, whatever they begin with; only a Formula is one. What XML or Excel can't hold is dropped or cut
// (32,000 characters); a number that isn't finite is an empty cell. The same cells give the same bytes: the date of creation is
// fixed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace rulescore::render {

class Workbook {
 public:
  enum class Kind : std::uint8_t { text, long_text, number, points };  // points: two decimals shown, all kept
  struct Column {
    std::string heading;
    Kind kind = Kind::text;
    double width = 12;  // characters
  };
  struct Formula {
    std::string text;  // "=SUM(A1:A3)"
    double value = 0;  // what it comes to, for who reads without reckoning
  };
  using Cell = std::variant<std::monostate, std::string, double, Formula>;

  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // `name`: at most 31 characters, none of []:*?/\, unlike the others'. What is added next goes there.
  void sheet(const std::string& name, std::vector<Column> columns);
  void row(const std::vector<Cell>& cells);

  // Throws IoError when the folder for temporary files can't be written.
  std::string bytes() &&;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rulescore::render
