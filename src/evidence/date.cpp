// See date.hpp. A date is found at its 月: digits before it, a day and 日 or 号 behind it, perhaps a year in front.
#include "evidence/date.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace rulescore {
namespace {

constexpr std::u32string_view numerals = U"〇一二三四五六七八九";

std::optional<int> digit_of(char32_t c) noexcept {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  const std::size_t at = numerals.find(c);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<int>(at));
}

bool is_figure(char32_t c) noexcept { return digit_of(c) || c == U'十'; }

// 1 to 31, in digits or as 二十八; 0 when it is none.
int number_of(std::u32string_view text) noexcept {
  if (text.empty() || text.size() > 3) return 0;
  int value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = digit_of(text[i]);
    if (text[i] == U'十')
      value = i == 0 ? 10 : value * 10;
    else if (i > 0 && text[i - 1] == U'十')
      value += *digit;
    else
      value = value * 10 + *digit;
  }
  return value;
}

std::optional<DateAt> date_at(const Text& text, Span range, std::uint32_t month_word) {
  constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto blank = [&](std::uint32_t p) { return text.chars[p] == U' '; };
  std::uint32_t begin = month_word;
  while (begin > range.begin && blank(begin - 1)) --begin;
  const std::uint32_t month_end = begin;
  while (begin > range.begin && is_figure(text.chars[begin - 1])) --begin;
  std::uint32_t day = month_word + 1;
  while (day < range.end && blank(day)) ++day;
  std::uint32_t end = day;
  while (end < range.end && is_figure(text.chars[end])) ++end;
  const int month = number_of(std::u32string_view(text.chars.data() + begin, month_end - begin));
  const int of_month = number_of(std::u32string_view(text.chars.data() + day, end - day));
  while (end < range.end && blank(end)) ++end;
  if (end >= range.end || (text.chars[end] != U'日' && text.chars[end] != U'号')) return std::nullopt;
  if (month < 1 || month > 12 || of_month < 1 || of_month > days[static_cast<std::size_t>(month) - 1]) return std::nullopt;
  if (begin > range.begin && text.chars[begin - 1] == U'年') {
    --begin;
    while (begin > range.begin && digit_of(text.chars[begin - 1])) --begin;
  }
  return DateAt{{begin, end + 1}, static_cast<double>(month * 100 + of_month)};
}

}  // namespace

std::vector<DateAt> dates_in(const Text& text, Span range) {
  std::vector<DateAt> dates;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (text.chars[i] != U'月') continue;
    if (const auto date = date_at(text, range, i)) dates.push_back(*date);
  }
  return dates;
}

}  // namespace rulescore
