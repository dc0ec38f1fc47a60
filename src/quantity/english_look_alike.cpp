// Numbers that count nothing: they stand behind a word that numbers (section 9), in a date or a year, in a time of day, or glued
// to letters, slashes and points as codes are. A name with a number word in it has a hyphen (one-stop, two-tier). Outside face:
// skip_look_alike. Tested by tests/unit/quantity/english.cpp.
#include "quantity/english_context.hpp"

namespace rulescore::english {
namespace {

constexpr Word months[] = {U"january",   U"february", U"march",    U"april",    U"may",  U"june", U"july", U"august",
                           U"september", U"october",  U"november", U"december", U"jan",  U"feb",  U"mar",  U"apr",
                           U"jun",       U"jul",      U"aug",      U"sep",      U"sept", U"oct",  U"nov",  U"dec"};
constexpr Word numbering[] = {
    U"section",    U"sections",   U"article",   U"articles",  U"chapter", U"chapters", U"part",      U"parts",    U"paragraph",
    U"paragraphs", U"para",       U"paras",     U"clause",    U"clauses", U"annex",    U"annexes",   U"appendix", U"schedule",
    U"table",      U"figure",     U"fig",       U"page",      U"pages",   U"pp",       U"no",        U"nos",      U"number",
    U"item",       U"stage",      U"phase",     U"tier",      U"level",   U"grade",    U"zone",      U"version",  U"rule",
    U"act",        U"resolution", U"room",      U"floor",     U"lot",     U"route",    U"highway",   U"block",    U"building",
    U"goal",       U"priority",   U"objective", U"principle", U"option",  U"question", U"form",      U"box",      U"note",
    U"minute",     U"ref",        U"reference", U"category",  U"class",   U"step",     U"directive", U"decree",   U"ordinance",
    U"regulation", U"quarter",    U"line",      U"unit",      U"suite",   U"week",     U"day"};
constexpr Word telephones[] = {U"tel", U"telephone", U"phone", U"call", U"dial", U"fax", U"text", U"hotline", U"ext"};
constexpr Word before_years[] = {U"in",    U"of",   U"by",     U"since",  U"during", U"from",   U"until", U"till",    U"before",
                                 U"after", U"year", U"years",  U"and",    U"to",     U"the",    U"for",   U"between", U"early",
                                 U"late",  U"mid",  U"summer", U"winter", U"spring", U"autumn", U"end",   U"through"};
constexpr Word hotlines[] = {U"line", U"hotline", U"helpline", U"number", U"service", U"platform"};

bool is_month(const Reader& in, Span word) noexcept {
  return !word.empty() && is_one_of(in.slice(word), months) && is_capital(in.text(), word.begin);
}

// Past everything that is written together with the number.
std::uint32_t token_end(const Reader& in, std::uint32_t p) noexcept {
  while (p < in.size() && in.at(p) > U' ' && !any_of(in.at(p), U",;()\"")) ++p;
  return p;
}

bool is_glued(const Reader& in, const Number& n) noexcept {
  const char32_t before = in.before(n.where.begin), after = in.at(n.where.end), next = in.at(n.where.end + 1);
  if (is_latin_letter(before) || is_digit(before) || any_of(before, U"#_/\\@+.=&^*")) return true;
  if (before == U'-' && n.where.begin > 1 && (is_latin_letter(in.at(n.where.begin - 2)) || is_digit(in.at(n.where.begin - 2))))
    return true;
  if (before == U',' && n.where.begin > 1 && is_digit(in.at(n.where.begin - 2))) return true;
  if (any_of(after, U"/\\@_#=&^*") || is_latin_letter(after)) return true;
  return any_of(after, U".:") && is_digit(next);  // 1.2.3, 10:30
}

bool is_four_digits(const Reader& in, const Number& n) noexcept {
  return n.where.size() == 4 && is_digit(in.at(n.where.begin)) && n.decimal.exponent == 0 && n.decimal.mantissa >= 1800 &&
         n.decimal.mantissa < 2100;
}

// 2020, 2020-21; but 2000 people where nothing says that it is a year.
bool is_year(const Reader& in, const Number& n) noexcept {
  if (!is_four_digits(in, n)) return false;
  if (is_one_of(in.slice(word_before(in, n.where.begin)), before_years)) return true;
  return bound_before(in, n.where.begin).found
             ? false
             : unit_behind(in, n).kind <= Kind::elided || unit_behind(in, n).kind == Kind::count;
}

// 12 March 2021, March 12, 14-15 May, 1 and 31 December.
bool is_day(const Reader& in, const Number& n) noexcept {
  if (n.decimal.exponent != 0 || n.decimal.mantissa == 0 || n.decimal.mantissa > 31) return false;
  if (is_month(in, word_before(in, n.where.begin)) && !is_digit(in.before(n.where.begin))) return true;
  std::uint32_t p = n.where.end;
  for (const Word joint : {Word(U"-"), Word(U" and "), Word(U" to "), Word(U" or ")}) {
    const std::uint32_t next = p + static_cast<std::uint32_t>(joint.size());
    if (!in.starts(p, joint) || !is_digit(in.at(next))) continue;
    for (p = next; is_digit(in.at(p)) && p - next < 2;) ++p;
    break;
  }
  const std::uint32_t at = next_word(in, p);
  return at != p && is_month(in, word_at(in, at));
}

bool is_time(const Reader& in, const Number& n) noexcept {
  const std::uint32_t at = next_word(in, n.where.end);
  if (at == n.where.end) return false;
  for (const Word words :
       {Word(U"am"), Word(U"pm"), Word(U"a.m"), Word(U"p.m"), Word(U"o'clock"), Word(U"hours a day"), Word(U"days a week")})
    if (phrase_at(in, at, words)) return true;
  return false;
}

// Section 9, Articles 5, 6 and 7, No. 12, tel. 0555 274 1180.
bool is_numbered(const Reader& in, std::uint32_t position) noexcept {
  if (in.before(position) == U'-') return false;
  std::uint32_t end = position;
  if (is_space(in.before(end)) && any_of(in.before(end - 1), U".:")) --end;
  const Word word = in.slice(word_before(in, any_of(in.before(end), U".:") ? end - 1 : end));
  return is_one_of(word, telephones) || (is_one_of(word, numbering) && in.before(end) != U':');
}

// Past the rest of a list of numbers: 5, 6 and 7; groups of a telephone number.
std::uint32_t skip_list(const Reader& in, std::uint32_t p) noexcept {
  for (;;) {
    std::uint32_t next = token_end(in, p);
    for (const Word joint : {Word(U", "), Word(U" and "), Word(U" to "), Word(U" or "), Word(U" "), Word(U"-")})
      if (in.starts(next, joint) && is_digit(in.at(next + static_cast<std::uint32_t>(joint.size())))) {
        next += static_cast<std::uint32_t>(joint.size());
        break;
      }
    if (!is_digit(in.at(next)) || next == p) return next;
    p = next;
    while (is_digit(in.at(p))) ++p;
  }
}

// 1. Introduction, 2.3 Complaints, (4), at the beginning of a line.
bool is_enumerator(const Reader& in, const Number& n) noexcept {
  std::uint32_t begin = n.where.begin;
  if (in.before(begin) == U'(') --begin;
  begin = in.skip_spaces_back(begin);
  const char32_t before = in.before(begin), after = in.at(n.where.end);
  if (before != 0 && !any_of(before, U"\n\f#*")) return false;
  if (after == U')') return true;
  if (after == U'.') return is_space(in.at(n.where.end + 1));
  return n.decimal.exponent < 0 && is_space(after) && is_latin_letter(in.at(n.where.end + 1)) &&
         is_capital(in.text(), n.where.end + 1);
}

bool is_telephone(const Reader& in, const Number& n) noexcept {
  return in.at(n.where.begin) == U'0' && is_digit(in.at(n.where.begin + 1));
}

// one-stop, two-tier; 5-year plan; the 311 line.
bool is_name(const Reader& in, const Number& n) noexcept {
  const std::uint32_t at = next_word(in, n.where.end);
  if (at == n.where.end) return false;
  const Word word = in.slice(word_at(in, at));
  if (in.at(n.where.end) != U'-') return !n.in_words && is_one_of(word, hotlines);
  constexpr Word times[] = {U"day", U"hour", U"week", U"month", U"minute", U"working", U"business"};
  const bool time = is_one_of(word, times) && !n.is_one();
  return !time && !is_digit(in.at(at));
}

}  // namespace

std::uint32_t skip_look_alike(const Reader& in, const Number& n) noexcept {
  const std::uint32_t here = n.where.begin;
  if (n.in_words) return is_name(in, n) || in.before(here) == U'-' ? n.where.end : here;
  if (is_telephone(in, n) || in.before(here) == U'+') return skip_list(in, n.where.end);
  if (is_numbered(in, here)) return skip_list(in, n.where.end);
  if (is_glued(in, n)) return token_end(in, n.where.end);
  if (is_day(in, n) || is_year(in, n) || is_time(in, n)) return token_end(in, n.where.end);
  return is_enumerator(in, n) || is_name(in, n) ? n.where.end : here;
}

}  // namespace rulescore::english
