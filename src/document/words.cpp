// Where words are parted by blanks, a line that was broken at a width is one that could not have taken the next word. That, or a
// small letter after a line without a stop, joins lines; a bullet, a number or a deeper indent begins anew. The thresholds are ours.
#include "document/words.hpp"

#include "base/latin.hpp"
#include "document/lines.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace rulescore {
namespace {

constexpr std::uint32_t shortest_width = 40, longest_width = 120;  // of a page; longer lines are paragraphs
constexpr std::uint32_t enough_lines = 2;     // broken ones, to speak of a width
constexpr std::uint32_t longest_label = 80, most_words = 12, longest_number = 2;
constexpr std::u32string_view bullets = U"-*\u00B7\u25CF\u25A0\u25C6\u2605\u25AA\u25E6>|#";

std::u32string_view view(const Text& text, Span s) noexcept { return {text.chars.data() + s.begin, s.size()}; }

std::uint32_t first_word(const Text& text, Span s) noexcept {
  std::uint32_t end = s.begin;
  while (end < s.end && !is_space(text.chars[end])) ++end;
  return end - s.begin;
}

bool is_full(const Text& text, const PlainLine& line, const PlainLine& next, std::uint32_t width) noexcept {
  return line.characters() + 1 + first_word(text, next.where) > width;
}

bool begins_anew(const Text& text, const PlainLine& line, const PlainLine& next) noexcept {
  if (bullets.find(text.chars[next.where.begin]) != bullets.npos) return true;
  return next.indent >= line.indent + 2 || find_word_mark(text, next.where);
}

// Reads the number or letter in front of a heading.
class MarkReader {
 public:
  MarkReader(const Text& text, Span s) noexcept : text_(text), s_(s) {}

  Mark read() const noexcept {
    if (const Mark mark = named_part()) return mark;
    const char32_t c = at(s_.begin);
    if (c == U'(') return in_brackets();
    if (is_digit(c)) return decimal();
    if (!is_latin_letter(c)) return {};
    if (at(s_.begin + 1) == U')') return mark(Rank::item, c - U'a' + 1, s_.begin + 2);
    return capital();
  }

 private:
  char32_t at(std::uint32_t i) const noexcept { return i < s_.end ? text_.chars[i] : U'\n'; }

  Mark mark(Rank rank, std::uint32_t ordinal, std::uint32_t end) const noexcept {
    const bool parted = end >= s_.end || is_space(at(end));
    while (end < s_.end && is_space(at(end))) ++end;
    return parted ? Mark{rank, ordinal, end} : Mark{};
  }

  // Part II: …, Chapter 3, Appendix B; a label, not the beginning of a sentence about it.
  Mark named_part() const noexcept {
    constexpr std::u32string_view names[] = {U"part ", U"chapter ", U"section ", U"appendix ", U"annex ", U"schedule "};
    if (s_.empty() || !is_capital(text_, s_.begin) || ends_with_stop(text_, s_) || s_.size() > longest_label) return {};
    for (const std::u32string_view name : names) {
      if (!starts_with(text_, s_, name)) continue;
      std::uint32_t end = s_.begin + static_cast<std::uint32_t>(name.size());
      const char32_t first = at(end);
      while (end < s_.end && (is_latin_letter(at(end)) || is_digit(at(end)))) ++end;
      const bool is_number = is_digit(first) || end - s_.begin - name.size() == 1 || roman(s_.begin + static_cast<std::uint32_t>(name.size()), end) > 0;
      if (at(end) == U':' || at(end) == U'.') ++end;
      return is_number ? mark(Rank::chapter, is_digit(first) ? first - U'0' : first - U'a' + 1, end) : Mark{};
    }
    return {};
  }

  // 2. 2) 2.1 2.1.3; a year or 3.5 in a sentence is none: what follows must begin with a capital.
  Mark decimal() const noexcept {
    std::uint32_t end = s_.begin, depth = 0, ordinal = 0;
    while (is_digit(at(end))) {
      const std::uint32_t begin = end;
      for (ordinal = 0; is_digit(at(end)) && end - begin <= longest_number; ++end) ordinal = ordinal * 10 + (at(end) - U'0');
      if (end - begin > longest_number) return {};
      ++depth;
      if (at(end) != U'.' || !is_digit(at(end + 1))) break;
      ++end;
    }
    const bool dotted = at(end) == U'.', bracket = at(end) == U')';
    if (!dotted && !bracket && depth == 1) return {};
    if (bracket && depth == 1) return mark(Rank::item, ordinal, end + 1);
    const Rank rank = depth == 1 ? Rank::part : depth == 2 ? Rank::subsection : Rank::paragraph;
    const Mark found = mark(rank, ordinal, dotted ? end + 1 : end);
    return found && found.end < s_.end && is_capital(text_, found.end) ? found : Mark{};
  }

