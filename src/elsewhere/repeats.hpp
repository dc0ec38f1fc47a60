// Pieces that say again what another says, where facts and reviews bring new pieces or change old ones; in the text itself the
// matcher sees to it. Tested by tests/unit/elsewhere/attach.cpp and
// apply_reviews.cpp.
#pragma once

#include <rulescore/evidence.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

// The same rule with the same figure; or, without one, in the same words of the text. Scores are never repeats: two experts may
// think alike.
bool repeats(const Evidence& one, const Evidence& other) noexcept;

// Facts become repeats of an earlier fact of their kind, else of a piece of the text; what is intended never does.
void mark_repeated_facts(std::span<Evidence> items);

// After these pieces were changed or, when `gone`, thrown out: what repeated them repeats each other instead.
struct Touched {
  std::uint32_t index = 0;
  bool gone = false;
};
void settle_repeats(std::span<Evidence> items, std::span<const Touched> touched);

}  // namespace rulescore
