// See fold.hpp. Chinese characters come from han.inc, which han.py writes; the rest is here. The marks of lists (① ㈠ ⑴) stay as
// they are: src/document reads them.
#include "base/fold.hpp"

#include "base/text.hpp"

#include <span>

namespace rulescore {
namespace {

constexpr char16_t invisible = 0;

// [first, last], all read as `to`.
struct Range {
  char16_t first, last, to;
};

constexpr Range ranges[] = {
    // Blanks and line breaks.
    {0x000B, 0x000B, u'\n'},  // vertical tab: a line break inside a paragraph
    {0x0085, 0x0085, u'\n'},  // next line
    {0x00A0, 0x00A0, u' '},   // no-break space
    {0x1680, 0x1680, u' '},
    {0x2000, 0x200A, u' '},   // typographic spaces
    {0x2028, 0x2029, u'\n'},  // line and paragraph separator
    {0x202F, 0x202F, u' '},
    {0x205F, 0x205F, u' '},
    {0x3000, 0x3000, u' '},
    // What has no width or no shape.
    {0x00AD, 0x00AD, invisible},  // soft hyphen
    {0x034F, 0x034F, invisible},
    {0x061C, 0x061C, invisible},
    {0x180B, 0x180F, invisible},
    {0x200B, 0x200F, invisible},  // zero-width, direction marks
    {0x202A, 0x202E, invisible},  // embedding and override marks
    {0x2060, 0x206F, invisible},  // word joiner, isolates
    {0xFE00, 0xFE0F, invisible},  // variation selectors
    {0xFEFF, 0xFEFF, invisible},  // byte order mark
    {0xFFF9, 0xFFFC, invisible},  // annotation marks, the place of an object
    // Hyphens, dashes, minus signs; tildes.
    {0x2010, 0x2015, u'-'},
    {0x2212, 0x2212, u'-'},
    {0x2500, 0x2501, u'-'},
    {0xFE31, 0xFE32, u'-'},
    {0xFE58, 0xFE58, u'-'},
    {0xFE63, 0xFE63, u'-'},
    {0x223C, 0x223C, u'~'},
    {0x301C, 0x301C, u'~'},
    // Quotes: curly, corner, low, upright.
    {0x2018, 0x201B, u'\''},
    {0x201C, 0x201F, u'"'},
    {0x300C, 0x300F, u'"'},
    {0x301D, 0x301F, u'"'},
    {0xFE41, 0xFE44, u'"'},
    {0xFF62, 0xFF63, u'"'},
    // Brackets. 〈〉 stand in 《》 or, in Traditional texts, for them.
    {0x3008, 0x3008, u'\u300A'},
    {0x3009, 0x3009, u'\u300B'},
    {0xFE3D, 0xFE3D, u'\u300A'},
    {0xFE3E, 0xFE3E, u'\u300B'},
    {0xFE3F, 0xFE3F, u'\u300A'},
    {0xFE40, 0xFE40, u'\u300B'},
    {0x3014, 0x3014, u'('},
    {0x3015, 0x3015, u')'},
    {0xFE35, 0xFE35, u'('},
    {0xFE36, 0xFE36, u')'},
    {0xFE39, 0xFE39, u'('},
    {0xFE3A, 0xFE3A, u')'},
    {0xFE3B, 0xFE3B, u'\u3010'},
    {0xFE3C, 0xFE3C, u'\u3011'},
    {0xFE59, 0xFE59, u'('},
    {0xFE5A, 0xFE5A, u')'},
    {0xFE5D, 0xFE5D, u'('},
    {0xFE5E, 0xFE5E, u')'},
    // Stops, upright and small.
    {0x2236, 0x2236, u':'},
    {0xFE10, 0xFE10, u','},
    {0xFE11, 0xFE11, u'\u3001'},
    {0xFE12, 0xFE12, u'\u3002'},
    {0xFE13, 0xFE13, u':'},
    {0xFE14, 0xFE14, u';'},
    {0xFE15, 0xFE15, u'!'},
    {0xFE16, 0xFE16, u'?'},
    {0xFE19, 0xFE19, u'\u2026'},
    {0xFE30, 0xFE30, u':'},
    {0xFE50, 0xFE50, u','},
    {0xFE51, 0xFE51, u'\u3001'},
    {0xFE52, 0xFE52, u'.'},
    {0xFE54, 0xFE54, u';'},
    {0xFE55, 0xFE55, u':'},
    {0xFE56, 0xFE56, u'?'},
    {0xFE57, 0xFE57, u'!'},
    {0xFE62, 0xFE62, u'+'},
    {0xFE6A, 0xFE6A, u'%'},
    {0xFF61, 0xFF61, u'\u3002'},
    {0xFF64, 0xFF64, u'\u3001'},
    // Dots in the middle of a line.
    {0x2022, 0x2022, u'\u00B7'},
    {0x2027, 0x2027, u'\u00B7'},
    {0x30FB, 0x30FB, u'\u00B7'},
    {0xFF65, 0xFF65, u'\u00B7'},
    {0x22EF, 0x22EF, u'\u2026'},
};

constexpr char16_t han_pairs[] =
#include "base/han.inc"
    ;

constexpr void set(FoldTable& table, unsigned c, unsigned to) { table[c] = static_cast<char16_t>(c ^ to); }

constexpr FoldTable make_table() {
  FoldTable table{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) set(table, c, c - 'A' + 'a');
  for (unsigned c = 0xC0; c <= 0xDE; ++c) set(table, c, c == 0xD7 ? c : c + 0x20);  // À to Þ, without ×
  for (unsigned c = '!'; c <= '~'; ++c) set(table, c - '!' + 0xFF01u, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  for (const Range& range : ranges) {
    for (unsigned c = range.first; c <= range.last; ++c) set(table, c, range.to);
  }
  for (std::size_t i = 0; i + 2 < std::size(han_pairs); i += 2) set(table, han_pairs[i], han_pairs[i + 1]);
  return table;
}

}  // namespace

constexpr FoldTable fold_table = make_table();

char32_t fold(char32_t c) noexcept {
  if (c < 0x10000) return fold_basic(c);
  const bool selects_variant = c >= 0xE0100 && c <= 0xE01EF, is_tag = c >= 0xE0000 && c <= 0xE007F;
  return selects_variant || is_tag ? char32_t{invisible} : c;
}

}  // namespace rulescore
