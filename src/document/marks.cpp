// A mark is a number in one of a few dresses; the dress gives the rank, the number the place in its list.
// Marks of texts in Latin letters are read in words.cpp. Outside face: find_mark(). Tested by tests/unit/document/marks.cpp.
#include "document/marks.hpp"

#include "document/words.hpp"

namespace rulescore {
namespace {

using enum Rank;
using std::literals::operator""sv;

struct Number {
  std::uint32_t value = 0;
  std::uint32_t length = 0;  // 0 when there is no number
};

class Reader {
 public:
  Reader(const Text& text, Span s) : text_(text), s_(s) {}

  Mark read() const noexcept {
    const char32_t c = at(s_.begin);
    if (c == U'(') return in_brackets();
    if (c == U'第') return ordinal();
    if (is_digit(c)) return arabic();
    if (const Number n = chinese(s_.begin); n.length > 0) return plain(n);
    if (const Mark mark = sequence_word()) return mark;
    return single_character(c);
  }

 private:
  char32_t at(std::uint32_t i) const noexcept { return i < s_.end ? text_.chars[i] : U'\n'; }

  Mark mark(Rank rank, std::uint32_t ordinal, std::uint32_t end) const noexcept {
    while (end < s_.end && is_space(at(end))) ++end;
    return {rank, ordinal, end};
  }

  // 一, or 壹 as on cheques.
  static std::uint32_t digit(char32_t c) noexcept {
    switch (c) {
      case U'一':
      case U'壹':
        return 1;
      case U'二':
      case U'贰':
        return 2;
      case U'三':
      case U'叁':
        return 3;
      case U'四':
      case U'肆':
        return 4;
      case U'五':
      case U'伍':
        return 5;
      case U'六':
      case U'陆':
        return 6;
      case U'七':
      case U'柒':
        return 7;
      case U'八':
      case U'捌':
        return 8;
      case U'九':
      case U'玖':
        return 9;
      default:
        return 0;
    }
  }

  static bool is_formal(char32_t c) noexcept { return U"壹贰叁肆伍陆柒捌玖拾"sv.find(c) != std::u32string_view::npos; }

  // 一 to 九十九.
  Number chinese(std::uint32_t i) const noexcept {
    Number n;
    if (const std::uint32_t d = digit(at(i))) n = {d, 1};
    if (at(i + n.length) != U'十' && at(i + n.length) != U'拾') return n;
    n = {n.length == 0 ? 10 : n.value * 10, n.length + 1};
    if (const std::uint32_t d = digit(at(i + n.length))) n = {n.value + d, n.length + 1};
    return n;
  }

  // 1 to 99.
  Number digits(std::uint32_t i) const noexcept {
    Number n;
    while (is_digit(at(i + n.length)) && n.length < 5)
      n = {n.value * 10 + static_cast<std::uint32_t>(at(i + n.length) - U'0'), n.length + 1};
    return n.value >= 1 && n.value <= 99 && n.length <= 2 ? n : Number{};
  }

  std::uint32_t skip_blanks(std::uint32_t i) const noexcept {
    while (i < s_.end && is_space(at(i))) ++i;
    return i;
  }

  // 一、 一. 一) 一是 一要, but neither 三、四季度 nor 一.五 nor 陆、海、空.
  Mark plain(Number n) const noexcept {
    constexpr std::uint32_t longest_formal = 40;
    const std::uint32_t after = s_.begin + n.length;
    if (is_formal(at(s_.begin)) && s_.size() > longest_formal) return {};
    if (at(after) == U'是' || at(after) == U'要') return mark(item, n.value, after + 1);
    const std::uint32_t sign = skip_blanks(after);
    if (at(sign) == U')') return mark(subsection, n.value, sign + 1);
    if (at(sign) == U'、' && !enumerates(chinese(sign + 1), n)) return mark(part, n.value, sign + 1);
    if (at(sign) == U'.' && chinese(sign + 1).length == 0 && !is_digit(at(sign + 1))) return mark(part, n.value, sign + 1);
    return {};
  }

  // 三、四: the next number follows at once.
  static bool enumerates(Number next, Number n) noexcept { return next.length > 0 && next.value == n.value + 1; }

  // 1. 1、 1) but not 1.5, 3.15 or 3、4月.
  Mark arabic() const noexcept {
    const Number n = digits(s_.begin);
    if (n.length == 0) return {};
    const std::uint32_t sign = skip_blanks(s_.begin + n.length), after = sign + 1;
    if (at(sign) == U')') return mark(item, n.value, at(after) == U'、' ? after + 1 : after);
    if (at(sign) == U'、') return enumerates(digits(after), n) ? Mark{} : mark(paragraph, n.value, after);
    if (at(sign) != U'.' || (is_digit(at(after)) && !is_year(after))) return {};
    return mark(paragraph, n.value, after);
  }

