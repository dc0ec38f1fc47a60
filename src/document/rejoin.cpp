// Line by line, from the surest sign to the least:
//   - a line that begins with 、 , 。 or a closing bracket goes on; so does one after a line that ends with , 、 or an opening
//   one;
//   - in a text that is broken at a width, a line goes on when it is full and no paragraph, heading or item begins below it;
//   - where paragraphs are indented, what isn't goes on; where blank lines stand between them, whatever has none before it;
//   - a text in Latin letters has rules of its own (words.cpp);
//   - otherwise a line goes on that holds whole sentences, or several commas, but no stop at its end, if the lines below come to
//   one.
// A short line without commas and without a stop is joined to the next only where the layout of all the text says so: elsewhere
// it is a title, a heading, a cell of a table or a button. The thresholds are ours. Outside face: rejoin_lines().
#include "document/rejoin.hpp"

#include "document/layout.hpp"
#include "document/lines.hpp"
#include "document/marks.hpp"
#include "document/words.hpp"

#include <algorithm>
#include <string_view>

namespace rulescore {
namespace {

constexpr std::uint32_t longest_label = 40;  // a line without a comma that may be a heading
constexpr std::ptrdiff_t enough_commas = 3;  // no heading has as many

constexpr std::u32string_view closers = U",。、;:!?)》】%…", openers = U"(《【", pauses = U",、", stops = U"。!?;";

bool any_of(char32_t c, std::u32string_view set) noexcept { return set.find(c) != set.npos; }

bool is_latin(char32_t c) noexcept { return c >= U'a' && c <= U'z'; }

class Rejoiner {
 public:
  Rejoiner(const Text& text, const std::vector<PlainLine>& lines)
      : text_(text), lines_(lines), layout_(text.latin ? Layout{} : find_layout(text, lines)) {
    if (text.latin) layout_.width = width_of_words(text, lines);
  }

  // What stands between lines that go on in each other.
  std::vector<Span> find() {
    std::vector<Span> breaks;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (continues(i))
        breaks.push_back({lines_[i].where.end, lines_[i + 1].where.begin});
      else
        first_ = i + 1;
    }
    return breaks;
  }

 private:
  bool continues(std::size_t i) const {
    const PlainLine &line = lines_[i], &next = lines_[i + 1];
    if (next.after_blank) return false;
    if (text_.latin) return words_go_on(text_, line, next, layout_.width);
    if (is_cut(line, next)) return true;
    const bool full = layout_.width > 0 && layout_.is_full(text_, line, next);
    if (!full && !line.open) return false;
    if (begins_anew(next, full && line.open)) return false;
    if (any_of(view(line).back(), pauses)) return true;
    if (layout_.width > 0) return full && (line.open || layout_.indented || layout_.spaced);
    return !is_link(line) && goes_on_by_content(i);
  }

  // Between a sign and what it can't be parted from.
  bool is_cut(const PlainLine& line, const PlainLine& next) const {
    const char32_t first = view(next).front();
    return any_of(view(line).back(), openers) || any_of(first, closers) ||
           (first == U'"' && is_closing_quote(text_, next.where.begin));
  }

  // 一是 and the like begin a line by chance, too, where lines are cut to a width.
  bool begins_anew(const PlainLine& next, bool cut_off) const {
    if (layout_.is_indented(next) || any_of(view(next).front(), U"#*-·●■◆★>|【")) return true;
    const Mark mark = find_mark(text_, next.where);
    return mark && !(cut_off && mark.rank == Rank::item);
  }

  bool goes_on_by_content(std::size_t i) const {
    const std::u32string_view so_far{text_.chars.data() + lines_[first_].where.begin,
                                     lines_[i].where.end - lines_[first_].where.begin};
    const bool marked = static_cast<bool>(find_mark(text_, lines_[first_].where));
    const bool body = is_body(so_far, marked);
    const bool no_label = body || so_far.size() > longest_label || so_far.find(U',') != so_far.npos;
    if (layout_.indented) return layout_.is_indented(lines_[first_]) && (no_label || layout_.spaced);
    if (layout_.spaced && !marked) return no_label || (layout_.headings_apart && stops_below(i));
    return body && stops_below(i);
  }

