// Small questions about a stretch of text that the page's furniture and its headings are told by.
// Tested by tests/unit/document/boilerplate.cpp and headings.cpp.
#pragma once

#include "base/text.hpp"

#include <optional>
#include <string_view>

namespace rulescore {

bool starts_with(const Text& text, Span s, std::u32string_view words) noexcept;

// The position of `words` inside the stretch.
std::optional<std::uint32_t> find(const Text& text, Span s, std::u32string_view words) noexcept;

// Whether the file has blanks before this character that decoding took out (分享到 微信).
bool blank_before(const Text& text, std::uint32_t position) noexcept;

// The stretch without a final 。 ! ? ; : and what closes with it.
Span without_stop(const Text& text, Span s) noexcept;

bool ends_with_stop(const Text& text, Span s) noexcept;                    // 。 ! ?
bool ends_with_date(const Text& text, Span s) noexcept;                    // …决定2017-11-03, …[2021/3/1]
bool is_time_stamp(const Text& text, Span s) noexcept;                     // 2021-08-16 15:07, 2021年3月1日
bool is_address_only(const Text& text, Span s) noexcept;                   // http://… or www.… and nothing else
bool is_closing_quote(const Text& text, std::uint32_t position) noexcept;  // folding makes “ and ” one, so the bytes are asked
std::uint32_t count_han(const Text& text, Span s) noexcept;

}  // namespace rulescore
