// What is said of a single gap, in gaps and in road maps alike.
#pragma once

#include "render/json.hpp"
#include "render/table.hpp"

#include <rulescore/analysis.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace rulescore::render {

// What stands beside every total: how much of the weight was assessed, and what the total could be.
std::string beside_total(const Scorecard& card, const TableStyle& style);
// "+1.00"
std::string signed_points(double points, int decimals);

// "（字节 10–42）": where a piece stands; empty for what has no bytes.
std::string place_of(const Evidence& piece, const TableStyle& style);

// What would close it, the sentence that shows it, what others wrote: lines of a Markdown list. `there` finds the card of a row.
std::string account_of_gap(const Scorecard& card, const Gap& gap, const std::function<const Scorecard&(std::uint32_t)>& there,
                           const TableStyle& style);

// `there`: the card of exemplar.row.
Json exemplar_object(const Exemplar& exemplar, const Scorecard& there);
// `known`: the fingerprints of the card's pieces.
Json piece_or_null(const Scorecard& card, std::uint32_t piece, std::span<const std::string> known);

}  // namespace rulescore::render
