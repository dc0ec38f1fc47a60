// Two kinds. Numbered headings carry a mark (marks.cpp), on a line of their own or run in: (一)统筹法治建设,夯实根基。一是…
// Labels are short lines without a final stop, as newspapers write them, or stand in 【】 before their text; they are told from
// list items, table cells and wrapped lines by what stands around them. The first label of a page is its title when other
// headings of the first rank follow. Outside face: find_headings(). Tested by tests/unit/document/headings.cpp.
#include "document/headings.hpp"

#include "document/lines.hpp"
#include "document/marks.hpp"
#include "document/words.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::uint32_t longest_label = 40;
constexpr std::uint32_t longest_title = 80, shortest_title = 10, surely_title = 16;
constexpr std::uint32_t longest_line_heading = 100;  // a numbered line of its own
constexpr std::uint32_t longest_run_in = 60;         // a numbered first sentence
constexpr std::uint32_t longest_label_run = 3;       // more lines of the kind in a row are a list

enum class Role : std::uint8_t { body, label, numbered, title, chrome };

class Finder {
 public:
  Finder(const Text& text, Split& split, const Body& body)
      : text_(text), lines_(split.lines), sentences_(split.sentences), clauses_(split.clauses), body_(body) {}

  std::vector<HeadingAt> find_all() {
    find_roles();
    drop_lists();
    find_title();
    for (std::uint32_t i = 0; i < lines_.size(); ++i) emit(i);
    return std::move(headings_);
  }

 private:
  // Roles

