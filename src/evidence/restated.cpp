// One thing said twice, with two figures: in the lead or a heading and again in the body, in the same words; or by one rule, in
// words that name the same thing. Two figures are two things as soon as anything around them differs that might make them so:
// another year or quarter, a place or a body named before them, a target, a comparison, a cumulated figure beside an annual one.
// Its outside faces are add_restated() and two_figures(); tested by tests/unit/evidence/restated.cpp.
#include "document/period.hpp"
#include "evidence/extent.hpp"
#include "evidence/sums.hpp"
#include "framework/model.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace rulescore {
namespace {

using Word = std::u32string_view;

constexpr std::size_t telling = 8;       // Chinese characters that two equal clauses share when they speak of one thing
constexpr std::uint32_t longest = 120;   // a clause in characters
constexpr std::size_t most_levels = 64;  // of one indicator, that are compared
constexpr std::size_t specific = 2;      // that are left of a rate's name when it says by itself whose rate it is

constexpr Word times[] = {U"上年",   U"去年同期", U"同期", U"前年", U"上一年", U"季度", U"上半年",
                          U"下半年", U"月份",     U"当月", U"累计", U"以来",   U"首次", U"试点"};
constexpr Word aims[] = {U"力争", U"目标",   U"确保", U"争取",   U"计划", U"拟",
                         U"要求", U"不低于", U"平均", U"下一步", U"高于", U"低于"};
constexpr Word plans[] = {U"计划", U"打算", U"思路", U"下一步", U"下步", U"安排", U"不足", U"问题", U"目标"};
constexpr Word bodies[] = {U"区", U"县", U"镇", U"乡", U"街道", U"局",   U"厅", U"院",
                           U"委", U"省", U"国", U"初", U"一审", U"二审", U"级"};
constexpr Word openers[] = {U"全年", U"今年", U"去年", U"目前", U"截至目前", U"共",   U"已",   U"全市", U"全区",    U"全县",
                            U"全省", U"我市", U"我区", U"我县", U"本市",     U"年内", U"实现", U"使",   U"行政机关"};
constexpr Word closers[] = {U"达到", U"达", U"为", U"到", U"了", U"保持", U"继续保持",
                            U"均",   U"都", U"已", U"共", U"是", U"继续", U"在"};
constexpr Word any_rate[] = {U"率",   U"办结", U"满意", U"完成", U"化解", U"覆盖", U"及时", U"合格", U"整改",
                             U"回复", U"答复", U"处置", U"知晓", U"参与", U"成功", U"群众", U"企业", U"社会",
                             U"公众", U"按时", U"按期", U"准时", U"问题", U"案件", U"事项", U"纠纷", U"任务",
                             U"调解", U"履约", U"持证", U"配备", U"达标", U"优秀", U"公开", U"总体", U"综合"};

template <std::size_t n>
void strip(Word& words, const Word (&front)[n], bool at_end) {
  for (bool found = true; found;) {
    found = false;
    for (Word word : front) {
      if (!(at_end ? words.ends_with(word) : words.starts_with(word))) continue;
      at_end ? words.remove_suffix(word.size()) : words.remove_prefix(word.size());
      found = true;
    }
  }
}

std::size_t chinese(Word words) noexcept {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char32_t c) { return is_han(c); }));
}

// Whether the name of a rate says by itself what it is the rate of.
bool is_specific(Word name) {
  std::u32string rest(name);
  for (Word word : any_rate)
    for (std::size_t at = rest.find(word); at != rest.npos; at = rest.find(word)) rest.erase(at, word.size());
  return chinese(rest) >= specific;
}

// A figure with what is said around it.
struct Saying {
  const QuantityAt* figure = nullptr;
  Span clause;  // with its comma
  Span quote;   // without
  std::uint32_t sentence = 0;
  std::u32string before, behind;  // the clause's words, without openers and closers that say nothing of the subject
};

class Sayings {
 public:
  explicit Sayings(const DocumentImpl& document) : document_(document), in_(document.text), year_(year_of(document)) {}

