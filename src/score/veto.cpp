// See veto.hpp.
#include "score/veto.hpp"

#include "score/aggregate.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

// Done or admitted, and taking part; never what is only planned.
std::uint32_t found_by(std::uint16_t rule, const NodeScore& node, std::span<const Evidence> items,
                       std::span<const Standing> standings) {
  for (std::uint32_t i = node.evidence_begin; i < node.evidence_end; ++i) {
    const bool counts = i >= standings.size() || standings[i] == Standing::counts;
    if (counts && items[i].rule == rule && items[i].status != Status::planned) return i;
  }
  return Evidence::none;
}

}  // namespace

std::vector<FiredVeto> fired_vetoes(const FrameworkModel& model, std::span<const NodeScore> nodes,
                                    std::span<const Evidence> items, std::span<const Standing> standings) {
  std::vector<FiredVeto> fired;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].state == State::not_applicable) continue;
    const std::vector<Veto>& vetoes = model.node_rules[i].vetoes;
    for (std::uint16_t v = 0; v < vetoes.size(); ++v) {
      const Veto& veto = vetoes[v];
      const std::uint32_t piece = veto.found ? found_by(*veto.found, nodes[i], items, standings) : Evidence::none;
      if (piece != Evidence::none || fires(veto, nodes[i].score, nodes[i].coverage))
        fired.push_back({i, v, veto.effect, veto.band, piece});
    }
  }
  return fired;
}

bool zeroed_by_evidence(const FrameworkModel& model, std::span<const NodeScore> nodes, std::span<const Evidence> items,
                        std::span<const Standing> standings) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].state == State::not_applicable) continue;
    for (const Veto& veto : model.node_rules[i].vetoes) {
      const bool looks = veto.effect == VetoEffect::zero && veto.found;
      if (looks && found_by(*veto.found, nodes[i], items, standings) != Evidence::none) return true;
    }
  }
  return false;
}

const Band* band_of(std::span<const Band> bands, double points) noexcept {
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const Band& one) { return points >= one.from; });
  return band == bands.end() ? nullptr : &*band;
}

double graded(double total, std::optional<int> decimals) noexcept {
  if (!decimals) return total;
  const double scale = std::pow(10.0, *decimals);
  return std::floor(total * scale + 0.5 + 1e-9) / scale;
}

std::size_t best_band_left(std::span<const FiredVeto> vetoes, std::size_t bands) noexcept {
  std::size_t best = 0;
  for (const FiredVeto& veto : vetoes) {
    if (veto.effect == VetoEffect::fail && bands > 0) best = bands - 1;
    if (veto.effect == VetoEffect::band_at_most || veto.effect == VetoEffect::band) best = std::max<std::size_t>(best, veto.band);
  }
  return best;
}

const Band* band_after(const FrameworkModel& model, double total, std::span<const FiredVeto> vetoes) noexcept {
  if (model.bands.empty()) return nullptr;
  const Band* best = &model.bands[best_band_left(vetoes, model.bands.size())];
  // These name a band whatever the total, also where there is none.
  const bool named = std::any_of(vetoes.begin(), vetoes.end(), [](const FiredVeto& veto) {
    return veto.effect == VetoEffect::fail || veto.effect == VetoEffect::band;
  });
  const Band* own = band_of(model.bands, graded(total, model.grade_decimals));
  if (own == nullptr) return named ? best : nullptr;
  return std::max(own, best);  // bands fall: the later one is the lower
}

}  // namespace rulescore
