// Rise and fall. A word of change right before a figure governs it (rose 12 %, a drop of 3 %); behind by, to and from it may
// stand further back in the clause (reduced the average time to 9 days); a figure may carry it behind itself (7 % down, 18 %
// more, a 12 % increase). Figures joined to a governed one by to or and share its change. Outside face: change_of, is_start.
// Tested by tests/unit/quantity/english.cpp.
#include "quantity/english_context.hpp"
#include "quantity/scan.hpp"

#include <optional>

namespace rulescore::english {
namespace {

constexpr Word rises[] = {U"rose",        U"rise",       U"rises",  U"risen",    U"rising",  U"increase", U"increased",
                          U"increases",   U"increasing", U"grew",   U"grow",     U"grown",   U"growth",   U"growing",
                          U"up",          U"climbed",    U"climb",  U"improved", U"improve", U"improves", U"improving",
                          U"improvement", U"gained",     U"gain",   U"raised",   U"raise",   U"expanded", U"extended",
                          U"recovered",   U"upturn",     U"doubled"};
constexpr Word falls[] = {U"fell",      U"fall",       U"falls",     U"fallen",  U"falling",   U"decrease",  U"decreased",
                          U"decreases", U"decreasing", U"dropped",   U"drop",    U"drops",     U"dropping",  U"declined",
                          U"decline",   U"declines",   U"declining", U"reduced", U"reduce",    U"reduction", U"reducing",
                          U"cut",       U"cuts",       U"cutting",   U"down",    U"shortened", U"shorten",   U"lowered",
                          U"lower",     U"shrank",     U"shrunk",    U"halved"};
constexpr Word more[] = {U"more", U"higher", U"longer", U"larger", U"above", U"faster"},
               less[] = {U"fewer", U"less", U"lower", U"shorter", U"below", U"quicker"};
constexpr Word fillers[] = {U"by",   U"of",   U"a",    U"an",       U"another", U"further",
                            U"only", U"just", U"even", U"slightly", U"sharply", U"again"};
constexpr Word links[] = {U"by", U"to", U"from"};
constexpr std::uint32_t reach = 80;  // characters a word of change reaches over; ours

Change change_in(Word word) noexcept {
  if (is_one_of(word, rises)) return Change::increase;
  return is_one_of(word, falls) ? Change::decrease : Change::none;
}

// up to, up in, cut off from: other meanings of the short words.
bool means_change(const Reader& in, Span word) noexcept {
  if (in.slice(word) != U"up" && in.slice(word) != U"down") return true;
  constexpr Word particles[] = {U"set",   U"setting", U"taken", U"follow", U"followed", U"back", U"made", U"drawn", U"draw",
                                U"catch", U"written", U"end",   U"ended",  U"broken",   U"laid", U"step", U"split"};
  return !is_one_of(in.slice(word_before(in, word.begin)), particles);
}

// Nothing but fillers between the word and the figure.
Change change_right_before(const Reader& in, std::uint32_t position) noexcept {
  for (int words = 0; words < 4; ++words) {
    const Span word = word_before(in, position);
    if (word.empty()) return Change::none;
    const Change change = change_in(in.slice(word));
    if (change != Change::none) return means_change(in, word) ? change : Change::none;
    if (!is_one_of(in.slice(word), fillers) && !is_one_of(in.slice(word), links)) return Change::none;
    position = word.begin;
  }
  return Change::none;
}

// The last word of change in the clause before `position`.
Change change_in_clause(const Reader& in, std::uint32_t position) noexcept {
  const Span clause = clause_before(in, position, reach);
  for (std::uint32_t p = clause.end; p > clause.begin;) {
    while (p > clause.begin && !is_latin_letter(in.before(p))) --p;
    std::uint32_t begin = p;
    while (begin > clause.begin && is_latin_letter(in.before(begin))) --begin;
    const Span word{begin, p};
    const Change change = change_in(in.slice(word));
    if (change != Change::none && means_change(in, word)) return change;
    p = begin;
  }
  return Change::none;
}

// 7 % down, 18 % more than, a 12 % increase, 12 % shorter. A count needs its `than`: 12 more requests may just be others.
Change change_behind(const Reader& in, const QuantityAt& q) noexcept {
  const std::uint32_t at = next_word(in, q.where.end);
  if (at == q.where.end) return Change::none;
  const Span word = word_at(in, at);
  const Word written = in.slice(word);
  const bool share = q.unit == "%" || q.unit == "pp";
  const Change grade = is_one_of(written, more) ? Change::increase : is_one_of(written, less) ? Change::decrease : Change::none;
  if (grade != Change::none) {
    std::uint32_t end = word.end;
    while (end < in.size() && end - word.end < reach && !ends_clause(in, end)) ++end;
    return share || in.contains({word.end, end}, U" than ") ? grade : Change::none;
  }
  const Change change = share || written == U"up" || written == U"down" ? change_in(written) : Change::none;
  return change != Change::none && !phrase_at(in, word.end, U" to") ? change : Change::none;
}

// by 12 % to 164, 3 % and 5 %: a figure joined to one that has its change.
Change change_shared(const Reader& in, const QuantityAt& q, const QuantityAt& previous) noexcept {
  if (previous.change == Change::none || q.where.begin - previous.where.end > 40) return Change::none;
  const Span between{previous.where.end, q.where.begin};
  for (std::uint32_t p = between.begin; p < between.end; ++p)
    if (ends_clause(in, p)) return Change::none;
  const Word last = in.slice(word_before(in, q.where.begin));
  if (last == U"to") return previous.change;
  return last == U"and" && q.unit == previous.unit && between.size() <= 6 ? previous.change : Change::none;
}

}  // namespace

bool is_start(const Reader& in, std::uint32_t position) noexcept { return in.slice(word_before(in, position)) == U"from"; }

Change change_of(const Reader& in, const QuantityAt& q, const QuantityAt* previous) noexcept {
  const std::uint32_t begin = q.where.begin;
  if (const Change change = change_right_before(in, begin); change != Change::none) return change;
  if (is_one_of(in.slice(word_before(in, begin)), links)) {
    if (const Change change = change_in_clause(in, begin); change != Change::none) return change;
  }
  if (previous != nullptr)
    if (const Change change = change_shared(in, q, *previous); change != Change::none) return change;
  return change_behind(in, q);
}

}  // namespace rulescore::english
