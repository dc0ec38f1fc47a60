// Reading is bounded before it begins, and never waits on what is no file. Outside face: file.hpp. Tested by
// tests/unit/corpus/file.cpp.
#include "corpus/file.hpp"

#include "format/convert.hpp"
#include "format/plausible.hpp"

#include <rulescore/error.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace rulescore {
namespace fs = std::filesystem;
namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

std::string too_large() { return "is larger than 256 MiB, the most that is read as one document; split it"; }

// One byte more than allowed is enough to know.
std::string read_all(std::FILE* file) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (bytes.size() <= max_document_bytes) {
    const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file);
    bytes.append(buffer.data(), n);
    if (n < buffer.size()) break;
  }
  if (std::ferror(file) != 0) throw IoError("can't be read to its end");
  if (bytes.size() > max_document_bytes) throw IoError(too_large());
  return bytes;
}

}  // namespace

void check_readable(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw IoError("no such file");
  if (error) throw IoError("can't be opened: " + error.message());
  if (fs::is_directory(status)) throw IoError("is a folder, not a file");
  if (!fs::is_regular_file(status)) throw IoError("is not a regular file; copy its text into one, or pipe it in as -");
}

std::string read_bytes(const std::string& path) {
  check_readable(path);
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > max_document_bytes) throw IoError(too_large());
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) throw IoError("can't be opened: " + std::error_code(errno, std::generic_category()).message());
  return read_all(file.get());
}

std::string read_standard_input() { return read_all(stdin); }

std::string why_not_utf8(std::string_view bytes) {
  const Converted tried = check_utf8(bytes);
  if (tried.sound) return {};
  if (tried.cut_off && tried.bad_at > 0) return "ends in the middle of a character: it was cut off; fetch it again";
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "is not UTF-8 (byte 0x%02X at offset %zu)",
                static_cast<unsigned>(static_cast<unsigned char>(bytes[tried.bad_at])), tried.bad_at);
  const bool chinese = share_of_common_gb18030(bytes) > 0;
  return buffer + std::string(chinese ? "; looks like GB18030: convert it with iconv -f GB18030 -t UTF-8" : "; save it as UTF-8");
}

}  // namespace rulescore