  // Nothing when the figure shares its clause with another, or the clause is longer than any that is said twice.
  Saying at(const QuantityAt& figure) const {
    const auto& clauses = document_.structure.clauses;
    const auto clause = std::partition_point(clauses.begin(), clauses.end(),
                                             [&](const ClauseAt& c) { return c.where.end <= figure.where.begin; });
    if (clause == clauses.end() || !clause->where.contains(figure.where) || clause->where.size() > longest) return {};
    const auto& all = document_.quantities;
    const auto next =
        std::partition_point(all.begin(), all.end(), [&](const QuantityAt& q) { return q.where.begin <= figure.where.begin; });
    if (next != all.end() && next->where.begin < clause->where.end) return {};
    if (next - all.begin() > 1 && std::prev(next, 2)->where.end > clause->where.begin) return {};
    Span quote = clause->where;
    while (any_of(in_.at(quote.begin), U" \n\t")) ++quote.begin;
    while (any_of(in_.before(quote.end), U",;:。!? \n\t")) --quote.end;
    Word before = in_.slice({quote.begin, figure.where.begin});
    skip_year(before);
    strip(before, openers, false);
    strip(before, closers, true);
    return {&figure,          clause->where,          quote,
            clause->sentence, std::u32string(before), std::u32string(in_.slice({figure.where.end, quote.end}))};
  }

  // What the two might differ in without the words that name them showing it.
  bool may_differ(const Saying& a, const Saying& b) const {
    if (is_no_level(a) || is_no_level(b)) return true;
    const Word one = sentence(a), other = sentence(b);
    const auto in_one_only = [](Word word, Word x, Word y) { return (x.find(word) != x.npos) != (y.find(word) != y.npos); };
    if (std::any_of(std::begin(times), std::end(times), [&](Word time) { return in_one_only(time, one, other); })) return true;
    if (year(a) != year(b)) return true;
    const Word lead_a = words_before(a), lead_b = words_before(b);
    return std::any_of(std::begin(bodies), std::end(bodies), [&](Word body) { return in_one_only(body, lead_a, lead_b); });
  }

  // The same rate in two sentences: one name, and where the name alone doesn't say whose rate it is, the same words before it.
  bool name_one_thing(const Saying& a, const Saying& b) const {
    if (a.sentence == b.sentence || a.before != b.before || a.behind != b.behind || may_differ(a, b)) return false;
    return is_specific(a.before) || (!context(a).empty() && context(a) == context(b));
  }

  // The clause before, in the same sentence, its figures as #.
  std::u32string context(const Saying& s) const {
    std::u32string words;
    for (char32_t c : words_before(s))
      if (!is_space(c) && !any_of(c, U",;:。")) words += is_digit(c) ? U'#' : c;
    return words;
  }

  bool on_one_line(const Saying& a, const Saying& b) const noexcept {
    const auto& sentences = document_.structure.sentences;
    return sentences[a.sentence].line == sentences[b.sentence].line;
  }

  // The one in a heading, or before the first of them, and the other below.
  bool leads(const Saying& one, const Saying& other) const noexcept {
    const SentenceAt& first = document_.structure.sentences[one.sentence];
    return first.heading || (first.section == 0 && document_.structure.sentences[other.sentence].section != 0);
  }

 private:
  // An aim, a comparison, an earlier time.
  bool is_no_level(const Saying& s) const {
    constexpr Word compared[] = {U"同比", U"由", U"从", U"较"};
    const Word own = in_.slice(s.clause);
    return has_any(own, aims) || has_any(words_before(s), aims) || has_any(own, compared) || has_any(own, times) || is_plan(s);
  }

  Word sentence(const Saying& s) const noexcept { return in_.slice(document_.structure.sentences[s.sentence].where); }

  Word words_before(const Saying& s) const noexcept {
    const Span whole = document_.structure.sentences[s.sentence].where;
    const auto& clauses = document_.structure.clauses;
    const auto clause =
        std::partition_point(clauses.begin(), clauses.end(), [&](const ClauseAt& c) { return c.where.end <= s.clause.begin; });
    if (clause == clauses.begin() || std::prev(clause)->where.begin < whole.begin) return {};
    return in_.slice({std::prev(clause)->where.begin, s.clause.begin});
  }

  bool is_plan(const Saying& s) const {
    const auto& sections = document_.structure.sections;
    for (std::uint32_t i = document_.structure.sentences[s.sentence].section; i != 0; i = sections[i].parent)
      if (has_any(in_.slice(sections[i].heading), plans)) return true;
    return false;
  }

  static void skip_year(Word& words) noexcept {
    const std::size_t digits = std::min(words.find_first_not_of(U"0123456789"), words.size());
    if (digits == 4 && words.substr(digits).starts_with(U"年")) words.remove_prefix(5);
    if (words.starts_with(U"度")) words.remove_prefix(1);
  }

