// YAML as a tree that knows where everything stands. Texts stay texts: numbers and booleans are the reader's business, so that
// 010, no, 1_000 or .nan never turn into something their author didn't write.
//
// Only the part of YAML that reads the same to everyone is accepted: no anchors, aliases, tags, merge keys, directives or second
// documents, no key twice, no unclosed quote. Tested by tests/unit/framework/yaml.cpp and tests/malformed.
#pragma once

#include "framework/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, map };

struct Member;

struct Value {
  Kind kind = Kind::null;
  bool quoted = false;  // "…", '…', or a block text (| and >)
  Place at;
  std::string text;             // of a scalar
  std::vector<Value> items;     // of a sequence
  std::vector<Member> members;  // of a map, in the order of the file, no key twice

  bool is_null() const noexcept { return kind == Kind::null; }
  bool is_scalar() const noexcept { return kind == Kind::scalar; }
  bool is_sequence() const noexcept { return kind == Kind::sequence; }
  bool is_map() const noexcept { return kind == Kind::map; }

  const Value* find(std::string_view key) const noexcept;  // nullptr when absent
};

struct Member {
  std::string key;
  Place at;
  Value value;
};

// The tree of a checked text, or nothing when it can't be parsed. Issues are appended; a tree may come with issues (a key twice),
// and is then good for finding more of them, nothing else.
std::optional<Value> parse(const Source& source, std::vector<Issue>& issues);

// How to mend `名称：法治` and `b:2`, or nothing.
std::string colon_hint(std::string_view text);

}  // namespace rulescore::yaml
