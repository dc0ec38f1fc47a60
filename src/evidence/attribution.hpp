// Whose deed or figure a finding is, and of which year. Tested by tests/unit/evidence/attribution.cpp.
#pragma once

#include "evidence/place.hpp"
#include "evidence/reading.hpp"
#include "evidence/year_words.hpp"

#include <rulescore/evidence.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace rulescore {

struct Attribution {
  Whose scope = Whose::own;
  std::int16_t year = 0;  // 0: neither the sentence nor the document says
  bool to_come = false;   // the sentence sets a year after the report's own as its term (到2025年, 2025年底前)
};

// For one document; not to be shared between threads.
class Attributor {
 public:
  // Both must outlive the attributor.
  Attributor(const Reading& reading, const Program& program);

  // `about` is the phrase a rule is about, `figure` what it counts (or empty), both in or around `clause`.
  Attribution of(std::uint32_t clause, Span about, Span figure);

 private:
  // From `end` on it is this subject's, or of this year.
  struct Subject {
    std::uint32_t begin = 0, end = 0;
    Whose whose = Whose::own;
  };
  struct Year {
    std::uint32_t end = 0;
    std::int16_t year = 0;
    bool to_come = false;
  };
  // What a sentence says of subjects and years, in order: found once, asked by every finding in it.
  struct Said {
    bool known = false;
    std::vector<Subject> subjects;
    std::vector<Year> years;
    std::vector<YearWord> worded;  // of a text in Latin letters, instead of the years
  };

  const Said& said_in(std::uint32_t clause);
  void find_subjects(Span clauses, Said& said) const;
  void find_years(Span sentence, Said& said) const;
  std::uint32_t find_year(std::uint32_t begin, std::uint32_t limit, Said& said) const;
  std::optional<Whose> named_at(std::uint32_t position, std::uint32_t limit, std::uint32_t& end) const;
  std::optional<Whose> realm_at(std::uint32_t position, std::uint32_t limit) const;
  Whose stands_to_home(std::u32string_view name) const;
  void heed_cues(std::uint32_t clause, std::uint32_t limit, Subject& latest) const;

  const Reading& reading_;
  const Program& program_;
  std::vector<Place> home_;  // what the document may be about; empty: nobody knows
  int own_year_ = 0, last_year_ = 0, latest_known_ = 0;
  std::vector<Said> said_;  // by sentence
};

}  // namespace rulescore