  // The last year named before the figure in its sentence, else the document's own.
  int year(const Saying& s) const noexcept {
    int found = year_;
    for (std::uint32_t i = document_.structure.sentences[s.sentence].where.begin; i < s.figure->where.begin; ++i) {
      std::uint32_t end = 0;
      if (!is_digit(in_.at(i)) || is_digit(in_.before(i))) continue;
      if (const int named = year_at(document_.text, i, s.figure->where.begin, end)) found = named;
    }
    return found;
  }

  const DocumentImpl& document_;
  Reader in_;
  int year_;
};

bool is_exact(const QuantityAt& q) noexcept { return q.bound == Bound::exact && std::isnan(q.value_high); }

// 94.97% and 95% don't: one is the other, rounded.
bool differ(const Text& text, const QuantityAt& a, const QuantityAt& b) noexcept {
  if (a.unit != b.unit || a.change != b.change || !is_exact(a) || !is_exact(b) || extent_of(text, a).meets(extent_of(text, b)))
    return false;
  const double one = last_digit(text, a), other = last_digit(text, b);
  return one == other || a.unit != "%" || std::abs(a.value - b.value) >= std::max(one, other);
}

}  // namespace

void add_restated(const DocumentImpl& document, std::vector<Contradiction>& found) {
  const Sayings sayings(document);
  std::vector<Saying> all;
  for (const QuantityAt& figure : document.quantities) {
    if (!is_exact(figure)) continue;
    Saying s = sayings.at(figure);
    if (s.figure != nullptr && chinese(s.before) + chinese(s.behind) >= telling) all.push_back(std::move(s));
  }
  std::stable_sort(all.begin(), all.end(), [](const Saying& a, const Saying& b) {
    return std::tie(a.figure->unit, a.before, a.behind) < std::tie(b.figure->unit, b.before, b.behind);
  });
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Saying &one = all[i - 1], &other = all[i];
    if (one.before != other.before || one.behind != other.behind || !differ(document.text, *one.figure, *other.figure)) continue;
    if (!sayings.leads(one, other) || sayings.on_one_line(one, other) || sayings.may_differ(one, other)) continue;
    found.push_back(contradiction(document.text, ContradictionKind::restated, one.quote, other.quote, one.figure->value,
                                  other.figure->value, one.figure->unit));
  }
}

namespace {

// The figure a piece of evidence was given, or null: 全覆盖 counts as 100% without one.
const QuantityAt* figure_of(const DocumentImpl& document, const Evidence& piece) noexcept {
  const auto& all = document.public_quantities;
  auto q = std::partition_point(all.begin(), all.end(), [&](const Quantity& quantity) { return quantity.begin < piece.begin; });
  for (; q != all.end() && q->end <= piece.end; ++q)
    if (q->value == piece.value && q->unit == piece.unit) return &document.quantities[static_cast<std::size_t>(q - all.begin())];
  return nullptr;
}

// A level of this place that a rule takes one figure for; a rule that takes every figure asks for several.
bool is_level(const Evidence& piece, const FrameworkModel& model) {
  if (piece.status != Status::achieved || piece.duplicate_of != Evidence::none || piece.scope != Whose::own) return false;
  if (piece.kind != SourceKind::text) return false;
  if (piece.unit != "%" || piece.change != Change::none || piece.indicator >= model.indicators.size()) return false;
  const auto& rules = model.indicators[piece.indicator].rules;
  return piece.rule < rules.size() && rules[piece.rule].value && !rules[piece.rule].value->each;
}

}  // namespace

std::vector<TwoFigures> two_figures(const EvidenceSet& evidence, const FrameworkModel& model) {
  const DocumentImpl& document = evidence.document().impl();
  const Sayings sayings(document);
  const auto items = evidence.items();
  struct Level {
    std::uint32_t item;
    Saying saying;
  };
  std::vector<TwoFigures> found;
  std::vector<Level> levels;  // of the current indicator
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!levels.empty() && items[levels.front().item].indicator != items[i].indicator) levels.clear();
    const QuantityAt* figure = is_level(items[i], model) ? figure_of(document, items[i]) : nullptr;
    if (figure == nullptr) continue;
    Saying saying = sayings.at(*figure);
    const auto other = std::find_if(levels.begin(), levels.end(), [&](const Level& level) {
      return items[level.item].rule == items[i].rule && items[level.item].year == items[i].year &&
             differ(document.text, *level.saying.figure, *figure) && sayings.name_one_thing(level.saying, saying);
    });
    if (other != levels.end()) found.push_back({other->item, i});
    if (other == levels.end() && saying.figure != nullptr && levels.size() < most_levels)
      levels.push_back({i, std::move(saying)});
  }
  return found;
}

}  // namespace rulescore
