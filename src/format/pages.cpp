// A printed page repeats its head, counts itself, and breaks lines at its width. A line that repeats at the same edge of most
// pages is a head; a line at an edge that is nothing but a number in its dress is a page number. A line that reaches as far right
// as lines do and breaks off without a stop goes on in the next one, over the edge of a page, too, unless that one is indented as
// the first line of a paragraph is. Wide gaps inside a line part the cells of a table. Outside face: mend_pages(), in pdf.hpp.
// Tested by tests/unit/format/pdf.cpp.
#include "format/pdf.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

struct Line {
  std::string_view text;  // without the blanks around it
  int indent = 0;         // columns of the blanks before it
  int right = 0;          // the column it ends at
  bool empty() const noexcept { return text.empty(); }
};
using Lines = std::vector<Line>;

Line read_line(std::string_view text) {
  constexpr std::pair<std::string_view, int> blanks[] = {{" ", 1}, {"\u3000", 2}, {"\u00A0", 1}, {"\t", 1}, {"\r", 0}};
  Line line{text, 0, 0};
  const auto any = [&](auto strips) { return std::any_of(std::begin(blanks), std::end(blanks), strips); };
  while (any([&](const auto& blank) {
    if (!line.text.starts_with(blank.first)) return false;
    line.text.remove_prefix(blank.first.size());
    line.indent += blank.second;
    return true;
  })) {
  }
  while (any([&](const auto& blank) {
    if (!line.text.ends_with(blank.first)) return false;
    line.text.remove_suffix(blank.first.size());
    return true;
  })) {
  }
  line.right = line.indent + display_width(line.text);
  return line;
}

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages(1);
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\n\f"), text.size());
    pages.back().push_back(read_line(text.substr(0, end)));
    if (end < text.size() && text[end] == '\f') pages.emplace_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (Lines& page : pages) {
    while (!page.empty() && page.back().empty()) page.pop_back();
    page.erase(page.begin(), std::find_if(page.begin(), page.end(), [](const Line& line) { return !line.empty(); }));
  }
  return pages;
}

// 3, - 3 -, — 3 —, 3/12, 第3页, 第 3 页 共 12 页
bool is_page_number(std::string_view line) {
  constexpr std::size_t longest = 48;  // bytes
  constexpr std::u32string_view dress = U" -—–·./|第页共,~0123456789";
  if (line.empty() || line.size() > longest) return false;
  const Text text = decode(std::string(line));
  bool digit = false;
  for (const char32_t c : text.chars) {
    if (dress.find(c) == dress.npos) return false;
    digit = digit || is_digit(c);
  }
  return digit;
}

// Lines that stand first, or last, on most of three pages and more.
std::vector<std::string_view> repeated(const std::vector<Lines>& pages, bool last) {
  std::map<std::string_view, std::size_t> counts;
  std::size_t filled = 0;
  for (const Lines& page : pages) {
    if (page.empty()) continue;
    ++filled;
    ++counts[last ? page.back().text : page.front().text];
  }
  std::vector<std::string_view> found;
  for (const auto& [line, count] : counts) {
    if (count >= 3 && count * 2 > filled) found.push_back(line);
  }
  return found;
}

// Takes page numbers and repeated lines off one edge; true when something went.
bool strip_edge(std::vector<Lines>& pages, bool last) {
  const auto heads = repeated(pages, last);
  bool any = false;
  for (Lines& page : pages) {
    if (page.empty()) continue;
    const std::string_view line = last ? page.back().text : page.front().text;
    if (!is_page_number(line) && std::find(heads.begin(), heads.end(), line) == heads.end()) continue;
    page.erase(last ? page.end() - 1 : page.begin());
    while (!page.empty() && (last ? page.back() : page.front()).empty()) page.erase(last ? page.end() - 1 : page.begin());
    any = true;
  }
  return any;
}

// Where text begins and ends on these pages.
struct Column {
  int left = 0, right = 30;
};

// The leftmost beginning that is no exception among long lines; nine of ten of them end no further right.
Column find_column(const std::vector<Lines>& pages) {
  constexpr int short_line = 30;  // columns
  std::vector<int> rights;
  std::map<int, std::size_t> lefts;
  for (const Lines& page : pages) {
    for (const Line& line : page) {
      if (line.right - line.indent <= short_line) continue;
      rights.push_back(line.right);
      ++lefts[line.indent];
    }
  }
  if (rights.empty()) return {};
  const auto at = rights.begin() + static_cast<std::ptrdiff_t>(rights.size() * 9 / 10);
  std::nth_element(rights.begin(), at, rights.end());
  const auto left =
      std::find_if(lefts.begin(), lefts.end(), [&](const auto& entry) { return entry.second * 5 >= rights.size(); });
  return {left == lefts.end() ? 0 : left->first, *at};
}

