// The encodings that reports come in, and the names people and pages have for them. Tested by tests/unit/format/encoding.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rulescore {

enum class Encoding { utf8, gb18030, big5, utf16le, utf16be };

// As Origin::encoding and messages spell it.
std::string_view name_of(Encoding encoding) noexcept;

// What a name stands for, in any case and spelling in use; "utf-16" is left to the byte order mark and comes as utf16le.
std::optional<Encoding> find_encoding(std::string_view name);

// Whether a name leaves open in which order the bytes of UTF-16 stand.
bool leaves_order_open(std::string_view name);

// The same for a name that someone asked for. Throws UsageError, with the nearest name there is.
Encoding asked_encoding(std::string_view name);

}  // namespace rulescore
