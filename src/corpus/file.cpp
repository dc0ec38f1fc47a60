// Reports come from portals, mail and office programs, so the usual accidents have names: GB18030, UTF-16, a PDF or a Word file
// with the wrong suffix, a download that broke off. Outside face: file.hpp. Tested by tests/unit/corpus/file.cpp.
#include "corpus/file.hpp"

#include <rulescore/error.hpp>

#include <utf8proc.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

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

unsigned byte_at(std::string_view s, std::size_t i) noexcept { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; }

// The first byte that doesn't belong to a UTF-8 character, or the size.
std::size_t valid_prefix(std::string_view s) noexcept {
  std::size_t i = 0;
  while (i < s.size()) {
    utf8proc_int32_t c = 0;
    const auto left = static_cast<utf8proc_ssize_t>(s.size() - i);
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(s.data()) + i, left, &c);
    if (n <= 0) return i;
    i += static_cast<std::size_t>(n);
  }
  return i;
}

// Every byte above 0x7F belongs to a well-formed pair or quadruple of GB18030.
bool is_gb18030(std::string_view s) noexcept {
  for (std::size_t i = 0; i < s.size();) {
    const unsigned a = byte_at(s, i), b = byte_at(s, i + 1);
    if (a < 0x80) {
      ++i;
    } else if (a == 0x80 || a == 0xFF) {
      return false;
    } else if (b >= 0x40 && b != 0x7F && b != 0xFF) {
      i += 2;
    } else if (b >= 0x30 && b <= 0x39 && byte_at(s, i + 2) >= 0x81 && byte_at(s, i + 3) >= 0x30 && byte_at(s, i + 3) <= 0x39) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

// A character that lacks its last bytes at the very end.
bool is_cut_off(std::string_view s, std::size_t at) noexcept {
  const unsigned lead = byte_at(s, at);
  const std::size_t needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || s.size() - at >= needed) return false;
  for (std::size_t i = at + 1; i < s.size(); ++i) {
    if ((byte_at(s, i) & 0xC0u) != 0x80u) return false;
  }
  return at > 0;
}

// What the first bytes of other kinds of file say.
std::string other_format(std::string_view s) {
  if (s.starts_with("%PDF-")) return "is a PDF file; extract its text first, for example with pdftotext";
  if (s.starts_with("PK\x03\x04")) return "is a Word or zip file; save it as plain text in UTF-8";
  if (s.starts_with("\xD0\xCF\x11\xE0")) return "is an old Word file; save it as plain text in UTF-8";
  if (s.starts_with("\xFF\xFE") || s.starts_with("\xFE\xFF")) return "is UTF-16; convert it: iconv -f UTF-16 -t UTF-8";
  const std::size_t nul = s.find('\0');
  if (nul == s.npos) return {};
  return "holds a NUL byte at offset " + std::to_string(nul) + ": it is not plain text; save it as text in UTF-8";
}

bool is_blank(std::string_view s) noexcept {
  if (s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
  return s.find_first_not_of(" \t\r\n\f\v") == s.npos;
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
  const std::size_t at = valid_prefix(bytes);
  if (at == bytes.size()) return {};
  if (is_cut_off(bytes, at)) return "ends in the middle of a character: it was cut off; fetch it again";
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "is not UTF-8 (byte 0x%02X at offset %zu)", byte_at(bytes, at), at);
  if (is_gb18030(bytes)) return std::string(buffer) + "; looks like GB18030: convert it with iconv -f GB18030 -t UTF-8";
  return std::string(buffer) + "; save it as UTF-8";
}

// Decoding refuses bad bytes anyway; why they are bad is looked into only then.
Document make_document(const std::string& bytes, Metadata metadata) {
  if (is_blank(bytes)) throw DocumentError("is empty");
  if (std::string reason = other_format(bytes); !reason.empty()) throw DocumentError(reason);
  try {
    return Document::from_text(bytes, std::move(metadata));
  } catch (const DocumentError& error) {
    const std::string reason = why_not_utf8(bytes);
    throw DocumentError(reason.empty() ? error.what() : reason);
  }
}

}  // namespace rulescore
