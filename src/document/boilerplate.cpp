// A page has a head, a body and a tail. Some furniture is known wherever it stands (当前位置: …); most words of the kind (来源,
// 地址, 附件) mean it only at the edges, before the first and after the last paragraph that holds a whole sentence. In the tail
// everything below the first piece of furniture is furniture. Body text that merely mentions such a word stays evidence: a line
// with a full stop is never taken for its words inside.
// Outside face: mark_boilerplate(). The words are in chrome.cpp. Tested by tests/unit/document/boilerplate.cpp.
#include "document/boilerplate.hpp"

#include "document/chrome.hpp"
#include "document/lines.hpp"

#include <algorithm>
#include <array>

namespace rulescore {
namespace {

constexpr std::uint32_t longest_furniture = 150;  // characters in a line or sentence of furniture
constexpr std::uint32_t longest_menu_item = 6;
constexpr std::uint32_t shortest_menu = 3;  // items

// The cues by the low byte of their first character: nearly every sentence is done with one look.
class CueIndex {
 public:
  CueIndex() {
    for (const Cue& cue : chrome_cues()) rows_[low_byte(cue.words.front())].push_back(&cue);
  }
  const std::vector<const Cue*>& starting_with(char32_t c) const noexcept { return rows_[low_byte(c)]; }

 private:
  static std::size_t low_byte(char32_t c) noexcept { return c & 0xFFu; }
  std::array<std::vector<const Cue*>, 256> rows_;
};

const CueIndex& cue_index() {
  static const CueIndex index;
  return index;
}

class Page {
 public:
  Page(const Text& text, Split& split) : text_(text), lines_(split.lines), sentences_(split.sentences) {}

  Body mark() {
    for (LineAt& line : lines_) line.chrome = is_furniture(line.where, !holds_sentence(line), false);
    find_body();
    mark_edges();
    mark_link_lists();
    if (body_.found) {
      mark_menus();
      mark_bylines();
      mark_tail();
    }
    mark_sentences();
    return body_;
  }

 private:
  bool holds_sentence(const LineAt& line) const {
    for (std::uint32_t s = line.first; s < line.first + line.count; ++s) {
      if (ends_with_stop(text_, sentences_[s].where)) return true;
    }
    return false;
  }

  // Paragraphs: whole sentences of some length, or too long for furniture.
  bool is_paragraph(const LineAt& line) const {
    constexpr std::uint32_t shortest = 5, longest_label = 80;
    return line.where.size() > longest_label || (line.where.size() >= shortest && holds_sentence(line));
  }

