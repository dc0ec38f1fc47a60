// GB2312 and GBK are parts of GB18030, and pages that claim the smaller ones hold characters of the largest: all their names mean
// GB18030, as in browsers. Outside face: encoding.hpp. Tested by tests/unit/format/encoding.cpp.
#include "format/encoding.hpp"

#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <array>
#include <vector>

namespace rulescore {
namespace {

struct Label {
  std::string_view squeezed;  // lower case, letters and digits only
  Encoding encoding;
};

using enum Encoding;
constexpr Label labels[] = {{"utf8", utf8},        {"unicode11utf8", utf8}, {"utf8bom", utf8},
                            {"utf8sig", utf8},     {"ascii", utf8},         {"usascii", utf8},
                            {"gb18030", gb18030},  {"gbk", gb18030},        {"xgbk", gb18030},
                            {"gb2312", gb18030},   {"gb231280", gb18030},   {"gb", gb18030},
                            {"csgb2312", gb18030}, {"chinese", gb18030},    {"csiso58gb231280", gb18030},
                            {"isoir58", gb18030},  {"euccn", gb18030},      {"cp936", gb18030},
                            {"ms936", gb18030},    {"windows936", gb18030}, {"936", gb18030},
                            {"big5", big5},        {"big5hkscs", big5},     {"cnbig5", big5},
                            {"csbig5", big5},      {"xxbig5", big5},        {"cp950", big5},
                            {"ms950", big5},       {"windows950", big5},    {"950", big5},
                            {"utf16le", utf16le},  {"utf16", utf16le},      {"ucs2", utf16le},
                            {"unicode", utf16le},  {"csunicode", utf16le},  {"iso10646ucs2", utf16le},
                            {"utf16be", utf16be},  {"unicodefffe", utf16be}};

constexpr std::array<std::string_view, 5> names{"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};

std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

}  // namespace

std::string_view name_of(Encoding encoding) noexcept { return names[static_cast<std::size_t>(encoding)]; }

std::optional<Encoding> find_encoding(std::string_view name) {
  const std::string wanted = squeezed(name);
  for (const Label& label : labels) {
    if (label.squeezed == wanted) return label.encoding;
  }
  return std::nullopt;
}

bool leaves_order_open(std::string_view name) {
  const std::string wanted = squeezed(name);
  return find_encoding(name) == utf16le && wanted != "utf16le";
}

Encoding asked_encoding(std::string_view name) {
  if (const auto found = find_encoding(name)) return *found;
  const std::vector<std::string> there{"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "Big5"};
  const std::string hint = did_you_mean(name, there);
  throw UsageError("there is no encoding " + std::string(name) + " here; " + (hint.empty() ? "there are " + join(there) : hint));
}

}  // namespace rulescore
