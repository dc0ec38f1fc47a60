// Rise and fall. The nearest word of change before a figure in its clause governs it when nothing but the name of what changes
// stands between (取消地方设定证明110项) and that name isn't itself a rate that merely has a value. Behind 由 or 从 the word
// comes after the figure (由6个压减至1个). Figures joined to a governed one share its change (新增甲20个、乙100个).
// 清理 shrinks a stock only when it names what is lacking (清理不具备资格的人员): otherwise it is a review.
// Outside face: change_of, follows_change. Tested by tests/unit/quantity/change.cpp.
#include "quantity/change.hpp"

#include "quantity/reader.hpp"
#include "quantity/scan.hpp"

#include <algorithm>
#include <array>

namespace rulescore {
namespace {

constexpr std::uint32_t reach_back = 32, reach_ahead = 24, degree_gap = 12, object_gap = 26, target_gap = 12;

// An act of its own between the word and the figure takes the figure away from the word.
constexpr std::u32string_view acts[] = {U"办结", U"受理", U"审结", U"审理", U"制定", U"出台", U"完成", U"查处", U"召开",
                                        U"举办", U"开展", U"实现", U"涉及", U"保留", U"承接", U"下放", U"化解", U"收到",
                                        U"印发", U"修改", U"修订", U"废止", U"惠及", U"投入", U"解决", U"培训", U"检查",
                                        U"推动", U"覆盖", U"帮助", U"培育", U"其中", U"达到", U"占"};

// Last characters of the names of bodies, posts and places: a list item of 新增甲20个,乙100个.
constexpr std::u32string_view item_endings = U"室站所点村会构织地队员心台窗岗园场厅廊馆院庭组人口栏";

const ChangeWord* word_at(const Reader& in, std::uint32_t position) noexcept {
  for (const ChangeWord& w : change_words) {
    if (in.starts(position, w.word)) return &w;
  }
  return nullptr;
}

bool has_act(const Reader& in, Span gap) noexcept {
  return std::any_of(std::begin(acts), std::end(acts), [&](std::u32string_view act) { return in.contains(gap, act); });
}

// Past 了, 约, 达, 幅度 …: what may stand between a word of change and its figure without naming anything.
std::uint32_t skip_auxiliaries(const Reader& in, std::uint32_t p, std::uint32_t end) noexcept {
  while (p < end) {
    if (any_of(in.at(p), U"了约近达至到为 "))
      ++p;
    else if (in.starts(p, U"幅度"))
      p += 2;
    else if (in.starts(p, U"分别"))
      p += 2;
    else
      break;
  }
  return std::min(p, end);
}

bool is_degree(std::string_view unit) noexcept {
  constexpr std::array<std::string_view, 17> degrees = {"%",      "‰",    "pp",     "倍", "元",      "个位次",
                                                        "位次",   "小时", "个小时", "天", "日",      "个工作日",
                                                        "工作日", "个月", "分钟",   "年", "个百分点"};
  return std::find(degrees.begin(), degrees.end(), unit) != degrees.end();
}

// Whether `word`, which ends where `gap` begins, governs a figure of `unit` behind `gap`.
bool governs(const Reader& in, const ChangeWord& word, Span gap, std::string_view unit) noexcept {
  if (any_of(in.at(gap.begin), U"率值点极")) return false;  // 增长率, 增加值 are names of measures
  if (word.word == U"清理" && !any_of(in.at(gap.begin), U"不没无未")) return false;
  const std::uint32_t rest = skip_auxiliaries(in, gap.begin, gap.end);
  if (rest == gap.end) return true;
  if (word.reach == Reach::adjacent || has_act(in, gap)) return false;
  const bool target = rest > gap.begin && any_of(in.before(rest), U"至到为");
  if (target) return gap.end - rest <= target_gap;
  if (any_of(in.before(gap.end), U"率度达为占比")) return false;  // a rate that has a value: 提高应诉率达98%
  return word.reach == Reach::object ? gap.size() <= object_gap : gap.size() <= degree_gap && is_degree(unit);
}

Change change_before(const Reader& in, const QuantityAt& q, std::uint32_t floor) noexcept {
  const std::uint32_t begin = q.where.begin;
  const std::uint32_t limit = std::max(in.clause_begin(begin, reach_back), floor);
  for (std::uint32_t p = begin; p > limit; --p) {
    if (!has(in.at(p - 1), Trait::change)) continue;
    const ChangeWord* word = word_at(in, p - 1);
    if (word == nullptr) continue;
    const auto end = p - 1 + static_cast<std::uint32_t>(word->word.size());
    if (end > begin) continue;
    return governs(in, *word, {end, begin}, q.unit) ? word->change : Change::none;
  }
  return Change::none;
}

// 由12个减至5个, 从原来的1个月缩短至: the word comes after the figure it starts from.
Change change_after(const Reader& in, const QuantityAt& q) noexcept {
  std::uint32_t p = in.clause_begin(q.where.begin, 12);
  while (p < q.where.begin && !any_of(in.at(p), U"由从自")) ++p;
  if (p == q.where.begin) return Change::none;
  const std::uint32_t end = std::min(q.where.end + reach_ahead, in.size());
  for (p = q.where.end; p < end && !any_of(in.at(p), U"。;\n"); ++p) {
    const ChangeWord* word = has(in.at(p), Trait::change) ? word_at(in, p) : nullptr;
    if (word == nullptr) continue;
    const auto last = p + static_cast<std::uint32_t>(word->word.size());
    if (any_of(in.at(last), U"至到为成") || any_of(in.before(last), U"至到为")) return word->change;
  }
  return Change::none;
}

// The name of a body, post or place, a bracket behind it left out: 省级民主法治村(社区).
bool is_list_item(const Reader& in, Span item) noexcept {
  if (item.size() < 2 || item.size() > 24 || has_act(in, item)) return false;
  const std::u32string_view s = in.slice(item);
  const std::size_t bracket = s.back() == U')' ? s.find(U'(') : s.size();
  if (bracket == 0 || bracket > s.size() || !any_of(s[bracket - 1], item_endings)) return false;
  return std::all_of(s.begin(), s.end(), [](char32_t c) { return is_han(c) || any_of(c, U"()、\""); });
}

// A figure joined to a governed one: 分别增长31%和28%; 新增甲20个,乙100个.
Change change_shared(const Reader& in, const QuantityAt& q, const QuantityAt& previous) noexcept {
  Span between{previous.where.end, q.where.begin};
  if (previous.change == Change::none || between.empty() || !any_of(in.at(between.begin), U"、,和及与")) return Change::none;
  ++between.begin;
  if (between.empty()) return in.before(between.begin) == U',' ? Change::none : previous.change;
  const bool closes =
      has(in.at(q.where.end), Trait::clause_end) || any_of(in.at(q.where.end), U"、和及") || in.at(q.where.end) == 0;
  const bool same = q.unit == previous.unit && closes && is_list_item(in, between);
  return same ? previous.change : Change::none;
}

}  // namespace

Change change_of(const Reader& in, const QuantityAt& q, const QuantityAt* previous) noexcept {
  const std::uint32_t floor = previous == nullptr ? 0 : previous->where.end;
  Change change = change_before(in, q, floor);
  if (change == Change::none) change = change_after(in, q);
  if (change == Change::none && previous != nullptr) change = change_shared(in, q, *previous);
  if (change == Change::none && any_of(in.before(q.where.begin), U"多少")) {
    const Span clause{in.clause_begin(q.where.begin, 16), q.where.begin};
    const bool compared = in.contains(clause, U"比") || in.contains(clause, U"较");
    if (compared) change = in.before(q.where.begin) == U'多' ? Change::increase : Change::decrease;
  }
  return change;
}

bool follows_change(const Reader& in, std::uint32_t position) noexcept {
  std::uint32_t p = position;
  while (p > 0 && position - p < 3 && any_of(in.before(p), U"至到为了近约")) --p;
  return std::any_of(std::begin(change_words), std::end(change_words),
                     [&](const ChangeWord& w) { return in.ends(p, w.word) || in.ends(position, w.word); });
}

}  // namespace rulescore
