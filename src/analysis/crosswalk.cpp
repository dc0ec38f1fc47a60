// A scorecard read as another framework's: the scores of its indicators are put into the tree that the crosswalk stands for, and
// that tree is worked out as any other. Nothing is matched, and nothing is added up in a second way. Outside face:
// rulescore/crosswalk.hpp. Tested by tests/unit/analysis/crosswalk.cpp and tests/property/crosswalk.cpp.
#include "analysis/crosswalk.hpp"

#include "score/applicability.hpp"
#include "score/score.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace rulescore {

// An indicator of `to` that isn't meant for this document leaves with all that answers it, or counts as full marks; peers it has
// none here.
Planted plant(const Graft& graft, const Scorecard& card, const FrameworkModel& to, Rest rest) {
  const std::vector<Applies> before = applicability(card), there = applicability(to, card.document().metadata());
  const FrameworkModel& model = graft.model;
  Planted planted{std::vector<NodeScore>(model.nodes.size()),
                  {std::vector<Applies>(model.nodes.size(), Applies::yes), {}, false, false}};
  for (const std::uint32_t leaf : model.indicator_nodes) {
    const std::uint32_t source = graft.source[leaf], indicator = graft.indicator[leaf];
    NodeScore& node = planted.nodes[leaf];
    Applies& applies = planted.view.applies[leaf];
    if (!there.empty() && there[indicator] == Applies::no) {
      const bool stands_in = to.node_rules[indicator].without == NotApplicable::full;
      const bool good = model.node_rules[leaf].sign == to.node_rules[indicator].sign;
      node.state = State::not_applicable;
      node.score = stands_in ? (good ? 1 : 0) : no_value;
      applies = stands_in ? Applies::stands_in : Applies::no;
    } else if (source == no_node) {
      node.state = rest == Rest::leaves ? State::not_applicable : State::no_evidence;
      if (rest == Rest::leaves) applies = Applies::no;
    } else {
      node = card.nodes()[source];
      if (!before.empty()) applies = before[source];
    }
  }
  const auto all_apply = [](Applies one) { return one == Applies::yes; };
  if (std::all_of(planted.view.applies.begin(), planted.view.applies.end(), all_apply)) planted.view.applies.clear();
  return planted;
}

void check_card(const Scorecard& card, const Crosswalk& crosswalk) {
  if (card.framework().fingerprint() == crosswalk.from().fingerprint()) return;
  throw UsageError("the crosswalk " + crosswalk.id() + " reads cards of " + crosswalk.from().id() + " (" +
                   crosswalk.from().fingerprint() + "), this one is of " + card.framework().id() + " (" +
                   card.framework().fingerprint() + "); Crosswalk::between makes it one for an edit or an overlay");
}

struct Crossed::Impl {
  Scorecard card;
  Crosswalk crosswalk;
  std::vector<NodeScore> nodes;
  std::vector<CrossedLink> links;
  std::vector<double> unmapped;
  std::vector<FiredVeto> vetoes;
};

namespace {

// The states of groups, children before parents.
void gather_states(const FrameworkModel& model, std::vector<NodeScore>& nodes) {
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (model.nodes[i].is_indicator()) continue;
    nodes[i].state = State::not_applicable;
    for (const std::uint32_t child : model.nodes[i].children) nodes[i].state = furthest(nodes[i].state, nodes[child].state);
  }
}

// Coverage is what of a node's weight was assessed: where only the rests are, it is what of it nothing answers.
std::vector<double> unmapped_in(const Graft& graft, const Tree& tree) {
  std::vector<double> scores(graft.model.nodes.size(), no_value);
  for (const std::uint32_t rest : graft.rests) scores[rest] = 0;
  return tree.tally(std::move(scores)).coverage;
}

CrossedLink link_of(const std::vector<std::uint32_t>& stems, const std::vector<NodeScore>& nodes) {
  CrossedLink link;
  double covered = 0;
  for (const std::uint32_t stem : stems) {
    const NodeScore& node = nodes[stem];
    link.score = node.coverage > 0 || node.state == State::not_applicable ? node.score : no_value;
    link.points += node.points;
    link.full += node.full;
    covered += node.coverage * node.full;
    link.coverage = node.coverage;  // of one stem, exactly
  }
  if (stems.size() > 1) link.coverage = link.full > 0 ? covered / link.full : 0;
  return link;
}

// What stands for a node of `to`: an indicator without anything assessed below has no score, as on any card.
NodeScore shown(const NodeScore& node, bool is_indicator) {
  NodeScore result = node;
  if (is_indicator && !(node.coverage > 0) && node.state != State::not_applicable) result.score = no_value;
  result.decided_by = 0xFFFF;
  result.evidence_begin = result.evidence_end = 0;
  return result;
}

