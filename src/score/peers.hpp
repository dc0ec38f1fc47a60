// The peers of a document, as a term sees them: one row of amounts a compared term (Comparison::slot), of the documents of its
// group and of its own year before. Every sum runs over sorted values, so that the order of the documents doesn't matter to a
// bit. Tested by tests/shapes/compared.cpp and properties.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/evidence.hpp>
#include <rulescore/peers.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace rulescore {

// The amounts of one figure among the peers.
struct Distribution {
  std::vector<double> sorted;  // ascending
  double mean = 0, sd = 0;     // of the whole group: divided by n
  static Distribution of(std::vector<double> amounts);
};

struct PeersImpl {
  using Group = std::tuple<std::string, std::string, int>;             // level, province, year: those that PeersBy names
  using Own = std::tuple<std::string, std::string, std::string, int>;  // province, level, jurisdiction, year
  std::size_t documents = 0;
  std::map<Group, std::vector<Distribution>> groups;          // by slot
  std::map<Own, std::vector<std::optional<double>>> amounts;  // by slot
};

// Whom one document is compared with; nobody by default.
class PeerView {
 public:
  PeerView() = default;
  PeerView(const Peers& peers, const FrameworkModel& model, const Document& document);

  // Null without peers that show the figure: at least two are needed, the document among them.
  const Distribution* of(std::uint32_t slot) const noexcept;
  // What the same jurisdiction showed the year before.
  std::optional<double> previous(std::uint32_t slot) const noexcept;
  // The mean of the scores of an indicator (its score_slot) of those it applies to; nothing when there are none.
  std::optional<double> mean_score(std::uint32_t slot) const noexcept;
  // The amount as the curve sees it; nothing without peers.
  std::optional<double> compare(const Comparison& comparison, double amount) const noexcept;

 private:
  const std::vector<Distribution>* group_ = nullptr;
  const std::vector<std::optional<double>>* before_ = nullptr;
};

// The terms of a framework that are compared, in the order of their slots.
template <typename Visit>  // visit(indicator index, term)
void each_compared(const FrameworkModel& model, Visit visit) {
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i)
    each_term(model.indicators[i].score, [&](const RuleScore& term) {
      if (term.against.needs_peers()) visit(i, term);
    });
}

Peers peers_of(const FrameworkModel& model, std::span<const EvidenceSet> evidence);

// peer_scores.cpp: the second step, scores of indicators that the peers' mean may stand in for. Amounts must be known: a score
// may rest on a comparison.
void add_scores(const FrameworkModel& model, std::span<const EvidenceSet> evidence, PeersImpl& peers);

// The slot of an indicator's score: behind those of the terms, in the order of the framework.
std::uint32_t score_slot(const FrameworkModel& model, std::uint32_t indicator_node) noexcept;

// Whom a document is compared with.
PeersImpl::Group group_of(const PeersBy& by, const Document& document);

}  // namespace rulescore
