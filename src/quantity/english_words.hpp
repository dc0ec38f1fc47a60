// Words of an English text, read forwards and backwards from a position. Tested through tests/unit/quantity/english.cpp.
#pragma once

#include "base/latin.hpp"
#include "quantity/reader.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace rulescore::english {

using Word = std::u32string_view;
using Words = std::span<const Word>;

inline bool is_one_of(Word word, Words words) noexcept { return std::find(words.begin(), words.end(), word) != words.end(); }

// The letters at `position`; an apostrophe between letters belongs to the word.
inline Span word_at(const Reader& in, std::uint32_t position) noexcept {
  std::uint32_t end = position;
  while (is_latin_letter(in.at(end)) || (end > position && in.at(end) == U'\'' && is_latin_letter(in.at(end + 1)))) ++end;
  return {position, end};
}

// The word right before `position`, at most one blank or hyphen between.
inline Span word_before(const Reader& in, std::uint32_t position) noexcept {
  std::uint32_t end = position;
  if (is_space(in.before(end)) || in.before(end) == U'-') --end;
  std::uint32_t begin = end;
  while (is_latin_letter(in.before(begin)) && end - begin < 24) --begin;
  return {begin, end};
}

// Past one blank or hyphen, if a letter or figure follows it.
inline std::uint32_t next_word(const Reader& in, std::uint32_t position) noexcept {
  const bool parted = is_space(in.at(position)) || in.at(position) == U'-';
  const char32_t c = in.at(position + 1);
  return parted && (is_latin_letter(c) || is_digit(c)) ? position + 1 : position;
}

// `words`, parted by blanks, end right before `position` and begin a word there: where, or `position`.
inline std::uint32_t phrase_before(const Reader& in, std::uint32_t position, Word words) noexcept {
  const std::uint32_t end = is_space(in.before(position)) ? position - 1 : position;
  if (!in.ends(end, words)) return position;
  const auto begin = end - static_cast<std::uint32_t>(words.size());
  return is_latin_letter(in.before(begin)) ? position : begin;
}

// `words` stand at `position`, and the last of them ends there.
inline bool phrase_at(const Reader& in, std::uint32_t position, Word words) noexcept {
  return in.starts(position, words) && !is_latin_letter(in.at(position + static_cast<std::uint32_t>(words.size())));
}

inline bool ends_clause(const Reader& in, std::uint32_t p) noexcept {
  const char32_t c = in.at(p);
  if (c == U',' && is_digit(in.before(p)) && is_digit(in.at(p + 1))) return false;
  if (c == U'.') return !is_digit(in.at(p + 1)) && !is_latin_letter(in.at(p + 1));
  return c == 0 || any_of(c, U",;:!?\n\f");
}

// The part of the clause before `position`, at most `reach` characters.
inline Span clause_before(const Reader& in, std::uint32_t position, std::uint32_t reach) noexcept {
  std::uint32_t begin = position;
  while (begin > 0 && position - begin < reach && !ends_clause(in, begin - 1)) --begin;
  return {begin, position};
}

}  // namespace rulescore::english
