// The card itself: a handle on the framework, the evidence and the nodes' scores. Reasons are in reason.cpp, warnings in
// warnings.cpp. Tested by tests/unit/score/score.cpp.
#include "score/card.hpp"
#include "score/veto.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <utility>

namespace rulescore {

Scorecard::Scorecard(Framework framework, EvidenceSet evidence, std::vector<NodeScore> nodes, std::vector<Standing> standings,
                     Peers peers) {
  if (nodes.size() != framework.nodes().size()) {
    throw UsageError("a scorecard needs one score a node: framework \"" + framework.id() + "\" has " +
                     std::to_string(framework.nodes().size()) + " nodes, there are " + std::to_string(nodes.size()) + " scores");
  }
  if (standings.empty()) standings.resize(evidence.items().size(), Standing::counts);
  if (standings.size() != evidence.items().size()) {
    throw UsageError("a scorecard needs one standing a piece of evidence: there are " + std::to_string(evidence.items().size()) +
                     " pieces and " + std::to_string(standings.size()) + " standings");
  }
  std::vector<FiredVeto> vetoes = fired_vetoes(framework.model(), nodes, evidence.items(), standings);
  impl_ = std::make_shared<const Impl>(
      Impl{std::move(framework), std::move(evidence), std::move(nodes), std::move(standings), std::move(vetoes),
           std::move(peers)});
}

const Framework& Scorecard::framework() const noexcept { return impl_->framework; }
const Document& Scorecard::document() const noexcept { return impl_->evidence.document(); }
const EvidenceSet& Scorecard::evidence() const noexcept { return impl_->evidence; }
std::span<const NodeScore> Scorecard::nodes() const noexcept { return impl_->nodes; }
std::span<const Standing> Scorecard::standings() const noexcept { return impl_->standings; }
const Peers& Scorecard::peers() const noexcept { return impl_->peers; }

double Scorecard::score() const noexcept { return impl_->nodes.front().score * full(); }
double Scorecard::full() const noexcept { return impl_->framework.full(); }
double Scorecard::coverage() const noexcept { return impl_->nodes.front().coverage; }
double Scorecard::low() const noexcept { return impl_->nodes.front().low; }
double Scorecard::high() const noexcept { return impl_->nodes.front().high; }

std::span<const FiredVeto> Scorecard::vetoes() const noexcept { return impl_->vetoes; }

bool Scorecard::failed() const noexcept {
  return std::any_of(vetoes().begin(), vetoes().end(), [](const FiredVeto& veto) { return veto.effect == VetoEffect::fail; });
}

const Band* Scorecard::band() const noexcept { return band_after(framework().model(), score(), vetoes()); }

const Band* Scorecard::band(std::uint32_t node) const {
  if (node == 0) return band();
  const NodeRules& rules = framework().model().node_rules.at(node);
  const NodeScore& own = nodes()[node];
  return band_of(rules.bands, own.score * rules.full.value_or(own.full));
}

std::string_view to_string(Standing standing) noexcept {
  switch (standing) {
    case Standing::counts:
      return "counts";
    case Standing::foreign:
      return "foreign";
    case Standing::stale:
      return "stale";
    case Standing::rejected:
      return "rejected";
    case Standing::outranked:
      return "outranked";
    case Standing::set_aside:
      return "set_aside";
  }
  return "";
}

std::string_view to_string(State state) noexcept {
  switch (state) {
    case State::evidenced:
      return "evidenced";
    case State::only_planned:
      return "only_planned";
    case State::problem:
      return "problem";
    case State::no_evidence:
      return "no_evidence";
    case State::not_applicable:
      return "not_applicable";
  }
  return "";
}

}  // namespace rulescore