bool ends_with_stop(std::string_view line) noexcept {
  for (const std::string_view stop : {"。", "！", "？", "；", "：", "。”", "。）", ".", "!", "?", ";", ":"}) {
    if (line.ends_with(stop)) return true;
  }
  return false;
}

// 一、 (二) 3. 第四: what begins so is a line of its own, unless the line above ends in the middle of a list.
bool starts_item(std::string_view line) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十0123456789";
  const Text text = decode(std::string(line));
  const auto at = [&](std::size_t i) { return i < text.size() ? text.chars[i] : U'\0'; };
  const bool bracket = at(0) == U'(';
  std::size_t i = bracket || at(0) == U'第' ? 1 : 0;
  const std::size_t first = i;
  while (numerals.find(at(i)) != numerals.npos && i < first + 3) ++i;
  if (i == first) return false;
  if (bracket) return at(i) == U')';
  if (first == 1) return at(i) == U',' || at(i) == U'、';
  return at(i) == U'、' || (at(i) == U'.' && !is_digit(at(i + 1)));
}

bool ends_open(std::string_view line) noexcept {
  for (const std::string_view mark : {"，", "、", ",", "（", "(", "《", "“"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

bool is_ascii_word(char c) noexcept { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Cells of a table, which stand apart.
std::string with_tabs(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t blanks = std::min(line.find_first_not_of(' ', i), line.size()) - i;
    if (blanks >= 3)
      out += '\t';
    else
      out.append(line.substr(i, std::max<std::size_t>(blanks, 1)));
    i += std::max<std::size_t>(blanks, 1);
  }
  return out;
}

class Joiner {
 public:
  explicit Joiner(Column column) : column_(column) {}

  void page(const Lines& lines) {
    for (const Line& line : lines) {
      if (line.empty())
        blank_ = !out_.empty();
      else
        put(line);
    }
    at_page_edge_ = true;
  }

  std::string text() && {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void put(const Line& line) {
    const bool indented = line.indent >= column_.left + 2;
    const bool goes_on = open_ && !indented && (!blank_ || at_page_edge_) && (open_list_ || !starts_item(line.text));
    const std::string text = with_tabs(line.text);
    if (!goes_on && !out_.empty())
      out_ += blank_ ? "\n\n" : "\n";
    else if (goes_on && parts_words(text))
      out_ += ' ';
    out_ += text;
    constexpr int slack = 6;  // columns: a character that didn't fit, and a first line's indent where blanks don't show it
    open_ = line.right + slack >= column_.right && text.find('\t') == text.npos && !ends_with_stop(text);
    open_list_ = ends_open(text);
    blank_ = at_page_edge_ = false;
  }

  // Words are parted by a blank; a number that is broken between its digits is one number.
  bool parts_words(std::string_view next) const noexcept {
    const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
    return is_ascii_word(out_.back()) && is_ascii_word(next.front()) && !(is_number(out_.back()) && is_number(next.front()));
  }

  Column column_;
  std::string out_;
  bool open_ = false;       // the last line goes on
  bool open_list_ = false;  // even when the next looks like an item
  bool blank_ = false, at_page_edge_ = false;
};

}  // namespace

std::string mend_pages(std::string_view text) {
  std::vector<Lines> pages = pages_of(text);
  constexpr int most_lines = 3;  // of a head
  for (const bool last : {false, true}) {
    for (int i = 0; i < most_lines && strip_edge(pages, last); ++i) {
    }
  }
  Joiner joiner(find_column(pages));
  for (const Lines& page : pages) joiner.page(page);
  return std::move(joiner).text();
}

bool has_columns(std::string_view text) {
  constexpr std::size_t few = 12;  // bytes: four Chinese characters
  std::size_t lines = 0, parted = 0;
  for (const Lines& page : pages_of(text)) {
    for (const Line& line : page) {
      if (line.text.size() < 2 * few) continue;
      ++lines;
      const auto gap = line.text.find("   ", few);
      parted +=
          gap != line.text.npos && line.text.size() - std::min(line.text.find_first_not_of(' ', gap), line.text.size()) >= few;
    }
  }
  return lines >= 10 && parted * 2 > lines;
}

}  // namespace rulescore
