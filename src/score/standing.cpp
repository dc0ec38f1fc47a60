// See standing.hpp. Deeds keep (a procedure introduced three years ago is still there), figures don't: only evidence with a
// figure grows stale.
#include "score/standing.hpp"

#include "document/impl.hpp"

#include <cmath>

namespace rulescore {
namespace {

bool is_stale(const Evidence& piece, const Earns& earns, int year) noexcept {
  if (piece.year == 0 || year == 0 || std::isnan(piece.value)) return false;
  return year - piece.year > earns.max_age;
}

}  // namespace

std::vector<Standing> standings_of(const FrameworkModel& model, const EvidenceSet& evidence) {
  std::vector<Standing> standings;
  standings.reserve(evidence.items().size());
  const int year = evidence.document().impl().year;
  for (const Evidence& piece : evidence.items()) {
    const Earns& earns = piece.indicator < model.indicators.size() ? model.indicators[piece.indicator].earns : model.earns;
    standings.push_back(!earns.admits(piece.scope)     ? Standing::foreign
                        : is_stale(piece, earns, year) ? Standing::stale
                                                       : Standing::counts);
  }
  return standings;
}

}  // namespace rulescore
