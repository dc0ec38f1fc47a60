// Word files made for tests, with the parts that Word insists on. Needs libzip.
#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rulescore::test {

// A zip of these files. With a password they are encrypted.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no zip");
  for (const auto& [name, content] : files) {
    const zip_int64_t index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("no " + name);
    if (password != nullptr) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the zip can't be closed");
  zip_stat_t about;
  zip_source_stat(source, &about);
  std::string bytes(about.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

// A Word file with this inside <w:body>.
inline std::string docx_of(std::string_view body) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  return zip_of(
      {{"[Content_Types].xml", declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
       {"word/document.xml", declaration +
                                 "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                                 "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
                                 std::string(body) + "<w:sectPr/></w:body></w:document>"}});
}

inline std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

// A paragraph whose text stands in two runs, as an edited one's does.
inline std::string paragraph(std::string_view text) {
  std::size_t half = text.size() / 2;
  while (half < text.size() && (static_cast<unsigned char>(text[half]) & 0xC0u) == 0x80u) ++half;
  const auto run = [](std::string_view part) {
    return "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">" + escaped(part) + "</w:t></w:r>";
  };
  return "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run(text.substr(0, half)) + run(text.substr(half)) + "</w:p>";
}

}  // namespace rulescore::test
