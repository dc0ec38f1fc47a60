// Whether a '.' in a text of words ends a sentence. Tested by tests/unit/document/english.cpp.
#pragma once

#include "base/text.hpp"

namespace rulescore {

// The '.' at `position`, in a sentence that begins at `sentence`.
bool is_full_stop(const Text& text, std::uint32_t sentence, std::uint32_t position) noexcept;

}  // namespace rulescore
