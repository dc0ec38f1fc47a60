// Where a text contradicts itself: parts that don't add up to the total it states, shares of one whole beyond 100%, a rate that
// its own two counts don't give, one thing said twice with two figures. An accusation has to be right, so each is made only
// where the wording leaves no innocent reading; what the wording leaves open is passed over.
// Tested by tests/unit/evidence/contradiction.cpp and restated.cpp.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/evidence.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace rulescore {

struct FrameworkModel;

enum class ContradictionKind : std::uint8_t {
  parts_exceed,   // the parts add up to more than their total
  part_exceeds,   // one part alone is more
  parts_short,    // parts that are all there is, or plainly meant to be, add up to less
  shares_exceed,  // shares of one whole beyond 100%
  shares_short,   // shares that leave nothing out and stay below 100%
  share_off,      // a part's share isn't what the part and its total give
  rate_off,       // nor is a rate what its two counts give
  restated,       // the same words with another figure
};

struct Contradiction {
  ContradictionKind kind = ContradictionKind::restated;
  std::uint32_t first_begin = 0, first_end = 0;    // bytes: what states `stated`
  std::uint32_t second_begin = 0, second_end = 0;  // … and what gives `found`
  double stated = no_value, found = no_value;
  std::string_view unit;  // of both; static storage
};

// What the document alone shows, whatever the framework. Ordered by first_begin, then second_begin.
std::vector<Contradiction> contradictions(const Document& document);

// Two different figures that one rule found for one thing, as indices into `evidence`.
struct TwoFigures {
  std::uint32_t first = 0, second = 0;
};
std::vector<TwoFigures> two_figures(const EvidenceSet& evidence, const FrameworkModel& model);

}  // namespace rulescore
