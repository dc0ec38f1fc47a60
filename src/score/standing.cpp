// See standing.hpp. Deeds keep (a procedure introduced three years ago is still there), figures don't: only evidence with a
// figure grows stale. Where facts stand beside a text, the kinds of sources take turns: the first that has something to say
// speaks for the indicator, the others are only shown; an indicator with several scorers hears them all.
#include "score/standing.hpp"

#include "document/impl.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <array>
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

// The turns of one indicator's pieces [begin, end). Sources compete where they speak of the same: for a rule, or, with a score
// given directly, for the whole indicator.
class Turns {
 public:
  Turns(std::span<const Evidence> items, std::size_t begin, std::size_t end, const IndicatorModel& indicator)
      : items_(items), begin_(begin), end_(end), turns_(indicator.earns.turn), first_of_rule_(indicator.rules.size(), nobody) {}

  void take(std::vector<Standing>& standings) {
    for (std::size_t i = begin_; i < end_; ++i)
      if (standings[i] == Standing::counts && items_[i].status != Status::planned) note(items_[i]);
    for (std::size_t i = begin_; i < end_; ++i)
      if (standings[i] == Standing::counts && turn(items_[i]) > last_to_speak(items_[i])) standings[i] = Standing::outranked;
  }

 private:
  static constexpr int nobody = 0xFF;

  int turn(const Evidence& piece) const noexcept { return turns_[static_cast<std::size_t>(piece.kind)]; }
  bool is_direct(const Evidence& piece) const noexcept { return piece.rule >= first_of_rule_.size(); }

  void note(const Evidence& piece) noexcept {
    int& first = is_direct(piece) ? first_direct_ : first_of_rule_[piece.rule];
    first = std::min(first, turn(piece));
    if (!is_direct(piece)) first_of_rules_ = std::min(first_of_rules_, turn(piece));
  }

  int last_to_speak(const Evidence& piece) const noexcept {
    if (is_direct(piece)) return std::min(first_direct_, first_of_rules_);
    const int whole = first_direct_ <= first_of_rules_ ? first_direct_ : nobody;
    return std::min(whole, first_of_rule_[piece.rule]);
  }

  std::span<const Evidence> items_;
  std::size_t begin_, end_;
  const std::array<std::uint8_t, source_kinds>& turns_;
  std::vector<int> first_of_rule_;
  int first_direct_ = nobody, first_of_rules_ = nobody;
};

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
    if (items[begin].indicator < model.indicators.size() && model.indicators[items[begin].indicator].score.scorers.empty())
      Turns(items, begin, end, model.indicators[items[begin].indicator]).take(standings);
  }
  return standings;
}

}  // namespace rulescore
