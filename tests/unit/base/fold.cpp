// Folding: what is read as what, what must stay as it is, and that every word our sources look for can be found in a folded text.
#include "base/text.hpp"

#include "support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace rulescore;

namespace {

std::u32string chars(const std::string& s) {
  const Text t = decode(s);
  return {t.chars.begin(), t.chars.end()};
}

// What a source may compare a folded text with: its U"" and U'' literals whole, of others the Chinese characters (the rest is
// what it prints). Comments are left out, escapes of characters read.
class Literals {
 public:
  explicit Literals(std::string source) : source_(std::move(source)) {}

  std::u32string read() {
    while (at_ < source_.size()) step();
    return out_;
  }

 private:
  bool here(std::string_view s) const { return source_.compare(at_, s.size(), s) == 0; }
  bool is_digit_separator() const { return at_ > 0 && std::isxdigit(static_cast<unsigned char>(source_[at_ - 1])) != 0; }

  void step() {
    if (here("//"))
      at_ = std::min(source_.find('\n', at_), source_.size());
    else if (here("/*"))
      at_ = source_.find("*/", at_) + 2;
    else if (here("R\"("))
      at_ = source_.find(")\"", at_) + 2;
    else if (source_[at_] == '"' || (source_[at_] == '\'' && !is_digit_separator()))
      literal(source_[at_++]);
    else
      ++at_;
  }

  void literal(char quote) {
    const bool whole = at_ > 1 && source_[at_ - 2] == 'U';
    std::string utf8;
    while (at_ < source_.size() && source_[at_] != quote)
      utf8 += source_[at_] == '\\' ? escape() : std::string(1, source_[at_++]);
    ++at_;
    for (char32_t c : unfolded(utf8)) {
      if (whole || is_han(c)) out_ += c;
    }
    out_ += U'\n';
  }

  // \u and \U; what other escapes stand for is never folded.
  std::string escape() {
    const char kind = source_[++at_];
    const std::size_t length = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    const std::string digits = source_.substr(at_ + 1, length);
    at_ += 1 + length;
    return length == 0 ? "" : to_utf8(std::u32string(1, static_cast<char32_t>(std::stoul(digits, nullptr, 16))));
  }

  // Characters as they are written.
  static std::u32string unfolded(const std::string& utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
      const auto b = static_cast<unsigned char>(utf8[i]);
      const std::size_t n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
      char32_t c = n == 1 ? b : b & (0xFFu >> (n + 1));
      for (std::size_t k = 1; k < n; ++k) c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
      out += c;
      i += n;
    }
    return out;
  }

  std::string source_;
  std::u32string out_;
  std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("Traditional Chinese is read as simplified") {
  CHECK(chars("法治政府建設取得顯著成效") == U"法治政府建设取得显着成效");
  CHECK(chars("取得显著成效") == chars("取得顯著成效"));
  CHECK(chars("於徵裏裡後幹乾爲為衆眾羣峯綫線衞體") == U"于征里里后干干为为众众群峰线线卫体");
  CHECK(chars("開庭三萬餘件，辦結兩億元") == U"开庭三万余件,办结两亿元");
  CHECK(fold_phrase("行政複議") == fold_phrase("行政复议"));
}

TEST_CASE("simplified Chinese stays what it is") {
  const std::string text = "后台干部里程面向复议征收系统制度准确划定台账范围只要了解借助余额云计算斗争松绑丰富谷物卷宗党委";
  std::u32string phrase;
  for (char32_t c : chars(text)) phrase += c;
  CHECK(to_utf8(phrase) == text);
}

TEST_CASE("radicals and compatibility ideographs are read as the characters they stand for") {
  CHECK(chars("\u2F00\u2F70\u2F8F\u2ED3\u2EC5\u2EA0\u2F3E\u2ECB") == U"一示行长见民户车");
  CHECK(chars("\uF90A\uF9B5\uF967\uFA10") == U"金例不冢");
}

TEST_CASE("quotes, brackets and stops of other layouts") {
  CHECK(chars("「甲」『乙』﹁丙﹂﹃丁﹄〝戊〞｢己｣") == U"\"甲\"\"乙\"\"丙\"\"丁\"\"戊\"\"己\"");
  CHECK(chars("〈甲〉︽乙︾︿丙﹀") == U"《甲》《乙》《丙》");
  CHECK(chars("︵甲︶〔乙〕﹙丙﹚︻丁︼") == U"(甲)(乙)(丙)【丁】");
  CHECK(chars("︐︑︒︓︔︕︖﹐﹑﹒﹔﹕﹖﹗") == U",、。:;!?,、.;:?!");
  CHECK(chars("−5─6﹣7∼8") == U"-5-6-7~8");
  CHECK(chars("约翰‧史密斯・李⋯") == U"约翰·史密斯·李…");
}

TEST_CASE("blanks, line breaks and what can't be seen") {
  for (const char* blank : {"\u00A0", "\u2002", "\u2003", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"}) {
    CHECK(chars(std::string("86") + blank + "%") == U"86 %");
    CHECK(chars(std::string("办") + blank + "结") == U"办结");
  }
  for (const char* nothing : {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202E", "\u2060", "\u2066", "\u2069",
                              "\uFEFF", "\u00AD", "\uFE00", "\uFE0F", "\U000E0100", "\U000E01EF", "\uFFFC", "\u061C", "\u180E"}) {
    CHECK(chars(std::string("办") + nothing + "结8" + nothing + "6件") == U"办结86件");
  }
  for (const char* line : {"\n", "\r\n", "\r", "\v", "\u0085", "\u2028", "\u2029"}) {
    CHECK(chars(std::string("甲") + line + "乙") == U"甲\n乙");
  }
}

TEST_CASE("folding is done once, and Chinese characters stay Chinese characters") {
  for (char32_t c = 1; c < 0x110000; ++c) {
    const char32_t once = fold(c);
    if (fold(once) != once || (is_han(c) && !is_han(once))) FAIL_CHECK("U+" << std::hex << static_cast<std::uint32_t>(c));
  }
}

TEST_CASE("every word our sources look for in a text is written as texts are read") {
  const std::string folder = GENERATE("quantity", "document", "pattern", "framework", "evidence");
  const std::filesystem::path root = std::string(RULESCORE_SOURCE_DIR) + "/src/" + folder;
  int han = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto suffix = entry.path().extension();
    if (suffix != ".cpp" && suffix != ".hpp") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    for (char32_t c : Literals({std::istreambuf_iterator<char>(in), {}}).read()) {
      han += is_han(c);
      if (fold(c) == c || c < 0x80) continue;
      FAIL_CHECK(entry.path().string() << ": " << to_utf8(std::u32string(1, c)) << " never stands in a folded text, "
                                       << to_utf8(std::u32string(1, fold(c))) << " does");
    }
  }
  CHECK(han >= (folder == "document" || folder == "quantity" ? 500 : 0));
}

TEST_CASE("the literals of a source") {
  CHECK(Literals("a = U\"甲\\u4E59，\" + '丙'; // \"丁\"\n b = 1'000; /* '戊' */ \"己，\\\"庚\"").read() ==
        U"甲乙，\n丙\n己庚\n");
}
