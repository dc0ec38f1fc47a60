// See listing.hpp. A word such as 其中 opens a list; the last figure of the same unit before it is the total; the figures of that
// unit behind it are the parts, as long as each comes with a short label and nothing says that the text has gone on to another
// matter. Figures that only compare (同比增加12件) are no parts and no totals. Its one outside face is find_listings().
#include "evidence/listing.hpp"

#include "quantity/unit_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rulescore {
namespace {

struct Opening {
  std::u32string_view word;
  Manner manner;
};

constexpr Opening openings[] = {
    {U"其中", Manner::of_which},       {U"分为", Manner::divided},        {U"分成", Manner::divided},
    {U"由", Manner::divided},          {U"包括", Manner::included},       {U"包含", Manner::included},
    {U"涵盖", Manner::included},       {U"具体为", Manner::included},     {U"具体是", Manner::included},
    {U":", Manner::included},          {U"(", Manner::included},          {U"分别为", Manner::respectively},
    {U"分别是", Manner::respectively}, {U"分别有", Manner::respectively}, {U"分别达到", Manner::respectively},
    {U"分别达", Manner::respectively}, {U"分别", Manner::respectively},
};

// What a new statement begins with: no label of a part has them.
constexpr std::u32string_view new_statement[] = {U"累计", U"合计",   U"共计",   U"总计",   U"总共",  U"同比", U"环比", U"全年",
                                                 U"上年", U"去年",   U"今年",   U"本年",   U"新增",  U"目前", U"截至", U"截止",
                                                 U"同时", U"此外",   U"另有",   U"另外",   U"平均",  U"年均", U"其中", U"包括",
                                                 U"分别", U"全市共", U"全省共", U"全县共", U"全区共"};
constexpr std::u32string_view comparisons[] = {U"同比",   U"环比",   U"较上", U"较去", U"较同期", U"较前", U"较20",
                                               U"比上年", U"比去年", U"比20", U"比前", U"同期",   U"上年", U"去年"};
constexpr std::u32string_view remainders[] = {U"其余", U"余下", U"剩余", U"剩下", U"其他", U"其它"};
constexpr std::u32string_view last_ones[] = {U"其余", U"余下", U"剩余", U"剩下"};
constexpr std::u32string_view closings[] = {U"共计", U"合计", U"总计", U"总共", U"共"};
constexpr std::u32string_view closed_over[] = {U"以上", U"上述", U"各类", U"各项", U"两类", U"两项", U"二项", U"三类",
                                               U"三项", U"四类", U"四项", U"五类", U"五项", U"两者", U"三者"};
constexpr std::u32string_view composed[] = {U"组成", U"构成"};
constexpr std::u32string_view never_added[] = {U"%", U"‰", U"个百分点", U"倍", U"分", U"位次", U"个位次"};

constexpr std::uint32_t longest_label = 24;
constexpr std::uint32_t longest_gap = 400;     // between two parts, brackets included
constexpr std::size_t most_openings = 32;      // of one passage
constexpr std::uint32_t longest_tail = 8;      // of the total's clause before a colon
constexpr std::uint32_t longest_between = 60;  // characters from a total to the word that opens its list

std::u32string_view without_joint(std::u32string_view label) noexcept {
  for (std::u32string_view joint : {U"以及", U"和", U"及", U"与", U"、"}) {
    if (label.starts_with(joint)) return label.substr(joint.size());
  }
  return label;
}

// What stands between one part's figure and the next one's.
struct Gap {
  Span label;
  bool leads_on = false;    // the next figure continues the list
  bool other_text = false;  // a clause without a figure stands between
  char32_t strongest = 0;   // ; or 。 when there is one
};

class Finder {
 public:
  explicit Finder(const Passage& passage) : p_(passage) {}

  std::vector<Listing> all() && {
    for (std::uint32_t i = p_.where().begin; i < p_.where().end; ++i) {
      for (const Opening& opening : openings) {
        if (!p_.in().starts(i, opening.word)) continue;
        if (openings_++ < most_openings) open_list(opening, i);
        break;
      }
    }
    for (std::uint32_t i = 0; i < p_.items().size(); ++i) close_list(i);
    for (std::uint32_t i = 0; i < p_.items().size(); ++i) remainder(i), cleanup(i);
    return std::move(found_);
  }

