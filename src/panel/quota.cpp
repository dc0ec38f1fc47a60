// See quota.hpp.
#include "panel/quota.hpp"

#include "framework/model.hpp"
#include "score/veto.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rulescore {
namespace {

constexpr double tie = 1e-9;    // of the scale
constexpr double slack = 1e-9;  // 20% of 5 is 1, whatever the last bit says

class Distribution {
 public:
  explicit Distribution(std::span<const Scorecard> cards)
      : cards_(cards), model_(cards.front().framework().model()), bands_(cards.size()) {
    for (std::uint32_t i = 0; i < cards.size(); ++i) {
      if (std::isnan(cards[i].score()))
        bands_[i] = cards[i].band();
      else
        waiting_.push_back(i);
    }
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return cards[a].score() > cards[b].score(); });
  }

  std::vector<const Band*> result() && {
    for (std::uint16_t band = 0; band < model_.bands.size(); ++band) {
      const auto quota =
          std::find_if(model_.quotas.begin(), model_.quotas.end(), [&](const Quota& one) { return one.band == band; });
      if (quota != model_.quotas.end())
        take_best(band, quota->share);
      else
        take_reaching(band);
    }
    return std::move(bands_);
  }

 private:
  bool may_have(std::uint32_t card, std::uint16_t band) const {
    return best_band_left(cards_[card].vetoes(), model_.bands.size()) <= band;
  }

  bool level(std::uint32_t a, std::uint32_t b) const {
    return std::abs(cards_[a].score() - cards_[b].score()) <= tie * model_.full;
  }

  void take_best(std::uint16_t band, double share) {
    const auto most = static_cast<std::size_t>(std::floor(share * static_cast<double>(cards_.size()) + slack));
    std::vector<std::uint32_t> eligible;
    for (const std::uint32_t card : waiting_)
      if (may_have(card, band)) eligible.push_back(card);
    std::size_t taken = std::min(most, eligible.size());
    if (taken > 0 && taken < eligible.size()) {
      const std::uint32_t next = eligible[taken];
      while (taken > 0 && level(eligible[taken - 1], next)) --taken;
    }
    eligible.resize(taken);
    give(band, eligible);
  }

  void take_reaching(std::uint16_t band) {
    std::vector<std::uint32_t> reaching;
    for (const std::uint32_t card : waiting_) {
      const bool named = cards_[card].band() == &cards_[card].framework().bands()[band];  // by a veto
      const double total = graded(cards_[card].score(), model_.grade_decimals);
      if (may_have(card, band) && (total >= model_.bands[band].from || named)) reaching.push_back(card);
    }
    give(band, reaching);
  }

  void give(std::uint16_t band, const std::vector<std::uint32_t>& cards) {
    for (const std::uint32_t card : cards) bands_[card] = &model_.bands[band];
    std::erase_if(waiting_, [&](std::uint32_t card) { return std::find(cards.begin(), cards.end(), card) != cards.end(); });
  }

  std::span<const Scorecard> cards_;
  const FrameworkModel& model_;
  std::vector<const Band*> bands_;
  std::vector<std::uint32_t> waiting_;  // the best total first
};

}  // namespace

std::vector<const Band*> distributed_bands(std::span<const Scorecard> cards) { return Distribution(cards).result(); }

}  // namespace rulescore
