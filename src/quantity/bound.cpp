// Bounds. A negation flips a bound (不超过 is at_most), so the longer word is always tried first; 约, 近, 超 and 上 are halves of
// many other words (节约, 附近, 网上), which the character before gives away. Outside face: qualifier_before,
// qualifier_after. Tested by tests/unit/quantity/bound.cpp.
#include "quantity/bound.hpp"

namespace rulescore {
namespace {

struct BoundWord {
  std::u32string_view word;
  Bound bound;
  std::u32string_view not_after = {};   // before the figure: characters in front that make another word
  std::u32string_view not_before = {};  // behind the figure: characters that follow another word
};

// Longest first.
constexpr BoundWord words_before[] = {
    {U"至少有", Bound::at_least},
    {U"最多有", Bound::at_most},
    {U"不得超过", Bound::at_most},
    {U"不得低于", Bound::at_least},
    {U"不得少于", Bound::at_least},
    {U"不超过", Bound::at_most},
    {U"未超过", Bound::at_most},
    {U"不高于", Bound::at_most},
    {U"不多于", Bound::at_most},
    {U"不大于", Bound::at_most},
    {U"不低于", Bound::at_least},
    {U"不少于", Bound::at_least},
    {U"不小于", Bound::at_least},
    {U"不下于", Bound::at_least},
    {U"不逾", Bound::at_most},
    {U"不超", Bound::at_most},
    {U"最多", Bound::at_most},
    {U"至多", Bound::at_most},
    {U"不到", Bound::at_most},
    {U"不足", Bound::at_most},
    {U"不满", Bound::at_most},
    {U"低于", Bound::at_most},
    {U"少于", Bound::at_most},
    {U"小于", Bound::at_most},
    {U"超过", Bound::at_least},
    {U"超出", Bound::at_least},
    {U"高于", Bound::at_least},
    {U"大于", Bound::at_least},
    {U"多于", Bound::at_least},
    {U"至少", Bound::at_least},
    {U"最少", Bound::at_least},
    {U"突破", Bound::at_least},
    {U"不下", Bound::at_least},
    {U"不止", Bound::at_least},
    {U"大约", Bound::about},
    {U"约为", Bound::about},
    {U"约占", Bound::about},
    {U"将近", Bound::about},
    {U"接近", Bound::about},
    {U"大概", Bound::about},
    {U"逾", Bound::at_least},
    {U"超", Bound::at_least, U"赶反高"},
    {U"约", Bound::about, U"节签履违公合契制条预集简失缔守邀"},
    {U"近", Bound::about, U"附最邻临亲就靠贴远相"},
};

// Only in front of a bare 百, 千, 万, 亿 (上万名, 过亿元).
constexpr BoundWord words_before_power[] = {
    {U"上", Bound::at_least, U"网线以路街掌会场车身马晚早手地之加百千"},
    {U"过", Bound::at_least, U"通经不越渡"},
};

// In front of a numeral that begins with 十, 百, 千, 万, 亿 (数十起, 几百家).
constexpr BoundWord words_of_some[] = {
    {U"数", Bound::at_least, U"总指基系"},
    {U"几", Bound::at_least, U"十百千第"},
};

constexpr BoundWord words_after[] = {
    {U"及以上", Bound::at_least},
    {U"及以下", Bound::at_most},
    {U"以上", Bound::at_least},
    {U"以内", Bound::at_most},
    {U"之内", Bound::at_most},
    {U"左右", Bound::about},
    {U"以下", Bound::at_most, {}, U"简几内列"},
    {U"上下", Bound::about, {}, U"联级班游"},
};

template <std::size_t size>
Qualifier find_before(const Reader& in, std::uint32_t position, const BoundWord (&words)[size]) noexcept {
  const std::uint32_t end = in.skip_spaces_back(position);
  for (const BoundWord& w : words) {
    if (!in.ends(end, w.word)) continue;
    const auto edge = end - static_cast<std::uint32_t>(w.word.size());
    if (!any_of(in.before(edge), w.not_after)) return {edge, w.bound, true};
  }
  return {position, Bound::exact, false};
}

}  // namespace

Qualifier qualifier_before(const Reader& in, const Numeral& numeral) noexcept {
  const std::uint32_t begin = numeral.digits.begin;
  if (numeral.chinese && (numeral.bare_power || in.at(begin) == U'十')) {
    Qualifier some = find_before(in, begin, words_of_some);
    if (!some.found && numeral.bare_power) some = find_before(in, begin, words_before_power);
    if (some.found) return some;
  }
  return find_before(in, begin, words_before);
}

Qualifier qualifier_after(const Reader& in, std::uint32_t end) noexcept {
  const std::uint32_t p = in.skip_spaces(end);
  if (!any_of(in.at(p), U"及以之左上")) return {end, Bound::exact, false};
  for (const BoundWord& w : words_after) {
    const auto edge = p + static_cast<std::uint32_t>(w.word.size());
    if (in.starts(p, w.word) && !any_of(in.at(edge), w.not_before)) return {edge, w.bound, true};
  }
  return {end, Bound::exact, false};
}

}  // namespace rulescore
