// libxml2's HTML parser reads what browsers read. It is kept silent and offline, is told the encoding, and is stopped when a page
// nests deeper than any page that was made for people. Outside face: page_tree.hpp. Tested by tests/unit/format/html.cpp.
#include "format/page_tree.hpp"

#include <rulescore/error.hpp>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <memory>
#include <mutex>
#include <new>

namespace rulescore {
namespace {

constexpr int deepest = 1000;

struct FreeContext {
  void operator()(htmlParserCtxt* context) const noexcept { htmlFreeParserCtxt(context); }
};
struct FreeDocument {
  void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using Dom = std::unique_ptr<xmlDoc, FreeDocument>;

void start_element(void* self, const xmlChar* name, const xmlChar** attributes) {
  auto* context = static_cast<htmlParserCtxt*>(self);
  if (context->nodeNr > deepest) {
    *static_cast<bool*>(context->_private) = true;
    return xmlStopParser(context);
  }
  context->options |= XML_PARSE_HUGE;  // its own limits, 256 elements deep and 10 MB of text, leave out what comes behind
  xmlSAX2StartElement(self, name, attributes);
}

Dom parse(std::string_view html) {
  static std::once_flag initialised;
  std::call_once(initialised, xmlInitParser);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context || !context->sax) throw std::bad_alloc();
  bool too_deep = false;
  context->_private = &too_deep;
  context->sax->startElement = start_element;
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                          HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  Dom document(htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
  if (too_deep) throw DocumentError("is a page nested deeper than " + std::to_string(deepest) + " elements; save its text");
  if (context->errNo == XML_ERR_NO_MEMORY) throw DocumentError("is a page too large to be read; save its text");
  return document;
}

std::string_view view(const xmlChar* s) noexcept { return s == nullptr ? std::string_view() : reinterpret_cast<const char*>(s); }

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// articleContent-left → "article content left"
void add_words(std::string& words, std::string_view value) {
  bool begins = true;
  char before = ' ';
  for (const char c : value) {
    const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    begins = begins || (upper && before >= 'a' && before <= 'z');
    if (letter && begins && !words.empty()) words += ' ';
    if (letter) words += upper ? static_cast<char>(c - 'A' + 'a') : c;
    begins = !letter;
    before = c;
  }
}

bool hides(std::string_view style) {
  std::string squeezed;
  for (const char c : lower(style)) {
    if (c != ' ' && c != '\t' && c != '\n') squeezed += c;
  }
  return squeezed.find("display:none") != squeezed.npos || squeezed.find("visibility:hidden") != squeezed.npos;
}

void read_attribute(PageNode& node, std::string_view name, std::string_view value) {
  if (name == "id" || name == "class")
    add_words(node.words, value);
  else if (name == "role" || name == "itemprop" || (name == "name" && node.name == "meta"))
    node.role = lower(value);
  else if (name == "content" && node.name == "meta")
    node.text = value;
  else if (name == "hidden" || (name == "aria-hidden" && value == "true") || (name == "style" && hides(value)))
    node.hidden = true;
}

PageNode read_node(const xmlNode& from, std::uint32_t parent) {
  PageNode node;
  node.parent = parent;
  if (from.type != XML_ELEMENT_NODE) {
    node.name = from.type == XML_COMMENT_NODE ? "#comment" : "#text";
    node.text = view(from.content);
    return node;
  }
  node.name = lower(view(from.name));
  for (const xmlAttr* a = from.properties; a != nullptr; a = a->next) {
    read_attribute(node, lower(view(a->name)), a->children == nullptr ? std::string_view() : view(a->children->content));
  }
  return node;
}

bool is_wanted(const xmlNode& node) noexcept {
  return node.type == XML_ELEMENT_NODE || node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE ||
         node.type == XML_COMMENT_NODE;
}

}  // namespace

PageTree parse_page(std::string_view html) {
  const Dom document = parse(html);
  PageTree tree(1);
  tree[0].name = "#page";
  std::uint32_t parent = 0;
  const xmlNode* at = document ? document->children : nullptr;
  while (at != nullptr) {
    const auto index = static_cast<std::uint32_t>(tree.size());
    const bool opens = at->type == XML_ELEMENT_NODE && at->children != nullptr;
    if (is_wanted(*at)) {
      tree.push_back(read_node(*at, parent));
      tree.back().end = index + 1;
    }
    if (opens) {
      parent = index;
      at = at->children;
      continue;
    }
    while (at->next == nullptr && parent != 0) {
      tree[parent].end = static_cast<std::uint32_t>(tree.size());
      parent = tree[parent].parent;
      at = at->parent;
    }
    at = at->next;
  }
  tree[0].end = static_cast<std::uint32_t>(tree.size());
  return tree;
}

}  // namespace rulescore
