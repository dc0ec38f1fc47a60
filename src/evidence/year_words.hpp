// Years that a text in Latin letters gives to its figures. Tested by tests/unit/evidence/english.cpp.
#pragma once

#include "document/impl.hpp"

#include <cstdint>
#include <vector>

namespace rulescore {

struct YearWord {
  Span where;
  std::int16_t year = 0;
  bool to_come = false;  // set as a term: by 2025, where nobody can know 2025 yet
};

struct Calendar {
  int own = 0, last = 0, latest_known = 0;  // the report's year, what it calls last year, the last it can know
};

// In order, of one sentence.
std::vector<YearWord> years_in_words(const DocumentImpl& document, Span sentence, const Calendar& calendar);

// The one that a figure (or the phrase `about`, when there is no figure) is of, or null: behind it in its clause (380 in 2019),
// else the nearest before it that isn't another figure's.
const YearWord* year_for(const DocumentImpl& document, const std::vector<YearWord>& years, Span clause, Span about, Span figure);

}  // namespace rulescore
