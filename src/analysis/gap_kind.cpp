// See gap_kind.hpp.
#include "analysis/gap_kind.hpp"

#include "analysis/demand.hpp"
#include "evidence/contradiction.hpp"
#include "framework/model.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// The first piece that stands where a contradiction does, and the piece on its other side, if there is one.
void add_pieces(const EvidenceSet& set, const Contradiction& found, std::vector<Pair>& pairs) {
  const auto items = set.items();
  const auto meets = [&](const Evidence& piece, std::uint32_t begin, std::uint32_t end) {
    return piece.in_text() && piece.begin < end && begin < piece.end;
  };
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const bool first = meets(items[i], found.first_begin, found.first_end);
    if (!first && !meets(items[i], found.second_begin, found.second_end)) continue;
    std::uint32_t other = Evidence::none;
    for (std::uint32_t j = 0; j < items.size() && other == Evidence::none; ++j) {
      const bool opposite =
          first ? meets(items[j], found.second_begin, found.second_end) : meets(items[j], found.first_begin, found.first_end);
      if (j != i && items[j].indicator == items[i].indicator && opposite) other = j;
    }
    pairs.push_back({i, other});
  }
}

}  // namespace

GapKinds::GapKinds(const Scorecard& card) : card_(card), vetoes_(card.vetoes().begin(), card.vetoes().end()) {
  for (const TwoFigures& two : two_figures(card.evidence(), card.framework().model()))
    contradictions_.push_back({two.first, two.second});
  for (const Contradiction& found : contradictions(card.document())) add_pieces(card.evidence(), found, contradictions_);
}

std::uint32_t GapKinds::first_of(std::uint32_t node, Status status, Standing standing) const noexcept {
  const NodeScore& score = card_.nodes()[node];
  const auto items = card_.evidence().items();
  for (std::uint32_t i = score.evidence_begin; i < score.evidence_end; ++i) {
    if (items[i].status == status && card_.standings()[i] == standing) return i;
  }
  return Evidence::none;
}

std::uint32_t GapKinds::vetoing_piece(std::uint32_t node) const noexcept {
  for (const FiredVeto& veto : vetoes_)
    if (veto.node == node && veto.evidence != Evidence::none) return veto.evidence;
  return Evidence::none;
}

bool GapKinds::always_shows(std::uint32_t node) const noexcept {
  return first_of(node, Status::problem) != Evidence::none || vetoing_piece(node) != Evidence::none;
}

Pair GapKinds::contradicted(std::uint32_t node) const noexcept {
  const NodeScore& score = card_.nodes()[node];
  for (const Pair& pair : contradictions_) {
    const bool here = pair.first >= score.evidence_begin && pair.first < score.evidence_end;
    if (here && card_.standings()[pair.first] == Standing::counts &&
        card_.evidence().items()[pair.first].status == Status::achieved)
      return pair;
  }
  return {Evidence::none, Evidence::none};
}

// Work, where one way to what is wanted lacks nothing in the report but a better figure; else a sentence is missing.
Remedy GapKinds::remedy_below(const Gap& gap, std::size_t indicator) const {
  if (card_.framework().model().node_rules[gap.node].sign < 0) return Remedy::work;
  for (const Way& way : ways_to(gap.target, Leaf(card_, indicator))) {
    if (std::all_of(way.begin(), way.end(), [](const Demand& demand) { return demand.found; })) return Remedy::work;
  }
  return Remedy::write;
}

void GapKinds::describe(Gap& gap, std::size_t indicator) const {
  const NodeScore& node = card_.nodes()[gap.node];
  const auto is = [&](GapKind kind, Remedy remedy, std::uint32_t piece) {
    gap.kind = kind;
    gap.remedy = remedy;
    gap.evidence = piece;
  };
  const std::uint32_t veto = vetoing_piece(gap.node),
                      problem = veto != Evidence::none ? veto : first_of(gap.node, Status::problem);
  gap.veto = veto != Evidence::none;
  if (problem != Evidence::none) return is(GapKind::problem, Remedy::work, problem);
  if (const Pair pair = contradicted(gap.node); pair.first != Evidence::none) {
    gap.against = pair.second;
    return is(GapKind::contradicted, Remedy::write, pair.first);
  }
  const std::uint32_t achieved = first_of(gap.node, Status::achieved);
  if (node.state == State::evidenced && std::isnan(node.score)) return is(GapKind::unjudged, Remedy::write, achieved);
  if (node.state == State::evidenced) {
    const std::uint32_t piece = Leaf(card_, indicator).verdict().piece;
    return is(GapKind::below_target, remedy_below(gap, indicator), piece != Evidence::none ? piece : achieved);
  }
  if (node.state == State::only_planned) return is(GapKind::only_planned, Remedy::work, first_of(gap.node, Status::planned));
  if (const auto piece = first_of(gap.node, Status::achieved, Standing::foreign); piece != Evidence::none)
    return is(GapKind::out_of_scope, Remedy::write, piece);
  if (const auto piece = first_of(gap.node, Status::achieved, Standing::stale); piece != Evidence::none)
    return is(GapKind::stale, Remedy::write, piece);
  is(GapKind::no_evidence, Remedy::write, Evidence::none);
}

}  // namespace rulescore
