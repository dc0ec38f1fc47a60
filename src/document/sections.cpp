// A stack of open sections. A numbered heading closes what is of its rank or below. A label has no rank of its own:
//   - it never closes a numbered section, unless that stands under an earlier label;
//   - a label that follows text is a sister of the earlier label; right below another heading it is its child;
//   - labels in 【】 and plain ones are of two kinds: whichever comes first stands above the other;
//   - a list that begins anew below it ((一), 1., 一是) belongs to it, and then outranks whatever lists of that rank were open:
//     下一步打算 / (一)… after 一、…(五)… is no part of (五);
//   - a list that goes on ((三) after (二)) closes it. So does 一、, the first rank of nearly all reports, unless labels
//   evidently
//     stand above: several were seen in the body, or 一、 begins a second time.
// An item run in (一是 in mid-paragraph) ends with its paragraph.
// Outside face: nest_sections(). Tested by tests/unit/document/headings.cpp.
#include "document/sections.hpp"

namespace rulescore {
namespace {

class Nesting {
 public:
  Nesting(const Text& text, const Split& split) : text_(text), lines_(split.lines), sentences_(split.sentences) {
    sections_.push_back({{0, 0}, {0, text.size()}, 0, 0});
    open_.push_back({});
  }

  std::vector<SectionAt> nest(const std::vector<HeadingAt>& headings, std::uint32_t body_line) {
    for (const HeadingAt& heading : headings) {
      close_run_in_items(sentences_[heading.sentence].line);
      if (heading.rank == Rank::label)
        add_label(heading, body_line);
      else
        add_numbered(heading);
    }
    close_run_in_items(static_cast<std::uint32_t>(lines_.size()));
    return std::move(sections_);
  }

 private:
  struct Open {
    std::uint32_t section = 0;
    Rank rank = Rank::none;
    std::uint32_t begin = 0;
    bool run_in = false;
    std::uint32_t line = 0;
    bool bracketed = false;
    bool is_label() const noexcept { return rank == Rank::label; }
  };

  void push(const HeadingAt& heading) {
    const SentenceAt& sentence = sentences_[heading.sentence];
    const auto index = static_cast<std::uint32_t>(sections_.size());
    sections_.push_back({heading.text, {sentence.where.begin, text_.size()}, open_.back().section, level_of(heading.rank)});
    open_.push_back({index, heading.rank, sentence.where.begin, !heading.starts_line, sentence.line, heading.bracketed});
  }

  // Closes open sections from the innermost down to `depth` of them.
  void close_to(std::size_t depth, std::uint32_t at) {
    while (open_.size() > depth) {
      sections_[open_.back().section].where.end = at;
      open_.pop_back();
    }
  }

  void close_run_in_items(std::uint32_t line) {
    while (open_.back().rank == Rank::item && open_.back().run_in && open_.back().line < line) {
      const std::uint32_t next = open_.back().line + 1;
      close_to(open_.size() - 1, next < lines_.size() ? lines_[next].where.begin : text_.size());
    }
  }

  void add_label(const HeadingAt& heading, std::uint32_t body_line) {
    const std::uint32_t at = sentences_[heading.sentence].where.begin;
    if (!heading.below_heading) close_to(outermost_label(heading.bracketed), at);
    if (sentences_[heading.sentence].line > body_line) ++labels_;
    push(heading);
  }

  // Of the kind.
  std::size_t outermost_label(bool bracketed) const {
    std::size_t depth = 0;
    while (depth < open_.size() && !(open_[depth].is_label() && open_[depth].bracketed == bracketed)) ++depth;
    return depth;
  }

  void add_numbered(const HeadingAt& heading) {
    const Rank rank = heading.rank;
    const std::uint32_t at = sentences_[heading.sentence].where.begin;
    std::size_t label = innermost_label();
    if (label == 0) {
      close_rank(1, rank, at);
    } else if (has_rank_above(label, rank)) {
      close_rank(label + 1, rank, at);
    } else if (heading.ordinal == 1 ? may_hold(rank) : rank > Rank::part && !is_open(rank)) {
      label = promote(label, rank);
      close_rank(label + 1, rank, at);
    } else {
      close_list(rank, at);
    }
    if (rank == Rank::part) seen_parts_ = true;
    push(heading);
  }