  void find_roles() {
    roles_.assign(lines_.size(), Role::body);
    const bool wrapped = is_hard_wrapped();
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].chrome)
        roles_[i] = Role::chrome;
      else if (find_mark(text_, bare(lines_[i].where)))
        roles_[i] = Role::numbered;
      else if (!wrapped && may_be_label(i))
        roles_[i] = Role::label;
    }
  }

  bool may_be_label(std::uint32_t i) const {
    const LineAt& line = lines_[i];
    const Span s = bare(line.where);
    if (line.count != 1 || s.empty() || !body_.found || i >= body_.last) return false;
    if (s.begin != line.where.begin) return text_.latin || count_han(text_, s) > 0;  // # heading
    if (text_.latin) return reads_like_word_label(text_, s) && !continues_line_above(i);
    const std::uint32_t longest = i < body_.first ? longest_title : longest_label;
    return s.size() <= longest && reads_like_label(s) && !continues_line_above(i);
  }

  bool reads_like_label(Span s) const {
    constexpr std::u32string_view unfinished = U"。;!?,、%…", bullets = U"-·●■◆★";
    constexpr std::uint32_t longest_with_colon = 15;
    const std::u32string_view chars(text_.chars.data() + s.begin, s.size());
    if (bullets.find(chars.front()) != bullets.npos && !chars.starts_with(U"--")) return false;
    if (chars.starts_with(U"图为")) return false;
    const char32_t last = chars.back();
    if (unfinished.find(last) != unfinished.npos || is_digit(last)) return false;
    const auto commas = std::count(chars.begin(), chars.end(), U',');
    if (commas > 2) return false;
    if (last == U':' && (commas > 0 || s.size() > longest_with_colon || is_announcement(chars))) return false;
    const std::uint32_t han = count_han(text_, s);
    return han >= 4 && han * 2 >= s.size();
  }

  // 情况报告如下: and 各区县(市)人民政府: head nothing.
  static bool is_announcement(std::u32string_view chars) {
    constexpr std::u32string_view endings[] = {U"如下:", U"政府:", U"委员会:", U"单位:", U"部门:",
                                               U"厅:",   U"局:",   U"办:",     U"院:"};
    return std::any_of(std::begin(endings), std::end(endings), [&](auto ending) { return chars.ends_with(ending); });
  }

  // A line that breaks off in mid-sentence goes on in the next.
  bool continues_line_above(std::uint32_t i) const {
    if (i == 0 || lines_[i].after_blank || lines_[i - 1].chrome || roles_[i - 1] != Role::body) return false;
    return !ends_with_stop(text_, lines_[i - 1].where) && text_.chars[lines_[i - 1].where.end - 1] != U':';
  }

  // Text cut to a page's width: most long lines break off and go on right below.
  bool is_hard_wrapped() const {
    constexpr std::uint32_t long_line = 20, enough = 6;
    std::uint32_t total = 0, broken = 0;
    for (std::uint32_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].chrome || lines_[i].where.size() < long_line) continue;
      ++total;
      broken += !lines_[i + 1].after_blank && !ends_with_stop(text_, lines_[i].where);
    }
    return broken >= enough && broken * 2 > total;
  }

  void drop_lists() {
    std::uint32_t begin = 0;
    while (begin < roles_.size()) {
      std::uint32_t end = begin;
      while (end < roles_.size() && roles_[end] == Role::label) ++end;
      if (end - begin > longest_label_run) std::fill(roles_.begin() + begin, roles_.begin() + end, Role::body);
      begin = std::max(end, begin + 1);
    }
  }

  // Title

  void find_title() {
    std::uint32_t i = 0;
    while (i < roles_.size() && roles_[i] == Role::chrome) ++i;
    if (i == roles_.size() || roles_[i] != Role::label) return;
    const bool split_title = i + 1 < roles_.size() && roles_[i + 1] == Role::label && is_rest_of_title(i + 1);
    if (!split_title && lines_[i].where.size() < shortest_title) return;
    const bool surely_long = split_title || lines_[i].where.size() >= surely_title;
    if (!other_headings_after(split_title ? i + 1 : i, surely_long ? Rank::item : Rank::part)) return;
    roles_[i] = Role::title;
    while (++i < roles_.size() && (roles_[i] == Role::label || roles_[i] == Role::chrome)) {
      if (roles_[i] == Role::label && is_rest_of_title(i)) roles_[i] = Role::title;
    }
  }

  // Labels, or numbered headings down to a rank. A short first line over (一)(二) may be the heading of a mere excerpt.
  bool other_headings_after(std::uint32_t i, Rank lowest) const {
    for (++i; i < roles_.size(); ++i) {
      if (roles_[i] == Role::label) return true;
      if (roles_[i] == Role::numbered && find_mark(text_, bare(lines_[i].where)).rank <= lowest) return true;
    }
    return false;
  }

  // Titles run over two lines: 海曙区人民政府 / 关于2020年度法治政府建设情况的报告
  bool is_rest_of_title(std::uint32_t i) const {
    if (i >= body_.first) return false;
    const Span s = lines_[i].where;
    const char32_t first = text_.chars[s.begin];
    if (first == U'-' || first == U'(' || starts_with(text_, s, U"关于")) return true;
    constexpr std::u32string_view endings[] = {U"报告", U"总结", U"汇报", U"通报", U"公报", U"情况", U"白皮书"};
    return std::any_of(std::begin(endings), std::end(endings), [&](auto ending) {
      return s.size() >= ending.size() && starts_with(text_, {s.end - static_cast<std::uint32_t>(ending.size()), s.end}, ending);
    });
  }

  // Headings

  void emit(std::uint32_t i) {
    const LineAt& line = lines_[i];
    if (roles_[i] == Role::chrome) return;
    if (roles_[i] == Role::title) {
      sentences_[line.first].heading = true;
    } else if (roles_[i] == Role::label) {
      const Span s = bare(line.where);
      headings_.push_back(
          {line.first, without_stop(text_, s), Rank::label, 0, true, below_heading_, text_.chars[s.begin] == U'【'});
    } else if (const Span label = leading_bracket(line); !label.empty()) {
      headings_.push_back({line.first, label, Rank::label, 0, true, below_heading_, true});
    } else {
      for (std::uint32_t s = line.first; s < line.first + line.count; ++s) emit_numbered(line, s);
    }
    below_heading_ = roles_[i] == Role::label || (roles_[i] == Role::numbered && is_heading_line(line));
  }

  // 【存在问题】基层力量薄弱。 Not 【本报讯】, nor a name with its number.
  Span leading_bracket(const LineAt& line) const {
    constexpr std::uint32_t longest = 20;
    const Span s = line.where;
    if (text_.chars[s.begin] != U'【' || sentences_[line.first].boilerplate) return {};
    const auto close = find(text_, {s.begin, std::min(s.end, s.begin + longest + 2)}, U"】");
    if (!close || *close < s.begin + 3) return {};
    const std::u32string_view inside(text_.chars.data() + s.begin + 1, *close - s.begin - 1);
    return std::all_of(inside.begin(), inside.end(), is_han) && inside.back() != U'讯' ? Span{s.begin, *close + 1} : Span{};
  }

  bool is_heading_line(const LineAt& line) const {
    return line.count == 1 && line.where.size() <= longest_line_heading && !ends_with_stop(text_, line.where);
  }

  void emit_numbered(const LineAt& line, std::uint32_t index) {
    const SentenceAt& sentence = sentences_[index];
    if (sentence.boilerplate) return;
    const bool starts_line = index == line.first;
    const Span s = starts_line ? bare(sentence.where) : sentence.where;
    const Mark mark = find_mark(text_, s);
    if (!mark) return;
    if (mark.rank <= Rank::part && !starts_line && !ends_with_stop(text_, sentences_[index - 1].where)) return;
    headings_.push_back(
        {index, heading_text(line, index, s), mark.rank, mark.ordinal, starts_line, starts_line && below_heading_});
  }

  // The sentence; its first clause when that announces the rest (1.加强领导:…) or the sentence is too long for a heading.
  Span heading_text(const LineAt& line, std::uint32_t index, Span s) const {
    const std::uint32_t longest = line.count == 1 ? longest_line_heading : longest_run_in;
    const ClauseAt* clause = first_clause(index);
    const Span first{s.begin, std::max(clause->where.end, s.begin)};
    const bool titled = text_.latin && line.count == 1 && !ends_with_stop(text_, s);  // Part A: Openness
    const bool announces = text_.chars[clause->where.end - 1] == U':' && !titled;
    const Span whole = without_stop(text_, s);
    if (whole.size() <= longest && !announces) return whole;
    const Span shorter = without_stop(text_, first);
    return text_.chars[shorter.end - 1] == U',' ? Span{shorter.begin, shorter.end - 1} : shorter;
  }

  const ClauseAt* first_clause(std::uint32_t sentence) const {
    return &*std::lower_bound(clauses_.begin(), clauses_.end(), sentence,
                              [](const ClauseAt& clause, std::uint32_t s) { return clause.sentence < s; });
  }

  // Without # and * of Markdown.
  Span bare(Span s) const {
    const auto is_markup = [](char32_t c) { return c == U'#' || c == U'*'; };
    if (!is_markup(text_.chars[s.begin])) return s;
    while (!s.empty() && (is_markup(text_.chars[s.begin]) || is_space(text_.chars[s.begin]))) ++s.begin;
    while (!s.empty() && (is_markup(text_.chars[s.end - 1]) || is_space(text_.chars[s.end - 1]))) --s.end;
    return s;
  }

  const Text& text_;
  std::vector<LineAt>& lines_;
  std::vector<SentenceAt>& sentences_;
  const std::vector<ClauseAt>& clauses_;
  const Body& body_;
  std::vector<Role> roles_;
  std::vector<HeadingAt> headings_;
  bool below_heading_ = false;
};

}  // namespace

std::vector<HeadingAt> find_headings(const Text& text, Split& split, const Body& body) {
  return Finder(text, split, body).find_all();
}

}  // namespace rulescore
