// Texts and small values as YAML that this reader reads back to the same: plain where nothing can be mistaken, else in quotes.
// Our own, for an emitter that follows the host's locale writes 1,5. Tested by tests/unit/framework/resolve.cpp.
#pragma once

#include "framework/yaml.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rulescore::yaml {

// On one line, for use inside brackets, too. `quoted`: in quotes even if it needs none.
std::string written_scalar(std::string_view text, bool quoted = false);

// A text of several lines that reads well as a block; the quoted form serves every other.
bool is_block_text(const Value& value);
std::string written_block(std::string_view text, std::size_t indent);  // from `|` on, each line after it on its own

// The value on one line, in brackets if need be; nothing when that takes more than `width` columns or holds a block text.
std::optional<std::string> written_on_line(const Value& value, int width);

// A text for a comment: what shows nothing, or isn't UTF-8, becomes `?`.
std::string written_comment(std::string_view text);

}  // namespace rulescore::yaml
