// Only what the numbering makes certain: 一、 二、 三、 … in their order from the first, and likewise (一) (二) … within each of
// them. A single 一、 proves nothing (统一、规范), nor does (一) (第三条第(一)项), so one that has no second is left alone.
// Outside face: break_flat_page().
#include "document/flat_page.hpp"

#include "document/lines.hpp"
#include "document/marks.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace rulescore {
namespace {

constexpr std::uint32_t shortest_flat_line = 300;
constexpr std::uint32_t longest_heading = 40;

struct Numbered {
  std::uint32_t at = 0;
  Mark mark;
};

bool any_of(char32_t c, std::u32string_view set) noexcept { return set.find(c) != set.npos; }

// The line that holds more than half of the text holds its middle.
Span middle_line(const Text& text) noexcept {
  Span line{text.size() / 2, text.size() / 2};
  while (line.begin > 0 && text.chars[line.begin - 1] != U'\n') --line.begin;
  while (line.end < text.size() && text.chars[line.end] != U'\n') ++line.end;
  return line;
}

class FlatPage {
 public:
  FlatPage(const Text& text, Span line) : text_(text), line_(line) {}

  // Where lines begin anew.
  std::vector<std::uint32_t> find() {
    const std::vector<Numbered> parts = in_sequence(Rank::part, line_);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      break_at(parts[i]);
      const Span below{parts[i].mark.end, i + 1 < parts.size() ? parts[i + 1].at : line_.end};
      for (const Numbered& n : in_sequence(Rank::subsection, below)) break_at(n);
    }
    if (parts.empty()) {
      for (const Numbered& n : in_sequence(Rank::subsection, line_)) break_at(n);
    }
    return std::move(breaks_);
  }

 private:
  // Marks of one rank that count from one; none unless there are two.
  std::vector<Numbered> in_sequence(Rank rank, Span s) const {
    std::vector<Numbered> found;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
      if (!may_begin(rank, i)) continue;
      const Mark mark = find_mark(text_, {i, s.end});
      if (mark.rank == rank && mark.ordinal == found.size() + 1) found.push_back({i, mark});
    }
    if (found.size() < 2) found.clear();
    return found;
  }

  // 一、 behind a stop, a colon or a blank; (一) behind a heading, too, but not where it is cited.
  bool may_begin(Rank rank, std::uint32_t i) const {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    const char32_t c = text_.chars[i];
    const bool apart = i == line_.begin || blank_before(text_, i) || any_of(text_.chars[i - 1], U"。!?;:)\" \t");
    if (rank == Rank::part) return apart && any_of(c, numerals);
    if (any_of(c, U"\u3220\u3221\u3222\u3223\u3224\u3225\u3226\u3227\u3228\u3229")) return true;
    return c == U'(' && (apart || !any_of(text_.chars[i - 1], U"第条款项和及、,"));
  }

  void break_at(const Numbered& n) {
    add(n.at);
    for (std::uint32_t i = n.mark.end + 1; i < std::min(n.mark.end + longest_heading, line_.end); ++i) {
      if (any_of(text_.chars[i - 1], U"。;:!?(")) return;
      if (is_space(text_.chars[i]) || blank_before(text_, i)) return add(i);
    }
  }

  void add(std::uint32_t at) {
    while (at < line_.end && is_space(text_.chars[at])) ++at;
    if (at > line_.begin && at < line_.end && (breaks_.empty() || breaks_.back() != at)) breaks_.push_back(at);
  }

  const Text& text_;
  Span line_;
  std::vector<std::uint32_t> breaks_;
};

// The byte of a break before the character at `i`: that of the blank before it, if there is one.
std::uint32_t break_byte(const Text& text, std::uint32_t i) noexcept {
  return blank_before(text, i) ? text.byte_after(i) : text.byte_begin(i);
}

void insert_breaks(Text& text, const std::vector<std::uint32_t>& breaks) {
  std::vector<char32_t> chars;
  std::vector<std::uint32_t> offset;
  chars.reserve(text.chars.size() + breaks.size());
  offset.reserve(text.offset.size() + breaks.size());
  std::uint32_t from = 0;
  const auto copy_to = [&](std::uint32_t to) {
    chars.insert(chars.end(), text.chars.begin() + from, text.chars.begin() + to);
    offset.insert(offset.end(), text.offset.begin() + from, text.offset.begin() + to);
    from = to;
  };
  for (std::uint32_t at : breaks) {
    copy_to(at);
    chars.push_back(U'\n');
    offset.push_back(break_byte(text, at));
  }
  copy_to(text.size());
  offset.push_back(text.offset.back());
  text.chars = std::move(chars);
  text.offset = std::move(offset);
}

}  // namespace

void break_flat_page(Text& text) {
  if (text.latin) return;
  const Span line = middle_line(text);
  if (line.size() < shortest_flat_line || line.size() * 2 < text.size()) return;
  const std::vector<std::uint32_t> breaks = FlatPage(text, line).find();
  if (!breaks.empty()) insert_breaks(text, breaks);
}

}  // namespace rulescore
