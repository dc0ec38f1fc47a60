// Each encoding there and back, what could be two of them, and whole messages for what is none.
#include "format/charset.hpp"

#include "base/text.hpp"

#include "format/convert.hpp"
#include "format/plausible.hpp"

#include "support/encode.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

using namespace rulescore;
using test::encode;
using namespace std::string_view_literals;

namespace {

// "GB18030: text", or what is said.
std::string read(std::string_view bytes, std::string_view asked = {}) {
  try {
    const Decoded d = to_utf8(std::string(bytes), asked);
    return std::string(name_of(d.encoding)) + (d.verbatim ? "=" : ":") + d.text;
  } catch (const DocumentError& e) {
    return e.what();
  }
}

std::vector<std::string> seeds() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(RULESCORE_SOURCE_DIR) + "/seeds")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

// Sentences of the seeds, 12 Chinese characters and more.
std::vector<std::string> sentences() {
  std::vector<std::string> out;
  for (const std::string& text : seeds()) {
    std::size_t begin = 0;
    for (std::size_t at = text.find("。"); at != text.npos; at = text.find("。", begin)) {
      const std::string sentence = text.substr(begin, at + 3 - begin);
      begin = at + 3;
      if (sentence.size() > 36) out.push_back(sentence.substr(sentence.find_first_not_of(" \r\n")));
    }
  }
  return out;
}

// As a newspaper in Taipei or Hong Kong prints them.
constexpr const char* traditional[] = {
    "全年辦理行政複議案件120件，較上年增長百分之五。",
    "市政府常務會議審議通過規範性文件三十七件，廢止六十七件。",
    "行政機關負責人出庭應訴率達到100%，比上年提高2.5個百分點。",
    "各區縣須於年底前完成權責清單的動態調整。",
    "法院審結行政訴訟案件1,986宗，行政機關敗訴率為6.67%。",
    "「放管服」改革繼續深化，取消審批事項46項",
    "推進依法行政",
};

}  // namespace

TEST_CASE("each encoding is found by its mark, by what it holds, or by asking") {
  const std::string text = "办结79件，同比增长5%。\n";
  CHECK(read(text) == "UTF-8=" + text);
  CHECK(read("\xEF\xBB\xBF" + text) == "UTF-8=\xEF\xBB\xBF" + text);
  CHECK(read(encode(text, "GB18030")) == "GB18030:" + text);
  CHECK(read(encode(text, "GBK")) == "GB18030:" + text);
  CHECK(read(encode(text, "UTF-16LE")) == "UTF-16LE:" + text);
  CHECK(read(encode(text, "UTF-16BE")) == "UTF-16BE:" + text);
  CHECK(read("\xFF\xFE" + encode(text, "UTF-16LE")) == "UTF-16LE:" + text);
  CHECK(read("\xFE\xFF" + encode(text, "UTF-16BE")) == "UTF-16BE:" + text);
  CHECK(read(encode("辦結79件，比上年增長5%。\n", "BIG5")) == "Big5:辦結79件，比上年增長5%。\n");
  CHECK(read("plain ASCII") == "UTF-8=plain ASCII");
  CHECK(read("plain ASCII", "gbk") == "GB18030:plain ASCII");
  CHECK(read(encode(text, "UTF-16BE"), "utf-16") == "UTF-16BE:" + text);
  CHECK(read("\xFE\xFF" + encode("a", "UTF-16BE"), "utf-16") == "UTF-16BE:a");
  CHECK(read("a\0"sv, "utf-16") == "UTF-16LE:a");
  CHECK(read("", "gbk") == "GB18030:");
}

TEST_CASE("four-byte characters, a wide blank that is no standard character, and characters beyond the first plane") {
  CHECK(read(encode("㐀𠮷办。", "GB18030")) == "GB18030:㐀𠮷办。");
  CHECK(read("\xB0\xEC\xA3\xA0\xBD\xE1") == "GB18030:办\u3000结");
  CHECK(read("\xFF\xFE" + encode("𠮷办。", "UTF-16LE")) == "UTF-16LE:𠮷办。");
}

TEST_CASE("what a page says about itself decides between GB18030 and Big5, unless it is wrong") {
  const std::string text = encode("<html><meta charset=\"big5\"><p>法治", "BIG5");
  CHECK(read(text) == "Big5:<html><meta charset=\"big5\"><p>法治");
  CHECK(read("<html><meta charset=\"gb2312\"><p>办结79件。") == "UTF-8=<html><meta charset=\"gb2312\"><p>办结79件。");
  const std::string lying = "<html><meta charset=\"utf-8\"><p>办结79件。";
  CHECK(read(encode(lying, "GBK")) == "GB18030:" + lying);
  CHECK(declared_encoding("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" />") == "gb2312");
  CHECK(declared_encoding("<META CHARSET = 'GBK'>") == "GBK");
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"GB18030\"?>") == "GB18030");
  CHECK(declared_encoding("charset=gbk") == "");
  CHECK(declared_encoding("<meta charset") == "");
  CHECK(declared_encoding("<meta charset=") == "");
  CHECK(declared_encoding("<p>charset</p><meta charset=gbk>") == "gbk");
}