  // 2020年
  bool is_year(std::uint32_t i) const noexcept {
    for (std::uint32_t k = 0; k < 4; ++k) {
      if (!is_digit(at(i + k))) return false;
    }
    return at(i + 4) == U'年';
  }

  Mark in_brackets() const noexcept {
    const std::uint32_t inner = skip_blanks(s_.begin + 1);
    const Number c = chinese(inner), d = digits(inner);
    const std::uint32_t close = skip_blanks(inner + c.length + d.length);
    if (c.length + d.length == 0 || at(close) != U')') return {};
    const std::uint32_t end = at(close + 1) == U'、' || at(close + 1) == U'.' ? close + 2 : close + 1;
    return c.length > 0 ? mark(subsection, c.value, end) : mark(item, d.value, end);
  }

  // 第一, 第二是 第三部分, but neither 第三方 nor 第一、第二产业.
  Mark ordinal() const noexcept {
    const Number n = chinese(s_.begin + 1);
    if (n.length == 0) return {};
    const std::uint32_t after = s_.begin + 1 + n.length;
    const char32_t c = at(after);
    if (c == U',' || c == U':' || c == U'是' || (c == U'、' && at(after + 1) != U'第')) return mark(item, n.value, after + 1);
    if (c == U'部' && at(after + 1) == U'分') return titled(chapter, n, after + 2);
    if (c == U'章' || c == U'编') return titled(chapter, n, after + 1);
    if (c == U'节') return titled(part, n, after + 1);
    return {};
  }

  // 第一章 总则: a label, not the beginning of a sentence about the chapter.
  Mark titled(Rank rank, Number n, std::uint32_t after) const noexcept {
    constexpr std::u32string_view stops = U"。!?;";
    const bool sentence = stops.find(at(s_.end - 1)) != stops.npos;
    if (sentence) return {};
    if (at(after) == U':' || at(after) == U'、' || at(after) == U',') ++after;
    return mark(rank, n.value, after);
  }

  // 首先, 其次, and 其一, 其二,
  Mark sequence_word() const noexcept {
    constexpr std::u32string_view words[] = {U"首先", U"其次", U"再次", U"最后"};
    if (at(s_.begin + 2) != U',' && at(s_.begin + 2) != U':') return {};
    for (std::uint32_t k = 0; k < 4; ++k) {
      if (at(s_.begin) == words[k][0] && at(s_.begin + 1) == words[k][1]) return mark(item, k + 1, s_.begin + 3);
    }
    const std::uint32_t d = at(s_.begin) == U'其' ? digit(at(s_.begin + 1)) : 0;
    return d == 0 ? Mark{} : mark(item, d, s_.begin + 3);
  }

  // ㈠ ㊀ ① ❶ ⑴ ⒈: number and dress in one character. Ⅰ、
  Mark single_character(char32_t c) const noexcept {
    struct Row {
      char32_t first, last;
      Rank rank;
      std::uint32_t from = 1;
    };
    constexpr Row rows[] = {{0x3220, 0x3229, subsection}, {0x3280, 0x3289, subsection}, {0x2460, 0x2473, item},
                            {0x3251, 0x325F, item, 21},   {0x2474, 0x2487, item},       {0x2488, 0x249B, paragraph},
                            {0x24F5, 0x24FE, item},       {0x2776, 0x277F, item},       {0x2780, 0x2789, item},
                            {0x278A, 0x2793, item}};
    if (c < 0x2160 || c > 0x3289) return {};
    for (const Row& row : rows) {
      if (c >= row.first && c <= row.last) return dressed(row.rank, static_cast<std::uint32_t>(c - row.first) + row.from);
    }
    const std::uint32_t sign = skip_blanks(s_.begin + 1);
    const bool roman = c >= 0x2160 && c <= 0x216B && (at(sign) == U'、' || at(sign) == U'.');
    return roman ? mark(part, static_cast<std::uint32_t>(c - 0x2160) + 1, sign + 1) : Mark{};
  }

  // ①、 and ①. as well.
  Mark dressed(Rank rank, std::uint32_t ordinal) const noexcept {
    const char32_t sign = at(s_.begin + 1);
    return mark(rank, ordinal, s_.begin + (sign == U'、' || sign == U'.' ? 2 : 1));
  }

  const Text& text_;
  Span s_;
};

}  // namespace

Mark find_mark(const Text& text, Span s) noexcept {
  return text.latin ? find_word_mark(text, s) : Reader(text, s).read();
}

}  // namespace rulescore
