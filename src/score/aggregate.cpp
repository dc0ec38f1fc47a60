// See aggregate.hpp. Parents stand before their children, so one walk backwards meets every child before its parent.
#include "score/aggregate.hpp"

namespace rulescore {

double aggregate(const FrameworkModel& model, const Node& node, std::span<const double> scores) noexcept {
  ScoreMean mean(model.missing);
  for (const std::uint32_t child : node.children) mean.add(model.nodes[child].weight, scores[child]);
  return mean.value();
}

void aggregate(const FrameworkModel& model, std::span<double> scores) noexcept {
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    if (!model.nodes[i].is_indicator()) scores[i] = aggregate(model, model.nodes[i], scores);
  }
}

void set_score(const FrameworkModel& model, std::uint32_t indicator_node, double score, std::span<double> scores) noexcept {
  scores[indicator_node] = score;
  for (std::uint32_t i = indicator_node; i != 0;) {
    i = model.nodes[i].parent;
    scores[i] = aggregate(model, model.nodes[i], scores);
  }
}

}  // namespace rulescore
