// Collected from the pages of Chinese government portals: TRS, Hanweb (jpage, ZJEG_RSS), UCAP, Boda (vsb), Sudy (wp), Founder.
// Outside face: page_words.hpp. Tested by tests/unit/format/html.cpp.
#include "format/page_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view blocks[] = {
    "address", "article", "aside",    "blockquote", "body",   "caption", "center", "dd",    "details", "dir",         "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer",  "form",   "h1",    "h2",      "h3",          "h4",
    "h5",      "h6",      "header",   "hr",         "html",   "legend",  "li",     "main",  "menu",    "nav",         "ol",
    "p",       "pre",     "section",  "summary",    "table",  "tbody",   "tfoot",  "thead", "tr",      "ucapcontent", "ul"};

constexpr std::string_view containers[] = {
    "article", "aside", "blockquote", "body", "center", "dd",      "details", "div",   "dl", "fieldset", "footer", "form",
    "header",  "html",  "main",       "nav",  "ol",     "section", "table",   "tbody", "td", "tr",       "ul",     "ucapcontent"};

constexpr std::string_view textless[] = {"script", "style",  "noscript", "template", "iframe", "object", "embed",  "applet",
                                         "select", "option", "button",   "textarea", "input",  "svg",    "canvas", "audio",
                                         "video",  "map",    "head",     "datalist", "del",    "strike", "s"};

constexpr std::string_view furniture_elements[] = {"nav", "footer", "header", "aside", "menu", "dialog", "form"};

constexpr std::string_view furniture_roles[] = {"navigation", "banner",  "contentinfo", "complementary", "search", "menu",
                                                "menubar",    "toolbar", "dialog",      "alert",         "form"};

constexpr std::string_view furniture_words[] = {
    // where the reader is, and other pages
    "nav", "navbar", "navi", "navigation", "menu", "submenu", "topmenu", "menubar", "breadcrumb", "breadcrumbs", "crumb",
    "crumbs", "location", "dqwz", "weizhi", "curpos", "daohang", "sitemap", "pager", "pagination", "pagebar", "paging", "fenye",
    "prevnext", "related", "relate", "relevant", "recommend", "xgxx", "xgwj", "xgbd", "xgyd", "xglj", "tuijian", "friendlink",
    "friendlinks", "yqlj", "links", "hotnews", "jpage",
    // the page's edges
    "header", "footer", "foot", "topbar", "banner", "sidebar", "sider", "aside", "copyright", "beian", "popup", "modal",
    // what one can do with it
    "share", "bdshare", "bdsharebuttonbox", "jiathis", "fenxiang", "toolbar", "tools", "dayin", "qrcode", "ewm", "erweima",
    "weixin", "wechat", "search", "sousuo", "login", "fontsize", "comment", "comments", "ad", "ads", "advert"};

constexpr std::pair<std::string_view, std::string_view> marks[] = {
    {"zjeg_rss.content.begin", "zjeg_rss.content.end"}, {"contentstart", "contentend"}, {"content begin", "content end"}};

// As PageNode::words has them.
constexpr std::string_view article_words[] = {
    "ucap content",    "trs editor",     "trs ueditor",   "zoom",           "bt content",     "pages content",
    "article content", "article con",    "article body",  "article box",    "article text",   "articlecontent",
    "content body",    "content text",   "news content",  "v news content", "vsb content",    "wp articlecontent",
    "main text",       "maintext",       "con txt",       "contxt",         "detail content", "j font content",
    "xxgk content",    "content region", "contentregion", "gsj content",    "nr content",     "read content"};

template <typename Words>
bool holds(const Words& words, std::string_view word) noexcept {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Whether `phrase` is among `words`, as whole words in a row.
bool has_phrase(std::string_view words, std::string_view phrase) noexcept {
  for (auto at = words.find(phrase); at != words.npos; at = words.find(phrase, at + 1)) {
    const auto end = at + phrase.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

bool holds_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         }) != text.end();
}

bool is_mark(const PageNode& node, std::string_view words) noexcept {
  if (node.name == "#comment") return holds_ignoring_case(node.text, words);
  return node.name == "meta" && node.role == words;
}

}  // namespace

bool is_block(std::string_view element) noexcept { return holds(blocks, element); }
bool is_container(std::string_view element) noexcept { return holds(containers, element); }
bool holds_no_text(std::string_view element) noexcept { return holds(textless, element); }
bool is_furniture_element(std::string_view element) noexcept { return holds(furniture_elements, element); }
bool is_furniture_role(std::string_view role) noexcept { return holds(furniture_roles, role); }

bool has_furniture_word(std::string_view words) noexcept {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (holds(furniture_words, words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool is_begin_mark(const PageNode& node) noexcept {
  return std::any_of(std::begin(marks), std::end(marks), [&](const auto& mark) { return is_mark(node, mark.first); });
}

bool is_end_mark(const PageNode& node) noexcept {
  return std::any_of(std::begin(marks), std::end(marks), [&](const auto& mark) { return is_mark(node, mark.second); });
}

bool is_article_element(const PageNode& node) noexcept {
  if (node.name == "ucapcontent" || node.name == "article" || node.role == "articlebody") return true;
  return is_container(node.name) && std::any_of(std::begin(article_words), std::end(article_words),
                                                [&](std::string_view phrase) { return has_phrase(node.words, phrase); });
}

std::string_view without_site(std::string_view title) noexcept {
  for (const std::string_view bar : {"_", "|", " - ", "-"}) {
    const auto at = title.find(bar);
    if (at == title.npos || at == 0) continue;
    const std::string_view site = title.substr(at);
    const bool names_site =
        bar != "-" || site.find("网") != site.npos || site.find("政府") != site.npos || site.find("门户") != site.npos;
    if (!names_site) continue;
    title = title.substr(0, at);
    while (title.ends_with(' ')) title.remove_suffix(1);
  }
  return title;
}

}  // namespace rulescore
