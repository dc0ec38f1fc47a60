// See compare_steps.hpp. An admitted problem that is there in one year alone is a step of its own: what the text would have
// earned without it lies between. So new evidence and a new problem in one indicator don't hide each other.
#include "analysis/compare_steps.hpp"

#include "framework/model.hpp"
#include "score/block.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rulescore {
namespace {

bool same(double a, double b) noexcept { return a == b || (std::isnan(a) && std::isnan(b)); }

// One year's evidence of an indicator.
class OneYear {
 public:
  OneYear(const Scorecard& card, std::size_t indicator)
      : card_(card), leaf_(card, indicator), node_(card.nodes()[leaf_.indicator().node]) {}

  const NodeScore& node() const noexcept { return node_; }
  bool is_meant() const noexcept { return node_.state != State::not_applicable; }
  bool achieves() const noexcept { return first(Status::achieved) != Evidence::none; }
  bool admits() const noexcept { return first(Status::problem) != Evidence::none; }

  std::uint32_t first(Status status) const noexcept {
    const Pieces& pieces = leaf_.pieces();
    for (std::uint32_t i = pieces.begin; i < pieces.end; ++i)
      if (pieces.items[i].status == status && pieces.takes_part(i)) return i;
    return Evidence::none;
  }

  // What shows best how it stands: what decided, else what was done, admitted, promised.
  std::uint32_t shown() const {
    std::uint32_t piece = is_meant() ? leaf_.verdict().piece : Evidence::none;
    for (const Status status : {Status::achieved, Status::problem, Status::planned})
      if (piece == Evidence::none) piece = first(status);
    return piece;
  }

  LeafState state() const { return {node_.score, applies(), zeroes(leaf_.pieces())}; }

  // As if it admitted nothing.
  LeafState without_problems() const {
    Pieces pieces = leaf_.pieces();
    std::vector<Standing> standings(card_.standings().begin(), card_.standings().end());
    for (std::uint32_t i = pieces.begin; i < pieces.end; ++i)
      if (pieces.items[i].status == Status::problem) standings[i] = Standing::rejected;
    pieces.standings = standings;
    const double score = judge(leaf_.indicator().score, pieces).score;
    return {within_full(card_.framework().nodes()[leaf_.indicator().node].role, score), Applies::yes, zeroes(pieces)};
  }

  // What it says, as far as it can earn: not where it stands, nor in which words.
  auto says() const {
    using Said = std::tuple<std::uint16_t, Status, Bound, Change, double, double, std::string_view>;
    std::vector<Said> said;
    const Pieces& pieces = leaf_.pieces();
    const auto figure = [](double value) { return std::isnan(value) ? -HUGE_VAL : value; };
    for (std::uint32_t i = pieces.begin; i < pieces.end; ++i) {
      const Evidence& piece = pieces.items[i];
      if (piece.status == Status::planned || !pieces.takes_part(i)) continue;
      said.emplace_back(piece.rule, piece.status, piece.bound, piece.change, figure(piece.value), figure(piece.value_high),
                        piece.unit);
    }
    std::sort(said.begin(), said.end());
    return said;
  }

  bool is_compared() const {
    bool compared = false;
    each_term(leaf_.indicator().score, [&](const RuleScore& term) { compared |= term.against.needs_peers(); });
    return compared;
  }

 private:
  Applies applies() const noexcept {
    return is_meant() ? Applies::yes : std::isnan(node_.score) ? Applies::no : Applies::stands_in;
  }

  bool zeroes(const Pieces& pieces) const {
    if (!is_meant()) return false;
    for (const Veto& veto : card_.framework().model().node_rules[leaf_.indicator().node].vetoes) {
      if (veto.effect != VetoEffect::zero || !veto.found) continue;
      for (std::uint32_t i = pieces.begin; i < pieces.end; ++i)
        if (pieces.items[i].rule == *veto.found && pieces.items[i].status != Status::planned && pieces.takes_part(i)) return true;
    }
    return false;
  }

  const Scorecard& card_;
  Leaf leaf_;
  const NodeScore& node_;
};

// Of what both would say without a problem that only one of them admits.
Cause cause_of(const OneYear& before, const OneYear& after) {
  if (!before.is_meant()) return Cause::peers;  // neither is: what stands in for it moved
  if (before.achieves() != after.achieves()) return after.achieves() ? Cause::new_evidence : Cause::lost_evidence;
  return after.is_compared() && before.says() == after.says() ? Cause::peers : Cause::changed_value;
}

}  // namespace

bool LeafState::operator==(const LeafState& other) const noexcept {
  return same(score, other.score) && applies == other.applies && zeroes == other.zeroes;
}

LeafState leaf_state(const Scorecard& card, std::size_t indicator) { return OneYear(card, indicator).state(); }

std::vector<LeafStep> steps_of(const Scorecard& old_card, const Scorecard& new_card, std::size_t indicator) {
  const OneYear before(old_card, indicator), after(new_card, indicator);
  const LeafState was = before.state(), is = after.state();
  const auto index = static_cast<std::uint32_t>(indicator);
  const auto step = [&](Cause cause, const LeafState& from, const LeafState& to) {
    return LeafStep{index, cause, from, to, before.shown(), after.shown()};
  };
  if (before.is_meant() != after.is_meant()) return {step(Cause::applicability, was, is)};
  std::vector<LeafStep> steps;
  const auto add_if_moved = [&](const LeafState& from, const LeafState& to) {
    if (!(from == to) || before.achieves() != after.achieves()) steps.push_back(step(cause_of(before, after), from, to));
  };
  if (before.admits() == after.admits() || !before.is_meant()) {
    add_if_moved(was, is);
  } else if (after.admits()) {
    const LeafState unburdened = after.without_problems();
    add_if_moved(was, unburdened);
    steps.push_back({index, Cause::problem_appeared, unburdened, is, Evidence::none, after.first(Status::problem)});
  } else {
    const LeafState unburdened = before.without_problems();
    steps.push_back({index, Cause::problem_gone, was, unburdened, before.first(Status::problem), Evidence::none});
    add_if_moved(unburdened, is);
  }
  return steps;
}

}  // namespace rulescore