  void find_body() {
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].chrome || !is_paragraph(lines_[i])) continue;
      if (!body_.found) body_.first = i;
      body_.last = i;
      body_.found = true;
    }
  }

  bool in_body(std::uint32_t i) const { return body_.found && i >= body_.first && i <= body_.last; }
  std::uint32_t tail_begin() const { return body_.last + 1; }
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(lines_.size()); }

  void mark_edges() {
    for (std::uint32_t i = 0; i < line_count(); ++i) {
      LineAt& line = lines_[i];
      if (!line.chrome && !in_body(i)) line.chrome = is_furniture(line.where, !holds_sentence(line), true);
    }
  }

  // 相关报道: and the lines below it that look like links.
  void mark_link_lists() {
    bool in_list = false;
    for (LineAt& line : lines_) {
      if (line.chrome) {
        const Cue* cue = first_cue(line.where, true);
        in_list = in_list || (cue != nullptr && cue->kind == CueKind::opener);
        continue;
      }
      in_list = in_list && !holds_sentence(line) && line.where.size() < longest_furniture;
      line.chrome = in_list;
    }
  }

  // Three or more very short lines in a row above the body.
  void mark_menus() {
    std::uint32_t run = 0;
    for (std::uint32_t i = 0; i <= body_.first; ++i) {
      if (i < body_.first && !lines_[i].chrome && is_short_han(lines_[i].where, longest_menu_item)) {
        ++run;
        continue;
      }
      for (std::uint32_t k = i - run; run >= shortest_menu && k < i; ++k) lines_[k].chrome = true;
      run = 0;
    }
  }

  // A name of two or three characters between the title and the body.
  void mark_bylines() {
    bool titled = false;
    for (std::uint32_t i = 0; i < body_.first; ++i) {
      if (lines_[i].chrome) continue;
      if (titled && is_short_han(lines_[i].where, 3)) lines_[i].chrome = true;
      titled = true;
    }
  }

  void mark_tail() {
    bool furniture = false;
    for (std::uint32_t i = tail_begin(); i < line_count(); ++i) {
      furniture = furniture || lines_[i].chrome || ends_with_date(text_, lines_[i].where);
      lines_[i].chrome = furniture;
    }
  }

  void mark_sentences() {
    for (SentenceAt& s : sentences_) {
      const LineAt& line = lines_[s.line];
      s.boilerplate = line.chrome || (line.count > 1 && is_label(s.where));
    }
  }

  bool is_short_han(Span s, std::uint32_t longest) const {
    if (s.size() < 2 || s.size() > longest) return false;
    return std::all_of(text_.chars.begin() + s.begin, text_.chars.begin() + s.end, is_han);
  }

  bool is_furniture(Span s, bool fragment, bool at_edge) const {
    if (s.size() > longest_furniture) return false;
    if (is_label(s) || is_time_stamp(text_, s)) return true;
    if (at_edge && first_cue(s, true) != nullptr) return true;
    return fragment &&
           (is_address_only(text_, s) || is_path(s, at_edge) || is_buttons(s) || is_contents_line(s) || holds_cue(s, at_edge));
  }

  // What is furniture wherever it stands, in the middle of a line, too.
  bool is_label(Span s) const { return s.size() <= longest_furniture && (first_cue(s, false) != nullptr || is_credit(s)); }

  // The cue a stretch begins with, and for which it is furniture.
  const Cue* first_cue(Span s, bool at_edge) const {
    for (const Cue* cue : cues_.starting_with(text_.chars[s.begin])) {
      if (cue->kind == CueKind::inside || !applies(*cue, at_edge) || !starts_with(text_, s, cue->words)) continue;
      const auto after = s.begin + static_cast<std::uint32_t>(cue->words.size());
      if (cue->kind == CueKind::phrase || after == s.end || !is_han(text_.chars[after]) || blank_before(text_, after)) return cue;
    }
    return nullptr;
  }

  bool holds_cue(Span s, bool at_edge) const {
    for (; !s.empty(); ++s.begin) {
      for (const Cue* cue : cues_.starting_with(text_.chars[s.begin])) {
        if (cue->kind == CueKind::inside && applies(*cue, at_edge) && starts_with(text_, s, cue->words)) return true;
      }
    }
    return false;
  }

  static bool applies(const Cue& cue, bool at_edge) noexcept { return at_edge || cue.zone == Zone::anywhere; }

  // 首页>政务公开>法治政府
  bool is_path(Span s, bool at_edge) const {
    const char32_t c = text_.chars[s.begin];
    if (c == U'>' || c == U'\u00BB' || starts_with(text_, s, U"首页>")) return true;
    return at_edge && s.size() <= 80 && (find(text_, s, U">") || find(text_, s, U"\u00BB"));
  }

  // Nothing but words of menus and buttons, and what separates them.
  bool is_buttons(Span s) const {
    bool any = false;
    while (!s.empty()) {
      std::uint32_t longest = 0;
      for (const auto word : chrome_words()) {
        if (word.size() > longest && starts_with(text_, s, word)) longest = static_cast<std::uint32_t>(word.size());
      }
      const char32_t c = text_.chars[s.begin];
      if (longest == 0 && (is_han(c) || is_digit(c) || (c >= U'a' && c <= U'z'))) return false;
      any = any || longest > 0;
      s.begin += std::max(longest, 1u);
    }
    return any;
  }

  // 一、总体情况……1
  bool is_contents_line(Span s) const {
    return is_digit(text_.chars[s.end - 1]) && (find(text_, s, U"\u2026") || find(text_, s, U"..."));
  }

  // (宁波市法制办 供稿)
  bool is_credit(Span s) const {
    if (s.size() > 60) return false;
    const char32_t first = text_.chars[s.begin], last = text_.chars[s.end - 1];
    if (!(first == U'(' && last == U')') && !(first == U'\u3010' && last == U'\u3011')) return false;
    const auto credits = credit_words();
    return std::any_of(credits.begin(), credits.end(), [&](auto word) { return find(text_, s, word).has_value(); });
  }

  const Text& text_;
  std::vector<LineAt>& lines_;
  std::vector<SentenceAt>& sentences_;
  const CueIndex& cues_ = cue_index();
  Body body_;
};

}  // namespace

Body mark_boilerplate(const Text& text, Split& split) { return Page(text, split).mark(); }

}  // namespace rulescore
