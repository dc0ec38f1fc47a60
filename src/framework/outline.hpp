// The nodes of an assembled tree, found by code or number before anything has been read. Pointers hold until a list of children
// changes. Tested by tests/unit/framework/overlay.cpp.
#pragma once

#include "framework/yaml.hpp"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::reader {

class Outline {
 public:
  struct Entry {
    yaml::Value* node = nullptr;
    const Entry* parent = nullptr;  // none for a group of level 1
  };

  explicit Outline(yaml::Value& root) { add(root, nullptr); }

  const Entry* find(std::string_view code_or_number) const;  // nullptr when absent
  std::vector<std::string> codes() const;

 private:
  void add(yaml::Value& node, const Entry* parent);

  std::deque<Entry> entries_;
  std::map<std::string, const Entry*, std::less<>> codes_, numbers_;
};

// The list under `children` of a node or the root, or nothing.
yaml::Value* children_of(yaml::Value& node);

// The text of the scalar under `key`, or "".
std::string_view text_of(const yaml::Value& node, std::string_view key);

yaml::Member* member_of(yaml::Value& map, std::string_view key);  // nullptr when absent

}  // namespace rulescore::reader