void collect(const Framework& from, const Scorecard& card, std::uint32_t node, std::set<std::uint32_t>& pieces) {
  if (from.nodes()[node].is_indicator())
    for (std::uint32_t i = card.nodes()[node].evidence_begin; i < card.nodes()[node].evidence_end; ++i) pieces.insert(i);
  for (const std::uint32_t child : from.nodes()[node].children) collect(from, card, child, pieces);
}

}  // namespace

Crossed crossed(const Scorecard& card, const Crosswalk& crosswalk) {
  check_card(card, crosswalk);
  const Graft& graft = crosswalk.data().counts;
  const FrameworkModel& to = crosswalk.to().model();
  Planted planted = plant(graft, card, to, Rest::counts);
  const Tree tree(graft.model, std::move(planted.view));
  gather_states(graft.model, planted.nodes);
  fill_in(graft.model, tree, planted.nodes);
  const std::vector<double> unmapped = unmapped_in(graft, tree);
  Crossed::Impl made{card, crosswalk, {}, {}, {}, {}};
  for (std::size_t i = 0; i < to.nodes.size(); ++i) {
    made.nodes.push_back(shown(planted.nodes[graft.place[i]], to.nodes[i].is_indicator()));
    made.unmapped.push_back(unmapped[graft.place[i]]);
  }
  for (const auto& stems : graft.stems) made.links.push_back(link_of(stems, planted.nodes));
  made.vetoes = fired_vetoes(to, made.nodes, {}, {});
  return Crossed(std::make_shared<const Crossed::Impl>(std::move(made)));
}

Crossed::Crossed(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}

const Scorecard& Crossed::card() const noexcept { return impl_->card; }
const Crosswalk& Crossed::crosswalk() const noexcept { return impl_->crosswalk; }
std::span<const NodeScore> Crossed::nodes() const noexcept { return impl_->nodes; }
std::span<const CrossedLink> Crossed::links() const noexcept { return impl_->links; }
std::span<const double> Crossed::unmapped_shares() const noexcept { return impl_->unmapped; }
double Crossed::score() const noexcept { return impl_->nodes.front().score * full(); }
double Crossed::full() const noexcept { return impl_->crosswalk.to().full(); }
double Crossed::coverage() const noexcept { return impl_->nodes.front().coverage; }
double Crossed::low() const noexcept { return impl_->nodes.front().low; }
double Crossed::high() const noexcept { return impl_->nodes.front().high; }
double Crossed::unmapped() const noexcept { return impl_->unmapped.front(); }
const Band* Crossed::band() const noexcept { return band_after(impl_->crosswalk.to().model(), score(), impl_->vetoes); }

std::vector<std::uint32_t> Crossed::evidence(std::uint32_t to_node) const {
  const Framework& to = impl_->crosswalk.to();
  const Graft& graft = impl_->crosswalk.data().counts;
  std::vector<bool> below(to.nodes().size());
  below.at(to_node) = true;
  for (std::size_t i = to_node + 1; i < below.size(); ++i) below[i] = below[i] || below[to.nodes()[i].parent];
  std::set<std::uint32_t> pieces;
  for (std::size_t i = 0; i < graft.stems.size(); ++i)
    for (const std::uint32_t stem : graft.stems[i])
      if (below[graft.indicator[stem]]) collect(impl_->crosswalk.from(), impl_->card, impl_->crosswalk.links()[i].from, pieces);
  return {pieces.begin(), pieces.end()};
}

CommonTotal common_total(const Scorecard& card, const Crosswalk& crosswalk) {
  const std::string& own = card.framework().fingerprint();
  const bool is_from = own == crosswalk.from().fingerprint(), is_to = own == crosswalk.to().fingerprint();
  if (!is_from && !is_to)
    throw UsageError("the crosswalk " + crosswalk.id() + " is between " + crosswalk.from().id() + " and " + crosswalk.to().id() +
                     "; this card is of " + card.framework().id() + " (" + own + ")");
  const Graft& graft = is_from ? crosswalk.data().leaves : crosswalk.data().itself;
  Planted planted = plant(graft, card, crosswalk.to().model(), Rest::leaves);
  fill_in(graft.model, Tree(graft.model, std::move(planted.view)), planted.nodes);
  const NodeScore& whole = planted.nodes.front();
  const double full = crosswalk.to().full();
  return {whole.score * full, full, whole.low, whole.high, whole.coverage, is_from ? crosswalk.unused() : crosswalk.unmapped()};
}

}  // namespace rulescore
