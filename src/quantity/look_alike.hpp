// Numerals that look like quantities and are none: parts of names, formulas, dates, sessions, set phrases.
// Tested by tests/unit/quantity/look_alike.cpp.
#pragma once

#include "quantity/numeral.hpp"
#include "quantity/unit_table.hpp"

namespace rulescore {

// Joined to letters, signs or other digits: 10+N, 7×24, G20, 0574-12345678, 12·4, 15:07, 1.2.3.
bool is_glued(const Reader& in, const Numeral& numeral) noexcept;

// Past the rest of an identifier or address.
std::uint32_t skip_identifier(const Reader& in, std::uint32_t position) noexcept;

// Stands right behind an opening quotation mark, as the name of a policy does: “三项制度”.
bool is_quoted(const Reader& in, std::uint32_t position) noexcept;

// Stands inside quotation marks, as an item of a slogan does: “零甲、零乙”.
bool is_in_quotes(const Reader& in, std::uint32_t position) noexcept;

// The span is part of a short quoted name: “新十条”, “金融二十三条”.
bool is_quoted_name(const Reader& in, Span span) noexcept;

// Stands right behind a word that a duration follows: 连续, 为期, 聘期.
bool follows_duration_cue(const Reader& in, std::uint32_t position) noexcept;

// A fixed name although figure and unit read like a count: 三位一体, 两个维护, 十六届人大三次会议, 24小时自助, 15分钟…圈.
bool is_set_phrase(const Reader& in, const Numeral& numeral, const UnitEntry& unit, std::uint32_t unit_end) noexcept;

// A point in time or a stretch looked back or ahead over, not a duration that was measured: 2020年, 3月1日, 近两年, 三年行动.
bool is_calendar(const Reader& in, const Numeral& numeral, const UnitEntry& unit, std::uint32_t unit_end) noexcept;

// Behind 《 at `position`: past the title's 》, or the next position when the title isn't closed nearby.
std::uint32_t skip_title(const Reader& in, std::uint32_t position) noexcept;

}  // namespace rulescore
