// One report, however it was saved, gives the same evidence: each of the five documents is written in every encoding and format
// that is read, and what is found in each (indicator, rule, status, quotation, figure) must be what is found in the original.
// Quotations are compared as they are read: folded, without markup and line breaks.
#include "base/text.hpp"
#include "format/process.hpp"

#include "support/catch.hpp"
#include "support/docx.hpp"
#include "support/encode.hpp"
#include "support/pdf.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

using namespace rulescore;
using test::encode;

namespace {

const std::string root = RULESCORE_SOURCE_DIR;

std::vector<std::string> seed_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/seeds")) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Paragraphs without the blanks around them.
std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == line.npos) continue;
    out.push_back(line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1));
  }
  return out;
}

bool is_numbered(const std::string& paragraph) {
  return paragraph.size() < 120 && paragraph.substr(0, 12).find("、") != std::string::npos;
}

// A portal's page around the text.
std::string html_of(const std::string& text, const std::string& charset) {
  std::string page = "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset +
                     "\"><title>某市人民政府</title><script>var a = \"<p>办结99件。</p>\";</script></head><body>\n"
                     "<div class=\"header\"><a href=\"/\">首页</a><a href=\"/a\">政务公开</a><a href=\"/b\">办事服务</a></div>\n"
                     "<div class=\"article\">\n";
  for (const std::string& p : paragraphs(text)) page += "<p>" + test::escaped(p) + "</p>\n";
  return page + "</div>\n<div class=\"footer\">版权所有：某市人民政府办公室，网站标识码：0000000000</div></body></html>\n";
}

// Numbered headings become Markdown's, the first words of a paragraph stand in bold type.
std::string markdown_of(const std::string& text) {
  std::string out;
  for (const std::string& p : paragraphs(text)) {
    const bool bold = p.size() > 300 && static_cast<unsigned char>(p[0]) >= 0xE4 && static_cast<unsigned char>(p[3]) >= 0xE4;
    if (is_numbered(p) && p.find("。") == p.npos)
      out += "## " + p;
    else
      out += bold ? "**" + p.substr(0, 6) + "**" + p.substr(6) : p;
    out += "\n\n";
  }
  return out;
}

std::string docx_of(const std::string& text) {
  std::string body;
  for (const std::string& p : paragraphs(text)) body += test::paragraph(p);
  return test::docx_of(body);
}

std::string pdf_of(const std::string& text) {
  std::string lines;
  for (const std::string& p : paragraphs(text)) lines += "\u3000\u3000" + p + '\n';
  return test::pdf_of(test::printed(lines));
}

// The text in characters of Big5, each read as the one it stands for; those of the first level, the common ones, come first.
std::string traditional(const std::string& text) {
  static const std::map<char32_t, std::string> forms = [] {
    std::map<char32_t, std::string> found;
    for (unsigned lead = 0xA4; lead <= 0xF9; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        if (trail > 0x7E && trail < 0xA1) continue;
        const std::string code{static_cast<char>(lead), static_cast<char>(trail)};
        try {
          const Document d = Document::from_bytes(code, {}, {"big5", "text"});
          const Text read = decode(std::string(d.text()));
          if (read.size() == 1) found.emplace(read.chars[0], d.text());
        } catch (const DocumentError&) {
        }
      }
    }
    return found;
  }();
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0u) == 0x80u) ++length;
    const std::string character = text.substr(i, length);
    const Text read = decode(character);
    const auto form = read.size() == 1 && is_han(read.chars[0]) ? forms.find(read.chars[0]) : forms.end();
    const bool no_break_space = character == "\u00A0";  // Big5 has none
    out += form != forms.end() ? form->second : no_break_space ? "\u3000" : character;
    i += length;
  }
  return out;
}

std::string as_read(std::string_view quote) {
  const Text text = decode(std::string(quote));
  std::u32string out;
  for (const char32_t c : text.chars) {
    if (!is_space(c) && c != U'\n' && c != U'*') out += c;
  }
  return to_utf8(out);
}

std::vector<std::string> found(const Engine& engine, const Document& document) {
  const EvidenceSet set = engine.match(document);
  std::vector<std::string> lines;
  for (const Evidence& e : set.items()) {
    std::ostringstream line;
    line << e.indicator << '#' << e.rule << ' ' << to_string(e.status) << " “" << as_read(set.quote(e)) << "” " << e.value
         << e.unit;
    lines.push_back(line.str());
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

struct Form {
  std::string name;  // of the file
  std::string bytes;
  Origin origin;
};

bool has_pdftotext() { return run_process({"pdftotext", "-v"}, "").end == ProcessResult::End::exited; }

std::vector<Form> forms_of(const std::string& text) {
  std::vector<Form> forms{
      {"bom.txt", "\xEF\xBB\xBF" + text, {}},
      {"gb18030.txt", encode(text, "GB18030"), {"text", "GB18030", false}},
      {"utf-16le.txt", encode(text, "UTF-16LE"), {"text", "UTF-16LE", false}},
      {"utf-16be.txt", encode(text, "UTF-16BE"), {"text", "UTF-16BE", false}},
      {"utf-16le-bom.txt", "\xFF\xFE" + encode(text, "UTF-16LE"), {"text", "UTF-16LE", false}},
      {"utf-16be-bom.txt", "\xFE\xFF" + encode(text, "UTF-16BE"), {"text", "UTF-16BE", false}},
      {"big5.txt", encode(traditional(text), "BIG5-HKSCS"), {"text", "Big5", false}},
      {"page.html", html_of(text, "utf-8"), {"html", "UTF-8", false}},
      {"page.txt", html_of(text, "utf-8"), {"html", "UTF-8", false}},
      {"gbk.htm", encode(html_of(text, "gb2312"), "GB18030"), {"html", "GB18030", false}},
      {"report.md", markdown_of(text), {"markdown", "UTF-8", true}},
      {"report.docx", docx_of(text), {"docx", "UTF-8", false}},
  };
  if (has_pdftotext()) forms.push_back({"report.pdf", pdf_of(text), {"pdf", "UTF-8", false}});
  return forms;
}

// The first lines that differ, for the message.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& got) {
  std::vector<std::string> missing, added;
  std::set_difference(expected.begin(), expected.end(), got.begin(), got.end(), std::back_inserter(missing));
  std::set_difference(got.begin(), got.end(), expected.begin(), expected.end(), std::back_inserter(added));
  std::string out;
  for (const std::string& line : missing) out += "\n  - " + line;
  for (const std::string& line : added) out += "\n  + " + line;
  return out;
}

}  // namespace

TEST_CASE("one report in every encoding and format gives the same evidence") {
  const Engine engine(Framework::load(root + "/indicators/demonstration-2021"));
  for (const std::string& seed : seed_names()) {
    const std::string text = read(root + "/seeds/" + seed);
    const std::vector<std::string> expected = found(engine, Document::from_text(text));
    REQUIRE(!expected.empty());
    for (const Form& form : forms_of(text)) {
      INFO(seed << " as " << form.name);
      Metadata about;
      about.name = form.name;
      const Document document = Document::from_bytes(form.bytes, about);
      CHECK(document.origin() == form.origin);
      INFO(difference(expected, found(engine, document)));
      CHECK(found(engine, document) == expected);
    }
  }
}
