// Decoding and folding: every character keeps its byte, and only strict UTF-8 passes.
#include "base/text.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <random>
#include <vector>

using namespace rulescore;

namespace {
std::u32string chars(const std::string& s) {
  const Text t = decode(s);
  return {t.chars.begin(), t.chars.end()};
}
std::string refusal(const std::string& s) {
  try {
    decode(s);
  } catch (const DocumentError& e) {
    return e.what();
  }
  return "accepted";
}
}  // namespace

TEST_CASE("folding is one to one or to nothing") {
  CHECK(chars("ＡＢ１２％，：；（）“”") == U"ab12%,:;()\"\"");
  CHECK(chars("App 2\u00A0P\u3000x") == U"app 2 p x");
  CHECK(chars("法\u200B治\uFEFF政\u00AD府") == U"法治政府");
  CHECK(chars("3—5个、3～5个") == U"3-5个、3~5个");
  CHECK(chars("a\r\nb\rc") == U"a\nb\nc");
}

TEST_CASE("one blank between Chinese characters, letters and figures is no blank, others stay") {
  CHECK(chars("法 治 政 府") == U"法治政府");
  CHECK(chars("共 办理 86 件") == U"共办理86件");
  CHECK(chars("12345 热线，使用 App 办理") == U"12345热线,使用app办理");
  CHECK(fold_phrase("12345 热线") == fold_phrase("12345热线"));
  CHECK(chars("法  治 86  件") == U"法  治86  件");
  CHECK(chars("达到 98 %") == U"达到98 %");
  CHECK(chars("law and 法 治 x 1 2") == U"law and法治x 1 2");
  CHECK(chars(" 法 ,治 (府 )") == U" 法 ,治 (府 )");
}

TEST_CASE("quotes point into the original bytes") {
  const std::string s = "达到９８．７％，\u200B完成";
  const Text t = decode(s);
  REQUIRE(t.size() == 10);
  CHECK(t.quote({2, 7}) == "９８．７％");
  CHECK(t.quote({7, 8}) == "，");
  CHECK(t.quote({8, 10}) == "完成");
  CHECK(t.quote({3, 3}).empty());
  CHECK(t.offset.back() == s.size());
}

TEST_CASE("markup is no character, or one that keeps apart; quotes still point into the bytes") {
  const std::string s = "**法治**政府|120件";
  const std::vector<Markup> markup{{0, 2}, {8, 10}, {16, 17, U'\t'}};
  const Text t = decode(s, markup);
  CHECK(std::u32string(t.chars.begin(), t.chars.end()) == U"法治政府\t120件");
  CHECK(t.quote({0, 4}) == "法治**政府");
  CHECK(t.quote({5, 9}) == "120件");
  CHECK(decode(s, {}).chars == decode(s).chars);
  CHECK(decode("ab", std::vector<Markup>{{0, 2}}).size() == 0);
  CHECK_THROWS_AS(decode("a\xB7", std::vector<Markup>{{1, 2}}), DocumentError);
}

TEST_CASE("anything but strict UTF-8 is refused with its place") {
  CHECK(refusal("ok\n\xB7\xA8") == "not UTF-8: byte 0xB7 at offset 3 (line 2)");
  CHECK(refusal("\xC0\x80") == "not UTF-8: byte 0xC0 at offset 0 (line 1)");          // overlong
  CHECK(refusal("\xED\xA0\x80") == "not UTF-8: byte 0xED at offset 0 (line 1)");      // surrogate
  CHECK(refusal("\xF4\x90\x80\x80") == "not UTF-8: byte 0xF4 at offset 0 (line 1)");  // beyond Unicode
  CHECK(refusal("\xE6\xB3") == "not UTF-8: byte 0xE6 at offset 0 (line 1)");          // truncated
  CHECK(refusal("\xF0\x9F\x98\x80 fine") == "accepted");
}

TEST_CASE("random bytes: refused, or every span quotes whole characters") {
  std::mt19937 random(7);
  const std::string alphabet = "法治府９a1 ,，\n\xE3\x80\x80\xF0\x9F\x98\x80\xC2\xA0\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string s;
    for (auto n = random() % 12; n > 0; --n) s += alphabet[random() % alphabet.size()];
    try {
      const Text t = decode(s);
      for (std::uint32_t b = 0; b < t.size(); ++b)
        for (std::uint32_t e = b + 1; e <= t.size(); ++e) CHECK_NOTHROW(decode(std::string(t.quote({b, e}))));
    } catch (const DocumentError&) {
    }
  }
}

TEST_CASE("phrases fold like texts and are trimmed") {
  CHECK(fold_phrase("　Ｐ２Ｐ平台 ") == U"p2p平台");
  CHECK(fold_phrase(" \n").empty());
}

TEST_CASE("display width counts Chinese characters twice") {
  CHECK(display_width("法治ab") == 6);
  CHECK(display_width("") == 0);
}
