// Whose deed or figure a finding is, and of which year. Tested by tests/unit/evidence/attribution.cpp.
#pragma once

#include "evidence/place.hpp"
#include "evidence/reading.hpp"

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

class Attributor {
 public:
  // Both must outlive the attributor.
  Attributor(const Reading& reading, const Program& program);

  // `about` is the phrase a rule is about, `figure` what it counts (or empty), both in or around `clause`.
  Attribution of(std::uint32_t clause, Span about, Span figure) const;

 private:
  Whose whose(Span sentence, std::uint32_t clause, std::uint32_t limit) const;
  std::optional<Whose> named_at(std::uint32_t position, std::uint32_t limit, std::uint32_t& end) const;
  std::optional<Whose> realm_at(std::uint32_t position, std::uint32_t limit) const;
  Whose stands_to_home(std::u32string_view name) const;
  int published() const noexcept;
  Attribution dated(Span sentence, std::uint32_t limit) const;

  const Reading& reading_;
  const Program& program_;
  std::vector<Place> home_;  // what the document may be about; empty: nobody knows
};

}  // namespace rulescore