  // (a) (iv) (3)
  Mark in_brackets() const noexcept {
    std::uint32_t end = s_.begin + 1;
    while (end < s_.end && end - s_.begin <= 4 && (is_latin_letter(at(end)) || is_digit(at(end)))) ++end;
    const std::uint32_t length = end - s_.begin - 1;
    if (length == 0 || at(end) != U')') return {};
    const char32_t c = at(s_.begin + 1);
    if (is_digit(c) ? length > longest_number : length > 1 && roman(s_.begin + 1, end) == 0) return {};
    return mark(Rank::item, is_digit(c) ? c - U'0' : length > 1 ? roman(s_.begin + 1, end) : c - U'a' + 1, end + 1);
  }

  // IV. and B. before a capital.
  Mark capital() const noexcept {
    std::uint32_t end = s_.begin;
    while (end < s_.end && end - s_.begin < 5 && is_latin_letter(at(end)) && is_capital(text_, end)) ++end;
    const std::uint32_t number = roman(s_.begin, end);
    if (at(end) != U'.' || (number == 0 && end - s_.begin != 1) || ends_with_stop(text_, s_)) return {};
    const Mark found = mark(Rank::part, number > 0 ? number : at(s_.begin) - U'a' + 1, end + 1);
    return found && found.end < s_.end && is_capital(text_, found.end) ? found : Mark{};
  }

  // I to XXXIX; 0 when it is no number.
  std::uint32_t roman(std::uint32_t begin, std::uint32_t end) const noexcept {
    std::uint32_t sum = 0, last = 0;
    for (; begin < end; ++begin) {
      const std::uint32_t value = at(begin) == U'i' ? 1 : at(begin) == U'v' ? 5 : at(begin) == U'x' ? 10 : 0;
      if (value == 0) return 0;
      sum += value > last && last > 0 ? value - 2 * last : value;
      last = value;
    }
    return sum;
  }

  const Text& text_;
  Span s_;
};

}  // namespace

std::uint32_t width_of_words(const Text& text, std::span<const PlainLine> lines) {
  if (lines.empty()) return 0;
  std::vector<std::uint32_t> lengths;
  for (const PlainLine& line : lines) lengths.push_back(line.characters());
  const std::size_t longer = lines.size() / 20;  // an address or a table may be wider
  std::nth_element(lengths.begin(), lengths.end() - 1 - static_cast<std::ptrdiff_t>(longer), lengths.end());
  const std::uint32_t width = *(lengths.end() - 1 - static_cast<std::ptrdiff_t>(longer));
  std::uint32_t above = 0, full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_blank) continue;
    ++above;
    full += lines[i].open && is_full(text, lines[i], lines[i + 1], width);
  }
  return width >= shortest_width && width <= longest_width && full >= enough_lines && full * 2 >= above ? width : 0;
}

bool words_go_on(const Text& text, const PlainLine& line, const PlainLine& next, std::uint32_t width) {
  if (next.after_blank || begins_anew(text, line, next)) return false;
  const std::uint32_t first = next.where.begin;
  if (line.open && is_latin_letter(text.chars[first]) && !is_capital(text, first)) return true;
  return width > 0 && is_full(text, line, next, width);
}

Mark find_word_mark(const Text& text, Span s) noexcept { return s.empty() ? Mark{} : MarkReader(text, s).read(); }

bool reads_like_word_label(const Text& text, Span s) {
  constexpr std::u32string_view unfinished = U".;!?,%\u2026";
  const std::u32string_view chars = view(text, s);
  if (chars.empty() || chars.size() > longest_label || bullets.find(chars.front()) != bullets.npos) return false;
  if (!is_latin_letter(chars.front()) || !is_capital(text, s.begin)) return false;
  if (unfinished.find(chars.back()) != unfinished.npos || is_digit(chars.back())) return false;
  if (chars.back() == U':' && chars.find(U"follow") != chars.npos) return false;  // as follows:
  if (static_cast<std::uint32_t>(std::count(chars.begin(), chars.end(), U' ')) >= most_words) return false;
  const auto letters = std::count_if(chars.begin(), chars.end(), is_latin_letter);
  return letters >= 4 && static_cast<std::size_t>(letters) * 2 >= chars.size();
}

}  // namespace rulescore
