// Why an indicator falls short: the kind of a gap, the piece of evidence that shows it, and what would close it. Tested by
// tests/unit/analysis/gap_kind.cpp.
#pragma once

#include <rulescore/analysis.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rulescore {

class GapKinds {
 public:
  // Looks for contradictions in the document once. Keeps a reference to the card.
  explicit GapKinds(const Scorecard& card);

  // Fills in kind, remedy, evidence, against and veto of a gap whose node, score and target are known.
  void describe(Gap& gap, std::size_t indicator) const;

  // Whether the text admits a shortcoming there, or what it says has set off a veto: such an indicator is listed in any case.
  bool always_shows(std::uint32_t node) const noexcept;

 private:
  std::uint32_t first_of(std::uint32_t node, Status status, Standing standing = Standing::counts) const noexcept;
  std::uint32_t vetoing_piece(std::uint32_t node) const noexcept;
  std::pair<std::uint32_t, std::uint32_t> contradicted(std::uint32_t node) const noexcept;
  Remedy remedy_below(const Gap& gap, std::size_t indicator) const;

  const Scorecard& card_;
  std::vector<FiredVeto> vetoes_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions_;  // pieces; the other may be none
};

}  // namespace rulescore
