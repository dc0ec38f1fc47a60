// See standing.hpp. Deeds keep (a procedure introduced three years ago is still there), figures don't: only evidence with a
// figure grows stale. Where facts stand beside a text, the kinds of sources take turns: the first that has something to say
// speaks for the indicator, the others are only shown; an indicator with several scorers hears them all. What is intended takes
// no turn: it first sets aside what it speaks in the stead of.
#include "score/standing.hpp"

#include "document/impl.hpp"
#include "score/shapes.hpp"

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
  if (piece.kind == SourceKind::intended) return Standing::counts;  // nobody else's, and of no year
  const AppliedReview* applied = evidence.review_of(piece);
  if (applied != nullptr && applied->review.decision == Decision::reject) return Standing::rejected;
  if (!earns.admits(piece.scope)) return Standing::foreign;
  return is_stale(piece, earns, year) ? Standing::stale : Standing::counts;
}

// What is intended for one indicator's pieces [begin, end), and what it sets aside: a score everything else of the indicator, a
// figure all that its rule found, a deed the plans and shortcomings of its rule (what was achieved beside it still counts); each
// of them also a score that somebody gave directly, where scorers don't each have their say.
class Intentions {
 public:
  Intentions(std::span<const Evidence> items, std::size_t begin, std::size_t end, const IndicatorModel& indicator)
      : items_(items.subspan(begin, end - begin)), begin_(begin), indicator_(indicator) {}

  void take(std::vector<Standing>& standings) const {
    for (const Evidence& piece : items_) {
      if (piece.kind != SourceKind::intended || piece.status != Status::achieved) continue;
      for (std::size_t i = 0; i < items_.size(); ++i)
        if (gives_way(items_[i], piece)) standings[begin_ + i] = Standing::set_aside;
    }
  }

 private:
  bool is_direct(const Evidence& piece) const noexcept { return piece.rule >= indicator_.rules.size(); }

  bool gives_way(const Evidence& other, const Evidence& piece) const {
    if (is_direct(piece)) return !(other.kind == SourceKind::intended && is_direct(other));
    if (other.kind == SourceKind::intended) return false;
    if (is_direct(other)) return indicator_.score.scorers.empty();
    return other.rule == piece.rule && (replaces(piece) || other.status != Status::achieved);
  }

  // A figure is the figure; where a rule's pieces are counted it is one more of them.
  bool replaces(const Evidence& piece) const {
    bool counted = std::isnan(piece.value);
    each_term(indicator_.score,
              [&](const RuleScore& term) { counted = counted || (term.rule == piece.rule && input_of(term) == Of::count); });
    return !counted;
  }

  std::span<const Evidence> items_;
  std::size_t begin_;
  const IndicatorModel& indicator_;
};

// The turns of one indicator's pieces [begin, end). Sources compete where they speak of the same: for a rule, or, with a score
// given directly, for the whole indicator.
class Turns {
 public:
  Turns(std::span<const Evidence> items, std::size_t begin, std::size_t end, const IndicatorModel& indicator)
      : items_(items), begin_(begin), end_(end), turns_(indicator.earns.turn), first_of_rule_(indicator.rules.size(), nobody) {}

  void take(std::vector<Standing>& standings) {
    for (std::size_t i = begin_; i < end_; ++i)
      if (takes_turn(i, standings) && items_[i].status != Status::planned) note(items_[i]);
    for (std::size_t i = begin_; i < end_; ++i)
      if (takes_turn(i, standings) && turn(items_[i]) > last_to_speak(items_[i])) standings[i] = Standing::outranked;
  }

 private:
  static constexpr int nobody = 0xFF;

  bool takes_turn(std::size_t i, const std::vector<Standing>& standings) const noexcept {
    return standings[i] == Standing::counts && items_[i].kind != SourceKind::intended;
  }
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
    if (items[begin].indicator >= model.indicators.size()) continue;
    const IndicatorModel& indicator = model.indicators[items[begin].indicator];
    Intentions(items, begin, end, indicator).take(standings);
    if (indicator.score.scorers.empty()) Turns(items, begin, end, indicator).take(standings);
  }
  return standings;
}

}  // namespace rulescore
