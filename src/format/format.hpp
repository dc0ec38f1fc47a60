// Any file to plain text: which format it has, by what it holds and then by its name, and out of that the text.
//
//   bytes ──▶ sniff ──▶ docx · pdf ──────────────────────────────▶ text
//                  └──▶ charset ──▶ (is it a page?) ──▶ html ────▶ text
//                                                  └─▶ text, markdown as they are
//
// Tested by tests/unit/format.
#pragma once

#include <string>
#include <string_view>

namespace rulescore {

struct Hints {
  std::string_view name;      // of the file, for its suffix; may be empty
  std::string_view encoding;  // asked for; empty: found out
  std::string_view format;    // asked for; empty: found out
};

struct Plain {
  std::string text;  // valid UTF-8, without NUL
  std::string format = "text";
  std::string encoding = "UTF-8";
  bool verbatim = true;  // `text` is the bytes
};

// Throws UsageError for an encoding or a format there is not.
void check_hints(const Hints& hints);

// The same, and DocumentError, the reason alone.
Plain to_plain(std::string bytes, const Hints& hints);

}  // namespace rulescore
