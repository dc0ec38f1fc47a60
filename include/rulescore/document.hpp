// One report of one jurisdiction and period: its bytes, its structure, its figures.
//
// A Document is an immutable value; copying it is a reference count; it may be shared between threads.
// All offsets are bytes, half open, into text(): the file as it is on disk, or what was read out of it (see Origin).
#pragma once

#include <rulescore/error.hpp>
#include <rulescore/export.hpp>
#include <rulescore/quantity.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct Metadata {
  std::string name;          // what reports call the document: a path, or the "name" of a JSON line
  std::string title;
  std::string jurisdiction;  // 青岛市
  std::string level;         // province, prefecture, county, …
  std::string province;
  std::string publisher;
  std::string published;     // as given, ISO dates preferred
  std::string kind;          // annual report, newspaper article, …
  std::optional<int> year;   // the period the report is about
};

// What text() was made from.
struct Origin {
  std::string format = "text";     // text, markdown, html, docx, pdf
  std::string encoding = "UTF-8";  // of the bytes: UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE
  bool verbatim = true;            // text() is those bytes, so that offsets point into the file itself
  bool operator==(const Origin&) const = default;
};

// How to read bytes. Empty: found out from what they hold, then from the suffix of the name.
struct ReadOptions {
  std::string encoding;  // as above; names in use such as gbk or utf-16 are understood. UsageError for one that is not
  std::string format;    // as above; UsageError likewise
};

// A heading and what stands under it. Section 0 is the whole document and has no heading.
struct Section {
  std::uint32_t heading_begin = 0, heading_end = 0;
  std::uint32_t begin = 0, end = 0;  // heading included
  std::uint32_t parent = 0;
  int level = 0;                     // 0 the document, 1 一、, 2 (一), 3 1., 4 一是, 5 a heading without a number
};

struct Sentence {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t section = 0;
  bool boilerplate = false;  // navigation, counters, related links: never evidence
};

struct DocumentImpl;

class RULESCORE_EXPORT Document {
 public:
  // `text` must be UTF-8 (a leading byte order mark is accepted); throws DocumentError naming the offending byte.
  // `origin` says where it comes from; with the format markdown its markup is not read as text.
  static Document from_text(std::string text, Metadata metadata = {}, Origin origin = {});

  // The bytes of a text, Markdown, HTML, .docx or PDF file. Throws DocumentError, or UsageError for options that make no sense.
  static Document from_bytes(std::string bytes, Metadata metadata = {}, const ReadOptions& options = {});

  // One such file, with metadata from a manifest.yaml beside it if there is one. Throws IoError, too.
  static Document read(const std::string& path, const ReadOptions& options = {});

  const Metadata& metadata() const noexcept;
  const Origin& origin() const noexcept;
  std::string_view text() const noexcept;
  std::string_view text(std::uint32_t begin, std::uint32_t end) const noexcept;
  std::span<const Section> sections() const noexcept;
  std::span<const Sentence> sentences() const noexcept;
  std::span<const Quantity> quantities() const noexcept;

  // The heading's text as a person would quote it; empty for section 0.
  std::string_view heading(std::uint32_t section) const noexcept;

  const DocumentImpl& impl() const noexcept { return *impl_; }

 private:
  explicit Document(std::shared_ptr<const DocumentImpl> impl) noexcept;
  std::shared_ptr<const DocumentImpl> impl_;
};

// A document that could not be read, and why, for people.
struct ReadFailure {
  std::string name;
  std::string reason;
};

struct ReadResult {
  std::vector<Document> documents;   // in the order of the arguments; folders by file name
  std::vector<ReadFailure> failures; // everything else was still read
};

// Each source is a file, a folder (every .txt .md .markdown .htm .html .docx .pdf .jsonl in it, not recursive), "-" (standard
// input as one document), or a .jsonl of many documents (one object a line: "text" and any of name title jurisdiction level
// province publisher published kind year; an unknown key is a failure of that line). Never throws for a bad document: it is named
// in failures. Throws UsageError for options that make no sense.
RULESCORE_EXPORT ReadResult read_documents(std::span<const std::string> sources, const ReadOptions& options = {});

}  // namespace rulescore