TEST_CASE("a sentence is enough to tell GB18030 from Big5") {
  const std::vector<std::string> all = sentences();
  REQUIRE(all.size() > 150);
  std::size_t wrong = 0;
  for (const std::string& sentence : all) {
    INFO(sentence);
    wrong += read(encode(sentence, "GB18030")) != "GB18030:" + sentence;
  }
  CHECK(wrong == 0);
  for (const char* sentence : traditional) {
    CHECK(read(encode(sentence, "BIG5-HKSCS")) == std::string("Big5:") + sentence);
    // Traditional characters in mainland encoding
    CHECK(read(encode(sentence, "GB18030")) == std::string("GB18030:") + sentence);
  }
}

TEST_CASE("seeds come back whole from every encoding that can hold them") {
  for (const std::string& text : seeds()) {
    CHECK(read(text) == "UTF-8=" + text);
    CHECK(read(encode(text, "GB18030")) == "GB18030:" + text);
    CHECK(read(encode(text, "UTF-16LE")) == "UTF-16LE:" + text);
    CHECK(read(encode(text, "UTF-16BE")) == "UTF-16BE:" + text);
  }
}

TEST_CASE("UTF-16 without a mark is taken only when it is clear") {
  CHECK(read("\xB0\xEC\xBD\xE1\xB0\xEC\xBD\xE1") == "GB18030:办结办结");
  CHECK(read(encode("the year 2020", "UTF-16LE")) == "UTF-16LE:the year 2020");
  CHECK(read("a\0b"sv) == std::string("UTF-8=a\0b", 9));  // refused later, for its NUL
}

TEST_CASE("what is in no encoding is refused with its place and what to do") {
  CHECK(read("abc \xE9t\xE9\n") ==
        "is not UTF-8 (byte 0xE9 at offset 4) nor any other encoding known here; name its encoding, or save it as UTF-8");
  CHECK(read("办结\xED\xA0\x80。") ==
        "is not UTF-8 (byte 0xED at offset 6) nor any other encoding known here; name its encoding, or save it as UTF-8");
  CHECK(read("办\xE7\xBB") == "ends in the middle of a character: it was cut off; fetch it again");
  CHECK(read("\xB0\xEC\xBD\xE1\xBC") == "ends in the middle of a character: it was cut off; fetch it again");
  CHECK(read("\xB0\xEC\xBD\xE1\xA1\xA3\xFF\xB0\xEC") ==
        "is not GB18030 (byte 0xFF at offset 6); it looks like it, but is damaged there: fetch it again, or mend that place");
  CHECK(read("\xFF\xFE"
             "a\0\x00\xD8z\0"sv) == "is not UTF-16LE (byte 0x00 at offset 4); it is damaged; fetch it again");
  CHECK(read("\xFF\xFE"
             "a\0b"sv) == "ends in the middle of a character: it was cut off; fetch it again");
  CHECK(read("\xEF\xBB\xBF\xB0\xEC") == "is not UTF-8 (byte 0xB0 at offset 3); it is damaged; fetch it again");
  CHECK(read("办结。", "big5") == "is not Big5 (byte 0xE5 at offset 0); name another encoding, or leave it to be found out");
  CHECK(read("\xB0\xEC", "utf-8") == "is not UTF-8 (byte 0xB0 at offset 0); name another encoding, or leave it to be found out");
  CHECK(read("\xEF\xBB\xBF"
             "a",
             "gbk") == "begins with the byte order mark of UTF-8, so it is not GB18030; leave the encoding to be found out");
  CHECK_THROWS_AS(to_utf8("a", "latin1"), UsageError);
}

TEST_CASE("checking UTF-8 agrees with decoding it, byte for byte") {
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = round % 2 == 0 ? "" : "法治政府";
    for (int i = 0; i < 8; ++i) {
      constexpr unsigned char pool[] = {0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF,
                                        0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x90};
      bytes += static_cast<char>(pool[random() % sizeof pool]);
    }
    if (round % 2 != 0) {
      for (int i = 0; i < 4; ++i) bytes += "法治";
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    }
    const Converted checked = check_utf8(bytes);
    std::string said;
    try {
      decode(bytes);
    } catch (const DocumentError& e) {
      said = e.what();
    }
    REQUIRE(checked.sound == said.empty());
    if (!checked.sound) REQUIRE(said.find(" at offset " + std::to_string(checked.bad_at) + " ") != said.npos);
  }
}

TEST_CASE("bytes changed at random are read or refused, never anything else") {
  std::mt19937 random(11);
  const std::string sources[] = {encode(traditional[0], "BIG5"), encode(traditional[1], "GB18030"),
                                 encode(traditional[2], "UTF-16LE"), encode(traditional[3], "UTF-16BE"), traditional[4]};
  for (int round = 0; round < 10'000; ++round) {
    std::string bytes = sources[random() % std::size(sources)];
    for (int changes = 0; changes < 3; ++changes) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    if (round % 5 == 0) bytes.resize(random() % bytes.size());
    try {
      const Decoded decoded = to_utf8(bytes, {});
      REQUIRE(check_utf8(decoded.text).sound);
    } catch (const DocumentError&) {
    }
  }
}
