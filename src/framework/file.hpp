// The files a framework is read from, and where the default one is. Tested by tests/unit/framework/framework.cpp.
#pragma once

#include <optional>
#include <string>

namespace rulescore {

// framework.yaml of a folder; a file is itself.
std::string root_file(const std::string& path);
std::string folder_of(const std::string& file);

// The bytes of a regular file, of little more than the reader accepts. Throws IoError.
std::string read_file(const std::string& path);

// The file `relative` below `folder`, links followed only while they stay below it; nothing when there is none. Throws IoError.
std::optional<std::string> read_below(const std::string& folder, const std::string& relative);

}  // namespace rulescore
