// A .docx is a zip with the text in word/document.xml. What it unpacks to is bounded before and while it is unpacked, because a
// few kilobytes can claim to be gigabytes. Outside face: docx.hpp. Tested by tests/unit/format/docx.cpp.
#include "format/docx.hpp"

#include "format/docx_body.hpp"
#include "format/sniff.hpp"

#include <rulescore/error.hpp>

#include <zip.h>

#include <cstring>
#include <memory>
#include <new>

namespace rulescore {
namespace {

constexpr zip_uint64_t largest = 200u << 20;  // bytes of word/document.xml
constexpr zip_uint64_t steepest = 100;        // bytes unpacked for one packed
constexpr zip_uint64_t harmless = 1u << 20;   // however steep

struct Discard {
  void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

[[noreturn]] void refuse_broken() { throw DocumentError("is a broken Word file; open it in Word and save it again"); }
[[noreturn]] void refuse_encrypted() { throw DocumentError("is an encrypted Word file; save it without a password"); }

Archive open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive) {
    zip_source_free(source);
    refuse_broken();
  }
  return archive;
}

// Excel and PowerPoint files, and OpenDocument's.
std::string_view other_kind(zip_t* archive) noexcept {
  const auto has = [&](const char* name) { return zip_name_locate(archive, name, 0) >= 0; };
  if (has("xl/workbook.xml")) return "is an Excel file; save the report as .docx or as plain text";
  if (has("ppt/presentation.xml")) return "is a PowerPoint file; save the report as .docx or as plain text";
  if (has("content.xml")) return "is an OpenDocument file; save it as .docx or as plain text";
  return "is a zip file; unpack it and name the files in it";
}

std::string read(zip_t* archive, zip_int64_t index, zip_uint64_t packed) {
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (!file) refuse_broken();
  std::string xml;
  char buffer[1 << 16];
  while (true) {
    const zip_int64_t n = zip_fread(file.get(), buffer, sizeof buffer);
    if (n < 0) refuse_broken();
    if (n == 0) return xml;
    xml.append(buffer, static_cast<std::size_t>(n));
    if (xml.size() > largest || (xml.size() > harmless && xml.size() / steepest > packed))
      throw DocumentError("unpacks to far more than a report; it is no Word file that Word wrote");
  }
}

}  // namespace

std::string docx_to_text(std::string_view bytes) {
  if (is_compound_file(bytes)) {
    constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (bytes.find(encrypted) != bytes.npos) refuse_encrypted();
    throw DocumentError("is an old Office file (.doc); save it as .docx or as plain text");
  }
  if (!is_zip(bytes)) throw DocumentError("is not a Word file (.docx)");
  const Archive archive = open(bytes);
  const zip_int64_t index = zip_name_locate(archive.get(), "word/document.xml", ZIP_FL_NOCASE);
  if (index < 0) throw DocumentError(std::string(other_kind(archive.get())));
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0) refuse_broken();
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) refuse_encrypted();
  return docx_body_to_text(read(archive.get(), index, about.comp_size));
}

}  // namespace rulescore