  // Depth of the innermost open label; 0 when there is none.
  std::size_t innermost_label() const {
    std::size_t depth = open_.size() - 1;
    while (depth > 0 && !open_[depth].is_label()) --depth;
    return depth;
  }

  bool has_rank_above(std::size_t label, Rank rank) const {
    for (std::size_t d = label + 1; d < open_.size(); ++d) {
      if (open_[d].rank <= rank) return true;
    }
    return false;
  }

  bool is_open(Rank rank) const {
    for (const Open& open : open_) {
      if (open.rank == rank) return true;
    }
    return false;
  }

  bool may_hold(Rank rank) const { return rank > Rank::part || (rank == Rank::part && (seen_parts_ || labels_ >= 2)); }

  // Closes sections of `rank` and below, and labels with them, but keeps the first `keep` open ones.
  void close_rank(std::size_t keep, Rank rank, std::uint32_t at) {
    std::size_t depth = keep;
    while (depth < open_.size() && open_[depth].rank < rank) ++depth;
    close_to(depth, at);
  }

  // Closes the innermost open section of `rank`, whose list goes on; without one, everything that can't stand above it.
  void close_list(Rank rank, std::uint32_t at) {
    std::size_t depth = open_.size() - 1;
    while (depth > 0 && open_[depth].rank != rank) --depth;
    if (depth > 0)
      close_to(depth, at);
    else
      close_rank(1, rank, at);
  }

  // A label that turns out to hold a list of this rank ends the lists of that rank it seemed to stand in.
  std::size_t promote(std::size_t label, Rank rank) {
    std::size_t depth = 1;
    while (depth < label && (open_[depth].rank < rank || open_[depth].is_label())) ++depth;
    if (depth == label) return label;
    const std::uint32_t at = open_[label].begin;
    for (std::size_t d = depth; d < label; ++d) sections_[open_[d].section].where.end = at;
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(depth), open_.begin() + static_cast<std::ptrdiff_t>(label));
    sections_[open_[depth].section].parent = open_[depth - 1].section;
    return depth;
  }

  const Text& text_;
  const std::vector<LineAt>& lines_;
  const std::vector<SentenceAt>& sentences_;
  std::vector<SectionAt> sections_;
  std::vector<Open> open_;
  std::uint32_t labels_ = 0;  // seen in the body
  bool seen_parts_ = false;
};

// Sections are in order of their beginnings and nest, so one walk places every sentence.
void place_sentences(std::vector<SentenceAt>& sentences, const std::vector<SectionAt>& sections) {
  std::uint32_t current = 0, next = 1;
  for (SentenceAt& sentence : sentences) {
    while (current != 0 && sentence.where.begin >= sections[current].where.end) current = sections[current].parent;
    while (next < sections.size() && sections[next].where.begin <= sentence.where.begin) current = next++;
    sentence.section = current;
  }
}

// A sentence is a heading when it is nothing else: it is all heading, and something stands under it.
void mark_headings(const Text& text, std::vector<SentenceAt>& sentences, const std::vector<SectionAt>& sections,
                   const std::vector<HeadingAt>& headings) {
  for (std::size_t h = 0; h < headings.size(); ++h) {
    SentenceAt& sentence = sentences[headings[h].sentence];
    std::uint32_t next = headings[h].sentence + 1;
    while (next < sentences.size() && sentences[next].boilerplate) ++next;
    const bool holds_text = next < sentences.size() && sentences[next].where.begin < sections[h + 1].where.end;
    const bool all_heading = headings[h].text.end >= sentence.where.end || is_terminator(text.chars[headings[h].text.end]);
    sentence.heading = all_heading && (holds_text || headings[h].rank == Rank::label);
  }
}

}  // namespace

std::vector<SectionAt> nest_sections(const Text& text, Split& split, const Body& body, const std::vector<HeadingAt>& headings) {
  std::vector<SectionAt> sections = Nesting(text, split).nest(headings, body.first);
  place_sentences(split.sentences, sections);
  mark_headings(text, split.sentences, sections, headings);
  return sections;
}

}  // namespace rulescore
