// Names of encodings as pages and people write them.
#include "format/encoding.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;

namespace {
std::string refusal(std::string_view name) {
  try {
    asked_encoding(name);
  } catch (const UsageError& e) {
    return e.what();
  }
  return "accepted";
}
}  // namespace

TEST_CASE("every name in use is understood, in any case and spelling") {
  for (const char* name : {"gb2312", "GBK", "gb18030", "GB_2312-80", "x-gbk", "euc-cn", "CP936", "windows-936", " gbk "})
    CHECK(find_encoding(name) == Encoding::gb18030);
  for (const char* name : {"Big5", "big5-hkscs", "BIG-5", "cp950", "x-x-big5"}) CHECK(find_encoding(name) == Encoding::big5);
  for (const char* name : {"UTF-8", "utf8", "UTF_8", "us-ascii", "utf-8-sig"}) CHECK(find_encoding(name) == Encoding::utf8);
  CHECK(find_encoding("UTF-16BE") == Encoding::utf16be);
  CHECK(find_encoding("utf-16") == Encoding::utf16le);
  CHECK(leaves_order_open("UTF-16"));
  CHECK(leaves_order_open("ucs-2"));
  CHECK(!leaves_order_open("utf-16le"));
  CHECK(!leaves_order_open("utf-16be"));
  CHECK(!leaves_order_open("gbk"));
  for (const char* name : {"", "utf", "latin1", "shift_jis", "法"}) CHECK(!find_encoding(name));
}

TEST_CASE("names are given back as origins spell them") {
  for (const Encoding e : {Encoding::utf8, Encoding::gb18030, Encoding::big5, Encoding::utf16le, Encoding::utf16be})
    CHECK(find_encoding(name_of(e)) == e);
  CHECK(name_of(Encoding::gb18030) == "GB18030");
}

TEST_CASE("an unknown name is refused with the nearest there is") {
  CHECK(refusal("gb18030") == "accepted");
  CHECK(refusal("gb18031") == "there is no encoding gb18031 here; did you mean `GB18030`?");
  CHECK(refusal("utf-9") == "there is no encoding utf-9 here; did you mean `UTF-8`?");
  CHECK(refusal("latin1") ==
        "there is no encoding latin1 here; there are UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312, Big5");
}
