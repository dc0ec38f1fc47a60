// Scores side by side: one matrix, made once, so that analyses and numpy walk plain doubles. Tested by tests/unit/panel.
#include "panel/quota.hpp"

#include <rulescore/error.hpp>
#include <rulescore/panel.hpp>

#include <string>
#include <utility>

namespace rulescore {

struct Panel::Impl {
  std::vector<Scorecard> cards;
  std::vector<double> scores, totals;
  std::vector<const Band*> bands;
};

namespace {

void check(std::span<const Scorecard> cards) {
  if (cards.empty()) throw UsageError("a panel needs at least one scorecard");
  const Framework& first = cards.front().framework();
  for (const Scorecard& card : cards) {
    if (card.framework().fingerprint() == first.fingerprint()) continue;
    throw UsageError("a panel compares scores under one framework: \"" + cards.front().document().metadata().name +
                     "\" was scored by \"" + first.id() + "\" " + first.fingerprint() + ", \"" + card.document().metadata().name +
                     "\" by \"" + card.framework().id() + "\" " + card.framework().fingerprint());
  }
}

}  // namespace

Panel::Panel(std::vector<Scorecard> cards) {
  check(cards);
  Impl impl;
  const auto indicators = cards.front().framework().indicators();
  impl.scores.reserve(cards.size() * indicators.size());
  impl.totals.reserve(cards.size());
  for (const Scorecard& card : cards) {
    for (const std::uint32_t node : indicators) impl.scores.push_back(card.nodes()[node].score);
    impl.totals.push_back(card.score());
  }
  impl.cards = std::move(cards);
  if (impl.cards.front().framework().quotas().empty()) {
    for (const Scorecard& card : impl.cards) impl.bands.push_back(card.band());
  } else {
    impl.bands = distributed_bands(impl.cards);
  }
  impl_ = std::make_shared<const Impl>(std::move(impl));
}

const Framework& Panel::framework() const noexcept { return impl_->cards.front().framework(); }
std::span<const Scorecard> Panel::cards() const noexcept { return impl_->cards; }
std::size_t Panel::rows() const noexcept { return impl_->cards.size(); }
std::size_t Panel::columns() const noexcept { return framework().indicators().size(); }
std::span<const double> Panel::scores() const noexcept { return impl_->scores; }
std::span<const double> Panel::totals() const noexcept { return impl_->totals; }
std::span<const Band* const> Panel::bands() const noexcept { return impl_->bands; }

}  // namespace rulescore
