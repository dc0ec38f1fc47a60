// See standing.hpp. Deeds keep (a procedure introduced three years ago is still there), figures don't: only evidence with a
// figure grows stale. Where facts stand beside a text, the kinds of sources take turns: the first that has something to say
// speaks for the indicator, the others are only shown.
#include "score/standing.hpp"

#include "document/impl.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace rulescore {
namespace {

bool is_stale(const Evidence& piece, const Earns& earns, int year) noexcept {
  if (piece.year == 0 || year == 0 || std::isnan(piece.value)) return false;
  return year - piece.year > earns.max_age;
}

Standing standing_of(const EvidenceSet& evidence, const Evidence& piece, const Earns& earns, int year) noexcept {
  const AppliedReview* applied = evidence.review_of(piece);
  if (applied != nullptr && applied->review.decision == Decision::reject) return Standing::rejected;
  if (!earns.admits(piece.scope)) return Standing::foreign;
  return is_stale(piece, earns, year) ? Standing::stale : Standing::counts;
}

// The pieces [begin, end) of one indicator.
void take_turns(std::span<const Evidence> items, std::size_t begin, std::size_t end, const Earns& earns,
                std::vector<Standing>& standings) {
  constexpr int nobody = 0xFF;
  const auto turn = [&](std::size_t i) -> int { return earns.turn[static_cast<std::size_t>(items[i].kind)]; };
  int speaks = nobody;
  for (std::size_t i = begin; i < end; ++i)
    if (standings[i] == Standing::counts && items[i].status != Status::planned) speaks = std::min(speaks, turn(i));
  if (speaks == nobody) return;
  for (std::size_t i = begin; i < end; ++i)
    if (standings[i] == Standing::counts && turn(i) != speaks) standings[i] = Standing::outranked;
}

}  // namespace

std::vector<Standing> standings_of(const FrameworkModel& model, const EvidenceSet& evidence) {
  std::vector<Standing> standings;
  standings.reserve(evidence.items().size());
  const int year = evidence.document().impl().year;
  for (const Evidence& piece : evidence.items()) {
    const Earns& earns = piece.indicator < model.indicators.size() ? model.indicators[piece.indicator].earns : model.earns;
    standings.push_back(standing_of(evidence, piece, earns, year));
  }
  if (evidence.facts().empty()) return standings;
  const std::span<const Evidence> items = evidence.items();
  for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
    while (end < items.size() && items[end].indicator == items[begin].indicator) ++end;
    if (items[begin].indicator < model.indicators.size())
      take_turns(items, begin, end, model.indicators[items[begin].indicator].earns, standings);
  }
  return standings;
}

}  // namespace rulescore
