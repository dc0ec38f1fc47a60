// A total and the parts a text lists for it, as it is written:
//   共受理案件86件,其中维持50件、撤销36件        of_which
//   分为A 40件、B 46件 · 由A 40人、B 46人组成     divided
//   包括A 40件、B 46件 · 共86件:A 40件、B 46件   included
//   共86件,A、B分别为40件和46件                  respectively
//   A 40件,B 46件,共86件                        closing
//   受理86件,办结79件,其余7件正在审理            remainder
//   清理213件,继续有效144件,废止67件,修改2件     cleanup
// Found, not judged: that is sums.cpp. Tested through tests/unit/evidence/contradiction.cpp.
#pragma once

#include "evidence/passage.hpp"

#include <vector>

namespace rulescore {

enum class Manner : std::uint8_t { of_which, divided, included, respectively, closing, remainder, cleanup };

struct Part {
  std::uint32_t item = 0;  // into Passage::items
  Span label;              // what is counted: the words before the figure, or else behind it
};

struct Listing {
  Manner manner = Manner::of_which;
  std::uint32_t total = 0;  // into Passage::items
  Span between;             // from the total to the first part; empty where the total comes last
  std::vector<Part> parts;
  Span where;            // of the parts, first label to last figure
  bool adjacent = true;  // nothing but a share or a change stands between the total and its parts
  bool open = false;     // whether the text behind it goes on listing can't be told
};

// Words that a part's label opens with when it is all that is left.
bool is_remainder(std::u32string_view label) noexcept;

// Whether two figures count in the same unit, and one whose parts can be added.
bool same_unit(const QuantityAt& a, const QuantityAt& b) noexcept;

std::vector<Listing> find_listings(const Passage& passage);

}  // namespace rulescore
