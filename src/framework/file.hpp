// The files a framework is read from, and where the default one is. Tested by tests/unit/framework/framework.cpp.
#pragma once

#include "framework/assemble.hpp"

#include <optional>
#include <string>

namespace rulescore {

// framework.yaml of a folder; a file is itself.
std::string root_file(const std::string& path);
std::string folder_of(const std::string& file);

// `path`, once links are followed, stands below `folder`.
bool stands_below(const std::string& folder, const std::string& path);

// The bytes of a regular file, of little more than the reader accepts. Throws IoError.
std::string read_file(const std::string& path);

// The files that stand beside others, and the frameworks that ship. Paths are followed below the folder of the file that names
// them, links included, or anywhere when `allow_outside`.
reader::FileAccess files_on_disk(bool allow_outside);

// Those that ship alone, for a text that is no file.
reader::FileAccess files_that_ship();

}  // namespace rulescore