  // Headings don't stop inside, hold few commas, and don't end with a figure.
  static bool is_body(std::u32string_view so_far, bool marked) {
    if (so_far.find_first_of(stops) != so_far.npos) return true;
    const auto commas = std::count(so_far.begin(), so_far.end(), U',');
    return !marked && (commas >= enough_commas || (commas > 0 && is_digit(so_far.back())));
  }

  // Whether the lines below come to a stop before one that may be a heading or a cell of a table.
  bool stops_below(std::size_t i) const {
    for (++i; i < lines_.size() && !lines_[i].after_blank && !begins_anew(lines_[i], false); ++i) {
      const std::u32string_view chars = view(lines_[i]);
      if (!lines_[i].open || chars.find_first_of(stops) != chars.npos) return true;
      if (chars.size() <= longest_label && chars.find(U',') == chars.npos) return false;
    }
    return false;
  }

  // Titles of other pages end with a date.
  bool is_link(const PlainLine& line) const { return ends_with_date(text_, line.where); }

  std::u32string_view view(const PlainLine& line) const noexcept {
    return {text_.chars.data() + line.where.begin, line.where.size()};
  }

  const Text& text_;
  const std::vector<PlainLine>& lines_;
  Layout layout_;
  std::size_t first_ = 0;  // the line at which what was joined so far begins
};

// Double spacing: blank lines between nearly all lines part nothing if the lines are wrapped.
void close_up(const Text& text, std::vector<PlainLine>& lines) {
  const auto spaced = std::count_if(lines.begin(), lines.end(), [](const PlainLine& line) { return line.after_blank; });
  const auto open = std::count_if(lines.begin(), lines.end(), [](const PlainLine& line) { return line.open; });
  const auto all = static_cast<std::ptrdiff_t>(lines.size());
  if (spaced * 10 <= all * 9 || open * 2 < all) return;
  std::vector<PlainLine> closer = lines;
  for (PlainLine& line : closer) line.after_blank = false;
  if (find_layout(text, closer).width > 0) lines = std::move(closer);
}

// Whether any line breaks off right above another one: in most texts only titles and headings do.
bool may_go_on(const std::vector<PlainLine>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].open && !lines[i + 1].after_blank) return true;
  }
  return false;
}

class Remover {
 public:
  explicit Remover(Text& text) : text_(text) {}

  // Takes out what stands between two lines; calls come in order.
  void remove(Span between) {
    keep(between.begin);
    const char32_t before = text_.chars[between.begin - 1];
    const bool parts_words = text_.latin ? before != U'-' : is_latin(before) && is_latin(text_.chars[between.end]);
    if (parts_words) {
      text_.chars[size_] = U' ';
      text_.offset[size_++] = text_.offset[between.begin];
    }
    read_ = between.end;
  }

  void finish() {
    const std::uint32_t all = text_.size(), last = text_.offset[all];
    keep(all);
    text_.chars.resize(size_);
    text_.offset.resize(size_ + 1);
    text_.offset[size_] = last;
  }

 private:
  void keep(std::uint32_t end) {
    const auto size = static_cast<std::ptrdiff_t>(size_), from = static_cast<std::ptrdiff_t>(read_),
               to = static_cast<std::ptrdiff_t>(end);
    std::copy(text_.chars.begin() + from, text_.chars.begin() + to, text_.chars.begin() + size);
    std::copy(text_.offset.begin() + from, text_.offset.begin() + to, text_.offset.begin() + size);
    size_ += end - read_;
    read_ = end;
  }

  Text& text_;
  std::uint32_t read_ = 0, size_ = 0;
};

}  // namespace

void rejoin_lines(Text& text) {
  std::vector<PlainLine> lines = read_lines(text);
  close_up(text, lines);
  if (!may_go_on(lines)) return;
  const std::vector<Span> breaks = Rejoiner(text, lines).find();
  if (breaks.empty()) return;
  Remover remover(text);
  for (Span between : breaks) remover.remove(between);
  remover.finish();
}

}  // namespace rulescore
