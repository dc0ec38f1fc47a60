// See layout.hpp. All thresholds are ours; they were set on the seeds, wrapped at every width from 20 to 60.
#include "document/layout.hpp"

#include "document/lines.hpp"
#include "document/split.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::uint32_t shortest_width = 14;  // characters: shorter lines of one length are a table or a list
constexpr std::uint32_t shortest_paragraph = 6;
constexpr std::uint32_t enough_lines = 3;    // to speak of a habit
constexpr std::uint32_t character_play = 2;  // characters a wrapped line may lack
constexpr std::uint32_t column_play = 4;     // columns likewise

bool is_break(char32_t c) noexcept { return c == U'\n' || c == U'\f'; }

std::uint32_t columns_of(const Text& text, std::uint32_t begin, std::uint32_t end) noexcept {
  std::uint32_t columns = 0;
  for (; begin < end; ++begin) columns += text.byte_after(begin + 1) - text.byte_begin(begin) >= 3 ? 2 : 1;
  return columns;
}

bool is_open(const Text& text, Span s) noexcept { return !ends_with_stop(text, s) && without_stop(text, s) == s; }

PlainLine read_line(const Text& text, Span s, bool after_blank) noexcept {
  const std::uint32_t begin = s.begin;
  while (s.begin < s.end && is_space(text.chars[s.begin])) ++s.begin;
  while (s.begin < s.end && is_space(text.chars[s.end - 1])) --s.end;
  PlainLine line;
  line.where = s;
  line.indent = s.begin - begin;
  line.after_blank = after_blank;
  line.open = !s.empty() && is_open(text, s);
  return line;
}

// The commonest of the lengths, give or take `play` below it, and how many have it.
struct Peak {
  std::uint32_t length = 0, count = 0, exact = 0;
};

Peak find_peak(std::vector<std::uint32_t> lengths, std::uint32_t play) {
  std::sort(lengths.begin(), lengths.end());
  Peak best;
  for (auto last = lengths.begin(); last != lengths.end();) {
    const auto next = std::upper_bound(last, lengths.end(), *last);
    const auto first = std::lower_bound(lengths.begin(), next, *last > play ? *last - play : 0);
    const auto count = static_cast<std::uint32_t>(next - first);
    if (count > best.count) best = {*last, count, static_cast<std::uint32_t>(next - last)};
    last = next;
  }
  return best;
}

class LayoutReader {
 public:
  LayoutReader(const Text& text, std::span<const PlainLine> lines) : text_(text), lines_(lines) {}

  Layout read() {
    find_margin();
    find_paragraph_habits();
    find_heading_habits();
    find_width();
    return layout_;
  }

 private:
  void find_margin() {
    const auto nearer = [](const PlainLine& a, const PlainLine& b) { return a.indent < b.indent; };
    layout_.margin = std::min_element(lines_.begin(), lines_.end(), nearer)->indent;
  }

  // What stands after a line that ends with a stop begins a paragraph, most of the time.
  void find_paragraph_habits() {
    std::uint32_t begun = 0, indented = 0, spaced = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i - 1].open || lines_[i].where.size() < shortest_paragraph) continue;
      ++begun;
      indented += lines_[i].indent >= layout_.margin + 2;
      spaced += lines_[i].after_blank;
    }
    layout_.indented = indented >= enough_lines && indented * 5 >= begun * 2;
    layout_.spaced = spaced >= enough_lines && spaced * 5 >= begun * 2;
  }

  // Short lines without any punctuation: how many stand alone, how many right above others.
  void find_heading_habits() {
    constexpr std::uint32_t longest = 40;
    std::uint32_t alone = 0, above = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const PlainLine& line = lines_[i];
      const std::u32string_view chars(text_.chars.data() + line.where.begin, line.where.size());
      if (!line.open || !line.after_blank || chars.size() > longest || chars.find_first_of(U",。;") != chars.npos) continue;
      ++(lines_[i + 1].after_blank ? alone : above);
    }
    layout_.headings_apart = layout_.spaced && alone >= 2 && alone >= above;
  }

  // Lines of one length that break off, with sentences inside, and hardly any that are longer.
  void find_width() {
    std::vector<std::uint32_t> characters, columns;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!lines_[i].open || lines_[i + 1].after_blank || lines_[i].where.size() < shortest_width) continue;
      characters.push_back(lines_[i].characters());
      columns.push_back(lines_[i].columns(text_));
    }
    const auto broken = static_cast<std::uint32_t>(characters.size());
    const Peak by_character = find_peak(characters, character_play), by_column = find_peak(columns, column_play);
    layout_.in_columns = by_column.count > by_character.count;
    const Peak peak = layout_.in_columns ? by_column : by_character;
    if (peak.count < 2 || peak.count * 2 < broken || !is_prose(peak)) return;
    layout_.width = peak.length;
    layout_.strict = peak.exact * 5 >= peak.count * 4;
  }

  // Sentences that stop somewhere: no list, no table of contents.
  bool is_prose(const Peak& peak) const {
    std::uint32_t longer = 0, all = 0, as_long = 0, punctuated = 0, stopped = 0;
    for (const PlainLine& line : lines_) {
      const std::uint32_t length = layout_.in_columns ? line.columns(text_) : line.characters();
      const std::uint32_t play = layout_.in_columns ? column_play : character_play;
      ++all;
      stopped += !line.open;
      longer += length > peak.length + play;
      if (length + play < peak.length || length > peak.length + play) continue;
      ++as_long;
      const std::u32string_view chars(text_.chars.data() + line.where.begin, line.where.size());
      punctuated += chars.find_first_of(U",。;") != chars.npos;
    }
    return longer * 10 <= all && punctuated * 2 > as_long && stopped * 20 > as_long;
  }

  const Text& text_;
  std::span<const PlainLine> lines_;
  Layout layout_;
};

}  // namespace

std::vector<PlainLine> read_lines(const Text& text) {
  std::vector<PlainLine> lines;
  lines.reserve(text.size() / 64 + 8);
  const char32_t* const chars = text.chars.data();
  bool blank = true;
  for (std::uint32_t at = 0;; ++at) {
    const auto stop = static_cast<std::uint32_t>(std::find_if(chars + at, chars + text.size(), is_break) - chars);
    const PlainLine line = read_line(text, {at, stop}, blank);
    blank = line.where.empty();
    if (!blank) lines.push_back(line);
    if (stop == text.size()) return lines;
    at = stop;
  }
}

std::uint32_t PlainLine::columns(const Text& text) const noexcept { return columns_of(text, where.begin - indent, where.end); }

bool Layout::is_full(const Text& text, const PlainLine& line, const PlainLine& next) const noexcept {
  const std::uint32_t length = in_columns ? line.columns(text) : line.characters();
  const std::uint32_t hanging = line.indent + (in_columns ? 2 : 1);  // the indent of a paragraph, a comma
  if (length > width + hanging) return false;                        // it was never broken
  if (strict) return length >= width;
  // A figure or a word moves to the next line whole.
  constexpr std::uint32_t longest_word = 12;
  std::uint32_t end = next.where.begin + 1;
  const std::uint32_t last = std::min(next.where.end, end + longest_word);
  while (end < last && text.chars[end - 1] < 0x80 && text.chars[end] < 0x80 && !is_space(text.chars[end])) ++end;
  const std::uint32_t word = in_columns ? columns_of(text, next.where.begin, end) : end - next.where.begin;
  return length + word + (in_columns ? 2 : 1) > width;
}

Layout find_layout(const Text& text, std::span<const PlainLine> lines) { return LayoutReader(text, lines).read(); }

}  // namespace rulescore
