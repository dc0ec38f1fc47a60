// From files to one tree: the files of `groups` are parsed and written out under `children`, a framework that `extends` another
// is applied to it (overlay.hpp). What the entries mean is the reader's business; it reads the assembled tree as if it had stood
// in one file. Tested by tests/unit/framework/overlay.cpp, tests/unit/framework/framework.cpp and tests/malformed.
#pragma once

#include "framework/context.hpp"
#include "framework/written.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::reader {

struct NamedText {
  std::string name;  // as messages name it
  std::string text;
};

// Where the files come from that a framework names, as they are named in the file `from`. Each gives nothing when there is no
// such file and throws IoError when there is one that can't be read. An absent function: such files can't be named.
struct FileAccess {
  using Find = std::function<std::optional<NamedText>(const std::string& from, const std::string& name)>;
  Find group = {};  // a path
  Find base = {};   // a path, the framework's folder or file
  std::function<std::optional<NamedText>(const std::string& name)> shipped = {};
  std::function<std::vector<std::string>()> shipped_names = {};
  std::function<std::string(const std::string& name)> identity = {};  // the same for two names of one file; absent: the name
  bool root_is_file = true;    // or a text, which can't name files; what ships and it extends can
  bool allow_outside = false;                                         // paths may be absolute and lead up
  std::function<std::optional<yaml::Value>(const yaml::Source&, std::vector<Issue>&)> parse =
      {};  // by several threads; absent: yaml::parse
};

// The tree of the file `name`, whose text it is; the sources of `written` get every text that was read. Nothing when the root
// can't be parsed. What is wrong with the files is in the journal; a tree may come with errors, and is then good for finding
// more.
std::optional<yaml::Value> assemble(const Context& context, Written& written, std::string name, std::string_view text,
                                    const FileAccess& files);

}  // namespace rulescore::reader
