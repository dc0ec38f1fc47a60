// See period.hpp. The title says it nearly always; of a span of years the last counts.
#include "document/period.hpp"

#include "base/latin.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr int first_year = 1949, last_year = 2099;
constexpr std::uint32_t title_sentences = 3;  // that are looked at; ours
constexpr std::uint32_t longest_title = 120;  // characters of each

// Four digits that aren't part of a longer number.
int four_digits(const Text& text, std::uint32_t at, std::uint32_t limit) noexcept {
  if (at + 4 > limit || (at > 0 && is_digit(text.chars[at - 1])) || (at + 4 < text.size() && is_digit(text.chars[at + 4])))
    return 0;
  int year = 0;
  for (std::uint32_t i = at; i < at + 4; ++i) {
    if (!is_digit(text.chars[i])) return 0;
    year = year * 10 + static_cast<int>(text.chars[i] - U'0');
  }
  return year >= first_year && year <= last_year ? year : 0;
}

bool joins_years(char32_t c) noexcept {
  return c == U'-' || c == U'~' || c == U'至' || c == U'到' || c == U'、';
}

// 2020, 2020-21, 2020/2021; no part of a code or of a larger number.
int year_in_words(const Text& text, std::uint32_t begin, std::uint32_t limit, std::uint32_t& end) noexcept {
  const int year = four_digits(text, begin, limit);
  const auto at = [&](std::uint32_t i) { return i < limit ? text.chars[i] : U'\n'; };
  const char32_t before = begin > 0 ? text.chars[begin - 1] : U'\n';
  if (year == 0 || is_latin_letter(before) || before == U',' || before == U'.' || is_latin_letter(at(begin + 4))) return 0;
  if ((at(begin + 4) == U',' || at(begin + 4) == U'.') && is_digit(at(begin + 5))) return 0;
  end = begin + 4;
  if (at(end) != U'-' && at(end) != U'/') return year;
  if (const int later = four_digits(text, end + 1, limit); later > year) return end += 5, later;
  const bool two = is_digit(at(end + 1)) && is_digit(at(end + 2)) && !is_digit(at(end + 3));
  const int last = two ? year / 100 * 100 + static_cast<int>((at(end + 1) - U'0') * 10 + (at(end + 2) - U'0')) : 0;
  return last == year + 1 ? (end += 3, last) : year;
}

}  // namespace

int year_at(const Text& text, std::uint32_t begin, std::uint32_t limit, std::uint32_t& end) noexcept {
  if (text.latin) return year_in_words(text, begin, limit, end);
  int year = four_digits(text, begin, limit);
  if (year == 0) return 0;
  end = begin + 4;
  std::uint32_t next = end;
  if (next < limit && text.chars[next] == U'年') ++next;
  while (next < limit && joins_years(text.chars[next])) ++next;
  if (const int later = next > end ? four_digits(text, next, limit) : 0; later != 0) year = later, end = next + 4;
  if (end >= limit || text.chars[end] != U'年') return 0;
  ++end;
  return year;
}

int year_of(const DocumentImpl& document) noexcept {
  if (document.metadata.year) return *document.metadata.year;
  std::uint32_t seen = 0;
  for (const SentenceAt& sentence : document.structure.sentences) {
    if (sentence.boilerplate) continue;
    if (seen++ == title_sentences) break;
    const std::uint32_t limit = std::min(sentence.where.end, sentence.where.begin + longest_title);
    bool in_title = false;  // 《…实施纲要(2015—2020年)》 is somebody else's years
    for (std::uint32_t i = sentence.where.begin, end = 0; i < limit; ++i) {
      if (document.text.chars[i] == U'《') in_title = true;
      if (document.text.chars[i] == U'》') in_title = false;
      if (in_title) continue;
      if (const int year = year_at(document.text, i, limit, end)) return year;
    }
  }
  return 0;
}

}  // namespace rulescore
