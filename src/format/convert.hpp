// Bytes of a known encoding to UTF-8, all of them or none. Tested by tests/unit/format/charset.cpp.
#pragma once

#include "format/encoding.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rulescore {

struct Converted {
  std::string text;  // up to what goes wrong, if something does
  bool sound = true;
  std::size_t bad_at = 0;  // when not sound: offset of the first byte that belongs to no character
  bool cut_off = false;    // when not sound: the last character lacks bytes at the very end
};

// A byte order mark is a character like any other. Throws DocumentError where the system doesn't know the encoding.
Converted convert(std::string_view bytes, Encoding from);

// The same for UTF-8, without a copy: `text` stays empty.
Converted check_utf8(std::string_view bytes) noexcept;

}  // namespace rulescore
