// The door through which bytes come in: what is refused here is refused with a reason that says how to mend it.
// Tested by tests/unit/corpus/file.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rulescore {

inline constexpr std::size_t max_document_bytes = 256u << 20;

// Throws IoError (the reason alone, without the path) unless `path` is a regular file, links followed.
void check_readable(const std::string& path);

// The bytes of a regular file, links followed. Throws IoError, the reason alone.
std::string read_bytes(const std::string& path);

// Standard input to its end. Throws IoError.
std::string read_standard_input();

// Why bytes that must be UTF-8 are not, and what to do; empty when they are.
std::string why_not_utf8(std::string_view bytes);

}  // namespace rulescore
