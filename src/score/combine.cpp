// See combine.hpp. Full marks everywhere are exactly full marks, whatever the weights: numerator and denominator are then the
// same additions, log 1 is 0, 1^p is 1.
#include "score/combine.hpp"

#include <rulescore/evidence.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

// The quantifier of an OWA: straight between (k/n, b_1 + … + b_k).
class Quantifier {
 public:
  explicit Quantifier(const std::vector<double>& weights) noexcept : weights_(weights) {}

  double operator()(double share) const noexcept {
    const double position = std::min(share, 1.0) * static_cast<double>(weights_.size());
    double below = 0;
    std::size_t k = 0;
    for (; k < weights_.size() && static_cast<double>(k + 1) <= position; ++k) below += weights_[k];
    return k < weights_.size() ? below + (position - static_cast<double>(k)) * weights_[k] : below;
  }

 private:
  const std::vector<double>& weights_;
};

struct Combine {
  std::span<Member> members;
  const SumScale& scale;

  // sum(w f(v)) / sum(w)
  template <typename Function>
  double mean_of(Function f) const noexcept {
    double sum = 0, weight = 0;
    for (const Member& member : members) {
      sum += member.weight * f(member.value);
      weight += member.weight;
    }
    return sum / weight;
  }

  double operator()(const WeightedMean&) const noexcept {
    return mean_of([](double v) { return v; });
  }
  double operator()(const Geometric& how) const noexcept {
    return std::exp(mean_of([&](double v) { return std::log(std::max(v, how.floor)); }));
  }
  double operator()(const Harmonic& how) const noexcept {
    return 1 / mean_of([&](double v) { return 1 / std::max(v, how.floor); });
  }
  double operator()(const PowerMean& how) const noexcept {
    if (how.power == 0) return (*this)(Geometric{how.floor});
    const double mean = mean_of([&](double v) { return std::pow(std::max(v, how.floor), how.power); });
    return std::pow(mean, 1 / how.power);
  }
  double operator()(const Minimum&) const noexcept {
    return std::min_element(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.value < b.value; })
        ->value;
  }
  double operator()(const Owa& how) const noexcept {
    double all = 0;
    for (const Member& member : members) all += member.weight;
    // Equal values may stand in any order, but in the same one every time.
    std::sort(members.begin(), members.end(),
              [](const Member& a, const Member& b) { return a.value != b.value ? a.value > b.value : a.weight > b.weight; });
    const Quantifier quantifier(how.weights);
    double weight = 0, before = 0, sum = 0, counted = 0;
    for (const Member& member : members) {
      weight += member.weight;
      const double until = quantifier(&member == &members.back() ? 1 : weight / all);
      sum += (until - before) * member.value;
      counted += until - before;
      before = until;
    }
    return sum / counted;
  }
  double operator()(const SumOfPoints&) const noexcept {
    double sum = 0;
    for (const Member& member : members) sum += member.weight * member.value;
    return std::min(sum / scale.out_of, scale.cap);
  }
};

}  // namespace

double combine(const Aggregation& how, std::span<Member> members, const SumScale& scale) noexcept {
  if (members.empty()) return no_value;
  return std::visit(Combine{members, scale}, how);
}

}  // namespace rulescore
