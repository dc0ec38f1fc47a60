// Bytes in whatever encoding to UTF-8. Tested by tests/unit/format/charset.cpp.
#pragma once

#include "format/encoding.hpp"

#include <string>
#include <string_view>

namespace rulescore {

struct Decoded {
  std::string text;  // valid UTF-8
  Encoding encoding = Encoding::utf8;
  bool verbatim = true;  // `text` is the bytes; a byte order mark of UTF-8 stays
};

// In the encoding that is asked for, or, when `asked` is empty, in the one found out:
// 1. what a byte order mark says;
// 2. UTF-8, when all of it is, and it holds no NUL;
// 3. UTF-16 without a mark, when bytes that no other encoding has are there and nearly all of it reads as text;
// 4. what a page says about itself (declared_encoding), when all of it is;
// 5. Big5 or GB18030, when all of it is: the rule for what could be both is in plausible.hpp.
// Nothing is replaced or left out: bytes that make no sense are a DocumentError that says where and what to do.
// Throws UsageError for an unknown name.
Decoded to_utf8(std::string bytes, std::string_view asked);

// What <meta charset>, <meta http-equiv content> or <?xml encoding> near the beginning says; empty when nothing does.
std::string_view declared_encoding(std::string_view bytes) noexcept;

}  // namespace rulescore
