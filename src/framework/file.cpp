// Tested by tests/unit/framework/framework.cpp.
#include "framework/file.hpp"

#include "framework/source.hpp"

#include <rulescore/error.hpp>
#include <rulescore/framework.hpp>

#include <dlfcn.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <vector>

namespace rulescore {
namespace fs = std::filesystem;
namespace {

constexpr const char* root_name = "framework.yaml";
constexpr const char* default_name = "demonstration-2021";

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// The folder this code was loaded from: the library's, or the program's it is linked into.
std::optional<fs::path> own_folder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&default_framework_path), &info) == 0 || info.dli_fname == nullptr)
    return std::nullopt;
  std::error_code error;
  const fs::path self = fs::canonical(info.dli_fname, error);
  return error ? std::nullopt : std::optional(self.parent_path());
}

// Folders that hold the frameworks that ship, the likeliest first.
std::vector<fs::path> shipped_folders() {
  std::vector<fs::path> folders;
  if (const auto folder = own_folder()) {
    folders.push_back((*folder / ".." / "share" / "rulescore" / "indicators").lexically_normal());
    folders.push_back((*folder / ".." / ".." / "share" / "rulescore" / "indicators").lexically_normal());
    folders.push_back(*folder / "indicators");
  }
  folders.push_back(fs::path(RULESCORE_DATA_DIR) / "indicators");  // a static library stands in no folder of ours
  folders.push_back(fs::path(RULESCORE_SOURCE_DIR) / "indicators");
  return folders;
}

// What ships in the first of these folders that is there, by name: city/framework.yaml is `city`, overlays/county.yaml `county`.
std::map<std::string, fs::path> shipped() {
  std::map<std::string, fs::path> found;
  std::error_code error;
  for (const fs::path& folder : shipped_folders()) {
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      if (is_there(entry->path() / root_name)) found.emplace(entry->path().filename().string(), entry->path() / root_name);
    for (const char* const loose : {"overlays", "templates"})
      for (fs::directory_iterator entry(folder / loose, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".yaml") found.emplace(entry->path().stem().string(), entry->path());
    if (!found.empty()) break;
  }
  return found;
}

std::optional<reader::NamedText> read_shipped(const std::string& name) {
  const auto found = shipped();
  const auto file = found.find(name);
  if (file == found.end()) return std::nullopt;
  return reader::NamedText{file->second.string(), read_file(file->second.string())};
}

std::vector<std::string> shipped_names() {
  std::vector<std::string> names;
  for (const auto& entry : shipped()) names.push_back(entry.first);
  return names;
}

// As messages name it: beside `from`.
std::string beside(const std::string& from, const std::string& path) {
  return path.starts_with('/') ? path : from.substr(0, from.find_last_of('/') + 1) + path;
}

std::optional<reader::NamedText> read_beside(const std::string& from, const std::string& path, bool allow_outside) {
  const std::string name = beside(from, path);
  if (!is_there(name)) return std::nullopt;
  if (!allow_outside && !stands_below(folder_of(from), name))
    throw IoError(name + ": a link that leads out of the framework's folder");
  return reader::NamedText{name, read_file(name)};
}

}  // namespace

std::string root_file(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error) ? (fs::path(path) / root_name).string() : path;
}

std::string folder_of(const std::string& file) {
  const std::string folder = fs::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool stands_below(const std::string& folder, const std::string& path) {
  std::error_code error;
  const fs::path inside = fs::weakly_canonical(path, error).lexically_relative(fs::weakly_canonical(folder, error));
  return !error && !inside.empty() && *inside.begin() != "..";
}

std::string read_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw IoError(path + ": no such file");
  if (!fs::is_regular_file(status)) throw IoError(path + ": not a file");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw IoError(path + ": can't be opened");
  std::string bytes(std::min<std::uintmax_t>(fs::file_size(path, error), yaml::max_bytes + 1), '\0');
  if (error) throw IoError(path + ": " + error.message());
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) throw IoError(path + ": can't be read");
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

reader::FileAccess files_on_disk(bool allow_outside) {
  reader::FileAccess files;
  files.shipped = read_shipped;
  files.shipped_names = shipped_names;
  files.group = [=](const std::string& from, const std::string& path) { return read_beside(from, path, allow_outside); };
  files.base = [=](const std::string& from, const std::string& path) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(beside(from, path), ignored);
    return read_beside(from, is_folder ? (fs::path(path) / root_name).string() : path, allow_outside);
  };
  files.identity = [](const std::string& name) {
    std::error_code error;
    const fs::path path = fs::weakly_canonical(name, error);
    return error ? name : path.string();
  };
  files.allow_outside = allow_outside;
  return files;
}

reader::FileAccess files_that_ship() {
  reader::FileAccess files = files_on_disk(false);
  files.root_is_file = false;
  return files;
}

std::string default_framework_path() {
  if (const char* chosen = std::getenv("RULESCORE_FRAMEWORK"); chosen != nullptr && *chosen != '\0') return chosen;
  std::string looked;
  for (const fs::path& folder : shipped_folders()) {
    const fs::path place = folder / default_name;
    if (is_there(place / root_name)) return place.string();
    looked += "\n  " + place.string();
  }
  throw IoError("no framework found; set RULESCORE_FRAMEWORK or name one. Looked in:" + looked);
}

}  // namespace rulescore
