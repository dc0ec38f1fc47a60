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

// `path`, once links are followed, stands below `folder`.
bool stands_below(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  const fs::path inside = fs::weakly_canonical(path, error).lexically_relative(fs::weakly_canonical(folder, error));
  return !error && !inside.empty() && *inside.begin() != "..";
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

std::vector<fs::path> default_places() {
  std::vector<fs::path> places;
  if (const auto folder = own_folder()) {
    places.push_back((*folder / ".." / "share" / "rulescore" / "indicators" / default_name).lexically_normal());
    places.push_back((*folder / ".." / ".." / "share" / "rulescore" / "indicators" / default_name).lexically_normal());
    places.push_back(*folder / "indicators" / default_name);
  }
  places.push_back(fs::path(RULESCORE_DATA_DIR) / "indicators" / default_name);  // a static library stands in no folder of ours
  places.push_back(fs::path(RULESCORE_SOURCE_DIR) / "indicators" / default_name);
  return places;
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

std::optional<std::string> read_below(const std::string& folder, const std::string& relative) {
  const fs::path path = fs::path(folder) / relative;
  if (!is_there(path)) return std::nullopt;
  if (!stands_below(folder, path)) throw IoError(path.string() + ": a link that leads out of the framework's folder");
  return read_file(path.string());
}

std::string default_framework_path() {
  if (const char* chosen = std::getenv("RULESCORE_FRAMEWORK"); chosen != nullptr && *chosen != '\0') return chosen;
  std::string looked;
  for (const fs::path& place : default_places()) {
    if (is_there(place / root_name)) return place.string();
    looked += "\n  " + place.string();
  }
  throw IoError("no framework found; set RULESCORE_FRAMEWORK or name one. Looked in:" + looked);
}

}  // namespace rulescore
