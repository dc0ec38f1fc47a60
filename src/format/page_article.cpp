// Three questions. What can't be seen or isn't text (scripts, forms, hidden elements) goes. Then the page's furniture: menus,
// paths, share buttons, lists of links, known by element, role, class and by how much of them is links; but never an element that
// holds half of the page's running text, because pages are wrapped in forms and headers by accident. The article is what the
// portal's own marks enclose, else the smallest element that holds nearly all running text that is left. Outside face:
// find_article(). The words are in page_words.cpp. Tested by tests/unit/format/html.cpp.
#include "format/page_article.hpp"

#include "format/page_words.hpp"

#include <algorithm>
#include <optional>

namespace rulescore {
namespace {

using Index = std::uint32_t;

constexpr bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

Index count_letters(std::string_view text) noexcept {
  Index n = 0;
  for (const char c : text) n += !is_continuation(c) && static_cast<unsigned char>(c) > ' ';
  return n;
}

// Running text: it holds a comma or a stop, or is longer than a label.
bool is_running(std::string_view text, Index letters) noexcept {
  constexpr Index longest_label = 40;
  for (const std::string_view mark : {"。", "，", "；", "！"}) {
    if (text.find(mark) != text.npos) return true;
  }
  return letters > longest_label;
}

class Page {
 public:
  explicit Page(PageTree& tree) : tree_(tree) {}

  Article find() {
    drop_unseen();
    measure();
    drop_furniture();
    measure();
    Article article = marked().value_or(densest());
    article.title = title_of(article);
    return article;
  }

 private:
  Index size() const noexcept { return static_cast<Index>(tree_.size()); }

  void drop(Index i) noexcept { tree_[i].dropped = true; }

  void drop_unseen() {
    for (Index i = 1; i < size(); ++i) {
      const PageNode& node = tree_[i];
      if (tree_[node.parent].dropped || node.name == "#comment" ||
          (node.is_element() && (node.hidden || holds_no_text(node.name))))
        drop(i);
    }
  }

  // Fills in the sums, from the last node to the first: what is inside stands behind.
  void measure() {
    for (PageNode& node : tree_) node.letters = node.linked = node.prose = node.links = 0;
    for (Index i = size(); i-- > 1;) {
      PageNode& node = tree_[i];
      if (node.dropped) continue;
      if (node.is_text()) {
        node.letters = count_letters(node.text);
        node.prose = is_running(node.text, node.letters) ? node.letters : 0;
      } else if (node.name == "a") {
        node.linked = node.letters;
        node.links = node.letters > 0;
        node.prose = 0;
      }
      PageNode& parent = tree_[node.parent];
      parent.letters += node.letters;
      parent.linked += node.linked;
      parent.prose += node.prose;
      parent.links += node.links;
    }
  }

  void drop_furniture() {
    for (Index i = 1; i < size(); ++i) {
      const PageNode& node = tree_[i];
      if (tree_[node.parent].dropped || (is_furniture(node) && node.prose * 2 < tree_[0].prose + 1)) drop(i);
    }
  }

  static bool is_furniture(const PageNode& node) {
    if (!node.is_element() || node.name == "body" || node.name == "html") return false;
    return is_furniture_element(node.name) || is_furniture_role(node.role) ||
           (is_container(node.name) && (has_furniture_word(node.words) || is_link_list(node)));
  }

  static bool is_link_list(const PageNode& node) noexcept {
    constexpr Index fewest = 3, little = 30;
    return node.links >= fewest && node.linked * 10 >= node.letters * 6 && node.prose < little;
  }

  // What a publishing system has marked, if it is most of what there is; the innermost of several marks around the same text.
  std::optional<Article> marked() const {
    std::optional<Article> found;
    Index least = (tree_[0].prose + 1) / 2;
    for (Index i = 1; i < size(); ++i) {
      const PageNode& node = tree_[i];
      Article article{i, node.end, {}};
      if (is_begin_mark(node))
        article = {node.end, find_end_mark(node.end), {}};
      else if (node.dropped || !node.is_element() || !is_article_element(node))
        continue;
      const Index prose = prose_of(article);
      if (prose == 0 || prose < least) continue;
      found = article;
      least = std::max(least, prose - prose / 10);
    }
    return found;
  }

  Index find_end_mark(Index i) const {
    while (i < size() && !is_end_mark(tree_[i])) ++i;
    return i;
  }

  Index prose_of(const Article& article) const noexcept {
    Index prose = 0;
    for (Index i = article.begin; i < article.end; ++i) prose += tree_[i].is_text() ? tree_[i].prose : 0;
    return prose;
  }

  // Down from the whole page, as long as one container holds nearly all running text and most of everything else.
  Article densest() const {
    Index at = 0;
    for (Index i = 1; i < tree_[at].end; i = tree_[i].dropped ? tree_[i].end : i + 1) {
      const PageNode& node = tree_[i];
      if (node.dropped || !node.is_element() || !is_container(node.name) || node.prose == 0) continue;
      if (node.prose * 20 >= tree_[0].prose * 19 && unlinked(node) * 10 >= unlinked(tree_[0]) * 8) at = i;
    }
    return {at, tree_[at].end, {}};
  }

  static Index unlinked(const PageNode& node) noexcept { return node.letters - node.linked; }

  // Titles

  std::string text_of(Index node) const {
    std::string text;
    for (Index i = node; i < tree_[node].end; ++i) {
      if (tree_[i].is_text() && !(tree_[i].dropped && tree_[node].name != "title")) text += tree_[i].text;
    }
    std::string out;
    for (const char c : text) {
      const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank)
        out += c;
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
  }

  // What the page calls itself, unless the article begins with it.
  std::string title_of(const Article& article) const {
    std::string title;
    int best = 0;
    for (Index i = 1; i < size(); ++i) {
      const int rank = title_rank(tree_[i]);
      if (rank <= best) continue;
      std::string text = tree_[i].name == "meta" ? tree_[i].text : text_of(i);
      if (tree_[i].name == "title") text = std::string(without_site(text));
      if (text.empty()) continue;
      if (!tree_[i].dropped && i >= article.begin && i < article.end) return {};
      title = std::move(text);
      best = rank;
    }
    return begins_with(article, title) ? std::string() : title;
  }

  static int title_rank(const PageNode& node) noexcept {
    if (node.name == "title") return 1;
    if (node.name == "h1" && node.dropped) return 0;
    if (node.name == "h1") return 2;
    if (node.name == "ucaptitle") return 3;
    return node.name == "meta" && node.role == "articletitle" ? 4 : 0;
  }

  // Whether the title stands among the article's first letters.
  bool begins_with(const Article& article, std::string_view title) const {
    constexpr std::size_t looked_at = 200;
    std::string head;
    for (Index i = article.begin; i < article.end && head.size() < title.size() + looked_at; ++i) {
      if (tree_[i].is_text() && !tree_[i].dropped) head += squeezed(tree_[i].text);
    }
    return head.find(squeezed(title)) != head.npos;
  }

  static std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) > ' ') out += c;
    }
    return out;
  }

  PageTree& tree_;
};

}  // namespace

Article find_article(PageTree& tree) { return Page(tree).find(); }

}  // namespace rulescore
