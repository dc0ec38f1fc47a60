// One pass over the characters. Nearly all of them are Chinese characters, which never end anything: the loop looks at the
// rest only. What looks like an end but isn't is stepped over as a whole: 《titles》 with their punctuation, addresses of pages,
// 15:07 and 1,464. Nothing is ever required to be balanced: a 《 without its 》 is an ordinary character. A '.' ends sentences in
// texts of Latin letters only (full_stop.cpp).
// Outside face: split(). Tested by tests/unit/document/split.cpp.
#include "document/split.hpp"

#include "document/full_stop.hpp"
#include "document/lines.hpp"
#include "quantity/scan.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::uint32_t longest_title = 120;  // characters between 《 and 》

bool is_break(char32_t c) noexcept { return c == U'\n' || c == U'\f'; }

// The characters an address of a page is made of; full-width punctuation is folded, so that what rarely stands in one ends it.
bool is_address(char32_t c) noexcept {
  if (c <= U' ' || c >= 0x7F) return false;
  return c != U',' && c != U';' && c != U'(' && c != U')' && c != U'"' && c != U'<' && c != U'>';
}

class Splitter {
 public:
  explicit Splitter(const Text& text) : text_(text), chars_(text.chars.data()), size_(text.size()) {
    out_.sentences.reserve(size_ / 32 + 4);
    out_.clauses.reserve(size_ / 12 + 8);
    out_.lines.reserve(size_ / 64 + 4);
  }

  Split run() {
    std::uint32_t i = 0;
    while (i < size_) {
      const char32_t c = chars_[i];
      i = c >= 0x3100 ? i + 1 : step(c, i);
    }
    end_line(size_);
    return std::move(out_);
  }

 private:
  char32_t at(std::uint32_t i) const noexcept { return i < size_ ? chars_[i] : U'\n'; }

  // Deals with the character at `i`; returns where to go on.
  std::uint32_t step(char32_t c, std::uint32_t i) {
    switch (c) {
      case U'\n':
      case U'\f':
        end_line(i);
        return sentence_ = clause_ = i + 1;
      case U'\u3002':
      case U'!':
      case U'?':
      case U';':
        return end_sentence(after_terminators(i));
      case U',':
        if (!is_digit(at(i + 1)) || !is_thousands_separator(text_, i)) end_clause(i + 1);
        return i + 1;
      case U':':
        return colon(i);
      case U'\u300A':
        return after_title(i);
      case U'.':
        return text_.latin && is_full_stop(text_, sentence_, i) ? end_sentence(after_terminators(i + 1)) : i + 1;
      default:
        return i + 1;
    }
  }

  std::uint32_t colon(std::uint32_t i) {
    if (at(i + 1) == U'/' && at(i + 2) == U'/') {
      i += 3;
      while (i < size_ && is_address(chars_[i])) ++i;
      return i;
    }
    const bool in_number = i > sentence_ && is_digit(chars_[i - 1]) && is_digit(at(i + 1));
    if (!in_number) end_clause(i + 1);
    return i + 1;
  }

  // Past the 》 that closes the 《 at `i`, or just past the 《 when none does.
  std::uint32_t after_title(std::uint32_t i) noexcept {
    const std::uint32_t limit = std::min(size_, i + longest_title);
    close_ = std::max(close_, i);
    while (close_ < limit && chars_[close_] != U'\u300B') ++close_;
    if (close_ == limit) return i + 1;
    int depth = 0;
    for (std::uint32_t j = i; j < limit && !is_break(chars_[j]); ++j) {
      if (chars_[j] == U'\u300A') ++depth;
      if (chars_[j] == U'\u300B' && --depth == 0) return j + 1;
    }
    return i + 1;
  }

  // Past 。 and what belongs to it: more of the kind, and closing quotes and brackets (他说:“好。”).
  std::uint32_t after_terminators(std::uint32_t i) const noexcept {
    while (i < size_ && (is_terminator(chars_[i]) || is_closing(i))) ++i;
    return i;
  }

  bool is_closing(std::uint32_t i) const noexcept {
    if (text_.latin && (chars_[i] == U'"' || chars_[i] == U'\'' || chars_[i] == U']')) return true;
    return chars_[i] == U')' || chars_[i] == U'\u3011' || is_closing_quote(text_, i);
  }

  void end_clause(std::uint32_t end) {
    out_.clauses.push_back({{clause_, end}, static_cast<std::uint32_t>(out_.sentences.size())});
    clause_ = end;
  }

  // Closes the sentence that began at `sentence_`, if it holds anything, and begins the next; returns `end`.
  std::uint32_t end_sentence(std::uint32_t end) {
    const Span where = trim({sentence_, end});
    if (!where.empty()) {
      if (clause_ < where.end) end_clause(where.end);
      const auto index = static_cast<std::uint32_t>(out_.sentences.size());
      out_.clauses[first_clause_].where.begin = where.begin;
      out_.sentences.push_back({where, 0, static_cast<std::uint32_t>(out_.lines.size()), false, false});
      line_first_ = std::min(line_first_, index);
    }
    first_clause_ = out_.clauses.size();
    return sentence_ = clause_ = end;
  }

  void end_line(std::uint32_t end) {
    end_sentence(end);
    const auto after = static_cast<std::uint32_t>(out_.sentences.size());
    if (line_first_ == none) {
      blank_ = true;
      return;
    }
    const Span where{out_.sentences[line_first_].where.begin, out_.sentences.back().where.end};
    out_.lines.push_back({where, line_first_, after - line_first_, blank_, false});
    line_first_ = none;
    blank_ = false;
  }

  Span trim(Span s) const noexcept {
    while (s.begin < s.end && is_space(chars_[s.begin])) ++s.begin;
    while (s.begin < s.end && is_space(chars_[s.end - 1])) --s.end;
    return s;
  }

  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  const Text& text_;
  const char32_t* chars_;
  std::uint32_t size_;
  Split out_;
  std::uint32_t sentence_ = 0;    // where the current sentence began
  std::uint32_t clause_ = 0;      // where the current clause began
  std::size_t first_clause_ = 0;  // of the current sentence
  std::uint32_t line_first_ = none;
  bool blank_ = true;
  std::uint32_t close_ = 0;  // no 》 stands between the last 《 and here
};

}  // namespace

bool is_terminator(char32_t c) noexcept { return c == U'\u3002' || c == U'!' || c == U'?' || c == U';'; }

Split split(const Text& text) { return Splitter(text).run(); }

}  // namespace rulescore
