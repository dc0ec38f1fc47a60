// What a first look at scorecards shows, whatever it is printed as: one row a card, one column a level-1 group.
#pragma once

#include "render/table.hpp"

#include <rulescore/scorecard.hpp>

#include <span>
#include <string>

namespace rulescore::render {

TextTable totals_table(std::span<const Scorecard> cards, const TableStyle& style);
TextTable groups_table(std::span<const Scorecard> cards, const TableStyle& style);

// "E 62%", "B, F 0%": the groups with the highest (lowest) score, ties together, three named at most.
std::string strongest(const Scorecard& card);
std::string weakest(const Scorecard& card);

}  // namespace rulescore::render
