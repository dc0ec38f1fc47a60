#include "render/table.hpp"

#include "base/text.hpp"
#include "render/escape.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

constexpr int gap = 2;         // blanks between columns
constexpr int narrowest = 10;  // what a flexible column keeps

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

// Padded to `width`; the last column isn't padded on the right, so that lines don't end in blanks.
std::string padded(const std::string& text, const Column& column, int width, bool last, Ink ink, bool colour) {
  const std::string shown = elide(text, width);
  const std::string fill = blanks(width - display_width(shown));
  const std::string inky = inked(shown, ink, colour);
  if (column.align == Align::right) return fill + inky;
  return last ? inky : inky + fill;
}

}  // namespace

std::string inked(const std::string& text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain) return text;
  const char* code = ink == Ink::good ? "\x1b[32m" : ink == Ink::fair ? "\x1b[33m" : ink == Ink::poor ? "\x1b[31m" : "\x1b[2m";
  return code + text + "\x1b[0m";
}

Ink ink_of(double score) noexcept {
  if (!std::isfinite(score)) return Ink::faint;
  return score >= 0.75 ? Ink::good : score < 0.25 ? Ink::poor : Ink::fair;
}

void TextTable::add(std::vector<Cell> row) {
  row.resize(columns_.size());
  for (Cell& cell : row) cell.text = one_line(cell.text);
  rows_.push_back(std::move(row));
}

std::vector<int> TextTable::widths(int available) const {
  std::vector<int> widths;
  int total = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    int width = 0;
    for (const auto& row : rows_) width = std::max(width, display_width(row[c].text));
    if (columns_[c].most > 0) width = std::min(width, columns_[c].most);
    width = std::max(width, display_width(columns_[c].heading));
    widths.push_back(width);
    total += width + (c > 0 ? gap : 0);
  }
  for (std::size_t c = columns_.size(); available > 0 && total > available && c-- > 0;) {
    if (!columns_[c].flexible) continue;
    const int kept = std::max(std::min(widths[c], narrowest), widths[c] - (total - available));
    total -= widths[c] - kept;
    widths[c] = kept;
  }
  return widths;
}

std::string TextTable::text(const TableStyle& style) const {
  const std::vector<int> width = widths(style.width);
  std::string lines;
  int total = -gap;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const bool last = c + 1 == columns_.size();
    lines += padded(columns_[c].heading, columns_[c], width[c], last, Ink::plain, false) + (last ? "\n" : blanks(gap));
    total += width[c] + gap;
  }
  for (int i = 0; i < total; ++i) lines += "─";
  lines += '\n';
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const bool last = c + 1 == columns_.size();
      line += padded(row[c].text, columns_[c], width[c], last, row[c].ink, style.colour) + (last ? "" : blanks(gap));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    lines += line + '\n';
  }
  return lines;
}

std::string TextTable::markdown() const {
  std::string head = "|", rule = "|", body;
  for (const Column& column : columns_) {
    head += ' ' + markdown_cell(column.heading) + " |";
    rule += column.align == Align::right ? "---:|" : "---|";
  }
  for (const auto& row : rows_) {
    body += '|';
    for (const Cell& cell : row) body += ' ' + markdown_cell(cell.text) + " |";
    body += '\n';
  }
  return head + '\n' + rule + '\n' + body;
}

}  // namespace rulescore::render
