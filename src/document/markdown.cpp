// md4c hands out every piece of visible text as a pointer into its input; what lies between two pieces is markup, line breaks
// aside. Lines are kept as they are written: authors of reports put each paragraph on a line of its own, and where they don't,
// lines that break off are joined as in any other text. Outside face: find_markup(). Tested by tests/unit/document/markdown.cpp.
#include "document/markdown.hpp"

#include <rulescore/error.hpp>

#include <md4c.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <functional>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The character that an entity such as &nbsp; or &#37; stands for; a blank for one that is not known.
char32_t entity(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 12> known{{{"&amp;", U'&'},
                                                                         {"&lt;", U'<'},
                                                                         {"&gt;", U'>'},
                                                                         {"&quot;", U'"'},
                                                                         {"&apos;", U'\''},
                                                                         {"&middot;", U'\u00B7'},
                                                                         {"&ldquo;", U'"'},
                                                                         {"&rdquo;", U'"'},
                                                                         {"&mdash;", U'-'},
                                                                         {"&ndash;", U'-'},
                                                                         {"&hellip;", U'\u2026'},
                                                                         {"&permil;", U'\u2030'}}};
  for (const auto& [written, c] : known) {
    if (written == name) return c;
  }
  if (!name.starts_with("&#")) return U' ';
  const bool hex = name.size() > 2 && (name[2] == 'x' || name[2] == 'X');
  std::uint32_t c = 0;
  const char* const begin = name.data() + (hex ? 3 : 2);
  std::from_chars(begin, name.data() + name.size(), c, hex ? 16 : 10);
  const bool sound = c > 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
  return sound ? fold(static_cast<char32_t>(c)) : U' ';
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Markup> find() {
    MD_PARSER parser{};
    // ~ is no strike-through here: reports write ranges with it. What is indented is a paragraph, not code.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).enter_block(type); };
    parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).image(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).image(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* s, MD_SIZE size, void* self) { return of(self).guarded(type, {s, size}); };
    seen_ = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const int failed = md_parse(text_.data() + seen_, static_cast<MD_SIZE>(text_.size() - seen_), &parser, this);
    if (error_) std::rethrow_exception(error_);
    if (failed != 0) throw DocumentError("can't be read as Markdown");
    gap(text_.size());
    return std::move(markup_);
  }

 private:
  static Finder& of(void* self) noexcept { return *static_cast<Finder*>(self); }

  int enter_block(MD_BLOCKTYPE type) noexcept {
    if (type == MD_BLOCK_H) heading_ = true;
    if (type == MD_BLOCK_LI) item_ = true;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) cell_ = true;
    return 0;
  }

  int image(MD_SPANTYPE type, int step) noexcept {
    if (type == MD_SPAN_IMG) images_ += step;
    return 0;
  }

  // No exception may cross md4c, which is C.
  int guarded(MD_TEXTTYPE type, std::string_view piece) noexcept {
    try {
      text(type, piece);
      return 0;
    } catch (...) {
      error_ = std::current_exception();
      return 1;
    }
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (images_ > 0 || type == MD_TEXT_HTML || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return;
    const std::less<const char*> before;
    if (before(piece.data(), text_.data() + seen_) || !before(piece.data(), text_.data() + text_.size())) return;  // md4c's own
    const auto begin = static_cast<std::size_t>(piece.data() - text_.data());
    gap(begin);
    if (type == MD_TEXT_ENTITY) hide(begin, begin + piece.size(), entity(piece));
    seen_ = begin + piece.size();
  }

  // From the last visible byte to `end`: a line at a time.
  void gap(std::size_t end) {
    std::size_t begin = seen_;
    for (std::size_t i = seen_; i < end; ++i) {
      if (text_[i] != '\n' && text_[i] != '\r') continue;
      hide(begin, i, 0);
      begin = i + 1;
    }
    last_part(begin, end);
    heading_ = item_ = cell_ = false;
  }

  // What stands right before visible text, on its line.
  void last_part(std::size_t begin, std::size_t end) {
    const std::string_view part = text_.substr(begin, end - begin);
    if (heading_ && part.substr(std::min(part.find_first_not_of(' '), part.size())).starts_with('#')) return;
    const auto [number, after] = item_ ? find_number(part) : std::pair<std::size_t, std::size_t>{0, 0};
    if (number < after) {
      hide(begin, begin + number, 0);
      begin += after;
    }
    const bool starts_line = begin == 0 || text_[begin - 1] == '\n' || text_[begin - 1] == '\r';
    hide(begin, end, cell_ && !starts_line ? U'\t' : 0);
  }

  // Where a list number such as "1. " or "2) " stands, with the blanks behind it.
  static std::pair<std::size_t, std::size_t> find_number(std::string_view part) noexcept {
    const std::size_t begin = std::min(part.find_first_of("0123456789"), part.size());
    const std::size_t stop = part.find_first_not_of("0123456789", begin);
    if (stop == part.npos || (part[stop] != '.' && part[stop] != ')')) return {0, 0};
    return {begin, std::min(part.find_first_not_of(" \t", stop + 1), part.size())};
  }

  void hide(std::size_t begin, std::size_t end, char32_t reads_as) {
    if (begin < end) markup_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), reads_as});
  }

  std::string_view text_;
  std::vector<Markup> markup_;
  std::size_t seen_ = 0;  // end of the last visible piece
  std::exception_ptr error_;
  int images_ = 0;                                      // that we are inside of: their descriptions aren't text
  bool heading_ = false, item_ = false, cell_ = false;  // entered since
};

}  // namespace

std::vector<Markup> find_markup(std::string_view markdown) { return Finder(markdown).find(); }

}  // namespace rulescore
