// The part of a comparison that only two years have: why totals moved, and what was said then and now.
// Tested by tests/unit/render/years_test.cpp.
#pragma once

#include "render/table.hpp"

#include <rulescore/compare.hpp>

#include <string>

namespace rulescore::render {

// A row a cause, the mean over the documents, and what they add up to.
std::string causes_table(const ScoreComparison& comparison, const TableStyle& style);
// A table a document, the largest shift first. Each begins with an empty line.
std::string shifts_tables(const ScoreComparison& comparison, const TableStyle& style);

// What all of a comparison says alike.
std::string arrow(const std::string& before, const std::string& after);  // one of them where they are the same
std::string signed_number(double value, int decimals);
Ink ink_of_change(double value);
std::string label_of(const Results::Row& row);
std::string year_of(const Results::Row& row);

}  // namespace rulescore::render
