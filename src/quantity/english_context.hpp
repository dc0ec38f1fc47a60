// What stands around an English figure: how exactly it is meant, whether it rises or falls, and what makes it no figure at all.
// Tested by tests/unit/quantity/english.cpp.
#pragma once

#include "quantity/bound.hpp"
#include "quantity/english_unit.hpp"
#include "quantity/scan.hpp"

namespace rulescore::english {

// more than, nearly, up to; or more, +.
Qualifier bound_before(const Reader& in, std::uint32_t position) noexcept;
Qualifier bound_behind(const Reader& in, std::uint32_t position) noexcept;

// `where` is the whole expression; `previous` the quantity before it in the text, or null.
Change change_of(const Reader& in, const QuantityAt& quantity, const QuantityAt* previous) noexcept;

// Right behind `from`: a figure that something rose or fell from.
bool is_start(const Reader& in, std::uint32_t position) noexcept;

// Past a number that is none, or `position` when it may be one: dates, years, times, sections, telephone numbers, versions,
// codes.
std::uint32_t skip_look_alike(const Reader& in, const Number& n) noexcept;

}  // namespace rulescore::english
