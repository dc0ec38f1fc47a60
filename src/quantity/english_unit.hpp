// What an English figure counts or measures. Tested by tests/unit/quantity/english.cpp.
#pragma once

#include "quantity/english_number.hpp"

#include <string_view>

namespace rulescore::english {

enum class Kind : std::uint8_t {
  none,     // nothing that can be counted stands here
  elided,   // a verb or the end of a clause: what is counted was named before (398 were answered)
  count,    // a noun; `number` when it isn't in the table
  measure,  // %, pp, money, lengths
  period,   // days, hours
};

struct Unit {
  std::string_view name;  // canonical, in the plural; static storage
  Kind kind = Kind::none;
  std::uint32_t end = 0;  // of the expression that a figure makes with it: behind % and days, but before a noun
};

// Of the number that ends at `position`.
Unit unit_behind(const Reader& in, const Number& n) noexcept;

// The counted noun at or shortly behind `position`: no formal complaints.
Unit noun_behind(const Reader& in, std::uint32_t position) noexcept;

// As an author writes it: requests, request, working day, $. Empty when unknown.
std::string_view find_unit(std::string_view written) noexcept;

// Whether it is a counted noun, as the unit `number` of a framework wants.
bool is_counted(std::string_view unit) noexcept;

// For one: 1 request. The name itself when it has no other form.
std::string_view singular(std::string_view unit) noexcept;

}  // namespace rulescore::english
