// Files, folders, standard input and .jsonl to documents. One bad file never keeps another from being read: it becomes a
// failure with a name and a reason. Outside faces: read_documents() and Document::read(). Tested by tests/unit/corpus/corpus.cpp.
#include "corpus/file.hpp"
#include "corpus/jsonl.hpp"
#include "corpus/manifest.hpp"
#include "format/format.hpp"

#include <rulescore/document.hpp>
#include <rulescore/error.hpp>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

namespace rulescore {
namespace fs = std::filesystem;
namespace {

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

bool is_jsonl(const fs::path& path) { return lower_extension(path) == ".jsonl"; }

// Whether a folder's file is one of its documents; ~$ begins the name of what Word keeps beside an open one.
bool is_document_name(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.empty() || name.front() == '.' || name.starts_with("~$") || name == "README.md") return false;
  constexpr std::string_view extensions[] = {".txt", ".md", ".markdown", ".htm", ".html", ".docx", ".pdf", ".jsonl"};
  return std::find(std::begin(extensions), std::end(extensions), lower_extension(path)) != std::end(extensions);
}

std::string folder_of(const fs::path& path) {
  const std::string folder = path.parent_path().string();
  return folder.empty() ? "." : folder;
}

class Reader {
 public:
  explicit Reader(const ReadOptions& options) : options_(options) {}

  ReadResult read(std::span<const std::string> sources) {
    for (const std::string& source : sources) guarded(source, [&] { read_source(source); });
    return std::move(result_);
  }

 private:
  template <typename Read>
  void guarded(const std::string& name, Read read_it) {
    try {
      read_it();
    } catch (const std::exception& e) {
      result_.failures.push_back({name, e.what()});
    }
  }

  void read_source(const std::string& source) {
    std::error_code error;
    if (source == "-") {
      Metadata metadata;
      metadata.name = source;
      result_.documents.push_back(Document::from_bytes(read_standard_input(), std::move(metadata), options_));
    } else if (fs::is_directory(source, error)) {
      read_folder(source);
    } else {
      read_file(source, false);
    }
  }

  void read_folder(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      std::error_code ignored;
      if (is_document_name(it->path()) && !it->is_directory(ignored)) files.push_back(it->path().filename().string());
    }
    if (error) throw IoError("the folder can't be read: " + error.message());
    if (files.empty()) throw IoError("the folder holds no document (.txt .md .markdown .htm .html .docx .pdf .jsonl)");
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      const std::string path = (fs::path(folder) / file).string();
      guarded(path, [&] { read_file(path, true); });
    }
  }

  void read_file(const std::string& path, bool whole_folder) {
    Metadata metadata = known(path, whole_folder);
    metadata.name = path;
    if (is_jsonl(path)) return read_jsonl(path, metadata, options_, result_);
    result_.documents.push_back(Document::from_bytes(read_bytes(path), std::move(metadata), options_));
  }

  // What the manifest beside a file says about it. Each manifest is read once, and its failures are told once.
  Metadata known(const fs::path& path, bool whole_folder) {
    const std::string folder = folder_of(path);
    auto found = manifests_.find(folder);
    if (found == manifests_.end()) {
      found = manifests_.emplace(folder, read_manifest(folder, whole_folder)).first;
      const auto& failures = found->second.failures;
      result_.failures.insert(result_.failures.end(), failures.begin(), failures.end());
    }
    const auto entry = found->second.files.find(path.filename().string());
    return entry == found->second.files.end() ? Metadata{} : entry->second;
  }

  const ReadOptions& options_;
  ReadResult result_;
  std::map<std::string, Manifest> manifests_;
};

}  // namespace

ReadResult read_documents(std::span<const std::string> sources, const ReadOptions& options) {
  check_hints({{}, options.encoding, options.format});
  return Reader(options).read(sources);
}

Document Document::from_bytes(std::string bytes, Metadata metadata, const ReadOptions& options) {
  Plain plain = to_plain(std::move(bytes), {metadata.name, options.encoding, options.format});
  return from_text(std::move(plain.text), std::move(metadata),
                   {std::move(plain.format), std::move(plain.encoding), plain.verbatim});
}

Document Document::read(const std::string& path, const ReadOptions& options) {
  try {
    if (is_jsonl(path)) throw DocumentError("holds many documents; read it with read_documents");
    std::string bytes = read_bytes(path);
    const Manifest manifest = read_manifest(folder_of(path), false);
    if (!manifest.failures.empty()) {
      throw DocumentError("its manifest is wrong: " + manifest.failures.front().name + ": " + manifest.failures.front().reason);
    }
    const auto entry = manifest.files.find(fs::path(path).filename().string());
    Metadata metadata = entry == manifest.files.end() ? Metadata{} : entry->second;
    metadata.name = path;
    return from_bytes(std::move(bytes), std::move(metadata), options);
  } catch (const IoError& e) {
    throw IoError(path + ": " + e.what());
  } catch (const DocumentError& e) {
    throw DocumentError(path + ": " + e.what());
  }
}

}  // namespace rulescore
