// A printed page repeats its head, counts itself, and breaks lines at its width. A line that repeats at the same edge of most
// pages is a head, a line at an edge that is nothing but a number in its dress is a page number, and a line that is as wide as
// lines get and breaks off without a stop goes on in the next one, over the edge of a page, too. Outside face: mend_pages(), in
// pdf.hpp. Tested by tests/unit/format/pdf.cpp.
#include "format/pdf.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

namespace rulescore {
namespace {

using Lines = std::vector<std::string_view>;

std::string_view trimmed(std::string_view line) noexcept {
  const auto begin = std::min(line.find_first_not_of(" \t\r"), line.size());
  line.remove_prefix(begin);
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages(1);
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\n\f"), text.size());
    pages.back().push_back(trimmed(text.substr(0, end)));
    if (end < text.size() && text[end] == '\f') pages.emplace_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (Lines& page : pages) {
    while (!page.empty() && page.back().empty()) page.pop_back();
    page.erase(page.begin(), std::find_if(page.begin(), page.end(), [](std::string_view line) { return !line.empty(); }));
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
    ++counts[last ? page.back() : page.front()];
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
    const std::string_view line = last ? page.back() : page.front();
    if (!is_page_number(line) && std::find(heads.begin(), heads.end(), line) == heads.end()) continue;
    page.erase(last ? page.end() - 1 : page.begin());
    while (!page.empty() && (last ? page.back() : page.front()).empty()) page.erase(last ? page.end() - 1 : page.begin());
    any = true;
  }
  return any;
}

// The width that full lines have: nine of ten lines that are at all long are no wider.
int full_width(const std::vector<Lines>& pages) {
  constexpr int short_line = 30;  // columns
  std::vector<int> widths;
  for (const Lines& page : pages) {
    for (const std::string_view line : page) {
      const int width = display_width(line);
      if (width > short_line) widths.push_back(width);
    }
  }
  if (widths.empty()) return short_line;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

bool ends_with_stop(std::string_view line) noexcept {
  for (const std::string_view stop : {"。", "！", "？", "；", "：", "。”", "。）", ".", "!", "?", ";", ":"}) {
    if (line.ends_with(stop)) return true;
  }
  return false;
}

bool is_ascii_word(char c) noexcept { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Joiner {
 public:
  explicit Joiner(int full) : full_(full) {}

  void page(const Lines& lines) {
    for (const std::string_view line : lines) {
      if (line.empty())
        blank();
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
  void blank() {
    if (!out_.empty()) blank_ = true;
  }

  void put(std::string_view line) {
    const bool goes_on = open_ && (!blank_ || at_page_edge_);
    if (!goes_on && !out_.empty())
      out_ += blank_ ? "\n\n" : "\n";
    else if (goes_on && is_ascii_word(out_.back()) && is_ascii_word(line.front()) && !splits_number(line))
      out_ += ' ';
    out_ += line;
    constexpr int slack = 4;  // columns: a character that didn't fit, and punctuation that hangs
    open_ = display_width(line) + slack >= full_ && !ends_with_stop(line);
    blank_ = at_page_edge_ = false;
  }

  // 12 | 34件: a number broken between its digits.
  bool splits_number(std::string_view line) const noexcept {
    return out_.back() >= '0' && out_.back() <= '9' && line.front() >= '0' && line.front() <= '9';
  }

  int full_;
  std::string out_;
  bool open_ = false;  // the last line goes on
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
  Joiner joiner(full_width(pages));
  for (const Lines& page : pages) joiner.page(page);
  return std::move(joiner).text();
}

}  // namespace rulescore
