// See lines.hpp.
#include "document/lines.hpp"

#include "document/split.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::uint32_t longest_date = 40;

std::u32string_view view(const Text& text, Span s) noexcept { return {text.chars.data() + s.begin, s.size()}; }

bool is_closer(char32_t c) noexcept { return c == U'"' || c == U'\'' || c == U')' || c == U'\u3011' || c == U']'; }

bool is_date_mark(char32_t c) noexcept { return c == U'年' || c == U'月' || c == U'-' || c == U'/' || c == U'.'; }

bool is_date_part(char32_t c) noexcept {
  constexpr std::u32string_view others = U"日时分秒:()[]〇零一二三四五六七八九十星期 \t";
  return is_digit(c) || is_date_mark(c) || others.find(c) != others.npos;
}

}  // namespace

bool starts_with(const Text& text, Span s, std::u32string_view words) noexcept { return view(text, s).starts_with(words); }

std::optional<std::uint32_t> find(const Text& text, Span s, std::u32string_view words) noexcept {
  const auto at = view(text, s).find(words);
  if (at == std::u32string_view::npos) return std::nullopt;
  return s.begin + static_cast<std::uint32_t>(at);
}

bool blank_before(const Text& text, std::uint32_t position) noexcept {
  return position > 0 && text.byte_after(position) != text.byte_begin(position);
}

Span without_stop(const Text& text, Span s) noexcept {
  std::uint32_t end = s.end;
  while (end > s.begin && is_closer(text.chars[end - 1])) --end;
  std::uint32_t stop = end;
  const auto stops = [&](char32_t c) { return is_terminator(c) || c == U':' || (text.latin && c == U'.'); };
  while (stop > s.begin && stops(text.chars[stop - 1])) --stop;
  return stop == end ? s : Span{s.begin, stop};
}

bool ends_with_stop(const Text& text, Span s) noexcept {
  std::uint32_t end = s.end;
  while (end > s.begin && is_closer(text.chars[end - 1])) --end;
  if (end == s.begin) return false;
  const char32_t c = text.chars[end - 1];
  return c == U'\u3002' || c == U'!' || c == U'?' || (text.latin && c == U'.');
}

bool ends_with_date(const Text& text, Span s) noexcept {
  std::uint32_t end = s.end;
  while (end > s.begin && is_closer(text.chars[end - 1])) --end;
  int marks = 0;
  std::uint32_t begin = end;
  while (begin > s.begin && (is_digit(text.chars[begin - 1]) || is_date_mark(text.chars[begin - 1]))) {
    marks += !is_digit(text.chars[--begin]);
  }
  return marks == 2 && end - begin >= 8;
}

bool is_time_stamp(const Text& text, Span s) noexcept {
  if (s.size() > longest_date || s.size() < 6) return false;
  const auto chars = view(text, s);
  if (!std::all_of(chars.begin(), chars.end(), is_date_part)) return false;
  return std::count_if(chars.begin(), chars.end(), is_date_mark) >= 2;
}

bool is_address_only(const Text& text, Span s) noexcept {
  const auto chars = view(text, s);
  if (!chars.starts_with(U"http") && !chars.starts_with(U"www.")) return false;
  return std::all_of(chars.begin(), chars.end(), [](char32_t c) { return c > U' ' && c < 0x7F; });
}

bool is_closing_quote(const Text& text, std::uint32_t position) noexcept {
  constexpr std::string_view closing[] = {"\u201D", "\u2019", "\u300D", "\u300F", "\u301E",
                                          "\u301F", "\uFE42", "\uFE44", "\uFF63"};
  if (text.chars[position] != U'"' && text.chars[position] != U'\'') return false;
  const std::string_view written = std::string_view(text.bytes).substr(text.offset[position], 3);
  return std::find(std::begin(closing), std::end(closing), written) != std::end(closing);
}

std::uint32_t count_han(const Text& text, Span s) noexcept {
  const auto chars = view(text, s);
  return static_cast<std::uint32_t>(std::count_if(chars.begin(), chars.end(), is_han));
}

}  // namespace rulescore
