// What stops a good grade: which vetoes of a framework fire on a card, and the band that is left. Tested by
// tests/unit/score/veto.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/scorecard.hpp>

#include <span>
#include <vector>

namespace rulescore {

// In the order of the nodes and of what is written there.
std::vector<FiredVeto> fired_vetoes(const FrameworkModel& model, std::span<const NodeScore> nodes,
                                    std::span<const Evidence> items, std::span<const Standing> standings);

// Whether one that rests on evidence alone, not on a score, zeroes the total.
bool zeroed_by_evidence(const FrameworkModel& model, std::span<const NodeScore> nodes, std::span<const Evidence> items,
                        std::span<const Standing> standings);

// The first band a figure reaches, or null. Bands fall.
const Band* band_of(std::span<const Band> bands, double points) noexcept;

// The total as it is graded: rounded half up to so many places. What lies within 1e-9 of a half counts as one.
double graded(double total, std::optional<int> decimals) noexcept;

// The best band the vetoes leave, as an index; 0 without any.
std::size_t best_band_left(std::span<const FiredVeto> vetoes, std::size_t bands) noexcept;

// The band of a total after the vetoes.
const Band* band_after(const FrameworkModel& model, double total, std::span<const FiredVeto> vetoes) noexcept;

}  // namespace rulescore
