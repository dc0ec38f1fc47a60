// What files were parsed to, for a framework that is read again and again: a file that is as it was isn't parsed again, and
// parsing is most of the work. Tested by tests/unit/framework/loader.cpp.
#pragma once

#include "framework/yaml.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace rulescore::yaml {

class Trees {
 public:
  // What yaml::parse says of it. Several threads may ask, each for another file.
  std::optional<Value> parse(const Source& source, std::vector<Issue>& issues);

 private:
  struct Entry {
    std::string name, text;
    std::optional<Value> root;
    std::vector<Issue> issues;
  };
  Entry& entry(std::uint32_t file);

  std::mutex mutex_;                        // of the map, not of its entries
  std::map<std::uint32_t, Entry> by_file_;  // places say which file they are in
};

}  // namespace rulescore::yaml
