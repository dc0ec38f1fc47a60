// A full stop has a blank behind it, and then something that can begin a sentence: a capital, a figure, a quotation. What stands
// before it decides the rest: a number at the head of its line numbers it (2. Complaints), a single letter is an initial (J. P.
// Arden, U.S.), and a few dozen abbreviations never end a sentence, or not before a figure (No. 5, Sept. 3).
#include "document/full_stop.hpp"

#include "base/latin.hpp"

#include <algorithm>
#include <string_view>

namespace rulescore {
namespace {

using Word = std::u32string_view;

// Something always follows these.
constexpr Word leading[] = {U"mr",   U"mrs", U"ms",   U"dr",   U"prof", U"st",  U"cllr", U"hon", U"rev",  U"gen",
                            U"lt",   U"sgt", U"capt", U"messrs", U"vs", U"cf",  U"viz",  U"e.g", U"i.e",  U"a.k.a"};
// And these stand before a number.
constexpr Word numbering[] = {U"no",  U"nos", U"art", U"arts", U"sec", U"secs", U"para", U"paras", U"p",    U"pp",   U"fig", U"figs",
                              U"vol", U"ch",  U"cl",  U"reg",  U"ref", U"ext",  U"tel",  U"approx", U"ca",  U"c",    U"jan", U"feb",
                              U"mar", U"apr", U"jun", U"jul",  U"aug", U"sep",  U"sept", U"oct",   U"nov",  U"dec",  U"item"};

template <std::size_t size>
bool is_one_of(Word word, const Word (&words)[size]) noexcept {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_closer(char32_t c) noexcept { return c == U'"' || c == U'\'' || c == U')' || c == U']'; }

// Letters, figures and the points between them, right before `end`.
Span token_before(const Text& text, std::uint32_t floor, std::uint32_t end) noexcept {
  std::uint32_t begin = end;
  while (begin > floor) {
    const char32_t c = text.chars[begin - 1];
    if (!is_latin_letter(c) && !is_digit(c) && c != U'.') break;
    --begin;
  }
  return {begin, end};
}

bool holds_letter(Word word) noexcept { return std::any_of(word.begin(), word.end(), is_latin_letter); }

// Nothing but blanks between `begin` and `end`.
bool is_blank(const Text& text, std::uint32_t begin, std::uint32_t end) noexcept {
  while (end > begin && is_space(text.chars[end - 1])) --end;
  return end == begin;
}

// u.s but not a.m, behind which a sentence may well end.
bool is_initials(Word word) noexcept {
  if (word == U"a.m" || word == U"p.m") return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_latin_letter(word[i]) : word[i] != U'.') return false;
  return word.size() % 2 == 1;
}

}  // namespace

bool is_full_stop(const Text& text, std::uint32_t sentence, std::uint32_t position) noexcept {
  const std::uint32_t size = text.size();
  std::uint32_t next = position + 1;
  while (next < size && is_closer(text.chars[next])) ++next;
  if (next == size || text.chars[next] == U'\n' || text.chars[next] == U'\f') return true;
  if (!is_space(text.chars[next])) return false;
  while (next < size && is_space(text.chars[next])) ++next;
  if (next < size && is_latin_letter(text.chars[next]) && !is_capital(text, next)) return false;
  const Span token = token_before(text, sentence, position);
  if (token.empty()) return true;
  const Word word{text.chars.data() + token.begin, token.size()};
  if (!holds_letter(word) && is_blank(text, sentence, token.begin)) return false;
  if (is_initials(word) || is_one_of(word, leading)) return false;
  const bool before_figure = next < size && (is_digit(text.chars[next]) || text.chars[next] == U'+');
  return !(before_figure && is_one_of(word, numbering));
}

}  // namespace rulescore
