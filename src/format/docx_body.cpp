// WordprocessingML: paragraphs of runs of texts, and tables of rows of cells of paragraphs. Names are compared with the usual
// prefix, which every program writes. What a reader doesn't see is passed over: deletions, the code of fields, hidden runs, and
// the second form of what is stored in two (mc:Fallback). Outside face: docx_body.hpp. Tested by tests/unit/format/docx.cpp.
#include "format/docx_body.hpp"

#include <rulescore/error.hpp>

#include <pugixml.hpp>

#include <algorithm>
#include <string_view>

namespace rulescore {
namespace {

using std::string_view;

constexpr int deepest = 200;  // elements inside one another; Word writes some twenty

bool is_passed_over(string_view name) noexcept {
  constexpr string_view names[] = {"w:del",       "w:moveFrom", "w:instrText",     "w:delText",     "w:delInstrText",
                                   "mc:Fallback", "w:pPr",      "w:rPr",           "w:sectPr",      "w:tblPr",
                                   "w:trPr",      "w:tcPr",     "w:annotationRef", "w:footnoteRef", "m:oMathParaPr"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// A switch such as <w:vanish/>, which may say that it is off.
bool is_on(const pugi::xml_node& toggle) noexcept {
  const string_view value = toggle.attribute("w:val").value();
  return toggle && value != "0" && value != "false" && value != "off";
}

class Body {
 public:
  static std::string inside(const pugi::xml_node& node, int depth) {
    Body body;
    body.blocks(node, depth);
    return std::move(body.out_);
  }

 private:
  static void check_depth(int depth) {
    if (depth > deepest) throw DocumentError("is a Word file nested deeper than any that Word writes");
  }

  // Paragraphs and tables, however they are wrapped (content controls, insertions).
  void blocks(const pugi::xml_node& parent, int depth) {
    check_depth(depth);
    for (const pugi::xml_node& node : parent.children()) {
      const string_view name = node.name();
      if (name == "w:p") {
        paragraph(node, depth + 1);
      } else if (name == "w:tbl") {
        table(node, depth + 1);
      } else if (!is_passed_over(name)) {
        blocks(node, depth + 1);
      }
    }
  }

  void paragraph(const pugi::xml_node& node, int depth) {
    std::string boxes;
    const std::string text = runs(node, depth, boxes);
    end_block(text);
    if (!boxes.empty()) end_block(boxes);
  }

  // The text of a paragraph's runs; what stands in text boxes anchored there goes to `boxes`.
  std::string runs(const pugi::xml_node& parent, int depth, std::string& boxes) {
    check_depth(depth);
    std::string text;
    for (const pugi::xml_node& node : parent.children()) {
      const string_view name = node.name();
      if (name == "w:t")
        text += node.text().get();
      else if (name == "w:tab" || name == "w:ptab")
        text += '\t';
      else if (name == "w:br" || name == "w:cr")
        text += '\n';
      else if (name == "w:noBreakHyphen")
        text += '-';
      else if (name == "w:txbxContent")
        boxes += inside(node, depth + 1);
      else if (!is_passed_over(name) && !is_on(node.child("w:rPr").child("w:vanish")))
        text += runs(node, depth + 1, boxes);
    }
    return text;
  }

  void table(const pugi::xml_node& node, int depth) {
    check_depth(depth);
    std::string rows;
    for (const pugi::xml_node& row : node.children()) {
      if (string_view(row.name()) == "w:tr" && !row.child("w:trPr").child("w:del")) rows += line_of(row, depth + 1) + '\n';
      for (const pugi::xml_node& wrapped : row.child("w:sdtContent").children("w:tr")) rows += line_of(wrapped, depth + 1) + '\n';
    }
    end_block(rows);
  }

  // A row; one that lays out paragraphs, not figures, keeps their lines.
  std::string line_of(const pugi::xml_node& row, int depth) {
    check_depth(depth);
    constexpr std::size_t longest_cell = 360;  // bytes, 120 Chinese characters
    std::string line, lines;
    bool long_cell = false;
    for (const pugi::xml_node& cell : row.children()) {
      if (string_view(cell.name()) != "w:tc" && string_view(cell.name()) != "w:sdt") continue;
      std::string text = inside(cell, depth + 1);
      while (text.ends_with('\n')) text.pop_back();
      long_cell = long_cell || text.size() > longest_cell;
      if (!text.empty()) lines += (lines.empty() ? "" : "\n\n") + text;
      std::replace(text.begin(), text.end(), '\n', ' ');
      line += (line.empty() ? "" : "\t") + text;
    }
    return long_cell ? lines + '\n' : line;
  }

  void end_block(std::string_view text) {
    while (text.ends_with('\n') || text.ends_with('\t') || text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) return;
    if (!out_.empty()) out_ += '\n';
    out_.append(text) += '\n';
  }

  std::string out_;
};

}  // namespace

std::string docx_body_to_text(std::string xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  const pugi::xml_node body = document.child("w:document").child("w:body");
  if (!parsed || !body) throw DocumentError("is a broken Word file; open it in Word and save it again");
  std::string text = Body::inside(body, 0);
  if (text.empty()) throw DocumentError("is a Word file without text; text in pictures can't be read");
  return text;
}

}  // namespace rulescore
