// See csv.hpp. libcsv splits rows into cells (RFC 4180, quotes and line breaks inside them); it is fed a line at a time, so that
// a row knows where it begins and a broken one can be left behind.
#include "format/csv.hpp"

#include <csv.h>

#include <exception>
#include <memory>
#include <new>
#include <utility>

namespace rulescore {
namespace {

class Parser {
 public:
  explicit Parser(char delimiter) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // False when the row can't go on like this.
  bool feed(std::string_view bytes) {
    const std::size_t read = csv_parse(&parser_, bytes.data(), bytes.size(), &on_cell, &on_row, this);
    return checked() && read == bytes.size();
  }
  bool finish() {
    const bool closed = csv_fini(&parser_, &on_cell, &on_row, this) == 0;
    return checked() && closed;
  }

  bool has_row() const noexcept { return has_row_; }
  std::vector<std::string> take_row() {
    has_row_ = false;
    return std::exchange(cells_, {});
  }

 private:
  // C code stands between here and there, which no exception may cross.
  static void on_cell(void* bytes, std::size_t size, void* self) noexcept {
    auto& parser = *static_cast<Parser*>(self);
    try {
      parser.cells_.emplace_back(static_cast<const char*>(bytes), size);
    } catch (...) {
      parser.thrown_ = std::current_exception();
    }
  }
  static void on_row(int, void* self) noexcept { static_cast<Parser*>(self)->has_row_ = true; }

  bool checked() const {
    if (thrown_) std::rethrow_exception(thrown_);
    if (csv_error(const_cast<csv_parser*>(&parser_)) == CSV_ENOMEM) throw std::bad_alloc();
    return true;
  }

  csv_parser parser_{};
  std::vector<std::string> cells_;
  bool has_row_ = false;
  std::exception_ptr thrown_;
};

// The line at `begin` with its end.
std::string_view line_at(std::string_view text, std::size_t begin) noexcept {
  const std::size_t end = text.find_first_of("\r\n", begin);
  if (end == text.npos) return text.substr(begin);
  const bool two = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return text.substr(begin, end + (two ? 2 : 1) - begin);
}

constexpr const char* open_quote =
    "a quotation mark opens a cell here and no later one closes it; double one that is meant as itself";
constexpr const char* stray_quote =
    "a quotation mark stands inside a cell; put the whole cell into quotation marks and double the one inside";

}  // namespace

void read_csv(std::string_view text, const std::function<void(CsvRow)>& row,
              const std::function<void(int line, const std::string& reason)>& fail, char delimiter) {
  auto parser = std::make_unique<Parser>(delimiter);
  std::size_t row_begin = 0, at = 0;
  int row_line = 1, line = 1;
  const auto give_up = [&](const char* reason) {
    fail(row_line, reason);
    parser = std::make_unique<Parser>(delimiter);
    at = row_begin + line_at(text, row_begin).size();
    line = row_line + 1;
    row_begin = at;
    row_line = line;
  };
  while (at < text.size()) {
    const std::string_view next = line_at(text, at);
    if (!parser->feed(next)) {
      give_up(stray_quote);
      continue;
    }
    at += next.size();
    ++line;
    const bool blank = row_line + 1 == line && next.find_first_not_of(" \t\r\n") == next.npos;
    if (at == text.size() && !parser->has_row() && !blank && !parser->finish()) {
      give_up(open_quote);
    } else if (parser->has_row() || blank) {
      if (parser->has_row()) row({row_line, parser->take_row()});
      row_begin = at;
      row_line = line;
    } else if (at - row_begin > max_csv_row) {
      give_up(open_quote);
    }
  }
}

}  // namespace rulescore