 private:
  const QuantityAt& figure(std::uint32_t i) const noexcept { return p_.figure(i); }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(p_.items().size()); }

  // Not a difference to another time.
  bool is_level(std::uint32_t i) const noexcept {
    std::uint32_t begin = figure(i).where.begin;
    while (begin > p_.where().begin && !any_of(p_.in().before(begin), U",;:。()、")) --begin;
    return !has_any(p_.slice({begin, figure(i).where.begin}), comparisons);
  }
  bool counts_with(std::uint32_t i, std::uint32_t other) const noexcept {
    return same_unit(figure(i), figure(other)) && is_level(i);
  }

  void open_list(const Opening& opening, std::uint32_t at) {
    const bool by_mark = opening.word == U":" || opening.word == U"(";  // 86件(公安40件、人社46件)
    const std::uint32_t bracket = p_.bracket_at(opening.word == U"(" ? at + 1 : at);
    std::uint32_t from = at + static_cast<std::uint32_t>(opening.word.size());
    while (any_of(p_.in().at(from), U",: ")) ++from;
    const auto first = std::find_if(p_.items().begin(), p_.items().end(), [&](const Item& item) {
      return item.figure->where.begin >= from && item.bracket == bracket;
    });
    if (first == p_.items().end()) return;
    Listing list;
    list.manner = opening.manner;
    const auto first_item = static_cast<std::uint32_t>(first - p_.items().begin());
    if (opening.manner == Manner::respectively && figure(first_item).where.begin != from) return;
    const auto total = total_before(at, first_item, bracket);
    if (!total) return;
    list.total = *total;
    list.between = {figure(*total).where.end, at};
    list.adjacent = is_adjacent(list.between);
    if (p_.in().contains(list.between, U"其中") && !is_led_by_which(list)) return;
    if (by_mark && (!list.adjacent || list.between.size() > longest_tail)) return;
    const bool semicolons = p_.in().before(from) == U':' || opening.word == U":";
    walk(list, first_item, from, bracket, semicolons);
    if (list.parts.empty()) return;
    if (opening.word == U"由" && !starts_with_any(p_.slice({list.where.end, p_.where().end}), composed)) return;
    found_.push_back(std::move(list));
  }

  // 其中包括 and 其中: open one list, and 其中 says how complete it is; in 其中A、B分别为 it speaks with 分别.
  static bool is_led_by_which(Listing& list) noexcept {
    if (list.manner != Manner::respectively) return false;
    list.manner = Manner::of_which;
    return true;
  }

