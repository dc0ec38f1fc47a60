// From files to one tree: the files of `groups` are parsed and written out under `children`. What the entries mean is the
// reader's business; it reads the assembled tree as if it had stood in one file. Tested by tests/unit/framework/framework.cpp
// and tests/malformed.
#pragma once

#include "framework/context.hpp"
#include "framework/written.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rulescore::reader {

// The text of a file named in `groups`, or nothing when there is none. Throws IoError when there is one that can't be read.
using FileReader = std::function<std::optional<std::string>(const std::string& relative)>;

// The tree of the file `name`, whose text it is; the sources of `written` get every text that was read. Nothing when the root
// can't be parsed. What is wrong with the files is in the journal; a tree may come with errors, and is then good for finding
// more.
std::optional<yaml::Value> assemble(const Context& context, Written& written, std::string name, std::string_view text,
                                    const FileReader& files);

}  // namespace rulescore::reader
