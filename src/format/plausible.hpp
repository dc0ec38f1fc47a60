// How likely bytes are text of one encoding, when they could be of several. Tested by tests/unit/format/charset.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace rulescore {

// Of the characters beyond ASCII, the share that texts are mostly made of. GB2312 and Big5 both keep their common Chinese
// characters in a first level and the rest in a second: the first level counts, the punctuation of running text and full-width
// digits, too. 0 when the bytes are not well formed; a last character that lacks bytes is left out.
double share_of_common_gb18030(std::string_view bytes) noexcept;
double share_of_common_big5(std::string_view bytes) noexcept;

// Of all characters, the share that texts are made of: letters and digits, Chinese characters and punctuation. 0 when not well
// formed, or when there is a control character that no text holds.
double share_of_text_utf16(std::string_view bytes, bool big_endian) noexcept;

// Big5 against GB18030 for bytes that are well formed in both: whichever has the larger share of common characters, GB18030 when
// they are equal, and Big5 only when the share is at least three quarters.
bool reads_as_big5(std::string_view bytes) noexcept;

}  // namespace rulescore
