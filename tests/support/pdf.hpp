// PDF files made for tests: pages of lines in one font, which nobody needs to have, because its characters say what they are.
// Only what a program that extracts text looks at is there.
#pragma once

#include "support/encode.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::test {

using Pages = std::vector<std::vector<std::string>>;

namespace pdf {

inline std::string hex(std::string_view utf8) {
  std::string out;
  for (const char c : encode(utf8, "UTF-16BE")) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += digits;
  }
  return out;
}

inline std::string stream(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

// Every character is its own code.
inline std::string to_unicode() {
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
  for (int block = 0; block < 256; block += 64) {
    map += "64 beginbfrange\n";
    for (int high = block; high < block + 64; ++high) {
      char line[64];
      std::snprintf(line, sizeof line, "<%02X00> <%02XFF> <%02X00>\n", static_cast<unsigned>(high), static_cast<unsigned>(high),
                    static_cast<unsigned>(high));
      map += line;
    }
    map += "endbfrange\n";
  }
  return map + "endcmap end end";
}

inline std::string page_content(const std::vector<std::string>& lines) {
  std::string out = "BT /F 16 Tf 28 TL 72 770 Td\n";
  for (std::string line : lines) {
    int indent = 0;  // wide blanks become a distance, as a word processor makes them
    for (; line.starts_with("\u3000"); indent += 16) line.erase(0, 3);
    const std::string distance = std::to_string(indent);
    out += distance + " 0 Td <" + hex(line) + "> Tj -" + distance + " 0 Td T*\n";
  }
  return out + "ET";
}

}  // namespace pdf

// A4 pages, 16 points a character, half of that for ASCII.
inline std::string pdf_of(const Pages& pages) {
  std::vector<std::string> objects;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(6 + 2 * i) + " 0 R ";
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  objects.push_back(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
  objects.push_back(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> /DW 1000 /W [32 126 500 160 160 500] /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 "
      "/FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>");
  objects.push_back(pdf::stream(pdf::to_unicode()));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents " +
                      std::to_string(7 + 2 * i) + " 0 R >>");
    objects.push_back(pdf::stream(pdf::page_content(pages[i])));
  }
  std::string out = "%PDF-1.5\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
    table += entry;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(out.size()) + "\n%%EOF\n";
}

// A text as a word processor prints it: lines of so many characters, pages of so many lines, a head, a page number.
inline Pages printed(std::string_view text, std::size_t characters = 26, std::size_t lines = 22, const std::string& head = {}) {
  std::vector<std::string> all;
  std::string line;
  std::size_t width = 0;
  const auto end_line = [&] {
    if (!line.empty()) all.push_back(line);
    line.clear();
    width = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0u) == 0x80u) ++length;
    if (text[i] == '\n') {
      end_line();
    } else {
      const std::size_t columns = length > 2 ? 2 : 1;  // a no-break space has two bytes
      if (width + columns > 2 * characters) end_line();
      line += text.substr(i, length);
      width += columns;
    }
    i += length;
  }
  end_line();
  Pages pages;
  for (std::size_t i = 0; i < all.size(); i += lines) {
    std::vector<std::string> page;
    if (!head.empty()) page.push_back(head);
    page.insert(page.end(), all.begin() + static_cast<std::ptrdiff_t>(i),
                all.begin() + static_cast<std::ptrdiff_t>(std::min(i + lines, all.size())));
    page.push_back("— " + std::to_string(pages.size() + 1) + " —");
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace rulescore::test
