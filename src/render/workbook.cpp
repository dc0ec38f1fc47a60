// See workbook.hpp. libxlsxwriter writes to a path, so the workbook passes through a temporary file; and it prints numbers with
// the C library, so that is told to use the C locale while it does, in this thread alone.
#include "render/workbook.hpp"

#include "base/text.hpp"
#include "render/escape.hpp"

#include <rulescore/error.hpp>

#include <locale.h>
#include <unistd.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <utility>

#include <xlsxwriter.h>

namespace rulescore::render {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest = 32'000;  // characters of a cell; Excel's own limit is 32,767
constexpr time_t created = 946'684'800;  // 2000-01-01, so that the clock has no say

// A file nobody else has, gone at the end.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code error;
    path_ = (fs::temp_directory_path(error) / "rulescore-XXXXXX").string();
    const int file = error ? -1 : ::mkstemp(path_.data());
    if (file < 0) throw IoError("cannot write a temporary file " + path_);
    ::close(file);
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

class CLocale {
 public:
  CLocale() : c_(::newlocale(LC_ALL_MASK, "C", nullptr)), before_(::uselocale(c_)) {}
  ~CLocale() {
    ::uselocale(before_);
    if (c_ != nullptr) ::freelocale(c_);
  }
  CLocale(const CLocale&) = delete;
  CLocale& operator=(const CLocale&) = delete;

 private:
  locale_t c_, before_;
};

bool is_hex(char c) noexcept { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// "_x0041_" would be read as "A": its first underscore is written as one.
bool begins_escape(std::string_view text, std::size_t at) noexcept {
  if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  for (std::size_t i = at + 2; i < at + 6; ++i)
    if (!is_hex(text[i])) return false;
  return true;
}

std::string cell_text(std::string_view raw) {
  const std::string text = one_line(raw);
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {  // U+FFFE and U+FFFF: not in XML
      i += 2;
      continue;
    }
    const bool begins_character = (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
    if (begins_character && ++characters > longest) return out + "…";
    if (begins_escape(text, i)) out += "_x005F";
    out += text[i];
  }
  return out;
}

}  // namespace

struct Workbook::Impl {
  TemporaryFile file;
  lxw_workbook* book = nullptr;
  lxw_format *heading = nullptr, *text = nullptr, *wrapped = nullptr, *points = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::vector<Column> columns;
  lxw_row_t row = 0;

  lxw_format* format_of(Kind kind) const noexcept {
    return kind == Kind::points ? points : kind == Kind::long_text ? wrapped : text;
  }

  // A sheet is filtered once all of its rows are known.
  void finish_sheet() {
    if (sheet != nullptr) worksheet_autofilter(sheet, 0, 0, row > 1 ? row - 1 : 0, static_cast<lxw_col_t>(columns.size() - 1));
  }
};

Workbook::Workbook() : impl_(std::make_unique<Impl>()) {
  Impl& own = *impl_;
  own.book = workbook_new(own.file.path().c_str());
  if (own.book == nullptr) throw std::bad_alloc();
  lxw_doc_properties properties{};
  properties.created = created;
  workbook_set_properties(own.book, &properties);
  const auto format = [&](bool wrap) {
    lxw_format* made = workbook_add_format(own.book);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (wrap) format_set_text_wrap(made);
    return made;
  };
  own.heading = format(true);
  format_set_bold(own.heading);
  format_set_bottom(own.heading, LXW_BORDER_THIN);
  own.text = format(false);
  own.wrapped = format(true);
  own.points = format(false);
  format_set_num_format(own.points, "0.00");
}

Workbook::~Workbook() {
  if (impl_->book != nullptr) lxw_workbook_free(impl_->book);
}

void Workbook::sheet(const std::string& name, std::vector<Column> columns) {
  Impl& own = *impl_;
  own.finish_sheet();
  own.sheet = workbook_add_worksheet(own.book, name.c_str());
  if (own.sheet == nullptr) throw UsageError("a sheet can't be called " + name);
  own.columns = std::move(columns);
  own.row = 1;
  for (lxw_col_t c = 0; c < own.columns.size(); ++c) {
    const Column& column = own.columns[c];
    worksheet_set_column(own.sheet, c, c, column.width, nullptr);
    worksheet_write_string(own.sheet, 0, c, cell_text(column.heading).c_str(), own.heading);
  }
  worksheet_freeze_panes(own.sheet, 1, 0);
}

void Workbook::row(const std::vector<Cell>& cells) {
  Impl& own = *impl_;
  for (lxw_col_t c = 0; c < cells.size(); ++c) {
    lxw_format* format = own.format_of(own.columns[c].kind);
    if (const auto* text = std::get_if<std::string>(&cells[c])) {
      if (const std::string safe = cell_text(*text); !safe.empty())
        worksheet_write_string(own.sheet, own.row, c, safe.c_str(), format);
    } else if (const auto* number = std::get_if<double>(&cells[c])) {
      if (std::isfinite(*number)) worksheet_write_number(own.sheet, own.row, c, *number, format);
    } else if (const auto* formula = std::get_if<Formula>(&cells[c])) {
      worksheet_write_formula_num(own.sheet, own.row, c, formula->text.c_str(), format, formula->value);
    }
  }
  ++own.row;
}

std::string Workbook::bytes() && {
  impl_->finish_sheet();
  const CLocale plain;
  const lxw_error error = workbook_close(std::exchange(impl_->book, nullptr));
  if (error != LXW_NO_ERROR) throw IoError(std::string("the workbook can't be written: ") + lxw_strerror(error));
  std::ifstream file(impl_->file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace rulescore::render
