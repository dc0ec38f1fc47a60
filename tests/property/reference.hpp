// A second opinion: the tree added up by plain recursion over optional scores, written without a look at src/score.
#pragma once

#include <rulescore/framework.hpp>

#include <map>
#include <optional>

namespace rulescore::testing {

using LeafScores = std::map<std::uint32_t, double>;  // by node; an indicator without a score is absent

inline std::optional<double> reference_score(const Framework& framework, std::uint32_t index, const LeafScores& leaves) {
  const Node& node = framework.nodes()[index];
  if (node.is_indicator()) {
    const auto found = leaves.find(index);
    return found == leaves.end() ? std::nullopt : std::optional(found->second);
  }
  double earned = 0, possible = 0;
  for (const std::uint32_t child : node.children) {
    const auto score = reference_score(framework, child, leaves);
    if (!score && framework.missing() == Missing::exclude) continue;
    earned += framework.nodes()[child].weight * score.value_or(0);
    possible += framework.nodes()[child].weight;
  }
  if (possible == 0) return std::nullopt;
  return earned / possible;
}

// On the framework's scale; without any score 0.
inline double reference_total(const Framework& framework, const LeafScores& leaves) {
  return reference_score(framework, 0, leaves).value_or(0) * framework.full();
}

}  // namespace rulescore::testing