  // The last figure before `at` that counts in the unit of the first part; that of the text around when the list fills a bracket.
  std::optional<std::uint32_t> total_before(std::uint32_t at, std::uint32_t first, std::uint32_t bracket) const {
    std::uint32_t outer = bracket;
    std::uint32_t edge = at;
    if (bracket != 0 && p_.trimmed({p_.bracket_begin(bracket), at}).empty()) {
      edge = p_.bracket_begin(bracket);
      outer = p_.bracket_at(edge);
    }
    for (std::uint32_t i = first; i-- > 0;) {
      if (figure(i).where.end > edge || p_.items()[i].bracket != outer || !counts_with(i, first)) continue;
      if (edge - figure(i).where.end > longest_gap) return std::nullopt;
      const std::u32string between = p_.outside_brackets({figure(i).where.end, edge});
      const auto stop = between.find(U'。');
      const bool leads_on = stop == between.npos || (stop + 1 == between.size() && p_.in().starts(at, U"其中"));
      return leads_on && between.size() <= longest_between ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  // Every clause between but the rest of the total's own has a figure: 86件案件,同比增长20%,其中.
  bool is_adjacent(Span between) const noexcept {
    const Gap gap = read_gap(between);
    return !gap.other_text && gap.label.empty();
  }

  Gap read_gap(Span gap) const noexcept {
    Gap g;
    bool own = true, has_figure = false, label_has_figure = false;
    std::uint32_t clause = gap.begin, label = gap.begin;
    for (std::uint32_t i = gap.begin; i < gap.end;) {
      const std::uint32_t past = past_nested(i, gap);
      if (past > i) {
        label_has_figure |= p_.in().at(i) != U'(';
        has_figure |= label_has_figure;
        i = past;
        continue;
      }
      const char32_t c = p_.in().at(i++);
      if (c == U'、') label = i, label_has_figure = false;
      if (!any_of(c, U",;:。\n")) continue;
      g.other_text |= !own && !has_figure && !p_.trimmed({clause, i}).empty();
      if (c != U',' && c != U':' && g.strongest != U'。') g.strongest = c;
      clause = label = i;
      own = has_figure = label_has_figure = false;
    }
    g.label = label_has_figure ? Span{gap.end, gap.end} : p_.trimmed({label, gap.end});
    return g;
  }

  // Behind a bracket or a figure that begins at `position` and ends inside `within`.
  std::uint32_t past_nested(std::uint32_t position, Span within) const noexcept {
    for (const Item& item : p_.items()) {
      if (item.figure->where.begin == position) return std::min(item.figure->where.end, within.end);
    }
    if (p_.in().at(position) != U'(') return position;
    const std::uint32_t bracket = p_.bracket_at(position + 1);
    return bracket == 0 ? position : std::min(p_.bracket_end(bracket), within.end);
  }

  bool leads_on(const Listing& list, const Gap& gap, Span span, bool semicolons) const {
    if (gap.strongest == U'。' || (gap.strongest == U';' && !semicolons) || gap.other_text) return false;
    if (gap.label.size() > longest_label) return false;
    const std::u32string words = p_.outside_brackets(span);
    if (has_any(words, new_statement) || p_.slice(gap.label) == U"共") return false;
    return list.manner != Manner::respectively || list.parts.empty() || words.size() <= 3;
  }

  void walk(Listing& list, std::uint32_t first, std::uint32_t from, std::uint32_t bracket, bool semicolons) {
    std::uint32_t end = from;
    for (std::uint32_t i = first; i < size(); ++i) {
      if (p_.items()[i].bracket != bracket || !same_unit(figure(i), figure(list.total))) continue;
      const Span span{end, figure(i).where.begin};
      if (span.size() > longest_gap) return;
      const Gap gap = read_gap(span);
      if (!leads_on(list, gap, span, semicolons) || !is_level(i)) {
        list.open = gap.strongest != U'。' && !is_total_word(gap.label);
        return;
      }
      const Span label = label_of(i, gap.label);
      if (list.parts.empty()) list.where.begin = gap.label.empty() ? figure(i).where.begin : gap.label.begin;
      list.parts.push_back({i, label});
      list.where.end = end = figure(i).where.end;
      if (is_remainder(p_.slice(label))) return;
    }
  }

  bool is_total_word(Span label) const noexcept { return starts_with_any(p_.slice(label), closings); }

  // 12件市政府规范性文件 is labelled behind the figure.
  Span label_of(std::uint32_t i, Span before) const noexcept {
    if (!before.empty()) {
      const std::u32string_view words = p_.slice(before);
      before.begin += static_cast<std::uint32_t>(words.size() - without_joint(words).size());
      return before;
    }
    Span behind{figure(i).where.end, figure(i).where.end};
    while (behind.end < p_.where().end && !any_of(p_.in().at(behind.end), U",;:。、()\n")) ++behind.end;
    return behind;
  }

  // A 40件,B 46件,共86件: nothing but 共 and its like between the comma and the figure.
  void close_list(std::uint32_t last) {
    std::uint32_t begin = figure(last).where.begin;
    while (begin > p_.where().begin && !any_of(p_.in().before(begin), U",;:。()、\n")) --begin;
    std::u32string_view words = p_.slice(p_.trimmed({begin, figure(last).where.begin}));
    for (std::u32string_view over : closed_over) {
      if (words.starts_with(over)) words.remove_prefix(over.size());
    }
    if (std::find(std::begin(closings), std::end(closings), words) == std::end(closings)) return;
    Listing list;
    list.manner = Manner::closing;
    list.total = last;
    std::uint32_t end = begin;
    for (std::uint32_t i = last; i-- > 0;) {
      if (p_.items()[i].bracket != p_.items()[last].bracket || !same_unit(figure(i), figure(last))) continue;
      const Span span{figure(i).where.end, end};
      const Gap gap = read_gap(span);
      if (gap.strongest != 0 || gap.other_text || has_any(p_.outside_brackets(span), new_statement)) break;
      if (!is_level(i)) break;
      const Span label = label_before(i);
      list.parts.insert(list.parts.begin(), {i, label_of(i, label)});
      list.where.begin = label.empty() ? figure(i).where.begin : label.begin;
      end = label.begin;
      if (list.parts.size() == 1) list.where.end = figure(i).where.end;
    }
    if (list.parts.size() > 1) found_.push_back(std::move(list));
  }

  Span label_before(std::uint32_t i) const noexcept {
    Span label{figure(i).where.begin, figure(i).where.begin};
    while (label.begin > p_.where().begin && !any_of(p_.in().before(label.begin), U",;:。、()\n")) {
      const auto inside = std::find_if(p_.items().begin(), p_.items().end(),
                                       [&](const Item& item) { return item.figure->where.end == label.begin; });
      if (inside != p_.items().end()) break;
      --label.begin;
    }
    return p_.trimmed(label);
  }

  // 受理86件,办结79件,其余7件正在审理: just these three in their sentence.
  void remainder(std::uint32_t last) {
    if (!starts_with_any(p_.slice(label_before(last)), last_ones)) return;
    std::vector<std::uint32_t> before;
    for (std::uint32_t i = last; i-- > 0;) {
      if (p_.in().contains({figure(i).where.end, figure(last).where.begin}, U"。")) break;
      if (counts_with(i, last)) before.push_back(i);
    }
    if (before.size() != 2 || figure(before[0]).value > figure(before[1]).value) return;
    const Span whole{figure(before[1]).where.end, figure(last).where.begin};
    if (p_.in().contains(whole, U";") || p_.in().contains(whole, U"其中")) return;
    Listing list;
    list.manner = Manner::remainder;
    list.total = before[1];
    list.between = {figure(before[1]).where.end, figure(before[1]).where.end};
    list.parts = {{before[0], label_of(before[0], label_before(before[0]))}, {last, label_before(last)}};
    list.where = {list.parts[0].label.begin, figure(last).where.end};
    list.where.begin = std::min(list.where.begin, figure(before[0]).where.begin);
    found_.push_back(std::move(list));
  }

  // 清理213件,拟继续有效144件,拟废止67件,拟修改2件: parts without a word that opens them. Whether they are all, sums.cpp asks.
  void cleanup(std::uint32_t total) {
    const Span clause = p_.clause_of(total);
    if (!p_.in().contains(clause, U"清理") || total + 1 >= size() || !is_level(total)) return;
    Listing list;
    list.manner = Manner::cleanup;
    list.total = total;
    list.between = {figure(total).where.end, figure(total).where.end};
    walk(list, total + 1, figure(total).where.end, p_.items()[total].bracket, false);
    if (list.parts.size() > 2) found_.push_back(std::move(list));
  }

  const Passage& p_;
  std::size_t openings_ = 0;
  std::vector<Listing> found_;
};

}  // namespace

bool is_remainder(std::u32string_view label) noexcept { return starts_with_any(label, remainders); }

bool same_unit(const QuantityAt& a, const QuantityAt& b) noexcept {
  const auto is_person = [](std::string_view unit) { return unit == "人" || unit == "名" || unit == "位"; };
  if (a.unit != b.unit) return is_person(a.unit) && is_person(b.unit);
  const auto units = all_units();
  const auto entry = std::find_if(units.begin(), units.end(), [&](const UnitEntry& u) { return u.name == a.unit; });
  if (entry == units.end() || entry->kind == UnitKind::period) return false;
  return std::find(std::begin(never_added), std::end(never_added), entry->written) == std::end(never_added);
}

std::vector<Listing> find_listings(const Passage& passage) { return Finder(passage).all(); }

}  // namespace rulescore
