// A folder of its own for a test, gone afterwards.
#pragma once

#include <rulescore/document.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::test {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "rulescore-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }

  std::string write(std::string_view name, std::string_view bytes) const {
    std::ofstream(*this / name, std::ios::binary) << bytes;
    return *this / name;
  }

 private:
  std::string path_;
};

inline ReadResult read(const std::vector<std::string>& sources) { return read_documents(sources); }

// "name: reason", the folder's path shown as DIR.
inline std::vector<std::string> failures(const ReadResult& result, const Folder& folder) {
  std::vector<std::string> out;
  for (const ReadFailure& f : result.failures) {
    std::string line = f.name + ": " + f.reason;
    for (auto at = line.find(folder.path()); at != line.npos; at = line.find(folder.path()))
      line.replace(at, folder.path().size(), "DIR");
    out.push_back(line);
  }
  return out;
}

inline std::vector<std::string> names(const ReadResult& result, const Folder& folder) {
  std::vector<std::string> out;
  for (const Document& d : result.documents) {
    std::string name = d.metadata().name;
    if (name.starts_with(folder.path())) name.replace(0, folder.path().size(), "DIR");
    out.push_back(name);
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace rulescore::test
