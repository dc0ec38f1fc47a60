// The article's nodes are written one behind the other; elements only say where lines begin and end. Blanks are collapsed as a
// browser does it, except that a line break of the source between Chinese characters is nothing at all.
// Outside face: html_to_text(). Tested by tests/unit/format/html.cpp.
#include "format/html.hpp"

#include "format/page_article.hpp"
#include "format/page_words.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

using Index = std::uint32_t;

bool is_wide(std::string_view text) noexcept { return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE3; }

// Whether the last character is a Chinese one or its punctuation: three bytes from E3 on.
bool ends_wide(std::string_view text) noexcept {
  return text.size() >= 3 && static_cast<unsigned char>(text[text.size() - 3]) >= 0xE3;
}

// Whether there is more than wide, no-break and zero-width blanks.
bool can_be_seen(std::string_view line) noexcept {
  while (!line.empty()) {
    const auto before = line.size();
    for (const std::string_view blank : {"\u3000", "\u00A0", "\u200B", "\uFEFF", " ", "\t"}) {
      if (line.starts_with(blank)) line.remove_prefix(blank.size());
    }
    if (line.size() == before) return true;
  }
  return false;
}

class Writer {
 public:
  explicit Writer(const PageTree& tree) : tree_(tree) {}

  std::string write(const Article& article) {
    if (!article.title.empty()) {
      line_ = article.title;
      end_line(true);
    }
    for (Index i = article.begin; i < article.end;) {
      close_before(i);
      const PageNode& node = tree_[i];
      if (node.dropped) {
        i = std::max(node.end, i + 1);
        continue;
      }
      if (node.is_text())
        put(node.text);
      else if (node.is_element())
        open(i);
      ++i;
    }
    close_before(static_cast<Index>(tree_.size()));
    end_line(true);
    return std::move(out_);
  }

 private:
  void open(Index i) {
    const PageNode& node = tree_[i];
    const bool holds = node.end > i + 1;
    if (row_ != 0 && node.name != "tr") {
      if (is_cell(node) && !line_.empty()) line_ += '\t';
      blank_ = blank_ || is_block(node.name) || node.name == "br";
    } else if (node.name == "br") {
      end_line(false);
    } else if (is_block(node.name) || is_cell(node)) {
      end_line(node.name != "tr");
      if (holds && node.name == "pre") pre_ = i;
      if (holds && node.name == "tr" && is_data_row(i)) row_ = i;
    }
    if (holds) open_.push_back(i);
  }

  // Elements that end where node `i` begins.
  void close_before(Index i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      const Index closed = open_.back();
      open_.pop_back();
      const std::string& name = tree_[closed].name;
      if (closed == row_) row_ = 0;
      if (closed == pre_) pre_ = 0;
      if (row_ == 0 && (is_block(name) || is_cell(tree_[closed]))) end_line(name != "tr");
    }
  }

  static bool is_cell(const PageNode& node) noexcept { return node.name == "td" || node.name == "th"; }

  // Cells that hold words, not a page's layout.
  bool is_data_row(Index row) const {
    constexpr Index longest_cell = 120;  // letters
    Index cells = 0;
    for (Index i = row + 1; i < tree_[row].end; ++i) {
      if (tree_[i].name == "table") return false;
      if (!is_cell(tree_[i])) continue;
      if (tree_[i].letters > longest_cell) return false;
      ++cells;
    }
    return cells > 1;
  }

  void put(std::string_view text) {
    while (!text.empty()) {
      const auto blanks = std::min(text.find_first_not_of(" \t\r\n\f"), text.size());
      if (blanks > 0) take_blanks(text.substr(0, blanks));
      text.remove_prefix(blanks);
      const auto word = std::min(text.find_first_of(" \t\r\n\f"), text.size());
      if (word > 0) put_word(text.substr(0, word));
      text.remove_prefix(word);
    }
  }

  void take_blanks(std::string_view blanks) {
    const auto breaks = std::count(blanks.begin(), blanks.end(), '\n');
    if (pre_ != 0 && breaks > 0) return end_line(breaks > 1);
    blank_ = true;
    broken_ = broken_ || breaks > 0;
  }

  void put_word(std::string_view word) {
    const bool joins = broken_ && ends_wide(line_) && is_wide(word);
    if (blank_ && !joins && !line_.empty() && !line_.ends_with('\t')) line_ += ' ';
    blank_ = broken_ = false;
    line_ += word;
  }

  // Ends the line, if there is one; a paragraph's has an empty line behind it.
  void end_line(bool paragraph) {
    blank_ = broken_ = false;
    while (line_.ends_with('\t')) line_.pop_back();
    if (can_be_seen(line_)) {
      if (gap_ && !out_.empty()) out_ += '\n';
      out_ += line_ + '\n';
      gap_ = false;
    } else {
      paragraph = paragraph || !line_.empty();  // &nbsp; alone on a line
    }
    line_.clear();
    gap_ = gap_ || paragraph;
  }

  const PageTree& tree_;
  std::vector<Index> open_;
  std::string out_, line_;
  Index row_ = 0, pre_ = 0;  // the row of a table of figures, the <pre> that we are in
  bool blank_ = false;       // a blank is due before the next word
  bool broken_ = false;      // and the source breaks its line there
  bool gap_ = false;         // an empty line is due before the next line
};

}  // namespace

std::string html_to_text(std::string_view html) {
  PageTree tree = parse_page(html);
  const Article article = find_article(tree);
  std::string text = Writer(tree).write(article);
  if (text.empty()) throw DocumentError("is a page without text");
  return text;
}

}  // namespace rulescore
