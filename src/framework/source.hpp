// A YAML text as messages speak of it: its name, its lines, and a place in it counted in characters. A framework is read from
// several; a place says in which of them it is, so that a value may be moved into another's tree and still be found.
//
// `Source` also is the door: check() refuses what no YAML parser should see (bytes that are not UTF-8, controls, endless lines,
// a thousand open brackets) before one does. Tested by tests/unit/framework/yaml.cpp.
#pragma once

#include <rulescore/error.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rulescore::yaml {

inline constexpr std::size_t max_bytes = 16u << 20;       // of a file
inline constexpr std::size_t max_line_bytes = 64u << 10;  // of a line
inline constexpr std::size_t max_nodes = 1'000'000;       // maps, lists, texts and keys of a file
inline constexpr std::size_t max_depth = 64;              // of nesting
inline constexpr std::size_t max_open_brackets = 1'000;   // seen at once, before parsing
inline constexpr std::size_t max_flow_commas = 250'000;   // inside brackets, before parsing: the parser holds all of a bracket

// 1-based, in characters; line 0 means the whole file.
struct Place {
  int line = 0;
  int column = 0;
  std::uint32_t file = 0;  // index into Sources
  bool operator==(const Place&) const = default;
};

class Source {
 public:
  Source(std::string name, std::string_view bytes, std::uint32_t file = 0);  // a byte order mark is dropped

  const std::string& name() const noexcept { return name_; }
  std::string_view text() const noexcept { return text_; }
  std::uint32_t file() const noexcept { return file_; }
  std::string_view line(int number) const noexcept;
  Place place(std::size_t byte) const noexcept;
  Place place_of(int line, std::string_view text) const noexcept;  // where `text` first stands in that line

  Issue issue(Place at, std::string code, std::string message, std::string hint = {}, Severity severity = Severity::error) const;

  // The first thing that keeps the text from being parsed at all.
  std::optional<Issue> check() const;

 private:
  std::optional<Issue> check_characters() const;
  std::optional<Issue> check_line(int number) const;
  std::optional<Issue> check_brackets() const;
  Issue unprintable(Place at, std::string code, std::string message, std::string hint) const;  // without the line

  std::string name_;
  std::string text_;
  std::uint32_t file_;
  std::vector<std::uint32_t> line_begin_;  // of a text that isn't too large
};

// The files of one framework, in the order they were read in.
class Sources {
 public:
  Sources() = default;
  Sources(std::string name, std::string_view bytes) { add(std::move(name), bytes); }

  const Source& add(std::string name, std::string_view bytes);  // stays where it is
  std::size_t size() const noexcept { return sources_.size(); }
  const Source& operator[](std::size_t file) const noexcept { return sources_[file]; }
  const Source& of(Place at) const noexcept { return sources_[at.file]; }
  Issue issue(Place at, std::string code, std::string message, std::string hint = {}, Severity severity = Severity::error) const {
    return of(at).issue(at, std::move(code), std::move(message), std::move(hint), severity);
  }

 private:
  std::deque<Source> sources_;
};

// Places of rising bytes, each counted from the one before: a line of many entries is walked once.
class Cursor {
 public:
  explicit Cursor(const Source& source) noexcept : source_(source), at_{1, 1, source.file()} {}
  Place place(std::size_t byte) noexcept;

 private:
  const Source& source_;
  std::size_t byte_ = 0;
  Place at_;
};

}  // namespace rulescore::yaml
